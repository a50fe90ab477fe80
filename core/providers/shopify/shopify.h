#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// Shopify's Admin API, GraphQL (https://shopify.dev/docs/api/admin-graphql). Internal to this folder.
namespace supercargo::shopify {

/// POST of one query to the version that the declaration names.
HttpRequest request(const FetchContext& context, const char* query, const QJsonObject& variables,
                    const QString& operation, const QString& state = {});

/// `data.<field>` of an answer. Errors that stand beside it become notices when there is data all the same, else they
/// are the error: throttled with its waiting time, too expensive, not allowed, …
Result<JsonReader> readAnswer(const HttpResponse& got, const char* field, Snapshots* notices = nullptr);

/// `userErrors` of a mutation: what the shop refused.
Result<void> checkUserErrors(const JsonReader& mutation, const char* list = "userErrors");

/// "gid://shopify/Order/123" and "123": outside this folder an id is its number, the type stands beside it anyhow.
QString gid(const char* type, const QString& number);
QString numberOf(const JsonReader& gid);
QString numberIfAny(const JsonReader& gid); ///< empty when absent

qint64 countOf(const JsonReader& node); ///< pieces or records; what no shop can have is a fault

/// The shop's own currency of a MoneyBag; the buyer's is not kept.
Money shopMoney(const JsonReader& bag, Currency currency);
Money shopMoneyIfAny(const JsonReader& bag, Currency currency); ///< zero when absent

/// One record of a list; faults are left in the reader, unknown values in `notices`.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
ProductSnapshot readProduct(const Declaration& declaration, const JsonReader& node, Currency currency,
                            Snapshots& notices);
std::vector<StockSnapshot> readStock(const JsonReader& variant);
CustomerSnapshot readCustomer(const JsonReader& node);

Error explain(const HttpResponse& response);
std::optional<Budget> budget(const HttpResponse& response); ///< `extensions.cost`

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The domain of a shop, also out of its admin's address; empty: none.
QString shopDomain(const QString& typed);
QString address(const QString& typed);

HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

} // namespace supercargo::shopify
