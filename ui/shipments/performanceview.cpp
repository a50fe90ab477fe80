#include "ui/shipments/performanceview.h"

#include "core/base/deliver.h"
#include "ui/shipments/parcelwords.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/couriertext.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>

namespace supercargo {
namespace {

constexpr int kSpans[] = {7, 30, 90};
constexpr int kMostLanes = 200, kMostBars = 8, kMostParcels = 5000;
enum FigureColumn { Name, Shipped, Arrived, Half, Most, OnTime, FirstTry, Problem, ColumnCount };

constexpr int kBarRow = 22;

} // namespace

void TransitChart::setBars(std::vector<Bar> bars)
{
  m_bars = std::move(bars);
  updateGeometry();
  update();
}

QSize TransitChart::sizeHint() const
{
  return {320, int(m_bars.size()) * kBarRow + px(Size::Space2)};
}

void TransitChart::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(typeFont(Size::TypeSmall));
  const QFontMetrics metrics(painter.font());
  int names = 0;
  Transit longest(1);
  for (const Bar& bar : m_bars) {
    names = std::max(names, metrics.horizontalAdvance(bar.name) + 1); // an advance is rounded
    longest = std::max(longest, bar.most.value_or(Transit(1)));
  }
  names = std::min(names, width() / 3);
  constexpr int kGap = 8, kLabel = 110;
  const double room = std::max(40, width() - names - kLabel - 2 * kGap);
  for (size_t i = 0; i < m_bars.size(); ++i) {
    const Bar& bar = m_bars[i];
    const QRectF row(0, double(i) * kBarRow, width(), kBarRow);
    painter.setPen(ink(Ink::Text));
    painter.drawText(QRectF(0, row.top(), names, kBarRow), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(bar.name, Qt::ElideRight, names));
    if (!bar.half || !bar.most)
      continue;
    const auto wide = [&](Transit took) { return room * double(took.count()) / double(longest.count()); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Ink::InfoSoft));
    painter.drawRoundedRect(QRectF(names + kGap, row.top() + 8, wide(*bar.most), kBarRow - 16), 2, 2);
    painter.setBrush(ink(Ink::Chart1));
    painter.drawRoundedRect(QRectF(names + kGap, row.top() + 5, wide(*bar.half), kBarRow - 10), 2, 2);
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(QRectF(names + 2 * kGap + wide(*bar.most), row.top(), kLabel, kBarRow),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     transitText(bar.half) + QStringLiteral(" / ") + transitText(bar.most));
  }
}

PerformanceView::PerformanceView(Database& db, std::shared_ptr<const ShipmentColumnFacts> facts, QWidget* parent)
    : QFrame(parent), m_db(db), m_facts(std::move(facts)), m_detail(new QComboBox), m_span(new QComboBox),
      m_promises(new QPushButton), m_tariffs(new QPushButton), m_note(new QLabel), m_more(new QLabel),
      m_chart(new TransitChart), m_table(new QTableWidget)
{
  build();
  retranslate();
}

void PerformanceView::build()
{
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  column->setSpacing(px(Size::Space2));
  auto* line = new QHBoxLayout;
  line->addWidget(m_detail);
  line->addWidget(m_span);
  line->addStretch(1);
  line->addWidget(m_promises);
  line->addWidget(m_tariffs);
  column->addLayout(line);
  connect(m_promises, &QPushButton::clicked, this, &PerformanceView::promisesWanted);
  connect(m_tariffs, &QPushButton::clicked, this, &PerformanceView::tariffsWanted);
  for (int i = 0; i < 2; ++i)
    m_detail->addItem(QString());
  for (int i = 0; i < int(std::size(kSpans)); ++i)
    m_span->addItem(QString());
  m_span->setCurrentIndex(1);
  setRole(m_note, "small");
  m_note->setWordWrap(true);
  column->addWidget(m_chart);
  m_table->setColumnCount(ColumnCount);
  dressPlainTable(*m_table, Name, QAbstractItemView::SelectItems); // every figure opens its own parcels
  m_states = new StateView(m_table);
  column->addWidget(m_states, 1);
  setRole(m_more, "small");
  m_more->setWordWrap(true);
  column->addWidget(m_more);
  column->addWidget(m_note);
  for (QComboBox* box : {m_detail, m_span})
    connect(box, &QComboBox::activated, this, &PerformanceView::reload);
  connect(m_states, &StateView::retryPressed, this, &PerformanceView::reload);
  connect(m_table, &QTableWidget::cellActivated, this, &PerformanceView::open);
  connect(m_table, &QTableWidget::cellClicked, this, &PerformanceView::open);
}

void PerformanceView::setGeocoder(std::shared_ptr<const Geocoder> geocoder)
{
  m_geocoder = std::move(geocoder);
  fill();
}

std::pair<Instant, Instant> PerformanceView::span() const
{
  const Instant now = m_facts->clock();
  return {now - std::chrono::hours(24 * kSpans[std::max(0, m_span->currentIndex())]), now};
}

PerformanceDetail PerformanceView::detail() const
{
  return m_detail->currentIndex() == 1 ? PerformanceDetail::Lanes : PerformanceDetail::Couriers;
}

void PerformanceView::reload()
{
  const auto [from, before] = span();
  if (m_rows.empty())
    m_states->showLoading();
  const auto read = [from = from, before = before, wanted = detail()](Connection& c) {
    return lanePerformance(c, from, before, before, wanted);
  };
  deliver(m_db.read(read), this, [this, request = ++m_request](Result<std::vector<LanePerformance>> rows) {
    if (request != m_request)
      return;
    m_isRead = rows.has_value();
    m_rows = std::move(rows).value_or(std::vector<LanePerformance>());
    fill();
    if (!m_isRead)
      m_states->showError(rows.error());
  });
}

