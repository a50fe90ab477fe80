#pragma once

#include "core/base/result.h"

#include <QLocalServer>
#include <QObject>

namespace supercargo {

/// Keeps a workspace to one window: the first start listens under a name made from the profile's path, a second one
/// only asks it to come forward. GUI thread. One user's starts do not see another's.
class SingleInstance : public QObject {
  Q_OBJECT
public:
  enum class Role { First, Second };

  explicit SingleInstance(const QString& profileDirectory, QObject* parent = nullptr);

  /// First: go on starting. Second: the running program has been asked to raise its window; leave. Waits at most
  /// a second for that answer, so call it before any window is shown. An error means that nobody can be asked.
  Result<Role> claim();

Q_SIGNALS:
  void raiseRequested();

private:
  bool askRunning() const;

  QString m_name;
  QLocalServer m_server;
};

} // namespace supercargo
