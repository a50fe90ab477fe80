#include "ui/overview/todayfigures.h"

#include <QDateTime>

#include <algorithm>

namespace supercargo {
namespace {
constexpr std::chrono::minutes kStep{60};

int stepsUntil(Instant start, Instant end)
{
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(end - start).count();
  return int(std::max<qint64>(1, (minutes + kStep.count() - 1) / kStep.count()));
}

qint64 sign(qint64 value)
{
  return value < 0 ? -1 : 1;
}
} // namespace

Instant startOfDay(Instant now, const QTimeZone& zone, int daysBack)
{
  const QDate date = QDateTime::fromMSecsSinceEpoch(toMs(now), zone).date().addDays(-daysBack);
  return fromMs(date.startOfDay(zone).toMSecsSinceEpoch());
}

Result<TodayFigures> todayFigures(Connection& c, Instant now, const QTimeZone& zone)
{
  TodayFigures figures;
  figures.now = now;
  figures.dayStart = startOfDay(now, zone, 0);
  figures.thenStart = startOfDay(now, zone, 7);
  const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(now), zone);
  figures.thenNow = fromMs(QDateTime(local.date().addDays(-7), local.time(), zone).toMSecsSinceEpoch());
  // Sums are kept by the quarter hour: the quarter that runs belongs to both spans, so that both have the same length.
  constexpr std::chrono::minutes kQuarter(15);
  SC_TRY_ASSIGN(today, salesBetween(c, figures.dayStart, now + kQuarter));
  SC_TRY_ASSIGN(then, salesBetween(c, figures.thenStart, figures.thenNow + kQuarter));
  SC_TRY_ASSIGN(hours, salesSteps(c, figures.dayStart, kStep, stepsUntil(figures.dayStart, now)));
  SC_TRY_ASSIGN(thenHours,
                salesSteps(c, figures.thenStart, kStep, stepsUntil(figures.thenStart, startOfDay(now, zone, 6))));
  figures.today = today;
  figures.then = then;
  figures.hours = std::move(hours);
  figures.thenHours = std::move(thenHours);
  return figures;
}

std::optional<double> change(qint64 now, qint64 then)
{
  if (then == 0)
    return std::nullopt;
  return double(now - then) / double(then * sign(then));
}

std::optional<double> change(const MoneyBag& now, const MoneyBag& then, Currency currency)
{
  return change(now.of(currency).minor(), then.of(currency).minor());
}

std::optional<Money> averageOrder(const SalesSum& sum)
{
  QList<Money> amounts = sum.placed.amounts();
  amounts.removeIf([](const Money& amount) { return amount.isZero(); });
  if (sum.orders == 0 || amounts.size() != 1)
    return std::nullopt;
  const qint64 minor = amounts.first().minor();
  return Money((minor + sign(minor) * sum.orders / 2) / sum.orders, amounts.first().currency()); // half away from zero
}

} // namespace supercargo
