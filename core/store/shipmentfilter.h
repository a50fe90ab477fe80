#pragma once

#include "core/base/instant.h"
#include "core/db/connection.h"
#include "core/domain/status.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

/// The filter language of parcel lists, the same in the window and on the command line:
///
///   status:in_transit,exception reason:damaged courier:sf,yto account:3 to:浙江省 late soon stuck:48 place:武汉
///   from:440000 lane:440000-330000 odd SF123 "two words"
///
/// Words stand for AND, the values of one key for OR. late: past its promise and not there; soon: expected after its
/// promise; stuck:N: on its way and no scan for N hours; odd: its events contradict each other; open: on its way.
/// Keys may be Chinese (状态: 原因: 快递: 账户: 到: 停滞: 地点: 线路: and 超时 将超时 矛盾 在途). A word without a key
/// is a part of the waybill number.
namespace supercargo {

struct ShipmentFilter {
  std::vector<ParcelStatus> statuses;
  QStringList reasons, couriers, provinces; ///< provinces: of the order's address, as the shop wrote it
  std::vector<AccountId> accounts;
  bool open = false, late = false, soonLate = false, odd = false;
  std::optional<int> stuckHours;
  QString place, number;
  QString laneFrom, laneTo; ///< six digits of a province or a country's letters; both or none
  std::vector<qint64> ids;  ///< only these (a box on the map); not part of the text
  bool operator==(const ShipmentFilter&) const = default;
};

/// Invalid: the detail says what is wrong with which word, the subject is the word.
Result<ShipmentFilter> parseShipmentFilter(QStringView text);
QString shipmentFilterText(const ShipmentFilter& filter); ///< parsing it gives the same filter, without `ids`

/// The WHERE part over shipments s LEFT JOIN parcel_ways w LEFT JOIN orders o, and the values to bind.
struct ShipmentCondition {
  QString sql; ///< "1 = 1" for everything
  std::vector<SqlValue> values;
};
ShipmentCondition conditionOf(const ShipmentFilter& filter, Instant now);

} // namespace supercargo
