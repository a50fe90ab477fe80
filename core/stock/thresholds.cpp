#include "core/stock/thresholds.h"

#include "core/stock/stocklist.h"

#include <algorithm>

namespace supercargo {
namespace {

QString scopeName(ThresholdScope scope)
{
  switch (scope) {
  case ThresholdScope::Sku:
    return QStringLiteral("sku");
  case ThresholdScope::Category:
    return QStringLiteral("category");
  case ThresholdScope::Warehouse:
    return QStringLiteral("warehouse");
  case ThresholdScope::All:
    break;
  }
  return QStringLiteral("all");
}

ThresholdScope scopeNamed(const QString& name)
{
  for (const ThresholdScope scope : {ThresholdScope::Sku, ThresholdScope::Category, ThresholdScope::Warehouse})
    if (scopeName(scope) == name)
      return scope;
  return ThresholdScope::All;
}

std::optional<double> realIfAny(const Row& row, int column)
{
  return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

bool isBelowZero(std::optional<double> value)
{
  return value && *value < 0;
}

/// The narrower, the higher; -1: does not concern the article.
int rank(const StockThreshold& t, const QString& sku, const QString& warehouse, const QStringList& categories)
{
  const bool here = t.warehouse.isEmpty() || t.warehouse == warehouse;
  const int exact = t.warehouse.isEmpty() ? 0 : 1;
  switch (t.scope) {
  case ThresholdScope::Sku:
    return here && t.subject == sku ? 6 + exact : -1;
  case ThresholdScope::Category:
    return here && categories.contains(t.subject) ? 4 + exact : -1;
  case ThresholdScope::Warehouse:
    return t.warehouse == warehouse ? 2 : -1;
  case ThresholdScope::All:
    break;
  }
  return 0;
}

Result<std::vector<StockThreshold>> thresholdsWhere(Connection& c, const QString& where,
                                                    const std::vector<SqlValue>& values)
{
  return c.rows(QStringLiteral("SELECT scope, subject, warehouse, low, lead_days, service, dead_days, count_days, "
                               "expiry_days FROM stock_thresholds%1 ORDER BY scope, subject, warehouse")
                    .arg(where),
                values, [](const Row& row) {
                  StockThreshold t;
                  t.scope = scopeNamed(row.text(0));
                  t.subject = row.text(1);
                  t.warehouse = row.text(2);
                  t.low = row.integerIfAny(3);
                  t.leadDays = realIfAny(row, 4);
                  t.service = realIfAny(row, 5);
                  t.deadDays = row.integerIfAny(6);
                  t.countDays = row.integerIfAny(7);
                  t.expiryDays = row.integerIfAny(8);
                  return t;
                });
}

} // namespace

Result<std::vector<StockThreshold>> stockThresholds(Connection& c)
{
  return thresholdsWhere(c, QString(), {});
}

Result<std::vector<StockThreshold>> generalThresholds(Connection& c)
{
  return thresholdsWhere(c, QStringLiteral(" WHERE scope <> 'sku'"), {});
}

Result<std::vector<StockThreshold>> thresholdsOfSku(Connection& c, const QString& sku)
{
  return thresholdsWhere(c, QStringLiteral(" WHERE scope = 'sku' AND subject = ?"), {sku});
}

Result<void> saveStockThreshold(Connection& c, const StockThreshold& t, const QString& actor, Instant now,
                                ChangeSet& changes)
{
  const bool needsSubject = t.scope == ThresholdScope::Sku || t.scope == ThresholdScope::Category;
  if (needsSubject == t.subject.isEmpty() || (t.scope == ThresholdScope::Warehouse && t.warehouse.isEmpty()))
    return fail(ErrorKind::Invalid, QStringLiteral("a threshold needs what it is for"), scopeName(t.scope));
  if (isBelowZero(t.leadDays) || (t.low && *t.low < 0) || (t.deadDays && *t.deadDays < 0) ||
      (t.countDays && *t.countDays < 0) || (t.expiryDays && *t.expiryDays < 0))
    return fail(ErrorKind::Invalid, QStringLiteral("a threshold is below zero"), t.subject);
  if (t.service && (*t.service <= 0 || *t.service >= 1))
    return fail(ErrorKind::Invalid, QStringLiteral("a service level lies between 0 and 1"), t.subject);
  changes.stock = true;
  if (!t.low && !t.leadDays && !t.service && !t.deadDays && !t.countDays && !t.expiryDays) {
    SC_TRY(c.run(QStringLiteral("DELETE FROM stock_thresholds WHERE scope = ? AND subject = ? AND warehouse = ?"),
                 {scopeName(t.scope), t.subject, t.warehouse}));
    return {};
  }
  SC_TRY(c.run(QStringLiteral("INSERT INTO stock_thresholds (scope, subject, warehouse, low, lead_days, service, "
                              "dead_days, count_days, expiry_days, changed_by, changed_at) VALUES "
                              "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, subject, warehouse) DO UPDATE SET "
                              "low = excluded.low, lead_days = excluded.lead_days, service = excluded.service, "
                              "dead_days = excluded.dead_days, count_days = excluded.count_days, "
                              "expiry_days = excluded.expiry_days, changed_by = excluded.changed_by, "
                              "changed_at = excluded.changed_at"),
               {scopeName(t.scope), t.subject, t.warehouse, t.low, t.leadDays, t.service, t.deadDays, t.countDays,
                t.expiryDays, actor, now}));
  return {};
}

Result<ThresholdSubjects> thresholdSubjects(Connection& c)
{
  ThresholdSubjects subjects;
  SC_TRY(c.each(QStringLiteral("SELECT DISTINCT categories FROM products"), {},
                [&](const Row& row) { subjects.categories << row.text(0).split(u'\n', Qt::SkipEmptyParts); }));
  subjects.categories.removeDuplicates();
  subjects.categories.sort();
  SC_TRY_ASSIGN(warehouses, stockWarehouses(c));
  subjects.warehouses = warehouses;
  return subjects;
}

StockThreshold effectiveThreshold(const std::vector<StockThreshold>& all, const QString& sku, const QString& warehouse,
                                  const QStringList& categories)
{
  std::vector<std::pair<int, const StockThreshold*>> ranked;
  for (const StockThreshold& t : all)
    if (const int place = rank(t, sku, warehouse, categories); place >= 0)
      ranked.emplace_back(-place, &t);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  StockThreshold found{ThresholdScope::Sku, sku, warehouse, {}, {}, {}, {}, {}, {}};
  const auto take = [](auto& into, const auto& from) {
    if (!into)
      into = from;
  };
  for (const auto& [place, t] : ranked) {
    take(found.low, t->low);
    take(found.leadDays, t->leadDays);
    take(found.service, t->service);
    take(found.deadDays, t->deadDays);
    take(found.countDays, t->countDays);
    take(found.expiryDays, t->expiryDays);
  }
  take(found.service, std::optional(kDefaultService));
  take(found.deadDays, std::optional(kDefaultDeadDays));
  take(found.expiryDays, std::optional(kDefaultExpiryDays));
  return found;
}

Result<ThresholdBook> ThresholdBook::read(Connection& c)
{
  SC_TRY_ASSIGN(all, stockThresholds(c));
  ThresholdBook book;
  for (StockThreshold& threshold : all)
    (threshold.scope == ThresholdScope::Sku ? book.m_bySku[threshold.subject] : book.m_general)
        .push_back(std::move(threshold));
  return book;
}

std::vector<StockThreshold> ThresholdBook::of(const QString& sku) const
{
  std::vector<StockThreshold> found = m_general;
  const auto own = m_bySku.constFind(sku);
  if (own != m_bySku.constEnd())
    found.insert(found.end(), own->begin(), own->end());
  return found;
}

bool ThresholdBook::usesCategories() const
{
  return std::ranges::any_of(m_general, [](const StockThreshold& t) { return t.scope == ThresholdScope::Category; });
}

} // namespace supercargo
