#include "ui/booking/rulewords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct RuleWords {
  Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

/// "from A", "below B" or both; empty: no bound.
template <class Text>
QString spanText(const std::optional<qint64>& from, const std::optional<qint64>& below, Text text)
{
  if (from && below)
    return RuleWords::tr("%1 to below %2").arg(text(*from), text(*below));
  if (from)
    return RuleWords::tr("from %1").arg(text(*from));
  return below ? RuleWords::tr("below %1").arg(text(*below)) : QString();
}

} // namespace

QString conditionsText(const ShippingConditions& when, const QHash<AccountId, QString>& shops, Currency currency)
{
  QStringList parts = when.countries + when.provinces;
  for (const AccountId shop : when.shops)
    parts << shops.value(shop);
  parts << spanText(when.weightFrom, when.weightBelow,
                    [](qint64 grams) { return RuleWords::tr("%1 g").arg(numberText(grams)); });
  parts << spanText(when.valueFrom, when.valueBelow, [&](qint64 minor) { return moneyText(Money(minor, currency)); });
  if (when.cashOnDelivery)
    parts << (*when.cashOnDelivery ? RuleWords::tr("cash on delivery") : RuleWords::tr("paid before"));
  parts.removeAll(QString());
  return parts.isEmpty() ? RuleWords::tr("every order") : parts.join(QStringLiteral(" · "));
}

QString verdictText(const RuleVerdict& verdict)
{
  switch (verdict.objection) {
  case RuleObjection::None:
    return RuleWords::tr("carries it");
  case RuleObjection::Shop:
    return RuleWords::tr("no: the order is of another shop");
  case RuleObjection::Country:
  case RuleObjection::Province:
    return verdict.told.isEmpty() ? RuleWords::tr("no: where it goes is not known")
                                  : RuleWords::tr("no: it goes to %1").arg(verdict.told);
  case RuleObjection::Value:
    return RuleWords::tr("no: it is worth %1").arg(verdict.told);
  case RuleObjection::WeightUnknown:
    return RuleWords::tr("no: its weight is not known");
  case RuleObjection::Weight:
    return RuleWords::tr("no: it weighs %1 g").arg(verdict.told);
  case RuleObjection::PaidOnDelivery:
    return RuleWords::tr("no: it is paid on delivery");
  case RuleObjection::NotPaidOnDelivery:
    return RuleWords::tr("no: it is not paid on delivery");
  }
  return {};
}

} // namespace supercargo
