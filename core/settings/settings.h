#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QTime>

namespace supercargo {

/// What one person chose on one machine: a typed key and what holds while nothing was chosen. What belongs to the shop
/// (its name, currency, time zone) is in the database instead (core/store/workspace.h).
template <class T>
struct Setting {
  QString key;
  T fallback;
};

enum class Theme { System, Light, Dark };
QString themeName(Theme theme); ///< "system", "light", "dark"

namespace settings {
extern const Setting<QString> kLanguage; ///< "en", "zh_CN"; empty: the system's
extern const Setting<Theme> kTheme;
extern const Setting<int> kTextScale;         ///< percent
extern const Setting<bool> kMaskPersonalData; ///< names and phones in lists
extern const Setting<bool> kNotifications;
extern const Setting<bool> kQuietHours;
extern const Setting<QTime> kQuietFrom, kQuietUntil; ///< local wall clock; from later than until: over midnight
extern const Setting<QString> kBackupFolder;         ///< empty: none
extern const Setting<int> kBackupKeep;               ///< how many automatic backups stay
extern const Setting<QString> kMapApprovalNumber;    ///< 审图号, drawn at the lower left of the map
extern const Setting<QString> kMapSource;            ///< core/tiles: "offline", "xyz", "wmts", "mbtiles"
extern const Setting<QString> kMapAddress, kMapLayer, kMapMatrixSet, kMapAttribution;
extern const Setting<QString> kOldMapKey; ///< a key in clear, from before keys lay in the vault (ui/maps/mapkey.h)
extern const Setting<bool> kMapNamed;     ///< the map chosen bears names of places itself
extern const Setting<bool> kMapShifted;   ///< the map chosen is in GCJ-02
extern const Setting<bool> kStayInTray;   ///< closing the window leaves the program running

Setting<QByteArray> windowGeometry(const QString& window); ///< QWidget::saveGeometry
Setting<QByteArray> windowState(const QString& window);    ///< QMainWindow::saveState
Setting<QByteArray> columnLayout(const QString& table);    ///< QHeaderView::saveState
Setting<QString> lastFilter(const QString& page);
} // namespace settings

/// An INI file in the workspace's folder; the one user of QSettings. A value that cannot be read gives the fallback.
/// GUI thread.
class Settings : public QObject {
  Q_OBJECT
public:
  explicit Settings(const QString& file);

  template <class T>
  T get(const Setting<T>& setting) const
  {
    return decoded(m_store.value(setting.key), setting.fallback);
  }
  /// Says `changed` when it was different.
  template <class T>
  void set(const Setting<T>& setting, const T& value)
  {
    if (get(setting) != value)
      put(setting.key, encoded(value));
  }

  /// Takes the choice out of the file.
  template <class T>
  void forget(const Setting<T>& setting)
  {
    if (m_store.contains(setting.key))
      remove(setting.key);
  }

  /// Writes what waits. Denied when the file cannot be written.
  Result<void> save();

Q_SIGNALS:
  void changed(const QString& key);

private:
  void put(const QString& key, const QVariant& value);
  void remove(const QString& key);

  static QVariant encoded(const QString& value) { return value; }
  static QVariant encoded(bool value) { return value; }
  static QVariant encoded(int value) { return value; }
  static QVariant encoded(const QByteArray& value) { return QString::fromLatin1(value.toBase64()); }
  static QVariant encoded(QTime value) { return value.toString(Qt::ISODate); }
  static QVariant encoded(Theme value) { return themeName(value); }
  static QString decoded(const QVariant& stored, const QString& fallback);
  static bool decoded(const QVariant& stored, bool fallback);
  static int decoded(const QVariant& stored, int fallback);
  static QByteArray decoded(const QVariant& stored, const QByteArray& fallback);
  static QTime decoded(const QVariant& stored, QTime fallback);
  static Theme decoded(const QVariant& stored, Theme fallback);

  QSettings m_store;
};

/// Whether notifications are to be silent at this time of the day.
bool isQuiet(const Settings& settings, QTime now);

} // namespace supercargo
