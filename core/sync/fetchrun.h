#pragma once

#include "core/store/goneproducts.h"
#include "core/sync/accountlink.h"
#include "core/sync/pageguard.h"
#include "core/sync/pagestore.h"
#include "core/sync/report.h"
#include "core/sync/window.h"

#include <QSet>

#include <deque>

namespace supercargo {

/// What one run should do.
struct RunOrder {
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  Priority priority = Priority::Background;
  bool full = false; ///< discover: from the beginning of history
  int historyDays = 0;
  QStringList ids = {}; ///< revisit: these records, whether they are due or not
};

/// One run of one stream and loop of one account: plan, ask, parse, store page by page, and at the end of every part
/// move the cursor in the transaction of its last page. Killed anywhere, it can be repeated. Lives in the sync thread;
/// while a page is being stored, the next one is already asked for.
class FetchRun : public QObject {
  Q_OBJECT
public:
  FetchRun(AccountLink& link, Database& database, Timing timing, RunOrder order);
  ~FetchRun() override;

  void start();
  const RunOrder& order() const { return m_order; }

Q_SIGNALS:
  void progressed(qint64 done, qint64 total); ///< total -1: not known
  void finished(const supercargo::SyncReport& report);

private:
  /// A window or a batch of ids; its end is a point from which the next run can go on.
  struct Part {
    Loop loop = Loop::Discover;
    Window window;
    QStringList ids;
    bool closesList = false; ///< asks nothing: what a complete reading has found is stored
  };

  /// An audit's first part; its second compares a sample.
  static bool countsOnly(const Part& part)
  {
    return part.loop == Loop::Audit && part.ids.isEmpty() && !part.closesList;
  }
  /// Whether the part reads all products that the shop has.
  bool readsWholeList(const Part& part) const { return m_isComplete && part.loop == Loop::Discover; }

  void planDiscover(const StreamState& state);
  void planRevisit(const QStringList& ids);
  void planAudit(const StreamState& state);
  void beginPart();
  void endPart();
  void askNext();
  void answered(CallEnd end, const HttpRequest& request);
  void understood(const HttpRequest& request, CallRecord record);
  bool windowWasWrong() const;
  void noteMet(const HttpRequest& request, const Snapshots& snapshots);
  bool missedAPage() const;
  void readPartAgain();
  FetchedPage newPage() const;
  void closePart(FetchedPage& page) const;
  void skipRefused(const HttpRequest& request, const Error& error);
  void arrived(FetchedPage page);
  void pump();
  void store(FetchedPage page);
  void stored(const Result<UpsertCount>& count, bool lastOfPart);
  void compareCounts();
  void judgeList();
  void askForMissing(const std::vector<KnownProduct>& known);
  void closeList(FetchedPage& page) const;
  void giveUp(const Error& error);
  void finish(std::optional<Error> error);

  AccountLink& m_link;
  Database& m_database;
  Timing m_timing;
  RunOrder m_order;
  const StreamDeclaration* m_declared;
  SyncReport m_report;
  Instant m_startedAt;
  StreamState m_state;
  std::deque<Part> m_parts;

  FetchContext m_context;
  std::deque<HttpRequest> m_requests;
  PageGuard m_guard;
  std::vector<FailureFrame> m_frames;
  std::optional<FetchStep> m_step; ///< what the provider understood of the answer at hand
  std::optional<QString> m_cursor;
  std::chrono::milliseconds m_plannedOffset{0}; ///< the provider's clock less ours when the windows were planned
  QSet<QByteArray> m_answered;                  ///< questions of this part that had an answer
  QSet<QString> m_spokenOf;                     ///< ids of the records that the answers of this part held
  QSet<QString> m_metInLists;                   ///< the same, each with the call that held it
  qint64 m_met = 0;                             ///< how often they did
  bool m_pageCameTwice = false;                 ///< an answer of this part told nothing new
  qint64 m_partTotal = -1;                      ///< what the provider says this part holds; -1: it does not
  bool m_isComplete = false;                    ///< all products are read, whenever they changed
  bool m_hasUnreadable = false;                 ///< a record of this part was not understood
  MissedProducts m_missed;
  int m_rereads = 0;
  qint64 m_done = 0, m_total = -1;
  std::optional<qint64> m_remoteTotal;
  qint64 m_wrong = 0; ///< records of this part that were not as the provider has them

  std::optional<AccountLink::Ticket> m_asking;
  std::optional<FetchedPage> m_ready;
  bool m_storing = false, m_replanned = false, m_over = false;
};

} // namespace supercargo
