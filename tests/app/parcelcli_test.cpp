#include "tests/app/programs.h"

using namespace supercargo::test;

/// What a person does about parcels, by the command line, after a sync with a shop and couriers of the simulated world.
class ParcelCliTest : public QObject {
  Q_OBJECT

  World m_world{
      QStringLiteral("--seed 5 --shops taobao --orders 120 --history-days 6 --orders-per-minute 0").split(u' ')};
  Profile m_profile;

  Ran run(const QString& words) const { return m_profile.run(words.split(u' ')); }
  /// A parcel whose courier has told of it.
  QJsonObject parcel() const
  {
    for (const QJsonValue row : run(QStringLiteral("shipments list --limit all")).array())
      if (row[QStringLiteral("events")].toInt() > 1)
        return row.toObject();
    return {};
  }
  QJsonArray steps(int shipment) const
  {
    return run(QStringLiteral("shipments show %1").arg(shipment)).object()[QStringLiteral("steps")].toArray();
  }

private Q_SLOTS:
  void initTestCase()
  {
    QVERIFY(m_world.isReady());
    QCOMPARE(m_profile.initHasty().status, 0);
    for (const char* provider : {"taobao", "sf", "kuaidi100"}) {
      const Ran added = addAccount(m_profile, m_world.account(QLatin1String(provider)));
      QVERIFY2(added.status == 0, added.all().constData());
    }
    for (int pass = 0; pass < 2; ++pass) { // the first brings the parcels, the second what couriers say of them
      const Ran synced = run(QStringLiteral("sync --once"));
      QVERIFY2(synced.status == 0 || synced.status == 3, synced.all().constData()); // some couriers want the telephone
                                                                                    // number, which the shop masks
    }
    QVERIFY(!parcel().isEmpty());
  }

  void sync_readsTheWaysOfParcels()
  {
    const QJsonObject known = parcel(); // the list alone derives nothing
    QVERIFY2(known[QStringLiteral("origin")].isString(), QJsonDocument(known).toJson().constData());
    QVERIFY(known[QStringLiteral("destination")].isString());
  }

  void notesAndCalls_standWithTheParcelAndItsOrder()
  {
    const QJsonObject known = parcel();
    const int id = known[QStringLiteral("id")].toInt();
    const Ran note = m_profile.run({QStringLiteral("shipments"), QStringLiteral("note"), QString::number(id),
                                    QStringLiteral("买家催件 called twice")});
    QVERIFY2(note.status == 0, note.all().constData());
    QCOMPARE(note.object()[QStringLiteral("kind")].toString(), QStringLiteral("note"));
    QCOMPARE(run(QStringLiteral("shipments chase %1 where-is-it").arg(id)).status, 0);
    const QJsonArray taken = steps(id);
    QCOMPARE(taken.size(), 2);
    QCOMPARE(taken[0][QStringLiteral("kind")].toString(), QStringLiteral("chase")); // the newest first
    QCOMPARE(taken[1][QStringLiteral("text")].toString(), QStringLiteral("买家催件 called twice"));
    const QJsonArray timeline = run(QStringLiteral("orders show %1").arg(known[QStringLiteral("order")].toInteger()))
                                    .object()[QStringLiteral("timeline")]
                                    .toArray();
    QVERIFY(std::any_of(timeline.begin(), timeline.end(), [](const QJsonValue& event) {
      return event[QStringLiteral("kind")].toString() == QStringLiteral("parcel_chase");
    }));
    QCOMPARE(run(QStringLiteral("shipments note %1").arg(id)).status, 2);
    QCOMPARE(run(QStringLiteral("shipments chase 999999")).status, 1);
  }

  void claim_isOpenOnceAndSettled()
  {
    const int id = parcel()[QStringLiteral("id")].toInt();
    QCOMPARE(run(QStringLiteral("shipments settle %1").arg(id)).status, 1); // nothing is open
    QCOMPARE(run(QStringLiteral("shipments claim %1").arg(id)).status, 2);
    QCOMPARE(run(QStringLiteral("shipments claim %1 --amount much").arg(id)).status, 2);
    const Ran claim = run(QStringLiteral("shipments claim %1 broken --amount 45.60").arg(id));
    QVERIFY2(claim.status == 0, claim.all().constData());
    QCOMPARE(claim.object()[QStringLiteral("amount")][QStringLiteral("minor")].toInt(), 4560);
    QCOMPARE(run(QStringLiteral("shipments claim %1 --amount 1.00").arg(id)).status, 1); // one is open
    const Ran settled = run(QStringLiteral("shipments settle %1 --received 40").arg(id));
    QVERIFY2(settled.status == 0, settled.all().constData());
    QVERIFY(settled.object()[QStringLiteral("settled_at")].isString());
    QCOMPARE(steps(id)[0][QStringLiteral("received")][QStringLiteral("minor")].toInt(), 4000);
    QCOMPARE(run(QStringLiteral("shipments return %1 wrong-address").arg(id)).status, 0);
    QCOMPARE(run(QStringLiteral("shipments settle %1").arg(id)).object()[QStringLiteral("kind")].toString(),
             QStringLiteral("return"));
    QCOMPARE(run(QStringLiteral("verify")).status, 0);
  }

  void number_saysItsCouriersAndOnlyWarns()
  {
    const QJsonObject sf = run(QStringLiteral("shipments guess sf-1234567890123")).object();
    QCOMPARE(sf[QStringLiteral("number")].toString(), QStringLiteral("SF1234567890123"));
    QCOMPARE(sf[QStringLiteral("couriers")][0][QStringLiteral("courier")].toString(), QStringLiteral("sf"));
    QCOMPARE(sf[QStringLiteral("couriers")][0][QStringLiteral("confidence")].toString(), QStringLiteral("high"));
    const Ran wrong = run(QStringLiteral("shipments guess RB093638933GB"));
    QCOMPARE(wrong.status, 0);
    QCOMPARE(wrong.object()[QStringLiteral("check_digits")][0][QStringLiteral("scheme")].toString(),
             QStringLiteral("s10"));
    QVERIFY(!wrong.object()[QStringLiteral("check_digits")][0][QStringLiteral("right")].toBool(true));
  }

  void rates_areAskedOfTheCourier()
  {
    const Ran sender = m_profile.run(
        QStringLiteral("senders add shop --name 张三 --phone 13800001111 --country CN --province 广东省 --city 深圳市 "
                       "--district 南山区 --street 某路1号")
            .split(u' '));
    QVERIFY2(sender.status == 0, sender.all().constData());
    const qint64 order = parcel()[QStringLiteral("order")].toInteger();
    const Ran asked = run(QStringLiteral("shipments rates %1 --account 2 --weight 1200").arg(order));
    QVERIFY2(asked.status == 0, asked.all().constData());
    const QJsonArray rates = asked.object()[QStringLiteral("rates")].toArray();
    QVERIFY(rates.size() >= 2);
    QVERIFY(rates[0][QStringLiteral("price")][QStringLiteral("minor")].toInt() > 0);
  }
};

SC_TEST(ParcelCliTest)

#include "parcelcli_test.moc"
