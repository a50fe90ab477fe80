#include "core/stock/supply.h"

#include "core/db/ids.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supercargo {
namespace {

constexpr std::array kSourceNames{"assumed", "agreed", "measured", "set"};

const QString kColumns =
    QStringLiteral("sku, supplier, lead_days, lead_deviation, pack, minimum, unit_cost_minor, order_cost_minor, "
                   "currency, preferred");

SupplyTerms termsOfRow(const Row& row)
{
  SupplyTerms t;
  t.sku = row.text(0);
  t.supplier = row.text(1);
  t.leadDays = row.real(2);
  t.leadDeviation = row.real(3);
  t.pack = row.integer(4);
  t.minimum = row.integer(5);
  const Currency currency = Currency::of(row.text(8)).value_or(Currency());
  if (!row.isNull(6))
    t.unitCost = Money(row.integer(6), currency);
  if (!row.isNull(7))
    t.orderCost = Money(row.integer(7), currency);
  t.preferred = row.flag(9);
  return t;
}

std::optional<qint64> minorOf(const std::optional<Money>& amount)
{
  return amount ? std::optional(amount->minor()) : std::nullopt;
}

/// What alerts keep of the lead time (core/stock/facts.h) is no longer so; sku empty: of any article.
Result<void> forgetFacts(Connection& c, const QString& sku)
{
  SC_TRY(sku.isEmpty() ? c.run(QStringLiteral("DELETE FROM stock_facts"))
                       : c.run(QStringLiteral("DELETE FROM stock_facts WHERE sku = ?"), {sku}));
  return {};
}

QString faultOf(const SupplyTerms& t)
{
  if (t.supplier.trimmed().isEmpty())
    return QStringLiteral("the supplier is missing");
  if (!(t.leadDays >= 0) || !(t.leadDeviation >= 0) || t.leadDays > 3650 || t.leadDeviation > 3650)
    return QStringLiteral("a lead time is a number of days from 0 to 3650");
  if (t.pack < 1 || t.minimum < 0)
    return QStringLiteral("a pack holds at least one piece, and a minimum is not below zero");
  if ((t.unitCost && t.unitCost->minor() < 0) || (t.orderCost && t.orderCost->minor() < 0))
    return QStringLiteral("a cost is not below zero");
  if (t.unitCost && t.orderCost && t.unitCost->currency() != t.orderCost->currency())
    return QStringLiteral("unit cost and order cost are in different currencies");
  return {};
}

} // namespace

Result<void> saveSupplyTerms(Connection& c, const SupplyTerms& terms, const QString& actor, Instant now,
                             ChangeSet& changes)
{
  if (const QString fault = faultOf(terms); !fault.isEmpty())
    return fail(ErrorKind::Invalid, fault, terms.sku);
  const auto& priced = terms.unitCost ? terms.unitCost : terms.orderCost;
  return c.transaction([&]() -> Result<void> {
    if (terms.preferred)
      SC_TRY(c.run(QStringLiteral("UPDATE supply_terms SET preferred = 0 WHERE sku = ?"), {terms.sku}));
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO supply_terms (%1, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?) ON CONFLICT (sku, supplier) DO UPDATE SET lead_days = excluded.lead_days, lead_deviation = "
                       "excluded.lead_deviation, pack = excluded.pack, minimum = excluded.minimum, unit_cost_minor = "
                       "excluded.unit_cost_minor, order_cost_minor = excluded.order_cost_minor, currency = "
                       "excluded.currency, preferred = excluded.preferred, changed_by = excluded.changed_by, "
                       "changed_at = excluded.changed_at")
            .arg(kColumns),
        {terms.sku, terms.supplier, terms.leadDays, terms.leadDeviation, terms.pack, terms.minimum,
         minorOf(terms.unitCost), minorOf(terms.orderCost), priced ? priced->currency().code() : QString(),
         terms.preferred, actor, now}));
    changes.stock = true;
    return forgetFacts(c, terms.sku);
  });
}

Result<void> removeSupplyTerms(Connection& c, const QString& sku, const QString& supplier, ChangeSet& changes)
{
  SC_TRY_ASSIGN(gone,
                c.run(QStringLiteral("DELETE FROM supply_terms WHERE sku = ? AND supplier = ?"), {sku, supplier}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no terms of this supplier"), supplier);
  changes.stock = true;
  return forgetFacts(c, sku);
}

Result<std::vector<SupplyTerms>> supplyTerms(Connection& c)
{
  return c.rows(QStringLiteral("SELECT %1 FROM supply_terms ORDER BY sku, supplier").arg(kColumns), {}, termsOfRow);
}

Result<void> noteSupplyReceipt(Connection& c, const SupplyReceipt& receipt, ChangeSet& changes)
{
  if (receipt.supplier.trimmed().isEmpty() || receipt.sku.isEmpty() || receipt.quantity <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("a receipt needs supplier, SKU and pieces"), receipt.sku);
  if (receipt.receivedAt < receipt.orderedAt)
    return fail(ErrorKind::Invalid, QStringLiteral("it was received before it was ordered"), receipt.sku);
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("supply_receipts")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO supply_receipts (id, sku, supplier, ordered_at, received_at, quantity) "
                              "VALUES (?, ?, ?, ?, ?, ?)"),
               {id, receipt.sku, receipt.supplier, receipt.orderedAt, receipt.receivedAt, receipt.quantity}));
  changes.stock = true;
  return forgetFacts(c, receipt.sku);
}

