#include "core/reports/names.h"

#include "core/store/daycubes.h"

namespace supercargo {

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
  // What was sold since the sums were last renewed has no title there yet.
  if (wanted.contains(NamesOf::Articles)) {
    SC_TRY_ASSIGN(waiting, dirtyDayCount(c));
    if (waiting > 0)
      SC_TRY(c.each(QStringLiteral("SELECT l.sku, l.title FROM order_lines l JOIN (SELECT sku, max(order_id) AS newest "
                                   "FROM order_lines WHERE sku <> '' AND sku NOT IN (SELECT article FROM cube_titles) "
                                   "GROUP BY sku) n ON n.sku = l.sku AND n.newest = l.order_id"),
                    {}, [&](const Row& row) { names.titles.insert(row.text(0), row.text(1)); }));
  }
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
