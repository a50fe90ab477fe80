#include "core/sync/supportbundle.h"

#include "core/db/database.h"
#include "core/providers/provider.h"
#include "core/settings/settings.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/store/workspace.h"
#include "core/sync/apiage.h"
#include "core/sync/supporttext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace supercargo {
namespace {

constexpr int kCalls = 200, kCallsWithShape = 40;
constexpr qint64 kLogBytes = 256 * 1024;

const char kReadMe[] =
    "A support bundle of Supercargo.\n\n"
    "It holds versions, the states of the accounts, the shapes of the last calls (keys without values), causes of\n"
    "failures and the log, all without secrets, names, addresses, orders and other values of records. Accounts are\n"
    "named by their number. Read it before you send it: it is plain text.\n";

QByteArray text(const QJsonValue& value)
{
  return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson();
}

QJsonValue orNull(const std::optional<Instant>& at)
{
  return at ? QJsonValue(toIso(*at)) : QJsonValue(QJsonValue::Null);
}

/// Everything that names the merchant: never to be seen in any text.
Result<QStringList> namesOf(Connection& c, const std::vector<AccountRow>& accounts)
{
  QStringList names;
  SC_TRY_ASSIGN(workspace, workspaceInfo(c));
  if (workspace)
    names << workspace->shopName;
  for (const AccountRow& account : accounts) {
    names << account.name << account.fields.values();
    if (const QString host = QUrl(account.endpoint).host(); !host.isEmpty())
      names << host;
  }
  names.removeAll(QString());
  names.removeDuplicates();
  std::ranges::sort(names, [](const QString& a, const QString& b) { return a.size() > b.size(); });
  return names;
}

/// Which of the declared addresses an account uses; an address of the merchant's own is not told.
QString endpointKind(const Declaration& declaration, const QString& endpoint)
{
  for (const EndpointDeclaration& declared : declaration.endpoints)
    if (!endpoint.isEmpty() && endpoint.startsWith(declared.url))
      return declared.name;
  const QString host = QUrl(endpoint).host();
  const bool here = host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost");
  return here ? QStringLiteral("this machine") : QStringLiteral("its own");
}

Result<QJsonObject> versions(Connection& c, const SupportFacts& facts, Instant now)
{
  SC_TRY_ASSIGN(engine, c.row(c.engine() == Engine::Sqlite ? QStringLiteral("SELECT sqlite_version()")
                                                           : QStringLiteral("SELECT current_setting('server_version')"),
                              {}, [](const Row& row) { return row.text(0); }));
  SC_TRY_ASSIGN(workspace, workspaceInfo(c));
  QJsonObject object{{QStringLiteral("program"), facts.program},
                     {QStringLiteral("qt"), facts.qt},
                     {QStringLiteral("system"), facts.system},
                     {QStringLiteral("written_at"), toIso(now)},
                     {QStringLiteral("schema"), schemaVersion()},
                     {QStringLiteral("database"),
                      (c.engine() == Engine::Sqlite ? QStringLiteral("SQLite ") : QStringLiteral("PostgreSQL ")) +
                          engine.value_or(QString())}};
  if (workspace) {
    object.insert(QStringLiteral("time_zone"), workspace->timeZone);
    object.insert(QStringLiteral("currency"), workspace->currency.code());
    object.insert(QStringLiteral("simulated"), workspace->simulated);
  }
  QJsonObject rows;
  for (const char* table : {"orders", "products", "customers", "payments", "shipments", "calls", "sync_failures"}) {
    SC_TRY_ASSIGN(count, c.number(QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(table))));
    rows.insert(QLatin1String(table), count);
  }
  object.insert(QStringLiteral("rows"), rows);
  return object;
}

QJsonArray providerList(const std::vector<AccountRow>& accounts)
{
  QStringList used;
  for (const AccountRow& account : accounts)
    used << account.provider;
  used.removeDuplicates();
  QJsonArray list;
  for (const QString& id : used)
    if (const Provider* provider = findProvider(id))
      list += QJsonObject{{QStringLiteral("id"), id},
                          {QStringLiteral("api_version"), provider->declaration.apiVersion},
                          {QStringLiteral("retires_at"), provider->declaration.retiresAt.value_or(QString())},
                          {QStringLiteral("certainty"), provider->declaration.certainty}};
  return list;
}

