#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// WooCommerce REST API wc/v3 (https://woocommerce.github.io/woocommerce-rest-api-docs/). Internal to this folder.
namespace supercargo::woocommerce {

/// The fields of a query, in the order in which they are sent.
using Query = QList<std::pair<QString, QString>>;

/// A call of `path` below /wp-json/wc/v3/.
HttpRequest request(const FetchContext& context, const QByteArray& method, const QString& path, const Query& query,
                    const QString& operation, const QString& state = {});
/// The same with a JSON body.
HttpRequest request(const FetchContext& context, const QByteArray& method, const QString& path, const QJsonObject& body,
                    const QString& operation);

/// Whole numbers as the API writes ids; 0 stands for "none" and gives empty text.
QString idText(const JsonReader& node);
/// Shops may keep more decimals than their currency has; they are rounded half away from zero, never through double.
Money amount(const JsonReader& node, Currency currency);
/// Only the *_gmt fields mean a moment: UTC, written without offset.
std::optional<Instant> gmt(const JsonReader& node);

/// One record of a list; faults are left in the reader, values that no table has go to `notices`.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
CustomerSnapshot readCustomer(const JsonReader& node);
/// A product without its variations; a simple one is its own and only variant.
ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node);
VariantSnapshot readVariation(const FetchContext& context, const JsonReader& node);
/// Nullopt: the shop does not count this one.
std::optional<StockSnapshot> readStock(const QString& product, const JsonReader& node);
bool hasVariations(const JsonReader& product);

extern const char kOrderFields[];
extern const char kProductFields[];
extern const char kVariationFields[];
extern const char kStockFields[];
extern const char kCustomerFields[];

/// Why an answer failed, from its {code, message, data}.
Error explain(const Declaration&, const HttpResponse& response);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
/// Notes only: all else looks before it acts, or is the same when it is done again.
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

} // namespace supercargo::woocommerce
