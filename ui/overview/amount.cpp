#include "ui/overview/amount.h"

#include <QLocale>

namespace supercargo {

QString amountText(const Money& amount)
{
  const QString plain = amount.text(); // exact decimal text
  const bool negative = plain.startsWith(u'-');
  const QString digits = negative ? plain.mid(1) : plain;
  const qsizetype point = digits.indexOf(u'.');
  const QString whole = point < 0 ? digits : digits.left(point);
  QString text = QLocale().toString(whole.toLongLong());
  if (point >= 0)
    text += QLocale().decimalPoint() + digits.mid(point + 1);
  static const QMap<QString, QString> kSymbols = {{QStringLiteral("CNY"), QStringLiteral("¥")}, {QStringLiteral("USD"), QStringLiteral("$")},
                                                  {QStringLiteral("EUR"), QStringLiteral("€")}, {QStringLiteral("GBP"), QStringLiteral("£")}};
  const QString code = amount.currency().code();
  return (negative ? QStringLiteral("-") : QString()) + kSymbols.value(code, code + QChar(0x00a0)) + text;
}

} // namespace supercargo
