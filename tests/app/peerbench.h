#pragma once

#include "app/sandbox/sandbox.h"
#include "core/providers/provider.h"

#include <QJsonDocument>
#include <QUrl>

namespace supercargo::test {

/// A provider's functions against its peer in the simulated world, without the network between them.
class PeerBench {
public:
  /// `products`: 0 for as many as the world has of its own accord.
  explicit PeerBench(const QString& shop, int products = 0)
      : m_provider(*findProvider(shop)), m_declaration(m_provider.declaration)
  {
    sandbox::Options options;
    options.seed = 7;
    options.products = products;
    options.orders = 120;
    options.historyDays = 20;
    options.ordersPerMinute = 0;
    for (const sandbox::PeerEntry& entry : sandbox::peerEntries())
      if (entry.provider == shop)
        options.shops = {entry.shop ? *entry.shop : shopPaidThrough(entry.gateway.value_or(sandbox::Gateway::Alipay))};
    m_shop = options.shops.front();
    m_sandbox = std::make_unique<sandbox::Sandbox>(options, [this] { return m_now; });
    m_sandbox->setOrigin(QStringLiteral("http://127.0.0.1:9"));
    for (const QJsonValue account : m_sandbox->announcement(9)[QLatin1String("accounts")].toArray())
      if (account[QLatin1String("provider")].toString() == shop)
        connect(account.toObject());
  }

  /// Everything that an action asks for, call by call; the answer of the last.
  Result<ActionOutcome> act(const ActionKind& what, const QString& key)
  {
    Action action;
    action.idempotencyKey = key;
    action.what = what;
    SC_TRY_ASSIGN(request, m_provider.functions.buildAction(m_context, action));
    for (int calls = 0; calls < 12; ++calls) {
      SC_TRY_ASSIGN(answer, send(request));
      m_sent = request;
      if (answer.status < 200 || answer.status > 299)
        return fail(m_provider.functions.explain(m_provider.declaration, answer));
      if (!m_provider.functions.nextAction)
        return m_provider.functions.parseAction(m_context, action, answer);
      SC_TRY_ASSIGN(next, m_provider.functions.nextAction(m_context, action, request, answer));
      if (!next)
        return m_provider.functions.parseAction(m_context, action, answer);
      request = *next;
    }
    return fail(ErrorKind::BadResponse, QStringLiteral("it does not end"));
  }

  /// The last call of `act` once more, without asking first whether it is done already.
  Result<ActionOutcome> actBlindly(const ActionKind& what, const QString& key)
  {
    Action action;
    action.idempotencyKey = key;
    action.what = what;
    SC_TRY_ASSIGN(answer, send(m_sent));
    return m_provider.functions.parseAction(m_context, action, answer);
  }

  /// The receiver of an order in clear, as the shop tells it for a booking.
  Result<AddressSnapshot> reveal(const QString& order)
  {
    RecipientStep step;
    step.next = m_provider.functions.askRecipient(m_context, order);
    while (step.next) {
      const HttpRequest request = *step.next;
      SC_TRY_ASSIGN(answer, send(request));
      SC_TRY_ASSIGN(told, m_provider.functions.parseRecipient(m_context, step.recipient, request, answer));
      step = std::move(told);
    }
    return step.recipient;
  }

  Result<Snapshots> read(Stream stream, const QStringList& ids)
  {
    FetchContext context = m_context;
    context.stream = stream;
    context.loop = ids.isEmpty() ? Loop::Discover : Loop::Revisit;
    context.ids = ids;
    Snapshots all;
    std::vector<HttpRequest> waiting = m_provider.functions.first(context);
    while (!waiting.empty()) {
      HttpRequest request = waiting.back();
      waiting.pop_back();
      SC_TRY_ASSIGN(answer, send(request));
      SC_TRY_ASSIGN(step, m_provider.functions.parse(context, request, answer));
      for (OrderSnapshot& order : step.snapshots.orders)
        all.orders.push_back(std::move(order));
      for (ProductSnapshot& product : step.snapshots.products)
        all.products.push_back(std::move(product));
      for (StockSnapshot& stock : step.snapshots.stock)
        all.stock.push_back(std::move(stock));
      for (PaymentSnapshot& payment : step.snapshots.payments)
        all.payments.push_back(std::move(payment));
      for (BillLineSnapshot& line : step.snapshots.billLines)
        all.billLines.push_back(std::move(line));
      for (ItemFailure& failure : step.snapshots.failures)
        all.failures.push_back(std::move(failure));
      waiting.insert(waiting.end(), step.next.begin(), step.next.end());
    }
    return all;
  }

  /// The window of `read`: closed, as the engine plans them.
  void setWindow(Instant from, Instant to)
  {
    m_context.from = from;
    m_context.to = to;
  }
  /// What the provider's declaration says instead in its `extra`.
  void declare(const QString& name, const QJsonValue& value) { m_declaration.extra.insert(name, value); }
  Instant clock() const { return m_now; }
  void setClock(Instant now) { m_now = now; } ///< for the world and for us

