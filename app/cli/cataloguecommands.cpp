#include "app/cli/rowlist.h"
#include "core/store/catalogue.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

QJsonObject rowJson(const ProductRow& product)
{
  QJsonArray variants;
  for (const VariantRow& v : product.variants)
    variants += QJsonObject{{QStringLiteral("id"), v.id.value()},
                            {QStringLiteral("external_id"), v.externalId},
                            {QStringLiteral("sku"), v.sku},
                            {QStringLiteral("barcode"), v.barcode},
                            {QStringLiteral("options"), v.options},
                            {QStringLiteral("price"), jsonOrNull(v.price)},
                            {QStringLiteral("stock"), jsonOrNull(v.stock)},
                            {QStringLiteral("image"), v.imageUrl},
                            {QStringLiteral("gone_at"), jsonOrNull(v.goneAt)}};
  return {{QStringLiteral("id"), product.id.value()},
          {QStringLiteral("account"), product.account.value()},
          {QStringLiteral("external_id"), product.externalId},
          {QStringLiteral("title"), product.title},
          {QStringLiteral("status"), product.status},
          {QStringLiteral("image"), product.imageUrl},
          {QStringLiteral("gone_at"), jsonOrNull(product.goneAt)},
          {QStringLiteral("variants"), variants}};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, productRows(*connection, limit, 0, session.has(QStringLiteral("--gone"))));
  if (session.isJson()) {
    JsonList list;
    for (const ProductRow& row : rows)
      list.add(rowJson(row));
    list.end();
    return Exit::Done;
  }
  Table table({QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Title"),
               QCoreApplication::translate("cli", "Status"), QCoreApplication::translate("cli", "SKU"),
               QCoreApplication::translate("cli", "Options"), QCoreApplication::translate("cli", ">Price"),
               QCoreApplication::translate("cli", ">Stock")});
  for (const ProductRow& product : rows)
    for (const VariantRow& v : product.variants)
      table.add({QString::number(product.id.value()), product.title,
                 v.goneAt ? QCoreApplication::translate("cli", "gone") : product.status, v.sku, v.options,
                 v.price ? moneyText(*v.price) : QString(), v.stock ? QString::number(*v.stock) : QString()});
  table.print();
  if (limit > 0 && static_cast<int>(rows.size()) >= limit)
    say(QCoreApplication::translate("cli", "Only the first %1 are shown; --limit all shows all.").arg(limit));
  return Exit::Done;
}

} // namespace

std::vector<Command> catalogueCommands()
{
  return {{QStringLiteral("products list"),
           QString(),
           0,
           0,
           QCoreApplication::translate("cli", "list the products of all shops"),
           {limitOption(),
            {QStringLiteral("--gone"), QString(),
             QCoreApplication::translate("cli", "also those that their shops have deleted")}},
           list}};
}

} // namespace supercargo::cli
