#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// Vendure's Admin API, GraphQL (https://docs.vendure.io/reference/graphql-api/admin). Internal to this folder.
namespace supercargo::vendure {

/// POST of one query to /admin-api.
HttpRequest request(const FetchContext& context, const char* query, const QJsonObject& variables,
                    const QString& operation, const QString& state = {});

/// `data.<field>` of an answer. GraphQL errors and error results (unions with an errorCode) become errors.
Result<JsonReader> readAnswer(const HttpResponse& got, const char* field);

/// A number of pieces or records. What no shop can have is a fault, so that sums of them cannot overflow.
qint64 countOf(const JsonReader& node);

/// Amounts are integers with the digits of the server's money strategy: two by default, for every currency.
class Amounts {
public:
  Amounts(const Declaration& declaration, Currency currency);
  Money read(const JsonReader& node) const;
  Money readIfAny(const JsonReader& node) const; ///< zero when absent
  QJsonValue write(Money amount) const;
  Money zero() const { return Money(0, m_currency); }

private:
  int m_digits;
  Currency m_currency;
};

/// One record of a list; faults are left in the reader, values that no table has go to `notices`.
OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices);
ProductSnapshot readProduct(const Declaration& declaration, const JsonReader& node);
std::vector<StockSnapshot> readStock(const JsonReader& variant);
CustomerSnapshot readCustomer(const JsonReader& node);

Error explain(const HttpResponse& response);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
/// Notes only: all else looks before it acts, or is the same when it is done again.
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

} // namespace supercargo::vendure
