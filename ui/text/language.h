#pragma once

#include <QLocale>
#include <QString>

namespace supercargo {

/// The languages there are: "en", "zh_CN".
QStringList languages();
/// The one that suits the system.
QString systemLanguage();
/// Switches the whole application at once: translations of every folder (:/i18n), Qt's own, and QLocale(). Widgets
/// learn of it through QEvent::LanguageChange. GUI thread, with a QCoreApplication.
void setLanguage(const QString& language);
QString language();

} // namespace supercargo
