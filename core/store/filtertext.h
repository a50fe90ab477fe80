#pragma once

#include "core/base/instant.h"
#include "core/store/orders.h"

#include <QStringView>
#include <QTimeZone>

#include <utility>
#include <vector>

/// The filter language of order lists, the same in the window and on the command line:
///
///   status:to_ship,on_hold stage:to_ship account:3 shop:"My shop" placed:today placed:2026-01-01..2026-01-31
///   placed:>=2026-01-01 placed:7d placed:2026-01 total:>100 total:10..20 province:浙江 city:杭州 tag:vip 王小明 "two
///   words"
///
/// Words stand for AND, the values of one key (comma) for OR. Keys may be Chinese (状态: 阶段: 账户: 店铺: 下单: 金额:
/// 省: 市: 标签:), colon and comma may be full width. Quotes make one word of many; \" and \\ stand inside them. A day
/// is cut by the zone; a date, a month or a number of days covers all of its last day. An instant is ISO with offset.
namespace supercargo {

/// What the words of a filter refer to.
struct FilterNames {
  std::vector<std::pair<AccountId, QString>> accounts;
  QTimeZone zone;
  Currency currency; ///< how many digits an amount of `total:` has
};

/// Invalid: the detail says what is wrong with which word and what is allowed there, the subject is the word.
/// An account number need not be among the names: orders of a removed account stay.
Result<OrderFilter> parseOrderFilter(QStringView text, const FilterNames& names, Instant now);

/// The inverse: parsing it gives the same filter (an empty search text, which finds everything, is left out).
QString orderFilterText(const OrderFilter& filter, const FilterNames& names);

} // namespace supercargo
