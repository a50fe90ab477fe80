#include "core/providers/shopify/shopify.h"

#include <algorithm>
#include <cmath>

namespace supercargo::shopify {
namespace {

/// `errors[].extensions.code` of the gateway and of GraphQL itself.
ErrorKind kindOf(const QString& code)
{
  static const QMap<QString, ErrorKind> kKinds{
      {QStringLiteral("THROTTLED"), ErrorKind::RateLimited},
      {QStringLiteral("MAX_COST_EXCEEDED"), ErrorKind::TooLarge},
      {QStringLiteral("ACCESS_DENIED"), ErrorKind::Config},
      {QStringLiteral("SHOP_INACTIVE"), ErrorKind::Config},
      {QStringLiteral("INTERNAL_SERVER_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("TIMEOUT"), ErrorKind::ProviderDown},
      // The query does not fit the version that answers.
      {QStringLiteral("undefinedField"), ErrorKind::Config},
      {QStringLiteral("undefinedType"), ErrorKind::Config},
      {QStringLiteral("undefinedDirective"), ErrorKind::Config},
      {QStringLiteral("argumentNotAccepted"), ErrorKind::Config},
      {QStringLiteral("missingRequiredArguments"), ErrorKind::Config},
      {QStringLiteral("selectionMismatch"), ErrorKind::Config},
      {QStringLiteral("variableMismatch"), ErrorKind::Config},
  };
  return kKinds.value(code, ErrorKind::Rejected);
}

QString textAt(const JsonReader& node)
{
  return node.isString() ? node.text() : QString();
}

/// What an error says; all of it where it has no words.
QString messageOf(const JsonReader& error)
{
  const QString text = textAt(error["message"]).trimmed();
  return (text.isEmpty() ? QString::fromUtf8(error.json()) : text).left(300);
}

/// nullopt: not all of it is told.
std::optional<Budget> budgetOf(const JsonReader& cost)
{
  const auto number = [](const JsonReader& node) {
    constexpr double kMost = 1e9; // a bucket that no shop has
    return node.isNumber() ? std::clamp(node.text().toDouble(), 0.0, kMost) : 0;
  };
  const JsonReader state = cost["throttleStatus"];
  const Budget budget{number(state["currentlyAvailable"]), number(state["maximumAvailable"]),
                      number(state["restoreRate"]), number(cost["requestedQueryCost"])};
  return budget.most > 0 && budget.perSecond > 0 ? std::optional(budget) : std::nullopt;
}

/// Points come back at a steady rate; the query can run when there are as many as it asks for.
std::optional<std::chrono::milliseconds> waitFor(const JsonReader& cost)
{
  const auto budget = budgetOf(cost);
  if (!budget || budget->price <= 0)
    return std::nullopt;
  const double missing = budget->price - budget->available;
  if (missing <= 0)
    return std::chrono::seconds(1);
  return std::chrono::milliseconds(qint64(std::ceil(std::min(missing / budget->perSecond, 3600.0) * 1000)));
}

/// The first of the errors that stand beside `data`.
std::optional<Error> errorOf(const JsonReader& root)
{
  const JsonReader errors = root["errors"];
  if (errors.isString() &&
      !errors.text().trimmed().isEmpty()) // outside GraphQL: frozen shop, wrong token, too many calls
    return Error{ErrorKind::Rejected, errors.text().left(300), {}, std::nullopt};
  const JsonReader first = errors.at(0);
  if (!errors.isArray() || !first.exists())
    return std::nullopt;
  const QString code = textAt(first["extensions"]["code"]);
  Error error{kindOf(code),
              QStringLiteral("%1 (%2)").arg(messageOf(first), code.isEmpty() ? QStringLiteral("no code") : code),
              {},
              std::nullopt};
  if (error.kind == ErrorKind::RateLimited)
    error.retryAfter = waitFor(root["extensions"]["cost"]);
  return error;
}

/// Part of the answer was withheld, or part of the filter was not understood.
void noteOddities(const JsonReader& root, Snapshots& notices)
{
  if (root["errors"].isArray())
    for (const JsonReader& error : root["errors"].items()) {
      QStringList path;
      for (const JsonReader& step : error["path"].itemsIfAny())
        if (step.isString())
          path.append(step.text());
      notices.changes.push_back({ChangeNotice::Kind::Field,
                                 path.join(u'.') + QStringLiteral(": ") + textAt(error["extensions"]["code"]),
                                 textAt(error["message"]).left(200)});
    }
  if (root["extensions"]["search"].isArray())
    for (const JsonReader& search : root["extensions"]["search"].items())
      for (const JsonReader& warning : search["warnings"].itemsIfAny())
        notices.changes.push_back({ChangeNotice::Kind::Field,
                                   QStringLiteral("search filter: ") + textAt(warning["field"]),
                                   textAt(warning["message"]).left(200)});
}

ErrorKind kindOfUserError(const QString& code)
{
  if (code == QLatin1String("CHANGE_FROM_QUANTITY_STALE") || code == QLatin1String("COMPARE_QUANTITY_STALE"))
    return ErrorKind::Conflict;
  if (code == QLatin1String("IDEMPOTENCY_CONCURRENT_REQUEST")) // our own first try is still running there
    return ErrorKind::ProviderDown;
  return ErrorKind::Rejected;
}

} // namespace

Result<JsonReader> readAnswer(const HttpResponse& got, const char* field, Snapshots* notices)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const JsonReader result = root["data"][field];
  const auto error = errorOf(root);
  if (error && !result.hasValue())
    return fail(*error);
  if (!result.exists())
    return fail(
        ErrorKind::BadResponse,
        QStringLiteral("the answer has no %1: %2").arg(QLatin1String(field), QString::fromUtf8(root.json().left(200))));
  if (!result.hasValue())
    return fail(ErrorKind::Rejected, QStringLiteral("the shop has no such %1").arg(QLatin1String(field)));
  if (notices)
    noteOddities(root, *notices);
  return result;
}

std::optional<Budget> budget(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  return root ? budgetOf((*root)["extensions"]["cost"]) : std::nullopt;
}

Result<void> checkUserErrors(const JsonReader& mutation, const char* list)
{
  const auto errors = mutation[list].itemsIfAny();
  if (errors.empty())
    return {};
  const JsonReader& first = errors.front();
  const QString code = textAt(first["code"]);
  const QString message = messageOf(first);
  return fail(kindOfUserError(code), code.isEmpty() ? message : QStringLiteral("%1 (%2)").arg(message, code));
}

Error explain(const HttpResponse& response)
{
  Error error = explainStatus(response);
  const auto root = JsonReader::parse(response.body);
  if (!root)
    return error;
  if (const QString oauth = textAt((*root)["error"]); !oauth.isEmpty()) { // the token address speaks OAuth
    const QString why = textAt((*root)["error_description"]);
    return Error{ErrorKind::Auth, why.isEmpty() ? oauth : QStringLiteral("%1 (%2)").arg(why.left(300), oauth), {}, {}};
  }
  if (response.status == 402 || response.status == 423) // frozen for an unpaid bill, locked
    error.kind = ErrorKind::Config;
  if (const auto told = errorOf(*root))
    error.detail = told->detail;
  return error;
}

} // namespace supercargo::shopify
