#include "ui/inventory/partsdialog.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QTableWidget>

namespace supercargo {

PartsDialog::PartsDialog(const QString& bundle, const std::vector<ArticlePart>& parts, QWidget* parent)
    : ShortDialog(tr("Bundle"), tr("Save"), parent), m_bundle(bundle)
{
  addText(bundle, "strong");
  addText(tr("Whoever buys it takes these parts from the warehouse. Without parts it is an article of its own. Orders "
             "that are open go on as they were."));
  m_table = addTable({tr("SKU of the part"), tr("Pieces")}, tr("Parts of the bundle"));
  QPushButton* more = addButton(tr("Add a part"));
  connect(more, &QPushButton::clicked, this, [this] {
    add(QString(), 1);
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_table->editItem(m_table->currentItem());
  });
  for (const ArticlePart& part : parts)
    add(part.sku, part.quantity);
  if (parts.empty())
    add(QString(), 1);
  connect(m_table, &QTableWidget::itemChanged, this, &PartsDialog::check);
  check();
}

void PartsDialog::add(const QString& sku, qint64 pieces)
{
  const QSignalBlocker quiet(m_table);
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  m_table->setItem(row, 0, new QTableWidgetItem(sku));
  m_table->setItem(row, 1, new QTableWidgetItem(numberText(pieces)));
}

std::vector<ArticlePart> PartsDialog::parts() const
{
  std::vector<ArticlePart> all;
  for (int row = 0; row < m_table->rowCount(); ++row)
    if (const QString sku = m_table->item(row, 0)->text().trimmed(); !sku.isEmpty())
      all.push_back({sku, QLocale().toLongLong(m_table->item(row, 1)->text().trimmed())});
  return all;
}

void PartsDialog::check()
{
  QString fault;
  QStringList seen;
  for (const ArticlePart& part : parts()) {
    if (part.quantity <= 0)
      fault = tr("How many of %1?").arg(part.sku);
    else if (part.sku == m_bundle)
      fault = tr("A bundle is no part of itself.");
    else if (seen.contains(part.sku))
      fault = tr("%1 stands here twice.").arg(part.sku);
    seen << part.sku;
  }
  say(fault);
  action()->setEnabled(fault.isEmpty());
}

} // namespace supercargo
