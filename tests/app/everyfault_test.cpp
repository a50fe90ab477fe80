#include "app/sandbox/faults.h"
#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

const QStringList kPageFaults{u"changed-mid-page"_s, u"duplicate-page"_s, u"reordered-page"_s};

/// Who has no pages cannot mix them up.
QStringList pageFaultsOf(const Provider& provider)
{
  static const QMap<QString, QStringList> kOfGateways{
      {u"paypal"_s, kPageFaults},
      {u"alipay"_s, {u"changed-mid-page"_s, u"reordered-page"_s}}, // a page holds 2000 rows: here is no second one
      {u"stripe"_s, {u"changed-mid-page"_s}}, // its last record leads on: another order or page is another place
      {u"wechatpay"_s, {}},                   // a file a day
      {u"unionpay"_s, {}},                    // the same
  };
  if (isCourier(provider))
    return {u"reordered-page"_s}; // the way of a parcel: a list without pages
  return provider.declaration.kind == ProviderKind::Shop ? kPageFaults
                                                         : kOfGateways.value(provider.declaration.id, kPageFaults);
}

/// Whether the world's account signs in: SF's sends digests, and WeChat Pay's has the platform's public key.
bool signsIn(const Wire& wire, const Provider& provider)
{
  const auto needsSession = provider.functions.needsSession;
  Secrets secrets;
  return provider.declaration.session &&
         (!needsSession || needsSession(contextOf(wire, provider.declaration.id, secrets).fields));
}

/// Whether this misbehaviour is possible at all.
bool mustStrike(const QString& fault, const Wire& wire, const Provider& provider)
{
  if (kPageFaults.contains(fault))
    return pageFaultsOf(provider).contains(fault);
  if (fault == "expired-token"_L1)
    return signsIn(wire, provider);
  return fault != "clock-skew"_L1 && fault != "lost-answer"_L1; // a state of the world; an answer to a POST
}

} // namespace

/// Every provider that there is, under every misbehaviour that there is, ends with the rows of a calm day.
class EveryFaultTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyProvider_hasAPeer()
  {
    for (const Provider& provider : providers()) {
      const auto peers = sandbox::peerEntries();
      QVERIFY2(std::ranges::any_of(peers, [&](const auto& peer) { return peer.provider == provider.declaration.id; }),
               qPrintable(provider.declaration.id));
    }
  }

  /// The guard against pages that come twice must not see them where there are none.
  void calmDay_isReadOnce_data()
  {
    QTest::addColumn<QString>("id");
    for (const Provider& provider : providers())
      QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
  }
  void calmDay_isReadOnce()
  {
    QFETCH(QString, id);
    const Provider& provider = *findProvider(id);
    Wire wire(worldFor(provider));
    wire.freeze();
    Merchant merchant(wire, provider);
    QCOMPARE(merchant.sync(), QStringList());
    const qint64 fetched = merchant.fetched(), rows = merchant.rows().size();
    QVERIFY2(fetched > 0 && fetched < 2 * rows, qPrintable(u"%1 records for %2 rows"_s.arg(fetched).arg(rows)));
  }

  void sync_endsWithTheSameRows_data()
  {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("fault");
    for (const Provider& provider : providers())
      for (const QString& fault : sandbox::faultNames())
        QTest::addRow("%s %s", qPrintable(provider.declaration.id), qPrintable(fault))
            << provider.declaration.id << fault;
  }
  void sync_endsWithTheSameRows()
  {
    QFETCH(QString, id);
    QFETCH(QString, fault);
    const Provider& provider = *findProvider(id);
    Wire wire(worldFor(provider));
    wire.freeze();
    Merchant merchant(wire, provider);
    wire.setFault(fault, fault == "clock-skew"_L1 ? 1 : 0.3);
    const bool demanded = mustStrike(fault, wire, provider);
    const int most = demanded ? 8 : 1;
    for (int pass = 0; pass < most && wire.struck(fault) == 0; ++pass) {
      merchant.sync(pass > 0);
      wire.time.advance(1h); // whoever rests after errors is asked again
    }
    QVERIFY2(wire.struck(fault) > 0 || !demanded, "the fault never struck");
    wire.setFault(fault, 0);
    if (!m_calm.contains(id)) {
      Wire calm(worldFor(provider));
      calm.freeze();
      m_calm.insert(id, calmRows(calm, provider));
    }
    QStringList wanted = m_calm.value(id);
    if (fault == "changed-mid-page"_L1)
      wanted = calmRows(wire, provider); // it is another world now
    QVERIFY(wanted.size() > 10);
    const QStringList got = merchant.settle([&](const QStringList& rows) { return rows == wanted; });
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted)));
  }

private:
  QMap<QString, QStringList> m_calm; ///< by provider
};

SC_TEST(EveryFaultTest)

} // namespace supercargo::test

#include "everyfault_test.moc"
