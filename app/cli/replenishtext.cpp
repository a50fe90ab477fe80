#include "app/cli/replenishtext.h"

#include <QCoreApplication>

#include <cmath>

namespace supercargo::cli {
namespace {

QString rounded(double value, int digits = 1)
{
  return QString::number(value, 'f', digits);
}

QString rounded(const std::optional<double>& value)
{
  return value ? rounded(*value) : QString();
}

QString methodText(const DemandForecast& forecast)
{
  if (forecast.origins == 0)
    return QCoreApplication::translate("cli", "average (short history)");
  switch (forecast.method) {
  case ForecastMethod::Average:
    return QCoreApplication::translate("cli", "average");
  case ForecastMethod::Simple:
    return QCoreApplication::translate("cli", "exponential smoothing");
  case ForecastMethod::Croston:
    return QCoreApplication::translate("cli", "Croston");
  case ForecastMethod::SyntetosBoylan:
    return QCoreApplication::translate("cli", "Croston, corrected");
  case ForecastMethod::FadingChance:
    return QCoreApplication::translate("cli", "fading chance");
  case ForecastMethod::Trend:
    return QCoreApplication::translate("cli", "trend");
  case ForecastMethod::WeekAdditive:
    return QCoreApplication::translate("cli", "week, added");
  case ForecastMethod::WeekMultiplicative:
    return QCoreApplication::translate("cli", "week, multiplied");
  }
  Q_UNREACHABLE();
}

QString leadText(const LeadTime& lead)
{
  switch (lead.source) {
  case LeadTimeSource::Assumed:
    return QCoreApplication::translate("cli", "assumed");
  case LeadTimeSource::Agreed:
    return QCoreApplication::translate("cli", "agreed");
  case LeadTimeSource::Measured:
    return QCoreApplication::translate("cli", "measured");
  case LeadTimeSource::Set:
    return QCoreApplication::translate("cli", "set by hand");
  }
  Q_UNREACHABLE();
}

QString otherCaseText(const OtherCase& other)
{
  const QString from = rounded(other.from), to = rounded(other.to), quantity = QString::number(other.quantity);
  if (other.change == QLatin1String("lead_longer"))
    return QCoreApplication::translate("cli", "  If a delivery took %1 days rather than %2: %3 pieces.")
        .arg(to, from, quantity);
  if (other.change == QLatin1String("demand_higher") || other.change == QLatin1String("demand_lower"))
    return QCoreApplication::translate("cli", "  If %1 pieces a day were sold rather than %2: %3 pieces.")
        .arg(rounded(other.to, 2), rounded(other.from, 2), quantity);
  if (other.change == QLatin1String("service_higher"))
    return QCoreApplication::translate("cli", "  At a service level of %1 % rather than %2 %: %3 pieces.")
        .arg(rounded(100 * other.to), rounded(100 * other.from), quantity);
  return QCoreApplication::translate("cli", "  Without packs and minimum: %1 pieces.").arg(quantity);
}

QJsonObject forecastJson(const ReplenishmentRow& row)
{
  QJsonObject scores;
  for (std::size_t i = 0; i < kForecastMethods; ++i)
    if (row.forecast.scores[i] >= 0)
      scores.insert(forecastMethodName(ForecastMethod(i)), row.forecast.scores[i]);
  return {{QStringLiteral("method"), forecastMethodName(row.forecast.method)},
          {QStringLiteral("per_day_all_warehouses"), row.forecast.perDay},
          {QStringLiteral("share"), row.share},
          {QStringLiteral("per_day"), row.terms.demand.perDay},
          {QStringLiteral("deviation"), row.terms.demand.deviation},
          {QStringLiteral("days_in_stock"), row.daysInStock},
          {QStringLiteral("days"), row.days},
          {QStringLiteral("origins"), row.forecast.origins},
          {QStringLiteral("errors"), scores}};
}

QJsonObject stockJson(const ReplenishmentTerms& terms)
{
  return {{QStringLiteral("on_hand"), terms.onHand},       {QStringLiteral("reserved"), terms.reserved},
          {QStringLiteral("blocked"), terms.blocked},      {QStringLiteral("available"), terms.available()},
          {QStringLiteral("incoming"), terms.incoming},    {QStringLiteral("in_transfer"), terms.inTransfer},
          {QStringLiteral("projected"), terms.projected()}};
}

QJsonObject rowJson(const ReplenishmentRow& row)
{
  const Suggestion& s = row.suggestion;
  QJsonArray others;
  for (const OtherCase& other : otherCases(row.terms, row.policy))
    others += QJsonObject{{QStringLiteral("change"), other.change},
                          {QStringLiteral("from"), other.from},
                          {QStringLiteral("to"), other.to},
                          {QStringLiteral("quantity"), other.quantity}};
  return {{QStringLiteral("sku"), row.sku},
          {QStringLiteral("warehouse"), row.warehouse},
          {QStringLiteral("supplier"), row.supply ? QJsonValue(row.supply->supplier) : QJsonValue::Null},
          {QStringLiteral("quantity"), s.quantity},
          {QStringLiteral("cost"), jsonOrNull(row.cost)},
          {QStringLiteral("unit_cost"), jsonOrNull(row.unitCost)},
          {QStringLiteral("service_level"), row.policy.serviceLevel},
          {QStringLiteral("set_by_hand"), jsonOrNull(row.terms.low)},
          {QStringLiteral("wanted"), s.wanted},
          {QStringLiteral("pack"), row.terms.pack},
          {QStringLiteral("minimum"), row.terms.minimum},
          {QStringLiteral("due_in_days"), jsonOrNull(s.dueInDays)},
          {QStringLiteral("days_of_cover"), jsonOrNull(s.daysOfCover)},
          {QStringLiteral("safety_stock"), s.safetyStock},
          {QStringLiteral("reorder_point"), s.reorderPoint},
          {QStringLiteral("order_up_to"), s.orderUpTo},
          {QStringLiteral("economic_lot"), jsonOrNull(s.economicLot)},
          {QStringLiteral("stock"), stockJson(row.terms)},
          {QStringLiteral("demand"), forecastJson(row)},
          {QStringLiteral("lead_time"), leadJson(row.terms.lead)},
          {QStringLiteral("if"), others}};
}

} // namespace

QStringList suggestionHeadings()
{
  return {QCoreApplication::translate("cli", "SKU"),           QCoreApplication::translate("cli", "Warehouse"),
          QCoreApplication::translate("cli", ">Order"),        QCoreApplication::translate("cli", ">Cost"),
          QCoreApplication::translate("cli", "Supplier"),      QCoreApplication::translate("cli", ">Cover, days"),
          QCoreApplication::translate("cli", ">Demand a day"), QCoreApplication::translate("cli", ">Lead time"),
          QCoreApplication::translate("cli", ">Safety"),       QCoreApplication::translate("cli", ">Reorder at"),
          QCoreApplication::translate("cli", ">Projected"),    QCoreApplication::translate("cli", "Method")};
}

QStringList suggestionCells(const ReplenishmentRow& row)
{
  const Suggestion& s = row.suggestion;
  return {row.sku,
          row.warehouse,
          QString::number(s.quantity),
          row.cost ? moneyText(*row.cost) : QString(),
          row.supply ? row.supply->supplier : QString(),
          rounded(s.daysOfCover),
          rounded(row.terms.demand.perDay, 2),
          rounded(row.terms.lead.days),
          rounded(s.safetyStock),
          rounded(s.reorderPoint),
          QString::number(row.terms.projected()),
          methodText(row.forecast)};
}

QJsonObject runJson(const ReplenishmentRun& run, const std::vector<ReplenishmentRow>& rows,
                    const ReplenishmentOptions& options)
{
  QJsonArray list, costs;
  for (const ReplenishmentRow& row : rows)
    list += rowJson(row);
  for (const Money cost : run.cost.amounts())
    costs += toJson(cost);
  return {{QStringLiteral("service_level"), options.service.value_or(options.policy.serviceLevel)},
          {QStringLiteral("review_days"), options.policy.reviewDays},
          {QStringLiteral("examined"), run.examined},
          {QStringLiteral("suggested"), qint64(run.rows.size())},
          {QStringLiteral("cost"), costs},
          {QStringLiteral("cost_incomplete"), run.hasUnknownCost},
          {QStringLiteral("rows"), list}};
}

QString explanation(const ReplenishmentRow& row)
{
  const Suggestion& s = row.suggestion;
  const ReplenishmentTerms& t = row.terms;
  QStringList lines;
  lines << QCoreApplication::translate("cli", "%1 in %2: order %3").arg(row.sku, row.warehouse).arg(s.quantity);
  lines << QCoreApplication::translate("cli",
                                       "  Demand: %1 a day, deviation %2 (%3; %4 of %5 days in stock, share %6 %).")
               .arg(rounded(t.demand.perDay, 2), rounded(t.demand.deviation, 2), methodText(row.forecast))
               .arg(row.daysInStock)
               .arg(row.days)
               .arg(rounded(100 * row.share, 0));
  lines << QCoreApplication::translate("cli", "  Lead time: %1 days, deviation %2 (%3).")
               .arg(rounded(t.lead.days), rounded(t.lead.deviation), leadText(t.lead));
  lines << QCoreApplication::translate("cli", "  Safety stock: %1 × √(%2 × %3² + %4² × %5²) = %6.")
               .arg(rounded(s.z, 3), rounded(t.lead.days), rounded(t.demand.deviation, 2), rounded(t.demand.perDay, 2),
                    rounded(t.lead.deviation), rounded(s.safetyStock));
  if (t.low)
    lines << QCoreApplication::translate("cli", "  Reorder at: %1, set by hand.").arg(*t.low);
  else
    lines << QCoreApplication::translate("cli", "  Reorder at: %1 × %2 + %3 = %4.")
                 .arg(rounded(t.demand.perDay, 2), rounded(t.lead.days), rounded(s.safetyStock),
                      rounded(s.reorderPoint));
  lines << QCoreApplication::translate(
               "cli", "  Projected: %1 on hand + %2 incoming + %3 in transfer − %4 reserved − %5 blocked = %6.")
               .arg(t.onHand)
               .arg(t.incoming)
               .arg(t.inTransfer)
               .arg(t.reserved)
               .arg(t.blocked)
               .arg(t.projected());
  if (s.isDue)
    lines << QCoreApplication::translate("cli", "  Up to %1: %2 wanted, %3 in packs of %4 (at least %5).")
                 .arg(rounded(s.orderUpTo), rounded(s.wanted))
                 .arg(s.quantity)
                 .arg(t.pack)
                 .arg(t.minimum);
  else if (s.dueInDays)
    lines << QCoreApplication::translate("cli", "  To be ordered in %1 days.").arg(rounded(*s.dueInDays));
  if (s.economicLot)
    lines << QCoreApplication::translate("cli", "  Economic lot: %1.").arg(rounded(*s.economicLot));
  for (const OtherCase& other : otherCases(t, row.policy))
    lines << otherCaseText(other);
  return lines.join(u'\n');
}

QStringList termsHeadings()
{
  return {QCoreApplication::translate("cli", "SKU"),        QCoreApplication::translate("cli", "Supplier"),
          QCoreApplication::translate("cli", ">Lead time"), QCoreApplication::translate("cli", ">Deviation"),
          QCoreApplication::translate("cli", ">Pack"),      QCoreApplication::translate("cli", ">Minimum"),
          QCoreApplication::translate("cli", ">Unit cost"), QCoreApplication::translate("cli", ">Order cost"),
          QCoreApplication::translate("cli", "Preferred")};
}

QStringList termsCells(const SupplyTerms& terms)
{
  return {terms.sku.isEmpty() ? QCoreApplication::translate("cli", "(all)") : terms.sku,
          terms.supplier,
          rounded(terms.leadDays),
          rounded(terms.leadDeviation),
          QString::number(terms.pack),
          QString::number(terms.minimum),
          terms.unitCost ? moneyText(*terms.unitCost) : QString(),
          terms.orderCost ? moneyText(*terms.orderCost) : QString(),
          terms.preferred ? QCoreApplication::translate("cli", "yes") : QString()};
}

QJsonObject termsJson(const SupplyTerms& terms)
{
  return {{QStringLiteral("sku"), terms.sku},
          {QStringLiteral("supplier"), terms.supplier},
          {QStringLiteral("lead_days"), terms.leadDays},
          {QStringLiteral("lead_deviation"), terms.leadDeviation},
          {QStringLiteral("pack"), terms.pack},
          {QStringLiteral("minimum"), terms.minimum},
          {QStringLiteral("unit_cost"), jsonOrNull(terms.unitCost)},
          {QStringLiteral("order_cost"), jsonOrNull(terms.orderCost)},
          {QStringLiteral("preferred"), terms.preferred}};
}

QJsonObject leadJson(const LeadTime& lead)
{
  return {{QStringLiteral("days"), lead.days},
          {QStringLiteral("deviation"), lead.deviation},
          {QStringLiteral("source"), leadTimeSourceName(lead.source)},
          {QStringLiteral("receipts"), lead.receipts},
          {QStringLiteral("slow_tenth_days"), jsonOrNull(lead.slowTenth)}};
}

} // namespace supercargo::cli
