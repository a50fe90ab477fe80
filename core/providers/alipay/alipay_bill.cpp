#include "core/providers/alipay/alipay_bill.h"

#include "core/base/instant.h"
#include "core/base/text.h"
#include "core/providers/billarchive.h"
#include "core/providers/gateway.h"

#include <QRegularExpression>

#include <algorithm>

namespace supercargo::alipay {
namespace {

const QStringList kTradeColumns =
    QStringLiteral(
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额,"
        "商家实收,支付宝红包,集分宝,支付宝优惠,商家优惠,券核销金额,券名称,商家红包消费金额,卡消费金额,退款批次号/"
        "请求号,"
        "服务费,分润,备注")
        .split(u',');
const QStringList kAccountColumns =
    QStringLiteral(
        "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额,支出金额,账户余额,交易渠道,业务类型,备注")
        .split(u',');
/// Columns that older bills of the balance do not have.
const QStringList kNewerAccountColumns = QStringLiteral("业务描述,业务账单来源,业务基础订单号,业务订单号").split(u',');
const QStringList kTradeNeeded =
    QStringLiteral("支付宝交易号,商户订单号,业务类型,完成时间,商家实收,服务费").split(u',');
const QStringList kAccountNeeded = QStringLiteral("账务流水号,发生时间,收入金额,支出金额,业务类型").split(u',');

tl::unexpected<Error> bad(const char* subject, const QString& detail)
{
  return fail(ErrorKind::BadResponse, detail, QString::fromLatin1(subject));
}

/// "订单金额（元）" -> "订单金额", "收入金额（+元）" -> "收入金额".
QString columnName(const QString& header)
{
  static const QRegularExpression kUnit(QStringLiteral("[（(][^（()）]*元[）)]$"));
  return header.simplified().remove(u' ').remove(kUnit);
}

QStringList cellsOf(const QString& line)
{
  QStringList cells = line.split(u',');
  for (QString& cell : cells)
    cell = cell.trimmed(); // text cells end with a tab
  return cells;
}

bool isMarker(const QString& line)
{
  return line.startsWith(QLatin1String("#---"));
}

Money money(const QString& text, bool& isSound)
{
  constexpr qint64 kMost = 1'000'000'000'000'000; // fen; sums of a bill stay within range
  const auto amount = Money::parse(text.isEmpty() ? QStringLiteral("0") : text, Currency());
  const bool isAmount = amount && amount->minor() <= kMost && amount->minor() >= -kMost;
  isSound = isSound && isAmount;
  return isAmount ? *amount : Money();
}

/// Titles and remarks may hold commas, and nothing is quoted: the surplus belongs to one of them. The times tell which.
std::optional<QStringList> fitted(QStringList cells, const QStringList& columns, const QString& timeColumn)
{
  const qsizetype surplus = cells.size() - columns.size();
  if (surplus < 0)
    return std::nullopt;
  const qsizetype time = columns.indexOf(timeColumn);
  for (const QString& free : {QStringLiteral("商品名称"), QStringLiteral("备注")}) {
    const qsizetype at = columns.indexOf(free);
    if (at < 0)
      continue;
    QStringList merged = cells.mid(0, at);
    merged.append(cells.mid(at, surplus + 1).join(u','));
    merged.append(cells.mid(at + surplus + 1));
    if (parseLocal(merged.value(time), kChinaOffset))
      return merged;
  }
  return surplus == 0 ? std::optional(cells) : std::nullopt;
}

struct Sum {
  qint64 count = 0, minor = 0;
  bool operator==(const Sum&) const = default;
};

/// "#交易合计：2笔，商家实收共128.01元，…"; an older footer says 交易金额共. nullopt: no such line.
std::optional<Sum> statedSum(const QString& text, const QString& what)
{
  const QRegularExpression line(QStringLiteral("^#%1合计：\\s*(\\d+)笔[，,][^共\\n]*共(-?[0-9.]+)元").arg(what),
                                QRegularExpression::MultilineOption);
  const auto match = line.match(text);
  const auto amount = Money::parse(match.captured(2), Currency());
  if (!match.hasMatch() || !amount)
    return std::nullopt;
  return Sum{match.captured(1).toLongLong(), amount->minor()};
}

Result<void> compareTotals(const QString& text, Bill& bill)
{
  const bool trade = bill.kind == BillKind::Trade;
  Sum in, out;
  bool isSound = bill.failures.empty();
  for (const BillRow& row : bill.rows) {
    if (trade) {
      Sum& sum = row.cell(u"业务类型") == QStringLiteral("退款") ? out : in;
      sum = {sum.count + 1, sum.minor + money(row.cell(u"商家实收"), isSound).minor()};
      continue;
    }
    const Money income = money(row.cell(u"收入金额"), isSound), expense = money(row.cell(u"支出金额"), isSound);
    Sum& sum = income.isZero() ? out : in;
    sum = {sum.count + 1, sum.minor + income.minor() + expense.minor()};
  }
  const auto statedIn = statedSum(text, trade ? QStringLiteral("交易") : QStringLiteral("收入"));
  const auto statedOut = statedSum(text, trade ? QStringLiteral("退款") : QStringLiteral("支出"));
  if (!statedIn && !statedOut) {
    bill.failures.push_back({{}, QStringLiteral("the bill states no totals: its rows are not proven"), {}});
    return {};
  }
  // A row that cannot be read is told as a failure of its own; it must not hide behind the totals.
  if (isSound && ((statedIn && *statedIn != in) || (statedOut && *statedOut != out)))
    return bad("totals",
               QStringLiteral("rows and totals of the bill disagree: %1 and %2 rows").arg(in.count).arg(out.count));
  return {};
}

Result<void> readHeader(const QString& line, Bill& bill, QStringList& columns)
{
  for (const QString& header : cellsOf(line))
    columns.append(columnName(header));
  bill.kind = columns.contains(QStringLiteral("账务流水号")) ? BillKind::Account : BillKind::Trade;
  for (const QString& needed : bill.kind == BillKind::Trade ? kTradeNeeded : kAccountNeeded)
    if (!columns.contains(needed))
      return bad("columns", QStringLiteral("the bill has no column %1").arg(needed));
  bill.columns = columns;
  bill.heading = line.toUtf8();
  return {};
}

void readRow(const QString& line, const QStringList& columns, Bill& bill)
{
  const QString time = bill.kind == BillKind::Trade ? QStringLiteral("完成时间") : QStringLiteral("发生时间");
  const auto cells = fitted(cellsOf(line), columns, time);
  if (!cells) {
    bill.failures.push_back(
        {{},
         QStringLiteral("row has %1 cells for %2 columns").arg(line.count(u',') + 1).arg(columns.size()),
         line.toUtf8(),
         bill.heading});
    return;
  }
  BillRow row{{}, line};
  for (qsizetype i = 0; i < columns.size(); ++i)
    row.cells.insert(columns[i], cells->value(i));
  bill.rows.push_back(std::move(row));
}

QString tradeKind(const QString& type)
{
  return type == QStringLiteral("交易")   ? QStringLiteral("payment")
         : type == QStringLiteral("退款") ? QStringLiteral("refund")
                                          : QStringLiteral("other");
}

/// The types of movements are not published: the first row of extra.account_kinds that has a word of one decides.
QString accountKind(const Declaration& declaration, const QString& type, Money amount)
{
  const QString kind =
      declaration.rowWithWord("account_kinds", type).value(QLatin1String("kind")).toString(QStringLiteral("other"));
  return kind == QLatin1String("payment") && amount.minor() <= 0 ? QStringLiteral("other") : kind;
}

/// The day in China of a cell with a time; empty: it has none.
QString dayIn(const BillRow& row, const QString& column)
{
  const auto at = parseLocal(row.cells.value(column), kChinaOffset);
  return at ? gateway::chinaDay(*at).toString(Qt::ISODate) : QString();
}

BillLineSnapshot tradeLine(const Declaration& declaration, const BillRow& row, bool& isSound)
{
  BillLineSnapshot line;
  line.kind = tradeKind(row.cell(u"业务类型"));
  line.paymentExternalId = row.cell(u"支付宝交易号");
  line.orderNumber = row.cell(u"商户订单号");
  line.refundNumber = row.cell(u"退款批次号/请求号");
  line.entryId =
      line.refundNumber.isEmpty() ? line.paymentExternalId : line.paymentExternalId + u'/' + line.refundNumber;
  line.title = row.cell(u"商品名称");
  line.amount = money(row.cell(u"商家实收"), isSound);
  const Money fee = money(row.cell(u"服务费"), isSound);
  line.fee = fee.minor() < 0 ? -fee : fee; // which sign a charge has is not documented
  if (line.kind == QLatin1String("payment") || line.fee->isZero())
    line.net = Money(line.amount.minor() - line.fee->minor(), line.amount.currency());
  line.settledOn = dayIn(row, declaration.extra.value(QLatin1String("trade_settled_by")).toString());
  const auto at = parseLocal(row.cell(u"完成时间"), kChinaOffset);
  isSound = isSound && at.has_value() && !line.paymentExternalId.isEmpty();
  if (at)
    line.occurredAt = *at;
  return line;
}

BillLineSnapshot accountLine(const Declaration& declaration, const BillRow& row, bool& isSound)
{
  BillLineSnapshot line;
  const Money income = money(row.cell(u"收入金额"), isSound), expense = money(row.cell(u"支出金额"), isSound);
  const Money moved(income.minor() - std::abs(expense.minor()), income.currency());
  line.kind = accountKind(declaration, row.cell(u"业务类型"), moved);
  line.net = moved;
  if (line.kind == QLatin1String("fee")) // nothing moves but the fee
    line.fee = -moved;
  else
    line.amount = moved;
  line.settledOn = dayIn(row, QStringLiteral("发生时间")); // the line is the movement of the balance
  line.entryId = row.cell(u"账务流水号");
  line.paymentExternalId =
      row.cell(u"业务基础订单号").isEmpty() ? row.cell(u"业务流水号") : row.cell(u"业务基础订单号");
  line.orderNumber = row.cell(u"商户订单号");
  line.title = row.cell(u"商品名称").isEmpty() ? row.cell(u"业务类型") : row.cell(u"商品名称");
  if (!row.cell(u"账户余额").isEmpty())
    line.balance = money(row.cell(u"账户余额"), isSound);
  const auto at = parseLocal(row.cell(u"发生时间"), kChinaOffset);
  isSound = isSound && at.has_value() && !line.entryId.isEmpty();
  if (at)
    line.occurredAt = *at;
  return line;
}

} // namespace

Result<QString> billDetailText(const Declaration& declaration, QByteArrayView zip)
{
  if (!zip.startsWith("PK\x03\x04")) // a link older than 30 s answers with a page, and with 200
    return bad("not-a-zip", QStringLiteral("the bill's link brought no zip file: it lives for 30 seconds only"));
  SC_TRY_ASSIGN(detail, billEntry(zip, [&](const QString& name) {
                  return !declaration.says("summary_words", name) &&
                         name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
                }));
  if (!detail)
    return bad("zip", QStringLiteral("the bill's zip file has no detail file"));
  return decodeGb18030(*detail);
}

Result<Bill> parseBill(const QString& text, const QString& pid)
{
  static const QRegularExpression kAccount(QStringLiteral("^#账号：\\[([^\\]]*)\\]"),
                                           QRegularExpression::MultilineOption);
  Bill bill;
  bill.account = kAccount.match(text).captured(1);
  if (!pid.isEmpty() && !bill.account.startsWith(pid))
    return bad("account", QStringLiteral("the bill is of account %1, not of %2").arg(bill.account, pid));
  QStringList columns;
  bool isInside = false, isComplete = false;
  for (QString line : text.split(u'\n')) {
    if (line.endsWith(u'\r'))
      line.chop(1);
    if (isMarker(line)) {
      isComplete = isInside;
      isInside = !isInside && columns.isEmpty();
      if (isComplete)
        break;
    } else if (isInside && columns.isEmpty()) {
      SC_TRY(readHeader(line, bill, columns));
    } else if (isInside && !line.trimmed().isEmpty()) {
      readRow(line, columns, bill);
    }
  }
  if (!isComplete || columns.isEmpty())
    return bad("incomplete", QStringLiteral("the bill has no end: it was cut off"));
  SC_TRY(compareTotals(text, bill));
  return bill;
}

Result<Bill> parseBillLine(const QString& text)
{
  Bill bill;
  QStringList columns;
  SC_TRY(readHeader(text.section(u'\n', 0, 0), bill, columns));
  readRow(text.section(u'\n', 1), columns, bill);
  return bill;
}

void addBillLines(const Declaration& declaration, const Bill& bill, const QString& name, Snapshots& snapshots)
{
  for (const BillRow& row : bill.rows) {
    bool isSound = true;
    BillLineSnapshot line =
        bill.kind == BillKind::Trade ? tradeLine(declaration, row, isSound) : accountLine(declaration, row, isSound);
    line.bill = name;
    line.rawLine = row.line;
    if (isSound)
      snapshots.billLines.push_back(std::move(line));
    else
      snapshots.failures.push_back({line.entryId, QStringLiteral("%1: amount, time or number cannot be read").arg(name),
                                    row.line.toUtf8(), bill.heading});
  }
  for (const ItemFailure& failure : bill.failures)
    snapshots.failures.push_back(
        {failure.externalId, name + QStringLiteral(": ") + failure.reason, failure.payload, failure.heading});
  QStringList known = bill.kind == BillKind::Trade ? kTradeColumns : kAccountColumns;
  const auto has = [&](const QString& column) { return bill.columns.contains(column); };
  if (bill.kind == BillKind::Account && std::ranges::any_of(kNewerAccountColumns, has))
    known += kNewerAccountColumns;
  gateway::noteColumns(bill.columns, known, name.section(u' ', 0, 0) + QStringLiteral(" bill"), snapshots);
}

} // namespace supercargo::alipay
