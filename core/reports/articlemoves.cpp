#include "core/reports/articlemoves.h"

namespace supercargo {

std::pair<qint64, qint64> ArticleMoves::opening() const
{
  std::pair<qint64, qint64> opening(onHand, available);
  for (const ArticleMove& move : moves) {
    opening.first -= move.onHand;
    opening.second -= move.available;
  }
  return opening;
}

qint64 ArticleMoves::daysInStock(const DayCut& cut, qint64 from, qint64 before) const
{
  qint64 now = opening().second, days = 0;
  const qint64 first = came ? std::max(from, cut.dayOf(*came)) : from;
  auto next = moves.begin();
  for (qint64 day = from; day < before; ++day) {
    bool hadSome = now > 0;
    const Instant end = cut.startOf(day + 1);
    for (; next != moves.end() && next->at < end; ++next) {
      now += next->available;
      hadSome |= now > 0;
    }
    days += hadSome && day >= first ? 1 : 0;
  }
  return days;
}

Result<QMap<QString, ArticleMoves>> articleMoves(Connection& c, Instant from, Instant end)
{
  QMap<QString, ArticleMoves> articles;
  SC_TRY(c.each(QStringLiteral("SELECT sku, CAST(SUM(on_hand) AS BIGINT), CAST(SUM(on_hand - reserved - blocked) AS "
                               "BIGINT) FROM stock GROUP BY sku HAVING MAX(known) > 0"),
                {}, [&](const Row& row) {
                  articles[row.text(0)].onHand = row.integer(1);
                  articles[row.text(0)].available = row.integer(2);
                }));
  const auto known = [&](const Row& row) {
    const auto article = articles.find(row.text(0));
    return article == articles.end() ? nullptr : &*article;
  };
  SC_TRY(c.each(QStringLiteral("SELECT sku, CAST(SUM(on_hand_delta) AS BIGINT), CAST(SUM(on_hand_delta - "
                               "reserved_delta - blocked_delta) AS BIGINT) FROM stock_movements WHERE at >= ? GROUP "
                               "BY sku"),
                {end}, [&](const Row& row) {
                  if (ArticleMoves* article = known(row)) {
                    article->onHand -= row.integer(1);
                    article->available -= row.integer(2);
                  }
                }));
  SC_TRY(c.each(QStringLiteral("SELECT sku, at, kind, on_hand_delta, on_hand_delta - reserved_delta - blocked_delta "
                               "FROM stock_movements WHERE at >= ? AND at < ? ORDER BY at, id"),
                {from, end}, [&](const Row& row) {
                  if (ArticleMoves* article = known(row))
                    article->moves.push_back({row.instant(1), row.text(2), row.integer(3), row.integer(4)});
                }));
  SC_TRY(c.each(QStringLiteral("SELECT sku, MIN(at) FROM stock_movements GROUP BY sku"), {}, [&](const Row& row) {
    if (ArticleMoves* article = known(row))
      article->came = row.instant(1);
  }));
  return articles;
}

} // namespace supercargo
