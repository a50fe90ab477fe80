#include "core/store/articleweights.h"

namespace supercargo {
namespace {

const QString kColumns = QStringLiteral("SELECT sku, grams, actor, entered_at FROM article_weights");

ArticleWeight weightOfRow(const Row& row)
{
  return {row.text(0), row.integer(1), row.text(2), row.instant(3)};
}

/// False: nothing weighs as much.
bool addPieces(qint64& sum, qint64 grams, qint64 quantity)
{
  qint64 together = 0;
  return !qMulOverflow(grams, quantity, &together) && !qAddOverflow(sum, together, &sum);
}

Result<std::optional<qint64>> weightOfParts(Connection& c, const std::vector<ArticlePart>& parts)
{
  qint64 sum = 0;
  for (const ArticlePart& part : parts) {
    SC_TRY_ASSIGN(said, saidWeight(c, part.sku));
    if (!said || !addPieces(sum, said->grams, part.quantity))
      return std::nullopt;
  }
  return parts.empty() ? std::nullopt : std::optional(sum);
}

/// Of a piece. An order goes on with the parts that it claimed when links and bundles have changed since.
Result<std::optional<qint64>> weightOfPiece(Connection& c, const SoldPieces& sold)
{
  SC_TRY_ASSIGN(claimed, c.rows(QStringLiteral("SELECT part_sku, quantity FROM order_parts WHERE order_id = ? AND "
                                               "sku = ? ORDER BY part_sku"),
                                {sold.order, sold.sku}, [](const Row& row) {
                                  return ArticlePart{row.text(0), row.integer(1)};
                                }));
  SC_TRY_ASSIGN(article, articleOf(c, sold.shop, sold.sku));
  SC_TRY_ASSIGN(parts, bundleParts(c, article));
  if (parts.empty())
    parts.push_back({article, 1});
  return claimed.empty() || claimed == parts ? articleWeight(c, article) : weightOfParts(c, claimed);
}

} // namespace

Result<std::vector<ArticleWeight>> articleWeights(Connection& c)
{
  return c.rows(kColumns + QStringLiteral(" ORDER BY sku"), {}, weightOfRow);
}

Result<std::optional<ArticleWeight>> saidWeight(Connection& c, const QString& sku)
{
  return c.row(kColumns + QStringLiteral(" WHERE sku = ?"), {sku}, weightOfRow);
}

Result<std::optional<qint64>> articleWeight(Connection& c, const QString& sku)
{
  SC_TRY_ASSIGN(said, saidWeight(c, sku));
  if (said)
    return said->grams;
  SC_TRY_ASSIGN(parts, bundleParts(c, sku));
  return weightOfParts(c, parts);
}

Result<std::optional<qint64>> soldWeight(Connection& c, const std::vector<SoldPieces>& pieces)
{
  qint64 sum = 0;
  for (const SoldPieces& sold : pieces) {
    SC_TRY_ASSIGN(grams, weightOfPiece(c, sold));
    if (!grams || !addPieces(sum, *grams, sold.quantity))
      return std::nullopt;
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

} // namespace supercargo
