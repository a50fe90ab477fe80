#include "ui/connections/callhistorycard.h"

#include "core/base/deliver.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/latencychart.h"
#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {
enum HistoryColumn { From, Calls, Errors, Share, P50, P95, P99, HistoryColumnCount };

QString figure(std::optional<double> value)
{
  return value ? numberText(qRound64(*value)) : QStringLiteral("–");
}
} // namespace

CallHistoryCard::CallHistoryCard(Database& db, Clock clock, const QTimeZone& zone, QWidget* parent)
    : QFrame(parent), m_db(db), m_clock(std::move(clock)), m_zone(zone)
{
  setRole(this, "card");
  m_chart = new LatencyChart(zone);
  m_summary = new QLabel(this);
  m_summary->setWordWrap(true);
  m_chosen = new QLabel(this);
  setRole(m_chosen, "small");
  makeTable();
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_chart);
  m_stack->addWidget(m_table);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space3));
  column->setSpacing(px(Size::Space2));
  column->addLayout(makeHead());
  column->addWidget(m_summary);
  column->addWidget(m_stack, 1);
  column->addWidget(m_chosen);
  connect(m_chart, &LatencyChart::chosenChanged, this, &CallHistoryCard::showWords);
  retranslate();
}

QLayout* CallHistoryCard::makeHead()
{
  m_title = new QLabel(this);
  setRole(m_title, "strong");
  m_day = new QPushButton(this);
  m_week = new QPushButton(this);
  m_asTable = new QPushButton(this);
  auto* spans = new QButtonGroup(this);
  for (QPushButton* button : {m_day, m_week}) {
    button->setCheckable(true);
    spans->addButton(button);
  }
  m_day->setChecked(true);
  m_asTable->setCheckable(true);
  const auto span = [this](HistorySpan wanted) {
    m_span = wanted;
    refresh();
  };
  connect(m_day, &QPushButton::clicked, this, [span] { span(HistorySpan::Day); });
  connect(m_week, &QPushButton::clicked, this, [span] { span(HistorySpan::Week); });
  connect(m_asTable, &QPushButton::toggled, this, [this](bool asTable) { m_stack->setCurrentIndex(asTable ? 1 : 0); });
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  row->addWidget(m_title, 1);
  for (QPushButton* button : {m_day, m_week, m_asTable})
    row->addWidget(button);
  return row;
}

void CallHistoryCard::makeTable()
{
  m_table = new QTableWidget(0, HistoryColumnCount);
  m_table->setObjectName(QStringLiteral("history"));
  dressPlainTable(*m_table, From);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void CallHistoryCard::setAccount(AccountId account)
{
  if (m_account != account) {
    m_account = account;
    m_data.reset();
    m_chart->setHistory({}, bucketWidth(m_span));
  }
  refresh();
}

void CallHistoryCard::refresh()
{
  if (!m_account)
    return;
  auto read = m_db.read([account = *m_account, now = m_clock(), span = m_span](Connection& c) -> Result<Reading> {
    SC_TRY_ASSIGN(buckets, accountHistory(c, account, now, span));
    SC_TRY_ASSIGN(total, callTotal(c, account, buckets.front().from));
    return Reading{std::move(buckets), total};
  });
  deliver(read, this, [this, mine = ++m_reading](Result<Reading> reading) {
    if (mine != m_reading)
      return;
    if (reading)
      show(std::move(*reading));
    else
      m_summary->setText(troubleText(reading.error().kind));
  });
}

void CallHistoryCard::show(Reading reading)
{
  m_data = std::move(reading);
  m_chart->setHistory(m_data->buckets, bucketWidth(m_span));
  m_table->setRowCount(int(m_data->buckets.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const CallBucket& bucket = m_data->buckets[m_data->buckets.size() - 1 - size_t(row)]; // the newest first
    const QString cells[HistoryColumnCount] = {dateTimeText(bucket.from, m_zone),
                                               numberText(bucket.calls),
                                               numberText(bucket.errors),
                                               percentText(bucket.errorShare()),
                                               figure(bucket.p50),
                                               figure(bucket.p95),
                                               figure(bucket.p99)};
    for (int column = 0; column < HistoryColumnCount; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setTextAlignment((column == From ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  showWords();
}

void CallHistoryCard::showWords()
{
  if (!m_data) {
    m_summary->setText(tr("Reading…"));
    m_chosen->clear();
    return;
  }
  const QString figures = bucketFigures(m_data->total);
  m_summary->setText(m_span == HistorySpan::Day ? tr("In the last 24 hours: %1.").arg(figures)
                                                : tr("In the last 7 days: %1.").arg(figures));
  const auto chosen = m_chart->chosen();
  m_chosen->setText(chosen ? bucketText(m_chart->buckets()[size_t(*chosen)], bucketWidth(m_span), m_zone)
                           : tr("Point at the chart, or use the arrow keys in it, to read one span of time."));
  if (!chosen)
    m_chart->setAccessibleDescription(m_summary->text());
}

void CallHistoryCard::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void CallHistoryCard::retranslate()
{
  m_title->setText(tr("Latency and errors"));
  m_day->setText(tr("24 hours"));
  m_week->setText(tr("7 days"));
  m_asTable->setText(tr("As a table"));
  m_chart->setAccessibleName(tr("Latency and errors over time"));
  m_table->setAccessibleName(tr("Latency and errors over time"));
  setHeadings(*m_table,
              {tr("From"), tr("Calls"), tr("Errors"), tr("Error rate"), tr("p50 (ms)"), tr("p95 (ms)"), tr("p99 (ms)")},
              {Calls, Errors, Share, P50, P95, P99});
  if (m_data)
    show(*std::exchange(m_data, std::nullopt));
  else
    showWords();
}

} // namespace supercargo
