#pragma once

#include "ui/inventory/shortdialog.h"

#include <optional>

class QSpinBox;

namespace supercargo {

/// What a piece of an article weighs, as far as somebody has said it. `ofParts`: what a bundle weighs by its parts.
class WeightDialog : public ShortDialog {
  Q_OBJECT
public:
  WeightDialog(const QString& sku, std::optional<qint64> said, std::optional<qint64> ofParts,
               QWidget* parent = nullptr);
  std::optional<qint64> grams() const; ///< nullopt: it is not known

private:
  QSpinBox* m_grams;
};

} // namespace supercargo
