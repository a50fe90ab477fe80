#include "app/desktop/simulatedshop.h"

#include "core/base/jsonreader.h"
#include "core/store/accounts.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace supercargo {

Result<SimulatedWorld> parseSimulatedWorld(const QByteArray& line)
{
  SC_TRY_ASSIGN(json, JsonReader::parse(line));
  SimulatedWorld world;
  if (!json["ready"].boolean())
    json["ready"].problem(QStringLiteral("not true"));
  for (const JsonReader& item : json["accounts"].items()) {
    SimulatedAccount account;
    account.provider = item["provider"].text();
    account.name = item["name"].text();
    account.endpoint = item["endpoint"].text();
    for (const auto& [name, value] : item["fields"].members())
      account.fields.insert(name, value.text());
    world.accounts.push_back(account);
  }
  if (const JsonReader told = json["sender"]; told.hasValue()) {
    Sender sender;
    sender.label = told["label"].text();
    sender.address = {told["name"].text(), told["phone"].text(),    told["country"].text(), told["province"].text(),
                      told["city"].text(), told["district"].text(), told["street"].text(),  {}};
    world.sender = sender;
  }
  SC_TRY(json.check());
  return world;
}

Result<void> adoptSimulatedWorld(Connection& c, Vault& vault, const SimulatedWorld& world, Instant now)
{
  SC_TRY_ASSIGN(present, accountRows(c));
  for (const SimulatedAccount& account : world.accounts) {
    const Provider* provider = findProvider(account.provider);
    if (!provider)
      continue;
    const auto same = std::find_if(present.begin(), present.end(), [&](const AccountRow& row) {
      return row.provider == account.provider && row.name == account.name;
    });
    AccountRow row = same != present.end() ? *same : AccountRow();
    row.provider = account.provider;
    row.name = account.name;
    row.endpoint = account.endpoint;
    row.fields.clear();
    row.credentialAt = now;
    if (row.state == AccountState::NeedsAttention) // of a world that is no more
      row.state = AccountState::Ok;
    row.errorKind.clear();
    row.detail.clear();
    Secrets secrets;
    for (const FieldDeclaration& field : provider->declaration.fields) {
      if (!account.fields.contains(field.name))
        continue;
      if (field.secret)
        secrets.insert(field.name, account.fields.value(field.name).toUtf8());
      else
        row.fields.insert(field.name, account.fields.value(field.name));
    }
    if (same == present.end()) {
      row.createdAt = now;
      SC_TRY_ASSIGN(id, addAccount(c, row));
      row.id = id;
    } else {
      SC_TRY(updateAccount(c, row));
    }
    SC_TRY(vault.store(c, row.id, secrets, now));
  }
  SC_TRY_ASSIGN(known, senders(c));
  if (world.sender && known.empty())
    SC_TRY(saveSender(c, *world.sender));
  return {};
}

SimulatedShop::SimulatedShop(Options options, QObject* parent) : QObject(parent), m_options(std::move(options))
{
  connect(&m_process, &QProcess::readyReadStandardOutput, this, &SimulatedShop::readLine);
  connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart)
      Q_EMIT failed({ErrorKind::NotFound, m_process.errorString(), m_process.program()});
  });
  connect(&m_process, &QProcess::finished, this, [this](int code) {
    Q_EMIT failed({ErrorKind::ProviderDown, QStringLiteral("the simulated shop ended with status %1").arg(code), {}});
  });
}

SimulatedShop::~SimulatedShop()
{
  m_process.disconnect(this);
  m_process.closeWriteChannel();
  m_process.terminate(); // what does not listen is killed by ~QProcess
}

void SimulatedShop::start()
{
  if (isRunning())
    return;
  m_ready = false;
  QString program = m_options.program;
  if (program.isEmpty())
    program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("supercargo-sandbox"));
  m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process.start(program, {QStringLiteral("--json"), QStringLiteral("--port"), QStringLiteral("0"),
                            QStringLiteral("--seed"), QString::number(m_options.seed),
                            QStringLiteral("--orders-per-minute"), QString::number(m_options.ordersPerMinute),
                            QStringLiteral("--history-days"), QString::number(m_options.historyDays),
                            QStringLiteral("--orders"), QString::number(m_options.orders)});
}

void SimulatedShop::readLine()
{
  while (m_process.canReadLine()) {
    const QByteArray line = m_process.readLine().trimmed();
    if (m_ready)
      continue; // requests it may log must not fill the pipe
    auto world = parseSimulatedWorld(line);
    if (!world) {
      Q_EMIT failed(world.error());
      return;
    }
    m_ready = true;
    Q_EMIT ready(*world);
  }
}

} // namespace supercargo
