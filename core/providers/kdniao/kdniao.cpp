#include "core/domain/courier.h"
#include "core/domain/parcel.h"
#include "core/providers/kdniao/kdniao_protocol.h"

namespace supercargo::kdniao {
namespace {

TrackingEvent trace(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  TrackingEvent event;
  setChinaTime(event, looseText(record["AcceptTime"]));
  event.rawCode = looseText(record["Action"]);
  event.text = looseText(record["AcceptStation"]);
  event.place = looseText(record["Location"]);
  const ParcelMeaning told = meaning(declaration, {}, event.rawCode);
  event.status = told.status;
  event.reason = told.reason;
  if (!event.rawCode.isEmpty() && !declaration.parcelStatus(u"StateEx", event.rawCode))
    noteUnknownValue(snapshots, QStringLiteral("tracking.Action"), event.rawCode);
  return event;
}

HttpRequest query(const FetchContext& context, const QString& shipper, const ParcelId& id, const QString& operation)
{
  QJsonObject data{{QStringLiteral("OrderCode"), QString()},
                   {QStringLiteral("ShipperCode"), shipper},
                   {QStringLiteral("LogisticCode"), id.number}};
  if (!id.phone.isEmpty())
    data.insert(QStringLiteral("CustomerName"), id.phone);
  const QString type = firstText({context.fields.value(QStringLiteral("query_type")), QStringLiteral("1002")});
  HttpRequest request = call(context, type, data, operation);
  request.state = id.number;
  return request;
}

HttpRequest recognition(const FetchContext& context, const ParcelId& id)
{
  HttpRequest request = call(context, QStringLiteral("2002"), {{QStringLiteral("LogisticCode"), id.number}},
                             QStringLiteral("tracking.recognise"));
  request.state = QStringList{id.courier, id.number, id.phone}.join(u':');
  return request;
}

/// Kdniao's code of the courier; empty when only they can tell, as of a courier that is in no table of ours: what a
/// shop calls it is not their code, and a wrong one finds nothing.
QString shipperOf(const ParcelId& id)
{
  if (!id.courier.isEmpty()) {
    const Courier* known = findCourier(id.courier);
    if (!known)
      known = courierNamed(id.courier);
    return known ? known->kdniao : QString();
  }
  const auto candidates = courierCandidates(id.number);
  const bool sure = !candidates.empty() && candidates.front().confidence == Confidence::High;
  return sure ? candidates.front().courier->kdniao : QString();
}

QString notRecognised(const ParcelId& id)
{
  if (id.courier.isEmpty())
    return QStringLiteral("no courier is known for this number");
  return QStringLiteral("Kdniao recognises no courier by this number, and \"%1\" is none whose code is known")
      .arg(id.courier);
}

/// One number a call: the interface takes no more.
std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& text : context.ids) {
    const ParcelId id = parcelId(text);
    if (id.number.isEmpty())
      continue;
    const QString shipper = shipperOf(id);
    requests.push_back(shipper.isEmpty() ? recognition(context, id)
                                         : query(context, shipper, id, QStringLiteral("tracking.query")));
  }
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const CourierVerdict verdict = judge(*context.declaration, got);
  FetchStep step;
  if (verdict.concernsOneItem()) {
    step.snapshots.failures.push_back(
        {parcelId(sent.state).number, explain(*context.declaration, got).detail, got.body});
    return step;
  }
  if (!verdict.isOk())
    return fail(explain(*context.declaration, got));
  if (sent.operation == QLatin1String("tracking.recognise")) {
    SC_TRY_ASSIGN(shippers, recognisedShippers(got));
    const ParcelId id = parcelId(sent.state);
    if (shippers.isEmpty())
      step.snapshots.failures.push_back({id.number, notRecognised(id), got.body});
    else
      step.next.push_back(query(context, shippers.first(), id, QStringLiteral("tracking.query")));
    return step;
  }
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  TrackingSnapshot found = parcel(*context.declaration, root, step.snapshots);
  if (found.number.isEmpty())
    found.number = sent.state;
  keepParcel(step.snapshots, std::move(found), root);
  return step;
}

/// A number that is nobody's: whatever is said of it, the signature was right.
HttpRequest check(const FetchContext& context)
{
  return query(context, QStringLiteral("YTO"), {{}, QStringLiteral("YT0000000000000"), {}},
               QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  const CourierVerdict verdict = judge(*context.declaration, got);
  if (!verdict.isOk() && !verdict.concernsOneItem())
    return fail(explain(*context.declaration, got));
  return {};
}

} // namespace

ParcelMeaning meaning(const Declaration& declaration, const QString& state, const QString& stateEx)
{
  if (const ParcelRow* row = declaration.parcelStatus(u"StateEx", stateEx))
    return {row->status, row->reason};
  if (const ParcelRow* row = declaration.parcelStatus(u"State", state))
    return {row->status, row->reason};
  return {};
}

TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& root, Snapshots& snapshots)
{
  const QString shipper = looseText(root["ShipperCode"]);
  const Courier* courier = courierOfKdniao(shipper);
  TrackingSnapshot parcel;
  parcel.courier = courier ? courier->code : shipper;
  parcel.number = looseText(root["LogisticCode"]);
  const QString state = looseText(root["State"]), stateEx = looseText(root["StateEx"]);
  parcel.rawStatus = firstText({stateEx, state});
  for (const JsonReader& record : root["Traces"].itemsIfAny())
    parcel.events.push_back(trace(declaration, record, snapshots));
  if (!stateEx.isEmpty() && !declaration.parcelStatus(u"StateEx", stateEx))
    noteUnknownValue(snapshots, QStringLiteral("tracking.StateEx"), stateEx);
  const ParcelMeaning stated = meaning(declaration, state, stateEx);
  settle(parcel, stated.status, stated.reason);
  if (const auto at = parseLocal(looseText(root["EstimatedDeliveryTime"]), kChinaOffset))
    parcel.estimatedAt = *at;
  return parcel;
}

Snapshots pushedParcels(const Declaration& declaration, const JsonReader& root)
{
  Snapshots snapshots;
  for (const JsonReader& entry : root["Data"].itemsIfAny()) {
    const JsonReader record = entry.isolated();
    keepParcel(snapshots, parcel(declaration, record, snapshots), record);
  }
  return snapshots;
}

Result<QStringList> recognisedShippers(const HttpResponse& response)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(response.body));
  QStringList shippers;
  for (const JsonReader& shipper : root["Shippers"].itemsIfAny())
    shippers.append(shipper["ShipperCode"].text());
  SC_TRY(root.check());
  return shippers;
}

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

} // namespace supercargo::kdniao
