#include "app/cli/replenishtext.h"
#include "app/cli/rowlist.h"
#include "core/stock/replenishment.h"
#include "core/store/workspace.h"

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

/// A number given to an option; `unset` when it is not there.
Outcome<double> number(const Session& session, const QString& option, double unset)
{
  if (!session.has(option))
    return unset;
  bool good = false;
  const double value = session.value(option).toDouble(&good);
  if (!good)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no number").arg(session.value(option)), option);
  return value;
}

Outcome<ReplenishmentOptions> optionsOf(const Session& session)
{
  ReplenishmentOptions options;
  SC_TRY_ASSIGN(service, number(session, QStringLiteral("--service"), 100 * options.policy.serviceLevel));
  if (!(service > 0 && service < 100))
    return wrongUse(QCoreApplication::translate("cli", "a service level lies between 0 and 100 percent"),
                    QStringLiteral("--service"), QStringLiteral("95"));
  if (session.has(QStringLiteral("--service")))
    options.service = service / 100;
  SC_TRY_ASSIGN(review, number(session, QStringLiteral("--review"), options.policy.reviewDays));
  SC_TRY_ASSIGN(days, number(session, QStringLiteral("--days"), options.windowDays));
  if (!(review >= 0) || !(days >= 1 && days <= 1100))
    return wrongUse(QCoreApplication::translate("cli", "--review is not below zero, --days lies between 1 and 1100"));
  options.policy.reviewDays = review;
  options.windowDays = int(days);
  if (session.has(QStringLiteral("--sku")))
    options.skus = {session.value(QStringLiteral("--sku"))};
  options.warehouse = session.value(QStringLiteral("--warehouse"));
  options.dueOnly = !session.has(QStringLiteral("--all"));
  return options;
}

void printRun(const Session& session, const ReplenishmentRun& run, const ReplenishmentOptions& options, int limit)
{
  std::vector<ReplenishmentRow> rows = run.rows;
  if (limit > 0 && int(rows.size()) > limit)
    rows.resize(std::size_t(limit));
  if (session.isJson()) {
    printJson(runJson(run, rows, options));
    return;
  }
  printRows(
      session, rows, limit, suggestionHeadings(), [](const ReplenishmentRow&) { return QJsonObject(); },
      suggestionCells);
  if (session.has(QStringLiteral("--explain")))
    for (const ReplenishmentRow& row : rows)
      print(explanation(row));
  for (const Money cost : run.cost.amounts())
    say(QCoreApplication::translate("cli", "Together: %1.").arg(moneyText(cost)));
  if (run.hasUnknownCost)
    say(QCoreApplication::translate("cli", "Some articles have no cost; \"products cost\" tells it."));
}

Outcome<Exit> suggest(Session& session)
{
  SC_TRY_ASSIGN(options, optionsOf(session));
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(run, replenishment(*connection, session.zone(), options, systemNow()));
  printRun(session, run, options, limit);
  return Exit::Done;
}

Outcome<Exit> terms(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, supplyTerms(*connection));
  printRows(
      session, rows, 0, termsHeadings(), [](const SupplyTerms& row) { return termsJson(row); }, termsCells);
  return Exit::Done;
}

Outcome<std::optional<Money>> cost(const Session& session, const QString& option, Currency currency)
{
  if (!session.has(option))
    return std::optional<Money>();
  const auto amount = Money::parse(session.value(option), currency);
  if (!amount)
    return wrongUse(
        QCoreApplication::translate("cli", "\"%1\" is no amount of %2").arg(session.value(option), currency.code()),
        option, QStringLiteral("12.50"));
  return std::optional(*amount);
}

Outcome<Exit> set(Session& session)
{
  for (const QString& option : {QStringLiteral("--supplier"), QStringLiteral("--lead-days")})
    if (session.value(option).trimmed().isEmpty())
      return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option), option);
  SupplyTerms wanted;
  wanted.sku = session.operand(0);
  wanted.supplier = session.value(QStringLiteral("--supplier")).trimmed();
  SC_TRY_ASSIGN(lead, number(session, QStringLiteral("--lead-days"), 0));
  SC_TRY_ASSIGN(deviation, number(session, QStringLiteral("--lead-deviation"), 0));
  SC_TRY_ASSIGN(pack, number(session, QStringLiteral("--pack"), 1));
  SC_TRY_ASSIGN(minimum, number(session, QStringLiteral("--minimum"), 0));
  wanted.leadDays = lead;
  wanted.leadDeviation = deviation;
  wanted.pack = qint64(pack);
  wanted.minimum = qint64(minimum);
  wanted.preferred = session.has(QStringLiteral("--preferred"));
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY_ASSIGN(info, workspaceInfo(*connection));
  const Currency currency = info ? info->currency : Currency();
  SC_TRY_ASSIGN(unitCost, cost(session, QStringLiteral("--cost"), currency));
  SC_TRY_ASSIGN(orderCost, cost(session, QStringLiteral("--order-cost"), currency));
  wanted.unitCost = unitCost;
  wanted.orderCost = orderCost;
  ChangeSet changes;
  SC_TRY(saveSupplyTerms(*connection, wanted, kActor, systemNow(), changes));
  if (session.isJson()) {
    printJson(termsJson(wanted));
    return Exit::Done;
  }
  Table table(termsHeadings());
  table.add(termsCells(wanted));
  table.print();
  return Exit::Done;
}

