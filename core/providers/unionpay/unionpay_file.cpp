#include "core/providers/unionpay/unionpay_file.h"

#include "core/base/inflate.h"
#include "core/providers/billarchive.h"

#include <QJsonArray>

namespace supercargo::unionpay {
namespace {

constexpr char kPurchase[] = "01", kRefund[] = "04", kVoid[] = "31";

tl::unexpected<Error> bad(const char* subject, const QString& detail)
{
  return fail(ErrorKind::BadResponse, detail, QString::fromLatin1(subject));
}

/// "zm 2026-03-01"
QString billName(const char* kind, QDate settled)
{
  return QLatin1String(kind) + u' ' + settled.toString(Qt::ISODate);
}

/// One record, with the faults found in it.
struct Reading {
  const ZmRecord& record;
  QStringList faults;

  QString text(const char* name) const { return QString::fromLatin1(record.fields.value(name)); }

  qint64 minor(const char* name, QByteArray digits)
  {
    bool isNumber = false;
    const qint64 value = digits.trimmed().toLongLong(&isNumber);
    if (!isNumber || value < 0)
      faults.append(QStringLiteral("%1 is no amount").arg(QLatin1String(name)));
    return isNumber ? value : 0;
  }
  Money amount(const char* name) { return {minor(name, record.fields.value(name)), Currency()}; }

  /// "C000000012740": the letter says in which direction; zeros may have a blank instead.
  Money directed(const char* name, char positive)
  {
    const QByteArray value = record.fields.value(name);
    const char letter = value.isEmpty() ? ' ' : value.front();
    const qint64 size = minor(name, value.mid(1));
    if (letter != 'C' && letter != 'D' && (letter != ' ' || size != 0))
      faults.append(QStringLiteral("%1 names no direction").arg(QLatin1String(name)));
    return {letter == positive ? size : -size, Currency()};
  }

  /// MMDDhhmmss without a year: that of the file, or the one before it.
  std::optional<Instant> time(const char* name, QDate settled)
  {
    const QString digits = text(name);
    const auto at = [&](int year) {
      return parseLocal(
          QStringLiteral("%1-%2-%3 %4:%5:%6")
              .arg(year)
              .arg(digits.mid(0, 2), digits.mid(2, 2), digits.mid(4, 2), digits.mid(6, 2), digits.mid(8, 2)),
          kChinaOffset);
    };
    constexpr std::chrono::hours kDayAndMore{48};
    const auto limit = parseLocal(settled.toString(Qt::ISODate) + QStringLiteral(" 00:00:00"), kChinaOffset);
    auto found = at(settled.year());
    if (found && limit && *found > *limit + kDayAndMore)
      found = at(settled.year() - 1);
    if (digits.size() != 10 || !found)
      faults.append(QStringLiteral("%1 is no time").arg(QLatin1String(name)));
    return found ? std::optional(*found) : std::nullopt;
  }
};

QString kindOf(const QString& type, Snapshots& snapshots)
{
  if (type == QLatin1String(kPurchase))
    return QStringLiteral("payment");
  if (type == QLatin1String(kRefund) || type == QLatin1String(kVoid))
    return QStringLiteral("refund");
  snapshots.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("zm.txn_type"), type});
  return QStringLiteral("other");
}

BillLineSnapshot lineOf(Reading& reading, QDate settled, Snapshots& snapshots)
{
  BillLineSnapshot line;
  line.kind = kindOf(reading.text("txn_type"), snapshots);
  const bool isRefund = line.kind == QLatin1String("refund");
  line.bill = billName("zm", settled);
  line.entryId = reading.text("query_id");
  line.paymentExternalId = isRefund ? reading.text("orig_query_id") : line.entryId;
  const QString original = reading.text("orig_order_id");
  line.orderNumber = isRefund && !original.isEmpty() ? original : reading.text("order_id");
  line.refundNumber = isRefund ? reading.text("order_id") : QString();
  line.title = reading.text("txn_code");
  line.settledOn = settled.toString(Qt::ISODate);
  line.net = reading.directed("settle_amt", 'C');
  line.fee = reading.directed("mer_fee", 'D');
  const Money size = reading.amount("txn_amt");
  line.amount = line.net->minor() < 0 || isRefund ? -size : size;
  line.occurredAt = reading.time("trans_time_MMDDhhmmss", settled);
  line.rawLine = QString::fromLatin1(reading.record.line);
  if (line.entryId.isEmpty())
    reading.faults.append(QStringLiteral("no query_id"));
  return line;
}

