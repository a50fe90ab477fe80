#include "core/base/text.h"
#include "core/providers/paypal/paypal_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo::paypal {
namespace {

const QString kPage = QStringLiteral("transactions.page"), kCapture = QStringLiteral("payments.capture");
constexpr int kMostPerPage = 500;

/// A part of the window, which page of it, and the smallest movement of each page read so far: what a request's
/// state says, "from to page movement,movement".
struct Part {
  Instant from{}, to{};
  qint64 page = 1;
  QStringList read{};
};

Part partOf(const HttpRequest& sent)
{
  const auto number = [&](int at) { return sent.state.section(u' ', at, at).toLongLong(); };
  return {fromMs(number(0)), fromMs(number(1)), std::max<qint64>(1, number(2)),
          sent.state.section(u' ', 3, 3).split(u',', Qt::SkipEmptyParts)};
}

QString timeText(Instant at)
{
  return QString::fromLatin1(percentEncode(toIso(std::chrono::floor<std::chrono::seconds>(at))));
}

HttpRequest pageRequest(const FetchContext& context, const Part& part)
{
  // Joined, not filled in: percent signs of the times would be taken for places.
  HttpRequest request = get(context,
                            QStringLiteral("/v1/reporting/transactions?start_date=") + timeText(part.from) +
                                QStringLiteral("&end_date=") + timeText(part.to) +
                                QStringLiteral("&fields=all&balance_affecting_records_only=Y&page_size=") +
                                QString::number(std::clamp(context.pageSize, 1, kMostPerPage)) +
                                QStringLiteral("&page=") + QString::number(part.page),
                            kPage);
  request.state = QStringLiteral("%1 %2 %3").arg(toMs(part.from)).arg(toMs(part.to)).arg(part.page);
  if (!part.read.isEmpty())
    request.state += u' ' + part.read.join(u',');
  request.expected = {400}; // too many for one answer: smaller parts are asked for
  return request;
}

/// The list tells a refund by itself; what became of its payment, the payment says.
HttpRequest captureRequest(const FetchContext& context, const QString& id, const QJsonArray& refunds)
{
  HttpRequest request =
      get(context, QStringLiteral("/v2/payments/captures/") + QString::fromLatin1(percentEncode(id)), kCapture);
  request.state = id + u' ' + QString::fromUtf8(QJsonDocument(refunds).toJson(QJsonDocument::Compact));
  request.expected = {404}; // refunds of other things than captures
  return request;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop != Loop::Revisit)
    return {pageRequest(context, {context.from, context.to, 1})};
  return {}; // no call finds a payment by the shop's number
}

/// Half the time each; the first half ends a second before the second begins, since both ends count.
Result<FetchStep> parted(const FetchContext& context, const Part& part)
{
  constexpr std::chrono::seconds kSecond{1};
  if (part.to - part.from < 2 * kSecond)
    return fail(ErrorKind::BadResponse, QStringLiteral("PayPal has too many transactions in one second"));
  const Instant middle = std::chrono::floor<std::chrono::seconds>(part.from + (part.to - part.from) / 2);
  FetchStep step;
  step.next = {pageRequest(context, {part.from, middle - kSecond, 1}), pageRequest(context, {middle, part.to, 1})};
  return step;
}

void readBillLine(const FetchContext& context, const JsonReader& detail, Snapshots& snapshots)
{
  const QString status = textOf(detail["transaction_info"]["transaction_status"]);
  if (status == QLatin1String("P") || status == QLatin1String("D"))
    return; // nothing has moved
  BillLineSnapshot line = billLineOf(context, detail, snapshots);
  if (const auto sound = detail.check(); sound)
    snapshots.billLines.push_back(std::move(line));
  else
    snapshots.failures.push_back({line.entryId, sound.error().detail, detail.json()});
}

void readPayment(const FetchContext& context, const JsonReader& detail, QMap<QString, QJsonArray>& refunds,
                 Snapshots& snapshots)
{
  const JsonReader info = detail["transaction_info"];
  const QString kind = kindOf(context, info["transaction_event_code"].text(), snapshots);
  if (kind != QLatin1String("payment") && kind != QLatin1String("refund"))
    return; // payouts, fees, exchanges: the bill has them
  const PaymentSnapshot payment = paymentOf(context, detail, snapshots);
  if (const auto sound = detail.check(); !sound)
    snapshots.failures.push_back({payment.externalId, sound.error().detail, detail.json()});
  else if (kind == QLatin1String("payment") && payment.amount.minor() > 0)
    snapshots.payments.push_back(payment);
  else if (const QString of = textOf(info["paypal_reference_id"]); kind == QLatin1String("refund") && !of.isEmpty())
    refunds[of].append(QJsonObject{{QStringLiteral("no"), payment.externalId},
                                   {QStringLiteral("minor"), std::abs(payment.amount.minor())},
                                   {QStringLiteral("status"), payment.rawStatus},
                                   {QStringLiteral("at"), payment.paidAt ? toMs(*payment.paidAt) : 0}});
}

