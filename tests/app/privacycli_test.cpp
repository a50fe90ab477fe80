#include "core/db/database.h"
#include "tests/app/programs.h"
#include "tests/support/storedtext.h"
#include "tests/support/tempdatabase.h"

#include <QDirIterator>
#include <QFile>

using namespace supercargo::test;

namespace {

QStringList words(const QString& line)
{
  return line.split(u' ');
}

} // namespace

/// A person asks for what is held of them, then to be forgotten.
class PrivacyCliTest : public QObject {
  Q_OBJECT

  World m_world{{QStringLiteral("--seed"), QStringLiteral("9"), QStringLiteral("--shops"),
                 QStringLiteral("woocommerce"), QStringLiteral("--orders"), QStringLiteral("40"),
                 QStringLiteral("--history-days"), QStringLiteral("10"), QStringLiteral("--orders-per-minute"),
                 QStringLiteral("0")}};
  Profile m_profile;

  Ran run(const QString& line) const { return m_profile.run(words(line)); }
  /// Of the customer's first order: what names nobody else.
  static QByteArrayList traces(const QJsonObject& document)
  {
    const QJsonValue order = document[QStringLiteral("orders")].toArray().at(0);
    QByteArrayList traces;
    for (const QJsonValue& value : {order[QStringLiteral("email")], order[QStringLiteral("phone")],
                                    document[QStringLiteral("customers")].toArray().at(0)[QStringLiteral("email")]})
      if (const QString text = value.toString(); text.contains(u'@') || text.size() == 11) // others are drawn from few
        traces += text.toUtf8();
    return traces;
  }
  /// Where one of them is still stored, also inside of what is packed.
  QStringList placesOf(const QByteArrayList& traces) const
  {
    supercargo::DatabaseConfig config;
    config.sqliteFile = m_profile.dir() + QStringLiteral("/workspace.sqlite");
    const auto database = must(supercargo::connectTo(config, true));
    QStringList places;
    eachStored(*database, [&](const QString& place, const QByteArray& value) {
      for (const QByteArray& trace : traces)
        if (value.contains(trace))
          places += place;
    });
    return places;
  }

private Q_SLOTS:
  void initTestCase()
  {
    QVERIFY(m_world.isReady());
    m_world.freeze();
    QCOMPARE(m_profile.initHasty().status, 0);
    QCOMPARE(addAccount(m_profile, m_world.account(QStringLiteral("woocommerce"))).status, 0);
    const Ran synced = run(QStringLiteral("sync --once"));
    QVERIFY2(synced.status == 0, synced.all().constData());
  }

  void customer_isExportedThenErasedForGood()
  {
    const QJsonArray customers = run(QStringLiteral("customers list")).array();
    qint64 id = 0;
    for (const QJsonValue customer : customers)
      if (customer[QStringLiteral("orders")].toInteger() > 0)
        id = customer[QStringLiteral("id")].toInteger();
    QVERIFY(id > 0);
    const Ran exported = run(QStringLiteral("customers export %1").arg(id));
    QVERIFY2(exported.status == 0, exported.all().constData());
    const QByteArrayList gone = traces(exported.object());
    QVERIFY(!gone.isEmpty());
    QVERIFY(!placesOf(gone).isEmpty());
    const QString file = m_profile.file(QStringLiteral("person.json"));
    QCOMPARE(m_profile
                 .run({QStringLiteral("customers"), QStringLiteral("export"), QString::number(id),
                       QStringLiteral("--out"), file})
                 .status,
             0);
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QJsonObject before = run(QStringLiteral("customers show %1").arg(id)).object();

    const QString erase = QStringLiteral("customers erase %1").arg(id);
    QCOMPARE(run(erase).status, 2); // not without a word
    QCOMPARE(placesOf(gone).isEmpty(), false);
    const Ran erased = run(erase + QStringLiteral(" --yes"));
    QVERIFY2(erased.status == 0, erased.all().constData());
    QVERIFY(erased.object().value(QStringLiteral("orders")).toInteger() > 0);
    QVERIFY(erased.object().value(QStringLiteral("calls")).toInteger() > 0);
    QCOMPARE(placesOf(gone), QStringList());

    const Ran again = run(QStringLiteral("sync --once --full"));
    QVERIFY2(again.status == 0, again.all().constData());
    QCOMPARE(placesOf(gone), QStringList());
    const QJsonObject after = run(QStringLiteral("customers show %1").arg(id)).object();
    QCOMPARE(after.value(QStringLiteral("spent")), before.value(QStringLiteral("spent")));
    QCOMPARE(after.value(QStringLiteral("orders")), before.value(QStringLiteral("orders")));
    QCOMPARE(after.value(QStringLiteral("name")).toString(), QString());
    QCOMPARE(run(QStringLiteral("verify")).status, 0);
    QCOMPARE(run(QStringLiteral("customers erase 999999 --yes")).status, 1);
  }

  void exportAll_writesPackedBytesAsTheyWere()
  {
    const QString dir = m_profile.file(QStringLiteral("all"));
    QCOMPARE(m_profile.run({QStringLiteral("export"), QStringLiteral("all"), dir}).status, 0);
    for (const char* name : {"/calls.csv", "/calls.jsonl"}) {
      QFile file(dir + QLatin1String(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      QVERIFY2(file.readAll().contains("HTTP 200"), name);
    }
    QFile readme(dir + QStringLiteral("/README.txt"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    QVERIFY(text.contains("fact_days") && text.contains("erasures: "));
    QVERIFY(!QFile::exists(dir + QStringLiteral("/fact_days.csv")));
  }
};

SC_TEST(PrivacyCliTest)
#include "privacycli_test.moc"