/// What has moved is what is settled and the fee: of a correction, txn_amt may be the whole trade it is about. That
/// trade is named by its trace number and time only.
BillLineSnapshot adjustmentOf(Reading& reading, QDate settled)
{
  BillLineSnapshot line;
  line.kind = QStringLiteral("adjustment");
  line.bill = billName("zme", settled);
  line.title = reading.text("txn_code");
  line.entryId = QStringList{line.title, reading.text("trace_no"), reading.text("trans_time_MMDDhhmmss")}.join(u'/');
  line.settledOn = settled.toString(Qt::ISODate);
  line.net = reading.directed("settle_amt", 'C');
  line.fee = reading.directed("mer_fee", 'D');
  line.amount = Money(line.net->minor() + line.fee->minor(), Currency());
  line.occurredAt = reading.time("trans_time_MMDDhhmmss", settled);
  line.rawLine = QString::fromLatin1(reading.record.line);
  if (reading.text("trace_no").isEmpty())
    reading.faults.append(QStringLiteral("no trace_no"));
  return line;
}

/// The file names no columns: what stands above a line that is mended is the kind of file.
void addFailure(const QString& externalId, const QString& bill, const QString& why, const QByteArray& line,
                Snapshots& snapshots)
{
  snapshots.failures.push_back({externalId, bill + QStringLiteral(": ") + why, QString::fromLatin1(line).toUtf8(),
                                bill.section(u' ', 0, 0).toUtf8()});
}

void reportFaults(const Reading& reading, const QString& bill, Snapshots& snapshots)
{
  addFailure(reading.text("query_id"), bill, reading.faults.join(QStringLiteral("; ")), reading.record.line, snapshots);
}

ZmLayout layoutOf(const Declaration& declaration, const QString& name)
{
  ZmLayout layout;
  layout.name = name;
  for (const QJsonValue field : declaration.extra.value(name + QStringLiteral("_fields")).toArray()) {
    layout.fields.emplace_back(field[0].toString().toLatin1(), field[1].toInt());
    layout.lineSize += field[1].toInt() + 1;
  }
  layout.lineSize = std::max<qsizetype>(0, layout.lineSize - 1);
  return layout;
}

Result<std::optional<QByteArray>> entryNamed(QByteArrayView zip, const char* part)
{
  return billEntry(zip, [part](const QString& name) { return name.contains(QLatin1String(part)); });
}

QByteArrayList linesOf(QByteArrayView text)
{
  QByteArrayList lines;
  for (QByteArray line : text.toByteArray().split('\n')) {
    if (line.endsWith('\r'))
      line.chop(1);
    if (!line.trimmed().isEmpty())
      lines.append(line);
  }
  return lines;
}

} // namespace

ZmLayout zmLayout(const Declaration& declaration)
{
  return layoutOf(declaration, QStringLiteral("zm"));
}
ZmLayout zmeLayout(const Declaration& declaration)
{
  return layoutOf(declaration, QStringLiteral("zme"));
}

Result<QByteArray> unpackedFile(QByteArrayView fileContent)
{
  return inflated(QByteArray::fromBase64(fileContent.toByteArray()));
}

Result<std::optional<QByteArray>> zmText(QByteArrayView zip)
{
  return entryNamed(zip, "ZM_");
}
Result<std::optional<QByteArray>> zmeText(QByteArrayView zip)
{
  return entryNamed(zip, "ZME_");
}

