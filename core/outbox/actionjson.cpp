#include "core/outbox/actionjson.h"

#include "core/base/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Each kind is described once, by `visit`; Writer and Reader both walk that description.
namespace supercargo {
namespace {

template <class Visitor>
void visit(Visitor& v, SetStock& a)
{
  v("product", a.productExternalId), v("variant", a.variantExternalId), v("sku", a.sku), v("location", a.location);
  v("quantity", a.quantity);
}

template <class Visitor>
void visit(Visitor& v, std::pair<QString, qint64>& line)
{
  v("line", line.first), v("quantity", line.second);
}

template <class Visitor>
void visit(Visitor& v, MarkShipped& a)
{
  v("order", a.orderExternalId), v("courier", a.courierCode), v("courier_name", a.courierName), v("number", a.number);
  v("lines", a.lines);
}

template <class Visitor>
void visit(Visitor& v, AddOrderNote& a)
{
  v("order", a.orderExternalId), v("text", a.text), v("visible", a.visibleToBuyer);
}

template <class Visitor>
void visit(Visitor& v, CloseOrder& a)
{
  v("order", a.orderExternalId), v("reason", a.reason);
}

template <class Visitor>
void visit(Visitor& v, RefundPayment& a)
{
  v("order", a.orderExternalId), v("payment", a.paymentExternalId), v("request", a.requestNumber);
  v("reason", a.reason), v("amount", a.amount);
}

template <class Visitor>
void visit(Visitor& v, VoidPayment& a)
{
  v("order", a.orderExternalId), v("payment", a.paymentExternalId), v("request", a.requestNumber);
  v("amount", a.amount);
}

template <class Visitor>
void visit(Visitor& v, ClosePayment& a)
{
  v("order_number", a.orderNumber), v("payment", a.paymentExternalId);
}

template <class Visitor>
void visit(Visitor& v, AddressSnapshot& a)
{
  v("name", a.name), v("phone", a.phone), v("country", a.country), v("province", a.province), v("city", a.city);
  v("district", a.district), v("street", a.street), v("postal_code", a.postalCode);
}

template <class Visitor>
void visit(Visitor& v, ParcelItem& a)
{
  v("name", a.name), v("quantity", a.quantity), v("sku", a.sku), v("grams", a.grams), v("value", a.value);
}

template <class Visitor>
void visit(Visitor& v, ParcelSize& a)
{
  v("length", a.lengthMm), v("width", a.widthMm), v("height", a.heightMm);
}

template <class Visitor>
void visit(Visitor& v, BookParcel& a)
{
  v("order_number", a.orderNumber), v("sender", a.sender), v("service", a.service), v("pay_method", a.payMethod);
  v("remark", a.remark), v("weight_grams", a.weightGrams), v("parcels", a.parcels), v("items", a.items);
  v("collect", a.collect), v("insured", a.insured), v("size", a.size);
}

template <class Visitor>
void visit(Visitor& v, QuoteRates& a)
{
  visit(v, a.parcel);
}

template <class Visitor>
void visit(Visitor& v, CancelParcel& a)
{
  v("order_number", a.orderNumber), v("number", a.number);
  v("external_id", a.externalId), v("courier", a.courier);
}

template <class Visitor>
void visit(Visitor& v, FetchLabel& a)
{
  v("number", a.number), v("paper", a.paper), v("key", a.key);
}

template <class Visitor>
void visit(Visitor& v, Rate& a)
{
  v("service", a.service), v("name", a.name), v("price", a.price), v("days", a.days);
}

template <class Visitor>
void visit(Visitor& v, ActionOutcome& a)
{
  v("accepted", a.accepted), v("pending", a.pending), v("external_id", a.externalId), v("number", a.number);
  v("message", a.message), v("children", a.childNumbers), v("deliverable", a.deliverable), v("sort_code", a.sortCode);
  v("origin_code", a.originCode), v("destination_code", a.destinationCode), v("product_code", a.productCode);
  v("label_format", a.labelFormat), v("label_url", a.labelUrl), v("label_key", a.labelKey);
  v("rates", a.rates);
}

struct Writer {
  QJsonObject out;

