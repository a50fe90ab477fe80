#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "core/providers/provider.h"
#include "core/stock/channelstock.h"
#include "core/store/accounts.h"

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");
constexpr int kAuditSample = 200;

QString numberOr(const std::optional<qint64>& value, const QString& none = {})
{
  return value ? QString::number(*value) : none;
}

QJsonObject rowJson(const ChannelRule& rule)
{
  return {{QStringLiteral("account"), rule.account.value()}, {QStringLiteral("sku"), jsonOrNull(rule.sku)},
          {QStringLiteral("enabled"), rule.enabled},         {QStringLiteral("share_percent"), rule.sharePercent},
          {QStringLiteral("safety"), rule.safety},           {QStringLiteral("maximum"), jsonOrNull(rule.maximum)},
          {QStringLiteral("fixed"), jsonOrNull(rule.fixed)}};
}

QStringList cells(const ChannelRule& rule)
{
  return {QString::number(rule.account.value()),
          rule.sku.isEmpty() ? QCoreApplication::translate("cli", "(all)") : rule.sku,
          rule.enabled ? QCoreApplication::translate("cli", "yes") : QCoreApplication::translate("cli", "no"),
          QStringLiteral("%1 %").arg(rule.sharePercent),
          QString::number(rule.safety),
          numberOr(rule.maximum),
          numberOr(rule.fixed)};
}

QStringList ruleHeadings()
{
  return {QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "SKU"),
          QCoreApplication::translate("cli", "Told"),     QCoreApplication::translate("cli", ">Share"),
          QCoreApplication::translate("cli", ">Safety"),  QCoreApplication::translate("cli", ">Maximum"),
          QCoreApplication::translate("cli", ">Quota")};
}

/// An option that is a number of pieces or "none"; `before` when it is not there.
Outcome<std::optional<qint64>> pieces(const Session& session, const QString& option, std::optional<qint64> before)
{
  if (!session.has(option))
    return before;
  if (session.value(option) == QLatin1String("none"))
    return std::optional<qint64>();
  SC_TRY_ASSIGN(number, session.integer(session.value(option), option));
  return std::optional(number);
}

Outcome<ChannelRule> ruleBefore(Session& session, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rules, channelRules(*connection));
  ChannelRule rule;
  rule.account = account;
  for (const ChannelRule& known : rules)
    if (known.account == account && (known.sku == sku || known.sku.isEmpty()))
      rule = known; // the general one first, then the article's own
  rule.sku = sku;
  return rule;
}

Outcome<void> checkShop(Session& session, AccountId account)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(row, accountRow(*connection, account));
  const Provider* provider = row ? findProvider(row->provider) : nullptr;
  if (!provider || !provider->declaration.can(u"stock.write"))
    return fail(Failure(Error{ErrorKind::Rejected, QStringLiteral("this shop's interface takes no stock levels"),
                              QString::number(account.value()), std::nullopt}));
  return {};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rules, channelRules(*connection));
  printRows(
      session, rules, 0, ruleHeadings(), [](const ChannelRule& rule) { return rowJson(rule); }, cells);
  return Exit::Done;
}

Outcome<Exit> set(Session& session)
{
  SC_TRY_ASSIGN(account, session.existingAccount(session.operand(0)));
  SC_TRY(checkShop(session, account));
  SC_TRY_ASSIGN(rule, ruleBefore(session, account, session.value(QStringLiteral("--sku"))));
  SC_TRY_ASSIGN(share, pieces(session, QStringLiteral("--share"), rule.sharePercent));
  SC_TRY_ASSIGN(safety, pieces(session, QStringLiteral("--safety"), rule.safety));
  SC_TRY_ASSIGN(maximum, pieces(session, QStringLiteral("--maximum"), rule.maximum));
  SC_TRY_ASSIGN(fixed, pieces(session, QStringLiteral("--fixed"), rule.fixed));
  rule.sharePercent = int(std::clamp<qint64>(share.value_or(100), -1, 101));
  rule.safety = safety.value_or(0);
  rule.maximum = maximum;
  rule.fixed = fixed;
  rule.enabled = !session.has(QStringLiteral("--off"));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(pushed, saveChannelRule(*connection, rule, kActor, systemNow(), changes));
  if (session.isJson()) {
    QJsonObject json = rowJson(rule);
    json.insert(QStringLiteral("levels_changed"), pushed);
    printJson(json);
    return Exit::Done;
  }
  Table table(ruleHeadings());
  table.add(cells(rule));
  table.print();
  say(QCoreApplication::translate("cli", "%n level(s) wait to be told; \"stock push\" sends them at once.", nullptr,
                                  pushed));
  return Exit::Done;
}

