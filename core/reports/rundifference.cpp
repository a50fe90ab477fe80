#include "core/reports/figures.h"
#include "core/reports/onestate.h"
#include "core/reports/render.h"
#include "core/reports/runs.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

using Why = RunDifference::Why;
using Part = FigureRow::Part;

struct StoredRun {
  KeptRun run;
  RunParts parts;
};

Result<StoredRun> storedRun(Connection& c, qint64 id)
{
  struct Raw {
    QString spec, snapshot;
    Instant ranAt;
    bool byHand;
    QByteArray parts;
  };
  SC_TRY_ASSIGN(raw, c.row(QStringLiteral("SELECT spec, snapshot, ran_at, by_hand, parts FROM report_runs WHERE id = "
                                          "?"),
                           {id}, [](const Row& row) {
                             return Raw{row.text(0), row.text(1), row.instant(2), row.flag(3), row.bytes(4)};
                           }));
  if (!raw)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no kept run %1").arg(id), QString::number(id));
  SC_TRY_ASSIGN(spec, specFromJson(QJsonDocument::fromJson(raw->spec.toUtf8()).object()));
  SC_TRY_ASSIGN(parts, unpackedParts(raw->parts));
  spec.now = raw->ranAt;
  return StoredRun{{id, spec, raw->snapshot, raw->byHand}, std::move(parts)};
}

/// How refunds of an order enter a part of a figure: −1 in net sales, 1 in refunds, 0 where they do not.
int refundSign(const Figure* figure, Part part)
{
  if (!figure)
    return 0;
  for (const FigureTerm& term : part == Part::Value ? figure->value : figure->base)
    if (term.facts == FactKind::Order && term.measure == QLatin1String("refunded"))
      return term.sign;
  return 0;
}

class Comparer {
public:
  Comparer(const RunParts& before, const RunParts& now, const Figure* figure, RunComparison& into)
      : m_before(before), m_now(now), m_figure(figure), m_into(into)
  {
  }

  void compare(const RunParts::Thing& thing, const RunParts::Amount& before, const RunParts::Amount& now)
  {
    add(thing, Part::Value, before.value, now.value);
    add(thing, Part::Base, before.base, now.base);
  }

private:
  static const RunParts::Order* find(const RunParts& parts, qint64 order)
  {
    const auto found = parts.orders.find(order);
    return found == parts.orders.end() ? nullptr : &found->second;
  }

  void add(const RunParts::Thing& thing, Part part, qint64 before, qint64 now)
  {
    if (before == now)
      return;
    const auto difference = [&](Why why, qint64 from, qint64 to) {
      m_into.differences.push_back({why, part, thing, from, to});
    };
    if (thing.kind == FigureRow::Thing::Refund)
      return difference(now == 0                           ? Why::Gone
                        : std::abs(now) > std::abs(before) ? Why::Refunded
                                                           : Why::Edited,
                        before, now);
    if (thing.kind != FigureRow::Thing::Order)
      return difference(before == 0 ? Why::Arrived : now == 0 ? Why::Gone : Why::Edited, before, now);
    const RunParts::Order *old = find(m_before, thing.order), *present = find(m_now, thing.order);
    if (!old || !present)
      return difference(!old ? Why::Arrived : Why::Gone, before, now);
    if (old->state != present->state) {
      const bool counted = (old->state & kSold) != 0, counts = (present->state & kSold) != 0;
      return difference(!counted && counts                   ? Why::Paid
                        : (present->state & kCancelled) != 0 ? Why::Cancelled
                                                             : Why::Edited,
                        before, now);
    }
    if (old->refunded == present->refunded)
      return difference(Why::Edited, before, now);
    // Refunded, and perhaps edited, too: what the refund does not explain is the edit's.
    const qint64 refund =
        old->total == present->total ? now - before : refundSign(m_figure, part) * (present->refunded - old->refunded);
    if (refund != 0)
      difference(Why::Refunded, before, before + refund);
    if (before + refund != now)
      difference(Why::Edited, before + refund, now);
  }

