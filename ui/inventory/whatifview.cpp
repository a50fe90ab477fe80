#include "ui/inventory/whatifview.h"

#include "ui/inventory/servicecurve.h"
#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace supercargo {
namespace {

constexpr int kLeast = 500, kMost = 999; ///< thousandths of service level

} // namespace

WhatIfView::WhatIfView(QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal)), m_curve(new ServiceCurve), m_title(new QLabel),
      m_told(new QLabel)
{
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Size::Space1));
  setRole(m_title, "section");
  m_told->setWordWrap(true);
  m_slider->setRange(kLeast, kMost);
  m_slider->setSingleStep(5);
  m_slider->setPageStep(50);
  m_slider->setValue(950);
  column->addWidget(m_title);
  column->addWidget(m_curve);
  column->addWidget(m_slider);
  column->addWidget(m_told);
  connect(m_slider, &QSlider::valueChanged, this, &WhatIfView::tell);
  clear();
}

void WhatIfView::show(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy, std::optional<Money> unitCost)
{
  m_terms = terms;
  m_policy = policy;
  m_unitCost = unitCost;
  tell();
}

void WhatIfView::clear()
{
  m_terms.reset();
  tell();
}

double WhatIfView::level() const
{
  return m_slider->value() / 1000.0;
}

void WhatIfView::tell()
{
  m_title->setText(tr("What if the service level were other?"));
  m_slider->setAccessibleName(tr("Service level"));
  const bool hasDemand = m_terms && m_terms->demand.perDay > 0;
  m_slider->setEnabled(hasDemand);
  m_curve->setVisible(hasDemand);
  if (!hasDemand) {
    m_curve->setPoints({}, 0);
    return m_told->setText(tr("Without demand there is nothing to weigh."));
  }
  std::vector<ServicePoint> points;
  for (int thousandth = kLeast; thousandth <= kMost; thousandth += 1)
    points.push_back(servicePoint(*m_terms, m_policy, thousandth / 1000.0));
  m_curve->setPoints(std::move(points), level());
  const ServicePoint point = servicePoint(*m_terms, m_policy, level());
  QString text =
      tr("At %1 no stock-out in a cycle: %2 pieces of safety stock, order at %3. About %4 pieces a year are "
         "asked for in vain; %5 of demand is served at once.")
          .arg(percentText(point.serviceLevel), decimalText(point.safetyStock), decimalText(point.reorderPoint),
               decimalText(point.shortPerYear), percentText(point.fillRate));
  if (m_unitCost) {
    // Whole pieces are bought: the amount is exact.
    const auto tied = m_unitCost->times(qint64(std::ceil(std::max(0.0, point.safetyStock))));
    if (tied)
      text += u' ' + tr("The safety stock ties up %1.").arg(moneyText(*tied));
  }
  m_told->setText(text);
  m_slider->setToolTip(percentText(level()));
}

void WhatIfView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    tell();
  QWidget::changeEvent(event);
}

} // namespace supercargo
