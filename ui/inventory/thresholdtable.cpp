#include "ui/inventory/thresholdtable.h"

#include "ui/text/format.h"

#include <QComboBox>
#include <QCompleter>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStyledItemDelegate>

#include <array>

namespace supercargo {
namespace {

enum Column { For, Subject, Warehouse, Low, LeadDays, Service, DeadDays, CountDays, ExpiryDays, kColumns };
constexpr std::array kScopes{ThresholdScope::Sku, ThresholdScope::Category, ThresholdScope::Warehouse,
                             ThresholdScope::All};

QString scopeText(ThresholdScope scope)
{
  switch (scope) {
  case ThresholdScope::Sku:
    return ThresholdTable::tr("Article");
  case ThresholdScope::Category:
    return ThresholdTable::tr("Category");
  case ThresholdScope::Warehouse:
    return ThresholdTable::tr("Warehouse");
  case ThresholdScope::All:
    break;
  }
  return ThresholdTable::tr("Everything");
}

ThresholdScope scopeOf(const QTableWidget& table, int row)
{
  return ThresholdScope(table.item(row, For)->data(Qt::UserRole).toInt());
}

/// Chooses what a threshold is for; completes what a person types of categories and warehouses.
class CellDelegate : public QStyledItemDelegate {
public:
  CellDelegate(ThresholdSubjects subjects, QTableWidget* table)
      : QStyledItemDelegate(table), m_subjects(std::move(subjects)), m_table(table)
  {
  }

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
  {
    if (index.column() == For) {
      auto* box = new QComboBox(parent);
      for (const ThresholdScope scope : kScopes)
        box->addItem(scopeText(scope), int(scope));
      return box;
    }
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    const QStringList names = namesFor(index);
    if (auto* line = qobject_cast<QLineEdit*>(editor); line && !names.isEmpty()) {
      auto* completer = new QCompleter(names, line);
      completer->setCaseSensitivity(Qt::CaseInsensitive);
      completer->setFilterMode(Qt::MatchContains);
      line->setCompleter(completer);
    }
    return editor;
  }

  void setEditorData(QWidget* editor, const QModelIndex& index) const override
  {
    if (auto* box = qobject_cast<QComboBox*>(editor))
      box->setCurrentIndex(box->findData(index.data(Qt::UserRole)));
    else
      QStyledItemDelegate::setEditorData(editor, index);
  }

  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
  {
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box)
      return QStyledItemDelegate::setModelData(editor, model, index);
    model->setData(index, box->currentData(), Qt::UserRole);
    model->setData(index, box->currentText(), Qt::EditRole);
  }

private:
  QStringList namesFor(const QModelIndex& index) const
  {
    if (index.column() == Warehouse)
      return m_subjects.warehouses;
    return index.column() == Subject && scopeOf(*m_table, index.row()) == ThresholdScope::Category
               ? m_subjects.categories
               : QStringList();
  }

  ThresholdSubjects m_subjects;
  QTableWidget* m_table;
};

QString cellText(std::optional<qint64> value)
{
  return value ? QString::number(*value) : QString();
}

QString cellText(std::optional<double> value)
{
  return value ? QLocale().toString(*value, 'g', 6) : QString();
}

bool takeReal(const QString& cell, std::optional<double>& number)
{
  if (cell.isEmpty())
    return true;
  bool good = false;
  double value = QLocale().toDouble(cell, &good);
  if (!good)
    value = cell.toDouble(&good);
  if (!good || value < 0)
    return false;
  number = value;
  return true;
}

bool takePercent(QString cell, std::optional<double>& share)
{
  if (!takeReal(cell.remove(u'%').trimmed(), share))
    return false;
  if (share)
    *share /= 100;
  return !share || (*share > 0 && *share < 1);
}

bool isEmptyRow(const QTableWidget& table, int row)
{
  for (int column = Subject; column < kColumns; ++column)
    if (!table.item(row, column)->text().isEmpty())
      return false;
  return scopeOf(table, row) == ThresholdScope::Sku;
}

using Place = std::pair<QString, QString>; ///< SKU and warehouse

} // namespace

bool takePieces(QString cell, std::optional<qint64>& pieces)
{
  cell.remove(u',').remove(u' ');
  if (cell.isEmpty())
    return true;
  bool good = false;
  const qint64 value = cell.toLongLong(&good);
  if (!good || value < 0)
    return false;
  pieces = value;
  return true;
}

