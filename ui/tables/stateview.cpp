#include "ui/tables/stateview.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kLoadingDelay(150);

/// Grey bars where rows will be; still, since motion would explain nothing.
class Skeleton : public QWidget {
protected:
  void paintEvent(QPaintEvent*) override
  {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Ink::Skeleton));
    const int row = px(Size::Row), bar = px(Size::Space2), gap = px(Size::Space4);
    for (int y = row; y + row < height(); y += row) {
      int x = gap;
      for (const int part : {2, 2, 3, 5, 2, 3}) {
        const int wide = (width() - 7 * gap) * part / 17;
        painter.drawRoundedRect(QRect(x, y + (row - bar) / 2, wide * (8 - y / row % 3) / 10, bar), bar / 2.0,
                                bar / 2.0);
        x += wide + gap;
      }
    }
  }
};

} // namespace

StateView::StateView(QWidget* content, QWidget* parent)
    : QStackedWidget(parent), m_full(new QWidget), m_skeleton(new Skeleton), m_message(new QWidget), m_icon(new QLabel),
      m_sentence(new QLabel), m_more(new QLabel), m_button(new QPushButton), m_stale(new QLabel)
{
  auto* full = new QVBoxLayout(m_full);
  full->setContentsMargins(0, 0, 0, 0);
  full->setSpacing(0);
  full->addWidget(m_stale);
  full->addWidget(content, 1);
  setRole(m_stale, "small");
  m_stale->setContentsMargins(px(Size::Space4), px(Size::Space1), px(Size::Space4), px(Size::Space1));
  m_stale->hide();
  auto* middle = new QVBoxLayout(m_message);
  middle->addStretch(2);
  for (QWidget* part :
       {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_more)})
    middle->addWidget(part, 0, Qt::AlignCenter);
  middle->addSpacing(px(Size::Space2));
  middle->addWidget(m_button, 0, Qt::AlignCenter);
  middle->addStretch(3);
  setRole(m_sentence, "strong");
  setRole(m_more, "muted");
  m_button->setAccessibleName(tr("Try again"));
  addWidget(m_full);
  addWidget(m_skeleton);
  addWidget(m_message);
  m_delay.setSingleShot(true);
  m_delay.setInterval(kLoadingDelay);
  connect(&m_delay, &QTimer::timeout, this, [this] { setCurrentWidget(m_skeleton); });
  connect(m_button, &QPushButton::clicked, this, [this] { m_failed ? Q_EMIT retryPressed() : Q_EMIT buttonPressed(); });
}

void StateView::showContent()
{
  m_delay.stop();
  setCurrentWidget(m_full);
}

void StateView::showLoading()
{
  if (currentWidget() != m_skeleton)
    m_delay.start();
}

void StateView::showEmpty(const QString& icon, const QString& sentence, const QString& button)
{
  m_failed = false;
  showMessage(icon, sentence, {}, button);
}

void StateView::showError(const Error& error)
{
  m_failed = true;
  const ErrorSentence sentence = errorSentence(error.kind);
  m_message->setToolTip(error.detail);
  showMessage(QStringLiteral("triangle-alert"), sentence.what, sentence.todo, tr("Try again"));
}

void StateView::setStale(const QString& sentence)
{
  m_stale->setText(sentence);
  m_stale->setVisible(!sentence.isEmpty());
}

void StateView::showMessage(const QString& icon, const QString& sentence, const QString& more, const QString& button)
{
  m_delay.stop();
  m_icon->setPixmap(iconPixmap(icon, px(Size::IconLarge), Ink::TextMuted, devicePixelRatioF()));
  m_sentence->setText(sentence);
  m_more->setText(more);
  m_more->setVisible(!more.isEmpty());
  m_button->setText(button);
  m_button->setAccessibleName(button.isEmpty() ? tr("Try again") : button);
  m_button->setVisible(!button.isEmpty());
  setCurrentWidget(m_message);
}

} // namespace supercargo