Outcome<Exit> received(Session& session)
{
  SupplyReceipt receipt;
  receipt.sku = session.operand(0);
  receipt.supplier = session.value(QStringLiteral("--supplier")).trimmed();
  SC_TRY_ASSIGN(pieces, session.integer(session.value(QStringLiteral("--pieces")), QStringLiteral("--pieces")));
  receipt.quantity = pieces;
  const auto ordered = parseIso(session.value(QStringLiteral("--ordered")));
  if (!ordered)
    return wrongUse(
        QCoreApplication::translate("cli", "\"%1\" is no instant").arg(session.value(QStringLiteral("--ordered"))),
        QStringLiteral("--ordered"), QStringLiteral("2026-11-11T00:00:00Z"));
  receipt.orderedAt = *ordered;
  receipt.receivedAt = systemNow();
  if (session.has(QStringLiteral("--at"))) {
    const auto at = parseIso(session.value(QStringLiteral("--at")));
    if (!at)
      return wrongUse(
          QCoreApplication::translate("cli", "\"%1\" is no instant").arg(session.value(QStringLiteral("--at"))),
          QStringLiteral("--at"), QStringLiteral("2026-11-11T00:00:00Z"));
    receipt.receivedAt = *at;
  }
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(connection->transaction([&] { return noteSupplyReceipt(*connection, receipt, changes); }));
  SC_TRY_ASSIGN(book, SupplyBook::read(*connection));
  const LeadTime lead = book.of(receipt.sku, kAssumedLead).lead;
  if (session.isJson())
    printJson(leadJson(lead));
  else if (lead.source == LeadTimeSource::Measured)
    print(QCoreApplication::translate("cli", "Measured lead time: %1 days, give or take %2, from %n receipts.", nullptr,
                                      int(lead.receipts))
              .arg(lead.days, 0, 'f', 1)
              .arg(lead.deviation, 0, 'f', 1));
  else
    print(QCoreApplication::translate("cli", "Noted. Lead times are measured from three receipts on."));
  return Exit::Done;
}

Option option(const char* name, const char* value, const QString& help)
{
  return {QLatin1String(name), QLatin1String(value), help};
}

} // namespace

std::vector<Command> replenishCommands()
{
  const QString sku = QStringLiteral("SKU");
  return {
      {QStringLiteral("replenish suggest"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "suggest what to order, with every figure behind it"),
       {option("--sku", "SKU", QCoreApplication::translate("cli", "only this article")),
        option("--warehouse", "NAME", QCoreApplication::translate("cli", "only this warehouse")),
        option("--service", "PERCENT",
               QCoreApplication::translate("cli", "share of delivery cycles without a stock-out (default 95)")),
        option("--review", "DAYS", QCoreApplication::translate("cli", "days between two orders (default 7)")),
        option("--days", "N", QCoreApplication::translate("cli", "history to learn from (default 180)")),
        option("--all", "", QCoreApplication::translate("cli", "also what need not be ordered now")),
        option("--explain", "", QCoreApplication::translate("cli", "how each number came about")), limitOption()},
       suggest},
      {QStringLiteral("replenish terms"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what suppliers agreed to"),
       {},
       terms},
      {QStringLiteral("replenish set"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "set a supplier's terms for an article (\"\": for all)"),
       {option("--supplier", "NAME", QCoreApplication::translate("cli", "whose terms")),
        option("--lead-days", "N", QCoreApplication::translate("cli", "days from order to receipt")),
        option("--lead-deviation", "N", QCoreApplication::translate("cli", "how much they vary, as a deviation")),
        option("--pack", "N", QCoreApplication::translate("cli", "pieces in a pack")),
        option("--minimum", "N", QCoreApplication::translate("cli", "pieces that must be ordered at least")),
        option("--cost", "AMOUNT", QCoreApplication::translate("cli", "cost of a piece")),
        option("--order-cost", "AMOUNT", QCoreApplication::translate("cli", "cost of an order beside its goods")),
        option("--preferred", "", QCoreApplication::translate("cli", "suggestions name this supplier"))},
       set},
      {QStringLiteral("replenish received"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "note a delivery, from which lead times are measured"),
       {option("--supplier", "NAME", QCoreApplication::translate("cli", "who delivered")),
        option("--ordered", "INSTANT", QCoreApplication::translate("cli", "when it was ordered")),
        option("--at", "INSTANT", QCoreApplication::translate("cli", "when it came (default: now)")),
        option("--pieces", "N", QCoreApplication::translate("cli", "how many came"))},
       received},
  };
}

} // namespace supercargo::cli
