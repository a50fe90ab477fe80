#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"
#include "core/stock/alerts.h"

namespace supercargo::cli {
namespace {

QString numberText(const QJsonObject& facts, const char* name)
{
  return QString::number(facts.value(QLatin1String(name)).toDouble());
}

QString alertText(const StockAlert& alert)
{
  const QJsonObject& f = alert.facts;
  switch (alert.kind) {
  case StockAlertKind::Oversold:
    return QCoreApplication::translate("cli", "%1 pieces are sold that are not there").arg(numberText(f, "oversold"));
  case StockAlertKind::OverReserved:
    return QCoreApplication::translate("cli", "%1 pieces are promised that are no longer there")
        .arg(-f.value(QLatin1String("available")).toInteger());
  case StockAlertKind::Out:
    return QCoreApplication::translate("cli", "nothing is left to sell");
  case StockAlertKind::Cover:
    return QCoreApplication::translate("cli", "stock lasts %1 days, new goods take %2")
        .arg(numberText(f, "cover_days"), numberText(f, "lead_days"));
  case StockAlertKind::Low:
    return QCoreApplication::translate("cli", "%1 pieces here or on their way, the limit is %2")
        .arg(numberText(f, "projected"), numberText(f, "threshold"));
  case StockAlertKind::StaleCount:
    return QCoreApplication::translate("cli", "not counted for %1 days").arg(numberText(f, "days"));
  case StockAlertKind::Expiring:
    return QCoreApplication::translate("cli", "%1 pieces of lot %2 expire on %3")
        .arg(numberText(f, "on_hand"), alert.lot, f.value(QLatin1String("expires_at")).toString().left(10));
  case StockAlertKind::Dead:
    return QCoreApplication::translate("cli", "%1 pieces lie here, not sold for %2 days")
        .arg(numberText(f, "on_hand"), numberText(f, "days"));
  }
  Q_UNREACHABLE();
}

QJsonObject alertJson(const StockAlert& alert)
{
  return {{QStringLiteral("id"), alert.id},
          {QStringLiteral("kind"), stockAlertKindName(alert.kind)},
          {QStringLiteral("subject"), alert.sku},
          {QStringLiteral("warehouse"), alert.warehouse},
          {QStringLiteral("lot"), jsonOrNull(alert.lot)},
          {QStringLiteral("title"), jsonOrNull(alert.title)},
          {QStringLiteral("since"), toIso(alert.since)},
          {QStringLiteral("text"), alertText(alert)},
          {QStringLiteral("lost_per_day"), jsonOrNull(alert.lostPerDay)},
          {QStringLiteral("state"), alert.isSnoozed ? QStringLiteral("snoozed") : QStringLiteral("open")},
          {QStringLiteral("snoozed_until"), jsonOrNull(alert.snoozedUntil)},
          {QStringLiteral("owner"), jsonOrNull(alert.owner)},
          {QStringLiteral("cause"), alert.cause},
          {QStringLiteral("facts"), alert.facts}};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  StockAlertQuery query;
  query.limit = limit;
  query.snoozedToo = session.has(QStringLiteral("--all"));
  query.sku = session.value(QStringLiteral("--sku"));
  if (const QString kind = session.value(QStringLiteral("--kind")); !kind.isEmpty()) {
    query.kind = stockAlertKindNamed(kind);
    if (!query.kind)
      return wrongUse(QCoreApplication::translate("cli", "There is no kind of alert \"%1\"").arg(kind),
                      QStringLiteral("--kind"),
                      QStringLiteral("oversold over_reserved out cover low expiring stale_count dead"));
  }
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockAlerts(*connection, systemNow(), query));
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Alert"),
             QCoreApplication::translate("cli", "SKU"), QCoreApplication::translate("cli", "Warehouse"),
             QCoreApplication::translate("cli", "What"), QCoreApplication::translate("cli", ">Lost a day"),
             QCoreApplication::translate("cli", "Since"), QCoreApplication::translate("cli", "Who")},
            alertJson, [&](const StockAlert& alert) {
              return QStringList{QString::number(alert.id),
                                 stockAlertKindName(alert.kind),
                                 alert.sku,
                                 alert.warehouse,
                                 alertText(alert),
                                 alert.lostPerDay ? moneyText(*alert.lostPerDay) : QString(),
                                 timeText(alert.since, session.zone()),
                                 alert.owner};
            });
  return Exit::Done;
}

Outcome<Exit> snooze(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("ID")));
  const QString hours = session.value(QStringLiteral("--hours"));
  SC_TRY_ASSIGN(count, session.integer(hours.isEmpty() ? QStringLiteral("24") : hours, QStringLiteral("--hours")));
  SC_TRY_ASSIGN(connection, session.writer());
  const Instant now = systemNow(), until = now + std::chrono::hours(count);
  ChangeSet changes;
  SC_TRY(snoozeStockAlert(*connection, ownWorker(), id, until, now, changes));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("snoozed_until"), toIso(until)}});
  else
    print(QCoreApplication::translate("cli", "Alert %1 is silent until %2, unless it becomes worse.")
              .arg(id)
              .arg(timeText(until, session.zone())));
  return Exit::Done;
}

