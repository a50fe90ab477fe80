#include "app/sandbox/faults.h"
#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

/// Whether this misbehaviour is possible at all: who has no pages cannot mix them up.
bool mustStrike(const QString& fault, const Provider& provider)
{
  const bool isShop = provider.declaration.kind == ProviderKind::Shop;
  if (fault == "changed-mid-page"_L1 || fault == "duplicate-page"_L1 || fault == "reordered-page"_L1)
    return isShop;
  if (fault == "expired-token"_L1)
    return isShop && provider.declaration.session;
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
    const int most = mustStrike(fault, provider) ? 8 : 1;
    for (int pass = 0; pass < most && wire.struck(fault) == 0; ++pass) {
      merchant.sync(pass > 0);
      wire.time.advance(1h); // whoever rests after errors is asked again
    }
    QVERIFY2(wire.struck(fault) > 0 || !mustStrike(fault, provider), "the fault never struck");
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
