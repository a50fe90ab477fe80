#include "tests/support/fakeshop.h"

#include "core/base/jsonreader.h"

#include <QMutexLocker>
#include <QPointer>
#include <QUrlQuery>

#include <array>

namespace supercargo::test {
namespace {

HttpRequest pageRequest(const FetchContext& context, const QString& page)
{
  HttpRequest request;
  request.operation = streamName(context.stream) + QStringLiteral(".page");
  request.state = page;
  request.url = (context.endpoint + u'/' + streamName(context.stream) +
                 QStringLiteral("?page=%1&size=%2").arg(page).arg(context.pageSize))
                    .toUtf8();
  if (context.loop == Loop::Revisit)
    request.url += "&ids=" + context.ids.join(u',').toUtf8();
  else
    request.url += "&from=" + toIso(context.from).toUtf8() + "&to=" + toIso(context.to).toUtf8();
  if (!context.cursor.isEmpty())
    request.url += "&cursor=" + context.cursor.toUtf8();
  return request;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  return {pageRequest(context, QStringLiteral("1"))};
}

std::optional<OrderSnapshot> orderOf(const JsonReader& json)
{
  OrderSnapshot order;
  order.externalId = json["id"].text();
  order.number = order.externalId;
  order.rawStatus = json["status"].text();
  order.updatedAt = json["updatedAt"].instant();
  order.placedAt = parseIso(u"2026-01-15T01:00:00Z").value();
  order.total = order.goods = json["total"].money(Currency());
  order.payment = PaymentStatus::Paid;
  order.status = order.rawStatus == QLatin1String("shipped") ? OrderStatus::Shipped : OrderStatus::ToShip;
  if (order.rawStatus == QLatin1String("refunding"))
    order.aftersale = AftersaleStatus::Refunding;
  order.customerPhone = QStringLiteral("13812341234");
  LineSnapshot line;
  line.externalId = order.externalId + QStringLiteral("-1");
  line.sku = QStringLiteral("SKU-") + order.externalId;
  line.title = QStringLiteral("Tea");
  line.quantity = 1;
  line.unitPrice = line.total = order.total;
  order.lines = {line};
  return json.check() ? std::optional(order) : std::nullopt;
}

std::optional<ProductSnapshot> productOf(const JsonReader& json)
{
  ProductSnapshot product;
  product.externalId = product.title = json["id"].text();
  product.status = QStringLiteral("ACTIVE");
  VariantSnapshot variant;
  variant.externalId = QStringLiteral("v-") + product.externalId;
  variant.sku = QStringLiteral("SKU-") + product.externalId;
  product.variantIds = {variant.externalId};
  product.variants = {variant};
  return json.check() ? std::optional(product) : std::nullopt;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(json, JsonReader::parse(got.body));
  if (!json["orders"].isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("no orders in the answer"));
  FetchStep step;
  for (const JsonReader& item : json["orders"].items()) {
    const JsonReader own = item.isolated();
    if (auto order = orderOf(own))
      step.snapshots.orders.push_back(*order);
    else
      step.snapshots.failures.push_back(
          {own["id"].textIfAny().value_or(QString()), own.problems().join(u' '), own.json()});
  }
  for (const JsonReader& item : json["products"].itemsIfAny()) {
    const JsonReader own = item.isolated();
    if (auto product = productOf(own))
      step.snapshots.products.push_back(*product);
    else
      step.snapshots.failures.push_back({{}, own.problems().join(u' '), own.json()});
  }
  for (const JsonReader& gone : json["gone"].itemsIfAny())
    step.snapshots.gone << gone.text();
  if (const auto next = json["next"].textIfAny())
    step.next = {pageRequest(context, *next)};
  step.total = json["total"].integerIfAny();
  step.cursor = json["cursor"].textIfAny();
  return step;
}

HttpRequest named(const FetchContext& context, const char* path, const char* method)
{
  HttpRequest request;
  request.method = method;
  request.url = context.endpoint.toUtf8() + '/' + path;
  request.operation = QLatin1String(path);
  return request;
}

HttpRequest check(const FetchContext& context)
{
  return named(context, "check", "GET");
}
HttpRequest login(const FetchContext& context)
{
  return named(context, "login", "POST");
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY(JsonReader::parse(got.body));
  return {};
}

Result<Session> parseLogin(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(json, JsonReader::parse(got.body));
  return Session{json["token"].text().toUtf8(), json["expires"].instantIfAny()};
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  if (request.operation == QLatin1String("login")) {
    request.body =
        "user=" + secrets.value(QStringLiteral("user")) + "&password=" + secrets.value(QStringLiteral("password"));
    return {};
  }
  const QByteArray session = secrets.value(QStringLiteral("session"));
  request.setHeader("Authorization",
                    "Bearer " + (context.declaration->session ? session : secrets.value(QStringLiteral("password"))));
  request.setHeader("X-Time", toIso(now).toUtf8());
  return {};
}

Result<void> verify(const HttpRequest&, const HttpResponse& got, const Secrets&, Instant)
{
  if (got.header("x-signature") == "bad")
    return fail(ErrorKind::BadResponse, QStringLiteral("wrong signature"));
  return {};
}

Error explain(const Declaration&, const HttpResponse& got)
{
  Error error = explainStatus(got);
  if (got.body.contains("\"clock\""))
    error.kind = ErrorKind::Clock;
  if (got.body.contains("\"forbidden\""))
    error.kind = ErrorKind::Auth;
  return error;
}

HttpRequest actionRequest(const FetchContext& context, const Action& action, const char* path, const char* method,
                          const char* operation)
{
  HttpRequest request = named(context, path, method);
  request.operation = QLatin1String(operation);
  request.url += "?key=" + action.idempotencyKey.toUtf8();
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    request.body = "to=" + parcel->recipient.name.toUtf8() + ' ' + parcel->recipient.street.toUtf8();
  return request;
}

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (std::holds_alternative<AddOrderNote>(action.what))
    return actionRequest(context, action, "note", "POST", "order.note");
  if (std::holds_alternative<BookParcel>(action.what))
    return actionRequest(context, action, "parcel", "POST", "parcel.book");
  if (std::holds_alternative<RefundPayment>(action.what))
    return actionRequest(context, action, "refund", "POST", "refund");
  if (std::holds_alternative<SetStock>(action.what))
    return actionRequest(context, action, "stock", "PUT", "stock.set");
  if (std::holds_alternative<MarkShipped>(action.what))
    return actionRequest(context, action, "order", "GET", "order.read");
  return fail(ErrorKind::Invalid, QStringLiteral("the fake shop cannot do this"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read") || got.body.contains("\"shipped\":true"))
    return std::nullopt;
  return actionRequest(context, action, "ship", "POST", "order.ship");
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(json, JsonReader::parse(got.body));
  ActionOutcome outcome;
  outcome.accepted = !json["refused"].exists();
  outcome.pending = json["pending"].exists();
  outcome.number = json["number"].textIfAny().value_or(QString());
  outcome.message = json["refused"].textIfAny().value_or(QString());
  return outcome;
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  if (std::holds_alternative<BookParcel>(action.what))
    return actionRequest(context, action, "parcel", "GET", "parcel.read");
  if (std::holds_alternative<RefundPayment>(action.what))
    return actionRequest(context, action, "refund", "GET", "refund.read");
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got)
{
  if (got.body.contains("\"found\":false"))
    return std::nullopt;
  SC_TRY_ASSIGN(outcome, parseAction(context, action, got));
  return outcome;
}

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  HttpRequest request;
  request.url = (context.endpoint + QStringLiteral("/recipient?order=") + order).toUtf8();
  request.operation = QStringLiteral("recipient.reveal");
  return request;
}

