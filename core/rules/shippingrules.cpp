#include "core/rules/shippingrules.h"

#include "core/base/jsonreader.h"
#include "core/db/ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace supercargo {
namespace {

void put(QJsonObject& object, const QString& name, const std::optional<qint64>& value)
{
  if (value)
    object.insert(name, *value);
}

/// The column "conditions": also which orders the rule books by itself, which no order is judged by.
QString conditionsJson(const ShippingRule& rule)
{
  const ShippingConditions& when = rule.when;
  QJsonObject object;
  if (!when.countries.isEmpty())
    object.insert(QStringLiteral("countries"), QJsonArray::fromStringList(when.countries));
  if (!when.provinces.isEmpty())
    object.insert(QStringLiteral("provinces"), QJsonArray::fromStringList(when.provinces));
  QJsonArray shops;
  for (const AccountId shop : when.shops)
    shops.append(shop.value());
  if (!shops.isEmpty())
    object.insert(QStringLiteral("shops"), shops);
  put(object, QStringLiteral("weight_from"), when.weightFrom);
  put(object, QStringLiteral("weight_below"), when.weightBelow);
  put(object, QStringLiteral("value_from"), when.valueFrom);
  put(object, QStringLiteral("value_below"), when.valueBelow);
  if (when.cashOnDelivery)
    object.insert(QStringLiteral("cash_on_delivery"), *when.cashOnDelivery);
  if (rule.bookSince)
    object.insert(QStringLiteral("book_since"), toMs(*rule.bookSince));
  if (rule.waitingTooAt)
    object.insert(QStringLiteral("waiting_too_at"), toMs(*rule.waitingTooAt));
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

struct KeptConditions {
  ShippingConditions when;
  std::optional<Instant> bookSince, waitingTooAt;
};

Result<KeptConditions> conditionsFrom(const QString& json)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(json.toUtf8()));
  KeptConditions kept;
  ShippingConditions& when = kept.when;
  for (const JsonReader& country : root["countries"].itemsIfAny())
    when.countries << country.text();
  for (const JsonReader& province : root["provinces"].itemsIfAny())
    when.provinces << province.text();
  for (const JsonReader& shop : root["shops"].itemsIfAny())
    when.shops.emplace_back(shop.integer());
  when.weightFrom = root["weight_from"].integerIfAny();
  when.weightBelow = root["weight_below"].integerIfAny();
  when.valueFrom = root["value_from"].integerIfAny();
  when.valueBelow = root["value_below"].integerIfAny();
  if (root["cash_on_delivery"].hasValue())
    when.cashOnDelivery = root["cash_on_delivery"].boolean();
  if (const auto since = root["book_since"].integerIfAny())
    kept.bookSince = fromMs(*since);
  if (const auto at = root["waiting_too_at"].integerIfAny())
    kept.waitingTooAt = fromMs(*at);
  SC_TRY(root.check(ErrorKind::Invalid));
  return kept;
}

bool isWithin(qint64 value, const std::optional<qint64>& from, const std::optional<qint64>& below)
{
  return (!from || value >= *from) && (!below || value < *below);
}

/// "cn", "CHN", "China" and "中国" are one country. What is not known stays as it was written.
QString countryCode(const QString& written)
{
  const QString text = written.trimmed().toUpper();
  if (text == QLatin1String("CHINA") || text.startsWith(QStringLiteral("中国")) ||
      text.startsWith(QStringLiteral("中华")))
    return QStringLiteral("CN");
  const QLocale::Territory territory = QLocale::codeToTerritory(text);
  return territory == QLocale::AnyTerritory ? text : QLocale::territoryToCode(territory);
}

struct Objection {
  RuleObjection why = RuleObjection::None;
  QString told;
};

