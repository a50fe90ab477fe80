#include "ui/inventory/stockwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace supercargo {
namespace {

struct StockWords {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

} // namespace

StatusWord alertWord(StockAlertKind kind)
{
  switch (kind) {
  case StockAlertKind::Oversold:
    return {StockWords::tr("Oversold"), QStringLiteral("circle-x"), Tone::Danger};
  case StockAlertKind::OverReserved:
    return {StockWords::tr("Over-reserved"), QStringLiteral("circle-alert"), Tone::Danger};
  case StockAlertKind::Out:
    return {StockWords::tr("Out of stock"), QStringLiteral("ban"), Tone::Danger};
  case StockAlertKind::Cover:
    return {StockWords::tr("Cover too short"), QStringLiteral("hourglass"), Tone::Warning};
  case StockAlertKind::Low:
    return {StockWords::tr("Low"), QStringLiteral("triangle-alert"), Tone::Warning};
  case StockAlertKind::StaleCount:
    return {StockWords::tr("Count is old"), QStringLiteral("clipboard-check"), Tone::Info};
  case StockAlertKind::Expiring:
    return {StockWords::tr("Expires soon"), QStringLiteral("calendar"), Tone::Warning};
  case StockAlertKind::Dead:
    return {StockWords::tr("Does not sell"), QStringLiteral("moon"), Tone::Neutral};
  }
  Q_UNREACHABLE();
}

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
  };
  const auto word = kWords.constFind(kind);
  return word == kWords.constEnd() ? kind : StockWords::tr(*word);
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
  }
  Q_UNREACHABLE();
}

QString alertSentence(const StockAlert& alert)
{
  const auto number = [&](const char* name) { return numberText(alert.facts.value(QLatin1String(name)).toInteger()); };
  const auto decimal = [&](const char* name) { return decimalText(alert.facts.value(QLatin1String(name)).toDouble()); };
  switch (alert.kind) {
  case StockAlertKind::Oversold:
  case StockAlertKind::OverReserved:
    return StockWords::tr("%1 available; heals itself when stock comes in or orders are cancelled.")
        .arg(number("available"));
  case StockAlertKind::Out:
    return StockWords::tr("Nothing available, %1 a day are asked for.").arg(decimal("per_day"));
  case StockAlertKind::Cover:
    return StockWords::tr("Lasts %1 days; a delivery takes %2.").arg(decimal("cover_days"), decimal("lead_days"));
  case StockAlertKind::Low:
    return StockWords::tr("%1 available, the threshold is %2.").arg(number("available"), number("threshold"));
  case StockAlertKind::StaleCount:
    return StockWords::tr("Not counted for %1 days.").arg(number("days"));
  case StockAlertKind::Expiring:
    return StockWords::tr("Lot %1 expires soon.").arg(alert.lot);
  case StockAlertKind::Dead:
    return StockWords::tr("No sale for %1 days.").arg(number("days"));
  }
  Q_UNREACHABLE();
}

QString decimalText(double value, int digits)
{
  return QLocale().toString(value, 'f', digits);
}

} // namespace supercargo
