/// stores/: signatures, sample answers and status tables of the shops that are built; the others are reported as
/// skipped.
#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/woocommerce/oauth.h"
#include "tests/vectors/stores_support.h"

#include <algorithm>

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

// --- signatures -----------------------------------------------------------------------------------------------------

/// QJsonObject does not keep the order of a query, which no signature depends on.
QList<QByteArray> sortedParts(const QByteArray& url)
{
  QList<QByteArray> parts = url.mid(url.indexOf('?') + 1).split('&');
  std::sort(parts.begin(), parts.end());
  return parts;
}

QString checkOauth(const Provider& provider, const QJsonObject& given)
{
  HttpRequest request;
  request.method = textOf(given, "method").toLatin1();
  request.url = textOf(given, "url").toUtf8();
  QList<std::pair<QString, QString>> query;
  const QJsonObject fields = given.value(QLatin1String("query")).toObject();
  for (auto it = fields.begin(); it != fields.end(); ++it)
    query.append({it.key(), it.value().toString()});
  if (!query.isEmpty())
    request.url += '?' + formEncode(query);
  const QJsonObject oauth = given.value(QLatin1String("oauth")).toObject();
  const Instant now(std::chrono::seconds(oauth.value(QLatin1String("oauth_timestamp")).toInteger()));
  const QByteArray key = textOf(given, "consumer_key").toUtf8(), secret = textOf(given, "consumer_secret").toUtf8();
  const QString nonce = textOf(oauth, "oauth_nonce");
  if (textOf(oauth, "oauth_signature_method") == QLatin1String("HMAC-SHA1")) {
    woocommerce::signOauth(request, key, secret, crypto::Hash::Sha1, now, nonce);
  } else {
    const Secrets secrets{{QStringLiteral("consumer_key"), key}, {QStringLiteral("consumer_secret"), secret}};
    const auto signature = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, now, nonce);
    if (!signature)
      return signature.error().detail;
  }
  const QByteArray wanted = textOf(given, "final_url").toUtf8();
  if (sortedParts(request.url) != sortedParts(wanted))
    return differs("url", QString::fromUtf8(wanted), QString::fromUtf8(request.url));
  return differs("address", QString::fromUtf8(wanted.split('?').first()),
                 QString::fromUtf8(request.url.split('?').first()));
}

QString checkBasic(const Provider& provider, const QJsonObject& given)
{
  HttpRequest request;
  request.url = "https://shop.example.com/wp-json/wc/v3/orders";
  const Secrets secrets{{QStringLiteral("consumer_key"), textOf(given, "consumer_key").toUtf8()},
                        {QStringLiteral("consumer_secret"), textOf(given, "consumer_secret").toUtf8()}};
  const auto signature = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, {}, {});
  if (!signature)
    return signature.error().detail;
  return differs("authorization", textOf(given, "authorization"), QString::fromLatin1(request.header("Authorization")));
}

void checkWooSigning(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider& provider = *findProvider(u"woocommerce");
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    const QString id = textOf(given, "id");
    const QString webhook =
        given.value(QLatin1String("headers")).toObject().value(QLatin1String("X-WC-Webhook-Signature")).toString();
    if (given.contains(QLatin1String("oauth")))
      run(report, id, [&] { return checkOauth(provider, given); });
    else if (given.contains(QLatin1String("authorization")))
      run(report, id, [&] { return checkBasic(provider, given); });
    else if (!webhook.isEmpty())
      run(report, id, [&] {
        const QByteArray code =
            crypto::hmac(crypto::Hash::Sha256, textOf(given, "secret").toUtf8(), textOf(given, "raw_body").toUtf8());
        return differs("signature", webhook, QString::fromLatin1(code.toBase64()));
      });
    else
      report.skipped(id, QStringLiteral("woocommerce: a desktop program receives no webhooks"));
  }
}

// --- answers --------------------------------------------------------------------------------------------------------

QString isoOrNull(const std::optional<Instant>& instant)
{
  return instant ? toIso(*instant) : QStringLiteral("null");
}

QString lineValue(const LineSnapshot& line, const QString& key)
{
  static const QMap<QString, QString LineSnapshot::*> kTexts{
      {QStringLiteral("externalId"), &LineSnapshot::externalId},
      {QStringLiteral("productId"), &LineSnapshot::productExternalId},
      {QStringLiteral("variantId"), &LineSnapshot::variantExternalId},
      {QStringLiteral("sku"), &LineSnapshot::sku},
      {QStringLiteral("title"), &LineSnapshot::title}};
  if (kTexts.contains(key))
    return line.*kTexts.value(key);
  if (key == QLatin1String("qty"))
    return QString::number(line.quantity);
  if (key == QLatin1String("total"))
    return line.total.text();
  return QStringLiteral("(no such value)");
}

