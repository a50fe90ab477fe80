#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// Medusa v2, Admin API (https://docs.medusajs.com/api/admin). Internal to this folder.
namespace supercargo::medusa {

using Query = QList<std::pair<QString, QString>>;

HttpRequest get(const FetchContext& context, const QString& path, const Query& query, const QString& operation,
                const QString& state = {});
HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& body, const QString& operation,
                 const QString& state = {});

/// `fields` of a request, by name, from the declaration.
QString fieldsOf(const FetchContext& context, const char* name);

qint64 countOf(const JsonReader& node);      ///< pieces or records; absent is 0, what no shop can have is a fault
Currency currencyOf(const JsonReader& node); ///< "eur"

/// Amounts are decimals in major units, with more digits than the currency has: `raw` ("raw_total") holds them as text
/// and is preferred to the JSON number in `name`. Rounded to the currency.
Money amountOf(const JsonReader& node, const char* name, const char* raw, Currency currency);
Money amountIfAny(const JsonReader& node, const char* name, const char* raw, Currency currency); ///< zero when absent

/// One record of a list; faults are left in the reader, unknown values in `notices`.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node, Snapshots& notices);
std::vector<StockSnapshot> readStock(const JsonReader& variant);
CustomerSnapshot readCustomer(const JsonReader& node);

Error explain(const HttpResponse& response);
/// A 2xx answer's JSON, or why there is none.
Result<JsonReader> readAnswer(const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

} // namespace supercargo::medusa
