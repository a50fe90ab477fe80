#include "core/domain/parcel.h"
#include "core/providers/yto/yto_protocol.h"

namespace supercargo::yto {
namespace {

TrackingEvent scan(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  TrackingEvent event;
  setChinaTime(event, looseText(record["upload_Time"]));
  event.rawCode = looseText(record["infoContent"]);
  event.text = looseText(record["processInfo"]);
  event.place = QString(looseText(record["city"]) + u' ' + looseText(record["district"])).trimmed();
  const ParcelMeaning told = meaning(declaration, event.rawCode, event.text);
  event.status = told.status;
  event.reason = told.reason;
  if (!event.rawCode.isEmpty() && !declaration.parcelStatus(u"infoContent", event.rawCode.toUpper()))
    noteUnknownValue(snapshots, QStringLiteral("tracking.infoContent"), event.rawCode);
  return event;
}

HttpRequest query(const FetchContext& context, const QString& number, const QString& operation)
{
  HttpRequest request =
      call(context, QStringLiteral("track_query_adapter"), {{QStringLiteral("NUMBER"), number}}, operation);
  request.state = number;
  return request;
}

/// One number a call: the interface takes no more.
std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids)
    if (const ParcelId parcel = parcelId(id); !parcel.number.isEmpty())
      requests.push_back(query(context, parcel.number, QStringLiteral("tracking.query")));
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const CourierVerdict verdict = judge(*context.declaration, got);
  FetchStep step;
  if (verdict.concernsOneItem()) {
    step.snapshots.failures.push_back({sent.state, explain(*context.declaration, got).detail, got.body});
    return step;
  }
  if (!verdict.isOk())
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  step.snapshots = scans(*context.declaration, root, sent.state);
  SC_TRY(root.check());
  return step;
}

/// A number that is nobody's: whatever is said of it, the signature was right.
HttpRequest check(const FetchContext& context)
{
  return query(context, QStringLiteral("YT0000000000000"), QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  const CourierVerdict verdict = judge(*context.declaration, got);
  if (!verdict.isOk() && !verdict.concernsOneItem())
    return fail(explain(*context.declaration, got));
  return {};
}

} // namespace

ParcelMeaning meaning(const Declaration& declaration, const QString& code, const QString& text)
{
  if (const ParcelRow* row = declaration.parcelStatus(u"infoContent", code.toUpper()))
    return {row->status, row->reason};
  const QString said = declaration.rowWithWord("text_rules", text).value(QLatin1String("status")).toString();
  return {parcelStatusNamed(said).value_or(ParcelStatus::Unknown), {}};
}

Snapshots scans(const Declaration& declaration, const JsonReader& root, const QString& number)
{
  Snapshots snapshots;
  TrackingSnapshot parcel;
  parcel.courier = QStringLiteral("yto");
  parcel.number = number;
  const auto records = root.isArray() ? root.items() : std::vector<JsonReader>();
  for (const JsonReader& record : records) {
    if (parcel.number.isEmpty())
      parcel.number = looseText(record["waybill_No"]);
    parcel.events.push_back(scan(declaration, record, snapshots));
  }
  for (const auto& [told, nothing] : root["map"].members())
    if (parcel.number.isEmpty())
      parcel.number = told;
  settle(parcel);
  parcel.rawStatus = parcel.events.empty() ? QString() : parcel.events.front().rawCode;
  keepParcel(snapshots, std::move(parcel), root.isolated());
  return snapshots;
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

} // namespace supercargo::yto
