#include "ui/settings/picturesettings.h"

#include "core/base/deliver.h"
#include "core/pictures/picturefetcher.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

PictureSettings::PictureSettings(PictureFetcher* fetcher, QWidget* parent)
    : QFrame(parent), m_fetcher(fetcher), m_heading(new QLabel), m_note(new QLabel), m_clear(new QPushButton)
{
  setRole(this, "card");
  auto* inside = new QVBoxLayout(this);
  inside->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space4));
  inside->setSpacing(px(Size::Space2));
  setRole(m_heading, "strong");
  setRole(m_note, "muted");
  m_note->setWordWrap(true);
  inside->addWidget(m_heading);
  inside->addWidget(m_note);
  auto* line = new QHBoxLayout;
  line->addWidget(m_clear);
  line->addStretch(1);
  inside->addLayout(line);
  connect(m_clear, &QPushButton::clicked, this, &PictureSettings::clear);
  retranslate();
}

void PictureSettings::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void PictureSettings::showEvent(QShowEvent* event)
{
  measure();
  QFrame::showEvent(event);
}

void PictureSettings::measure()
{
  if (!m_fetcher)
    return;
  deliver(m_fetcher->bytesKept(), this, [this](const Result<qint64>& bytes) {
    m_bytes = bytes.value_or(0);
    retranslate();
  });
}

void PictureSettings::clear()
{
  deliver(m_fetcher->clear(), this, [this](const Result<qint64>& left) {
    m_bytes = left.value_or(0);
    retranslate();
  });
}

void PictureSettings::retranslate()
{
  m_heading->setText(tr("Pictures of products"));
  m_note->setText(tr("They come from the shops and are kept on this machine, so that they are there without a network. "
                     "They take %1 now.")
                      .arg(QLocale().formattedDataSize(m_bytes, 1, QLocale::DataSizeTraditionalFormat)));
  m_clear->setText(tr("Delete the pictures"));
  m_clear->setEnabled(m_fetcher && m_bytes > 0);
}

} // namespace supercargo
