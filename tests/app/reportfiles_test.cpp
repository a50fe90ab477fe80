#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace supercargo::test;

namespace {
const QByteArray kOrders = "订单编号,订单创建时间,实付,订单状态,收货人姓名,收货省份,sku,商品,数量\n"
                           "3219876543210987654,2026-01-15 09:12:33,129.80,交易成功,张三,浙江省,S-1,手冲咖啡壶,2\n"
                           "3219876543210987655,2026-01-16 09:13:33,50.00,交易成功,李四,广东省,S-2,杯子,1\n";

QString output(const char* program, const QStringList& arguments)
{
  QProcess process;
  process.start(QLatin1String(program), arguments);
  process.waitForFinished(30'000);
  return QString::fromUtf8(process.readAllStandardOutput());
}

bool isMissing(const char* program)
{
  return QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}
} // namespace

/// Reports as files from the command line: pages, kept runs, reports of one's own.
class ReportFilesTest : public QObject {
  Q_OBJECT

  static Ran run(const Profile& profile, const QString& line, const QStringList& more = {})
  {
    return profile.run(line.split(u' ') + more);
  }
  static void addOrders(const Profile& profile, const QByteArray& content)
  {
    QFile file(profile.file(QStringLiteral("orders.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Ran ran = run(profile, QStringLiteral("import orders --file"), {file.fileName()});
    QVERIFY2(ran.status == 0, ran.all().constData());
  }
  static void checkPages(const QString& file)
  {
    if (isMissing("pdftotext") || isMissing("pdffonts"))
      QSKIP("poppler's programs are not here");
    const QString text = output("pdftotext", {QStringLiteral("-layout"), file, QStringLiteral("-")});
    QVERIFY2(text.contains(QStringLiteral("商品销售")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("手冲咖啡壶")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("129.80")) && text.contains(QStringLiteral("S-1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("第 1 页")), qPrintable(text));
    const QStringList fonts = output("pdffonts", {file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString& font : fonts) {
      const QStringList words = font.simplified().split(u' ');
      QVERIFY2(words.size() >= 5 && words[words.size() - 5] == QLatin1String("yes"), qPrintable(font));
    }
  }

private Q_SLOTS:
  void pdf_hasChineseTextFontsAndPageNumbers()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    addOrders(profile, kOrders);
    const QString file = profile.file(QStringLiteral("products.pdf"));
    const QString line =
        QStringLiteral("--lang zh_CN report run sales.product --from 2026-01-01 --to 2026-01-31 --out ");
    const Ran ran = run(profile, line + file);
    QVERIFY2(ran.status == 0, ran.all().constData());
    checkPages(file);
    QCOMPARE(run(profile, QStringLiteral("report run daily --format pdf")).status,
             2); // pages do not go to the terminal
  }

  void dueSchedule_writesPages()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    addOrders(profile, kOrders);
    const Ran added = run(profile,
                          QStringLiteral("report schedule add sales.product --format pdf --span double11 --every "
                                         "day --folder"),
                          {profile.dir()});
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(run(profile, QStringLiteral("report run --due")).array().size(), 0); // not before its time
    QFile::remove(profile.file(QStringLiteral("none")));
    {
      // The program's clock cannot be turned, so the time it is due at is.
      const QString sql = QStringLiteral("UPDATE report_schedules SET next_at = 1, span = 'last_year'");
      if (isMissing("sqlite3"))
        QSKIP("sqlite3 is not here");
      output("sqlite3", {profile.dir() + QStringLiteral("/workspace.sqlite"), sql});
    }
    const Ran due = run(profile, QStringLiteral("--lang zh_CN report run --due"));
    QVERIFY2(due.status == 0, due.all().constData());
    const QString written = due.array().first()[QStringLiteral("file")].toString();
    QVERIFY2(written.endsWith(QLatin1String(".pdf")) && QFile::exists(written), due.all().constData());
    QCOMPARE(run(profile, QStringLiteral("report runs sales.product")).array().size(), 1); // kept with the file
    QVERIFY(!run(profile, QStringLiteral("report schedule list")).array().first()[QStringLiteral("next_at")].isNull());
  }

  void keptRun_saysWhyAFigureChanged()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    addOrders(profile, kOrders);
    const Ran kept = run(profile, QStringLiteral("report run daily --from 2026-01-01 --to 2026-01-31 --keep"));
    QVERIFY2(kept.status == 0, kept.all().constData());
    addOrders(profile, kOrders + "3219876543210987656,2026-01-17 09:13:33,20.00,交易成功,王五,广东省,S-2,杯子,1\n");
    const int id = run(profile, QStringLiteral("report runs")).array().first()[QStringLiteral("run")].toInt();
    const Ran why = run(profile, QStringLiteral("report why %1 --figure net_sales").arg(id));
    QVERIFY2(why.status == 0, why.all().constData());
    const QJsonArray differences = why.object().value(QStringLiteral("differences")).toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0][QStringLiteral("why")].toString(), QStringLiteral("arrived"));
    QCOMPARE(differences[0][QStringLiteral("number")].toString(), QStringLiteral("3219876543210987656"));
    QCOMPARE(differences[0][QStringLiteral("change")][QStringLiteral("minor")].toInt(), 2000);
    QCOMPARE(run(profile, QStringLiteral("report why %1 --figure luck").arg(id)).status, 2);
    QCOMPARE(run(profile, QStringLiteral("report why 99")).status, 1);
  }

  void ownReport_isSavedListedRunAndForgotten()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    addOrders(profile, kOrders);
    const Ran saved = run(profile,
                          QStringLiteral("report save pivot --span all --set dimensions=product --set "
                                         "figures=orders,net_sales --name"),
                          {QStringLiteral("各省")});
    QVERIFY2(saved.status == 0, saved.all().constData());
    const QString key = saved.object().value(QStringLiteral("id")).toString();
    const QJsonObject listed = run(profile, QStringLiteral("report list")).array().last().toObject();
    QCOMPARE(listed.value(QStringLiteral("id")).toString(), key);
    QCOMPARE(listed.value(QStringLiteral("title")).toString(), QStringLiteral("各省"));
    const QJsonObject result = run(profile, QStringLiteral("report run ") + key).object();
    QCOMPARE(result.value(QStringLiteral("rows")).toArray().size(), 2);
    QCOMPARE(run(profile, QStringLiteral("report forget ") + key).status, 0);
    QCOMPARE(run(profile, QStringLiteral("report run ") + key).status, 1);
  }
};

SC_TEST(ReportFilesTest)
#include "reportfiles_test.moc"
