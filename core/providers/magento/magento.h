#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// Magento 2 / Adobe Commerce, REST V1 (https://developer.adobe.com/commerce/webapi/rest). Internal to this folder.
namespace supercargo::magento {

/// One condition of `searchCriteria`; all of them must hold.
struct Filter {
  QString field, value, condition; ///< condition: "eq", "in", "gteq", "lteq"
};

/// A search: conditions, order by one field, one page.
struct Search {
  std::vector<Filter> filters;
  QString sortBy;
  int pageSize = 100, page = 1;
};

HttpRequest get(const FetchContext& context, const QString& path, const QString& operation, const QString& state = {});
HttpRequest search(const FetchContext& context, const QString& path, const Search& search, const QString& operation,
                   const QString& state = {});
HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& body, const QString& operation);

QString textOf(const JsonReader& node);                ///< empty when absent
qint64 piecesOf(const JsonReader& node);               ///< quantities are decimals: "2.0000"; absent is 0
Money amountOf(const JsonReader& node, Currency);      ///< four digits, rounded; absent is 0
std::optional<Instant> timeOf(const JsonReader& node); ///< "2026-01-15 01:12:33", UTC

/// One record of a list; faults are left in the reader, unknown values in `notices`.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
/// The parcels of orders, from a list of shipments: order id -> parcels.
QMap<QString, std::vector<OrderParcelSnapshot>> readParcels(const JsonReader& shipments);
bool hasShipped(const JsonReader& order);
ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node, Snapshots& notices);
VariantSnapshot readVariant(const FetchContext& context, const JsonReader& node);
QStringList childrenOf(const JsonReader& product); ///< ids of the products that are a configurable one's variants
CustomerSnapshot readCustomer(const JsonReader& node);

Error explain(const HttpResponse& response);
/// A 2xx answer's JSON, or why there is none.
Result<JsonReader> readAnswer(const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

} // namespace supercargo::magento
