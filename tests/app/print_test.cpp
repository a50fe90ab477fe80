#include "tests/app/programs.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace supercargo::test;

/// Documents from the command line, without a display and without a printer.
class PrintTest : public QObject {
  Q_OBJECT

  static QStringList words(const char* line) { return QString::fromLatin1(line).split(u' '); }
  static QByteArray content(const QString& file)
  {
    QFile in(file);
    return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
  }

private Q_SLOTS:
  void testLabel_isAPdfOfTheSizeAskedFor()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const QString file = profile.file(QStringLiteral("test.pdf"));
    const Ran ran = profile.run(words("prints test --paper 100x180 --out") + QStringList{file});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(ran.object().value(QStringLiteral("format")).toString(), QStringLiteral("pdf"));
    if (QStandardPaths::findExecutable(QStringLiteral("pdfinfo")).isEmpty())
      QSKIP("pdfinfo is not installed");
    QProcess info;
    info.start(QStringLiteral("pdfinfo"), {file});
    QVERIFY(info.waitForFinished());
    static const QRegularExpression size(QStringLiteral(R"(Page size:\s+([\d.]+) x ([\d.]+) pts)"));
    const auto match = size.match(QString::fromLatin1(info.readAllStandardOutput()));
    QVERIFY(match.hasMatch());
    QVERIFY(std::abs(match.captured(1).toDouble() * 25.4 / 72 - 100) <= 0.1);
    QVERIFY(std::abs(match.captured(2).toDouble() * 25.4 / 72 - 180) <= 0.1);
  }

  void fileCalledZpl_isZpl()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const QString file = profile.file(QStringLiteral("test.zpl"));
    QCOMPARE(profile.run(words("prints test --dpi 300 --out") + QStringList{file}).status, 0);
    const QByteArray zpl = content(file);
    QVERIFY(zpl.startsWith("^XA") && zpl.endsWith("^XZ\n") && zpl.contains("^PW898\n") && zpl.contains("^GFA,"));
  }

  void wrongSizes_areRefused_data()
  {
    QTest::addColumn<QString>("line");
    QTest::newRow("paper") << QStringLiteral("prints test --paper postcard --out x.pdf");
    QTest::newRow("dots") << QStringLiteral("prints test --dpi 5 --out x.pdf");
    QTest::newRow("no file") << QStringLiteral("prints test");
    QTest::newRow("state") << QStringLiteral("prints list --state gone");
  }
  void wrongSizes_areRefused()
  {
    QFETCH(QString, line);
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QCOMPARE(profile.run(line.split(u' ')).status, 2);
  }

  void nothingToPrint_saysWhat()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const auto kind = [&](const char* line) {
      const Ran ran = profile.run(words(line) + QStringList{profile.file(QStringLiteral("x.pdf"))});
      return QString::number(ran.status) + u' ' + ran.error().value(QStringLiteral("kind")).toString();
    };
    QCOMPARE(kind("shipments label 7 --own --out"), QStringLiteral("1 not_found"));
    QCOMPARE(kind("orders slip 7 --out"), QStringLiteral("1 not_found"));
    QCOMPARE(kind("orders picklist 7 8 --out"), QStringLiteral("1 invalid"));
    QCOMPARE(kind("products label TEA-1 --out"), QStringLiteral("1 not_found"));
    QVERIFY(!QFile::exists(profile.file(QStringLiteral("x.pdf"))));
  }

  void bins_areKeptInWalkingOrder()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QCOMPARE(profile.run(words("bins set TEA-1 A-10")).status, 0);
    QCOMPARE(profile.run(words("bins set CUP-2 A-2")).status, 0);
    const QJsonArray rows = profile.run(words("bins list")).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().toObject().value(QStringLiteral("sku")).toString(), QStringLiteral("CUP-2"));
    QCOMPARE(rows.last().toObject().value(QStringLiteral("bin")).toString(), QStringLiteral("A-10"));
    QCOMPARE(profile.run(words("prints list")).array().size(), 0);
    QCOMPARE(profile.run(words("prints again")).object().value(QStringLiteral("queued")).toInt(-1), 0);
  }
};

SC_TEST(PrintTest)
#include "print_test.moc"
