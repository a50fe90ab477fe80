#include "core/labels/printqueue.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};

struct Queue {
  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;

  PrintJobId add(const QString& subject)
  {
    return must(enqueuePrint(c, {PrintDocument::WaybillLabel, {}, {}, subject, QStringLiteral("76x130"), {}, 2},
                             QStringLiteral("owner"), kNow, changes));
  }
  PrintState state(PrintJobId id) { return must(printJob(c, id))->state; }
  PrintJobId take() { return must(takeNextPrint(c, kNow, changes))->id; }
};
} // namespace

class PrintQueueTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void jobs_arePrintedInTheOrderOfTheirComing();
  void crash_losesWhatWasBeingPrintedAndNothingElse();
  void reprint_takesOnlyWhatWasLost();
  void aJob_movesOnlyForward();
  void copies_areBounded();
};

void PrintQueueTest::jobs_arePrintedInTheOrderOfTheirComing()
{
  Queue q;
  const PrintJobId first = q.add(QStringLiteral("SF1")), second = q.add(QStringLiteral("SF2"));
  QVERIFY(q.changes.outbox);
  QCOMPARE(q.take(), first);
  must(notePrinted(q.c, first, kNow, q.changes));
  QCOMPARE(q.take(), second);
  must(notePrintFailed(q.c, second, QStringLiteral("no_printer"), kNow, q.changes));
  QVERIFY(!must(takeNextPrint(q.c, kNow, q.changes)));
  const auto failed = must(printJobs(q.c, {PrintState::Failed}, 10));
  QCOMPARE(failed.size(), 1);
  QCOMPARE(failed.front().error, QStringLiteral("no_printer"));
  QCOMPARE(failed.front().what.copies, 2);
  QCOMPARE(must(printJobs(q.c, {}, 10)).front().id, second); // newest first
  QCOMPARE(must(printJobs(q.c, {}, 10, second.value())).front().id, first);
}

void PrintQueueTest::crash_losesWhatWasBeingPrintedAndNothingElse()
{
  Queue q;
  const PrintJobId printed = q.add(QStringLiteral("SF1")), printing = q.add(QStringLiteral("SF2")),
                   waiting = q.add(QStringLiteral("SF3"));
  must(notePrinted(q.c, q.take(), kNow, q.changes));
  QCOMPARE(q.take(), printing);
  QCOMPARE(must(recoverPrints(q.c, kNow, q.changes)), 1);
  QCOMPARE(q.state(printed), PrintState::Printed);
  QCOMPARE(q.state(printing), PrintState::Lost);
  QCOMPARE(q.state(waiting), PrintState::Queued);
  QCOMPARE(must(recoverPrints(q.c, kNow, q.changes)), 0);
}

void PrintQueueTest::reprint_takesOnlyWhatWasLost()
{
  Queue q;
  const PrintJobId good = q.add(QStringLiteral("SF1")), jammed = q.add(QStringLiteral("SF2")),
                   refused = q.add(QStringLiteral("SF3"));
  must(notePrinted(q.c, q.take(), kNow, q.changes));
  must(notePrinted(q.c, q.take(), kNow, q.changes));
  must(notePrintFailed(q.c, q.take(), QStringLiteral("printer_gone"), kNow, q.changes));
  must(notePrintLost(q.c, jammed, kNow, q.changes));
  QCOMPARE(must(reprintLost(q.c, kNow, q.changes)), 1);
  QCOMPARE(q.state(good), PrintState::Printed);
  QCOMPARE(q.state(jammed), PrintState::Queued);
  QCOMPARE(q.state(refused), PrintState::Failed);
  must(printAgain(q.c, refused, kNow, q.changes));
  QCOMPARE(q.state(refused), PrintState::Queued);
  QVERIFY(must(printJob(q.c, refused))->error.isEmpty());
}

void PrintQueueTest::aJob_movesOnlyForward()
{
  Queue q;
  const PrintJobId id = q.add(QStringLiteral("SF1"));
  QCOMPARE(notePrinted(q.c, id, kNow, q.changes).error().kind, ErrorKind::Conflict);
  QCOMPARE(notePrintLost(q.c, id, kNow, q.changes).error().kind, ErrorKind::Conflict);
  must(cancelPrint(q.c, id, kNow, q.changes));
  QVERIFY(!must(takeNextPrint(q.c, kNow, q.changes)));
  QCOMPARE(cancelPrint(q.c, id, kNow, q.changes).error().kind, ErrorKind::Conflict);
  QCOMPARE(notePrinted(q.c, PrintJobId(99), kNow, q.changes).error().kind, ErrorKind::NotFound);
}

void PrintQueueTest::copies_areBounded()
{
  Queue q;
  for (const int copies : {0, -1, 100}) {
    const NewPrintJob wanted{PrintDocument::TestLabel, {}, {}, {}, QStringLiteral("76x130"), {}, copies};
    QCOMPARE(enqueuePrint(q.c, wanted, QStringLiteral("owner"), kNow, q.changes).error().kind, ErrorKind::Invalid);
  }
}

SC_TEST(PrintQueueTest)
#include "printqueue_test.moc"