  /// What the provider says became of an action whose answer was lost. nullopt: it did not happen, or sending it again
  /// is the question.
  Result<std::optional<ActionOutcome>> ask(const ActionKind& what, const QString& key)
  {
    Action action;
    action.idempotencyKey = key;
    action.what = what;
    if (!m_provider.functions.inquire)
      return std::nullopt;
    SC_TRY_ASSIGN(question, m_provider.functions.inquire(m_context, action));
    if (!question)
      return std::nullopt;
    SC_TRY_ASSIGN(answer, send(*question));
    return m_provider.functions.parseInquiry(m_context, action, answer);
  }

  /// The newest order that was paid before and has come well, as the world has it.
  std::optional<sandbox::Order> orderPaidBefore(Instant before)
  {
    for (qint64 index = m_sandbox->world().orderCount() - 1; index >= 0; --index)
      if (const sandbox::Order order = m_sandbox->world().order(index);
          order.state == sandbox::State::Delivered && order.refunds.empty() && *order.life.paid < before) {
        m_index = index;
        return order;
      }
    return std::nullopt;
  }

  /// The newest order that is paid and of which nothing has gone back.
  std::optional<sandbox::Order> orderJustPaid()
  {
    for (qint64 index = m_sandbox->world().orderCount() - 1; index >= 0; --index)
      if (const sandbox::Order order = m_sandbox->world().order(index); order.life.paid && order.refunds.empty()) {
        m_index = index;
        return order;
      }
    return std::nullopt;
  }

  /// An order that is in this state, as the shop tells it.
  std::optional<OrderSnapshot> orderIn(sandbox::State state, size_t lines = 1)
  {
    sandbox::World& world = m_sandbox->world();
    for (qint64 index = world.orderCount() - 1; index >= 0; --index)
      if (const sandbox::Order order = world.order(index); order.state == state && order.lines.size() >= lines) {
        m_index = index;
        const QString id = m_shop == sandbox::Shop::Youzan   ? order.number
                           : m_shop == sandbox::Shop::Medusa ? QStringLiteral("order_%1").arg(order.id)
                                                             : QString::number(order.id);
        const auto got = read(Stream::Orders, {id});
        if (got && !got->orders.empty())
          return got->orders.front();
        if (!got)
          qWarning("order %s: %s", qPrintable(id), qPrintable(got.error().detail));
      }
    return std::nullopt;
  }
  sandbox::Order now() { return m_sandbox->world().order(m_index); }
  sandbox::World& world() { return m_sandbox->world(); }

private:
  static sandbox::Shop shopPaidThrough(sandbox::Gateway gateway)
  {
    for (std::size_t i = 0; i < sandbox::kShopCount; ++i)
      if (sandbox::gatewayOf(sandbox::Shop(i)) == gateway)
        return sandbox::Shop(i);
    return sandbox::Shop::Woo;
  }

  void connect(const QJsonObject& account)
  {
    m_context.declaration = &m_declaration;
    m_context.endpoint = account.value(QLatin1String("endpoint")).toString();
    m_context.currency = *Currency::of(u"CNY");
    m_context.now = m_now;
    const QJsonObject fields = account.value(QLatin1String("fields")).toObject();
    for (const FieldDeclaration& field : m_provider.declaration.fields) {
      const QString value = fields.value(field.name).toString();
      if (value.isEmpty())
        continue;
      m_secrets.insert(field.name, value.toUtf8()); // a signer finds all fields in one place
      if (!field.secret)
        m_context.fields.insert(field.name, value);
    }
    const auto needsSession = m_provider.functions.needsSession;
    if (!m_provider.declaration.session || (needsSession && !needsSession(m_context.fields)))
      return;
    const auto answer = send(m_provider.functions.login(m_context));
    const auto session = m_provider.functions.parseLogin(m_context, *answer);
    if (session)
      m_secrets.insert(QStringLiteral("session"), session->token);
    else
      qWarning("not signed in: %s", qPrintable(session.error().detail));
  }

  Result<HttpResponse> send(HttpRequest request)
  {
    SC_TRY(m_provider.functions.sign(request, m_context, m_secrets, m_now, QStringLiteral("nonce-%1").arg(++m_nonces)));
    const QUrl url = QUrl::fromEncoded(request.url);
    sandbox::Request asked{request.method,
                           url.path(QUrl::FullyDecoded).toUtf8(),
                           url.query(QUrl::FullyEncoded).toLatin1(),
                           request.body,
                           {}};
    for (const auto& [name, value] : request.headers)
      asked.headers.emplace_back(name, value);
    const sandbox::Reply reply = m_sandbox->answer(asked);
    HttpResponse response;
    response.status = reply.status;
    response.body = reply.body;
    for (const auto& [name, value] : reply.headers)
      response.headers.emplace_back(name, value);
    if (m_provider.functions.verify && request.accepts(response.status))
      SC_TRY(m_provider.functions.verify(request, response, m_secrets, m_now));
    return response;
  }

  const Provider& m_provider;
  Declaration m_declaration;
  Instant m_now = *parseIso(u"2026-11-24T00:00:00Z");
  int m_nonces = 0; ///< each request has its own
  sandbox::Shop m_shop = sandbox::Shop::Woo;
  std::unique_ptr<sandbox::Sandbox> m_sandbox;
  FetchContext m_context;
  Secrets m_secrets;
  HttpRequest m_sent; ///< the last call of an action
  qint64 m_index = 0;
};

} // namespace supercargo::test
