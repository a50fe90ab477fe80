#include "app/workspace/logfile.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace supercargo;

/// What the program logs about itself ends in a file that people send around.
class LogFileTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void plantedSecrets_neverReachTheFile_data()
  {
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("planted");
    const auto row = [](const char* name, const char* message, const char* planted) {
      QTest::newRow(name) << QString::fromUtf8(message) << QString::fromUtf8(planted);
    };
    row("bearer", "refused: Authorization: Bearer pl4nted.tok-77", "pl4nted");
    row("basic", "sent Basic dXNlcjpwbGFudGVk and failed", "dXNlcjpw");
    row("form", "POST https://shop.example/wc?consumer_secret=planted77&page=1", "planted77");
    row("json", "answer {\"access_token\":\"planted77\",\"page\":1}", "planted77");
    row("sentence", "the app_secret: planted77 was refused", "planted77");
    row("quoted", "password = \"planted77\" is too short", "planted77");
    row("header", "X-Shopify-Access-Token: planted77", "planted77");
    row("url", "cannot reach postgresql://owner:planted77@db.example:5432/shop", "planted77");
    row("bare key", "signature of cs_9f8e7d6c5b4a39281706f5e4d3c2b1a0f9e8d7c6 differs", "7d6c5b4a");
    row("two lines", "first\ntoken=planted77", "planted77");
    row("telephone", "buyer 13955551234 called", "13955551234");
    row("mail", "no mail to wuhen@mail.example", "wuhen@");
  }
  void plantedSecrets_neverReachTheFile()
  {
    QFETCH(QString, message);
    QFETCH(QString, planted);
    QVERIFY(message.contains(planted));
    const QString line = maskedLine(message);
    QVERIFY2(!line.contains(planted), qPrintable(line));
    QVERIFY2(line.contains(QLatin1String("***")), qPrintable(line));
    QVERIFY(!line.contains(u'\n'));
  }

  void plainSentences_stay()
  {
    for (const char* text : {"stock of SKU-1 in main: 12 on hand, 3 reserved", "database is locked, try 2 of 5",
                             "QWidget::setMinimumSize: (main/FilterBar) negative sizes (-1,0) are not possible",
                             "GET https://shop.example/wc/v3/orders?page=2&per_page=100 took 1234 ms"})
      QCOMPARE(maskedLine(QString::fromUtf8(text)), QString::fromUtf8(text));
  }

  void longMessages_areCut() { QVERIFY(maskedLine(QString(1'000'000, u' ')).size() < 20'000); }

  void file_holdsWhatWasLoggedMasked()
  {
    const QTemporaryDir dir;
    const QString name = logFileOf(dir.path());
    keepLog(name);
    qWarning("login failed, consumer_secret=%s", "planted77");
    qWarning("the stock is %d", 12);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains(" warning default: login failed, consumer_secret=***\n"), text.constData());
    QVERIFY2(text.contains("the stock is 12\n"), text.constData());
    QVERIFY(!text.contains("planted77"));
  }
};

SC_TEST(LogFileTest)
#include "logfile_test.moc"
