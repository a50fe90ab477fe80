#include "core/base/text.h"
#include "core/files/sheet.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace supercargo {

class SheetTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void readCsv_findsEncodingAndDelimiter()
  {
    const auto utf8 = readCsv("\xEF\xBB\xBFsku;库存\nA;1\n");
    QVERIFY(utf8);
    QCOMPARE(utf8->encoding, QStringLiteral("utf-8"));
    QCOMPARE(utf8->delimiter, QChar(u';'));
    QCOMPARE(utf8->header, (QStringList{QStringLiteral("sku"), QStringLiteral("库存")}));
    const auto gb = readCsv(*encodeGb18030(u"货号,名称\nA,茶叶\n"));
    QVERIFY(gb);
    QCOMPARE(gb->encoding, QStringLiteral("gb18030"));
    QCOMPARE(gb->rows.front().cells.value(1), QStringLiteral("茶叶"));
    QVERIFY(!readCsv("\xFF\xFF\xFF\xFF\x80"));
  }

  void readCsv_countsRowsAsASpreadsheetDoes()
  {
    const auto sheet = readCsv("a,b\r\n\"two\nlines\",1\r\n\r\nx,2\r\n");
    QVERIFY(sheet);
    QCOMPARE(sheet->rows.size(), size_t(2));
    QCOMPARE(sheet->rows[0].number, 2);
    QCOMPARE(sheet->rows[0].cells.value(0), QStringLiteral("two\nlines"));
    QCOMPARE(sheet->rows[1].number, 5);
  }

  void readCsv_keepsWholeRowsOfACutFile()
  {
    const auto sheet = readCsv("a,b\n1,2\n3,\"cut");
    QVERIFY(sheet);
    QCOMPARE(sheet->rows.size(), size_t(1));
    QCOMPARE(sheet->faults.size(), size_t(1));
    QCOMPARE(sheet->faults.front().row, 3);
  }

  void readCsv_padsShortRowsAndRefusesLongOnes()
  {
    const auto sheet = readCsv("a,b\n1\n1,2,3\n");
    QVERIFY(sheet);
    QCOMPARE(sheet->rows.size(), size_t(1));
    QCOMPARE(sheet->rows.front().cells, (QStringList{QStringLiteral("1"), QString()}));
    QCOMPARE(sheet->faults.front().row, 3);
  }

  void cleanedCell_takesProtectionOff_data()
  {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("formula") << QStringLiteral("=\"0012\"") << QStringLiteral("0012");
    QTest::newRow("apostrophe") << QStringLiteral("'=SUM(A1)") << QStringLiteral("=SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("123\t") << QStringLiteral("123");
    QTest::newRow("plain") << QStringLiteral("=A1") << QStringLiteral("=A1");
    QTest::newRow("empty formula") << QStringLiteral("=\"\"") << QString();
  }
  void cleanedCell_takesProtectionOff()
  {
    QFETCH(QString, cell);
    QFETCH(QString, wanted);
    QCOMPARE(cleanedCell(cell), wanted);
  }

  void readSheet_refusesAWorkbookThatIsNone()
  {
    const auto sheet = readSheet(QByteArrayView("PK\x03\x04 and then nothing", 20));
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().kind, ErrorKind::BadResponse);
  }
};

SC_TEST(SheetTest)

} // namespace supercargo

#include "sheet_test.moc"
