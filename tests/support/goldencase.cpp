#include "tests/support/goldencase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace supercargo::test {
namespace {

/// One object of a golden; remembers which keys were read and what was wrong.
class Given {
public:
  Given(QJsonObject object, QStringList& faults) : m_object(std::move(object)), m_faults(faults) {}
  ~Given()
  {
    for (const QString& key : m_object.keys())
      if (!m_read.contains(key) && !key.startsWith(u'_'))
        m_faults.append(QStringLiteral("unknown key \"%1\"").arg(key));
  }
  Q_DISABLE_COPY_MOVE(Given)

  QJsonValue value(const char* key)
  {
    m_read.insert(QLatin1String(key));
    return m_object.value(QLatin1String(key));
  }
  bool has(const char* key) { return !value(key).isUndefined(); }
  QString text(const char* key) { return value(key).toString(); }
  qint64 number(const char* key, qint64 fallback) { return value(key).toInteger(fallback); }
  bool flag(const char* key) { return value(key).toBool(); }
  QStringList texts(const char* key)
  {
    QStringList list;
    for (const QJsonValue& item : value(key).toArray())
      list.append(item.toString());
    return list;
  }
  QMap<QString, QString> map(const char* key)
  {
    QMap<QString, QString> map;
    const QJsonObject object = value(key).toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
      map.insert(it.key(), it.value().toString());
    return map;
  }
  Instant time(const char* key)
  {
    if (!has(key))
      return {};
    const auto instant = parseIso(text(key));
    if (!instant)
      fault(instant.error().detail);
    return instant.value_or(Instant());
  }
  Money money(const char* key) ///< "12.30 EUR"
  {
    const QStringList parts = text(key).split(u' ');
    const auto currency = Currency::of(parts.value(1));
    const auto amount = currency ? Money::parse(parts.first(), *currency) : Result<Money>(fail(currency.error()));
    if (!amount)
      fault(amount.error().detail);
    return amount.value_or(Money());
  }
  AddressSnapshot address(const char* key)
  {
    Given node(value(key).toObject(), m_faults);
    return {node.text("name"), node.text("phone"),    node.text("country"), node.text("province"),
            node.text("city"), node.text("district"), node.text("street"),  node.text("postal_code")};
  }
  void fault(const QString& what) { m_faults.append(what); }

private:
  QJsonObject m_object;
  QStringList& m_faults;
  QSet<QString> m_read;
};

BookParcel bookParcel(Given& node, QStringList& faults)
{
  BookParcel parcel;
  parcel.orderNumber = node.text("order_number");
  parcel.sender = node.address("sender");
  parcel.recipient = node.address("recipient");
  parcel.service = node.text("service");
  parcel.payMethod = node.text("pay_method");
  parcel.remark = node.text("remark");
  parcel.weightGrams = node.number("weight_grams", 0);
  parcel.parcels = int(node.number("parcels", 1));
  if (node.has("collect"))
    parcel.collect = node.money("collect");
  if (node.has("insured"))
    parcel.insured = node.money("insured");
  if (node.has("size")) {
    Given size(node.value("size").toObject(), faults);
    parcel.size =
        ParcelSize{int(size.number("length", 0)), int(size.number("width", 0)), int(size.number("height", 0))};
  }
  for (const QJsonValue& item : node.value("items").toArray()) {
    Given one(item.toObject(), faults);
    ParcelItem kept{one.text("name"), one.number("quantity", 1), one.text("sku")};
    if (one.has("grams"))
      kept.grams = int(one.number("grams", 0));
    if (one.has("value"))
      kept.value = one.money("value");
    parcel.items.push_back(std::move(kept));
  }
  return parcel;
}

MarkShipped markShipped(Given& node, QStringList& faults)
{
  MarkShipped shipped{
      node.text("order"), node.text("courier_code"), node.text("courier_name"), node.text("number"), {}};
  for (const QJsonValue& item : node.value("lines").toArray()) {
    Given line(item.toObject(), faults);
    shipped.lines.emplace_back(line.text("id"), line.number("quantity", 0));
  }
  return shipped;
}

Action readAction(const QJsonObject& object, QStringList& faults)
{
  Given node(object, faults);
  const QString key = node.text("idempotency_key"), kind = node.text("kind");
  const auto askedAt = node.has("asked_at") ? std::optional(node.time("asked_at")) : std::nullopt;
  if (kind == QLatin1String("set_stock"))
    return {key,
            SetStock{node.text("product"), node.text("variant"), node.text("sku"), node.text("location"),
                     node.number("quantity", 0)},
            askedAt};
  if (kind == QLatin1String("mark_shipped"))
    return {key, markShipped(node, faults), askedAt};
  if (kind == QLatin1String("close_order"))
    return {key, CloseOrder{node.text("order"), node.text("reason")}, askedAt};
  if (kind == QLatin1String("close_payment"))
    return {key, ClosePayment{node.text("order_number"), node.text("payment")}, askedAt};
  if (kind == QLatin1String("quote_rates"))
    return {key, QuoteRates{bookParcel(node, faults)}, askedAt};
  if (kind == QLatin1String("add_order_note"))
    return {key, AddOrderNote{node.text("order"), node.text("text"), node.flag("visible_to_buyer")}, askedAt};
  if (kind == QLatin1String("refund_payment"))
    return {key,
            RefundPayment{node.text("order"), node.text("payment"), node.text("request_number"), node.text("reason"),
                          node.money("amount")},
            askedAt};
  if (kind == QLatin1String("void_payment"))
    return {key,
            VoidPayment{node.text("order"), node.text("payment"), node.text("request_number"), node.money("amount")},
            askedAt};
  if (kind == QLatin1String("book_parcel"))
    return {key, bookParcel(node, faults), askedAt};
  if (kind == QLatin1String("cancel_parcel"))
    return {
        key,
        CancelParcel{node.text("order_number"), node.text("number"), node.text("external_id"), node.text("courier")},
        askedAt};
  if (kind == QLatin1String("fetch_label"))
    return {key, FetchLabel{node.text("number"), node.text("paper"), node.text("key")}, askedAt};
  node.fault(QStringLiteral("unknown kind of action \"%1\"").arg(kind));
  return {};
}

HttpRequest readSent(const QJsonObject& object, QStringList& faults)
{
  Given node(object, faults);
  HttpRequest sent;
  sent.operation = node.text("operation");
  sent.state = node.text("state");
  sent.url = node.text("url").toUtf8();
  sent.body = node.text("body").toUtf8();
  for (const QJsonValue& status : node.value("expected").toArray())
    sent.expected.push_back(status.toInt());
  if (node.has("method"))
    sent.method = node.text("method").toLatin1();
  return sent;
}

template <class T>
T oneOf(Given& node, const char* key, const std::vector<std::pair<const char*, T>>& names)
{
  const QString name = node.text(key);
  for (const auto& [known, value] : names)
    if (name == QLatin1String(known))
      return value;
  if (node.has(key))
    node.fault(QStringLiteral("%1: unknown value \"%2\"").arg(QLatin1String(key), name));
  return names.front().second;
}

void readContext(Given& node, FetchContext& context)
{
  context.endpoint = node.text("endpoint");
  context.fields = node.map("fields");
  context.loop =
      oneOf<Loop>(node, "loop", {{"discover", Loop::Discover}, {"revisit", Loop::Revisit}, {"audit", Loop::Audit}});
  context.cursor = node.text("cursor");
  context.from = node.time("from");
  context.to = node.time("to");
  context.pageSize = int(node.number("page_size", 100));
  context.ids = node.texts("ids");
  context.now = node.time("now");
  if (node.has("stream")) {
    const auto stream = streamNamed(node.text("stream"));
    if (!stream)
      node.fault(QStringLiteral("unknown stream"));
    context.stream = stream.value_or(Stream::Orders);
  }
  if (node.has("currency")) {
    const auto currency = Currency::of(node.text("currency"));
    if (!currency)
      node.fault(currency.error().detail);
    context.currency = currency.value_or(Currency());
  }
}

} // namespace

