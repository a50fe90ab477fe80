#pragma once

#include "core/stock/suggestion.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace supercargo {

class ServiceCurve;

/// What more safety costs and what it spares: a slider over service levels, the stock that each ties up against the
/// pieces that buyers ask for in vain.
class WhatIfView : public QWidget {
  Q_OBJECT
public:
  explicit WhatIfView(QWidget* parent = nullptr);
  /// The terms of one article in one warehouse, and what a piece costs, if that is known.
  void show(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy, std::optional<Money> unitCost);
  void clear();
  using QWidget::show;

protected:
  void changeEvent(QEvent* event) override;

private:
  double level() const;
  void tell();

  std::optional<ReplenishmentTerms> m_terms;
  ReplenishmentPolicy m_policy;
  std::optional<Money> m_unitCost;
  QSlider* m_slider;
  ServiceCurve* m_curve;
  QLabel *m_title, *m_told;
};

} // namespace supercargo
