#include "core/domain/parcelsize.h"
#include "tests/support/testmain.h"

namespace supercargo {

class ParcelSizeTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void threeLengths_areReadAsPeopleWriteThem_data()
  {
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"30x20.5x10", u"30 × 20.5 × 10", u"30*20.5*10", u" 30 X 20.5 X 10 ", u"30ｘ20.5ｘ10"})
      QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
  }
  void threeLengths_areReadAsPeopleWriteThem()
  {
    QFETCH(QString, text);
    QVERIFY(parcelSizeOf(text) == std::optional(ParcelSize{300, 205, 100}));
  }

  void writtenSize_isReadAgain()
  {
    for (const ParcelSize& size : {ParcelSize{300, 205, 100}, ParcelSize{1, 9999, 10000}}) {
      const auto read = parcelSizeOf(parcelSizeText(size));
      QVERIFY2(read == std::optional(size), qPrintable(parcelSizeText(size)));
    }
    QCOMPARE(parcelSizeText({300, 205, 100}), QStringLiteral("30 \u00d7 20.5 \u00d7 10"));
  }

  void anythingElse_isNoSize_data()
  {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "30", "30x20", "30x20x10x5", "30x20x", "30x20xten", "30x20x0", "30x20x-1", "30x20xnan",
                             "30x20xinf", "30x20x1001"})
      QTest::newRow(text) << QString::fromLatin1(text);
  }
  void anythingElse_isNoSize()
  {
    QFETCH(QString, text);
    QVERIFY(!parcelSizeOf(text));
  }
};

SC_TEST(ParcelSizeTest)

} // namespace supercargo

#include "parcelsize_test.moc"
