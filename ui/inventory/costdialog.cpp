#include "ui/inventory/costdialog.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

namespace supercargo {

CostDialog::CostDialog(const QString& sku, const std::vector<ArticleCost>& history, Currency currency,
                       const QTimeZone& zone, QDate today, QWidget* parent)
    : ShortDialog(tr("Cost of a piece"), tr("Save"), parent), m_currency(currency), m_cost(new QLineEdit),
      m_reason(new QLineEdit), m_from(new QDateEdit(today))
{
  addText(sku, "strong");
  QFormLayout* form = addForm();
  m_cost->setAccessibleName(tr("Cost, %1").arg(currency.code()));
  m_from->setMaximumDate(today);
  m_from->setAccessibleName(tr("From"));
  m_reason->setAccessibleName(tr("Reason"));
  form->addRow(m_cost->accessibleName(), m_cost);
  form->addRow(tr("From"), m_from);
  form->addRow(tr("Reason"), m_reason);
  addText(tr("Sales since then whose cost was not known get it; what was sold at a known cost keeps that cost."),
          "small");
  if (!history.empty()) {
    QTableWidget* table = addTable({tr("Reason"), tr("From"), tr("Cost")}, tr("Costs until now"));
    for (const ArticleCost& step : history) {
      const int row = table->rowCount();
      table->insertRow(row);
      const QStringList cells{step.reason, dateText(step.from, zone), moneyText(step.cost)};
      for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        table->setItem(row, column, item);
      }
    }
  }
  connect(m_cost, &QLineEdit::textChanged, this, &CostDialog::check);
  check();
}

std::optional<Money> CostDialog::cost() const
{
  const auto cost = Money::parse(m_cost->text().trimmed(), m_currency);
  return cost && cost->minor() >= 0 ? std::optional(*cost) : std::nullopt;
}

QDate CostDialog::from() const
{
  return m_from->date();
}

QString CostDialog::reason() const
{
  return m_reason->text().trimmed();
}

void CostDialog::check()
{
  const bool isFaulty = !m_cost->text().trimmed().isEmpty() && !cost();
  say(isFaulty ? tr("“%1” is no amount.").arg(m_cost->text()) : QString());
  action()->setEnabled(cost().has_value());
}

} // namespace supercargo
