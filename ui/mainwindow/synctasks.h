#pragma once

#include "core/sync/engine.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>

namespace supercargo {

class Task;

/// What the engine reads, as tasks of the status bar. Every pass that somebody asked for, wherever, is one task over
/// all accounts and streams of it. What the schedule reads is none until there is much to come: then all of that is one
/// task. GUI thread.
class SyncTasks : public QObject {
  Q_OBJECT
public:
  using BeginTask = std::function<Task*(const QString& title)>;
  static constexpr qint64 kLarge = 5'000; ///< records to come
  static constexpr std::chrono::minutes kSilence{5};

  SyncTasks(SyncEngine& engine, BeginTask beginTask, Clock clock, QObject* parent = nullptr);

  /// An import that was dropped, by a pause or with its account, ends without a word: after kSilence it is no task any
  /// more. If it does go on, it is one again.
  void forgetSilent();

private:
  struct Pass {
    PassProgress progress;
    QPointer<Task> task;
  };
  struct Import {
    AccountId account;
    Stream stream = Stream::Orders;
    qint64 done = 0, total = -1;
    bool isOver = false;
    Instant heardAt{};
  };

  void showPass(const PassProgress& progress);
  void endPass(int pass);
  void showRun(AccountId account, Stream stream, qint64 done, qint64 total);
  void endRun(const SyncReport& report);
  bool isOfPass(AccountId account, Stream stream) const;
  Import* importOf(AccountId account, Stream stream);
  void showImports();

  SyncEngine& m_engine;
  BeginTask m_beginTask;
  Clock m_clock;
  std::map<int, Pass> m_passes;
  std::vector<Import> m_imports; ///< of the schedule; those that are over too, until all are
  QPointer<Task> m_importTask;
  QTimer m_tick;
};

} // namespace supercargo
