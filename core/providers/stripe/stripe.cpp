#include "core/base/text.h"
#include "core/providers/stripe/stripe_protocol.h"

namespace supercargo::stripe {
namespace {

const QString kCharges = QStringLiteral("payments.page"), kRefunds = QStringLiteral("payments.refunds"),
              kSearch = QStringLiteral("payments.search"), kIntent = QStringLiteral("payments.intent"),
              kBalance = QStringLiteral("bills.balance"), kPayouts = QStringLiteral("bills.payouts");

QString seconds(Instant at)
{
  return QString::number(toMs(at) / 1000);
}

QString window(const FetchContext& context)
{
  return QStringLiteral("created[gte]=%1&created[lt]=%2&limit=%3")
      .arg(seconds(context.from), seconds(context.to))
      .arg(std::min(context.pageSize, 100));
}

/// A list's first page; `state` keeps its path, so that the next page differs only in where it starts.
HttpRequest list(const FetchContext& context, const QString& path, const QString& operation)
{
  HttpRequest request = get(context, path, operation);
  request.state = path;
  return request;
}

bool isIntent(const QString& id)
{
  return id.startsWith(QLatin1String("pi_"));
}

/// Any order numbers of one batch; quotes are escaped as the search language wants.
QString searchPath(const FetchContext& context, const QStringList& numbers)
{
  const QString key = context.fields.value(QStringLiteral("order_key"), QStringLiteral("order_no"));
  QStringList clauses;
  for (QString id : numbers)
    clauses.append(QStringLiteral("metadata['%1']:'%2'")
                       .arg(key, id.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"))));
  return QStringLiteral("/v1/charges/search?limit=100&expand[0]=data.balance_transaction&query=") +
         QString::fromLatin1(percentEncode(clauses.join(QStringLiteral(" OR "))));
}

/// Orders are asked for by number; where the shop keeps the intent's id as its reference, by that. One that this
/// account does not have, or whose key may not see intents, brings nothing.
std::vector<HttpRequest> revisit(const FetchContext& context)
{
  QStringList numbers;
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids) {
    if (!isIntent(id)) {
      numbers.append(id);
      continue;
    }
    requests.push_back(get(context,
                           QStringLiteral("/v1/payment_intents/%1?expand[0]=latest_charge.balance_transaction&"
                                          "expand[1]=latest_charge.refunds")
                               .arg(QString::fromLatin1(percentEncode(id))),
                           kIntent));
    requests.back().expected = {403, 404};
    requests.back().state = id;
  }
  if (!numbers.isEmpty())
    requests.insert(requests.begin(), list(context, searchPath(context, numbers), kSearch));
  return requests;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.stream == Stream::Bills)
    return {
        list(context,
             QStringLiteral("/v1/balance_transactions?") + window(context) + QStringLiteral("&expand[0]=data.source"),
             kBalance),
        list(context, QStringLiteral("/v1/payouts?") + window(context), kPayouts)};
  if (context.loop != Loop::Discover)
    return revisit(context);
  // A refund does not move its charge's time: those of the window bring their charges along.
  return {list(context,
               QStringLiteral("/v1/charges?") + window(context) +
                   QStringLiteral("&expand[0]=data.balance_transaction&expand[1]=data.refunds"),
               kCharges),
          list(context,
               QStringLiteral("/v1/refunds?") + window(context) +
                   QStringLiteral("&expand[0]=data.charge.balance_transaction&expand[1]=data.charge.refunds"),
               kRefunds)};
}

/// One record, with a list of faults of its own.
void read(const FetchContext& context, const QString& operation, const JsonReader& item, Snapshots& snapshots)
{
  const JsonReader record = item.isolated();
  const QString id = record["id"].text();
  if (operation == kBalance || operation == kPayouts) {
    BillLineSnapshot line = operation == kBalance ? billLineOf(record, snapshots) : payoutOf(record, snapshots);
    if (const auto sound = record.check(); sound)
      snapshots.billLines.push_back(std::move(line));
    else
      snapshots.failures.push_back({id, sound.error().detail, record.json()});
    return;
  }
  const JsonReader charge = operation == kRefunds ? record["charge"] : record;
  if (operation == kRefunds && !charge.isObject())
    return; // of something else than a charge: the balance has it
  PaymentSnapshot payment = paymentOf(context, charge, snapshots);
  if (const auto sound = record.check(); sound)
    snapshots.payments.push_back(std::move(payment));
  else
    snapshots.failures.push_back({id, sound.error().detail, record.json()});
}

/// The charge that an intent has come to; none while nobody has paid.
Result<FetchStep> parseIntent(const FetchContext& context, const HttpResponse& got)
{
  FetchStep step;
  if (got.status > 299)
    return step;
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const QString id = root["id"].text();
  SC_TRY(root.check());
  const JsonReader intent = root.isolated(), charge = intent["latest_charge"];
  if (!charge.isObject())
    return step;
  PaymentSnapshot payment = paymentOf(context, charge, step.snapshots);
  const QString intentNumber = numberInMetadata(context, intent);
  if (numberInMetadata(context, charge).isEmpty())
    payment.orderNumber = intentNumber.isEmpty() ? id : intentNumber;
  if (const auto sound = intent.check(); sound)
    step.snapshots.payments.push_back(std::move(payment));
  else
    step.snapshots.failures.push_back({id, sound.error().detail, intent.json()});
  return step;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == kIntent)
    return parseIntent(context, got);
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  FetchStep step;
  QString last;
  for (const JsonReader& item : root["data"].items()) {
    last = item["id"].textIfAny().value_or(QString());
    read(context, sent.operation, item, step.snapshots);
  }
  const bool hasMore = root["has_more"].boolean();
  const QString searchPage = root["next_page"].textIfAny().value_or(QString());
  SC_TRY(root.check());
  if (!hasMore)
    return step;
  const QString from = sent.operation == kSearch
                           ? QStringLiteral("&page=") + QString::fromLatin1(percentEncode(searchPage))
                           : QStringLiteral("&starting_after=") + QString::fromLatin1(percentEncode(last));
  HttpRequest next = get(context, sent.state + from, sent.operation);
  next.state = sent.state;
  step.next.push_back(std::move(next));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return get(context, QStringLiteral("/v1/charges?limit=1"), QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  root["data"].items();
  return root.check();
}

/// The idempotency key is the request number: Stripe does it once within a day. After that the refund is looked for.
Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund || refund->paymentExternalId.isEmpty() || refund->requestNumber.isEmpty() || refund->amount.minor() <= 0)
    return fail(ErrorKind::Invalid, refund ? QStringLiteral("a refund needs a charge, a request number and an amount")
                                           : QStringLiteral("Stripe cannot do this"));
  SC_TRY_ASSIGN(amount, apiAmountOf(refund->amount));
  HttpRequest request = get(context, QStringLiteral("/v1/refunds"), QStringLiteral("refund.create"));
  request.method = "POST";
  request.setHeader("Content-Type", "application/x-www-form-urlencoded");
  request.setHeader("Idempotency-Key", refund->requestNumber.toUtf8());
  static const QStringList kReasons = QStringLiteral("duplicate fraudulent requested_by_customer").split(u' ');
  request.body =
      formEncode({{isIntent(refund->paymentExternalId) ? QStringLiteral("payment_intent") : QStringLiteral("charge"),
                   refund->paymentExternalId},
                  {QStringLiteral("amount"), QString::number(amount)},
                  {QStringLiteral("reason"),
                   kReasons.contains(refund->reason) ? refund->reason : QStringLiteral("requested_by_customer")},
                  {QStringLiteral("metadata[request_number]"), refund->requestNumber}});
  return request;
}

