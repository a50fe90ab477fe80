#pragma once

#include "core/db/database.h"
#include "core/labels/printqueue.h"
#include "core/store/workspace.h"
#include "ui/print/printing.h"

#include <QObject>

namespace supercargo {

class Settings;

/// Prints what stands in the queue, one job after the other, each as soon as it is there. One in a program: made by the
/// main window. What was being printed when the program died is marked lost first. GUI thread.
/// Whoever sends must tell in the end, or everything behind it waits for good.
class PrintRunner : public QObject {
  Q_OBJECT
public:
  PrintRunner(Database& db, const Settings* settings, Clock clock, const WorkspaceInfo& workspace,
              QObject* parent = nullptr, SendMatter send = printMatter);

  void start();
  bool isBusy() const { return m_busy; }

Q_SIGNALS:
  void failed(const QString& subject, const QString& sentence); ///< translated
  void rested();                                                ///< nothing waits any more

private:
  void pump();
  void print(const PrintJob& job);
  void end(const PrintJob& job, const Result<void>& result);

  Database& m_db;
  const Settings* m_settings;
  Clock m_clock;
  WorkspaceInfo m_workspace;
  SendMatter m_send;
  bool m_started = false, m_busy = false, m_again = false;
};

} // namespace supercargo