Result<QJsonArray> streamList(Connection& c, const AccountRow& account, const QStringList& names)
{
  SC_TRY_ASSIGN(states, streamStates(c));
  QJsonArray list;
  for (const StreamState& state : states)
    if (state.account == account.id)
      list += QJsonObject{{QStringLiteral("stream"), streamName(state.stream)},
                          {QStringLiteral("last_ok_at"), orNull(state.lastOkAt)},
                          {QStringLiteral("last_try_at"), orNull(state.lastTryAt)},
                          {QStringLiteral("covered_to"), orNull(state.coveredTo)},
                          {QStringLiteral("has_cursor"), !state.cursor.isEmpty()},
                          {QStringLiteral("error_kind"), state.lastErrorKind},
                          {QStringLiteral("error"), scrubbed(state.lastError, names)},
                          {QStringLiteral("remote_total"), state.remoteTotal},
                          {QStringLiteral("audit_compared"), state.auditCompared},
                          {QStringLiteral("audit_wrong"), state.auditWrong}};
  return list;
}

Result<QJsonArray> accountList(Connection& c, const std::vector<AccountRow>& accounts, const QStringList& names,
                               Instant now)
{
  QJsonArray list;
  for (const AccountRow& account : accounts) {
    SC_TRY_ASSIGN(streams, streamList(c, account, names));
    const Provider* provider = findProvider(account.provider);
    const Declaration declaration = provider ? provider->declaration : Declaration();
    list += QJsonObject{{QStringLiteral("account"), account.id.value()},
                        {QStringLiteral("provider"), account.provider},
                        {QStringLiteral("endpoint"), endpointKind(declaration, account.endpoint)},
                        {QStringLiteral("state"), accountStateName(account.state)},
                        {QStringLiteral("error_kind"), account.errorKind},
                        {QStringLiteral("error"), scrubbed(account.detail, names)},
                        {QStringLiteral("created_at"), toIso(account.createdAt)},
                        {QStringLiteral("credential_age_days"), -daysUntil(account.credentialAt, now)},
                        {QStringLiteral("credential_expires_at"), orNull(account.credentialExpiresAt)},
                        {QStringLiteral("clock_offset_ms"), qint64(account.clockOffset.count())},
                        {QStringLiteral("api_version_seen"), account.apiVersionSeen},
                        {QStringLiteral("retirement_seen"), orNull(retirementDate(account.retirementSeen))},
                        {QStringLiteral("streams"), streams}};
  }
  return list;
}

Result<QJsonArray> callList(Connection& c, const QStringList& names)
{
  SC_TRY_ASSIGN(calls, callRows(c, {}, kCalls));
  QJsonArray list;
  for (size_t i = 0; i < calls.size(); ++i) {
    const CallRecord& call = calls[i];
    QJsonObject object{{QStringLiteral("call"), call.id.value()},
                       {QStringLiteral("account"), call.account.value()},
                       {QStringLiteral("at"), toIso(call.at)},
                       {QStringLiteral("operation"), call.operation},
                       {QStringLiteral("stream"), call.stream ? streamName(*call.stream) : QString()},
                       {QStringLiteral("status"), call.status},
                       {QStringLiteral("ms"), qint64(call.duration.count())},
                       {QStringLiteral("bytes"), call.bytes},
                       {QStringLiteral("attempt"), call.attempt},
                       {QStringLiteral("error_kind"), call.errorKind},
                       {QStringLiteral("error"), scrubbed(call.error, names)},
                       {QStringLiteral("stored"), call.stored}};
    if (int(i) < kCallsWithShape || !call.errorKind.isEmpty()) {
      SC_TRY_ASSIGN(details, callDetails(c, call.id));
      if (details) {
        object.insert(QStringLiteral("request"), QString::fromUtf8(messageShape(details->request)));
        object.insert(QStringLiteral("response"), QString::fromUtf8(messageShape(details->response)));
      }
    }
    list += object;
  }
  return list;
}