/// From the last page to the first: records that leave the window meanwhile only move others to pages still to come.
std::optional<Part> following(const Part& part, qint64 pages, const QString& mark)
{
  constexpr qint64 kMostPages = 10'000;
  const qint64 page = part.page == 1 ? std::min(pages, kMostPages) : part.page - 1;
  if (page < 2)
    return std::nullopt;
  return Part{part.from, part.to, page, part.read + QStringList{mark}};
}

/// One id may stand for several movements, so what happened belongs to it.
QString smallestMovement(const JsonReader& root)
{
  QString smallest;
  for (const JsonReader& item : root["transaction_details"].itemsIfAny()) {
    const JsonReader info = item["transaction_info"].isolated();
    QString movement = textOf(info["transaction_id"]) + u'/' + textOf(info["transaction_event_code"]) + u'/' +
                       textOf(info["transaction_amount"]["value"]);
    movement.remove(u' ').remove(u',');
    if (smallest.isEmpty() || movement < smallest)
      smallest = movement;
  }
  return smallest;
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const Part part = partOf(sent);
  if (got.status == 400) {
    if (errorName(got) == QLatin1String("RESULTSET_TOO_LARGE"))
      return parted(context, part);
    return fail(explain(*context.declaration, got));
  }
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  FetchStep step;
  QMap<QString, QJsonArray> refunds; // by payment
  for (const JsonReader& item : root["transaction_details"].itemsIfAny())
    if (context.stream == Stream::Bills)
      readBillLine(context, item.isolated(), step.snapshots);
    else
      readPayment(context, item.isolated(), refunds, step.snapshots);
  for (auto it = refunds.cbegin(); it != refunds.cend(); ++it)
    step.next.push_back(captureRequest(context, it.key(), it.value()));
  const qint64 pages = root["total_pages"].integerIfAny().value_or(0);
  const qint64 total = root["total_items"].integerIfAny().value_or(0);
  const QString mark = smallestMovement(root);
  SC_TRY(root.check());
  if (!mark.isEmpty() && part.read.contains(mark)) // it stands in the place of another, which would be lost
    return fail(ErrorKind::BadResponse, QStringLiteral("PayPal has sent one page twice"));
  if (const auto next = following(part, pages, mark))
    step.next.push_back(pageRequest(context, *next));
  if (context.stream == Stream::Bills && part.from == context.from && part.to == context.to)
    step.total = total;
  return step;
}

AftersaleStatus refundStatus(const QString& status)
{
  return status == QLatin1String("S") || status == QLatin1String("V") ? AftersaleStatus::Succeeded
         : status == QLatin1String("P")                               ? AftersaleStatus::Refunding
         : status == QLatin1String("D")                               ? AftersaleStatus::Closed
                                                                      : AftersaleStatus::Unknown;
}

Result<FetchStep> parseCapture(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const QString id = sent.state.section(u' ', 0, 0);
  FetchStep step;
  if (got.status == 404) // of a transaction that is no capture: the bill has it
    return step;
  SC_TRY_ASSIGN(capture, JsonReader::parse(got.body));
  PaymentSnapshot payment = captureOf(context, capture, step.snapshots);
  for (const QJsonValue told : QJsonDocument::fromJson(sent.state.section(u' ', 1).toUtf8()).array()) {
    RefundSnapshot refund;
    refund.externalId = told[QLatin1String("no")].toString();
    refund.amount = Money(told[QLatin1String("minor")].toInteger(), payment.amount.currency());
    refund.status = refundStatus(told[QLatin1String("status")].toString());
    refund.createdAt = fromMs(told[QLatin1String("at")].toInteger());
    payment.refunds.push_back(std::move(refund));
  }
  if (const auto sound = capture.check(); sound)
    step.snapshots.payments.push_back(std::move(payment));
  else
    step.snapshots.failures.push_back({id, sound.error().detail, capture.json()});
  return step;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return sent.operation == kCapture ? parseCapture(context, sent, got) : parsePage(context, sent, got);
}

/// The report needs a permission of its own: an hour of it proves both.
HttpRequest check(const FetchContext& context)
{
  HttpRequest request = pageRequest(context, {context.now - std::chrono::hours(1), context.now, 1});
  request.operation = QStringLiteral("account.check");
  request.expected.clear();
  return request;
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  root["account_number"].textIfAny();
  root["transaction_details"].itemsIfAny();
  if (!root.isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of PayPal"));
  return root.check();
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .login = login,
          .parseLogin = parseLogin,
          .buildAction = buildAction,
          .parseAction = parseAction,
          .inquire = inquire,
          .parseInquiry = parseInquiry,
          .sign = sign,
          .explain = explain};
}

} // namespace supercargo::paypal