Result<RecipientStep> parseRecipient(const FetchContext&, const AddressSnapshot& known, const HttpRequest&,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(json, JsonReader::parse(got.body));
  if (json["refused"].exists())
    return fail(ErrorKind::Rejected, json["refused"].text());
  RecipientStep step{known, std::nullopt};
  step.recipient.name = json["name"].text();
  step.recipient.phone = json["phone"].text();
  step.recipient.street = json["street"].text();
  SC_TRY(json.check());
  return step;
}

Declaration declaration(Fake kind)
{
  Declaration result;
  result.id = kind == Fake::Session       ? QStringLiteral("fakesession")
              : kind == Fake::Customers   ? QStringLiteral("fakecustomers")
              : kind == Fake::Products    ? QStringLiteral("fakeproducts")
              : kind == Fake::ProductList ? QStringLiteral("fakeproductlist")
                                          : QStringLiteral("fake");
  result.name = {QStringLiteral("Fake"), QStringLiteral("假店")};
  result.capabilities = {QStringLiteral("orders.note"), QStringLiteral("orders.ship"), QStringLiteral("orders.refund"),
                         QStringLiteral("parcel.book"), QStringLiteral("stock.write")};
  result.session = kind == Fake::Session;
  result.apiVersion = QStringLiteral("2026-01");
  result.versionHeader = QStringLiteral("X-Api-Version");
  result.retirementHeader = QStringLiteral("Sunset");
  result.fields = {{.name = QStringLiteral("user"), .label = {}, .help = {}},
                   {.name = QStringLiteral("password"), .label = {}, .help = {}, .secret = true}};
  result.rate = {.perSecond = 1000, .burst = 1000, .parallel = 4};
  StreamDeclaration orders;
  orders.revisitBatch = 3;
  orders.permission = QStringLiteral("read_orders");
  result.streams = {orders};
  if (kind == Fake::Customers) {
    StreamDeclaration customers;
    customers.stream = Stream::Customers;
    result.streams.push_back(customers);
  }
  if (kind == Fake::Products || kind == Fake::ProductList) {
    StreamDeclaration products;
    products.stream = Stream::Products;
    products.discoverByTime = kind == Fake::Products;
    products.revisitBatch = kind == Fake::Products ? 2 : 0;
    result.streams = {products};
  }
  return result;
}

