#include "core/providers/unionpay/unionpay_file.h"
#include "tests/support/testmain.h"

using namespace supercargo;

namespace {

const QDate kDay(2026, 3, 1);

unionpay::ZmLayout layout()
{
  return unionpay::zmeLayout(findProvider(u"unionpay")->declaration);
}

/// A line of corrections in which these fields are filled.
QByteArray lineWith(const QMap<QByteArray, QByteArray>& values)
{
  QByteArrayList fields;
  for (const auto& [name, width] : layout().fields)
    fields.append(values.value(name).leftJustified(width, ' '));
  return fields.join(' ') + "\r\n";
}

/// A buyer got his money back through his bank: the merchant loses it, and gets the fee back.
QMap<QByteArray, QByteArray> chargeback()
{
  return {{"txn_code", "E74"},         {"trace_no", "190624"},       {"trans_time_MMDDhhmmss", "0301102130"},
          {"txn_amt", "000000012800"}, {"mer_fee", "C000000000060"}, {"settle_amt", "D000000012740"}};
}

Snapshots told(const QByteArray& text)
{
  Snapshots snapshots;
  unionpay::addAdjustments(text, layout(), kDay, snapshots);
  return snapshots;
}

} // namespace

class UnionPayFileTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void correction_isALineOfItsOwnKind()
  {
    const QByteArray text = lineWith(chargeback());
    const Snapshots got = told(text);
    QVERIFY(got.failures.empty() && got.changes.empty());
    QCOMPARE(got.billLines.size(), size_t(1));
    const BillLineSnapshot& line = got.billLines.front();
    QCOMPARE(line.kind, QStringLiteral("adjustment"));
    QCOMPARE(line.bill, QStringLiteral("zme 2026-03-01"));
    QCOMPARE(line.entryId, QStringLiteral("E74/190624/0301102130"));
    QCOMPARE(line.settledOn, QStringLiteral("2026-03-01"));
    QCOMPARE(line.amount.minor(), -12800);
    QCOMPARE(line.fee->minor(), -60);
    QCOMPARE(line.net->minor(), -12740);
    QCOMPARE(line.occurredAt, *parseIso(u"2026-03-01T02:21:30Z"));
    QCOMPARE(line.rawLine.toLatin1(), text.trimmed().leftJustified(layout().lineSize, ' '));
  }

  void correctionWithoutADirection_isAFailureThatKeepsItsLine()
  {
    auto values = chargeback();
    values["settle_amt"] = " 000000012740";
    const Snapshots got = told(lineWith(values) + lineWith(chargeback()));
    QCOMPARE(got.billLines.size(), size_t(1));
    QCOMPARE(got.failures.size(), size_t(1));
    QVERIFY(got.failures.front().reason.contains(QLatin1String("zme 2026-03-01")));
    QVERIFY(got.failures.front().payload.startsWith("E74"));
  }

  void otherLayout_isNamedAndItsLinesAreKept_data()
  {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("shorter") << lineWith(chargeback()).left(200) + "\r\n";
    QTest::newRow("other widths") << lineWith(chargeback()).insert(20, "88022900");
  }
  void otherLayout_isNamedAndItsLinesAreKept()
  {
    QFETCH(QByteArray, text);
    const Snapshots got = told(text);
    QVERIFY(got.billLines.empty());
    QCOMPARE(got.failures.size(), size_t(1));
    QVERIFY(got.failures.front().payload.contains("E74"));
    QVERIFY(std::ranges::any_of(got.changes, [](const ChangeNotice& notice) {
      return notice.kind == ChangeNotice::Kind::Column && notice.where.startsWith(QLatin1String("zme line"));
    }));
  }

  void bytesBehindTheLastField_areNamedAndTheLineIsRead()
  {
    const Snapshots got = told(lineWith(chargeback()).replace("\r\n", " NEW\r\n"));
    QCOMPARE(got.billLines.size(), size_t(1));
    QCOMPARE(got.changes.size(), size_t(1));
    QCOMPARE(got.changes.front().where, QStringLiteral("zme line: bytes behind the last field"));
  }
};

SC_TEST(UnionPayFileTest)

#include "unionpayfile_test.moc"
