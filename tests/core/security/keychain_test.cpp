#include "core/security/keychain.h"
#include "core/security/vault.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace supercargo;
using namespace std::chrono_literals;

class KeychainTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void questionsOfEveryKindFromManyThreads_areEachAnswered()
  {
    if (keychainAvailable())
      QSKIP("nothing is written to a keychain that somebody uses");
    std::atomic<int> refused = 0;
    const auto ask = [&refused] {
      for (int i = 0; i < 50; ++i) {
        const auto read = keychain::read(QStringLiteral("supercargo-test"), 30s);
        const auto written = keychain::write(QStringLiteral("supercargo-test"), "value", 30s);
        for (const Error* e : {read ? nullptr : &read.error(), written ? nullptr : &written.error()})
          refused += e && e->kind == ErrorKind::Locked && !e->detail.contains(QStringLiteral("in time"));
      }
    };
    std::thread one(ask), other(ask);
    one.join();
    other.join();
    QCOMPARE(refused.load(), 200);
  }
};

SC_TEST(KeychainTest)
#include "keychain_test.moc"
