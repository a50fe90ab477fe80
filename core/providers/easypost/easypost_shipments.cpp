#include "core/providers/easypost/easypost_protocol.h"

#include <QUrl>

// EasyPost takes no idempotency key and buys whatever it is told to. So booking, cancelling and printing all begin by
// reading the bought shipments of the last month, newest first, and looking for our order number in `reference`: they
// may be repeated after an unknown outcome. Making a shipment and asking for its rates costs nothing.
namespace supercargo::easypost {
namespace {

constexpr std::chrono::hours kSearched{24 * 30};
constexpr int kPageSize = 100;
constexpr int kMostPages = 20;

HttpRequest searchPage(const FetchContext& context, int page, const QString& before)
{
  QByteArray path = "/shipments?page_size=" + QByteArray::number(kPageSize) +
                    "&purchased=true&start_datetime=" + QUrl::toPercentEncoding(toIso(context.now - kSearched));
  if (!before.isEmpty())
    path += "&before_id=" + QUrl::toPercentEncoding(before);
  HttpRequest request = call(context, "GET", path, {}, QStringLiteral("shipments.read"));
  request.state = QString::number(page);
  return request;
}

QJsonObject person(const AddressSnapshot& address)
{
  const QString street =
      address.district.isEmpty() ? address.street : address.street + QStringLiteral(", ") + address.district;
  return {{QStringLiteral("name"), address.name},
          {QStringLiteral("phone"), address.phone},
          {QStringLiteral("street1"), street},
          {QStringLiteral("city"), address.city},
          {QStringLiteral("state"), address.province},
          {QStringLiteral("zip"), address.postalCode},
          {QStringLiteral("country"), firstText({address.country, QStringLiteral("CN")})}};
}

Result<HttpRequest> createShipment(const FetchContext& context, const BookParcel& parcel, const QString& operation)
{
  if (parcel.weightGrams <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("EasyPost wants the weight of the parcel"));
  SC_TRY_ASSIGN(customs, customsInfo(context, parcel));
  QJsonObject shipment{{QStringLiteral("reference"), parcel.orderNumber},
                       {QStringLiteral("from_address"), person(parcel.sender)},
                       {QStringLiteral("to_address"), person(parcel.recipient)},
                       {QStringLiteral("parcel"), measured(parcel)}};
  if (customs)
    shipment.insert(QStringLiteral("customs_info"), *customs);
  return call(context, "POST", "/shipments", {{QStringLiteral("shipment"), shipment}}, operation);
}

/// The wanted service ("USPS:Priority"), or the cheapest when none was named.
Result<Offer> chosen(const JsonReader& shipment, const QString& service)
{
  const std::vector<Offer> list = offers(shipment);
  SC_TRY(shipment.check());
  auto best = list.end();
  QStringList names;
  for (auto offer = list.begin(); offer != list.end(); ++offer) {
    names.append(offer->rate.service);
    const bool fits = service.isEmpty() || offer->rate.service.compare(service, Qt::CaseInsensitive) == 0;
    if (fits && (best == list.end() || offer->rate.price.minor() < best->rate.price.minor()))
      best = offer;
  }
  if (best != list.end())
    return *best;
  const QString said = (names.isEmpty() ? warnings(shipment) : names).join(QStringLiteral(", "));
  return fail(ErrorKind::Rejected, QStringLiteral("EasyPost does not offer \"%1\": %2").arg(service, said));
}

bool isRefunded(const JsonReader& shipment)
{
  const QString status = looseText(shipment["refund_status"]);
  return status == QLatin1String("submitted") || status == QLatin1String("refunded");
}

/// Whether a shipment of the list is the one that the action is about.
bool isMeant(const Action& action, const JsonReader& shipment)
{
  const QString reference = looseText(shipment["reference"]), number = looseText(shipment["tracking_code"]);
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return reference == parcel->orderNumber && !isRefunded(shipment); // a refunded one may be booked anew
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return parcel->number.isEmpty() ? reference == parcel->orderNumber : number == parcel->number;
  if (const auto* label = std::get_if<FetchLabel>(&action.what))
    return number == label->number;
  return false;
}

std::optional<JsonReader> found(const Action& action, const JsonReader& root)
{
  for (const JsonReader& shipment : root["shipments"].itemsIfAny())
    if (isMeant(action, shipment))
      return shipment;
  return std::nullopt;
}

QByteArray shipmentPath(const JsonReader& shipment, const char* rest)
{
  return "/shipments/" + QUrl::toPercentEncoding(looseText(shipment["id"])) + rest;
}

/// What follows when the list does not have it and is at its end.
Result<std::optional<HttpRequest>> notFound(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what)) {
    SC_TRY_ASSIGN(create, createShipment(context, *parcel, QStringLiteral("shipment.create")));
    return create;
  }
  return fail(ErrorKind::NotFound, QStringLiteral("EasyPost has no such shipment in the last 30 days"));
}

