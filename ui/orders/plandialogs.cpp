#include "ui/orders/plandialogs.h"

#include "ui/text/format.h"
#include "ui/text/reviewwords.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kMostParcels = 9;

QLabel* plainLabel(const QString& text)
{
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText); // titles are what a shop says: never markup
  return label;
}

} // namespace

PlanDialog::PlanDialog(const QString& title, const QString& action, Reason need, QWidget* parent)
    : QDialog(parent), m_need(need), m_body(new QVBoxLayout), m_reason(new QLineEdit), m_fault(new QLabel),
      m_buttons(new QDialogButtonBox), m_action(m_buttons->addButton(action, QDialogButtonBox::AcceptRole))
{
  setWindowTitle(title);
  setMinimumWidth(px(Size::Details));
  setRole(m_action, "primary");
  m_action->setDefault(true);
  setRole(m_fault, "error");
  m_fault->setWordWrap(true);
  m_fault->setTextFormat(Qt::PlainText);
  m_fault->hide();
  m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  m_reason->setAccessibleName(tr("Reason"));
  m_reason->setPlaceholderText(need == Reason::Needed ? tr("The orders' timelines keep it.")
                                                      : tr("The orders' timelines keep it; it may stay empty."));
  auto* label = new QLabel(tr("&Reason"));
  label->setBuddy(m_reason);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  row->addWidget(label);
  row->addWidget(m_reason, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  m_body->setSpacing(px(Size::Space2));
  column->addLayout(m_body, 1);
  column->addLayout(row);
  column->addWidget(m_fault);
  column->addWidget(m_buttons);
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_reason, &QLineEdit::textChanged, this, &PlanDialog::check);
  m_reason->setFocus();
  check();
}

QString PlanDialog::reason() const
{
  return m_reason->text().trimmed();
}

bool PlanDialog::isReady() const
{
  return m_action->isEnabled();
}

QLabel* PlanDialog::addText(const QString& text, const char* role)
{
  QLabel* label = plainLabel(text);
  label->setWordWrap(true);
  setRole(label, role);
  m_body->addWidget(label);
  return label;
}

void PlanDialog::say(const QString& fault)
{
  m_fault->setText(fault);
  m_fault->setVisible(!fault.isEmpty());
  check();
}

void PlanDialog::check()
{
  m_action->setEnabled((m_need == Reason::Optional || !reason().isEmpty()) && m_fault->text().isEmpty());
}

void PlanDialog::leadToReason(QWidget* last)
{
  setTabOrder(last, m_reason);
}

OrderReasonDialog::OrderReasonDialog(const QString& title, const QString& action, const QString& about, QWidget* parent)
    : PlanDialog(title, action, Reason::Optional, parent)
{
  addText(about);
}

MergeDialog::MergeDialog(const std::vector<OrderRow>& orders, const std::vector<MergeFinding>& findings,
                         QWidget* parent)
    : PlanDialog(tr("Merge orders"), tr("Merge"), Reason::Needed, parent)
{
  addText(tr("These orders are sent as one parcel. Their shops keep them as they are."));
  for (const OrderRow& order : orders)
    addText(QStringList{order.number, order.firstTitle, moneyText(order.total)}.join(QStringLiteral("  ·  ")),
            "strong");
  say(mergeTexts(findings).join(u'\n'));
}

SplitDialog::SplitDialog(const OrderDetails& order, QWidget* parent)
    : PlanDialog(tr("Split order %1").arg(order.row.number), tr("Split"), Reason::Needed, parent), m_lines(order.lines),
      m_count(new QSpinBox), m_grid(new QGridLayout)
{
  m_count->setRange(2, kMostParcels);
  m_count->setAccessibleName(tr("Number of parcels"));
  auto* label = new QLabel(tr("&Parcels"));
  label->setBuddy(m_count);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  row->addWidget(label);
  row->addWidget(m_count);
  row->addStretch(1);
  body()->addLayout(row);
  m_grid->setHorizontalSpacing(px(Size::Space3));
  m_grid->setVerticalSpacing(px(Size::Space2));
  m_grid->setColumnStretch(0, 1);
  body()->addLayout(m_grid);
  connect(m_count, &QSpinBox::valueChanged, this, &SplitDialog::setParcels);
  setParcels(m_count->value());
  m_count->setFocus();
}

/// Builds the grid anew: a column for each parcel, the last one counts by itself.
void SplitDialog::setParcels(int count)
{
  while (QLayoutItem* item = m_grid->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_pieces.assign(m_lines.size(), {});
  m_rest.clear();
  for (int parcel = 1; parcel <= count; ++parcel)
    m_grid->addWidget(new QLabel(tr("Parcel %1").arg(parcel)), 0, parcel);
  QWidget* before = m_count;
  for (size_t i = 0; i < m_lines.size(); ++i) {
    const LineSnapshot& line = m_lines[i];
    const int row = int(i) + 1;
    m_grid->addWidget(plainLabel(QStringLiteral("%1 × %2").arg(numberText(line.quantity), line.title)), row, 0);
    for (int parcel = 1; parcel < count; ++parcel) {
      auto* pieces = new QSpinBox;
      pieces->setRange(0, int(std::min<qint64>(line.quantity, std::numeric_limits<int>::max())));
      pieces->setAccessibleName(tr("Pieces of %1 in parcel %2").arg(line.title).arg(parcel));
      connect(pieces, &QSpinBox::valueChanged, this, &SplitDialog::showRest);
      m_grid->addWidget(pieces, row, parcel);
      setTabOrder(before, pieces);
      before = pieces;
      m_pieces[i].push_back(pieces);
    }
    m_rest.push_back(new QLabel);
    m_grid->addWidget(m_rest.back(), row, count);
  }
  leadToReason(before);
  showRest();
}

std::vector<ParcelPieces> SplitDialog::parcels() const
{
  std::vector<ParcelPieces> parcels(size_t(m_count->value()));
  for (size_t i = 0; i < m_lines.size(); ++i) {
    qint64 rest = m_lines[i].quantity;
    for (size_t parcel = 0; parcel < m_pieces[i].size(); ++parcel)
      if (const qint64 pieces = m_pieces[i][parcel]->value(); pieces > 0) {
        parcels[parcel].push_back({qint64(i), pieces});
        rest -= pieces;
      }
    if (rest > 0)
      parcels.back().push_back({qint64(i), rest});
  }
  return parcels;
}

void SplitDialog::showRest()
{
  std::vector<qint64> quantities;
  for (size_t i = 0; i < m_lines.size(); ++i) {
    qint64 rest = m_lines[i].quantity;
    for (const QSpinBox* pieces : m_pieces[i])
      rest -= pieces->value();
    m_rest[i]->setText(numberText(rest));
    quantities.push_back(m_lines[i].quantity);
  }
  const auto fault = splitFault(quantities, parcels());
  say(fault ? splitText(*fault) : QString());
}

} // namespace supercargo