/// The first condition that does not hold.
Objection objectionOf(const ShippingRule& rule, const ShippingFacts& facts)
{
  const ShippingConditions& when = rule.when;
  if (!when.shops.empty() && std::ranges::find(when.shops, facts.shop) == when.shops.end())
    return {RuleObjection::Shop, {}};
  const auto isThere = [to = countryCode(facts.to.country)](const QString& name) { return countryCode(name) == to; };
  if (!when.countries.isEmpty() && std::ranges::none_of(when.countries, isThere))
    return {RuleObjection::Country, facts.to.country};
  const auto begins = [&](const QString& name) { return facts.to.province.startsWith(name, Qt::CaseInsensitive); };
  if (!when.provinces.isEmpty() && std::ranges::none_of(when.provinces, begins))
    return {RuleObjection::Province, facts.to.province};
  if (!isWithin(facts.value.minor(), when.valueFrom, when.valueBelow))
    return {RuleObjection::Value, facts.value.withCode()};
  if (when.weightFrom || when.weightBelow) {
    const qint64 grams = facts.weightGrams.value_or(rule.weightGrams);
    if (grams <= 0)
      return {RuleObjection::WeightUnknown, {}};
    if (!isWithin(grams, when.weightFrom, when.weightBelow))
      return {RuleObjection::Weight, QString::number(grams)};
  }
  if (when.cashOnDelivery && *when.cashOnDelivery != facts.cashOnDelivery)
    return {facts.cashOnDelivery ? RuleObjection::PaidOnDelivery : RuleObjection::NotPaidOnDelivery, {}};
  return {};
}

QString reasonOf(const Objection& objection)
{
  switch (objection.why) {
  case RuleObjection::None:
    break;
  case RuleObjection::Shop:
    return QStringLiteral("another shop");
  case RuleObjection::Country:
  case RuleObjection::Province:
    return QStringLiteral("it goes to %1").arg(objection.told);
  case RuleObjection::Value:
    return QStringLiteral("it is worth %1").arg(objection.told);
  case RuleObjection::WeightUnknown:
    return QStringLiteral("its weight is not known");
  case RuleObjection::Weight:
    return QStringLiteral("it weighs %1 g").arg(objection.told);
  case RuleObjection::PaidOnDelivery:
    return QStringLiteral("it is paid on delivery");
  case RuleObjection::NotPaidOnDelivery:
    return QStringLiteral("it is not paid on delivery");
  }
  return {};
}

} // namespace

/// `since` is mostly the shop's time and the others are ours. They are compared as they are: what a shop's answers tell
/// of its clock changes from day to day, and one wrong answer would have orders booked that were left alone until then.
bool ShippingRule::leavesAlone(Instant since, Instant connected) const
{
  const Instant begin = bookSince.value_or(Instant());
  const bool isAskedFor = waitingTooAt && connected <= *waitingTooAt;
  return since < (isAskedFor ? begin : std::max(begin, connected));
}

Result<std::vector<Sender>> senders(Connection& c)
{
  return c.rows(QStringLiteral("SELECT id, label, name, phone, country, province, city, district, street, postal_code "
                               "FROM senders ORDER BY label, id"),
                {}, [](const Row& row) {
                  return Sender{row.id<SenderId>(0),
                                row.text(1),
                                {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7),
                                 row.text(8), row.text(9)}};
                });
}

Result<SenderId> saveSender(Connection& c, const Sender& sender)
{
  if (sender.address.name.isEmpty() || sender.address.phone.isEmpty() || sender.address.street.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a sender needs a name, a telephone number and a street"),
                sender.label);
  qint64 id = sender.id.value();
  if (id == 0) {
    SC_TRY_ASSIGN(fresh, nextIds(c, QStringLiteral("senders")));
    id = fresh;
  }
  const AddressSnapshot& a = sender.address;
  SC_TRY(c.run(QStringLiteral(
                   "INSERT INTO senders (id, label, name, phone, country, province, city, district, street, "
                   "postal_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                   "label = excluded.label, name = excluded.name, phone = excluded.phone, country = excluded.country, "
                   "province = excluded.province, city = excluded.city, district = excluded.district, "
                   "street = excluded.street, postal_code = excluded.postal_code"),
               {id, sender.label, a.name, a.phone, a.country, a.province, a.city, a.district, a.street, a.postalCode}));
  return SenderId(id);
}

Result<void> deleteSender(Connection& c, SenderId id)
{
  SC_TRY_ASSIGN(users, c.number(QStringLiteral("SELECT COUNT(*) FROM shipping_rules WHERE sender_id = ?"), {id}));
  if (users > 0)
    return fail(ErrorKind::Conflict, QStringLiteral("shipping rules send from there: change them first"));
  SC_TRY(c.run(QStringLiteral("DELETE FROM senders WHERE id = ?"), {id}));
  return {};
}