Outcome<Exit> levels(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(found, channelLevels(*connection, std::nullopt, limit));
  printRows(
      session, found, limit,
      {QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "SKU"),
       QCoreApplication::translate("cli", "Variant"), QCoreApplication::translate("cli", ">Available"),
       QCoreApplication::translate("cli", ">Level"), QCoreApplication::translate("cli", "State"),
       QCoreApplication::translate("cli", ">Shop shows")},
      [](const ChannelLevelRow& row) {
        return QJsonObject{{QStringLiteral("account"), row.account.value()},
                           {QStringLiteral("sku"), row.sku},
                           {QStringLiteral("variant"), row.variantExternalId},
                           {QStringLiteral("available"), jsonOrNull(row.available)},
                           {QStringLiteral("level"), row.level},
                           {QStringLiteral("state"), row.state},
                           {QStringLiteral("told"), jsonOrNull(row.told)},
                           {QStringLiteral("told_at"), jsonOrNull(row.toldAt)},
                           {QStringLiteral("wanted_at"), toJson(row.wantedAt)}};
      },
      [](const ChannelLevelRow& row) {
        return QStringList{
            QString::number(row.account.value()), row.sku,   row.variantExternalId, numberOr(row.available),
            QString::number(row.level),           row.state, numberOr(row.told)};
      });
  return Exit::Done;
}

Outcome<Exit> audit(Session& session)
{
  SC_TRY_ASSIGN(account, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(found, auditChannel(*connection, account, kAuditSample, systemNow(), changes));
  if (session.isJson()) {
    printJson(QJsonObject{{QStringLiteral("account"), account.value()},
                          {QStringLiteral("compared"), found.compared},
                          {QStringLiteral("wrong"), found.wrong},
                          {QStringLiteral("repaired"), found.repaired},
                          {QStringLiteral("score"), jsonOrNull(found.score())}});
    return Exit::Done;
  }
  print(found.compared == 0 ? QCoreApplication::translate("cli", "Nothing can be compared yet.")
                            : QCoreApplication::translate("cli", "%1 compared, %2 wrong, %3 sent again: %4 % right.")
                                  .arg(found.compared)
                                  .arg(found.wrong)
                                  .arg(found.repaired)
                                  .arg(100 * *found.score(), 0, 'f', 1));
  return Exit::Done;
}

} // namespace

Outcome<Exit> pushLevels(Session& session)
{
  SC_TRY_ASSIGN(syncing, makeSyncing(session));
  SC_TRY_ASSIGN(pushed, session.await(syncing.database->write([](Connection& c, ChangeSet& changes) {
    return pushChangedLevels(c, systemNow(), changes);
  })));
  SC_TRY(sendDueActions(session, syncing));
  SC_TRY_ASSIGN(open, session.await(syncing.database->read([](Connection& c) {
    return c.number(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE kind = 'set_stock' AND next_try_at IS NOT NULL"));
  })));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("levels"), pushed}, {QStringLiteral("open"), open}});
  else
    print(QCoreApplication::translate("cli", "%1 new levels, %2 not told yet.").arg(pushed).arg(open));
  return open == 0 ? Exit::Done : Exit::Partly;
}

std::vector<Command> channelCommands()
{
  const auto option = [](const char* name, const char* value, const QString& help) {
    return Option{QLatin1String(name), QLatin1String(value), help};
  };
  return {
      {QStringLiteral("stock channels"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what each shop may sell of our stock"),
       {},
       list},
      {QStringLiteral("stock channel"),
       QStringLiteral("ACCOUNT"),
       1,
       1,
       QCoreApplication::translate("cli", "set what a shop may sell of our stock"),
       {option("--sku", "SKU", QCoreApplication::translate("cli", "only of this article (default: of all)")),
        option("--share", "PERCENT", QCoreApplication::translate("cli", "of what is available")),
        option("--safety", "N", QCoreApplication::translate("cli", "pieces kept back first")),
        option("--maximum", "N|none", QCoreApplication::translate("cli", "never told more")),
        option("--fixed", "N|none", QCoreApplication::translate("cli", "so many instead of a share, while they last")),
        option("--off", "", QCoreApplication::translate("cli", "tell the shop nothing"))},
       set},
      {QStringLiteral("stock levels"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what the shops were told, and what they show"),
       {limitOption()},
       levels},
      {QStringLiteral("stock audit"),
       QStringLiteral("ACCOUNT"),
       1,
       1,
       QCoreApplication::translate("cli", "compare what a shop shows with what it was told, and repair it"),
       {},
       audit},
  };
}

} // namespace supercargo::cli