/// The wire's near end, in the sync thread.
class FakeTransport : public QObject, public Transport {
public:
  explicit FakeTransport(FakeShop& shop) : m_shop(shop) {}

  Cancel send(const HttpRequest& request, Answer answer) override
  {
    auto told = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        this,
        [this, request, answer = std::move(answer), told] {
          const auto got = m_shop.exchange(request);
          if (*told || (got && !*got))
            return;
          *told = true;
          answer(got ? Result<HttpResponse>(**got) : Result<HttpResponse>(fail(got.error())));
        },
        Qt::QueuedConnection);
    return [told] { *told = true; };
  }

private:
  FakeShop& m_shop;
};

} // namespace

const Provider& fakeProvider(Fake kind)
{
  static const auto make = [](Fake made) {
    ProviderFunctions functions;
    functions.first = first;
    functions.parse = parse;
    functions.check = check;
    functions.parseCheck = parseCheck;
    functions.login = login;
    functions.parseLogin = parseLogin;
    functions.sign = sign;
    functions.verify = verify;
    functions.explain = explain;
    functions.buildAction = buildAction;
    functions.nextAction = nextAction;
    functions.parseAction = parseAction;
    functions.inquire = inquire;
    functions.parseInquiry = parseInquiry;
    if (made != Fake::Customers) {
      functions.askRecipient = askRecipient;
      functions.parseRecipient = parseRecipient;
    }
    return Provider{declaration(made), functions};
  };
  static const std::array providers{make(Fake::Plain), make(Fake::Session), make(Fake::Customers), make(Fake::Products),
                                    make(Fake::ProductList)};
  return providers[size_t(kind)];
}

const Provider* fakeProviderNamed(QStringView id)
{
  for (const Fake kind : {Fake::Plain, Fake::Session, Fake::Customers, Fake::Products, Fake::ProductList})
    if (fakeProvider(kind).declaration.id == id)
      return &fakeProvider(kind);
  return nullptr;
}

