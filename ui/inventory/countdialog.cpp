#include "ui/inventory/countdialog.h"

#include "core/base/deliver.h"
#include "core/stock/scanned.h"
#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>

namespace supercargo {
namespace {

constexpr int kUsualMost = 20, kHighestMost = 500, kCountsShown = 50;
enum CountColumn { SkuColumn, LotColumn, CountedColumn, BookColumn, DifferenceColumn };

QString stateWord(CountState state)
{
  switch (state) {
  case CountState::Open:
    return CountDialog::tr("being counted");
  case CountState::Submitted:
    return CountDialog::tr("waits for approval");
  case CountState::Approved:
    return CountDialog::tr("approved");
  case CountState::Rejected:
    break;
  }
  return CountDialog::tr("rejected");
}

QString numberIfAny(const std::optional<qint64>& number)
{
  return number ? numberText(*number) : QString();
}

} // namespace

CountDialog::CountDialog(const PageContext& context, const QStringList& skus, const QStringList& warehouses,
                         QWidget* parent)
    : ShortDialog(tr("Count stock"), QString(), parent), m_context(context), m_skus(skus), m_which(new QComboBox),
      m_warehouse(new QComboBox), m_most(new QSpinBox), m_blind(new QCheckBox(tr("Blind: the book stays hidden"))),
      m_who(new QLineEdit(QStringLiteral("owner"))), m_code(new QLineEdit), m_state(nullptr), m_lines(nullptr),
      m_new(new QWidget), m_counting(new QWidget), m_gap(new QWidget), m_begin(new QPushButton(tr("Begin"))),
      m_submit(addButton(tr("Everything is counted"))), m_approve(addButton(tr("Approve"))),
      m_reject(addButton(tr("Reject")))
{
  build(warehouses);
  connect(m_which, &QComboBox::activated, this, [this] { readCount(m_which->currentData().toLongLong()); });
  connect(m_begin, &QPushButton::clicked, this, &CountDialog::begin);
  connect(m_code, &QLineEdit::returnPressed, this, &CountDialog::scan);
  connect(m_lines, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
    if (!m_isFilling && item->column() == CountedColumn)
      enter(item->row());
  });
  connect(m_submit, &QPushButton::clicked, this, [this] {
    change([](Connection& c, const StockWorker& who, qint64 id, Instant now, ChangeSet&) {
      return submitCount(c, who, id, now);
    });
  });
  connect(m_approve, &QPushButton::clicked, this, [this] {
    change([](Connection& c, const StockWorker&, qint64 id, Instant now, ChangeSet& changes) -> Result<void> {
      // A workspace has one owner, who may look twice himself.
      SC_TRY(approveCount(c, {QStringLiteral("owner")}, id, true, now, changes));
      return {};
    });
  });
  connect(m_reject, &QPushButton::clicked, this, [this] {
    change([](Connection& c, const StockWorker& who, qint64 id, Instant now, ChangeSet&) {
      return rejectCount(c, who, id, now);
    });
  });
  show(StockCount());
  readList(0);
}

void CountDialog::build(const QStringList& warehouses)
{
  resize(2 * px(Size::Details), px(Size::Palette) + px(Size::Details) / 2);
  m_which->setAccessibleName(tr("Counts"));
  body()->addWidget(m_which);
  auto* fresh = new QHBoxLayout(m_new);
  fresh->setContentsMargins(0, 0, 0, 0);
  m_warehouse->setAccessibleName(tr("Warehouse"));
  for (const QString& name : warehouses)
    m_warehouse->addItem(warehouseWord(name), name);
  m_most->setRange(1, kHighestMost);
  m_most->setValue(kUsualMost);
  m_most->setAccessibleName(tr("At most so many articles"));
  m_blind->setChecked(true);
  fresh->addWidget(m_warehouse);
  if (m_skus.isEmpty()) {
    fresh->addWidget(new QLabel(tr("counted longest ago:")));
    fresh->addWidget(m_most);
  } else {
    fresh->addWidget(new QLabel(tr("%n chosen article(s)", nullptr, int(m_skus.size()))));
  }
  fresh->addWidget(m_blind);
  fresh->addStretch(1);
  m_begin->setAutoDefault(false);
  fresh->addWidget(m_begin);
  body()->addWidget(m_new);
  m_state = addText(QString(), "strong");
  auto* counting = new QHBoxLayout(m_counting);
  counting->setContentsMargins(0, 0, 0, 0);
  m_code->setPlaceholderText(tr("Scan each piece, or type a SKU or bar code"));
  m_code->setAccessibleName(tr("Scanned SKU or bar code"));
  m_who->setAccessibleName(tr("Who counts"));
  m_who->setMaximumWidth(px(Size::Sidebar));
  counting->addWidget(m_code, 1);
  counting->addWidget(new QLabel(tr("counted by")));
  counting->addWidget(m_who);
  body()->addWidget(m_counting);
  m_lines = addTable({tr("SKU"), tr("Lot"), tr("Counted"), tr("Book"), tr("Difference")}, tr("What is counted"));
  m_lines->setEditTriggers(QAbstractItemView::AllEditTriggers);
  body()->addWidget(m_gap, 1);
}

StockWorker CountDialog::worker() const
{
  const QString name = m_who->text().trimmed();
  return {name.isEmpty() ? QStringLiteral("owner") : name};
}

