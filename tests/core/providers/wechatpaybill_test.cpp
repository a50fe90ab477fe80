#include "core/providers/provider.h"
#include "core/providers/wechatpay/wechatpay_bill.h"
#include "tests/support/testmain.h"

using namespace supercargo;

namespace {

QString row(int number, const QString& fee, const QString& at = QStringLiteral("2026-03-01 10:21:33"))
{
  const QStringList cells{at,
                          QStringLiteral("42%1").arg(number),
                          QStringLiteral("SO%1").arg(number),
                          QStringLiteral("SUCCESS"),
                          QStringLiteral("CNY"),
                          QStringLiteral("1.00"),
                          fee};
  return u'`' + cells.join(QStringLiteral(",`")) + u'\n';
}

/// What the bill with these rows becomes.
Snapshots told(const QString& rows)
{
  const auto bill =
      wechatpay::parseBill(QStringLiteral("交易时间,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,手续费\n") +
                           rows + QStringLiteral("总交易单数\n`%1\n").arg(rows.count(u'\n')));
  Snapshots snapshots;
  if (bill)
    wechatpay::addBillLines(findProvider(u"wechatpay")->declaration, *bill, QStringLiteral("trade 2026-03-01"),
                            snapshots);
  return snapshots;
}

QList<qint64> feesOf(const QString& rows)
{
  QList<qint64> fees;
  for (const BillLineSnapshot& line : told(rows).billLines)
    fees.append(line.fee->minor());
  return fees;
}

} // namespace

class WechatPayBillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void feesOfManyRows_addUpToTheRoundedTotal_data()
  {
    QTest::addColumn<QString>("fee");
    QTest::addColumn<int>("rows");
    QTest::addColumn<qint64>("total");
    QTest::newRow("each below half a fen") << QStringLiteral("0.00400") << 1000 << qint64(400);
    QTest::newRow("each above half a fen") << QStringLiteral("0.00600") << 1000 << qint64(600);
    QTest::newRow("given back") << QStringLiteral("-0.00599") << 1000 << qint64(-599);
    QTest::newRow("a part of a fen is left") << QStringLiteral("0.12345") << 7 << qint64(86);
  }
  void feesOfManyRows_addUpToTheRoundedTotal()
  {
    QFETCH(QString, fee);
    QFETCH(int, rows);
    QFETCH(qint64, total);
    QString text;
    for (int i = 0; i < rows; ++i)
      text += row(i, fee);
    const QList<qint64> fees = feesOf(text);
    QCOMPARE(fees.size(), rows);
    QCOMPARE(std::accumulate(fees.begin(), fees.end(), qint64(0)), total);
    const qint64 exact = *wechatpay::hundredThousandths(fee);
    for (const qint64 one : fees)
      QVERIFY(std::abs(one * 1000 - exact) < 1000);
  }

  void wholeFen_stayWhatTheyAreWhateverWasCarried()
  {
    QCOMPARE(feesOf(row(1, QStringLiteral("0.00400")) + row(2, QStringLiteral("0.77000")) +
                    row(3, QStringLiteral("-0.17000")) + row(4, QStringLiteral("0.00000")) +
                    row(5, QStringLiteral("0.00400"))),
             (QList<qint64>{0, 77, -17, 0, 1}));
  }

  void netIsAmountWithoutTheRoundedFee()
  {
    const Snapshots snapshots = told(row(1, QStringLiteral("0.00600")));
    QCOMPARE(snapshots.billLines.size(), size_t(1));
    QCOMPARE(snapshots.billLines.front().net->minor(), 99);
    QVERIFY(snapshots.billLines.front().rawLine.contains(QLatin1String("0.00600")));
  }

  void feeThatIsNoNumber_isAFailureOfItsRow()
  {
    const Snapshots snapshots = told(row(1, QStringLiteral("0.6%")) + row(2, QStringLiteral("0.01000")));
    QCOMPARE(snapshots.billLines.size(), size_t(1));
    QCOMPARE(snapshots.failures.size(), size_t(1));
    QCOMPARE(snapshots.failures.front().externalId, QStringLiteral("421"));
  }
};

SC_TEST(WechatPayBillTest)

#include "wechatpaybill_test.moc"
