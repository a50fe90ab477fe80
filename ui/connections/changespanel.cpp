#include "ui/connections/changespanel.h"

#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {

enum Column { What, Account, Where, Sample, Times, First, Last, ColumnCount };

QString kindText(ChangeNotice::Kind kind)
{
  switch (kind) {
  case ChangeNotice::Kind::Field:
    return ChangesPanel::tr("New field");
  case ChangeNotice::Kind::Value:
    return ChangesPanel::tr("New value");
  case ChangeNotice::Kind::Column:
    return ChangesPanel::tr("New column");
  case ChangeNotice::Kind::Version:
    return ChangesPanel::tr("Version");
  case ChangeNotice::Kind::List:
    return ChangesPanel::tr("Shrunk list");
  }
  return {};
}

QString meaningText(const ChangeCause& cause)
{
  switch (cause.kind) {
  case ChangeNotice::Kind::Field:
    return ChangesPanel::tr("Answers hold a field that Supercargo does not know: %1. Nothing is lost; it is not read.")
        .arg(cause.where);
  case ChangeNotice::Kind::Value:
    return ChangesPanel::tr("%1 has a value that Supercargo does not know. The record is stored, with that state "
                            "unknown.")
        .arg(cause.where);
  case ChangeNotice::Kind::Column:
    return ChangesPanel::tr("A bill has other columns than Supercargo knows: %1. Check that its sums still agree.")
        .arg(cause.where);
  case ChangeNotice::Kind::Version:
    return ChangesPanel::tr("The provider speaks of another version or of its end: %1.").arg(cause.where);
  case ChangeNotice::Kind::List:
    return ChangesPanel::tr("The shop lists far less than before: %1. What is missing is kept until the next complete "
                            "reading misses it too.")
        .arg(cause.where);
  }
  return {};
}

} // namespace

ChangesPanel::ChangesPanel(const QTimeZone& zone, Clock clock, QWidget* parent)
    : QWidget(parent), m_zone(zone), m_clock(std::move(clock))
{
  m_table = new QTableWidget(0, ColumnCount);
  m_table->setObjectName(QStringLiteral("changes"));
  dressPlainTable(*m_table, Where);
  m_table->horizontalHeader()->setSectionResizeMode(Sample, QHeaderView::Interactive); // may be of any length
  m_table->setColumnWidth(Sample, px(Size::Space8) * 6);
  m_empty = new QLabel;
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  setRole(m_empty, "muted");
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  auto* splitter = new QSplitter(Qt::Vertical, this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(m_stack);
  splitter->addWidget(makeDetails());
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(splitter);
  connect(m_table, &QTableWidget::currentCellChanged, this, &ChangesPanel::showDetails);
  retranslate();
}

QWidget* ChangesPanel::makeDetails()
{
  m_details = new QWidget;
  m_meaning = new QLabel(m_details);
  m_meaning->setWordWrap(true);
  m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_samplesTitle = new QLabel(m_details);
  setRole(m_samplesTitle, "section");
  m_samples = new QListWidget(m_details);
  m_dismiss = new QPushButton(m_details);
  setRole(m_dismiss, "primary");
  m_dismissAll = new QPushButton(m_details);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addWidget(m_dismiss);
  buttons->addWidget(m_dismissAll);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(0, px(Size::Space2), 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_meaning);
  column->addLayout(buttons);
  column->addWidget(m_samplesTitle);
  column->addWidget(m_samples, 1);
  m_details->hide();
  connect(m_dismiss, &QPushButton::clicked, this, [this] {
    if (const int row = m_table->currentRow(); row >= 0)
      Q_EMIT dismissRequested(m_causes[size_t(row)].ids);
  });
  connect(m_dismissAll, &QPushButton::clicked, this, [this] {
    std::vector<qint64> all;
    for (const ChangeCause& cause : m_causes)
      all.insert(all.end(), cause.ids.begin(), cause.ids.end());
    Q_EMIT dismissRequested(all);
  });
  return m_details;
}

void ChangesPanel::setCauses(std::vector<ChangeCause> causes, const std::vector<AccountRow>& accounts)
{
  m_causes = std::move(causes);
  m_accounts.clear();
  for (const AccountRow& account : accounts)
    m_accounts.insert(account.id.value(), account.name);
  fill();
}

void ChangesPanel::fill()
{
  const QSignalBlocker blocker(m_table);
  const int kept = m_table->currentRow();
  m_table->setRowCount(int(m_causes.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const ChangeCause& cause = m_causes[size_t(row)];
    const QString cells[ColumnCount] = {kindText(cause.kind),
                                        m_accounts.value(cause.account.value()),
                                        cause.where,
                                        cause.samples.value(0),
                                        numberText(cause.times),
                                        relativeText(cause.firstAt, m_clock(), m_zone),
                                        relativeText(cause.lastAt, m_clock(), m_zone)};
    for (int column = 0; column < ColumnCount; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      if (column == Times)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (column == What)
        item->setIcon(themedIcon(QStringLiteral("triangle-alert"), Ink::Warning));
      m_table->setItem(row, column, item);
    }
  }
  m_table->setCurrentCell(m_causes.empty() ? -1 : std::clamp(kept, 0, int(m_causes.size()) - 1), 0);
  m_stack->setCurrentIndex(m_causes.empty() ? 1 : 0);
  showDetails();
}

void ChangesPanel::showDetails()
{
  const int row = m_table->currentRow();
  m_details->setVisible(row >= 0 && row < int(m_causes.size()));
  if (m_details->isHidden())
    return;
  const ChangeCause& cause = m_causes[size_t(row)];
  m_meaning->setText(meaningText(cause));
  m_samples->clear();
  m_samples->addItems(cause.samples);
  m_dismissAll->setVisible(m_causes.size() > 1);
}

void ChangesPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void ChangesPanel::retranslate()
{
  setHeadings(*m_table,
              {tr("What"), tr("Account"), tr("Where"), tr("Sample"), tr("Times"), tr("First seen"), tr("Last seen")},
              {Times});
  m_table->setAccessibleName(tr("What providers changed"));
  m_samples->setAccessibleName(tr("Samples"));
  m_samplesTitle->setText(tr("Samples, the newest first"));
  m_empty->setText(tr("All providers answer as Supercargo knows them. What changes is told here before it fails."));
  m_dismiss->setText(tr("Seen, dismiss"));
  m_dismissAll->setText(tr("Dismiss all"));
  fill();
}

} // namespace supercargo
