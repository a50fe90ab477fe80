#include "core/domain/parcel.h"
#include "core/providers/zto/zto_protocol.h"

namespace supercargo::zto {
namespace {

HttpRequest query(const FetchContext& context, const QString& number, const QString& phone, const QString& operation)
{
  QJsonObject body{{QStringLiteral("billCode"), number}};
  if (!phone.isEmpty())
    body.insert(QStringLiteral("mobilePhone"), phone);
  HttpRequest request = call(context, QStringLiteral("zto.merchant.waybill.track.query"), body, operation);
  request.state = number;
  return request;
}

/// One number a call: the interface takes no more.
std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids)
    if (const ParcelId parcel = parcelId(id); !parcel.number.isEmpty())
      requests.push_back(query(context, parcel.number, parcel.phone, QStringLiteral("tracking.query")));
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const CourierVerdict verdict = judge(got);
  FetchStep step;
  if (verdict.concernsOneItem())
    step.snapshots.failures.push_back({sent.state, failure(answer).detail, got.body});
  else if (!verdict.isOk())
    return fail(failure(answer));
  else
    step.snapshots = scans(*context.declaration, answer.result, sent.state);
  SC_TRY(answer.result.check());
  return step;
}

/// A number that is nobody's: whatever is said of it, the digest was right.
HttpRequest check(const FetchContext& context)
{
  return query(context, QStringLiteral("73100000000000"), {}, QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const CourierVerdict verdict = judge(got);
  if (!verdict.isOk() && !verdict.concernsOneItem())
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
          .buildAction = buildAction,
          .parseAction = parseAction,
          .inquire = inquire,
          .parseInquiry = parseInquiry,
          .sign = sign,
          .explain = explain};
}

} // namespace supercargo::zto
