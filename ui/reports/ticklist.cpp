#include "ui/reports/ticklist.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace supercargo {
namespace {
constexpr int kFewChoices = 12; ///< so many need no searching
}

TickList::TickList(QWidget* parent) : QPushButton(parent), m_find(new QLineEdit), m_list(new QListWidget)
{
  setRole(this, "combo");
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(px(Size::Space2), px(Size::Space2), px(Size::Space2), px(Size::Space2));
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_find);
  column->addWidget(m_list);
  m_find->setClearButtonEnabled(true);
  m_list->setMinimumSize(px(Size::Details) / 2, px(Size::Details) * 3 / 4);
  m_list->setFrameShape(QFrame::NoFrame);
  auto* menu = new QMenu(this);
  auto* content = new QWidgetAction(menu);
  content->setDefaultWidget(box);
  menu->addAction(content);
  connect(this, &QPushButton::clicked, menu, [this, menu] { menu->popup(mapToGlobal(QPoint(0, height()))); });
  connect(menu, &QMenu::aboutToShow, this, [this] {
    m_find->clear();
    m_find->isVisibleTo(m_find->parentWidget()) ? m_find->setFocus() : m_list->setFocus();
  });
  connect(m_find, &QLineEdit::textChanged, this, &TickList::filter);
  connect(m_list, &QListWidget::itemChanged, this, &TickList::take);
}

void TickList::setChoices(const QStringList& choices, const QStringList& ticked)
{
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  m_ticked.clear();
  for (const QString& choice : choices) {
    auto* item = new QListWidgetItem(choice, m_list);
    item->setData(Qt::UserRole, choice);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked.contains(choice) ? Qt::Checked : Qt::Unchecked);
  }
  for (const QString& choice : ticked)
    if (choices.contains(choice))
      m_ticked.append(choice);
  m_find->setVisible(choices.size() > kFewChoices);
}

void TickList::tick(const QString& choice, bool on)
{
  for (int row = 0; row < m_list->count(); ++row)
    if (m_list->item(row)->data(Qt::UserRole).toString() == choice)
      m_list->item(row)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

void TickList::take(const QListWidgetItem* item)
{
  const QString choice = item->data(Qt::UserRole).toString();
  const bool on = item->checkState() == Qt::Checked;
  if (on == m_ticked.contains(choice))
    return; // only its word changed
  if (on)
    m_ticked.append(choice);
  else
    m_ticked.removeAll(choice);
  tell();
  Q_EMIT changed();
}

void TickList::filter(const QString& text)
{
  for (int row = 0; row < m_list->count(); ++row)
    m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

void TickList::retranslate(const std::function<QString(const QString&)>& word)
{
  {
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row)
      m_list->item(row)->setText(word(m_list->item(row)->data(Qt::UserRole).toString()));
  }
  m_find->setPlaceholderText(tr("Find"));
  m_find->setAccessibleName(tr("Find"));
  m_list->setAccessibleName(accessibleName());
  tell();
}

void TickList::paintEvent(QPaintEvent* event)
{
  QPushButton::paintEvent(event);
  QPainter painter(this);
  const int side = px(Size::IconSmall);
  paintIcon(painter, QStringLiteral("chevron-down"),
            QRect(width() - side - px(Size::Space2), (height() - side) / 2, side, side), Ink::TextMuted);
}

void TickList::tell()
{
  QString first;
  for (int row = 0; row < m_list->count(); ++row)
    if (!m_ticked.isEmpty() && m_list->item(row)->data(Qt::UserRole).toString() == m_ticked.first())
      first = m_list->item(row)->text();
  setText(m_ticked.isEmpty()     ? tr("none")
          : m_ticked.size() == 1 ? first
                                 : tr("%1 and %n more", nullptr, int(m_ticked.size()) - 1).arg(first));
}

} // namespace supercargo