Result<GoldenCase> readGoldenCase(const QJsonObject& object)
{
  GoldenCase out;
  QStringList faults;
  {
    Given node(object, faults);
    out.call = oneOf<GoldenCall>(node, "call",
                                 {{"fetch", GoldenCall::Fetch},
                                  {"check", GoldenCall::Check},
                                  {"login", GoldenCall::Login},
                                  {"action", GoldenCall::Action},
                                  {"inquiry", GoldenCall::Inquiry},
                                  {"recipient", GoldenCall::Recipient}});
    readContext(node, out.context);
    out.nonce = node.text("nonce");
    if (node.has("secrets")) {
      out.secrets.emplace();
      const auto secrets = node.map("secrets");
      for (auto it = secrets.begin(); it != secrets.end(); ++it)
        out.secrets->insert(it.key(), it.value().toUtf8());
    }
    if (node.has("action"))
      out.action = readAction(node.value("action").toObject(), faults);
    if (node.has("known"))
      out.known = node.address("known");
    if (node.has("sent"))
      out.sent = readSent(node.value("sent").toObject(), faults);
  }
  if (!faults.isEmpty())
    return fail(ErrorKind::Invalid, faults.join(QStringLiteral("; ")));
  return out;
}

Result<HttpResponse> readGoldenAnswer(const QJsonObject& object)
{
  HttpResponse out;
  QStringList faults;
  {
    Given node(object, faults);
    out.status = int(node.number("status", 200));
    out.receivedAt = node.time("received_at");
    const auto headers = node.map("headers");
    for (auto it = headers.begin(); it != headers.end(); ++it)
      out.headers.emplace_back(it.key().toLatin1(), it.value().toUtf8());
    const QJsonValue body = node.value("body");
    if (body.isObject())
      out.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
      out.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    else
      out.body = body.toString().toUtf8();
    if (node.has("body_base64"))
      out.body = QByteArray::fromBase64(node.text("body_base64").toLatin1());
  }
  if (!faults.isEmpty())
    return fail(ErrorKind::Invalid, faults.join(QStringLiteral("; ")));
  return out;
}

} // namespace supercargo::test
