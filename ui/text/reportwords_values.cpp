#include "ui/text/reportwords.h"

#include <QHash>

namespace supercargo {
namespace {

const QHash<QString, const char*>& segmentWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("champions"), QT_TRANSLATE_NOOP("reportwords", "Champions")},
      {QStringLiteral("loyal"), QT_TRANSLATE_NOOP("reportwords", "Loyal")},
      {QStringLiteral("at_risk"), QT_TRANSLATE_NOOP("reportwords", "At risk")},
      {QStringLiteral("newcomers"), QT_TRANSLATE_NOOP("reportwords", "Newcomers")},
      {QStringLiteral("hibernating"), QT_TRANSLATE_NOOP("reportwords", "Hibernating")},
      {QStringLiteral("others"), QT_TRANSLATE_NOOP("reportwords", "Others")},
      {QStringLiteral("guest"), QT_TRANSLATE_NOOP("reportwords", "Nobody known")},
      {QStringLiteral("no_sale"), QT_TRANSLATE_NOOP("reportwords", "No sale yet")}};
  return words;
}

const QHash<QString, const char*>& newnessWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("new"), QT_TRANSLATE_NOOP("reportwords", "New buyers")},
      {QStringLiteral("returning"), QT_TRANSLATE_NOOP("reportwords", "Returning buyers")},
      {QStringLiteral("guest"), QT_TRANSLATE_NOOP("reportwords", "Nobody known")}};
  return words;
}

const QHash<QString, const char*>& reasonWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("none"), QT_TRANSLATE_NOOP("reportwords", "Nothing wrong")}};
  return words;
}

} // namespace

QString dimensionText(const QString& dimension, const QString& value)
{
  const char* word = nullptr;
  if (dimension == QLatin1String("segment"))
    word = segmentWords().value(value);
  else if (dimension == QLatin1String("newness"))
    word = newnessWords().value(value);
  else if (dimension == QLatin1String("reason"))
    word = reasonWords().value(value);
  if (word)
    return reportWord(QString::fromLatin1(word));
  return dimension == QLatin1String("reason") || dimension == QLatin1String("status") ? reportWord(value) : value;
}

} // namespace supercargo
