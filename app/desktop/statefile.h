#pragma once

#include "ui/pages.h"

#include <QSettings>

namespace supercargo {

/// What the window remembers of itself, in the profile's settings.ini.
class StateFile {
public:
  explicit StateFile(const QString& file) : m_settings(file, QSettings::IniFormat) {}

  QString text(const QString& key, const QString& otherwise = {}) const
  {
    return m_settings.value(key, otherwise).toString();
  }
  void setText(const QString& key, const QString& text) { m_settings.setValue(key, text); }

  UiState uiState()
  {
    return {[this](const QString& key) { return m_settings.value(QStringLiteral("state/") + key).toByteArray(); },
            [this](const QString& key, const QByteArray& bytes) {
              m_settings.setValue(QStringLiteral("state/") + key, bytes);
            }};
  }

private:
  QSettings m_settings;
};

} // namespace supercargo