QString orderValue(const OrderSnapshot& order, const QString& key)
{
  const QMap<QString, QString> values{
      {QStringLiteral("externalId"), order.externalId},
      {QStringLiteral("externalNo"), order.number},
      {QStringLiteral("rawStatus"), order.rawStatus},
      {QStringLiteral("status"), statusName(order.status)},
      {QStringLiteral("payment"), statusName(order.payment)},
      {QStringLiteral("fulfilment"), statusName(order.fulfilment)},
      {QStringLiteral("aftersale"), statusName(order.aftersale)},
      {QStringLiteral("currency"), order.total.currency().code()},
      {QStringLiteral("total"), order.total.text()},
      {QStringLiteral("refunded"), order.refunded.text()},
      {QStringLiteral("createdAt"), toIso(order.placedAt)},
      {QStringLiteral("updatedAt"), isoOrNull(order.updatedAt)},
      {QStringLiteral("paidAt"), isoOrNull(order.paidAt)},
      {QStringLiteral("shippable"), order.shippable ? QStringLiteral("true") : QStringLiteral("false")},
      {QStringLiteral("skip"), order.status == OrderStatus::Draft ? QStringLiteral("true") : QStringLiteral("false")},
  };
  return values.value(key, QStringLiteral("(no such value)"));
}

QString plain(const QJsonValue& value)
{
  if (value.isNull())
    return QStringLiteral("null");
  if (value.isBool())
    return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString compareOrder(const QJsonObject& wanted, const OrderSnapshot& order)
{
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    if (it.key().startsWith(QLatin1String("note")))
      continue;
    if (it.key() == QLatin1String("lines")) {
      const QJsonArray lines = it.value().toArray();
      if (size_t(lines.size()) != order.lines.size())
        return QStringLiteral("%1 lines instead of %2").arg(order.lines.size()).arg(lines.size());
      for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject line = lines[i].toObject();
        for (auto part = line.begin(); part != line.end(); ++part)
          if (const QString got = lineValue(order.lines[size_t(i)], part.key()); got != plain(part.value()))
            return differs(qPrintable(part.key()), plain(part.value()), got);
      }
    } else if (const QString got = orderValue(order, it.key()); got != plain(it.value())) {
      return differs(qPrintable(it.key()), plain(it.value()), got);
    }
  }
  return {};
}

QString checkOrders(const Provider& provider, const QJsonObject& given, const QJsonArray& wanted)
{
  const auto step = readPage(provider, Stream::Orders, answerOf(given));
  if (!step)
    return step.error().detail;
  if (!step->snapshots.failures.empty())
    return step->snapshots.failures.front().reason;
  if (step->snapshots.orders.size() != size_t(wanted.size()))
    return QStringLiteral("%1 orders").arg(step->snapshots.orders.size());
  for (qsizetype i = 0; i < wanted.size(); ++i)
    if (const QString why = compareOrder(wanted[i].toObject(), step->snapshots.orders[size_t(i)]); !why.isEmpty())
      return why;
  return {};
}

/// Our products keep prices and stock in their variants; those of a product with variations come with another call, so
/// what the vector says of the product itself can be compared only for a product that is its own variant.
QString checkProducts(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  const auto step = readPage(provider, Stream::Products, answerOf(given));
  if (!step || step->snapshots.products.empty())
    return step ? QStringLiteral("no product") : step.error().detail;
  const ProductSnapshot& product = step->snapshots.products.front();
  QStringList ids;
  for (const QJsonValue& id : wanted.value(QLatin1String("variantIds")).toArray())
    ids.append(id.toString());
  if (product.externalId != textOf(wanted, "externalId") || product.variantIds != ids)
    return differs("variants", ids.join(u','), product.variantIds.join(u','));
  for (const VariantSnapshot& variant : product.variants) {
    if (variant.externalId != product.externalId)
      continue;
    if (wanted.contains(QLatin1String("price")) && (!variant.price || variant.price->text() != textOf(wanted, "price")))
      return QStringLiteral("price");
    if (wanted.value(QLatin1String("stock")).isNull() && variant.stock)
      return QStringLiteral("stock is not counted");
  }
  const auto stock = readPage(provider, Stream::Stock, answerOf(given));
  return wanted.value(QLatin1String("stock")).isNull() && (!stock || !stock->snapshots.stock.empty())
             ? QStringLiteral("stock is not counted")
             : QString();
}

