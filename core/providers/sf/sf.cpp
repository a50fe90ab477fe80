#include "core/domain/parcel.h"
#include "core/providers/sf/sf_protocol.h"

#include <QJsonArray>

namespace supercargo::sf {
namespace {

constexpr size_t kNumbersPerCall = 10;

bool isOurs(const QString& courier)
{
  return courier.isEmpty() || courier == QLatin1String("sf") || courier == QLatin1String("sf_freight") ||
         courier == QLatin1String("shunfeng");
}

HttpRequest routesRequest(const FetchContext& context, const QStringList& numbers, const QStringList& phones)
{
  QJsonObject query{{QStringLiteral("language"), QStringLiteral("zh-CN")},
                    {QStringLiteral("trackingType"), QStringLiteral("1")},
                    {QStringLiteral("trackingNumber"), QJsonArray::fromStringList(numbers)},
                    {QStringLiteral("methodType"), QStringLiteral("1")}};
  if (!phones.isEmpty())
    query.insert(QStringLiteral("checkPhoneNo"), phones.join(u','));
  return call(context, "EXP_RECE_SEARCH_ROUTES", query, QStringLiteral("tracking.routes"));
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  QStringList numbers, phones;
  const auto flush = [&] {
    if (!numbers.isEmpty())
      requests.push_back(routesRequest(context, numbers, phones));
    numbers.clear();
    phones.clear();
  };
  for (const QString& id : context.ids) {
    const ParcelId parcel = parcelId(id);
    if (!isOurs(parcel.courier) || parcel.number.isEmpty())
      continue;
    numbers.append(parcel.number);
    if (!parcel.phone.isEmpty() && !phones.contains(parcel.phone))
      phones.append(parcel.phone);
    if (size_t(numbers.size()) == kNumbersPerCall)
      flush();
  }
  flush();
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  if (!answer.isAccepted() || !answer.success)
    return fail(failure(answer));
  FetchStep step;
  step.snapshots = routes(*context.declaration, answer.data);
  SC_TRY(answer.data.check());
  return step;
}

/// An order that cannot exist: the answer "not found" comes only to a partner whose signature is right.
HttpRequest check(const FetchContext& context)
{
  return call(context, "EXP_RECE_SEARCH_ORDER_RESP",
              {{QStringLiteral("language"), QStringLiteral("zh-CN")},
               {QStringLiteral("orderId"), QStringLiteral("SUPERCARGO-ACCOUNT-CHECK")},
               {QStringLiteral("searchType"), QStringLiteral("1")}},
              QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  if (!answer.isAccepted())
    return fail(failure(answer));
  return {};
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .needsSession = needsSession,
          .login = login,
          .parseLogin = parseLogin,
          .buildAction = buildAction,
          .nextAction = nextAction,
          .parseAction = parseAction,
          .sign = sign,
          .explain = explain};
}

} // namespace supercargo::sf