QString leadTimeSourceName(LeadTimeSource source)
{
  return QLatin1String(kSourceNames[std::size_t(source)]);
}

std::optional<LeadTimeSource> leadTimeSourceNamed(QStringView name)
{
  for (std::size_t i = 0; i < kSourceNames.size(); ++i)
    if (name == QLatin1String(kSourceNames[i]))
      return LeadTimeSource(i);
  return std::nullopt;
}

std::optional<LeadTime> measuredLeadTime(std::vector<double> days)
{
  constexpr std::size_t kLeast = 3;
  if (days.size() < kLeast)
    return std::nullopt;
  const auto count = double(days.size());
  double sum = 0, squares = 0;
  for (const double value : days)
    sum += value;
  for (const double value : days)
    squares += (value - sum / count) * (value - sum / count);
  std::sort(days.begin(), days.end());
  // The smallest value that nine tenths do not exceed.
  const auto ninth = std::size_t(std::ceil(0.9 * count)) - 1;
  return LeadTime{sum / count, std::sqrt(squares / (count - 1)), LeadTimeSource::Measured, qint64(days.size()),
                  days[ninth]};
}

Result<SupplyBook> SupplyBook::read(Connection& c, const QString& sku)
{
  SupplyBook book;
  const QString ofSku = sku.isEmpty() ? QString() : QStringLiteral(" WHERE sku IN ('', ?)");
  const std::vector<SqlValue> values = sku.isEmpty() ? std::vector<SqlValue>() : std::vector<SqlValue>{sku};
  SC_TRY(c.each(
      QStringLiteral("SELECT %1 FROM supply_terms%2 ORDER BY sku, preferred DESC, supplier").arg(kColumns, ofSku),
      values, [&](const Row& row) {
        SupplyTerms terms = termsOfRow(row);
        if (!book.m_terms.contains(terms.sku))
          book.m_terms.insert(terms.sku, std::move(terms));
      }));
  QHash<std::pair<QString, QString>, std::vector<double>> bySku;
  QHash<QString, std::vector<double>> bySupplier;
  constexpr double kDayMs = 86'400'000;
  const auto terms = sku.isEmpty() ? std::nullopt : book.termsOf(sku);
  if (!sku.isEmpty() && !terms)
    return book;
  SC_TRY(c.each(QStringLiteral("SELECT sku, supplier, received_at - ordered_at FROM supply_receipts%1")
                    .arg(terms ? QStringLiteral(" WHERE supplier = ?") : QString()),
                terms ? std::vector<SqlValue>{terms->supplier} : std::vector<SqlValue>(), [&](const Row& row) {
                  const double days = double(row.integer(2)) / kDayMs;
                  bySku[{row.text(0), row.text(1)}].push_back(days);
                  bySupplier[row.text(1)].push_back(days);
                }));
  for (auto it = bySku.cbegin(); it != bySku.cend(); ++it)
    if (const auto lead = measuredLeadTime(*it))
      book.m_lead.insert(it.key(), *lead);
  for (auto it = bySupplier.cbegin(); it != bySupplier.cend(); ++it)
    if (const auto lead = measuredLeadTime(*it))
      book.m_leadOfSupplier.insert(it.key(), *lead);
  return book;
}

std::optional<SupplyTerms> SupplyBook::termsOf(const QString& sku) const
{
  for (const QString& key : {sku, QString()})
    if (const auto own = m_terms.constFind(key); own != m_terms.constEnd())
      return *own;
  return std::nullopt;
}

Supply SupplyBook::of(const QString& sku, const LeadTime& assumed) const
{
  const auto terms = termsOf(sku);
  if (!terms)
    return {std::nullopt, assumed};
  const LeadTime agreed{terms->leadDays, terms->leadDeviation, LeadTimeSource::Agreed, 0, std::nullopt};
  const LeadTime general = m_leadOfSupplier.value(terms->supplier, agreed);
  return {terms, m_lead.value({sku, terms->supplier}, general)};
}

} // namespace supercargo
