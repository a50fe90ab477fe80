#include "ui/reports/optionwords.h"

#include "core/reports/figures.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QHash>

namespace supercargo {
namespace {

QString worded(const QHash<QString, const char*>& words, const QString& key)
{
  const char* english = words.value(key);
  return english ? QCoreApplication::translate("options", english) : QString();
}

} // namespace

QString optionTitle(const QString& option)
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("grain"), QT_TRANSLATE_NOOP("options", "By")},
      {QStringLiteral("level"), QT_TRANSLATE_NOOP("options", "By")},
      {QStringLiteral("by"), QT_TRANSLATE_NOOP("options", "By")},
      {QStringLiteral("show"), QT_TRANSLATE_NOOP("options", "Show")},
      {QStringLiteral("months"), QT_TRANSLATE_NOOP("options", "Months to come")},
      {QStringLiteral("dimensions"), QT_TRANSLATE_NOOP("options", "Rows")},
      {QStringLiteral("columns"), QT_TRANSLATE_NOOP("options", "Columns")},
      {QStringLiteral("figures"), QT_TRANSLATE_NOOP("options", "Figures")},
      {QStringLiteral("product"), QT_TRANSLATE_NOOP("options", "Article (SKU)")},
      {QStringLiteral("tolerance"), QT_TRANSLATE_NOOP("options", "Tolerance, %")},
      {QStringLiteral("a_to"), QT_TRANSLATE_NOOP("options", "A up to, %")},
      {QStringLiteral("b_to"), QT_TRANSLATE_NOOP("options", "B up to, %")},
      {QStringLiteral("sort"), QT_TRANSLATE_NOOP("options", "Sort by")},
      {QStringLiteral("commission"), QT_TRANSLATE_NOOP("options", "Commission, %")},
      {QStringLiteral("advertising"), QT_TRANSLATE_NOOP("options", "Advertising, %")},
      {QStringLiteral("freight"), QT_TRANSLATE_NOOP("options", "Freight a parcel")},
      {QStringLiteral("packaging"), QT_TRANSLATE_NOOP("options", "Packaging an order")},
      {QStringLiteral("handling"), QT_TRANSLATE_NOOP("options", "Handling an order")},
      {QStringLiteral("return_freight"), QT_TRANSLATE_NOOP("options", "Freight a return")}};
  const QString word = worded(words, option);
  return word.isEmpty() ? option : word;
}

QString choiceText(const QString& choice, const QString& option)
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("day"), QT_TRANSLATE_NOOP("options", "Day")},
      {QStringLiteral("week"), QT_TRANSLATE_NOOP("options", "Week")},
      {QStringLiteral("month"), QT_TRANSLATE_NOOP("options", "Month")},
      {QStringLiteral("shop"), QT_TRANSLATE_NOOP("options", "Shop")},
      {QStringLiteral("channel"), QT_TRANSLATE_NOOP("options", "Channel")},
      {QStringLiteral("product"), QT_TRANSLATE_NOOP("options", "Product")},
      {QStringLiteral("category"), QT_TRANSLATE_NOOP("options", "Category")},
      {QStringLiteral("province"), QT_TRANSLATE_NOOP("options", "Province")},
      {QStringLiteral("city"), QT_TRANSLATE_NOOP("options", "City")},
      {QStringLiteral("method"), QT_TRANSLATE_NOOP("options", "Payment method")},
      {QStringLiteral("reason"), QT_TRANSLATE_NOOP("options", "Reason")},
      {QStringLiteral("payment_status"), QT_TRANSLATE_NOOP("options", "Payment status")},
      {QStringLiteral("decline_reason"), QT_TRANSLATE_NOOP("options", "Decline reason")},
      {QStringLiteral("parcel_status"), QT_TRANSLATE_NOOP("options", "Parcel status")},
      {QStringLiteral("age"), QT_TRANSLATE_NOOP("options", "Hours waiting")},
      {QStringLiteral("courier"), QT_TRANSLATE_NOOP("options", "Courier")},
      {QStringLiteral("weekday"), QT_TRANSLATE_NOOP("options", "Weekday")},
      {QStringLiteral("hour"), QT_TRANSLATE_NOOP("options", "Hour")},
      {QStringLiteral("segment"), QT_TRANSLATE_NOOP("options", "Segment")},
      {QStringLiteral("newness"), QT_TRANSLATE_NOOP("options", "New or returning")},
      {QStringLiteral("warehouse"), QT_TRANSLATE_NOOP("options", "Warehouse")},
      {QStringLiteral("supplier"), QT_TRANSLATE_NOOP("options", "Supplier")},
      {QStringLiteral("zone"), QT_TRANSLATE_NOOP("options", "Zone (province)")},
      {QStringLiteral("lane"), QT_TRANSLATE_NOOP("options", "Lane")},
      {QStringLiteral("account"), QT_TRANSLATE_NOOP("options", "Connection")},
      {QStringLiteral("operation"), QT_TRANSLATE_NOOP("options", "Endpoint")},
      {QStringLiteral("grid"), QT_TRANSLATE_NOOP("options", "Recency and frequency")},
      {QStringLiteral("share"), QT_TRANSLATE_NOOP("options", "Share of customers")},
      {QStringLiteral("customers"), QT_TRANSLATE_NOOP("options", "Customers")}};
  if (choice.isEmpty() && option == QLatin1String("columns"))
    return QCoreApplication::translate("options", "None");
  if (choice.isEmpty()) // no figure to sort by
    return QCoreApplication::translate("options", "Its rows");
  const QString word = worded(words, choice);
  if (!word.isEmpty())
    return word;
  const Figure* figure = findFigure(choice);
  return figure ? reportWord(figure->title) : choice;
}

} // namespace supercargo