Result<std::vector<ZmRecord>> zmRecords(QByteArrayView text, const ZmLayout& layout, Snapshots& snapshots)
{
  std::vector<ZmRecord> records;
  for (const QByteArray& line : linesOf(text)) {
    if (line.size() < layout.lineSize)
      return bad("line", QStringLiteral("a line of the settlement file has %1 bytes instead of %2")
                             .arg(line.size())
                             .arg(layout.lineSize));
    if (line.size() > layout.lineSize && records.empty())
      snapshots.changes.push_back({ChangeNotice::Kind::Column,
                                   layout.name + QStringLiteral(" line: bytes behind the last field"),
                                   QString::number(line.size() - layout.lineSize)});
    ZmRecord record{{}, line};
    qsizetype at = 0;
    for (const auto& [name, width] : layout.fields) {
      if (at > 0 && line.at(at - 1) != ' ')
        return bad(
            "layout",
            QStringLiteral("field %1 of the settlement file is wider than it was").arg(QString::fromLatin1(name)));
      QByteArray value = line.mid(at, width);
      while (value.endsWith(' '))
        value.chop(1);
      record.fields.insert(name, value);
      at += width + 1;
    }
    records.push_back(std::move(record));
  }
  return records;
}

MendedText mendedText(QByteArrayView answer)
{
  const QString text = QString::fromUtf8(answer);
  return {text.startsWith(QLatin1String("zme\n")), text.section(u'\n', 1).toLatin1()};
}

void addBillLines(const std::vector<ZmRecord>& records, QDate settled, Snapshots& snapshots)
{
  for (const ZmRecord& record : records) {
    Reading reading{record, {}};
    BillLineSnapshot line = lineOf(reading, settled, snapshots);
    if (reading.faults.isEmpty())
      snapshots.billLines.push_back(std::move(line));
    else
      reportFaults(reading, line.bill, snapshots);
  }
}

void addAdjustments(QByteArrayView text, const ZmLayout& layout, QDate settled, Snapshots& snapshots)
{
  const auto records = zmRecords(text, layout, snapshots);
  if (!records) {
    snapshots.changes.push_back({ChangeNotice::Kind::Column, QStringLiteral("zme line"), records.error().detail});
    for (const QByteArray& line : linesOf(text))
      addFailure({}, billName("zme", settled), QStringLiteral("another layout"), line, snapshots);
    return;
  }
  for (const ZmRecord& record : *records) {
    Reading reading{record, {}};
    BillLineSnapshot line = adjustmentOf(reading, settled);
    if (reading.faults.isEmpty())
      snapshots.billLines.push_back(std::move(line));
    else
      reportFaults(reading, line.bill, snapshots);
  }
}

/// Refunds follow from the bill's lines: most are of payments of other days.
void addPayments(const std::vector<ZmRecord>& records, QDate settled, Snapshots& snapshots)
{
  for (const ZmRecord& record : records) {
    if (record.fields.value("txn_type") != kPurchase)
      continue;
    Reading reading{record, {}};
    PaymentSnapshot payment;
    payment.externalId = reading.text("query_id");
    payment.orderNumber = reading.text("order_id");
    payment.rawStatus = QStringLiteral("00");
    payment.status = GatewayPaymentStatus::Paid;
    payment.amount = reading.amount("txn_amt");
    payment.fee = reading.directed("mer_fee", 'D');
    payment.paidAt = reading.time("trans_time_MMDDhhmmss", settled);
    payment.payer = reading.text("card_no_masked");
    payment.method = QStringLiteral("unionpay");
    if (payment.externalId.isEmpty())
      reading.faults.append(QStringLiteral("no query_id"));
    if (reading.faults.isEmpty())
      snapshots.payments.push_back(std::move(payment));
    else
      reportFaults(reading, billName("zm", settled), snapshots);
  }
}

} // namespace supercargo::unionpay
