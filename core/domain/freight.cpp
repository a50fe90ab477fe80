#include "core/domain/freight.h"

#include "core/domain/courier.h"

#include <algorithm>

namespace supercargo {
namespace {

bool names(const FreightTariff& tariff, const FreightLane& lane)
{
  return std::ranges::any_of(tariff.regions, [&](const QString& region) {
    return lane.province.startsWith(region, Qt::CaseInsensitive) ||
           lane.country.compare(region, Qt::CaseInsensitive) == 0;
  });
}

Error fault(const char* member)
{
  return {ErrorKind::Invalid,
          QStringLiteral("a tariff cannot have this %1").arg(QLatin1String(member)),
          QLatin1String(member),
          {}};
}

} // namespace

Result<void> checkTariff(const FreightTariff& tariff)
{
  const auto isPrice = [](Money money) { return money.minor() >= 0 && money.minor() <= kDearestFreightMinor; };
  const auto isWeight = [](qint64 grams) { return grams > 0 && grams <= kHeaviestGrams; };
  if (tariff.courier.isEmpty())
    return fail(fault("courier"));
  if (!tariff.validFrom.isValid())
    return fail(fault("day"));
  if (!isWeight(tariff.firstGrams))
    return fail(fault("first weight"));
  if (!isWeight(tariff.stepGrams))
    return fail(fault("step"));
  if (!isPrice(tariff.first) || !isPrice(tariff.step) || !isPrice(tariff.minimum))
    return fail(fault("price"));
  if (tariff.first.currency() != tariff.step.currency() || tariff.first.currency() != tariff.minimum.currency())
    return fail(fault("currency"));
  return {};
}

Money freightOf(const FreightTariff& tariff, qint64 grams)
{
  const qint64 above = std::max<qint64>(0, grams - tariff.firstGrams);
  const qint64 steps = (above + tariff.stepGrams - 1) / tariff.stepGrams;
  const qint64 price = tariff.first.minor() + steps * tariff.step.minor();
  return Money(std::max(price, tariff.minimum.minor()), tariff.first.currency());
}

const FreightTariff* tariffFor(const std::vector<FreightTariff>& tariffs, const FreightLane& lane)
{
  const FreightTariff* best = nullptr;
  const auto rank = [](const FreightTariff& tariff) {
    return std::tuple(!tariff.regions.isEmpty(), tariff.validFrom.toJulianDay(), tariff.id);
  };
  for (const FreightTariff& tariff : tariffs) {
    const bool holds = tariff.courier == lane.courier && tariff.validFrom <= lane.day &&
                       (tariff.regions.isEmpty() || names(tariff, lane));
    if (holds && (!best || rank(tariff) > rank(*best)))
      best = &tariff;
  }
  return best;
}

QString courierCodeOf(const QString& name)
{
  const Courier* known = courierNamed(name);
  return known ? known->code : name;
}

} // namespace supercargo
