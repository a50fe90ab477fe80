#include "ui/inventory/stockcolumns.h"

#include "core/stock/articledemand.h"
#include "ui/inventory/stockwords.h"

#include <QCoreApplication>

#include <numeric>

namespace supercargo {

const char* const kSparkColumn = "recent";
const char* const kPictureColumn = "title";

namespace {

struct StockColumns {
  Q_DECLARE_TR_FUNCTIONS(StockColumns)
};

Cell numberCell(qint64 number)
{
  return Cell{number == 0 ? QStringLiteral("–") : numberText(number)};
}

Column<StockListRow> numberColumn(const char* key, std::function<QString()> title, int width,
                                  qint64 (*value)(const StockListRow&), std::optional<int> sort = {}, bool shown = true)
{
  return {key,
          std::move(title),
          width,
          Qt::AlignRight,
          [value](const StockListRow& r) { return numberCell(value(r)); },
          [value](const StockListRow& r) { return QVariant(value(r)); },
          sort,
          shown};
}

Cell alertCell(const StockListRow& r)
{
  Cell cell;
  if (!r.known) {
    cell.text = StockColumns::tr("Not counted");
    cell.icon = QStringLiteral("circle-question-mark");
    return cell;
  }
  if (!r.alert)
    return cell;
  const StatusWord word = alertWord(*r.alert);
  cell.text = word.word;
  cell.icon = word.icon;
  cell.tone = word.tone;
  return cell;
}

Cell coverCell(const StockListRow& r)
{
  Cell cell;
  if (const auto cover = r.daysOfCover())
    cell.text = *cover > 999 ? QStringLiteral("> 999") : decimalText(*cover);
  else
    cell.text = QStringLiteral("–");
  cell.tip = r.perDay ? StockColumns::tr("%1 a day are expected").arg(decimalText(*r.perDay, 2))
                      : StockColumns::tr("Demand is being computed");
  return cell;
}

/// What the little line shows, in words for those who do not see it.
Cell recentCell(const StockListRow& r)
{
  Cell cell;
  const auto days = recentFromText(r.recent.toLatin1());
  const auto sold = qint64(std::accumulate(days.begin(), days.end(), 0.0));
  cell.text = days.empty() ? QString() : StockColumns::tr("%1 sold").arg(numberText(sold));
  cell.tip = days.empty() ? QString() : StockColumns::tr("%1 sold in 30 days").arg(numberText(sold));
  return cell;
}

} // namespace

std::vector<Column<StockListRow>> stockColumns()
{
  const auto left = Qt::AlignLeft;
  std::vector<Column<StockListRow>> columns{
      {"sku",
       [] { return StockColumns::tr("SKU"); },
       96,
       left,
       [](const StockListRow& r) { return Cell{r.sku}; },
       {},
       int(StockSort::Sku)},
      {kPictureColumn, [] { return StockColumns::tr("Article"); }, 168, left,
       [](const StockListRow& r) { return Cell{r.title}; }, [](const StockListRow& r) { return QVariant(r.picture); }},
      {"alert", [] { return StockColumns::tr("Alert"); }, 124, left, alertCell,
       [](const StockListRow& r) { return r.alert ? QVariant(stockAlertKindName(*r.alert)) : QVariant(); }},
      numberColumn(
          "available", [] { return StockColumns::tr("Available"); }, 76,
          [](const StockListRow& r) { return r.available(); }, int(StockSort::AvailableAscending)),
      {"cover", [] { return StockColumns::tr("Cover, days"); }, 84, Qt::AlignRight, coverCell,
       [](const StockListRow& r) { return r.daysOfCover() ? QVariant(*r.daysOfCover()) : QVariant(); },
       int(StockSort::CoverAscending)},
      {kSparkColumn, [] { return StockColumns::tr("30 days"); }, 88, left, recentCell,
       [](const StockListRow& r) { return QVariant(r.recent); }, int(StockSort::DemandDescending)},
      {"warehouse", [] { return StockColumns::tr("Warehouse"); }, 112, left,
       [](const StockListRow& r) { return Cell{warehouseWord(r.warehouse)}; }},
      numberColumn(
          "on_hand", [] { return StockColumns::tr("On hand"); }, 76, [](const StockListRow& r) { return r.onHand; }),
      numberColumn(
          "reserved", [] { return StockColumns::tr("Reserved"); }, 76,
          [](const StockListRow& r) { return r.reserved; }),
      numberColumn(
          "incoming", [] { return StockColumns::tr("Incoming"); }, 76,
          [](const StockListRow& r) { return r.incoming; }),
      {"class", [] { return StockColumns::tr("Class"); }, 56, Qt::AlignHCenter,
       [](const StockListRow& r) { return Cell{r.valueClass + r.steadiness}; }},
      numberColumn(
          "blocked", [] { return StockColumns::tr("Blocked"); }, 76, [](const StockListRow& r) { return r.blocked; },
          {}, false),
      numberColumn(
          "in_transfer", [] { return StockColumns::tr("In transfer"); }, 88,
          [](const StockListRow& r) { return r.inTransfer; }, {}, false),
  };
  return columns;
}

RowSource<StockListRow> stockSource(Database& db, const StockListFilter& filter, StockSort sort)
{
  RowSource<StockListRow> source;
  source.window = [&db, filter, sort](const std::optional<StockListRow>& after, int limit) {
    const StockListQuery query{filter, sort, after, limit};
    return db.read([query](Connection& c) { return stockListRows(c, query); });
  };
  source.total = [&db, filter] { return db.read([filter](Connection& c) { return stockListCount(c, filter); }); };
  source.id = [](const StockListRow& row) { return row.id(); };
  return source;
}

} // namespace supercargo
