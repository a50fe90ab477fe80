#include "ui/mainwindow/sidebar.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr qint64 kBadgeLimit = 9'999;

class PageButton : public QToolButton {
public:
  PageButton(const QString& icon, const QKeySequence& shortcut) : m_shortcut(shortcut)
  {
    setIcon(themedIcon(icon));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
  }

  void setTitle(const QString& title)
  {
    m_title = title;
    setText(QStringLiteral("  ") + title);
    setToolTip(QStringLiteral("%1 (%2)").arg(title, m_shortcut.toString(QKeySequence::NativeText)));
    describe();
  }

  void setBadge(qint64 count, bool attention)
  {
    m_count = count;
    m_attention = attention;
    describe();
    update();
  }

protected:
  void paintEvent(QPaintEvent* event) override
  {
    QToolButton::paintEvent(event);
    if (m_count <= 0)
      return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(typeFont(Size::TypeSmall, QFont::DemiBold));
    const QString text = countText(m_count, kBadgeLimit);
    const int height = px(Size::Pill);
    const int wide = std::max(height, painter.fontMetrics().horizontalAdvance(text) + px(Size::Space3));
    const QRect pill(width() - wide - px(Size::Space2), (this->height() - height) / 2, wide, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(m_attention ? Ink::DangerSoft : Ink::NeutralSoft));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setPen(ink(m_attention ? Ink::Danger : Ink::Neutral));
    painter.drawText(pill, Qt::AlignCenter, text);
  }

private:
  void describe()
  {
    setAccessibleName(m_count > 0 ? QStringLiteral("%1, %2").arg(m_title, countText(m_count, kBadgeLimit)) : m_title);
  }

  QKeySequence m_shortcut;
  QString m_title;
  qint64 m_count = 0;
  bool m_attention = false;
};

} // namespace

SideBar::SideBar(QWidget* parent) : QFrame(parent), m_buttons(new QButtonGroup(this)), m_layout(new QVBoxLayout(this))
{
  setObjectName(QStringLiteral("sidebar"));
  m_layout->setContentsMargins(px(Size::Space2), px(Size::Space3), px(Size::Space2), px(Size::Space3));
  m_layout->setSpacing(px(Size::Space1) / 2);
  m_layout->addStretch();
  connect(m_buttons, &QButtonGroup::idClicked, this, &SideBar::chosen);
  // A screen reader chooses without a click.
  connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool on) {
    if (on)
      Q_EMIT chosen(index);
  });
}

void SideBar::addPage(const QString& icon, const QKeySequence& shortcut)
{
  const int index = int(m_buttons->buttons().size());
  auto* button = new PageButton(icon, shortcut);
  m_buttons->addButton(button, index);
  m_layout->insertWidget(index, button);
}

void SideBar::setTitle(int index, const QString& title)
{
  static_cast<PageButton*>(m_buttons->button(index))->setTitle(title);
}

void SideBar::setBadge(int index, qint64 count, bool attention)
{
  static_cast<PageButton*>(m_buttons->button(index))->setBadge(count, attention);
}

void SideBar::setCurrent(int index)
{
  const QSignalBlocker quiet(m_buttons);
  m_buttons->button(index)->setChecked(true);
}

} // namespace supercargo