QString checkVariants(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  HttpRequest sent;
  sent.operation = QStringLiteral("products.variations");
  sent.state = QStringLiteral("variations 1 {\"id\":1,\"name\":\"parent\",\"variations\":[%1]}")
                   .arg(textOf(wanted, "externalId"));
  const auto step = provider.functions.parse(contextOf(provider, Stream::Products), sent, answerOf(given));
  if (!step || step->snapshots.products.empty() || step->snapshots.products.front().variants.empty())
    return step ? QStringLiteral("no variation") : step.error().detail;
  const VariantSnapshot& variant = step->snapshots.products.front().variants.front();
  if (variant.externalId != textOf(wanted, "externalId"))
    return differs("id", textOf(wanted, "externalId"), variant.externalId);
  const bool parent = textOf(wanted, "stockManagedBy") == QLatin1String("parent");
  return parent == (variant.managedBy == StockManagedBy::Parent) ? QString() : QStringLiteral("stockManagedBy");
}

/// Errors come as answers to a page, to a login, or to an action.
QString checkError(const Provider& provider, const QJsonObject& given, const QString& wanted)
{
  const HttpResponse answer = answerOf(given);
  const FetchContext context = contextOf(provider, Stream::Orders);
  std::optional<Error> error;
  if (answer.body.contains("\"login\"")) {
    if (const auto session = provider.functions.parseLogin(context, answer); !session)
      error = session.error();
  } else if (answer.body.contains("\"addFulfillmentToOrder\"")) {
    const Action action{{}, MarkShipped{}};
    if (const auto outcome = provider.functions.parseAction(context, action, answer); !outcome)
      error = outcome.error();
  } else if (const auto step = readPage(provider, Stream::Orders, answer); !step) {
    error = step.error();
  }
  return differs("error", wanted, error ? errorClass(error->kind) : QStringLiteral("none"));
}

void checkAnswer(const Provider& provider, const QJsonObject& given, const Report& report)
{
  const QJsonObject wanted = given.value(QLatin1String("expect")).toObject();
  const auto list = [&](const char* key) { return wanted.value(QLatin1String(key)).toArray(); };
  run(report, textOf(given, "id"), [&] {
    if (wanted.contains(QLatin1String("error")))
      return checkError(provider, given, textOf(wanted, "error"));
    if (wanted.contains(QLatin1String("orders")))
      return checkOrders(provider, given, list("orders"));
    if (wanted.contains(QLatin1String("products")))
      return checkProducts(provider, given, list("products").first().toObject());
    if (wanted.contains(QLatin1String("variants")))
      return checkVariants(provider, given, list("variants").first().toObject());
    return QStringLiteral("nothing that this checker knows is expected");
  });
}

void checkWooAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray())
    checkAnswer(*findProvider(u"woocommerce"), given.toObject(), report);
}

void checkMixedAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QString id = textOf(value.toObject(), "id");
    if (id.startsWith(QLatin1String("vd-")))
      checkAnswer(*findProvider(u"vendure"), value.toObject(), report);
    else
      report.skipped(id, id.startsWith(QLatin1String("md-")) ? QStringLiteral("medusa") : QStringLiteral("magento"));
  }
}

// --- shops that are not built ---------------------------------------------------------------------------------------

void skipPlatform(const QString& path, const QJsonObject& file, const Report& report)
{
  const QString platform = path.section(u'/', -1).section(u'.', 0, 0).section(u'-', 1);
  int number = 0;
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QString id = textOf(value.toObject(), "id");
    report.skipped(id.isEmpty() ? QString::number(++number) : id, platform);
  }
}

const Register kWooSigning({"stores/sign-woocommerce.json", checkWooSigning});
const Register kWooAnswers({"stores/resp-woocommerce.json", checkWooAnswers});
const Register kMixedAnswers({"stores/resp-magento-vendure-medusa.json", checkMixedAnswers});
const Register kTaobaoSigning({"stores/sign-taobao-top.json", skipPlatform});
const Register kJdSigning({"stores/sign-jd.json", skipPlatform});
const Register kPddSigning({"stores/sign-pdd.json", skipPlatform});
const Register kDouyinSigning({"stores/sign-douyin.json", skipPlatform});
const Register kYouzanSigning({"stores/sign-youzan.json", skipPlatform});
const Register kShopifySigning({"stores/sign-shopify.json", skipPlatform});
const Register kMagentoSigning({"stores/sign-magento-medusa.json", skipPlatform});
const Register kTaobaoAnswers({"stores/resp-taobao.json", skipPlatform});
const Register kJdAnswers({"stores/resp-jd.json", skipPlatform});
const Register kPddAnswers({"stores/resp-pdd.json", skipPlatform});
const Register kDouyinAnswers({"stores/resp-douyin.json", skipPlatform});
const Register kYouzanAnswers({"stores/resp-youzan.json", skipPlatform});
const Register kShopifyAnswers({"stores/resp-shopify.json", skipPlatform});

} // namespace
} // namespace supercargo::vectors