ThresholdTable::ThresholdTable(const ThresholdSubjects& subjects, QWidget* parent) : QTableWidget(0, kColumns, parent)
{
  setHorizontalHeaderLabels({tr("Holds for"), tr("SKU or category"), tr("Warehouse"), tr("Pieces"),
                             tr("Lead time, days"), tr("Service, %"), tr("Dead after, days"), tr("Count every, days"),
                             tr("Expiry notice, days")});
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(Subject, QHeaderView::Stretch);
  verticalHeader()->hide();
  setAccessibleName(tr("Thresholds"));
  setItemDelegate(new CellDelegate(subjects, this));
  keepEmptyRow();
  connect(this, &QTableWidget::itemChanged, this, [this] {
    keepEmptyRow();
    Q_EMIT edited();
  });
}

int ThresholdTable::add(const StockThreshold& threshold)
{
  const int row = rowCount() - 1; // above the empty one
  insert(row, threshold);
  return row;
}

void ThresholdTable::insert(int row, const StockThreshold& t)
{
  const QSignalBlocker quiet(this);
  insertRow(row);
  const std::array<QString, kColumns> texts{
      scopeText(t.scope),    t.subject,
      t.warehouse,           cellText(t.low),
      cellText(t.leadDays),  cellText(t.service ? std::optional(*t.service * 100) : std::nullopt),
      cellText(t.deadDays),  cellText(t.countDays),
      cellText(t.expiryDays)};
  for (int column = 0; column < kColumns; ++column) {
    auto* item = new QTableWidgetItem(texts[size_t(column)]);
    if (column >= Low)
      item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, column, item);
  }
  item(row, For)->setData(Qt::UserRole, int(t.scope));
}

void ThresholdTable::keepEmptyRow()
{
  if (rowCount() > 0 && isEmptyRow(*this, rowCount() - 1))
    return;
  StockThreshold nothing;
  nothing.scope = ThresholdScope::Sku;
  insert(rowCount(), nothing);
}

void ThresholdTable::setPieces(const std::vector<StockThreshold>& block)
{
  QHash<Place, int> rows; // a spreadsheet has thousands of them
  for (int row = 0; row < rowCount(); ++row)
    if (scopeOf(*this, row) == ThresholdScope::Sku)
      rows.insert({item(row, Subject)->text().trimmed(), item(row, Warehouse)->text().trimmed()}, row);
  {
    const QSignalBlocker quiet(this);
    for (const StockThreshold& fresh : block) {
      const auto row = rows.constFind({fresh.subject, fresh.warehouse});
      if (row != rows.constEnd())
        item(*row, Low)->setText(cellText(fresh.low));
      else
        rows.insert({fresh.subject, fresh.warehouse}, add(fresh));
    }
  }
  Q_EMIT edited();
}

StockThreshold ThresholdTable::threshold(int row, QString& fault) const
{
  const auto text = [this, row](int column) { return item(row, column)->text().trimmed(); };
  StockThreshold t;
  t.scope = scopeOf(*this, row);
  const bool isNamed = t.scope == ThresholdScope::Sku || t.scope == ThresholdScope::Category;
  if (isNamed)
    t.subject = text(Subject);
  if (t.scope != ThresholdScope::All)
    t.warehouse = text(Warehouse);
  const bool isGood = takePieces(text(Low), t.low) && takeReal(text(LeadDays), t.leadDays) &&
                      takePercent(text(Service), t.service) && takePieces(text(DeadDays), t.deadDays) &&
                      takePieces(text(CountDays), t.countDays) && takePieces(text(ExpiryDays), t.expiryDays);
  if (isNamed ? t.subject.isEmpty() : t.scope == ThresholdScope::Warehouse && t.warehouse.isEmpty())
    fault = tr("Line %1 does not say what it holds for.").arg(numberText(row + 1));
  else if (!isGood)
    fault = tr("Line %1, “%2”: a cell is no number, or no share between 0 and 100 %.")
                .arg(numberText(row + 1), QString(t.subject + u' ' + t.warehouse).trimmed());
  return t;
}

std::vector<StockThreshold> ThresholdTable::thresholds(QStringList& faults) const
{
  std::vector<StockThreshold> all;
  for (int row = 0; row < rowCount(); ++row) {
    if (isEmptyRow(*this, row))
      continue;
    QString fault;
    const StockThreshold t = threshold(row, fault);
    if (fault.isEmpty())
      all.push_back(t);
    else
      faults << fault;
  }
  return all;
}

void ThresholdTable::keyPressEvent(QKeyEvent* event)
{
  if (event->key() != Qt::Key_Delete)
    return QTableWidget::keyPressEvent(event);
  {
    const QSignalBlocker quiet(this);
    for (QTableWidgetItem* cell : selectedItems())
      if (cell->column() != For)
        cell->setText(QString());
  }
  Q_EMIT edited();
}

} // namespace supercargo
