#include "core/store/columnpack.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <limits>

using namespace supercargo;

namespace {

using Columns = std::vector<std::vector<qint64>>;

QByteArray packed(const QStringList& words, const Columns& columns)
{
  ColumnPacker packer(words, qint64(columns.front().size()));
  for (const auto& column : columns)
    packer.append(column);
  return packer.take();
}

/// Nothing where the bytes are damaged.
std::optional<Columns> unpacked(const QByteArray& bytes, size_t columns)
{
  ColumnUnpacker unpacker(bytes);
  Columns all(columns, std::vector<qint64>(size_t(unpacker.rows())));
  for (auto& column : all)
    if (!unpacker.column([&](qint64 row, qint64 number) { column[size_t(row)] = number; }))
      return std::nullopt;
  return unpacker.isAtEnd() ? std::optional(all) : std::nullopt;
}

} // namespace

class ColumnPackTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void anyNumbers_comeBack()
  {
    constexpr qint64 kLeast = std::numeric_limits<qint64>::min(), kMost = std::numeric_limits<qint64>::max();
    QRandomGenerator dice(7);
    for (int round = 0; round < 300; ++round) {
      Columns columns(1 + size_t(dice.bounded(4)), std::vector<qint64>(size_t(dice.bounded(50))));
      for (auto& column : columns)
        for (qint64& number : column)
          number =
              dice.bounded(9) == 0 ? (dice.bounded(2) ? kLeast : kMost) : qint64(dice.generate64()) >> dice.bounded(64);
      const QStringList words = QStringList{{}, QStringLiteral("CNY"), QStringLiteral("掌柜")}.mid(dice.bounded(3));
      const QByteArray bytes = packed(words, columns);
      QCOMPARE(ColumnUnpacker(bytes).words(), words);
      QVERIFY(unpacked(bytes, columns.size()) == std::optional(columns));
      QCOMPARE(packed(words, columns), bytes);
    }
  }

  void whatAscends_takesAByteARow()
  {
    std::vector<qint64> ascending(1000);
    for (size_t i = 0; i < ascending.size(); ++i)
      ascending[i] = 8'000'000'000'000 + qint64(i) * 50;
    QVERIFY(packed({}, {ascending}).size() < 2 * 1000 + 20);
  }

  void damagedBytes_areNoticed()
  {
    const Columns columns{{1, 2, 3, 500, 70'000}, {-5, -5, -5, 0, 9}};
    const QByteArray whole = packed({QStringLiteral("CNY")}, columns);
    for (qsizetype size = 0; size < whole.size(); ++size)
      QVERIFY2(!unpacked(whole.left(size), 2), qPrintable(QString::number(size)));
    QVERIFY(!unpacked(whole + 'x', 2));
    QVERIFY(!unpacked("\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 1)); // more words than bytes
    QVERIFY(!unpacked(QByteArray("\x01\x7f", 2), 1));              // a word longer than what is left
    QVERIFY(!unpacked(QByteArray("\x00\xff\xff\x7f", 4), 1));      // more rows than bytes
  }
};

SC_TEST(ColumnPackTest)
#include "columnpack_test.moc"