Result<QJsonArray> failureList(Connection& c, const QStringList& names)
{
  SC_TRY_ASSIGN(causes, failureCauses(c));
  QJsonArray list;
  for (const FailureCause& cause : causes)
    list += QJsonObject{
        {QStringLiteral("account"), cause.account.value()},      {QStringLiteral("stream"), streamName(cause.stream)},
        {QStringLiteral("cause"), scrubbed(cause.cause, names)}, {QStringLiteral("records"), qint64(cause.ids.size())},
        {QStringLiteral("first_at"), toIso(cause.firstAt)},      {QStringLiteral("last_at"), toIso(cause.lastAt)}};
  return list;
}

Result<QJsonArray> noticeList(Connection& c, const QStringList& names)
{
  SC_TRY_ASSIGN(causes, changeCauses(c));
  QJsonArray list;
  for (const ChangeCause& cause : causes)
    list += QJsonObject{{QStringLiteral("account"), cause.account.value()},
                        {QStringLiteral("kind"), changeKindName(cause.kind)},
                        {QStringLiteral("where"), scrubbed(cause.where, names)},
                        {QStringLiteral("times"), cause.times},
                        {QStringLiteral("first_at"), toIso(cause.firstAt)}};
  return list;
}

QByteArray logText(const QByteArray& log, const QStringList& names)
{
  QByteArray out;
  for (const QByteArray& line : log.split('\n')) {
    // The time in front is ours: it may stay as it is.
    const qsizetype end = line.startsWith("20") ? line.indexOf(' ') + 1 : 0;
    out += line.left(end) + scrubbed(QString::fromUtf8(line.mid(end)), names).toUtf8() + '\n';
  }
  return out;
}

} // namespace

SupportFacts supportFacts(const Settings* settings, const QString& logFile)
{
  SupportFacts facts;
  facts.program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
  facts.qt = QString::fromLatin1(qVersion());
  facts.system = QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture();
  if (settings) {
    const auto flag = [](bool is) { return is ? QStringLiteral("yes") : QStringLiteral("no"); };
    facts.settings = {
        {QStringLiteral("language"), settings->get(settings::kLanguage)},
        {QStringLiteral("theme"), themeName(settings->get(settings::kTheme))},
        {QStringLiteral("text_scale"), QString::number(settings->get(settings::kTextScale))},
        {QStringLiteral("mask_personal_data"), flag(settings->get(settings::kMaskPersonalData))},
        {QStringLiteral("notifications"), flag(settings->get(settings::kNotifications))},
        {QStringLiteral("quiet_hours"), flag(settings->get(settings::kQuietHours))},
        {QStringLiteral("stay_in_tray"), flag(settings->get(settings::kStayInTray))},
        {QStringLiteral("backup_folder_is_set"), flag(!settings->get(settings::kBackupFolder).isEmpty())}};
  }
  QFile file(logFile);
  if (!logFile.isEmpty() && file.open(QIODevice::ReadOnly)) {
    file.seek(std::max<qint64>(0, file.size() - kLogBytes));
    facts.log = file.readAll();
  }
  return facts;
}

Result<QMap<QString, QByteArray>> supportFiles(Connection& c, const SupportFacts& facts, Instant now)
{
  SC_TRY_ASSIGN(accounts, accountRows(c));
  SC_TRY_ASSIGN(names, namesOf(c, accounts));
  SC_TRY_ASSIGN(about, versions(c, facts, now));
  SC_TRY_ASSIGN(states, accountList(c, accounts, names, now));
  SC_TRY_ASSIGN(calls, callList(c, names));
  SC_TRY_ASSIGN(failures, failureList(c, names));
  SC_TRY_ASSIGN(notices, noticeList(c, names));
  QJsonObject settings;
  for (auto setting = facts.settings.begin(); setting != facts.settings.end(); ++setting)
    settings.insert(setting.key(), setting.value());
  return QMap<QString, QByteArray>{{QStringLiteral("README.txt"), kReadMe},
                                   {QStringLiteral("versions.json"), text(about)},
                                   {QStringLiteral("providers.json"), text(providerList(accounts))},
                                   {QStringLiteral("accounts.json"), text(states)},
                                   {QStringLiteral("calls.json"), text(calls)},
                                   {QStringLiteral("failures.json"), text(failures)},
                                   {QStringLiteral("changes.json"), text(notices)},
                                   {QStringLiteral("settings.json"), text(settings)},
                                   {QStringLiteral("log.txt"), logText(facts.log, names)}};
}

} // namespace supercargo