Result<std::vector<ShippingRule>> shippingRules(Connection& c)
{
  using ReadRule = Result<ShippingRule>;
  SC_TRY_ASSIGN(
      read,
      c.rows(QStringLiteral("SELECT id, position, name, enabled, automatic, conditions, account_id, "
                            "service, pay_method, sender_id, weight_grams FROM shipping_rules "
                            "ORDER BY position, id"),
             {}, [](const Row& row) -> ReadRule {
               SC_TRY_ASSIGN(kept, conditionsFrom(row.text(5)));
               return ShippingRule{
                   row.id<ShippingRuleId>(0), int(row.integer(1)),  row.text(2),      row.flag(3), row.flag(4),
                   std::move(kept.when),      row.id<AccountId>(6), row.text(7),      row.text(8), row.id<SenderId>(9),
                   row.integer(10),           kept.bookSince,       kept.waitingTooAt};
             }));
  std::vector<ShippingRule> rules;
  for (ReadRule& rule : read) {
    SC_TRY_ASSIGN(good, std::move(rule));
    rules.push_back(std::move(good));
  }
  return rules;
}

Result<ShippingRuleId> saveShippingRule(Connection& c, const ShippingRule& rule, ChangeSet& changes)
{
  changes.settings = true;
  if (rule.name.isEmpty() || rule.account == AccountId() || rule.sender == SenderId())
    return fail(ErrorKind::Invalid, QStringLiteral("a shipping rule needs a name, a courier account and a sender"),
                rule.name);
  qint64 id = rule.id.value();
  if (id == 0) {
    SC_TRY_ASSIGN(fresh, nextIds(c, QStringLiteral("shipping_rules")));
    id = fresh;
  }
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO shipping_rules (id, position, name, enabled, automatic, conditions, account_id, "
                     "service, pay_method, sender_id, weight_grams) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, "
                     "enabled = excluded.enabled, automatic = excluded.automatic, conditions = excluded.conditions, "
                     "account_id = excluded.account_id, service = excluded.service, pay_method = excluded.pay_method, "
                     "sender_id = excluded.sender_id, weight_grams = excluded.weight_grams"),
      {id, rule.position, rule.name, rule.enabled, rule.automatic, conditionsJson(rule), rule.account, rule.service,
       rule.payMethod, rule.sender, rule.weightGrams}));
  return ShippingRuleId(id);
}

Result<void> deleteShippingRule(Connection& c, ShippingRuleId id, ChangeSet& changes)
{
  changes.settings = true;
  SC_TRY_ASSIGN(gone, c.run(QStringLiteral("DELETE FROM shipping_rules WHERE id = ?"), {id}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such shipping rule"), QString::number(id.value()));
  return {};
}

std::vector<RuleVerdict> judge(const std::vector<ShippingRule>& rules, const ShippingFacts& facts)
{
  std::vector<RuleVerdict> verdicts;
  for (const ShippingRule& rule : rules) {
    if (!rule.enabled)
      continue;
    const Objection objection = objectionOf(rule, facts);
    const bool matches = objection.why == RuleObjection::None;
    verdicts.push_back({rule.id, rule.name, matches, reasonOf(objection), objection.why, objection.told});
    if (matches)
      break;
  }
  return verdicts;
}

const ShippingRule* ruleFor(const std::vector<ShippingRule>& rules, const ShippingFacts& facts)
{
  const auto carries = [&](const ShippingRule& rule) {
    return rule.enabled && objectionOf(rule, facts).why == RuleObjection::None;
  };
  const auto found = std::ranges::find_if(rules, carries);
  return found == rules.end() ? nullptr : &*found;
}

bool isCashOnDelivery(QStringView paymentMethod)
{
  const QString text = paymentMethod.toString().toLower();
  return text == QLatin1String("cod") || text.contains(QStringLiteral("货到付款")) ||
         text.contains(QLatin1String("cash on delivery")) || text.contains(QLatin1String("cash_on_delivery")) ||
         text.contains(QLatin1String("cashondelivery"));
}

} // namespace supercargo
