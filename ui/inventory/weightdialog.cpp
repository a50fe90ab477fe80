#include "ui/inventory/weightdialog.h"

#include "core/stock/articles.h"
#include "ui/text/format.h"

#include <QSpinBox>

namespace supercargo {

WeightDialog::WeightDialog(const QString& sku, std::optional<qint64> said, std::optional<qint64> ofParts,
                           QWidget* parent)
    : ShortDialog(tr("Weight of a piece"), tr("Save"), parent), m_grams(new QSpinBox)
{
  addText(sku, "strong");
  m_grams->setRange(0, int(kHeaviestPiece));
  m_grams->setSuffix(QStringLiteral(" g"));
  m_grams->setSpecialValueText(tr("not known"));
  m_grams->setAccessibleName(tr("Weight"));
  m_grams->setValue(int(said.value_or(0)));
  addForm()->addRow(tr("Weight"), m_grams);
  if (!said && ofParts)
    addText(tr("Its parts weigh %1 together; a weight that you say here counts instead.").arg(gramsText(*ofParts)),
            "small");
  addText(tr("Shipping rules and bookings go by it when nobody has weighed the parcel and every article in it is "
             "known."),
          "small");
  action()->setEnabled(false);
  connect(m_grams, &QSpinBox::valueChanged, this, [this, said] { action()->setEnabled(grams() != said); });
  m_grams->selectAll();
}

std::optional<qint64> WeightDialog::grams() const
{
  return m_grams->value() > 0 ? std::optional<qint64>(m_grams->value()) : std::nullopt;
}

} // namespace supercargo
