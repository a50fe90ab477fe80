#include "ui/inventory/stockwords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct StockWords {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

QString signedText(qint64 number)
{
  return number > 0 ? u'+' + numberText(number) : numberText(number);
}

} // namespace

QString movementWord(const QString& kind)
{
  static const QHash<QString, const char*> kWords{
      {QStringLiteral("opening"), QT_TRANSLATE_NOOP("StockWords", "Opening stock")},
      {QStringLiteral("correction"), QT_TRANSLATE_NOOP("StockWords", "Shop's figure")},
      {QStringLiteral("adjustment"), QT_TRANSLATE_NOOP("StockWords", "Adjusted")},
      {QStringLiteral("receipt"), QT_TRANSLATE_NOOP("StockWords", "Received")},
      {QStringLiteral("expected"), QT_TRANSLATE_NOOP("StockWords", "On order")},
      {QStringLiteral("scrap"), QT_TRANSLATE_NOOP("StockWords", "Scrapped")},
      {QStringLiteral("transfer_out"), QT_TRANSLATE_NOOP("StockWords", "Sent to another warehouse")},
      {QStringLiteral("transfer_due"), QT_TRANSLATE_NOOP("StockWords", "On its way from another warehouse")},
      {QStringLiteral("transfer_in"), QT_TRANSLATE_NOOP("StockWords", "Came from another warehouse")},
      {QStringLiteral("transfer_lost"), QT_TRANSLATE_NOOP("StockWords", "Lost on the way")},
      {QStringLiteral("count"), QT_TRANSLATE_NOOP("StockWords", "Counted")},
      {QStringLiteral("block"), QT_TRANSLATE_NOOP("StockWords", "Blocked")},
      {QStringLiteral("unblock"), QT_TRANSLATE_NOOP("StockWords", "Unblocked")},
      {QStringLiteral("held"), QT_TRANSLATE_NOOP("StockWords", "Held for somebody")},
      {QStringLiteral("let_go"), QT_TRANSLATE_NOOP("StockWords", "Hold let go")},
      {QStringLiteral("reserved"), QT_TRANSLATE_NOOP("StockWords", "Reserved")},
      {QStringLiteral("released"), QT_TRANSLATE_NOOP("StockWords", "Released")},
      {QStringLiteral("shipped"), QT_TRANSLATE_NOOP("StockWords", "Shipped")},
      {QStringLiteral("returned"), QT_TRANSLATE_NOOP("StockWords", "Returned")},
      {QStringLiteral("counter"), QT_TRANSLATE_NOOP("StockWords", "Taken back")},
  };
  const auto word = kWords.constFind(kind);
  return word == kWords.constEnd() ? kind : StockWords::tr(*word);
}

QString movementChanges(const StockMovement& movement)
{
  QStringList changes;
  if (movement.onHandDelta != 0)
    changes << StockWords::tr("on hand %1").arg(signedText(movement.onHandDelta));
  if (movement.reservedDelta != 0)
    changes << StockWords::tr("reserved %1").arg(signedText(movement.reservedDelta));
  if (movement.blockedDelta != 0)
    changes << StockWords::tr("blocked %1").arg(signedText(movement.blockedDelta));
  if (movement.incomingDelta != 0)
    changes << StockWords::tr("incoming %1").arg(signedText(movement.incomingDelta));
  if (movement.transferDelta != 0)
    changes << StockWords::tr("in transfer %1").arg(signedText(movement.transferDelta));
  return changes.join(QStringLiteral(", "));
}

QString workFault(const Error& error)
{
  switch (error.kind) {
  case ErrorKind::Rejected:
    return StockWords::tr("Nothing was moved: there are not as many pieces any more.");
  case ErrorKind::Conflict:
    return StockWords::tr("Nothing was moved: it has been done already.");
  case ErrorKind::Denied:
    return StockWords::tr("Nothing was moved: your role may not do this.");
  default:
    return errorSentence(error.kind).what;
  }
}

QString warehouseWord(const QString& warehouse)
{
  return warehouse == QLatin1String("main") ? StockWords::tr("Main warehouse") : warehouse;
}

QString forecastMethodWord(const DemandForecast& forecast)
{
  if (forecast.origins == 0)
    return StockWords::tr("average, short history");
  switch (forecast.method) {
  case ForecastMethod::Average:
    return StockWords::tr("average");
  case ForecastMethod::Simple:
    return StockWords::tr("exponential smoothing");
  case ForecastMethod::Croston:
    return StockWords::tr("Croston");
  case ForecastMethod::SyntetosBoylan:
    return StockWords::tr("Croston, corrected");
  case ForecastMethod::FadingChance:
    return StockWords::tr("fading chance (TSB)");
  case ForecastMethod::Trend:
    return StockWords::tr("trend (Holt)");
  case ForecastMethod::WeekAdditive:
    return StockWords::tr("week pattern, added");
  case ForecastMethod::WeekMultiplicative:
    return StockWords::tr("week pattern, multiplied");
  }
  Q_UNREACHABLE();
}

QString leadSourceWord(LeadTimeSource source)
{
  switch (source) {
  case LeadTimeSource::Assumed:
    return StockWords::tr("assumed");
  case LeadTimeSource::Agreed:
    return StockWords::tr("agreed");
  case LeadTimeSource::Measured:
    return StockWords::tr("measured");
  case LeadTimeSource::Set:
    return StockWords::tr("set by hand");
  }
  Q_UNREACHABLE();
}

} // namespace supercargo
