#include "core/providers/marketplace.h"
#include "tests/support/testmain.h"

using namespace std::chrono_literals;

namespace supercargo {
namespace {

Instant at(QStringView time)
{
  return *parseIso(time);
}

/// A span in pieces of one second each, in order.
std::vector<Span> seconds(const Span& span)
{
  const auto parts = halves(span, "The shop");
  if (!parts)
    return {span};
  std::vector<Span> pieces;
  for (const Span& part : *parts)
    for (const Span& piece : seconds(part))
      pieces.push_back(piece);
  return pieces;
}

} // namespace

/// Long lists are read in pieces by the time of change.
class HalvesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void pieces_holdEverySecondOnce()
  {
    const Span span{at(u"2026-01-15T01:30:00.250Z"), at(u"2026-01-15T01:31:40.900Z")};
    Instant next = at(u"2026-01-15T01:30:00Z");
    for (const Span& piece : seconds(span)) {
      QCOMPARE(piece.from, next);
      QCOMPARE(piece.to, next);
      next += 1s;
    }
    QCOMPARE(next, at(u"2026-01-15T01:31:41Z"));
  }

  void halves_areOfOneLength()
  {
    const auto parts = halves({at(u"2026-01-15T01:00:00Z"), at(u"2026-01-15T03:00:00Z")}, "The shop");
    QVERIFY(parts);
    QCOMPARE(parts->front().to, at(u"2026-01-15T02:00:00Z"));
    QCOMPARE(parts->back().from, at(u"2026-01-15T02:00:01Z"));
    QCOMPARE(parts->back().to, at(u"2026-01-15T03:00:00Z"));
  }

  void spanWithoutABeginning_beginsBeforeTheShops()
  {
    const auto parts = halves({Instant(), at(u"2026-01-15T03:00:00Z")}, "The shop");
    QVERIFY(parts);
    QVERIFY(parts->front().from > Instant() && parts->front().from < at(u"2003-05-10T00:00:00Z"));
  }

  void oneSecond_saysWhatCannotBeReadAndWhatHelps()
  {
    const auto parts = halves({at(u"2026-01-15T02:00:00Z"), at(u"2026-01-15T02:00:00.999Z")}, "The shop");
    QVERIFY(!parts);
    QCOMPARE(parts.error().kind, ErrorKind::Rejected);
    for (const char* word : {"The shop", "2026-01-15 10:00:00", "change a part of them once more"})
      QVERIFY2(parts.error().detail.contains(QLatin1String(word)), qPrintable(parts.error().detail));
  }
};

SC_TEST(HalvesTest)

} // namespace supercargo

#include "halves_test.moc"
