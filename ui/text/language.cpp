#include "ui/text/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace supercargo {
namespace {

constexpr auto kOwned = "supercargo translator";

void install(const QString& file)
{
  auto* translator = new QTranslator(QCoreApplication::instance());
  translator->setObjectName(QLatin1String(kOwned));
  if (translator->load(file))
    QCoreApplication::installTranslator(translator);
  else
    delete translator;
}

} // namespace

QStringList languages()
{
  return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString systemLanguage()
{
  return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void setLanguage(const QString& wanted)
{
  QLocale::setDefault(wanted == u"en" ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale(wanted));
  const auto old =
      QCoreApplication::instance()->findChildren<QTranslator*>(QLatin1String(kOwned), Qt::FindDirectChildrenOnly);
  if (wanted != u"en")
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_%1.qm").arg(wanted));
  const QDir folder(QStringLiteral(":/i18n")); // of English: its plurals
  for (const QString& file : folder.entryList({QStringLiteral("*_%1.qm").arg(wanted)}))
    install(folder.filePath(file));
  qDeleteAll(old);
}

QString language()
{
  return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace supercargo
