#pragma once

#include "ui/pages.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace supercargo {

/// The way to what steers shipping: senders, shipping rules, bins.
class ShippingSettings : public QFrame {
  Q_OBJECT
public:
  explicit ShippingSettings(const PageContext& context, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  QLabel *m_heading, *m_note;
  QPushButton *m_senders, *m_rules, *m_bins;
};

} // namespace supercargo
