#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace supercargo {
namespace {

QDateTime local(Instant at, const QTimeZone& zone)
{
  return QDateTime::fromMSecsSinceEpoch(toMs(at), zone);
}

QString dash()
{
  return QStringLiteral("–");
}

} // namespace

QString figureText(Money amount)
{
  QString plain = amount.text();
  const bool negative = plain.startsWith(u'-');
  if (negative)
    plain.remove(0, 1);
  const qsizetype point = plain.indexOf(u'.');
  QString whole = point < 0 ? plain : plain.left(point);
  const QLocale locale;
  for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
    whole.insert(i, locale.groupSeparator());
  return (negative ? QStringLiteral("−") : QString()) + whole +
         (point < 0 ? QString() : locale.decimalPoint() + plain.mid(point + 1));
}

QString currencyText(Currency currency)
{
  const QString code = currency.code();
  if (code == u"CNY")
    return QStringLiteral("¥");
  if (code == u"USD")
    return QStringLiteral("US$");
  if (code == u"EUR")
    return QStringLiteral("€");
  if (code == u"GBP")
    return QStringLiteral("£");
  return code + u' ';
}

QString moneyText(Money amount)
{
  const QString text = figureText(amount);
  const bool negative = text.startsWith(QStringLiteral("−"));
  return negative ? text.left(1) + currencyText(amount.currency()) + text.mid(1)
                  : currencyText(amount.currency()) + text;
}

QString moneyText(const MoneyBag& bag)
{
  QStringList parts;
  for (const Money& amount : bag.amounts())
    parts.append(moneyText(amount));
  return parts.isEmpty() ? dash() : parts.join(QStringLiteral(" + "));
}

QString numberText(qint64 number)
{
  return QLocale().toString(number);
}

QString gramsText(qint64 grams)
{
  return numberText(grams) + QStringLiteral(" g");
}

QString countText(qint64 count, qint64 limit)
{
  return count >= limit ? numberText(limit) + u'+' : numberText(count);
}

QString percentText(std::optional<double> ratio)
{
  return ratio ? QLocale().toString(*ratio * 100.0, 'f', 1) + QStringLiteral(" %") : dash();
}

constexpr double kManyTimes = 9; ///< ten times as much

QString changeText(std::optional<double> ratio)
{
  if (!ratio)
    return dash();
  if (*ratio >= kManyTimes) // nobody reads thousands of per cent
    return QStringLiteral("▲ ×") + QLocale().toString(*ratio + 1, 'f', 0);
  const QString amount = percentText(std::abs(*ratio));
  if (std::abs(*ratio) < 0.0005)
    return QStringLiteral("±") + amount;
  return *ratio > 0 ? QStringLiteral("▲ +") + amount : QStringLiteral("▼ −") + amount;
}

QString dateText(Instant at, const QTimeZone& zone)
{
  return local(at, zone).toString(QStringLiteral("yyyy-MM-dd"));
}

QString dateTimeText(Instant at, const QTimeZone& zone)
{
  return local(at, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString timeText(Instant at, const QTimeZone& zone)
{
  return local(at, zone).toString(QStringLiteral("HH:mm"));
}

QString ageText(std::chrono::milliseconds age)
{
  const qint64 seconds = std::max<qint64>(0, age.count() / 1000);
  if (seconds < 60)
    return QCoreApplication::translate("text", "%1 s").arg(seconds);
  if (seconds < 3600)
    return QCoreApplication::translate("text", "%1 min").arg(seconds / 60);
  if (seconds < 48 * 3600)
    return QCoreApplication::translate("text", "%1 h").arg(seconds / 3600);
  return QCoreApplication::translate("text", "%1 d").arg(seconds / 86400);
}

QString relativeText(Instant at, Instant now, const QTimeZone& zone)
{
  const auto age = now - at;
  if (std::chrono::abs(age) < std::chrono::minutes(1))
    return QCoreApplication::translate("text", "just now");
  if (std::chrono::abs(age) > std::chrono::hours(24 * 30))
    return dateText(at, zone);
  return age.count() > 0 ? QCoreApplication::translate("text", "%1 ago").arg(ageText(age))
                         : QCoreApplication::translate("text", "in %1").arg(ageText(-age));
}

QString asOfText(Instant at, Instant now, const QTimeZone& zone)
{
  const bool today = local(at, zone).date() == local(now, zone).date();
  return QCoreApplication::translate("text", "as of %1").arg(today ? timeText(at, zone) : dateTimeText(at, zone));
}

QString durationText(qint64 seconds)
{
  const qint64 hours = seconds / 3600;
  const QString rest = QStringLiteral("%1:%2")
                           .arg(seconds / 60 % 60, hours ? 2 : 1, 10, QChar(u'0'))
                           .arg(seconds % 60, 2, 10, QChar(u'0'));
  return hours ? QStringLiteral("%1:").arg(hours) + rest : rest;
}

} // namespace supercargo
