/// stores/csv-expect.json: what the files in stores/csv/ must be read as.
#include "core/files/records.h"
#include "tests/support/places.h"
#include "tests/vectors/stores_support.h"

#include <QDir>
#include <QFile>

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

QByteArray contentOf(const QString& name)
{
  const QString chosen = qEnvironmentVariable("SUPERCARGO_VECTORS");
  for (const QString& folder : {chosen, supercargo::test::sourceDir() + QStringLiteral("/tests/vectors"),
                                supercargo::test::sourceDir() + QStringLiteral("/../shared/vectors")})
    if (QFile file(folder + QStringLiteral("/stores/csv/") + name); !folder.isEmpty() && file.open(QIODevice::ReadOnly))
      return file.readAll();
  return {};
}

struct Imported {
  Sheet sheet;
  Mapping mapping;
  ImportedRecords records;
};

Result<Imported> import(const QString& name, ImportKind kind, const QMap<QString, QString>& chosen = {})
{
  SC_TRY_ASSIGN(sheet, readSheet(contentOf(name)));
  SC_TRY_ASSIGN(mapping, mapColumns(kind, sheet.header, chosen));
  const ImportDefaults defaults{*Currency::of(u"CNY"), QTimeZone(8 * 3600)};
  ImportedRecords records = readRecords(kind, sheet, mapping, defaults);
  return Imported{std::move(sheet), std::move(mapping), std::move(records)};
}

QString orderValue(const OrderSnapshot& order, const QString& key)
{
  const QMap<QString, QString> values{
      {QStringLiteral("externalId"), order.externalId},
      {QStringLiteral("externalNo"), order.number},
      {QStringLiteral("status"), statusName(order.status)},
      {QStringLiteral("payment"), statusName(order.payment)},
      {QStringLiteral("fulfilment"), statusName(order.fulfilment)},
      {QStringLiteral("total"), order.total.text()},
      {QStringLiteral("shipping"), order.shipping.text()},
      {QStringLiteral("refunded"), order.refunded.text()},
      {QStringLiteral("createdAt"), toIso(order.placedAt)},
      {QStringLiteral("paidAt"), order.paidAt ? toIso(*order.paidAt) : QString()},
      {QStringLiteral("sellerMemo"), order.sellerMemo},
      {QStringLiteral("buyerNote"), order.buyerNote},
      {QStringLiteral("zip"), order.shipTo.postalCode},
      {QStringLiteral("sku"), order.lines.empty() ? QString() : order.lines.front().sku},
  };
  return values.value(key, QStringLiteral("(no such value)"));
}

QString compareOrder(const QJsonObject& wanted, const OrderSnapshot& order)
{
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    if (it.key() == QLatin1String("lines")) {
      const QJsonArray lines = it.value().toArray();
      if (size_t(lines.size()) != order.lines.size())
        return QStringLiteral("%1 lines").arg(order.lines.size());
      for (qsizetype i = 0; i < lines.size(); ++i) {
        const LineSnapshot& line = order.lines[size_t(i)];
        if (line.sku != lines[i][QLatin1String("sku")].toString() ||
            line.quantity != lines[i][QLatin1String("qty")].toInteger() ||
            line.unitPrice.text() != lines[i][QLatin1String("unitPrice")].toString())
          return QStringLiteral("line %1: %2 × %3 at %4")
              .arg(i)
              .arg(line.quantity)
              .arg(line.sku, line.unitPrice.text());
      }
    } else if (it.key() == QLatin1String("shipments")) {
      const QJsonValue parcel = it.value()[0];
      if (order.parcels.size() != 1 || order.parcels.front().number != parcel[QLatin1String("trackingNo")].toString() ||
          order.parcels.front().courierName != parcel[QLatin1String("carrierName")].toString())
        return QStringLiteral("parcels");
    } else if (const QString got = orderValue(order, it.key()); got != it.value().toString()) {
      return differs(qPrintable(it.key()), it.value().toString(), got);
    }
  }
  return {};
}

QString checkOrders(const QString& name, const QJsonObject& wanted)
{
  const auto got = import(name, ImportKind::Orders);
  if (!got)
    return got.error().detail;
  const std::vector<OrderSnapshot>& orders = got->records.snapshots.orders;
  size_t at = 0;
  bool refused = false;
  for (const QJsonValue& order : wanted.value(QLatin1String("orders")).toArray()) {
    if (order.toObject().contains(QLatin1String("error"))) {
      refused = true;
      continue;
    }
    if (at >= orders.size()) {
      QStringList reasons;
      for (const RowResult& row : got->records.rows)
        reasons.append(row.reason());
      return QStringLiteral("only %1 orders: %2").arg(orders.size()).arg(reasons.join(u'|'));
    }
    if (const QString why = compareOrder(order.toObject(), orders[at++]); !why.isEmpty())
      return why;
  }
  if (at != orders.size())
    return QStringLiteral("%1 orders").arg(orders.size());
  const auto failed = std::count_if(got->records.rows.begin(), got->records.rows.end(),
                                    [](const RowResult& row) { return row.kind == RowResult::Kind::Failed; });
  if ((failed > 0) != refused)
    return QStringLiteral("%1 rows failed").arg(failed);
  const qint64 physical = wanted.value(QLatin1String("physicalRows")).toInteger(qint64(got->records.rows.size()));
  return physical == qint64(got->records.rows.size()) ? QString()
                                                      : QStringLiteral("%1 rows").arg(got->records.rows.size());
}

