#include "core/reports/runparts.h"

#include "core/reports/onestate.h"
#include "core/store/daycut.h"
#include "core/store/facts.h"
#include "core/store/orderid.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace supercargo {
namespace {

constexpr size_t kMostOrders = 300'000, kMostParts = 1'000'000;

const QString kOrderColumns = QStringLiteral("SELECT id, status, paid_minor, total_minor, refunded_minor FROM orders");

void note(RunParts& parts, const Row& row)
{
  parts.orders[row.integer(0)] = {saleState(row.text(1), row.integer(2)), row.integer(3), row.integer(4)};
}

Result<void> addOrdersOfSpan(Connection& c, const ReportSpec& spec, RunParts& parts)
{
  const DayCut cut(spec.timeZone);
  const qint64 from = firstOrderKeyAt(cut.startOf(DayCut::number(spec.from))),
               before = firstOrderKeyAt(cut.startOf(DayCut::number(spec.to) + 1));
  SC_TRY(c.each(kOrderColumns + QStringLiteral(" WHERE id >= ? AND id < ? LIMIT ?"),
                {from, before, qint64(kMostOrders) + 1}, [&](const Row& row) { note(parts, row); }));
  if (parts.orders.size() > kMostOrders)
    return fail(ErrorKind::TooLarge, QStringLiteral("runs over more than 300,000 orders are not kept"), spec.report);
  return {};
}

Result<void> addFigure(Connection& c, const ReportSpec& spec, const QString& column, RunParts& parts)
{
  SC_TRY_ASSIGN(rows, rowsOf(c, spec, column, {}));
  RunParts::Amounts& amounts = parts.figures[column];
  for (const FigureRow& row : rows) {
    const auto kind = row.thing == FigureRow::Thing::Line ? FigureRow::Thing::Order : row.thing;
    const qint64 order = row.order ? row.order->value() : 0;
    RunParts::Amount& amount = amounts[{kind, order, row.number, row.currency}];
    (row.part == FigureRow::Part::Value ? amount.value : amount.base) += row.amount;
    if (order != 0 && parts.orders.find(order) == parts.orders.end())
      SC_TRY(c.each(kOrderColumns + QStringLiteral(" WHERE id = ?"), {order},
                    [&](const Row& found) { note(parts, found); }));
  }
  return {};
}

bool isFigure(const ReportColumn& column)
{
  return !column.figure.isEmpty() && !column.key.endsWith(QLatin1String(".before")) &&
         !column.key.endsWith(QLatin1String(".change"));
}

Result<RunParts> gathered(Connection& c, const ReportSpec& spec, const QString& onlyColumn)
{
  SC_TRY_ASSIGN(result, runReport(c, spec));
  RunParts parts;
  SC_TRY(addOrdersOfSpan(c, result.spec, parts));
  size_t count = 0;
  for (const ReportColumn& column : result.columns) {
    if (!isFigure(column) || (!onlyColumn.isEmpty() && column.key != onlyColumn))
      continue;
    SC_TRY(addFigure(c, result.spec, column.key, parts));
    count += parts.figures[column.key].size();
    if (count > kMostParts)
      return fail(ErrorKind::TooLarge, QStringLiteral("runs of more than a million parts are not kept"), spec.report);
  }
  if (parts.figures.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("this report has no figures that could be explained"),
                onlyColumn.isEmpty() ? spec.report : onlyColumn);
  return parts;
}

/// A fraction is none: beyond the range of integers, Qt's own conversion is undefined.
qint64 integerOf(const QCborValue& value, qint64 otherwise = 0)
{
  return value.isInteger() ? value.toInteger() : otherwise;
}

} // namespace

Result<RunParts> runParts(Connection& c, const ReportSpec& spec, const QString& onlyColumn)
{
  return inOneState(c, [&] { return gathered(c, spec, onlyColumn); });
}

QByteArray packedParts(const RunParts& parts)
{
  // Flat lists of numbers: a third of the size of lists of lists.
  QCborArray orders;
  for (const auto& [id, order] : parts.orders) {
    orders.append(id);
    orders.append(order.state);
    orders.append(order.total);
    orders.append(order.refunded);
  }
  std::map<RunParts::Thing, qint64> places;
  for (const RunParts::Amounts& amounts : parts.figures)
    for (const auto& [thing, amount] : amounts)
      places.emplace(thing, 0);
  QCborArray things;
  qint64 place = 0;
  for (auto& [thing, at] : places) {
    at = place++;
    things.append(int(thing.kind));
    things.append(thing.order);
    things.append(thing.number);
    things.append(thing.currency);
  }
  QCborMap figures;
  for (auto figure = parts.figures.cbegin(); figure != parts.figures.cend(); ++figure) {
    QCborArray amounts;
    for (const auto& [thing, amount] : *figure) {
      amounts.append(places.at(thing));
      amounts.append(amount.value);
      amounts.append(amount.base);
    }
    figures.insert(figure.key(), amounts);
  }
  const QCborMap all{
      {QStringLiteral("orders"), orders}, {QStringLiteral("things"), things}, {QStringLiteral("figures"), figures}};
  return qCompress(all.toCborValue().toCbor(), 3);
}

Result<RunParts> unpackedParts(const QByteArray& bytes)
{
  const auto broken = [] { return fail(ErrorKind::BadResponse, QStringLiteral("a kept run cannot be read")); };
  QCborParserError fault;
  const QCborValue root = QCborValue::fromCbor(qUncompress(bytes), &fault);
  // What breaks off leaves a name without its value, over which Qt's map stumbles as soon as it is asked for something.
  if (fault.error != QCborError::NoError)
    return broken();
  const QCborMap all = root.toMap();
  const QCborArray orders = all.value(QStringLiteral("orders")).toArray(),
                   things = all.value(QStringLiteral("things")).toArray();
  const QCborMap figures = all.value(QStringLiteral("figures")).toMap();
  if (figures.isEmpty() || orders.size() % 4 != 0 || things.size() % 4 != 0)
    return broken();
  RunParts parts;
  for (qsizetype i = 0; i < orders.size(); i += 4)
    parts.orders[integerOf(orders[i])] = {int(integerOf(orders[i + 1])), integerOf(orders[i + 2]),
                                          integerOf(orders[i + 3])};
  std::vector<RunParts::Thing> known;
  for (qsizetype i = 0; i < things.size(); i += 4) {
    const qint64 kind = integerOf(things[i], -1);
    if (kind < 0 || kind > qint64(FigureRow::Thing::Account))
      return broken();
    known.push_back(
        {FigureRow::Thing(kind), integerOf(things[i + 1]), things[i + 2].toString(), things[i + 3].toString()});
  }
  for (const auto& [name, list] : figures) {
    const QCborArray amounts = list.toArray();
    RunParts::Amounts& own = parts.figures[name.toString()];
    for (qsizetype i = 0; i + 2 < amounts.size(); i += 3) {
      const qint64 place = integerOf(amounts[i], -1);
      if (place < 0 || place >= qint64(known.size()))
        return broken();
      own[known[size_t(place)]] = {integerOf(amounts[i + 1]), integerOf(amounts[i + 2])};
    }
  }
  return parts;
}

} // namespace supercargo
