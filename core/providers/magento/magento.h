#pragma once

#include "core/providers/marketplace.h"

#include <QJsonArray>

/// Magento 2 / Adobe Commerce, REST V1 (https://developer.adobe.com/commerce/webapi/rest). Internal to this folder.
namespace supercargo::magento {

/// One condition of `searchCriteria`; all of them must hold.
struct Filter {
  QString field, value, condition; ///< condition: "eq", "in", "gteq", "lteq"
};

constexpr int kMostPages = 100;   ///< of the parts of one page of orders
constexpr int kMaxPageSize = 300; ///< what shops that have a cap usually allow

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

QString operationOf(const FetchContext& context, const char* how); ///< "orders.page"
QString compact(const QJsonValue& json);                           ///< JSON for HttpRequest::state

qint64 piecesOf(const JsonReader& node);               ///< quantities are decimals: "2.0000"; absent is 0
Money amountOf(const JsonReader& node, Currency);      ///< four digits, rounded; absent is 0
std::optional<Instant> timeOf(const JsonReader& node); ///< "2026-01-15 01:12:33", UTC

/// One record of a list; faults are left in the reader, unknown values in `notices`. Shipments and credit memos are
/// read where they have been put into it.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
bool hasShipped(const JsonReader& order);
bool wasRefunded(const JsonReader& order);
/// The orders of a page. Those that have gone out or were refunded wait for lists of their own.
void readOrders(const FetchContext& context, const std::vector<JsonReader>& items, FetchStep& step);
bool isHiddenPart(const QString& kind, const HttpResponse& got); ///< the token may not read it, and need not
bool isOrderPart(const QString& kind); ///< HttpRequest::state begins with the kind of such a list
Result<FetchStep> parseOrderPart(const FetchContext& context, const QString& state, const JsonReader& root);
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
