#include "app/desktop/simulatedshop.h"
#include "app/sandbox/sandbox.h"
#include "core/store/accounts.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace supercargo::test {

/// What the desktop makes of the line that the simulated world prints when it is ready.
class SimulatedShopTest : public QObject {
  Q_OBJECT

  const Instant m_now = fromMs(1'768'440'000'000);
  sandbox::Sandbox m_sandbox{sandbox::Options{}, [this] { return m_now; }};
  TempDatabase m_database;
  std::shared_ptr<Vault> m_vault = must(Vault::create(m_database.connection(), Protection::Passphrase, "test"));

  SimulatedWorld announced(quint16 port)
  {
    m_sandbox.setOrigin(u"http://127.0.0.1:%1"_s.arg(port));
    return must(parseSimulatedWorld(QJsonDocument(m_sandbox.announcement(port)).toJson(QJsonDocument::Compact)));
  }
  Result<void> adopt(const SimulatedWorld& world)
  {
    return adoptSimulatedWorld(m_database.connection(), *m_vault, world, m_now);
  }

private Q_SLOTS:
  void worldThatStartsAgain_keepsItsAccountsAtTheirNewAddress()
  {
    QVERIFY(adopt(announced(4000)));
    const auto before = must(accountRows(m_database.connection()));
    QVERIFY(adopt(announced(4001)));
    const auto after = must(accountRows(m_database.connection()));
    QCOMPARE(after.size(), before.size());
    for (const auto& row : after)
      QVERIFY2(row.endpoint.contains(u":4001"_s), qPrintable(row.endpoint));
  }

  void worldThatStartsAgain_knowsNothingOfOldSessions()
  {
    QVERIFY(adopt(announced(4000)));
    Connection& c = m_database.connection();
    AccountRow row = must(accountRows(c)).front();
    row.state = AccountState::NeedsAttention;
    row.detail = u"refresh token is invalid"_s;
    must(updateAccount(c, row));
    must(m_vault->store(c, row.id, {{u"session"_s, "of the world before"}}, m_now));
    QVERIFY(adopt(announced(4001)));
    QCOMPARE(must(accountRow(c, row.id))->state, AccountState::Ok);
    QVERIFY(!must(m_vault->secrets(c, row.id)).contains(u"session"_s));
  }

  void sender_hasTheTelephoneThatCouriersAskFor()
  {
    QVERIFY(adopt(announced(4000)));
    const auto known = must(senders(m_database.connection()));
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.front().address.phone, QString(sandbox::kSenderPhone));
  }

  void senderThatAPersonHasEdited_stays()
  {
    QVERIFY(adopt(announced(4000)));
    Sender mine = must(senders(m_database.connection())).front();
    mine.label = u"Mine"_s;
    QVERIFY(saveSender(m_database.connection(), mine));
    QVERIFY(adopt(announced(4000)));
    QCOMPARE(must(senders(m_database.connection())).size(), 1);
    QCOMPARE(must(senders(m_database.connection())).front().label, u"Mine"_s);
  }

  void lineThatIsNotReady_isRefused()
  {
    const auto world = parseSimulatedWorld(R"({"ready": false, "accounts": []})");
    QVERIFY(!world);
    QCOMPARE(world.error().kind, ErrorKind::BadResponse);
  }
};

SC_TEST(SimulatedShopTest)

} // namespace supercargo::test

#include "simulatedshop_test.moc"
