#include "app/sandbox/acp.h"

#include "app/sandbox/ziparchive.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox::acp {
namespace {

/// Left-aligned in its field, one blank behind it.
void put(QByteArray& line, const QByteArray& value, int width)
{
  line += value.left(width).leftJustified(width, ' ') + ' ';
}

QByteArray amount(qint64 minor)
{
  return QByteArray::number(minor).rightJustified(12, '0');
}

QByteArray directed(qint64 minor, char positive, char negative)
{
  return (minor == 0 ? ' ' : minor > 0 ? positive : negative) + amount(std::abs(minor));
}

QByteArray shortTime(Instant at)
{
  return formatLocal(at, kChinaOffset).mid(5, 14).remove(u'-').remove(u':').remove(u' ').toLatin1();
}

/// 42 fields.
QByteArray lineOf(const Trade& trade, int number, const QString& merchant)
{
  const qint64 net = (trade.refund ? -trade.amount : trade.amount) - trade.fee;
  QByteArray line;
  put(line, trade.refund ? "S30" : "S56", 3);
  put(line, "88022900", 11);
  put(line, "00049993", 11);
  put(line, QByteArray::number(190'000 + number).right(6), 6);
  put(line, shortTime(trade.at), 10);
  put(line, "622609******0048", 19);
  put(line, amount(trade.amount), 12);
  put(line, "4899", 4);
  put(line, "07", 2);
  put(line, trade.queryId.toLatin1(), 21);
  put(line, "01", 2);
  put(line, trade.orderId.toLatin1(), 32);
  put(line, "01", 2);
  put(line, {}, 6);
  put(line, {}, 10);
  put(line, directed(trade.fee, 'D', 'C'), 13);
  put(line, directed(net, 'C', 'D'), 13);
  put(line, "0001", 4);
  put(line, {}, 15);
  put(line, !trade.refund ? "01" : trade.isVoid ? "31" : "04", 2);
  put(line, trade.refund ? "00" : "", 2);
  put(line, "000201", 6);
  for (const int width : {2, 4, 32, 1})
    put(line, {}, width);
  put(line, trade.original.toLatin1(), 21);
  put(line, merchant.toLatin1(), 15);
  put(line, {}, 1);
  put(line, "000000000000000", 15);
  put(line, {}, 32);
  put(line, directed(0, 'C', 'D'), 13);
  put(line, directed(net, 'C', 'D'), 13);
  put(line, "01080209", 8);
  put(line, {}, 32);
  put(line, directed(0, 'C', 'D'), 13);
  put(line, directed(0, 'C', 'D'), 13);
  put(line, directed(0, 'C', 'D').left(12), 12);
  put(line, {}, 2);
  put(line, "7", 1);
  put(line, trade.originalOrder.toLatin1(), 32);
  put(line, {}, 98);
  line.chop(1);
  return line + "\r\n";
}

/// 22 fields: the fee of a payment is given back.
QByteArray correctionOf(const Trade& trade, const QString& merchant)
{
  QByteArray line;
  put(line, "E74", 3);
  put(line, "88022900", 11);
  put(line, "00049993", 11);
  put(line, "290001", 6);
  put(line, shortTime(trade.at + std::chrono::minutes(1)), 10);
  put(line, "622609******0048", 19);
  put(line, amount(trade.amount), 12);
  put(line, "4899", 4);
  put(line, "07", 2);
  put(line, "01", 2);
  put(line, "190001", 6);
  put(line, shortTime(trade.at), 10);
  put(line, shortTime(trade.at).left(4), 4);
  put(line, amount(trade.amount), 12);
  put(line, directed(-trade.fee, 'D', 'C'), 13);
  put(line, directed(trade.fee, 'C', 'D'), 13);
  put(line, {}, 15);
  put(line, merchant.toLatin1(), 15);
  for (const int width : {1, 12, 2, 135})
    put(line, {}, width);
  line.chop(1);
  return line + "\r\n";
}

QByteArray correctionsOf(const std::vector<Trade>& trades, QDate day, const QString& merchant)
{
  constexpr int kEvery = 5;
  const auto paid = std::find_if(trades.begin(), trades.end(), [](const Trade& trade) { return !trade.refund; });
  return day.day() % kEvery == 0 && paid != trades.end() ? correctionOf(*paid, merchant) : QByteArray();
}

} // namespace

QByteArray text(const Fields& fields)
{
  std::map<QByteArray, QByteArray> sorted;
  for (const auto& [name, value] : fields)
    if (name != "signature"_L1)
      sorted.emplace(name.toUtf8(), value.toUtf8());
  QByteArrayList pairs;
  for (const auto& [name, value] : sorted)
    pairs.append(name + '=' + value);
  return pairs.join('&');
}

QByteArray signature(const Fields& fields, const crypto::Key& key)
{
  const QByteArray digest = crypto::digest(crypto::Hash::Sha256, text(fields)).toHex();
  return key.signSha256(digest).value_or(QByteArray()).toBase64();
}

bool isSigned(const Fields& fields, const crypto::Key& merchant)
{
  const QByteArray digest = crypto::digest(crypto::Hash::Sha256, text(fields)).toHex();
  return merchant.verifySha256(digest, QByteArray::fromBase64(fieldValue(fields, u"signature").toLatin1()));
}

QByteArray secureSignature(const Fields& fields, const QString& signMethod, const QByteArray& secureKey)
{
  const crypto::Hash hash = signMethod == "12"_L1 ? crypto::Hash::Sm3 : crypto::Hash::Sha256;
  return crypto::digest(hash, text(fields) + '&' + crypto::digest(hash, secureKey).toHex()).toHex();
}

QString queryId(Instant at, qint64 index, bool refund)
{
  const QString time = formatLocal(at, kChinaOffset).left(19).remove(u'-').remove(u':').remove(u' ');
  return (refund ? u"87"_s : u"86"_s) + time.mid(2) + QString::number(index % 10'000'000).rightJustified(7, u'0');
}

QByteArray fileContent(const std::vector<Trade>& trades, QDate day, const QString& merchant)
{
  QByteArray details;
  int number = 0;
  for (const Trade& trade : trades)
    details += lineOf(trade, ++number, merchant);
  const QByteArray date = day.toString(u"yyMMdd"_s).toLatin1(), owner = merchant.toLatin1();
  std::vector<std::pair<QByteArray, QByteArray>> files{
      {"INN" + date + "88ZM_" + owner, details.isEmpty() ? QByteArray("\r\n") : details},
      {"RD2010" + date + "01_" + owner, "report\r\n"}};
  if (const QByteArray corrections = correctionsOf(trades, day, merchant); !corrections.isEmpty())
    files.emplace_back("INN" + date + "88ZME_" + owner, corrections);
  return qCompress(zipped(files)).mid(4).toBase64(); // Qt puts the size before the zlib stream
}

} // namespace supercargo::sandbox::acp
