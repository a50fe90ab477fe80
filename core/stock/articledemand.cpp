#include "core/stock/articledemand.h"

#include "core/stock/demandbook.h"

#include <algorithm>
#include <array>

namespace supercargo {
namespace {

constexpr std::array kValueNames{"A", "B", "C"}, kSteadinessNames{"X", "Y", "Z"};
constexpr std::size_t kWeek = 7;

/// Whole weeks, the last of them ending yesterday.
std::vector<double> weeks(const std::vector<double>& days)
{
  std::vector<double> sums(days.size() / kWeek, 0);
  const std::size_t skipped = days.size() % kWeek;
  for (std::size_t day = skipped; day < days.size(); ++day)
    sums[(day - skipped) / kWeek] += days[day];
  return sums;
}

ArticleDemand demandOf(const DemandBook& book, const QString& sku)
{
  const DemandHistory history = book.history(sku);
  const DemandForecast forecast = forecastDemand(history, kForecastDays).value_or(DemandForecast());
  ArticleDemand demand;
  demand.sku = sku;
  demand.perDay = forecast.perDay;
  demand.deviation = forecast.deviation;
  demand.method = forecast.method;
  demand.daysInStock = qint64(history.daysInStock());
  demand.days = book.days();
  demand.soldMinor = book.soldMinor(sku);
  demand.steadiness = steadinessClass(weeks(lifted(history)));
  demand.recent = book.sold(sku, std::min(kRecentDays, book.days()));
  return demand;
}

} // namespace

QString valueClassName(ValueClass which)
{
  return QLatin1String(kValueNames[std::size_t(which)]);
}

QString steadinessName(SteadinessClass which)
{
  return QLatin1String(kSteadinessNames[std::size_t(which)]);
}

QByteArray recentText(const std::vector<double>& recent)
{
  QByteArray text;
  for (const double pieces : recent)
    text += (text.isEmpty() ? "" : " ") + QByteArray::number(qint64(pieces));
  return text;
}

std::vector<double> recentFromText(QByteArrayView text)
{
  std::vector<double> recent;
  for (const QByteArray& number : text.toByteArray().split(' '))
    if (!number.isEmpty())
      recent.push_back(double(number.toLongLong()));
  return recent;
}

Result<std::vector<ArticleDemand>> computeArticleDemand(Connection& c, const QTimeZone& zone, Currency currency,
                                                        int days, Instant now)
{
  SC_TRY_ASSIGN(book, DemandBook::read(c, DemandDays(zone, now, days), {}, currency));
  std::vector<ArticleDemand> all;
  std::vector<double> values;
  for (const QString& sku : book.skus()) {
    all.push_back(demandOf(book, sku));
    values.push_back(double(all.back().soldMinor));
  }
  const std::vector<ValueClass> classes = valueClasses(values);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].valueClass = classes[i];
  return all;
}

Result<void> saveArticleDemand(Connection& c, std::span<const ArticleDemand> part, Instant now, ChangeSet& changes)
{
  std::vector<SqlValue> values;
  values.reserve(part.size() * 11);
  for (const ArticleDemand& d : part)
    values.insert(values.end(), {SqlValue(d.sku), SqlValue(d.perDay), SqlValue(d.deviation),
                                 SqlValue(forecastMethodName(d.method)), SqlValue(d.daysInStock), SqlValue(d.days),
                                 SqlValue(d.soldMinor), SqlValue(valueClassName(d.valueClass)),
                                 SqlValue(d.steadiness ? steadinessName(*d.steadiness) : QString()),
                                 SqlValue(QString::fromLatin1(recentText(d.recent))), SqlValue(now)});
  SC_TRY(c.insertMany(
      QStringLiteral("INSERT INTO article_demand (sku, per_day, deviation, method, days_in_stock, days, sold_minor, "
                     "value_class, steadiness, recent, computed_at) VALUES"),
      11, values,
      QStringLiteral("ON CONFLICT (sku) DO UPDATE SET per_day = excluded.per_day, deviation = excluded.deviation, "
                     "method = excluded.method, days_in_stock = excluded.days_in_stock, days = excluded.days, "
                     "sold_minor = excluded.sold_minor, value_class = excluded.value_class, steadiness = "
                     "excluded.steadiness, recent = excluded.recent, computed_at = excluded.computed_at")));
  changes.stock = true;
  return {};
}

Result<std::optional<DailyDemand>> keptDemand(Connection& c, const QString& sku, Instant now)
{
  return c.row(QStringLiteral("SELECT per_day, deviation FROM article_demand WHERE sku = ? AND computed_at > ?"),
               {sku, now - kDemandGoodFor}, [](const Row& row) {
                 return DailyDemand{row.real(0), row.real(1)};
               });
}

Result<std::optional<Instant>> articleDemandAt(Connection& c)
{
  SC_TRY_ASSIGN(at, c.row(QStringLiteral("SELECT MIN(computed_at) FROM article_demand"), {},
                          [](const Row& row) { return row.instantIfAny(0); }));
  return at.value_or(std::nullopt);
}

Result<void> forgetArticleDemand(Connection& c, Instant before, ChangeSet& changes)
{
  SC_TRY_ASSIGN(gone, c.run(QStringLiteral("DELETE FROM article_demand WHERE computed_at < ?"), {before}));
  changes.stock |= gone > 0;
  return {};
}

Result<std::vector<ClassField>> classMatrix(Connection& c)
{
  return c.rows(QStringLiteral("SELECT value_class, steadiness, COUNT(*), CAST(SUM(sold_minor) AS BIGINT) FROM "
                               "article_demand GROUP BY value_class, steadiness ORDER BY value_class, steadiness"),
                {}, [](const Row& row) {
                  ClassField field;
                  const QString value = row.text(0), steadiness = row.text(1);
                  for (std::size_t i = 0; i < kValueNames.size(); ++i) {
                    if (value == QLatin1String(kValueNames[i]))
                      field.value = ValueClass(i);
                    if (steadiness == QLatin1String(kSteadinessNames[i]))
                      field.steadiness = SteadinessClass(i);
                  }
                  field.articles = row.integer(2);
                  field.soldMinor = row.integer(3);
                  return field;
                });
}

} // namespace supercargo
