#include "core/providers/gateway.h"
#include "core/providers/unionpay/unionpay_file.h"
#include "core/providers/unionpay/unionpay_protocol.h"

namespace supercargo::unionpay {
namespace {

constexpr gateway::DailyBill kDaily{std::chrono::hours(9)};
const QString kFile = QStringLiteral("bill.file");

std::vector<HttpRequest> fileOf(const FetchContext& context, QDate day)
{
  return kDaily.isReady(day, context.now) ? std::vector<HttpRequest>{fileCall(context, day, kFile)}
                                          : std::vector<HttpRequest>{};
}

Result<void> readLines(const FetchContext& context, QByteArrayView text, QDate day, FetchStep& step)
{
  SC_TRY_ASSIGN(records, zmRecords(text, zmLayout(*context.declaration), step.snapshots));
  if (context.stream == Stream::Bills)
    addBillLines(records, day, step.snapshots);
  else
    addPayments(records, day, step.snapshots);
  return {};
}

Result<void> readFile(const FetchContext& context, const Answer& answer, QDate day, FetchStep& step)
{
  SC_TRY_ASSIGN(zip, unpackedFile(answer.fields.value("fileContent")));
  SC_TRY_ASSIGN(trades, zmText(zip));
  SC_TRY_ASSIGN(adjustments, zmeText(zip));
  if (!trades && !adjustments)
    return fail(ErrorKind::BadResponse, QStringLiteral("the settlement file holds no details"));
  SC_TRY(readLines(context, trades.value_or(QByteArray()), day, step));
  if (adjustments && context.stream == Stream::Bills)
    addAdjustments(*adjustments, zmeLayout(*context.declaration), day, step.snapshots);
  return {};
}

/// The trade time has no year in the answer; that of the order has one.
std::optional<Instant> paidAt(const Answer& answer)
{
  const QString trace = answer.text("traceTime"), asked = answer.text("txnTime");
  const bool crossesYears = asked.mid(4, 2) == QLatin1String("12") && trace.startsWith(QLatin1String("01"));
  const QString year = QString::number(asked.left(4).toInt() + (crossesYears ? 1 : 0));
  const QString digits = trace.size() == 10 ? year + trace : asked;
  if (digits.size() != 14)
    return std::nullopt;
  const auto at = parseLocal(QStringLiteral("%1-%2-%3 %4:%5:%6")
                                 .arg(digits.mid(0, 4), digits.mid(4, 2), digits.mid(6, 2), digits.mid(8, 2),
                                      digits.mid(10, 2), digits.mid(12, 2)),
                             kChinaOffset);
  return at ? std::optional(*at) : std::nullopt;
}

Result<FetchStep> parseState(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  FetchStep step;
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning == Meaning::NotFound) {
    step.snapshots.gone.append(sent.state);
    return step;
  }
  if (meaning != Meaning::Ok)
    return fail(failure(context, answer));
  PaymentSnapshot payment;
  payment.externalId = answer.text("queryId");
  payment.orderNumber = answer.text("orderId");
  payment.rawStatus = answer.text("origRespCode");
  payment.status = gateway::statusOf(context, {{QStringLiteral("origRespCode"), payment.rawStatus}},
                                     "payment.origRespCode", step.snapshots);
  if (payment.status == GatewayPaymentStatus::Pending || payment.status == GatewayPaymentStatus::Closed)
    return step; // what nobody has paid has no number of its own and would stay as a second payment
  gateway::readDecline(context, payment.rawStatus, "payment.origRespCode", payment, step.snapshots);
  if (payment.status == GatewayPaymentStatus::Failed && payment.externalId.isEmpty())
    return step; // refused before it was a trade
  bool isAmount = false;
  payment.amount = Money(answer.text("txnAmt").toLongLong(&isAmount), Currency());
  payment.paidAt = paidAt(answer);
  payment.payer = answer.text("accNo");
  payment.method = QStringLiteral("unionpay");
  const QString currency = answer.text("currencyCode");
  if (!isAmount || payment.externalId.isEmpty() || (!currency.isEmpty() && currency != QLatin1String("156")))
    step.snapshots.failures.push_back(
        {sent.state, QStringLiteral("txnAmt, queryId or currencyCode cannot be read"), got.body});
  else
    step.snapshots.payments.push_back(std::move(payment));
  return step;
}

Result<FetchStep> parseFile(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const QDate day = QDate::fromString(sent.state, Qt::ISODate);
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  FetchStep step;
  if (meaning == Meaning::NoFile && day >= kDaily.lastReady(context.now)) { // perhaps not made yet: again next time
    step.cursor = day.addDays(-1).toString(Qt::ISODate);
    return step;
  }
  if (meaning == Meaning::Ok)
    SC_TRY(readFile(context, answer, day, step));
  else if (meaning != Meaning::NoFile) // no trade on that day
    return fail(failure(context, answer));
  step.cursor = day.toString(Qt::ISODate);
  step.next = fileOf(context, day.addDays(1));
  return step;
}

/// There is no list of payments: the settlement files name them, and orders whose number holds their time can be asked
/// for.
std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.stream == Stream::Bills || context.loop == Loop::Discover)
    return fileOf(context, kDaily.firstDue(context));
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids)
    if (const QString time = timeWithin(id); !time.isEmpty())
      requests.push_back(stateCall(context, id, time, QStringLiteral("payments.query"), id));
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == kLineOperation) {
    FetchStep step;
    const MendedText mended = mendedText(got.body);
    const QDate day = QDate::fromString(sent.state, Qt::ISODate);
    if (mended.isAdjustment)
      addAdjustments(mended.text, zmeLayout(*context.declaration), day, step.snapshots);
    else
      SC_TRY(readLines(context, mended.text, day, step));
    return step;
  }
  return sent.operation == kFile ? parseFile(context, sent, got) : parseState(context, sent, got);
}

/// A trade that cannot exist: that answer comes only to a merchant whose signature is right.
HttpRequest check(const FetchContext& context)
{
  return stateCall(context, QStringLiteral("SUPERCARGOACCOUNTCHECK"), txnTime(context.now),
                   QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning != Meaning::Ok && meaning != Meaning::NotFound)
    return fail(failure(context, answer));
  return {};
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .buildAction = buildAction,
          .nextAction = nextAction,
          .parseAction = parseAction,
          .inquire = inquire,
          .parseInquiry = parseInquiry,
          .sign = sign,
          .verify = verify};
}

} // namespace supercargo::unionpay
