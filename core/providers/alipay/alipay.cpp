#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/alipay/alipay_protocol.h"
#include "core/providers/gateway.h"

#include <QDate>
#include <QUrl>

namespace supercargo::alipay {
namespace {

constexpr gateway::DailyBill kDaily{std::chrono::hours(9)};

/// A cursor that is a moment was set by a run that had nothing to read: that day's bill was not made yet, so one before
/// it.
QDate firstDay(const FetchContext& context)
{
  const auto moment = parseIso(context.cursor);
  return moment && context.cursor.size() > 10 ? kDaily.lastReady(*moment) : kDaily.firstDue(context);
}

const QString kTrade = QStringLiteral("trade"), kBalance = QStringLiteral("signcustomer");

/// "2026-03-01 trade": what a request is about.
QDate dayOf(const HttpRequest& request)
{
  return QDate::fromString(request.state.section(u' ', 0, 0), Qt::ISODate);
}
QString typeOf(const HttpRequest& request)
{
  return request.state.section(u' ', 1, 1);
}

std::optional<HttpRequest> dayRequest(const FetchContext& context, QDate day, const QString& type)
{
  if (!kDaily.isReady(day, context.now))
    return std::nullopt;
  HttpRequest request =
      call(context, "alipay.data.dataservice.bill.downloadurl.query",
           {{QStringLiteral("bill_type"), type}, {QStringLiteral("bill_date"), day.toString(Qt::ISODate)}},
           QStringLiteral("bill.link"));
  request.state = day.toString(Qt::ISODate) + u' ' + type;
  return request;
}

/// After the bill of trades that of the balance of the same day, then the next day.
void goOn(const FetchContext& context, const HttpRequest& sent, FetchStep& step)
{
  const bool wantsBalance = typeOf(sent) == kTrade;
  const QDate day = dayOf(sent);
  if (!wantsBalance)
    step.cursor = day.toString(Qt::ISODate);
  auto next = wantsBalance ? dayRequest(context, day, kBalance) : dayRequest(context, day.addDays(1), kTrade);
  if (next)
    step.next.push_back(std::move(*next));
}

Result<FetchStep> parseLink(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  FetchStep step;
  const bool isEmptyDay = answer.subCode == QLatin1String("NO_BILL_DATA") ||
                          textOf(answer.value["bill_file_code"]) == QLatin1String("EMPTY_DATA_WITH_BILL_FILE");
  const bool isNotOffered = typeOf(sent) == kBalance && answer.subCode == QLatin1String("TYPE_NOT_SUPPORTED");
  // "Not yet, or none": on the newest day it may still be made, any other day has none; nor has one before the
  // merchant.
  const bool isMissing = answer.subCode == QLatin1String("BILL_NOT_EXIST");
  const bool hasNone = answer.subCode == QLatin1String("BILL_DATE_BEFORE_REGISTRATION") ||
                       (isMissing && dayOf(sent) < kDaily.lastReady(context.now));
  if ((isEmptyDay || isNotOffered || hasNone) && answer.isSigned) {
    goOn(context, sent, step);
    return step;
  }
  if (isMissing) { // this day again next time
    step.cursor = dayOf(sent).addDays(-1).toString(Qt::ISODate);
    return step;
  }
  if (!isSuccess(answer))
    return fail(failure(answer));
  QString link = answer.value["bill_download_url"].text();
  SC_TRY(answer.value.check());
  if (QUrl url(link); url.scheme() == QLatin1String("http") && !checkEndpoint(link))
    link.replace(0, 5, QStringLiteral("https:"));
  SC_TRY(checkEndpoint(link));
  HttpRequest download;
  download.url = QUrl(link).toEncoded(QUrl::FullyEncoded);
  download.operation = QStringLiteral("bill.download");
  download.state = sent.state;
  download.timeout = std::chrono::seconds(120);
  step.next.push_back(std::move(download));
  return step;
}

QString billName(const HttpRequest& sent)
{
  return typeOf(sent) + u' ' + dayOf(sent).toString(Qt::ISODate);
}

Result<FetchStep> parseDownload(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(text, billDetailText(*context.declaration, got.body));
  SC_TRY_ASSIGN(bill, parseBill(text, context.fields.value(QStringLiteral("pid"))));
  FetchStep step;
  addBillLines(*context.declaration, bill, billName(sent), step.snapshots);
  goOn(context, sent, step);
  return step;
}

Result<FetchStep> parseLine(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(bill, parseBillLine(QString::fromUtf8(got.body)));
  FetchStep step;
  addBillLines(*context.declaration, bill, billName(sent), step.snapshots);
  return step;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Bills ? firstBills(context) : firstPayments(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Bills ? parseBills(context, sent, got) : parsePayments(context, sent, got);
}

/// A trade that cannot exist: that answer comes only to an app whose signature is right.
HttpRequest check(const FetchContext& context)
{
  return call(context, "alipay.trade.query",
              {{QStringLiteral("out_trade_no"), QStringLiteral("SUPERCARGO-ACCOUNT-CHECK")}},
              QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer) && answer.subCode != QLatin1String("TRADE_NOT_EXIST"))
    return fail(failure(answer));
  return {};
}

} // namespace

std::vector<HttpRequest> firstBills(const FetchContext& context)
{
  auto request = dayRequest(context, firstDay(context), kTrade);
  return request ? std::vector<HttpRequest>{std::move(*request)} : std::vector<HttpRequest>{};
}

Result<FetchStep> parseBills(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == kLineOperation)
    return parseLine(context, sent, got);
  return sent.operation == QLatin1String("bill.download") ? parseDownload(context, sent, got)
                                                          : parseLink(context, sent, got);
}

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
          .verify = verify,
          .decrypt = decrypt,
          .explain = explain};
}

} // namespace supercargo::alipay