Result<ActionOutcome> outcomeOf(const JsonReader& refund)
{
  const QString status = refund["status"].text();
  ActionOutcome outcome;
  outcome.externalId = outcome.number = refund["id"].text();
  SC_TRY(refund.check());
  outcome.pending = status == QLatin1String("pending") || status == QLatin1String("requires_action");
  outcome.accepted = outcome.pending || status == QLatin1String("succeeded");
  if (outcome.accepted)
    return outcome;
  if (status != QLatin1String("failed") && status != QLatin1String("canceled"))
    return fail(ErrorKind::BadResponse, QStringLiteral("unknown state of a refund: %1").arg(status));
  outcome.message = QStringLiteral("the refund ended as \"%1\"").arg(status);
  return outcome; // final: an error would leave an inquiry in doubt for ever
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  return outcomeOf(root);
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund)
    return std::nullopt;
  return get(context,
             QStringLiteral("/v1/refunds?limit=100&%1=%2")
                 .arg(isIntent(refund->paymentExternalId) ? QStringLiteral("payment_intent") : QStringLiteral("charge"),
                      QString::fromLatin1(percentEncode(refund->paymentExternalId))),
             QStringLiteral("refund.query"));
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action& action, const HttpResponse& got)
{
  const auto& refund = std::get<RefundPayment>(action.what);
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  for (const JsonReader& one : root["data"].items())
    if (one["metadata"]["request_number"].textIfAny() == refund.requestNumber) {
      SC_TRY_ASSIGN(outcome, outcomeOf(one));
      return outcome;
    }
  const bool hasMore = root["has_more"].boolean();
  SC_TRY(root.check());
  if (hasMore)
    return fail(ErrorKind::Conflict, QStringLiteral("the charge has more refunds than one page shows"));
  return std::nullopt;
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

} // namespace supercargo::stripe
