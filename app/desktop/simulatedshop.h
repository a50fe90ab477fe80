#pragma once

#include "core/base/instant.h"
#include "core/db/connection.h"
#include "core/providers/provider.h"
#include "core/rules/shippingrules.h"
#include "core/security/vault.h"

#include <QObject>
#include <QProcess>

#include <vector>

namespace supercargo {

/// One account that the simulated world offers: where it listens and its throw-away credentials, as one flat list.
struct SimulatedAccount {
  QString provider, name, endpoint;
  QMap<QString, QString> fields;
  bool operator==(const SimulatedAccount&) const = default;
};

struct SimulatedWorld {
  std::vector<SimulatedAccount> accounts;
  std::optional<Sender> sender; ///< where its parcels leave from; couriers ask for the last digits of this telephone
};

/// The line that supercargo-sandbox prints when it is ready. BadResponse when it is not that.
Result<SimulatedWorld> parseSimulatedWorld(const QByteArray& line);

/// Adds these accounts, or gives those that are there already (same provider and name) their new address and
/// credentials: the world listens on another port at each start. Call it inside a write. Fields are sorted into secret
/// or not by the provider's declaration; an account of a provider we do not know is skipped. The sender is added where
/// there is none.
Result<void> adoptSimulatedWorld(Connection& c, Vault& vault, const SimulatedWorld& world, Instant now);

/// Runs the sandbox program as a child for as long as this object lives. GUI thread. The child ends by itself when our
/// end of its standard input closes, so it does not survive a crash of ours either.
class SimulatedShop : public QObject {
  Q_OBJECT
public:
  struct Options {
    QString program; ///< empty: "supercargo-sandbox" beside this program
    int seed = 1;
    double ordersPerMinute = 6;
    int historyDays = 30;
    int orders = 600; ///< of history
  };

  explicit SimulatedShop(Options options, QObject* parent = nullptr);
  ~SimulatedShop() override;

  void start();
  bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
  void ready(const supercargo::SimulatedWorld& world);
  /// It could not start, or ended by itself.
  void failed(const supercargo::Error& error);

private:
  void readLine();

  Options m_options;
  QProcess m_process;
  bool m_ready = false;
};

} // namespace supercargo
