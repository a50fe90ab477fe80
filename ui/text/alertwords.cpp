#include "ui/text/alertwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace supercargo {
namespace {

struct AlertWords {
  Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

} // namespace

StatusWord alertWord(StockAlertKind kind)
{
  switch (kind) {
  case StockAlertKind::Oversold:
    return {AlertWords::tr("Oversold"), QStringLiteral("circle-x"), Tone::Danger};
  case StockAlertKind::OverReserved:
    return {AlertWords::tr("Over-reserved"), QStringLiteral("circle-alert"), Tone::Danger};
  case StockAlertKind::Out:
    return {AlertWords::tr("Out of stock"), QStringLiteral("ban"), Tone::Danger};
  case StockAlertKind::Cover:
    return {AlertWords::tr("Cover too short"), QStringLiteral("hourglass"), Tone::Warning};
  case StockAlertKind::Low:
    return {AlertWords::tr("Low"), QStringLiteral("triangle-alert"), Tone::Warning};
  case StockAlertKind::StaleCount:
    return {AlertWords::tr("Count is old"), QStringLiteral("clipboard-check"), Tone::Info};
  case StockAlertKind::Expiring:
    return {AlertWords::tr("Expires soon"), QStringLiteral("calendar"), Tone::Warning};
  case StockAlertKind::Dead:
    return {AlertWords::tr("Does not sell"), QStringLiteral("moon"), Tone::Neutral};
  }
  Q_UNREACHABLE();
}

QString alertSentence(const StockAlert& alert)
{
  const auto number = [&](const char* name) { return numberText(alert.facts.value(QLatin1String(name)).toInteger()); };
  const auto decimal = [&](const char* name) { return decimalText(alert.facts.value(QLatin1String(name)).toDouble()); };
  switch (alert.kind) {
  case StockAlertKind::Oversold:
    return AlertWords::tr("Shops sold %1 more than there are.").arg(number("oversold"));
  case StockAlertKind::OverReserved:
    return AlertWords::tr("%1 are promised that are no longer there.")
        .arg(numberText(-alert.facts.value(QLatin1String("available")).toInteger()));
  case StockAlertKind::Out:
    return AlertWords::tr("Nothing available, %1 a day are asked for.").arg(decimal("per_day"));
  case StockAlertKind::Cover:
    return AlertWords::tr("Lasts %1 days; a delivery takes %2.").arg(decimal("cover_days"), decimal("lead_days"));
  case StockAlertKind::Low:
    return AlertWords::tr("%1 here or on their way, the threshold is %2.")
        .arg(number("projected"), number("threshold"));
  case StockAlertKind::StaleCount:
    return AlertWords::tr("Not counted for %1 days.").arg(number("days"));
  case StockAlertKind::Expiring:
    return AlertWords::tr("Lot %1 expires soon.").arg(alert.lot);
  case StockAlertKind::Dead:
    return AlertWords::tr("No sale for %1 days.").arg(number("days"));
  }
  Q_UNREACHABLE();
}

QString healingSentence(const StockAlert& alert)
{
  switch (alert.kind) {
  case StockAlertKind::StaleCount:
    return AlertWords::tr("Heals itself when it is counted.");
  case StockAlertKind::Expiring:
    return AlertWords::tr("Heals itself when the lot is gone.");
  case StockAlertKind::Dead:
    return AlertWords::tr("Heals itself when one is sold.");
  default:
    break;
  }
  const QJsonObject heals = alert.facts.value(QLatin1String("heals")).toObject();
  const QString pieces = numberText(heals.value(QLatin1String("at_least")).toInteger());
  return heals.value(QLatin1String("figure")).toString() == QLatin1String("available")
             ? AlertWords::tr("Heals itself when at least %1 are available.").arg(pieces)
             : AlertWords::tr("Heals itself when at least %1 are here or on their way.").arg(pieces);
}

QString decimalText(double value, int digits)
{
  return QLocale().toString(value, 'f', digits);
}

} // namespace supercargo