QString PerformanceView::endText(const QString& end) const
{
  if (end.isEmpty())
    return tr("unknown");
  const auto place = m_geocoder ? m_geocoder->placeOf(end) : std::nullopt;
  if (!place)
    return end;
  return language() == u"zh_CN" || place->englishName.isEmpty() ? shortDivisionName(place->name) : place->englishName;
}

QString PerformanceView::laneText(const Lane& lane) const
{
  const QString courier = lane.courier.isEmpty() ? tr("unknown courier") : courierText(lane.courier);
  return detail() == PerformanceDetail::Couriers
             ? courier
             : QStringLiteral("%1 → %2 · %3").arg(endText(lane.origin), endText(lane.destination), courier);
}

void PerformanceView::fill()
{
  std::vector<TransitChart::Bar> bars;
  const int rows = int(std::min<size_t>(m_rows.size(), kMostLanes));
  m_table->setRowCount(rows);
  for (int row = 0; row < rows; ++row) {
    const LanePerformance& p = m_rows[size_t(row)];
    const QString texts[ColumnCount] = {
        laneText(p.lane),    numberText(p.shipped),       numberText(p.arrived),         transitText(p.half),
        transitText(p.most), percentText(p.onTimeRate()), percentText(p.firstTryRate()), percentText(p.problemRate())};
    for (int column = 0; column < ColumnCount; ++column) {
      auto* item = new QTableWidgetItem(texts[column]);
      item->setTextAlignment(Qt::AlignVCenter | (column == Name ? Qt::AlignLeft : Qt::AlignRight));
      m_table->setItem(row, column, item);
    }
    if (row < kMostBars && p.half)
      bars.push_back({texts[Name], p.half, p.most});
  }
  const bool isCut = size_t(rows) < m_rows.size();
  m_more->setVisible(isCut);
  if (isCut)
    m_more->setText(
        tr("The %1 with the most parcels of %2 are shown.").arg(numberText(rows), numberText(qint64(m_rows.size()))));
  m_chart->setVisible(!bars.empty());
  m_chart->setBars(std::move(bars));
  if (rows > 0)
    m_states->showContent();
  else if (m_isRead)
    m_states->showEmpty(QStringLiteral("chart-column"), tr("No parcel was picked up in this time."));
}

/// Each figure opens the parcels it was made of; rates open those that spoil them.
void PerformanceView::open(int row, int column)
{
  if (row < 0 || size_t(row) >= m_rows.size())
    return;
  const LanePerformance& p = m_rows[size_t(row)];
  const auto [from, before] = span();
  PerformanceFigure figure = PerformanceFigure::Shipped;
  QString what = tr("shipped");
  if (column == Arrived || column == Half || column == Most) {
    figure = PerformanceFigure::Arrived;
    what = tr("arrived");
  } else if (column == OnTime) {
    figure = PerformanceFigure::Late;
    what = tr("late");
  } else if (column == FirstTry) {
    figure = PerformanceFigure::FailedTry;
    what = tr("failed tries");
  } else if (column == Problem) {
    figure = PerformanceFigure::Problem;
    what = tr("with a problem");
  }
  const auto read = [lane = p.lane, wanted = detail(), figure, from = from, before = before](Connection& c) {
    return parcelsBehind(c, lane, wanted, figure, from, before, before, kMostParcels);
  };
  const QString name = laneText(p.lane);
  deliver(m_db.read(read), this, [this, name, what](const Result<FigureParcels>& parcels) {
    if (!parcels)
      return Q_EMIT told(errorSentence(parcels.error().kind).what);
    const QString shown = numberText(qint64(parcels->ids.size())), total = numberText(parcels->total);
    const bool isCut = qint64(parcels->ids.size()) < parcels->total;
    Q_EMIT parcelsWanted(parcels->ids, isCut ? tr("%1, %2: the first %3 of %4").arg(name, what, shown, total)
                                             : tr("%1, %2: %3").arg(name, what, total));
  });
}

void PerformanceView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void PerformanceView::retranslate()
{
  m_detail->setItemText(0, tr("By courier"));
  m_detail->setItemText(1, tr("By lane"));
  m_detail->setAccessibleName(tr("Rows"));
  m_span->setItemText(0, tr("Last 7 days"));
  m_span->setItemText(1, tr("Last 30 days"));
  m_span->setItemText(2, tr("Last 90 days"));
  m_span->setAccessibleName(tr("Time of the pick-up"));
  m_promises->setText(tr("Promises…"));
  m_promises->setToolTip(tr("In how many days buyers are promised their parcel"));
  m_tariffs->setText(tr("Tariffs…"));
  m_tariffs->setToolTip(tr("What couriers agreed to charge, so that their bills can be checked"));
  m_table->setAccessibleName(tr("Performance of couriers"));
  setHeadings(*m_table,
              {tr("Courier"), tr("Shipped"), tr("Arrived"), tr("Median"), tr("90 %"), tr("On time"), tr("First try"),
               tr("Problems")},
              {Shipped, Arrived, Half, Most, OnTime, FirstTry, Problem});
  m_chart->setAccessibleName(tr("Days on the way: half of the parcels, and nine of ten"));
  m_note->setText(
      tr("Parcels by the day of their pick-up. On time: arrived before the promise, of those whose promise "
         "has passed or that arrived. First try: delivered without a failed try, of those somebody tried to "
         "deliver. Choose a figure to see its parcels; a rate shows those that spoil it."));
  fill();
}

} // namespace supercargo
