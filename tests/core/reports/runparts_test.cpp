#include "core/reports/runparts.h"
#include "tests/support/testmain.h"

#include <QCborArray>
#include <QCborMap>

using namespace supercargo;

class RunPartsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void partsThatBreakOff_areRefused()
  {
    const QByteArray whole =
        QCborMap{{QStringLiteral("figures"), QCborMap{{QStringLiteral("sales"), QCborArray{}}}}}.toCborValue().toCbor();
    QVERIFY(unpackedParts(qCompress(whole)));
    for (qsizetype size = 0; size < whole.size(); ++size) {
      const auto parts = unpackedParts(qCompress(whole.left(size)));
      QVERIFY2(!parts, qPrintable(QString::number(size)));
      QCOMPARE(parts.error().kind, ErrorKind::BadResponse);
    }
  }

  void fractions_areNoNumbersOfThings()
  {
    const QCborMap figures{{QStringLiteral("sales"), QCborArray{-1.5e19, 1, 1}}};
    const auto parts = unpackedParts(qCompress(QCborMap{{QStringLiteral("figures"), figures}}.toCborValue().toCbor()));
    QVERIFY(!parts);
    QCOMPARE(parts.error().kind, ErrorKind::BadResponse);
  }
};

SC_TEST(RunPartsTest)
#include "runparts_test.moc"
