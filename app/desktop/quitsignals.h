#pragma once

#include <QObject>

namespace supercargo {

/// Turns SIGTERM, SIGINT and SIGHUP into an ordinary end of the program: windows are closed with their state saved, the
/// database after them. One in a process; elsewhere than on Unix it does nothing, the system sends windows their close.
class QuitSignals : public QObject {
  Q_OBJECT
public:
  explicit QuitSignals(QObject* parent = nullptr);

Q_SIGNALS:
  void received();
};

} // namespace supercargo