void CountDialog::readList(qint64 wanted)
{
  const int request = ++m_request;
  deliver(m_context.db.read([](Connection& c) { return stockCounts(c, kCountsShown); }), this,
          [this, wanted, request](const Result<std::vector<StockCount>>& counts) {
            if (request != m_request)
              return;
            if (!counts)
              return say(errorSentence(counts.error().kind).what);
            m_which->clear();
            m_which->addItem(tr("A new count"), 0);
            qint64 shown = wanted;
            for (const StockCount& count : *counts) {
              m_which->addItem(
                  tr("Count %1 in %2: %3")
                      .arg(QString::number(count.id), warehouseWord(count.warehouse), stateWord(count.state)),
                  count.id);
              const bool isUnderway = count.state == CountState::Open || count.state == CountState::Submitted;
              if (shown == 0 && isUnderway && m_skus.isEmpty())
                shown = count.id;
            }
            m_which->setCurrentIndex(std::max(0, m_which->findData(shown)));
            readCount(m_which->currentData().toLongLong());
          });
}

void CountDialog::readCount(qint64 id)
{
  const int request = ++m_request;
  if (id == 0)
    return show(StockCount());
  deliver(m_context.db.read([id](Connection& c) { return stockCount(c, id); }), this,
          [this, request](const Result<StockCount>& count) {
            if (request == m_request)
              count ? show(*count) : say(errorSentence(count.error().kind).what);
          });
}

void CountDialog::show(const StockCount& count)
{
  m_count = count;
  const bool isOpen = count.id > 0 && count.state == CountState::Open;
  const bool isSubmitted = count.id > 0 && count.state == CountState::Submitted;
  m_new->setVisible(count.id == 0);
  m_counting->setVisible(isOpen);
  m_lines->setVisible(count.id > 0);
  m_gap->setVisible(count.id == 0);
  m_submit->setVisible(isOpen);
  m_approve->setVisible(isSubmitted);
  m_reject->setVisible(isSubmitted);
  const bool showsBook = !(isOpen && count.isBlind);
  m_lines->setColumnHidden(BookColumn, !showsBook);
  m_lines->setColumnHidden(DifferenceColumn, !showsBook);
  m_isFilling = true;
  m_lines->setRowCount(int(count.lines.size()));
  int left = 0;
  for (int row = 0; row < m_lines->rowCount(); ++row) {
    const CountLine& line = count.lines[std::size_t(row)];
    left += line.counted ? 0 : 1;
    const QStringList cells{line.sku, line.lot, numberIfAny(line.counted), numberIfAny(line.book),
                            numberIfAny(line.difference())};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
      if (column == CountedColumn && isOpen)
        flags |= Qt::ItemIsEditable;
      item->setFlags(flags);
      if (column >= CountedColumn)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_lines->setItem(row, column, item);
    }
  }
  m_isFilling = false;
  m_state->setText(count.id == 0 ? QString()
                   : isOpen      ? tr("%n line(s) left to count", nullptr, left)
                                 : stateWord(count.state));
  m_state->setVisible(count.id > 0);
  m_submit->setEnabled(left == 0);
  if (isOpen)
    m_code->setFocus();
}

void CountDialog::begin()
{
  const auto open = [skus = m_skus, place = m_warehouse->currentData().toString(), most = m_most->value(),
                     blind = m_blind->isChecked(), who = worker(),
                     now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return openCount(c, who, place, skus, most, blind, QString(), now, changes);
  };
  deliver(m_context.db.write(open), this, [this](const Result<qint64>& id) {
    say(id ? QString() : errorSentence(id.error().kind).what);
    if (id)
      readList(*id);
  });
}

/// Every scan is one piece more of its article; of several lots the first that is not counted, else the first.
void CountDialog::scan()
{
  const QString code = m_code->text().trimmed();
  m_code->clear();
  if (code.isEmpty())
    return;
  const auto add = [code, id = m_count.id, who = worker(), now = m_context.clock()](Connection& c,
                                                                                    ChangeSet&) -> Result<void> {
    SC_TRY_ASSIGN(sku, articleScanned(c, code));
    SC_TRY_ASSIGN(count, stockCount(c, id));
    const CountLine* line = nullptr;
    for (const CountLine& each : count.lines)
      if (each.sku == sku && (!line || (line->counted && !each.counted)))
        line = &each;
    return enterCount(c, who, id, sku, line ? line->lot : QString(), (line ? line->counted.value_or(0) : 0) + 1, now);
  };
  deliver(m_context.db.write(add), this, [this, code, id = m_count.id](const Result<void>& done) {
    say(done                                       ? QString()
        : done.error().kind == ErrorKind::NotFound ? tr("No article has the SKU or bar code “%1”.").arg(code)
        : done.error().kind == ErrorKind::Conflict
            ? tr("Several articles have the bar code “%1”: type the SKU.").arg(code)
            : errorSentence(done.error().kind).what);
    readCount(id);
  });
}

void CountDialog::enter(int row)
{
  bool isNumber = false;
  const CountLine line = m_count.lines[std::size_t(row)];
  const qint64 pieces = QLocale().toLongLong(m_lines->item(row, CountedColumn)->text().trimmed(), &isNumber);
  if (!isNumber || pieces < 0) {
    say(tr("“%1” is no number of pieces.").arg(m_lines->item(row, CountedColumn)->text()));
    return readCount(m_count.id);
  }
  change([line, pieces](Connection& c, const StockWorker& who, qint64 id, Instant now, ChangeSet&) {
    return enterCount(c, who, id, line.sku, line.lot, pieces, now);
  });
}

void CountDialog::change(const CountChange& what)
{
  const qint64 id = m_count.id;
  const auto write = [what, id, who = worker(), now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return what(c, who, id, now, changes);
  };
  deliver(m_context.db.write(write), this, [this, id](const Result<void>& done) {
    say(done ? QString() : errorSentence(done.error().kind).what);
    readList(id);
  });
}

} // namespace supercargo
