#include "tests/app/programs.h"

#include <QFile>

using namespace supercargo::test;

/// Warehouse work by the command line, as a script does it.
class StockCliTest : public QObject {
  Q_OBJECT

  static Ran run(const Profile& profile, const char* words)
  {
    return profile.run(QString::fromUtf8(words).split(u' '));
  }
  static QJsonObject stock(const Profile& profile, const QString& warehouse = QStringLiteral("main"))
  {
    for (const QJsonValue row : run(profile, "stock list").array())
      if (row[QStringLiteral("warehouse")].toString() == warehouse)
        return row.toObject();
    return {};
  }

private Q_SLOTS:
  void work_movesStockAndVerifies()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran received = run(profile, "stock receive TEA --quantity 10 --source PO-1 --cost 12.50");
    QVERIFY2(received.status == 0, received.all().constData());
    QCOMPARE(received.object().value(QStringLiteral("on_hand")).toInt(), 10);

    const Ran sent = run(profile, "stock transfer --from main --to north --line TEA=4");
    QVERIFY2(sent.status == 0, sent.all().constData());
    QCOMPARE(stock(profile, QStringLiteral("north")).value(QStringLiteral("in_transfer")).toInt(), 4);
    QCOMPARE(run(profile, "stock transfers").array().size(), 1);
    QCOMPARE(run(profile, "stock receive --transfer 1 --line TEA=3 --rest-is-missing").status, 0);
    QCOMPARE(stock(profile, QStringLiteral("north")).value(QStringLiteral("on_hand")).toInt(), 3);

    QCOMPARE(run(profile, "stock scrap TEA --quantity 99 --reason wet --warehouse main").status, 1);
    QCOMPARE(run(profile, "stock scrap TEA --quantity 1 --reason wet --warehouse main").status, 0);
    QCOMPARE(stock(profile).value(QStringLiteral("on_hand")).toInt(), 5);
    const int movement = run(profile, "stock history TEA --limit 1").array().first()[QStringLiteral("id")].toInt();
    QCOMPARE(run(profile, qPrintable(QStringLiteral("stock undo %1 --reason typo").arg(movement))).status, 0);
    QCOMPARE(stock(profile).value(QStringLiteral("on_hand")).toInt(), 6);

    QCOMPARE(run(profile, "stock count --open --sku TEA").object().value(QStringLiteral("id")).toInt(), 1);
    QVERIFY(run(profile, "stock count 1 --enter TEA=4")
                .object()[QStringLiteral("lines")][0][QStringLiteral("book")]
                .isNull());
    const Ran approved = run(profile, "stock count 1 --submit --approve");
    QVERIFY2(approved.status == 0, approved.all().constData());
    QCOMPARE(approved.object()[QStringLiteral("lines")][0][QStringLiteral("difference")].toInt(), -2);
    QCOMPARE(stock(profile).value(QStringLiteral("available")).toInt(), 4);

    const QJsonArray costs = run(profile, "products cost TEA").array();
    QCOMPARE(costs.first()[QStringLiteral("cost")][QStringLiteral("minor")].toInt(), 1250);
    const Ran verified = run(profile, "verify");
    QVERIFY2(verified.status == 0, verified.all().constData());
  }

  void alerts_areListedAndSnoozed()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QCOMPARE(run(profile, "stock receive TEA --quantity 3").status, 0);
    QCOMPARE(run(profile, "alerts threshold --sku TEA --low 5").status, 0);
    const QJsonArray alerts = run(profile, "alerts list").array();
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts[0][QStringLiteral("kind")].toString(), QStringLiteral("low"));
    QCOMPARE(alerts[0][QStringLiteral("subject")].toString(), QStringLiteral("TEA"));
    QVERIFY(alerts[0][QStringLiteral("lost_per_day")].isNull());
    QCOMPARE(stock(profile).value(QStringLiteral("alert")).toString(), QStringLiteral("low"));
    const int id = alerts[0][QStringLiteral("id")].toInt();
    QCOMPARE(run(profile, qPrintable(QStringLiteral("alerts snooze %1 --hours 2").arg(id))).status, 0);
    QCOMPARE(run(profile, "alerts list").array().size(), 0);
    QCOMPARE(run(profile, "alerts list --all").array()[0][QStringLiteral("state")].toString(),
             QStringLiteral("snoozed"));
    QCOMPARE(run(profile, "alerts list --kind lo").status, 2);
    QCOMPARE(run(profile, "stock receive TEA --quantity 3").status, 0);
    QCOMPARE(run(profile, "alerts list --all").array().size(), 0);
  }

  void openingFile_isAppliedOnce()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QFile file(profile.file(QStringLiteral("opening.csv")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("sku,quantity\nTEA,12\nCUP,5\n");
    file.close();
    const QStringList words{QStringLiteral("stock"), QStringLiteral("opening"), file.fileName()};
    const Ran first = profile.run(words);
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(first.object().value(QStringLiteral("opened")).toInt(), 2);
    const Ran again = profile.run(words);
    QCOMPARE(again.status, 3);
    QCOMPARE(again.object().value(QStringLiteral("refused")).toInt(), 2);
    QCOMPARE(stock(profile).value(QStringLiteral("on_hand")).toInt(), 5);
  }

  void bundle_isDefinedAndShown()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QCOMPARE(run(profile, "stock receive CUP --quantity 7").status, 0);
    QCOMPARE(run(profile, "products bundle SET --part CUP=2").object().value(QStringLiteral("available")).toInt(), 3);
    QCOMPARE(run(profile, "products bundle BIG --part SET=2").status, 1);
    QVERIFY(run(profile, "products bundle SET --dissolve").object().value(QStringLiteral("available")).isNull());
  }

  void weight_isSetShownAndForgotten()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const auto grams = [&](const char* words) {
      return run(profile, words).object().value(QStringLiteral("weight_grams"));
    };
    QVERIFY(grams("products weight TEA").isNull());
    QCOMPARE(grams("products weight TEA --set 350").toInt(), 350);
    QCOMPARE(run(profile, "products weight TEA --set 0").status, 1);
    QCOMPARE(run(profile, "products weight TEA --set heavy").status, 2);
    QCOMPARE(run(profile, "products weight TEA --set 5 --forget").status, 2);
    QCOMPARE(run(profile, "products bundle SET --part TEA=2").status, 0);
    const QJsonObject set = run(profile, "products weight SET").object();
    QCOMPARE(set.value(QStringLiteral("weight_grams")).toInt(), 700);
    QCOMPARE(set.value(QStringLiteral("of_parts")).toBool(), true);
    const QJsonArray all = run(profile, "products weights").array();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][QStringLiteral("sku")].toString(), QStringLiteral("TEA"));
    QCOMPARE(all[0][QStringLiteral("weight_grams")].toInt(), 350);
    QVERIFY(grams("products weight TEA --forget").isNull());
    QVERIFY(grams("products weight SET").isNull());
  }
};

SC_TEST(StockCliTest)
#include "stockcli_test.moc"