  void operator()(const char* name, QString& value) { put(name, value); }
  void operator()(const char* name, qint64 value) { put(name, value); }
  void operator()(const char* name, int value) { put(name, value); }
  void operator()(const char* name, bool value) { put(name, value); }
  void operator()(const char* name, QStringList& value) { put(name, QJsonArray::fromStringList(value)); }
  void operator()(const char* name, Money& value)
  {
    put(name,
        QJsonObject{{QStringLiteral("minor"), value.minor()}, {QStringLiteral("currency"), value.currency().code()}});
  }
  template <class Value>
  void operator()(const char* name, std::optional<Value>& value)
  {
    if (value)
      (*this)(name, *value);
  }
  template <class Item>
  void operator()(const char* name, std::vector<Item>& items)
  {
    QJsonArray list;
    for (Item& item : items)
      list.append(written(item));
    put(name, list);
  }
  template <class Part>
  void operator()(const char* name, Part& part)
  {
    put(name, written(part));
  }

  template <class Part>
  static QJsonObject written(Part& part)
  {
    Writer writer;
    visit(writer, part);
    return writer.out;
  }

private:
  void put(const char* name, const QJsonValue& value) { out.insert(QLatin1String(name), value); }
};

struct Reader {
  JsonReader in;

  void operator()(const char* name, QString& value) { value = in[name].textIfAny().value_or(QString()); }
  void operator()(const char* name, qint64& value) { value = in[name].integer(); }
  void operator()(const char* name, int& value) { value = int(in[name].integer()); }
  void operator()(const char* name, bool& value) { value = in[name].boolean(); }
  void operator()(const char* name, QStringList& value)
  {
    for (const JsonReader& item : in[name].itemsIfAny())
      value << item.text();
  }
  void operator()(const char* name, Money& value)
  {
    const auto currency = Currency::of(in[name]["currency"].text());
    if (!currency)
      in[name]["currency"].problem(QStringLiteral("unknown currency"));
    value = Money(in[name]["minor"].integer(), currency.value_or(Currency()));
  }
  template <class Value>
  void operator()(const char* name, std::optional<Value>& value)
  {
    if (in[name].hasValue())
      (*this)(name, value.emplace());
  }
  template <class Item>
  void operator()(const char* name, std::vector<Item>& items)
  {
    for (const JsonReader& node : in[name].itemsIfAny()) {
      Reader reader{node};
      visit(reader, items.emplace_back());
    }
  }
  template <class Part>
  void operator()(const char* name, Part& part)
  {
    Reader reader{in[name]};
    visit(reader, part);
  }
};

constexpr std::array kKindNames{"set_stock",   "mark_shipped",  "add_note",      "close_order",
                                "refund",      "void_payment",  "close_payment", "quote_rates",
                                "book_parcel", "cancel_parcel", "fetch_label"};
static_assert(kKindNames.size() == std::variant_size_v<ActionKind>);

template <std::size_t... I>
ActionKind emptyKind(std::size_t index, std::index_sequence<I...>)
{
  ActionKind kind;
  ((index == I ? void(kind.emplace<I>()) : void()), ...);
  return kind;
}

template <class Value>
Result<Value> readValue(Value value, QByteArrayView json)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(json));
  Reader reader{root};
  visit(reader, value);
  SC_TRY(root.check(ErrorKind::Invalid));
  return value;
}

} // namespace

QString actionKindName(const ActionKind& kind)
{
  return QLatin1String(kKindNames[kind.index()]);
}

QByteArray actionJson(const ActionKind& kind)
{
  const QJsonObject object = std::visit(
      [](auto action) {
        Writer writer;
        visit(writer, action);
        return writer.out;
      },
      kind);
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ActionKind> actionFromJson(QStringView kindName, QByteArrayView json)
{
  const auto found =
      std::ranges::find_if(kKindNames, [&](const char* name) { return kindName == QLatin1String(name); });
  if (found == kKindNames.end())
    return fail(ErrorKind::Invalid, QStringLiteral("no action is called \"%1\"").arg(kindName));
  const auto index = std::size_t(found - kKindNames.begin());
  return std::visit(
      [&](auto action) -> Result<ActionKind> {
        SC_TRY_ASSIGN(read, readValue(std::move(action), json));
        return ActionKind(std::move(read));
      },
      emptyKind(index, std::make_index_sequence<std::variant_size_v<ActionKind>>()));
}

QByteArray outcomeJson(const ActionOutcome& outcome)
{
  ActionOutcome copy = outcome;
  return QJsonDocument(Writer::written(copy)).toJson(QJsonDocument::Compact);
}

Result<ActionOutcome> outcomeFromJson(QByteArrayView json)
{
  return readValue(ActionOutcome(), json);
}

} // namespace supercargo
