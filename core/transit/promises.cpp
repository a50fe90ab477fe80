#include "core/transit/promises.h"

#include <QDateTime>

namespace supercargo {
namespace {

constexpr int kLongest = 90;

}

Result<std::vector<PromiseRule>> promiseRules(Connection& c)
{
  return c.rows(QStringLiteral("SELECT id, courier, province, days FROM promise_rules ORDER BY position, id"), {},
                [](const Row& row) {
                  return PromiseRule{row.integer(0), row.text(1), row.text(2), int(row.integer(3))};
                });
}

Result<void> savePromiseRules(Connection& c, const std::vector<PromiseRule>& rules, ChangeSet& changes)
{
  for (const PromiseRule& rule : rules)
    if (rule.days < 1 || rule.days > kLongest)
      return fail(ErrorKind::Invalid, QStringLiteral("a promise is 1 to 90 days"), QString::number(rule.days));
  SC_TRY(c.run(QStringLiteral("DELETE FROM promise_rules")));
  qint64 position = 0;
  for (const PromiseRule& rule : rules) {
    ++position;
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO promise_rules (id, position, courier, province, days) VALUES (?, ?, ?, ?, ?)"),
        {position, position, rule.courier, rule.province, rule.days}));
  }
  SC_TRY(c.run(QStringLiteral("DELETE FROM parcel_ways")));
  changes.shipments = true;
  return {};
}

Result<std::vector<PromiseRule>> parsePromiseRules(const QString& text)
{
  std::vector<PromiseRule> rules;
  for (const QString& line : text.split(u'\n')) {
    const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
      continue;
    bool ok = false;
    PromiseRule rule;
    rule.days = words.last().toInt(&ok);
    if (words.size() != 3 || !ok || rule.days < 1 || rule.days > kLongest)
      return fail(ErrorKind::Invalid, QStringLiteral("a rule is a courier, a province and 1 to 90 days"),
                  line.simplified());
    rule.courier = words[0] == u"*" ? QString() : words[0];
    rule.province = words[1] == u"*" ? QString() : words[1];
    rules.push_back(rule);
  }
  return rules;
}

QString promiseRulesText(const std::vector<PromiseRule>& rules)
{
  QStringList lines;
  for (const PromiseRule& rule : rules)
    lines.append(QStringLiteral("%1 %2 %3")
                     .arg(rule.courier.isEmpty() ? QStringLiteral("*") : rule.courier,
                          rule.province.isEmpty() ? QStringLiteral("*") : rule.province, QString::number(rule.days)));
  return lines.join(u'\n');
}

std::optional<Instant> promisedBy(const std::vector<PromiseRule>& rules, const QString& courier,
                                  const QString& province, Instant shippedAt, const QTimeZone& zone)
{
  for (const PromiseRule& rule : rules) {
    if ((!rule.courier.isEmpty() && rule.courier != courier) ||
        (!rule.province.isEmpty() && !province.startsWith(rule.province)))
      continue;
    const QDate last = QDateTime::fromMSecsSinceEpoch(toMs(shippedAt), zone).date().addDays(rule.days);
    return fromMs(last.addDays(1).startOfDay(zone).toMSecsSinceEpoch() - 1);
  }
  return std::nullopt;
}

} // namespace supercargo
