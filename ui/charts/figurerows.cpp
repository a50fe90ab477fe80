#include "ui/charts/figurerows.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/reports/figures.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace supercargo {
namespace {
enum Columns { NumberColumn, WhatColumn, AtColumn, PartColumn, AmountColumn };
}

void FigureRowModel::setRows(std::vector<FigureRow> rows)
{
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

QString FigureRowModel::amountText(const FigureRow& row) const
{
  if (row.currency.isEmpty())
    return numberText(row.amount);
  const auto currency = Currency::of(row.currency);
  return currency ? moneyText(Money(row.amount, *currency)) : numberText(row.amount);
}

bool FigureRowModel::isQuotient() const
{
  return std::any_of(m_rows.begin(), m_rows.end(),
                     [](const FigureRow& row) { return row.part == FigureRow::Part::Base; });
}

QString FigureRowModel::sumText(FigureRow::Part part) const
{
  MoneyBag money;
  qint64 count = 0;
  for (const FigureRow& row : m_rows) {
    if (row.part != part)
      continue;
    if (const auto currency = Currency::of(row.currency); !row.currency.isEmpty() && currency)
      money.add(Money(row.amount, *currency));
    else
      count += row.amount;
  }
  return money.isEmpty() ? numberText(count) : moneyText(money);
}

int FigureRowModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FigureRowModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const FigureRow& row = m_rows[size_t(index.row())];
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (index.column() == AmountColumn ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  switch (index.column()) {
  case NumberColumn:
    return row.number;
  case WhatColumn:
    return reportWord(row.text);
  case AtColumn:
    return row.at ? dateTimeText(*row.at, m_zone) : QString();
  case PartColumn:
    return row.part == FigureRow::Part::Base ? tr("counted below") : tr("counted");
  case AmountColumn:
    return amountText(row);
  default:
    return {};
  }
}

QVariant FigureRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (section == AmountColumn ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case NumberColumn:
    return tr("Number");
  case WhatColumn:
    return tr("What");
  case AtColumn:
    return tr("When");
  case PartColumn:
    return tr("Part of the quotient");
  default:
    return tr("Amount");
  }
}

FigureRowsDialog::FigureRowsDialog(Database& db, Question question, QWidget* parent)
    : QDialog(parent), m_db(db), m_question(std::move(question)),
      m_model(new FigureRowModel(QTimeZone(m_question.spec.timeZone), this)), m_table(new QTableView),
      m_value(new QLabel), m_formula(new QLabel), m_basis(new QLabel), m_sum(new QLabel), m_open(new QPushButton),
      m_close(new QPushButton)
{
  setAttribute(Qt::WA_DeleteOnClose);
  resize(760, 520);
  setRole(m_value, "title");
  setRole(m_basis, "small");
  setRole(m_sum, "muted");
  for (QLabel* label : {m_value, m_formula, m_basis, m_sum}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_table->setModel(m_model);
  dressPlainTable(*m_table, WhatColumn);
  m_state = new StateView(m_table);
  connect(m_state, &StateView::retryPressed, this, &FigureRowsDialog::read);
  connect(m_table, &QTableView::activated, this, &FigureRowsDialog::openCurrent);
  setRole(m_open, "primary");
  connect(m_open, &QPushButton::clicked, this, &FigureRowsDialog::openCurrent);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_sum, 1);
  foot->addWidget(m_close);
  foot->addWidget(m_open);
  auto* column = new QVBoxLayout(this);
  for (QLabel* label : {m_value, m_formula, m_basis})
    column->addWidget(label);
  column->addWidget(m_state, 1);
  column->addLayout(foot);
  retranslate();
  read();
}

void FigureRowsDialog::read()
{
  m_state->showLoading();
  deliver(m_db.read([question = m_question](Connection& c) {
    return rowsOf(c, question.spec, question.column.key, question.slice);
  }),
          this, [this](Result<std::vector<FigureRow>> rows) {
            rows ? showRows(std::move(*rows)) : m_state->showError(rows.error());
          });
}

void FigureRowsDialog::showRows(std::vector<FigureRow> rows)
{
  const bool isEmpty = rows.empty();
  m_model->setRows(std::move(rows));
  m_table->setColumnHidden(PartColumn, !m_model->isQuotient());
  if (isEmpty)
    m_state->showEmpty(QStringLiteral("inbox"), tr("Nothing went into this figure."));
  else
    m_state->showContent();
  if (!isEmpty) {
    m_table->selectRow(0);
    m_table->setFocus();
  }
  retranslate();
}

void FigureRowsDialog::openCurrent()
{
  const QModelIndex current = m_table->currentIndex();
  if (current.isValid() && m_model->row(current.row()).order)
    Q_EMIT orderChosen(*m_model->row(current.row()).order);
}

void FigureRowsDialog::retranslate()
{
  const QString title = columnTitle(m_question.column);
  setWindowTitle(tr("Rows of \"%1\"").arg(title));
  m_value->setText(title + QStringLiteral(": ") + m_question.value);
  const QString formula = figureFormula(m_question.column.figure);
  m_formula->setText(formula.isEmpty() ? QString() : tr("Formula: %1").arg(reportWord(formula)));
  m_formula->setVisible(!formula.isEmpty());
  m_basis->setText(tr("%1 to %2 · by %3 · days of %4")
                       .arg(m_question.spec.from.toString(Qt::ISODate), m_question.spec.to.toString(Qt::ISODate),
                            basisWord(m_question.basis), QString::fromLatin1(m_question.spec.timeZone)));
  const QString rows = tr("%n row(s)", nullptr, m_model->rowCount());
  m_sum->setText(m_model->isQuotient()
                     ? tr("%1: %2 divided by %3")
                           .arg(rows, m_model->sumText(FigureRow::Part::Value), m_model->sumText(FigureRow::Part::Base))
                     : tr("%1, together %2").arg(rows, m_model->sumText(FigureRow::Part::Value)));
  m_open->setText(tr("Open order"));
  m_open->setAccessibleName(m_open->text());
  m_close->setText(tr("Close"));
  m_close->setAccessibleName(m_close->text());
  m_table->setAccessibleName(windowTitle());
}

void FigureRowsDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

} // namespace supercargo