Result<std::optional<HttpRequest>> afterSearch(const FetchContext& context, const Action& action,
                                               const HttpRequest& sent, const JsonReader& root)
{
  root["shipments"].items();
  SC_TRY(root.check());
  if (const auto shipment = found(action, root)) {
    if (std::holds_alternative<FetchLabel>(action.what))
      return call(context, "GET", shipmentPath(*shipment, "/label?file_format=PDF"), {}, QStringLiteral("label.read"));
    if (std::holds_alternative<CancelParcel>(action.what) && !isRefunded(*shipment))
      return call(context, "POST", shipmentPath(*shipment, "/refund"), {}, QStringLiteral("shipment.refund"));
    return std::nullopt; // done before: this answer is the outcome
  }
  const auto before = nextPage(root, "shipments");
  if (!before)
    return notFound(context, action);
  const int page = sent.state.toInt() + 1;
  if (page > kMostPages)
    return fail(ErrorKind::Conflict, QStringLiteral("too many shipments to tell whether this one exists"));
  return searchPage(context, page, *before);
}

Result<std::optional<HttpRequest>> download(const JsonReader& shipment)
{
  const QString url = looseText(shipment["postage_label"]["label_pdf_url"]);
  SC_TRY(checkEndpoint(url));
  HttpRequest request;
  request.url = url.toUtf8();
  request.operation = QStringLiteral("label.download");
  return request;
}

Result<ActionOutcome> booked(const JsonReader& shipment)
{
  const JsonReader label = shipment["postage_label"], rate = shipment["selected_rate"];
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.externalId = looseText(shipment["id"]);
  outcome.number = looseText(shipment["tracking_code"]);
  outcome.labelUrl = looseText(label["label_url"]);
  outcome.labelFormat = looseText(label["label_file_type"]).section(u'/', -1);
  outcome.productCode = looseText(rate["service"]);
  outcome.message = warnings(shipment).join(QStringLiteral("; "));
  if (const auto currency = Currency::of(looseText(rate["currency"])))
    outcome.rates.push_back({looseText(rate["carrier"]) + u':' + outcome.productCode,
                             looseText(rate["carrier"]) + u' ' + outcome.productCode,
                             rate["rate"].money(*currency),
                             {}});
  SC_TRY(shipment.check());
  if (outcome.number.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("EasyPost sold a label without a number"));
  return outcome;
}

Result<ActionOutcome> quoted(const JsonReader& shipment)
{
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.message = warnings(shipment).join(QStringLiteral("; "));
  for (Offer& offer : offers(shipment))
    outcome.rates.push_back(std::move(offer.rate));
  SC_TRY(shipment.check());
  return outcome;
}

/// EasyPost has asked the courier for the money; that takes days.
ActionOutcome refunded(const JsonReader& shipment)
{
  ActionOutcome outcome;
  outcome.message = looseText(shipment["refund_status"]);
  outcome.externalId = looseText(shipment["id"]);
  outcome.accepted = isRefunded(shipment);
  outcome.pending = outcome.message == QLatin1String("submitted");
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* quote = std::get_if<QuoteRates>(&action.what))
    return createShipment(context, quote->parcel, QStringLiteral("rates.read"));
  if (const auto* parcel = std::get_if<BookParcel>(&action.what)) {
    if (parcel->orderNumber.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("a label needs our order number: repeats are told by it"));
    SC_TRY(createShipment(context, *parcel, QString())); // what it lacks is told before anything is sent
    return searchPage(context, 1, {});
  }
  if (std::holds_alternative<CancelParcel>(action.what) || std::holds_alternative<FetchLabel>(action.what))
    return searchPage(context, 1, {});
  return fail(ErrorKind::Invalid, QStringLiteral("EasyPost cannot do this"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == QLatin1String("label.download"))
    return std::nullopt;
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (sent.operation == QLatin1String("shipments.read"))
    return afterSearch(context, action, sent, root);
  if (sent.operation == QLatin1String("label.read"))
    return download(root);
  const auto* parcel = std::get_if<BookParcel>(&action.what);
  if (sent.operation != QLatin1String("shipment.create") || !parcel)
    return std::nullopt;
  SC_TRY_ASSIGN(offer, chosen(root, parcel->service));
  QJsonObject purchase{{QStringLiteral("rate"), QJsonObject{{QStringLiteral("id"), offer.id}}}};
  if (parcel->insured)
    purchase.insert(QStringLiteral("insurance"), parcel->insured->text());
  return call(context, "POST", shipmentPath(root, "/buy"), purchase, QStringLiteral("shipment.buy"));
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  if (std::holds_alternative<FetchLabel>(action.what)) {
    ActionOutcome outcome;
    outcome.accepted = true;
    outcome.labelFormat = QStringLiteral("pdf");
    outcome.label = got.body;
    if (!got.body.startsWith("%PDF"))
      return fail(ErrorKind::BadResponse, QStringLiteral("EasyPost's label is no PDF"));
    return outcome;
  }
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const JsonReader shipment = found(action, root).value_or(root);
  if (std::holds_alternative<QuoteRates>(action.what))
    return quoted(shipment);
  return std::holds_alternative<CancelParcel>(action.what) ? refunded(shipment) : booked(shipment);
}

} // namespace supercargo::easypost
