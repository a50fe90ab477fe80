#include "core/reports/names.h"

#include "core/store/cubeparts.h"
#include "core/store/orderid.h"

namespace supercargo {

namespace {

/// Titles of what was sold on days that the cubes do not know yet: their lines are few, as a rule.
Result<void> addFreshTitles(Connection& c, QHash<QString, QString>& titles)
{
  const auto take = [&](const Row& row) { titles.insert(row.text(0), row.text(1)); };
  SC_TRY_ASSIGN(zone, cubeZone(c));
  const DayCut cut(zone.isEmpty() ? QByteArrayLiteral("UTC") : zone);
  QSet<qint64> days;
  SC_TRY_ASSIGN(usable, dirtyDays(c, cut, FactSource::Orders, days));
  if (!usable) // nothing is added up yet
    return c.each(QStringLiteral("SELECT l.sku, l.title FROM order_lines l JOIN (SELECT sku, MAX(order_id) AS newest "
                                 "FROM order_lines WHERE sku <> '' GROUP BY sku) n ON n.sku = l.sku AND n.newest = "
                                 "l.order_id"),
                  {}, take);
  for (const auto& [from, before] : runsOf(days))
    SC_TRY(c.each(QStringLiteral("SELECT sku, title FROM order_lines WHERE order_id >= ? AND order_id < ? AND sku <> "
                                 "'' ORDER BY order_id, position"),
                  {firstOrderKeyAt(cut.startOf(from)), firstOrderKeyAt(cut.startOf(before))}, [&](const Row& row) {
                    if (const QString sku = row.text(0); !titles.contains(sku))
                      titles.insert(sku, row.text(1));
                  }));
  return {};
}

} // namespace

Result<ReportNames> reportNames(Connection& c, const QList<NamesOf>& wanted)
{
  ReportNames names;
  if (wanted.contains(NamesOf::Shops))
    SC_TRY(c.each(QStringLiteral("SELECT id, name, provider FROM accounts"), {}, [&](const Row& row) {
      names.shops.insert(row.text(0), row.text(1));
      names.channels.insert(row.text(0), row.text(2));
    }));
  if (wanted.contains(NamesOf::Articles))
    SC_TRY(c.each(QStringLiteral("SELECT article, title FROM cube_titles"), {},
                  [&](const Row& row) { names.titles.insert(row.text(0), row.text(1)); }));
  if (wanted.contains(NamesOf::Articles))
    SC_TRY(addFreshTitles(c, names.titles));
  // The catalogue names what is on sale; articles that left it keep the title of a line that sold them.
  if (wanted.contains(NamesOf::Articles))
    SC_TRY(c.each(QStringLiteral("SELECT v.sku, p.title, v.options, p.categories FROM variants v JOIN products p ON "
                                 "p.id = v.product_id WHERE v.sku <> '' ORDER BY v.id DESC"),
                  {}, [&](const Row& row) {
                    const QString options = row.text(2);
                    names.titles.insert(row.text(0), options.isEmpty() ? row.text(1)
                                                                       : row.text(1) + QStringLiteral(" · ") + options);
                    names.categories.insert(row.text(0), row.text(3).section(u'\n', 0, 0));
                  }));
  return names;
}

} // namespace supercargo
