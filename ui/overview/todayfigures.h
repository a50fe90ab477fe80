#pragma once

#include "core/store/orders.h"

#include <QTimeZone>

namespace supercargo {

/// Today so far beside the same weekday a week ago up to the same time of day. The workspace's time zone cuts the day.
struct TodayFigures {
  Instant dayStart{}, now{}, thenStart{}, thenNow{};
  SalesSum today, then;
  std::vector<SalesSum> hours, thenHours; ///< by the hour; today's end with the hour that runs
};

/// Midnight that began the day of `now` there, `daysBack` days ago; a day whose midnight does not exist begins later.
Instant startOfDay(Instant now, const QTimeZone& zone, int daysBack);
Result<TodayFigures> todayFigures(Connection& c, Instant now, const QTimeZone& zone);

/// The relative change; nullopt when there was nothing to compare with.
std::optional<double> change(qint64 now, qint64 then);
std::optional<double> change(const MoneyBag& now, const MoneyBag& then, Currency currency);

/// Placed sales per placed order; nullopt without orders, or when the orders are in several currencies.
std::optional<Money> averageOrder(const SalesSum& sum);

} // namespace supercargo
