#include "core/providers/wechatpay/wechatpay_bill.h"

#include "core/base/crypto.h"
#include "core/base/inflate.h"
#include "core/base/text.h"
#include "core/providers/gateway.h"

#include <QRegularExpression>

namespace supercargo::wechatpay {
namespace {

const QStringList kTradeColumns =
    QStringLiteral(
        "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
        "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,"
        "退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注")
        .split(u',');
/// Only in bills of refunds.
const QStringList kRefundTimes{QStringLiteral("退款申请时间"), QStringLiteral("退款成功时间")};
const QStringList kFlowColumns =
    QStringLiteral("记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额,"
                   "账户结余,资金变更提交申请人,备注,业务凭证号")
        .split(u',');
const QStringList kTradeNeeded = QStringLiteral("交易时间,微信订单号,商户订单号,交易状态,手续费").split(u',');
const QStringList kFlowNeeded = QStringLiteral("记账时间,资金流水单号,业务类型,收支类型,收支金额").split(u',');

tl::unexpected<Error> bad(const char* subject, const QString& detail)
{
  return fail(ErrorKind::BadResponse, detail, QString::fromLatin1(subject));
}

/// Old names of columns, and units: "收支金额(元)" -> "收支金额".
QString columnName(QString header)
{
  static const QRegularExpression kUnit(QStringLiteral("[（(]元[）)]$"));
  header = header.trimmed().remove(kUnit);
  if (header == QStringLiteral("总金额"))
    return QStringLiteral("应结订单金额");
  return header == QStringLiteral("代金券或立减优惠金额") ? QStringLiteral("代金券金额") : header;
}

QStringList headersOf(const QString& line)
{
  QStringList columns;
  for (const QString& header : line.split(u','))
    columns.append(columnName(header));
  return columns;
}

/// Values may hold commas; only a comma before a back-tick parts them.
QStringList valuesOf(const QString& line)
{
  return line.mid(1).split(QStringLiteral(",`"));
}

Money yuan(const QString& text, bool& isSound)
{
  const auto amount = Money::parseRounded(text.isEmpty() ? QStringLiteral("0") : text, Currency());
  isSound = isSound && amount.has_value();
  return amount.value_or(Money());
}

/// Fees have five decimals and the store has fen. What a row's rounding leaves is carried to the next row, so that the
/// fees of a bill add up to its total; the exact fee stays in the raw line.
class FeeRounding {
public:
  Money rounded(qint64 hundredThousandths)
  {
    constexpr qint64 kFen = 1000, kHalf = kFen / 2;
    const qint64 due = hundredThousandths + m_carried;
    const qint64 shifted = due + kHalf;
    const qint64 fen = shifted / kFen - (shifted % kFen < 0 ? 1 : 0); // down, also below zero
    m_carried = due - fen * kFen;
    return {fen, Currency()};
  }

private:
  qint64 m_carried = 0;
};

qint64 count(const QString& text)
{
  return text.section(u'.', 0, 0).toLongLong(); // "20.0" happens
}

struct Sums {
  qint64 in = 0, out = 0, amount = 0, amountIn = 0, amountOut = 0, fee = 0, refund = 0;
};

Sums sumsOf(const Bill& bill, bool& isSound)
{
  Sums sums;
  for (const BillRow& row : bill.rows) {
    const auto minor = [&](const char16_t* column) { return yuan(row.cell(column), isSound).minor(); };
    if (bill.kind == BillKind::FundFlow) {
      const bool isIn = row.cell(u"收支类型") == QStringLiteral("收入");
      ++(isIn ? sums.in : sums.out);
      (isIn ? sums.amountIn : sums.amountOut) += minor(u"收支金额");
      continue;
    }
    sums.amount += minor(u"应结订单金额");
    sums.refund += minor(u"退款金额");
    const auto fee = hundredThousandths(row.cell(u"手续费"));
    isSound = isSound && fee.has_value();
    sums.fee += fee.value_or(0);
  }
  return sums;
}

/// The rows are proven by the summary; what it does not name is not compared.
Result<void> compareTotals(const Bill& bill, const QMap<QString, QString>& summary)
{
  bool isSound = bill.failures.empty();
  const Sums sums = sumsOf(bill, isSound);
  const auto agrees = [&](const char16_t* name, qint64 ours, auto read) {
    const QString key = QString::fromUtf16(name);
    return !summary.contains(key) || read(summary.value(key)) == ours;
  };
  const auto minor = [](const QString& text) {
    bool sound = true;
    return yuan(text, sound).minor();
  };
  const auto fine = [](const QString& text) { return hundredThousandths(text).value_or(-1); };
  const auto rows = qint64(bill.rows.size());
  const bool agree = bill.kind == BillKind::Trade
                         ? agrees(u"总交易单数", rows, count) && agrees(u"应结订单总金额", sums.amount, minor) &&
                               agrees(u"退款总金额", sums.refund, minor) && agrees(u"手续费总金额", sums.fee, fine)
                         : agrees(u"资金流水总笔数", rows, count) && agrees(u"收入笔数", sums.in, count) &&
                               agrees(u"支出笔数", sums.out, count) && agrees(u"收入金额", sums.amountIn, minor) &&
                               agrees(u"支出金额", sums.amountOut, minor);
  // A row that cannot be read is told as a failure of its own; it must not hide behind the totals.
  if (isSound && !agree)
    return bad("totals", QStringLiteral("rows and summary of the bill disagree: %1 rows").arg(rows));
  return {};
}

QString tradeKind(const BillRow& row, const QString& name, Snapshots& snapshots)
{
  const QString state = row.cell(u"交易状态"), refund = row.cell(u"退款状态");
  if (state == QLatin1String("SUCCESS"))
    return QStringLiteral("payment");
  if (state == QLatin1String("REFUND") || state == QLatin1String("REVOKED")) {
    if (refund == QLatin1String("SUCCESS") || refund == QLatin1String("PROCESSING"))
      return QStringLiteral("refund");
    if (refund.isEmpty() || refund == QLatin1String("FAIL") || refund == QLatin1String("CHANGE"))
      return QStringLiteral("other"); // no money has reached the buyer
  }
  snapshots.changes.push_back({ChangeNotice::Kind::Value, name.section(u' ', 0, 0) + QStringLiteral(" bill: state"),
                               (state + u' ' + refund).trimmed()});
  return QStringLiteral("other");
}

/// It tells no day of settlement: what reaches the account, and when, the fund flow tells.
BillLineSnapshot tradeLine(const BillRow& row, const QString& name, FeeRounding& fees, bool& isSound,
                           Snapshots& snapshots)
{
  BillLineSnapshot line;
  line.kind = tradeKind(row, name, snapshots);
  line.paymentExternalId = row.cell(u"微信订单号");
  line.orderNumber = row.cell(u"商户订单号");
  const QString refundId = row.cell(u"微信退款单号");
  const bool isRefund = refundId.size() > 1; // "0": none
  line.entryId = isRefund ? refundId : line.paymentExternalId;
  if (line.kind == QLatin1String("refund") && row.cell(u"退款状态") == QLatin1String("SUCCESS"))
    line.refundNumber = row.cell(u"商户退款单号");
  line.title = row.cell(u"商品名称");
  const auto currency = Currency::of(row.cell(u"货币种类"));
  const Money settled = yuan(row.cell(u"应结订单金额"), isSound), back = yuan(row.cell(u"退款金额"), isSound);
  line.amount = isRefund ? Money(-back.minor(), back.currency()) : settled;
  if (line.kind == QLatin1String("other"))
    line.amount = Money();
  const auto fee = hundredThousandths(row.cell(u"手续费"));
  line.fee = fees.rounded(fee.value_or(0)); // negative on refunds: given back
  line.net = Money(line.amount.minor() - line.fee->minor(), line.amount.currency());
  const auto at = parseLocal(row.cell(u"交易时间"), kChinaOffset);
  isSound = isSound && fee && at && currency && *currency == Currency() && !line.entryId.isEmpty();
  if (at)
    line.occurredAt = *at;
  return line;
}

BillLineSnapshot flowLine(const Declaration& declaration, const BillRow& row, const QString& name, bool& isSound,
                          Snapshots& snapshots)
{
  BillLineSnapshot line;
  line.title = row.cell(u"业务类型");
  line.kind =
      declaration.extra.value(QLatin1String("flow_kinds")).toObject()[line.title].toString(QStringLiteral("other"));
  line.entryId = row.cell(u"资金流水单号");
  if (line.kind == QLatin1String("payment") || line.kind == QLatin1String("fee")) {
    line.paymentExternalId = row.cell(u"微信支付业务单号");
    line.orderNumber = row.cell(u"业务凭证号");
  } else if (line.kind == QLatin1String("refund")) {
    line.refundNumber = row.cell(u"业务凭证号");
  }
  const Money amount = yuan(row.cell(u"收支金额"), isSound);
  const QString direction = row.cell(u"收支类型");
  const bool isIn = direction == QStringLiteral("收入");
  if (!isIn && direction != QStringLiteral("支出")) {
    snapshots.changes.push_back(
        {ChangeNotice::Kind::Value, name.section(u' ', 0, 0) + QStringLiteral(" bill: direction"), direction});
    isSound = false; // its sign would be a guess
  }
  line.amount = isIn ? amount : -amount;
  line.net = line.amount;
  if (!row.cell(u"账户结余").isEmpty())
    line.balance = yuan(row.cell(u"账户结余"), isSound);
  const auto at = parseLocal(row.cell(u"记账时间"), kChinaOffset);
  isSound = isSound && at.has_value() && !line.entryId.isEmpty();
  if (at) {
    line.occurredAt = *at;
    line.settledOn = gateway::chinaDay(*at).toString(Qt::ISODate);
  }
  return line;
}

Result<void> readHeader(const QString& line, Bill& bill)
{
  bill.columns = headersOf(line);
  bill.heading = line.toUtf8();
  bill.kind = bill.columns.contains(QStringLiteral("资金流水单号")) ? BillKind::FundFlow : BillKind::Trade;
  for (const QString& needed : bill.kind == BillKind::Trade ? kTradeNeeded : kFlowNeeded)
    if (!bill.columns.contains(needed))
      return bad("columns", QStringLiteral("the bill has no column %1").arg(needed));
  return {};
}

void readRow(const QString& line, Bill& bill)
{
  const QStringList values = valuesOf(line);
  if (values.size() != bill.columns.size()) {
    bill.failures.push_back(
        {{},
         QStringLiteral("row has %1 cells for %2 columns").arg(values.size()).arg(bill.columns.size()),
         line.toUtf8(),
         bill.heading});
    return;
  }
  BillRow row{{}, line};
  for (qsizetype i = 0; i < values.size(); ++i)
    row.cells.insert(bill.columns[i], values[i].trimmed());
  bill.rows.push_back(std::move(row));
}

} // namespace

std::optional<qint64> hundredThousandths(const QString& yuan)
{
  // A thousand million yuan are more than any fee; sums of tens of thousands of rows stay within range.
  static const QRegularExpression kNumber(QStringLiteral("^(-?)(\\d{1,9})(?:\\.(\\d{1,5}))?$"));
  const auto match = kNumber.match(yuan.isEmpty() ? QStringLiteral("0") : yuan);
  if (!match.hasMatch())
    return std::nullopt;
  const qint64 value = match.captured(2).toLongLong() * 100000 + match.captured(3).leftJustified(5, u'0').toLongLong();
  return match.captured(1).isEmpty() ? value : -value;
}

Result<QString> billText(QByteArrayView file, const QString& sha1Hex)
{
  QByteArray bytes = file.toByteArray();
  if (bytes.startsWith("\x1f\x8b")) {
    auto unpacked = inflated(bytes);
    if (!unpacked)
      return bad("gzip", unpacked.error().detail);
    bytes = std::move(*unpacked);
  }
  if (!sha1Hex.isEmpty() && crypto::digest(crypto::Hash::Sha1, bytes).toHex() != sha1Hex.toLatin1().toLower())
    return bad("hash", QStringLiteral("the bill's hash is not the one that was announced"));
  auto text = decodeUtf8(bytes);
  if (!text)
    return bad("encoding", text.error().detail);
  return *text;
}

Result<Bill> parseBill(const QString& text)
{
  Bill bill;
  QStringList summaryNames;
  for (QString line : text.split(u'\n')) {
    if (line.endsWith(u'\r'))
      line.chop(1);
    if (line.isEmpty())
      continue;
    if (!line.startsWith(u'`')) {
      if (bill.columns.isEmpty())
        SC_TRY(readHeader(line, bill));
      else
        summaryNames = headersOf(line);
    } else if (bill.columns.isEmpty()) {
      return bad("columns", QStringLiteral("the bill begins without a header"));
    } else if (summaryNames.isEmpty()) {
      readRow(line, bill);
    } else {
      const QStringList values = valuesOf(line);
      QMap<QString, QString> summary;
      for (qsizetype i = 0; i < std::min(values.size(), summaryNames.size()); ++i)
        summary.insert(summaryNames[i], values[i]);
      SC_TRY(compareTotals(bill, summary));
      return bill;
    }
  }
  return bad("incomplete", QStringLiteral("the bill has no summary: it was cut off"));
}

Result<Bill> parseBillLine(const QString& text)
{
  Bill bill;
  SC_TRY(readHeader(text.section(u'\n', 0, 0), bill));
  const QString row = text.section(u'\n', 1);
  if (!row.startsWith(u'`'))
    return bad("columns", QStringLiteral("a row begins with a back-tick, as each of its values does"));
  readRow(row, bill);
  return bill;
}

void addBillLines(const Declaration& declaration, const Bill& bill, const QString& name, Snapshots& snapshots)
{
  const bool isTrade = bill.kind == BillKind::Trade;
  FeeRounding fees;
  for (const BillRow& row : bill.rows) {
    bool isSound = true;
    BillLineSnapshot line =
        isTrade ? tradeLine(row, name, fees, isSound, snapshots) : flowLine(declaration, row, name, isSound, snapshots);
    line.bill = name;
    line.rawLine = row.line;
    if (isSound)
      snapshots.billLines.push_back(std::move(line));
    else
      snapshots.failures.push_back({line.entryId,
                                    QStringLiteral("%1: amount, currency, time or number cannot be read").arg(name),
                                    row.line.toUtf8(), bill.heading});
  }
  for (const ItemFailure& failure : bill.failures)
    snapshots.failures.push_back(
        {failure.externalId, name + QStringLiteral(": ") + failure.reason, failure.payload, failure.heading});
  QStringList known = isTrade ? kTradeColumns : kFlowColumns;
  if (isTrade && bill.columns.contains(kRefundTimes.first()))
    known += kRefundTimes;
  gateway::noteColumns(bill.columns, known, name.section(u' ', 0, 0) + QStringLiteral(" bill"), snapshots);
}

} // namespace supercargo::wechatpay
