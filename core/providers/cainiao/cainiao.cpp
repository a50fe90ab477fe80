#include "core/domain/courier.h"
#include "core/domain/parcel.h"
#include "core/providers/cainiao/cainiao_protocol.h"

namespace supercargo::cainiao {
namespace {

/// Scans carry no code: only the whole parcel has a state.
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& root, const ParcelId& id,
                        Snapshots& snapshots)
{
  TrackingSnapshot parcel;
  parcel.courier = id.courier;
  parcel.number = id.number;
  const auto name = [&declaration](const char* what) { return declaration.word("answer", what); };
  const QString time = name("time"), text = name("text"), place = name("place");
  for (const JsonReader& record : list(root, name("events"))) {
    TrackingEvent event;
    setChinaTime(event, member(record, time));
    event.text = member(record, text);
    event.place = member(record, place);
    parcel.events.push_back(std::move(event));
  }
  parcel.rawStatus = member(root, name("status"));
  const ParcelRow* row = declaration.parcelStatus(u"logisticsStatus", parcel.rawStatus);
  if (!row && !parcel.rawStatus.isEmpty())
    noteUnknownValue(snapshots, QStringLiteral("tracking.logisticsStatus"), parcel.rawStatus);
  settle(parcel, row ? row->status : ParcelStatus::Unknown, row ? row->reason : QString());
  if (parcel.status == ParcelStatus::Delivered && !parcel.deliveredAt && !parcel.events.empty())
    parcel.deliveredAt = parcel.events.front().at; // the last scan is the delivery
  return parcel;
}

const Courier* courierOf(const ParcelId& id)
{
  const Courier* known = findCourier(id.courier);
  return known ? known : courierNamed(id.courier);
}

/// Why Cainiao refuses a number; what a shop calls a courier is mostly not their code.
QString refused(const Declaration& declaration, const Answer& answer, const ParcelId& id)
{
  const QString said = failure(declaration, answer).detail;
  return courierOf(id) ? said : QStringLiteral("no code of the courier \"%1\" is known: %2").arg(id.courier, said);
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& text : context.ids) {
    ParcelId id = parcelId(text);
    if (!courierOf(id)) // this interface wants to be told
      if (const auto candidates = courierCandidates(id.number); !candidates.empty())
        id.courier = candidates.front().courier->code;
    if (id.number.isEmpty() || id.courier.isEmpty())
      continue;
    QJsonObject query{{QStringLiteral("appCode"), context.fields.value(QStringLiteral("app_code"))},
                      {QStringLiteral("cpCode"), cpCode(*context.declaration, id.courier)},
                      {QStringLiteral("mailNo"), id.number}};
    if (!id.phone.isEmpty())
      query.insert(context.declaration->extra[QLatin1String("query_phone")].toString(), id.phone);
    HttpRequest request = call(context, QStringLiteral("CNTECH_LV_LOGISTICS_DETAIL_GET"),
                               {{QStringLiteral("arg0"), query}}, QStringLiteral("tracking.query"));
    request.state = id.courier + u':' + id.number;
    requests.push_back(std::move(request));
  }
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const CourierVerdict verdict = judge(*context.declaration, got);
  const ParcelId id = parcelId(sent.state);
  FetchStep step;
  if (verdict.concernsOneItem() || (verdict.isOk() && !answer.data)) {
    step.snapshots.failures.push_back({id.number, refused(*context.declaration, answer, id), got.body});
    return step;
  }
  if (!verdict.isOk())
    return fail(failure(*context.declaration, answer));
  TrackingSnapshot found = parcel(*context.declaration, *answer.data, id, step.snapshots);
  keepParcel(step.snapshots, std::move(found), *answer.data);
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return call(context, QStringLiteral("TMS_WAYBILL_SUBSCRIPTION_QUERY"), {}, QStringLiteral("account.check"));
}

/// A refusal that speaks of neither signature nor permission came from behind the gateway: the credentials are right.
Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const CourierVerdict verdict = judge(*context.declaration, got);
  if (!verdict.isOk() && !verdict.concernsOneItem())
    return fail(failure(*context.declaration, answer));
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

} // namespace supercargo::cainiao
