#include "core/settings/settings.h"

namespace supercargo {

namespace settings {
const Setting<QString> kLanguage{QStringLiteral("look/language"), {}};
const Setting<Theme> kTheme{QStringLiteral("look/theme"), Theme::System};
const Setting<int> kTextScale{QStringLiteral("look/text_scale"), 100};
const Setting<bool> kMaskPersonalData{QStringLiteral("privacy/mask"), true};
const Setting<bool> kNotifications{QStringLiteral("notifications/on"), true};
const Setting<bool> kQuietHours{QStringLiteral("notifications/quiet"), false};
const Setting<QTime> kQuietFrom{QStringLiteral("notifications/quiet_from"), QTime(22, 0)};
const Setting<QTime> kQuietUntil{QStringLiteral("notifications/quiet_until"), QTime(8, 0)};
const Setting<QString> kBackupFolder{QStringLiteral("backup/folder"), {}};
const Setting<int> kBackupKeep{QStringLiteral("backup/keep"), 14};
const Setting<QString> kMapApprovalNumber{QStringLiteral("map/approvalNumber"), {}};
const Setting<QString> kMapSource{QStringLiteral("map/source"), QStringLiteral("offline")};
const Setting<QString> kMapAddress{QStringLiteral("map/address"), {}};
const Setting<QString> kMapLayer{QStringLiteral("map/layer"), {}};
const Setting<QString> kMapMatrixSet{QStringLiteral("map/matrixSet"), {}};
const Setting<QString> kMapAttribution{QStringLiteral("map/attribution"), {}};
const Setting<QString> kOldMapKey{QStringLiteral("map/key"), {}};
const Setting<bool> kMapNamed{QStringLiteral("map/named"), true};
const Setting<bool> kMapShifted{QStringLiteral("map/shifted"), false};
const Setting<bool> kStayInTray{QStringLiteral("background/tray"), false};

Setting<QByteArray> windowGeometry(const QString& window)
{
  return {QStringLiteral("windows/%1/geometry").arg(window), {}};
}
Setting<QByteArray> windowState(const QString& window)
{
  return {QStringLiteral("windows/%1/state").arg(window), {}};
}
Setting<QByteArray> columnLayout(const QString& table)
{
  return {QStringLiteral("columns/%1").arg(table), {}};
}
Setting<QString> lastFilter(const QString& page)
{
  return {QStringLiteral("filters/%1").arg(page), {}};
}
} // namespace settings

QString themeName(Theme theme)
{
  switch (theme) {
  case Theme::Light:
    return QStringLiteral("light");
  case Theme::Dark:
    return QStringLiteral("dark");
  case Theme::System:
    break;
  }
  return QStringLiteral("system");
}

Settings::Settings(const QString& file) : m_store(file, QSettings::IniFormat) {}

void Settings::put(const QString& key, const QVariant& value)
{
  m_store.setValue(key, value);
  Q_EMIT changed(key);
}

void Settings::remove(const QString& key)
{
  m_store.remove(key);
  Q_EMIT changed(key);
}

Result<void> Settings::save()
{
  m_store.sync();
  if (m_store.status() == QSettings::AccessError)
    return fail(ErrorKind::Denied, QStringLiteral("the settings cannot be written"), m_store.fileName());
  return {};
}

QString Settings::decoded(const QVariant& stored, const QString& fallback)
{
  return stored.isValid() ? stored.toString() : fallback;
}

bool Settings::decoded(const QVariant& stored, bool fallback)
{
  const QString text = stored.toString();
  return text == QLatin1String("true") ? true : text == QLatin1String("false") ? false : fallback;
}

int Settings::decoded(const QVariant& stored, int fallback)
{
  bool ok = false;
  const int value = stored.toInt(&ok);
  return ok ? value : fallback;
}

QByteArray Settings::decoded(const QVariant& stored, const QByteArray& fallback)
{
  if (!stored.isValid())
    return fallback;
  const auto bytes =
      QByteArray::fromBase64Encoding(stored.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
  return bytes ? *bytes : fallback;
}

QTime Settings::decoded(const QVariant& stored, QTime fallback)
{
  const QTime time = QTime::fromString(stored.toString(), Qt::ISODate);
  return time.isValid() ? time : fallback;
}

Theme Settings::decoded(const QVariant& stored, Theme fallback)
{
  for (Theme theme : {Theme::System, Theme::Light, Theme::Dark})
    if (stored.toString() == themeName(theme))
      return theme;
  return fallback;
}

bool isQuiet(const Settings& settings, QTime now)
{
  if (!settings.get(settings::kQuietHours))
    return false;
  const QTime from = settings.get(settings::kQuietFrom), until = settings.get(settings::kQuietUntil);
  return from <= until ? from <= now && now < until : now >= from || now < until;
}

} // namespace supercargo
