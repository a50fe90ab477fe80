#include "core/files/reading.h"

#include <QHash>
#include <QRegularExpression>

namespace supercargo::files {
namespace {

/// "Clothing > Tshirts, Sale": a comma behind a backslash belongs to the name.
QStringList listOf(const QString& text)
{
  QStringList parts{QString()};
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == u'\\' && i + 1 < text.size() && text[i + 1] == u',')
      parts.back() += text[++i];
    else if (text[i] == u',')
      parts.append(QString());
    else
      parts.back() += text[i];
  }
  for (QString& part : parts)
    part = part.trimmed();
  parts.removeAll(QString());
  return parts;
}

QString statusOf(const QString& text)
{
  static const QMap<QString, QString> kNames{
      {QStringLiteral("active"), QStringLiteral("ACTIVE")},     {QStringLiteral("1"), QStringLiteral("ACTIVE")},
      {QStringLiteral("true"), QStringLiteral("ACTIVE")},       {QStringLiteral("publish"), QStringLiteral("ACTIVE")},
      {QStringLiteral("archived"), QStringLiteral("INACTIVE")}, {QStringLiteral("0"), QStringLiteral("INACTIVE")},
      {QStringLiteral("false"), QStringLiteral("INACTIVE")},    {QStringLiteral("draft"), QStringLiteral("DRAFT")},
      {QStringLiteral("-1"), QStringLiteral("DRAFT")},          {QStringLiteral("2"), QStringLiteral("DRAFT")},
      {QStringLiteral("上架"), QStringLiteral("ACTIVE")},       {QStringLiteral("下架"), QStringLiteral("INACTIVE")}};
  return text.isEmpty() ? QStringLiteral("ACTIVE") : kNames.value(text.toLower(), text);
}

/// Option names stand on a product's first row only.
QString optionsOf(const Cells& row, const Cells& head)
{
  constexpr std::pair<const char*, const char*> kOptions[] = {
      {"option1_name", "option1_value"}, {"option2_name", "option2_value"}, {"option3_name", "option3_value"}};
  QStringList parts;
  for (const auto& [name, value] : kOptions) {
    const QString own = row.text(name).isEmpty() ? head.text(name) : row.text(name);
    const QString text = row.text(value);
    if (!text.isEmpty() && text != QLatin1String("Default Title"))
      parts.append(own.isEmpty() ? text : own + QStringLiteral(": ") + text);
  }
  return parts.join(QStringLiteral(", "));
}

VariantSnapshot variantOf(Cells& row, const Cells& head, const QString& layout, const ImportDefaults& defaults)
{
  VariantSnapshot variant;
  variant.sku = row.id("sku");
  variant.barcode = row.text("barcode");
  variant.options = optionsOf(row, head);
  variant.imageUrl = row.text("variant_image");
  variant.price = row.amountIfAny("sale_price", defaults.currency);
  if (!variant.price)
    variant.price = row.amountIfAny("price", defaults.currency);
  const bool shopify = layout == QLatin1String("shopify-products");
  if (row.text("stock") == QLatin1String("parent"))
    variant.managedBy = StockManagedBy::Parent;
  else if (!shopify || !row.text("tracker").isEmpty())
    variant.stock = row.piecesIfAny("stock");
  if (variant.managedBy == StockManagedBy::Variant && !variant.stock)
    variant.managedBy = StockManagedBy::None;
  const QString own = shopify ? QString() : row.text("id");
  variant.externalId = !own.isEmpty()           ? own
                       : !variant.sku.isEmpty() ? variant.sku
                                                : head.text("id") + u'/' + variant.options;
  return variant;
}

/// What a piece weighs; exports write 0 where nobody has said it. A weight that cannot be read costs nobody the
/// product.
std::optional<qint64> pieceGrams(Cells& row)
{
  static const QRegularExpression kNothing(QStringLiteral("^0*([.,]0*)?$"));
  if (kNothing.match(row.text("weight")).hasMatch())
    return std::nullopt;
  const size_t before = row.faults().size();
  auto grams = row.gramsIfAny("weight", row.text("weight_unit"));
  if (grams > kHeaviestPiece) {
    row.fault(RowFaultKind::TooHeavy, row.text("weight"));
    grams.reset();
  }
  row.forgive(before);
  return grams > 0 ? grams : std::nullopt;
}

/// The product that a variation of WooCommerce names: "id:44", or a SKU.
QString parentOf(const Cells& row, const QHash<QString, QString>& idsBySku)
{
  const QString parent = row.text("parent");
  return parent.startsWith(QLatin1String("id:")) ? parent.mid(3) : idsBySku.value(parent, parent);
}

struct Family {
  QString id;
  std::vector<Cells*> rows; ///< the first one is the product's
};

std::vector<Family> families(std::vector<Cells>& rows)
{
  QHash<QString, QString> idsBySku;
  for (const Cells& row : rows)
    if (row.text("parent").isEmpty() && !row.text("sku").isEmpty())
      idsBySku.insert(row.text("sku"), row.text("id"));
  std::vector<Family> all;
  QHash<QString, size_t> places;
  for (Cells& row : rows) {
    QString id = parentOf(row, idsBySku);
    if (id.isEmpty())
      id = row.id("id").isEmpty() ? row.text("sku") : row.text("id");
    if (id.isEmpty())
      id = row.text("title");
    if (!places.contains(id)) {
      places.insert(id, all.size());
      all.push_back({id, {}});
    }
    all[places.value(id)].rows.push_back(&row);
  }
  return all;
}

} // namespace

void readProducts(std::vector<Cells>& rows, const QString& layout, const ImportDefaults& defaults, ImportedRecords& out)
{
  const bool woo = layout == QLatin1String("woo-products");
  for (const Family& family : families(rows)) {
    Cells& head = *family.rows.front();
    ProductSnapshot product;
    product.externalId = family.id;
    product.title = head.text("title");
    product.status = statusOf(head.text("status"));
    product.categories = listOf(head.text("categories"));
    if (product.title.isEmpty())
      head.fault(RowFaultKind::NoTitle);
    std::optional<qint64> ofHead;
    std::vector<PieceWeight> weights;
    for (Cells* row : family.rows) {
      const auto own = pieceGrams(*row);
      if (row == &head)
        ofHead = own;
      for (const QString& image : listOf(row->text("image")))
        if (!product.imageUrls.contains(image))
          product.imageUrls.append(image);
      const bool container = woo && row == &head && head.text("type") == QLatin1String("variable");
      const bool imageOnly = row->text("sku").isEmpty() && row->text("price").isEmpty() && row != &head;
      if (container || (imageOnly && !woo))
        continue;
      product.variants.push_back(variantOf(*row, head, layout, defaults));
      product.variantIds.append(product.variants.back().externalId);
      const auto grams = own || !woo ? own : ofHead; // WooCommerce's variations weigh what their product does
      if (const QString& sku = product.variants.back().sku; grams && !sku.isEmpty())
        weights.push_back({sku, *grams});
    }
    if (!conclude(family.rows, family.id, out))
      continue;
    out.snapshots.products.push_back(std::move(product));
    out.weights.insert(out.weights.end(), weights.begin(), weights.end());
  }
}

} // namespace supercargo::files