QString checkProducts(const QString& name, const QJsonObject& wanted)
{
  const auto got = import(name, ImportKind::Products);
  if (!got)
    return got.error().detail;
  const std::vector<ProductSnapshot>& products = got->records.snapshots.products;
  const QJsonArray list = wanted.value(QLatin1String("products")).toArray();
  if (products.size() != size_t(list.size()))
    return QStringLiteral("%1 products: %2")
        .arg(products.size())
        .arg(got->records.rows.empty() ? QString() : got->records.rows.back().reason());
  for (size_t i = 0; i < products.size(); ++i) {
    const QJsonObject one = list[qsizetype(i)].toObject();
    const ProductSnapshot& product = products[i];
    const QString id =
        one.contains(QLatin1String("externalNo")) ? textOf(one, "externalNo") : textOf(one, "externalId");
    if (product.externalId != id || (one.contains(QLatin1String("title")) && product.title != textOf(one, "title")))
      return differs("product", id, product.externalId + u' ' + product.title);
    if (one.contains(QLatin1String("images")) &&
        product.imageUrls.size() != one.value(QLatin1String("images")).toInteger())
      return QStringLiteral("%1 images").arg(product.imageUrls.size());
    if (one.contains(QLatin1String("status")) && product.status != textOf(one, "status"))
      return differs("status", textOf(one, "status"), product.status);
    QStringList categories;
    for (const QJsonValue& path : one.value(QLatin1String("categories")).toArray())
      categories.append(path.toVariant().toStringList().join(QStringLiteral(" > ")));
    if (!categories.isEmpty() && categories != product.categories)
      return differs("categories", categories.join(u','), product.categories.join(u','));
    if (one.value(QLatin1String("stock")).isNull() && product.variants.front().stock)
      return QStringLiteral("stock is not counted");
    const QJsonArray variants = one.value(QLatin1String("variants")).toArray();
    if (!variants.isEmpty() && size_t(variants.size()) != product.variants.size())
      return QStringLiteral("%1 variants").arg(product.variants.size());
    for (qsizetype v = 0; v < variants.size(); ++v) {
      const QJsonObject expected = variants[v].toObject();
      const VariantSnapshot& variant = product.variants[size_t(v)];
      if (expected.contains(QLatin1String("externalId")) && variant.externalId != textOf(expected, "externalId"))
        return differs("variant", textOf(expected, "externalId"), variant.externalId);
      if (expected.contains(QLatin1String("sku")) && variant.sku != textOf(expected, "sku"))
        return differs("sku", textOf(expected, "sku"), variant.sku);
      if (!variant.price || variant.price->text() != textOf(expected, "price"))
        return QStringLiteral("price of %1").arg(variant.externalId);
      if (expected.contains(QLatin1String("barcode")) && variant.barcode != textOf(expected, "barcode"))
        return differs("barcode", textOf(expected, "barcode"), variant.barcode);
      if (expected.contains(QLatin1String("stock")) &&
          variant.stock.value_or(-1) != expected.value(QLatin1String("stock")).toInteger(-1))
        return QStringLiteral("stock of %1").arg(variant.externalId);
      const QJsonObject options = expected.value(QLatin1String("options")).toObject();
      for (auto it = options.begin(); it != options.end(); ++it)
        if (!variant.options.contains(it.key() + QStringLiteral(": ") + it.value().toString()))
          return differs("options", it.key(), variant.options);
      if (textOf(expected, "stockManagedBy") == QLatin1String("parent") && variant.managedBy != StockManagedBy::Parent)
        return QStringLiteral("managed by");
    }
  }
  return {};
}

QString checkLevels(const QString& name, const QJsonArray& wanted)
{
  const auto got = import(name, ImportKind::Stock);
  if (!got)
    return got.error().detail;
  size_t at = 0;
  for (const QJsonValue& level : wanted) {
    if (level[QLatin1String("available")].isNull())
      continue; // not stocked there: no level
    if (at >= got->records.snapshots.stock.size())
      return QStringLiteral("levels are missing");
    const StockSnapshot& stock = got->records.snapshots.stock[at++];
    if (stock.sku != level[QLatin1String("sku")].toString() ||
        stock.location != level[QLatin1String("location")].toString() ||
        stock.available != level[QLatin1String("available")].toInteger() ||
        stock.onHand != level[QLatin1String("onHand")].toInteger())
      return differs("level", level[QLatin1String("sku")].toString(), stock.sku);
  }
  return at == got->records.snapshots.stock.size() ? QString() : QStringLiteral("too many levels");
}

QString failedWith(const ImportedRecords& records, qint64 row, const char* part)
{
  for (const RowResult& result : records.rows)
    if (result.row == row)
      return result.kind == RowResult::Kind::Failed && result.reason().contains(QLatin1String(part))
                 ? QString()
                 : QStringLiteral("row %1: %2").arg(row).arg(result.reason());
  return QStringLiteral("no result of row %1").arg(row);
}