QByteArray fakeOrder(const char* id, const char* updatedAt, const char* status)
{
  return QByteArray(R"({"id":")") + id + R"(","updatedAt":")" + updatedAt + R"(","status":")" + status +
         R"(","total":"10.00","phone":"13812341234"})";
}

QByteArray fakePage(const QByteArrayList& orders, const QByteArray& next, int total)
{
  QByteArray page = R"({"orders":[)" + orders.join(',') + ']';
  if (!next.isEmpty())
    page += R"(,"next":")" + next + '"';
  if (total >= 0)
    page += R"(,"total":)" + QByteArray::number(total);
  return page + '}';
}

QByteArray fakeProducts(const QByteArrayList& ids, const QByteArray& next, int total)
{
  QByteArrayList items;
  for (const QByteArray& id : ids)
    items << (id == "?" ? QByteArray(R"({"title":"Tea"})") : R"({"id":")" + id + R"("})");
  QByteArray page = fakePage({}, next, total);
  page.chop(1);
  return page + R"(,"products":[)" + items.join(',') + "]}";
}

void FakeShop::answer(const QByteArray& body, int status, std::vector<Header> headers)
{
  const QMutexLocker lock(&m_mutex);
  m_answers.push_back({HttpResponse{status, std::move(headers), body, {}}, std::nullopt});
}

void FakeShop::answerError(ErrorKind kind, bool unsent)
{
  const QMutexLocker lock(&m_mutex);
  m_answers.push_back({std::nullopt, Error{kind, QStringLiteral("scripted failure"), {}, std::nullopt, unsent}});
}

void FakeShop::stayQuiet()
{
  const QMutexLocker lock(&m_mutex);
  m_answers.push_back({});
}

std::vector<HttpRequest> FakeShop::requests() const
{
  const QMutexLocker lock(&m_mutex);
  return m_requests;
}

HttpRequest FakeShop::lastRequest() const
{
  const QMutexLocker lock(&m_mutex);
  return m_requests.empty() ? HttpRequest() : m_requests.back();
}

bool FakeShop::hasAnswersLeft() const
{
  const QMutexLocker lock(&m_mutex);
  return !m_answers.empty();
}

void FakeShop::forget()
{
  const QMutexLocker lock(&m_mutex);
  m_answers.clear();
  m_requests.clear();
}

std::function<std::unique_ptr<Transport>()> FakeShop::transport()
{
  return [this] { return std::make_unique<FakeTransport>(*this); };
}

Result<std::optional<HttpResponse>> FakeShop::exchange(const HttpRequest& request)
{
  const QMutexLocker lock(&m_mutex);
  m_requests.push_back(request);
  if (m_answers.empty())
    return fail(ErrorKind::Rejected, QStringLiteral("nothing was scripted for %1").arg(QString::fromUtf8(request.url)));
  Scripted scripted = std::move(m_answers.front());
  m_answers.pop_front();
  if (scripted.error)
    return fail(*scripted.error);
  if (scripted.answer && m_clock) {
    const Instant now = m_clock();
    scripted.answer->receivedAt = now;
  }
  return scripted.answer;
}

Clock JumpingTime::clock() const
{
  return [state = m_state] {
    const QMutexLocker lock(&state->mutex);
    return state->now;
  };
}

Timing JumpingTime::timing() const
{
  return {clock(), [state = m_state](std::chrono::milliseconds delay, QObject* context, std::function<void()> wake) {
            {
              const QMutexLocker lock(&state->mutex);
              state->now += delay;
              state->waits.push_back(delay);
            }
            QMetaObject::invokeMethod(context, std::move(wake), Qt::QueuedConnection);
          }};
}

void JumpingTime::advance(std::chrono::milliseconds by) const
{
  const QMutexLocker lock(&m_state->mutex);
  m_state->now += by;
}

std::vector<std::chrono::milliseconds> JumpingTime::waits() const
{
  const QMutexLocker lock(&m_state->mutex);
  return m_state->waits;
}

} // namespace supercargo::test
