#include "core/stock/demandbook.h"

#include "core/store/dayfacts.h"
#include "core/store/orderid.h"

#include <algorithm>
#include <utility>

namespace supercargo {
namespace {

QString among(const QString& column, qsizetype count)
{
  if (count == 0)
    return QString();
  QStringList marks;
  for (qsizetype i = 0; i < count; ++i)
    marks << QStringLiteral("?");
  return QStringLiteral(" AND %1 IN (%2)").arg(column, marks.join(u','));
}

} // namespace

DemandBook::Article& DemandBook::articleOf(const QString& sku)
{
  const auto known = m_index.constFind(sku);
  if (known != m_index.constEnd())
    return m_articles[std::size_t(*known)];
  m_index.insert(sku, int(m_articles.size()));
  return m_articles.emplace_back();
}

int DemandBook::warehouseOf(const QString& name)
{
  const auto known = m_warehouses.constFind(name);
  if (known != m_warehouses.constEnd())
    return *known;
  const int number = int(m_warehouses.size());
  m_warehouses.insert(name, number);
  return number;
}

Result<DemandBook> DemandBook::read(Connection& c, const DemandDays& cut, const QStringList& skus, Currency currency)
{
  DemandBook book;
  book.m_days = cut.days();
  SC_TRY_ASSIGN(map, ArticleMap::read(c, skus));
  book.m_map = std::move(map);
  const std::vector<SqlValue> values(skus.begin(), skus.end());
  const QStringList sold = skus.isEmpty() ? QStringList() : book.m_map.shopSkus(skus);
  if (skus.isEmpty())
    SC_TRY(book.readKept(c, cut, currency));
  else if (!sold.isEmpty())
    SC_TRY(book.readLines(c, cut, currency, sold));
  SC_TRY(book.readBalances(c, among(QStringLiteral("sku"), skus.size()), values));
  SC_TRY(book.readMovements(c, cut, among(QStringLiteral("sku"), skus.size()), values));
  return book;
}

void DemandBook::addSold(int day, qint64 account, const QString& shopSku, qint64 quantity, qint64 value)
{
  // Of a bundle all of the value at its first part: it has no other division.
  m_map.parts(account, shopSku, [&](const QString& sku, qint64 pieces) {
    Article& article = articleOf(sku);
    article.sold.push_back({day, quantity * pieces});
    article.soldMinor += std::exchange(value, 0);
  });
}

Result<void> DemandBook::readKept(Connection& c, const DemandDays& cut, Currency currency)
{
  const qint64 first = DayCut::number(cut.date(0));
  return eachDayOf<SoldFact>(c, DayCut(cut.zone()), first, first + cut.days(), [&](const DayFacts<SoldFact>& day) {
    const qint64 own = day.words.indexOf(currency.code());
    for (const SoldFact& fact : day.facts)
      addSold(int(day.day - first), fact.account, day.words[fact.sku], fact.pieces,
              fact.currency == own ? fact.total : 0);
  });
}

Result<void> DemandBook::readLines(Connection& c, const DemandDays& cut, Currency currency, const QStringList& shopSkus)
{
  std::vector<SqlValue> values{currency.code(), firstOrderKeyAt(cut.begin()), firstOrderKeyAt(cut.end())};
  values.insert(values.end(), shopSkus.begin(), shopSkus.end());
  return c.each(QStringLiteral("SELECT l.sku, l.quantity, o.placed_at, CASE WHEN o.currency = ? THEN l.total_minor "
                               "ELSE 0 END, o.account_id FROM orders o JOIN order_lines l ON l.order_id = "
                               "o.id WHERE o.id >= ? AND o.id < ? AND o.gone_at IS NULL AND o.status NOT IN ('DRAFT', "
                               "'AWAITING_PAYMENT', 'CANCELLED') AND l.sku <> ''%1")
                    .arg(among(QStringLiteral("l.sku"), shopSkus.size())),
                values, [&](const Row& row) {
                  if (const auto day = cut.dayOf(row.integer(2)))
                    addSold(*day, row.integer(4), row.text(0), row.integer(1), row.integer(3));
                });
}

Result<void> DemandBook::readBalances(Connection& c, const QString& condition, const std::vector<SqlValue>& skus)
{
  return c.each(
      QStringLiteral(
          "SELECT sku, CAST(SUM(on_hand - reserved - blocked) AS BIGINT), MAX(known) FROM stock WHERE 1 = 1%1 "
          "GROUP BY sku")
          .arg(condition),
      skus, [&](const Row& row) {
        Article& article = articleOf(row.text(0));
        article.available = row.integer(1);
        article.isKnown = row.flag(2);
      });
}

Result<void> DemandBook::readMovements(Connection& c, const DemandDays& cut, const QString& condition,
                                       const std::vector<SqlValue>& skus)
{
  std::vector<SqlValue> values{cut.begin()};
  values.insert(values.end(), skus.begin(), skus.end());
  // Goods that leave as promised were not available before either: such movements change nothing here.
  return c.each(
      QStringLiteral("SELECT sku, warehouse, at, on_hand_delta - reserved_delta - blocked_delta, order_id, kind FROM "
                     "stock_movements WHERE at >= ? AND on_hand_delta <> reserved_delta + blocked_delta%1")
          .arg(condition),
      values, [&](const Row& row) {
        Article& article = articleOf(row.text(0));
        const qint64 change = row.integer(3);
        const auto day = cut.dayOf(row.integer(2));
        if (!day)
          article.today += change;
        else
          article.moved.push_back({*day, change});
        if (row.text(5) == QLatin1String("opening"))
          article.openedDay = std::max(article.openedDay, day.value_or(m_days));
        if (row.isNull(4) || change >= 0)
          return;
        const int warehouse = warehouseOf(row.text(1));
        for (Claims& claims : article.claims)
          if (claims.warehouse == warehouse) {
            claims.pieces -= change;
            return;
          }
        article.claims.push_back({warehouse, -change});
      });
}

DemandHistory DemandBook::history(const QString& sku) const
{
  const auto days = std::size_t(m_days);
  DemandHistory history{std::vector<double>(days, 0), {}};
  const auto known = m_index.constFind(sku);
  if (known == m_index.constEnd())
    return history;
  const Article& article = m_articles[std::size_t(*known)];
  for (const Entry& entry : article.sold)
    history.pieces[std::size_t(entry.day)] += double(entry.pieces);
  if (!article.isKnown)
    return history;
  std::vector<qint64> change(days, 0);
  for (const Entry& entry : article.moved)
    change[std::size_t(entry.day)] += entry.pieces;
  // Backwards from what is available now.
  history.inStock.resize(days);
  qint64 atEnd = article.available - article.today;
  for (std::size_t day = days; day-- > 0;) {
    const qint64 atStart = atEnd - change[day];
    history.inStock[day] = atEnd > 0 || atStart > 0;
    atEnd = atStart;
  }
  const auto sold = std::ranges::find_if(history.pieces, [](double pieces) { return pieces > 0; });
  const auto opened = history.inStock.begin() + article.openedDay;
  if (const auto first = history.inStock.begin() + (sold - history.pieces.begin()); first < opened)
    std::fill(first, opened, true);
  return history;
}

std::vector<double> DemandBook::sold(const QString& sku, int days) const
{
  std::vector<double> pieces(std::size_t(days), 0);
  const auto known = m_index.constFind(sku);
  if (known == m_index.constEnd())
    return pieces;
  for (const Entry& entry : m_articles[std::size_t(*known)].sold)
    if (const int at = entry.day - (m_days - days); at >= 0)
      pieces[std::size_t(at)] += double(entry.pieces);
  return pieces;
}

qint64 DemandBook::soldMinor(const QString& sku) const
{
  const auto known = m_index.constFind(sku);
  return known == m_index.constEnd() ? 0 : m_articles[std::size_t(*known)].soldMinor;
}

double DemandBook::shareOf(const QString& sku, const QString& warehouse, int places) const
{
  const double even = 1.0 / std::max(places, 1);
  const auto known = m_index.constFind(sku);
  if (known == m_index.constEnd() || places <= 1)
    return even;
  qint64 all = 0, here = 0;
  const int number = m_warehouses.value(warehouse, -1);
  for (const Claims& claims : m_articles[std::size_t(*known)].claims) {
    all += claims.pieces;
    here += claims.warehouse == number ? claims.pieces : 0;
  }
  return all > 0 ? double(here) / double(all) : even;
}

} // namespace supercargo
