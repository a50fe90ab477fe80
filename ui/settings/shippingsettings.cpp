#include "ui/settings/shippingsettings.h"

#include "ui/booking/binsdialog.h"
#include "ui/booking/sendersdialog.h"
#include "ui/booking/shippingrulesdialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace supercargo {

ShippingSettings::ShippingSettings(const PageContext& context, QWidget* parent)
    : QFrame(parent), m_heading(new QLabel), m_note(new QLabel), m_senders(new QPushButton), m_rules(new QPushButton),
      m_bins(new QPushButton)
{
  setRole(this, "card");
  setRole(m_heading, "strong");
  setRole(m_note, "muted");
  m_note->setWordWrap(true);
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  for (QPushButton* button : {m_senders, m_rules, m_bins})
    line->addWidget(button);
  line->addStretch(1);
  auto* inside = new QVBoxLayout(this);
  inside->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space4));
  inside->setSpacing(px(Size::Space2));
  inside->addWidget(m_heading);
  inside->addWidget(m_note);
  inside->addLayout(line);
  const auto open = [](QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  };
  connect(m_senders, &QPushButton::clicked, this, [=, this] { open(new SendersDialog(context, this)); });
  connect(m_rules, &QPushButton::clicked, this, [=, this] { open(new ShippingRulesDialog(context, this)); });
  connect(m_bins, &QPushButton::clicked, this, [=, this] { open(new BinsDialog(context, this)); });
  retranslate();
}

void ShippingSettings::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void ShippingSettings::retranslate()
{
  m_heading->setText(tr("Shipping"));
  m_note->setText(tr("Where parcels leave from, which courier carries which order, and where goods lie."));
  m_senders->setText(tr("Senders…"));
  m_rules->setText(tr("Shipping rules…"));
  m_bins->setText(tr("Bins…"));
}

} // namespace supercargo
