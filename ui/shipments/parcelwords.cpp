#include "ui/shipments/parcelwords.h"

#include "core/domain/parcel.h"

#include <QCoreApplication>
#include <QLocale>

namespace supercargo {
namespace {

struct ParcelWords {
  Q_DECLARE_TR_FUNCTIONS(ParcelWords)
};

} // namespace

QString oddityText(const QString& oddity)
{
  if (oddity == u"moved_after_delivery")
    return ParcelWords::tr("The courier scanned it again after it was delivered: ask where it is.");
  if (oddity == u"time_without_zone")
    return ParcelWords::tr("Some times come without a time zone; they are read as the courier's usual one.");
  if (oddity == u"time_missing")
    return ParcelWords::tr("Some events have no time that makes sense; they stand where the courier put them.");
  if (oddity == u"unknown_place")
    return ParcelWords::tr("No event names a place that is known: it is not on the map. Teach the place below.");
  return oddity;
}

QString promiserText(const QString& basis)
{
  if (basis == u"platform")
    return ParcelWords::tr("the platform");
  return basis == u"rule" ? ParcelWords::tr("your rule") : ParcelWords::tr("the courier");
}

bool isTroubled(ParcelStatus status)
{
  return status == ParcelStatus::Exception || status == ParcelStatus::DeliveryFailed ||
         status == ParcelStatus::Returning;
}

Punctuality punctualityOf(const ParcelLine& line, Instant now)
{
  if (!line.promisedAt)
    return Punctuality::None;
  if (line.shipment.deliveredAt)
    return *line.shipment.deliveredAt <= *line.promisedAt ? Punctuality::ArrivedOnTime : Punctuality::ArrivedLate;
  if (isFinal(line.shipment.status))
    return Punctuality::None;
  if (*line.promisedAt < now)
    return Punctuality::Late;
  return line.expectedAt && *line.expectedAt > *line.promisedAt ? Punctuality::Soon : Punctuality::OnTime;
}

StatusWord punctualityWord(Punctuality punctuality)
{
  switch (punctuality) {
  case Punctuality::None:
    return {};
  case Punctuality::OnTime:
    return {ParcelWords::tr("On time"), QStringLiteral("check"), Tone::Neutral};
  case Punctuality::Soon:
    return {ParcelWords::tr("Will be late"), QStringLiteral("hourglass"), Tone::Warning};
  case Punctuality::Late:
    return {ParcelWords::tr("Late"), QStringLiteral("clock"), Tone::Danger};
  case Punctuality::ArrivedOnTime:
    return {ParcelWords::tr("Came on time"), QStringLiteral("check"), Tone::Success};
  case Punctuality::ArrivedLate:
    return {ParcelWords::tr("Came late"), QStringLiteral("clock"), Tone::Warning};
  }
  return {};
}

QString transitText(const std::optional<Transit>& took)
{
  if (!took)
    return QStringLiteral("–");
  const double hours = double(took->count()) / 3'600'000;
  return hours < 48 ? ParcelWords::tr("%1 h").arg(QLocale().toString(hours, 'f', 0))
                    : ParcelWords::tr("%1 d").arg(QLocale().toString(hours / 24, 'f', 1));
}

} // namespace supercargo
