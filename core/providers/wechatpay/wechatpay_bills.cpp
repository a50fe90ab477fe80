#include "core/providers/gateway.h"
#include "core/providers/wechatpay/wechatpay_bill.h"
#include "core/providers/wechatpay/wechatpay_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace supercargo::wechatpay {
namespace {

constexpr gateway::DailyBill kDaily{std::chrono::hours(10)};
const QString kTrade = QStringLiteral("trade"), kFundFlow = QStringLiteral("fundflow");

/// "2026-03-01 trade <sha1>": what a request is about.
QDate dayOf(const HttpRequest& request)
{
  return QDate::fromString(request.state.section(u' ', 0, 0), Qt::ISODate);
}
QString kindOf(const HttpRequest& request)
{
  return request.state.section(u' ', 1, 1);
}

/// The link must lead to where the API lives: a signature goes there.
Result<void> checkDownloadHost(const FetchContext& context, const QString& link)
{
  SC_TRY(checkEndpoint(link));
  const QString host = QUrl(link).host();
  if (host == QUrl(context.endpoint).host() || host.endsWith(QLatin1String(".weixin.qq.com")) ||
      host.endsWith(QLatin1String(".wechatpay.cn")))
    return {};
  return fail(ErrorKind::BadResponse, QStringLiteral("the bill's link leads to a foreign host: %1").arg(host));
}

/// After the trade bill the fund flow of the same day, then the next day.
void goOn(const FetchContext& context, QDate day, const QString& kind, FetchStep& step)
{
  const bool wantsFlow = context.stream == Stream::Bills && kind == kTrade;
  if (!wantsFlow)
    step.cursor = day.toString(Qt::ISODate);
  auto next = wantsFlow ? billLink(context, day, kFundFlow) : billLink(context, day.addDays(1), kTrade);
  if (next)
    step.next.push_back(std::move(*next));
}

Result<Bill> billOf(const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(text, billText(got.body, sent.state.section(u' ', 2, 2)));
  return parseBill(text);
}

QString billName(const HttpRequest& sent)
{
  return kindOf(sent) + u' ' + dayOf(sent).toString(Qt::ISODate);
}

/// Refunds of one transaction as the payment's query carries them along.
QJsonObject refundOf(const BillRow& row)
{
  const auto amount = Money::parse(row.cell(u"退款金额"), Currency());
  const auto at = parseLocal(row.cell(u"交易时间"), kChinaOffset);
  return {{QStringLiteral("no"), row.cell(u"商户退款单号")},
          {QStringLiteral("minor"), amount ? amount->minor() : 0},
          {QStringLiteral("status"), row.cell(u"退款状态")},
          {QStringLiteral("at"), at ? toMs(*at) : 0}};
}

void askForPayments(const FetchContext& context, const Bill& bill, FetchStep& step)
{
  QMap<QString, QJsonArray> refunds; // by transaction
  for (const BillRow& row : bill.rows) {
    QJsonArray& of = refunds[row.cell(u"微信订单号")];
    if (row.cell(u"微信退款单号").size() > 1)
      of.append(refundOf(row));
  }
  refunds.remove(QString());
  for (auto it = refunds.cbegin(); it != refunds.cend(); ++it)
    step.next.push_back(
        paymentQuery(context, it.key(), QString::fromUtf8(QJsonDocument(it.value()).toJson(QJsonDocument::Compact))));
}

} // namespace

std::optional<HttpRequest> billLink(const FetchContext& context, QDate day, const QString& kind)
{
  if (!kDaily.isReady(day, context.now))
    return std::nullopt;
  const QString date = day.toString(Qt::ISODate);
  HttpRequest request = get(
      context,
      kind == kTrade ? QStringLiteral("/v3/bill/tradebill?bill_date=%1&bill_type=ALL&tar_type=GZIP").arg(date)
                     : QStringLiteral("/v3/bill/fundflowbill?bill_date=%1&account_type=BASIC&tar_type=GZIP").arg(date),
      QStringLiteral("bill.link"));
  request.state = date + u' ' + kind;
  request.expected = {400}; // "no bill" is an answer
  return request;
}

Result<std::optional<HttpRequest>> billDownload(const FetchContext& context, const HttpRequest& sent,
                                                const HttpResponse& got, bool& isLate)
{
  isLate = codeOf(got) == QLatin1String("STATEMENT_CREATING");
  if (isLate || codeOf(got) == QLatin1String("NO_STATEMENT_EXIST"))
    return std::nullopt;
  if (got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const QString link = root["download_url"].text(), hash = root["hash_value"].text();
  const QString type = root["hash_type"].textIfAny().value_or(QStringLiteral("SHA1"));
  SC_TRY(root.check());
  if (type.compare(QLatin1String("SHA1"), Qt::CaseInsensitive) != 0)
    return fail(ErrorKind::BadResponse, QStringLiteral("the bill is hashed with %1, which is unknown").arg(type));
  SC_TRY(checkDownloadHost(context, link));
  HttpRequest download;
  download.url = link.toUtf8(); // exactly as received: it is signed
  download.operation = QStringLiteral("bill.download");
  download.state = sent.state.section(u' ', 0, 1) + u' ' + hash;
  download.timeout = std::chrono::seconds(120);
  return download;
}

std::vector<HttpRequest> firstBills(const FetchContext& context)
{
  auto request = billLink(context, kDaily.firstDue(context), kTrade);
  return request ? std::vector<HttpRequest>{std::move(*request)} : std::vector<HttpRequest>{};
}

Result<FetchStep> parseBills(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  FetchStep step;
  if (sent.operation == kLineOperation) {
    SC_TRY_ASSIGN(bill, parseBillLine(QString::fromUtf8(got.body)));
    addBillLines(*context.declaration, bill, billName(sent), step.snapshots);
    return step;
  }
  if (sent.operation == QLatin1String("bill.download")) {
    SC_TRY_ASSIGN(bill, billOf(sent, got));
    if (context.stream == Stream::Bills)
      addBillLines(*context.declaration, bill, billName(sent), step.snapshots);
    else
      askForPayments(context, bill, step);
    goOn(context, dayOf(sent), kindOf(sent), step);
    return step;
  }
  bool isLate = false;
  SC_TRY_ASSIGN(download, billDownload(context, sent, got, isLate));
  if (download)
    step.next.push_back(std::move(*download));
  else if (isLate) // this day again next time
    step.cursor = dayOf(sent).addDays(-1).toString(Qt::ISODate);
  else
    goOn(context, dayOf(sent), kindOf(sent), step);
  return step;
}

} // namespace supercargo::wechatpay