  const RunParts& m_before;
  const RunParts& m_now;
  const Figure* m_figure;
  RunComparison& m_into;
};

RunComparison::Sums sumsOf(const RunParts::Amounts& amounts)
{
  RunComparison::Sums sums;
  for (const auto& [thing, amount] : amounts) {
    sums[thing.currency].value += amount.value;
    sums[thing.currency].base += amount.base;
  }
  return sums;
}

/// The present state of orders that the run knew and that no figure names any more.
Result<void> addOrdersOf(Connection& c, const RunParts::Amounts& amounts, RunParts& now)
{
  for (const auto& [thing, amount] : amounts)
    if (thing.order != 0 && now.orders.find(thing.order) == now.orders.end())
      SC_TRY(c.each(QStringLiteral("SELECT status, paid_minor, total_minor, refunded_minor FROM orders WHERE id = ?"),
                    {thing.order}, [&, id = thing.order](const Row& row) {
                      now.orders[id] = {saleState(row.text(0), row.integer(1)), row.integer(2), row.integer(3)};
                    }));
  return {};
}

Result<RunParts> laterParts(Connection& c, const StoredRun& earlier, const QString& column, Instant now, qint64 later)
{
  if (later > 0) {
    SC_TRY_ASSIGN(stored, storedRun(c, later));
    if (stored.run.spec.report != earlier.run.spec.report)
      return fail(ErrorKind::Invalid, QStringLiteral("the two runs are of different reports"), QString::number(later));
    return std::move(stored.parts);
  }
  ReportSpec spec = earlier.run.spec;
  spec.now = now;
  SC_TRY_ASSIGN(parts, runParts(c, spec, column));
  SC_TRY(addOrdersOf(c, earlier.parts.figures.value(column), parts));
  return parts;
}

Result<RunComparison> compared(Connection& c, qint64 run, const QString& column, Instant now, qint64 later)
{
  SC_TRY_ASSIGN(stored, storedRun(c, run));
  if (!stored.parts.figures.contains(column))
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this run is called %1").arg(column), column);
  SC_TRY_ASSIGN(parts, laterParts(c, stored, column, now, later));
  const RunParts::Amounts before = stored.parts.figures.value(column), after = parts.figures.value(column);
  RunComparison comparison;
  comparison.earlier = stored.run;
  comparison.column = column;
  comparison.before = sumsOf(before);
  comparison.now = sumsOf(after);
  Comparer comparer(stored.parts, parts, findFigure(column), comparison);
  for (const auto& [thing, amount] : before) {
    const auto same = after.find(thing);
    comparer.compare(thing, amount, same == after.end() ? RunParts::Amount() : same->second);
  }
  for (const auto& [thing, amount] : after)
    if (before.find(thing) == before.end())
      comparer.compare(thing, {}, amount);
  std::stable_sort(
      comparison.differences.begin(), comparison.differences.end(), [](const RunDifference& a, const RunDifference& b) {
        return a.part != b.part ? a.part < b.part : std::abs(a.now - a.before) > std::abs(b.now - b.before);
      });
  return comparison;
}

} // namespace

QString differenceName(Why why)
{
  switch (why) {
  case Why::Arrived:
    return QStringLiteral("arrived");
  case Why::Paid:
    return QStringLiteral("paid");
  case Why::Refunded:
    return QStringLiteral("refunded");
  case Why::Cancelled:
    return QStringLiteral("cancelled");
  case Why::Gone:
    return QStringLiteral("gone");
  case Why::Edited:
    return QStringLiteral("edited");
  }
  Q_UNREACHABLE();
}

Result<RunComparison> compareRun(Connection& c, qint64 run, const QString& column, Instant now, qint64 later)
{
  return inOneState(c, [&] { return compared(c, run, column, now, later); });
}

Result<QStringList> figuresOfRun(Connection& c, qint64 run)
{
  SC_TRY_ASSIGN(stored, storedRun(c, run));
  return stored.parts.figures.keys();
}

} // namespace supercargo