Outcome<Exit> assign(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("ID")));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(assignStockAlert(*connection, ownWorker(), id, session.operand(1), systemNow(), changes));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("owner"), session.operand(1)}});
  return Exit::Done;
}

Outcome<std::optional<qint64>> wholeIfAny(Session& session, const char* name)
{
  const QString option = QString::fromLatin1(name);
  if (!session.has(option))
    return std::nullopt;
  SC_TRY_ASSIGN(number, session.integer(session.value(option), option));
  return number;
}

Outcome<std::optional<double>> realIfAny(Session& session, const char* name)
{
  const QString option = QString::fromLatin1(name);
  if (!session.has(option))
    return std::nullopt;
  bool ok = false;
  const double number = session.value(option).toDouble(&ok);
  if (!ok)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no number").arg(session.value(option)), option);
  return number;
}

Outcome<Exit> threshold(Session& session)
{
  StockThreshold t;
  t.warehouse = session.value(QStringLiteral("--warehouse"));
  if (session.has(QStringLiteral("--sku"))) {
    t.scope = ThresholdScope::Sku;
    t.subject = session.value(QStringLiteral("--sku"));
  } else if (session.has(QStringLiteral("--category"))) {
    t.scope = ThresholdScope::Category;
    t.subject = session.value(QStringLiteral("--category"));
  } else if (!t.warehouse.isEmpty()) {
    t.scope = ThresholdScope::Warehouse;
  }
  SC_TRY_ASSIGN(low, wholeIfAny(session, "--low"));
  SC_TRY_ASSIGN(dead, wholeIfAny(session, "--dead-days"));
  SC_TRY_ASSIGN(count, wholeIfAny(session, "--count-days"));
  SC_TRY_ASSIGN(expiry, wholeIfAny(session, "--expiry-days"));
  SC_TRY_ASSIGN(lead, realIfAny(session, "--lead-days"));
  SC_TRY_ASSIGN(service, realIfAny(session, "--service"));
  t.low = low;
  t.deadDays = dead;
  t.countDays = count;
  t.expiryDays = expiry;
  t.leadDays = lead;
  t.service = service;
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(connection->transaction(
      [&] { return saveStockThresholds(*connection, {t}, ownWorker().name, systemNow(), changes); }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("saved"), true}});
  else
    print(QCoreApplication::translate("cli", "The limits are saved and the alerts looked at anew."));
  return Exit::Done;
}

Option numberOption(const char* name, const char* value, const QString& help)
{
  return {QString::fromLatin1(name), QString::fromLatin1(value), help};
}

} // namespace

std::vector<Command> alertCommands()
{
  const QString sku = QStringLiteral("SKU");
  return {
      {QStringLiteral("alerts list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what is wrong with stock, the dearest first"),
       {numberOption("--kind", "KIND", QCoreApplication::translate("cli", "only alerts of this kind")),
        numberOption("--sku", "SKU", QCoreApplication::translate("cli", "only this article")),
        {QStringLiteral("--all"), {}, QCoreApplication::translate("cli", "the snoozed ones too")},
        limitOption()},
       list},
      {QStringLiteral("alerts snooze"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "keep an alert silent for a while"),
       {numberOption("--hours", "N", QCoreApplication::translate("cli", "for how many hours (24)"))},
       snooze},
      {QStringLiteral("alerts assign"),
       QStringLiteral("ID PERSON"),
       2,
       2,
       QCoreApplication::translate("cli", "say who looks after an alert"),
       {},
       assign},
      {QStringLiteral("alerts threshold"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli",
                                   "set when stock is too little, too old or too long uncounted; without a value "
                                   "the limit is removed"),
       {numberOption("--sku", "SKU", QCoreApplication::translate("cli", "for this article")),
        numberOption("--category", "NAME", QCoreApplication::translate("cli", "for articles of this category")),
        numberOption("--warehouse", "NAME", QCoreApplication::translate("cli", "in this warehouse")),
        numberOption("--low", "N", QCoreApplication::translate("cli", "pieces here or on their way; else computed")),
        numberOption("--lead-days", "N", QCoreApplication::translate("cli", "days from ordering to receipt")),
        numberOption("--service", "P", QCoreApplication::translate("cli", "service level, such as 0.95")),
        numberOption("--dead-days", "N", QCoreApplication::translate("cli", "days without a sale")),
        numberOption("--count-days", "N", QCoreApplication::translate("cli", "days without a count")),
        numberOption("--expiry-days", "N", QCoreApplication::translate("cli", "days before a lot expires"))},
       threshold},
  };
}

} // namespace supercargo::cli