/// The cases that a note describes rather than values.
QString checkOther(const QString& name)
{
  if (name == QLatin1String("dup_header.csv")) {
    const auto got = import(name, ImportKind::Stock);
    return got ? QStringLiteral("one of two columns was taken") : QString();
  }
  if (name == QLatin1String("empty.csv") || name == QLatin1String("header_only.csv")) {
    const auto got = import(name, ImportKind::Stock);
    return got && got->sheet.rows.empty() && got->records.rows.empty() ? QString() : QStringLiteral("rows");
  }
  if (name == QLatin1String("ragged.csv")) {
    const auto got = import(name, ImportKind::Stock);
    if (!got || got->records.snapshots.stock.size() != 1 || got->records.snapshots.stock.front().available != 1)
      return QStringLiteral("the first row is lost");
    return failedWith(got->records, 3, "4 cells under 3 headings");
  }
  if (name == QLatin1String("tabs_quotes.tsv")) {
    const auto sheet = readSheet(contentOf(name));
    const std::vector<QStringList> wanted{{QStringLiteral("A"), QStringLiteral("5\" nail"), QStringLiteral("3")},
                                          {QStringLiteral("B"), QStringLiteral("quoted \"x\""), QStringLiteral("4")},
                                          {QStringLiteral("C"), QString(), QString()}};
    if (!sheet || sheet->delimiter != u'\t' || sheet->rows.size() != wanted.size())
      return QStringLiteral("rows");
    for (size_t i = 0; i < wanted.size(); ++i)
      if (sheet->rows[i].cells != wanted[i])
        return sheet->rows[i].cells.join(u'|');
    return {};
  }
  if (name == QLatin1String("semicolon_utf16.csv")) {
    const auto got = import(name, ImportKind::Stock);
    if (!got || got->sheet.encoding != QLatin1String("utf-16") || got->sheet.delimiter != u';')
      return QStringLiteral("encoding or delimiter");
    const Currency euro = *Currency::of(u"EUR");
    if (got->sheet.rows[0].cells.value(0) != QLatin1String("A;1") ||
        parseAmount(got->sheet.rows[0].cells.value(2), euro)->text() != QLatin1String("12.50") ||
        parseAmount(got->sheet.rows[1].cells.value(2), euro)->text() != QLatin1String("1299.00"))
      return QStringLiteral("values");
    if (got->records.snapshots.stock.size() != 1 || got->records.snapshots.stock.front().available != 5)
      return QStringLiteral("stock");
    return failedWith(got->records, 2, "1.234"); // a thousand and more, or one and a bit: nobody but a person knows
  }
  if (name == QLatin1String("shopify_orders_cut.csv")) {
    const auto got = import(name, ImportKind::Orders);
    if (!got || got->records.snapshots.orders.empty() || got->sheet.faults.size() != 1)
      return QStringLiteral("whole orders are lost");
    return failedWith(got->records, got->sheet.faults.front().row, "quote");
  }
  if (name == QLatin1String("woo_orders_plugin.csv")) {
    const auto got = import(name, ImportKind::Orders);
    return got && got->sheet.delimiter == u';' && got->records.snapshots.orders.size() == 1 ? QString()
                                                                                            : QStringLiteral("rows");
  }
  if (name == QLatin1String("taobao_order_lines_gbk.csv")) {
    const auto sheet = readSheet(contentOf(name));
    const auto mapping = sheet ? mapColumns(ImportKind::Orders, sheet->header) : Result<Mapping>(fail(sheet.error()));
    if (!mapping || mapping->layout != QLatin1String("taobao-order-lines"))
      return QStringLiteral("layout");
    const QStringList& cells = sheet->rows.front().cells;
    const auto cell = [&](const char* field) {
      return cells.value(sheet->header.indexOf(mapping->fields.value(QLatin1String(field))));
    };
    return cell("number") == QLatin1String("3219876543210987654") && cell("sku") == QLatin1String("TS-01-RED-M") &&
                   cell("quantity") == QLatin1String("2") && cell("unit_price") == QLatin1String("59.90")
               ? QString()
               : QStringLiteral("line");
  }
  return QStringLiteral("nothing checks this file");
}

void checkFiles(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonObject files = file.value(QLatin1String("files")).toObject();
  for (auto it = files.begin(); it != files.end(); ++it) {
    const QJsonObject wanted = it.value().toObject();
    if (it.key().contains(QLatin1String(".json"))) // a feed is no table
      continue;
    run(report, it.key(), [&]() -> QString {
      if (wanted.value(QLatin1String("orders")).isArray())
        return checkOrders(it.key(), wanted);
      if (wanted.contains(QLatin1String("products")))
        return checkProducts(it.key(), wanted);
      if (wanted.contains(QLatin1String("levels")))
        return checkLevels(it.key(), wanted.value(QLatin1String("levels")).toArray());
      return checkOther(it.key());
    });
  }
}

const Register kFiles({"stores/csv-expect.json", checkFiles});

} // namespace
} // namespace supercargo::vectors
