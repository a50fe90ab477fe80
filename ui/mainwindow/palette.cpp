#include "ui/mainwindow/palette.h"

#include "core/base/deliver.h"
#include "core/base/text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kOrdersShown = 8;
constexpr int kRowsShown = 10;
constexpr std::chrono::milliseconds kDebounce(120);
constexpr int kHintRole = Qt::UserRole + 1;
constexpr int kIconRole = Qt::UserRole + 2;

/// Icon, title, and the hint in muted ink at the right.
class EntryDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
  {
    const QRect row = option.rect.adjusted(px(Size::Space1), 0, -px(Size::Space1), 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(ink(Ink::Selected));
      painter->drawRoundedRect(row, px(Size::Radius), px(Size::Radius));
    }
    const int icon = px(Size::Icon);
    const QRect iconRect(row.left() + px(Size::Space2), row.center().y() - icon / 2 + 1, icon, icon);
    paintIcon(*painter, index.data(kIconRole).toString(), iconRect, Ink::TextMuted);
    painter->setFont(typeFont(Size::TypeSmall));
    const QString hint = index.data(kHintRole).toString();
    const int hintWidth = painter->fontMetrics().horizontalAdvance(hint);
    QRect rest = row.adjusted(icon + px(Size::Space4), 0, -px(Size::Space3), 0);
    painter->setPen(ink(Ink::TextMuted));
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, hint);
    rest.setRight(rest.right() - hintWidth - px(Size::Space3));
    painter->setFont(typeFont(Size::TypeBody));
    painter->setPen(ink(Ink::Text));
    const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter->restore();
  }

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, px(Size::Row)}; }
};

} // namespace

Palette::Palette(Database& db, QWidget* window)
    : QFrame(window), m_db(db), m_field(new QLineEdit), m_list(new QListWidget), m_nothing(new QLabel)
{
  setObjectName(QStringLiteral("palette"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addWidget(m_field);
  layout->addWidget(m_list);
  layout->addWidget(m_nothing);
  setRole(m_nothing, "muted");
  m_nothing->setAlignment(Qt::AlignCenter);
  m_nothing->setFixedHeight(px(Size::Topbar));
  m_list->setItemDelegate(new EntryDelegate(m_list));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_field->installEventFilter(this);
  m_debounce.setSingleShot(true);
  m_debounce.setInterval(kDebounce);
  connect(m_field, &QLineEdit::textChanged, this, [this] {
    m_orders.clear();
    ++m_request;
    list();
    m_debounce.start();
  });
  connect(&m_debounce, &QTimer::timeout, this, &Palette::readOrders);
  connect(m_list, &QListWidget::itemClicked, this, &Palette::runCurrent);
  retranslate();
  hide();
}

void Palette::open(std::vector<PaletteEntry> entries, std::function<void(OrderId)> showOrder)
{
  if (!isVisible())
    m_before = QApplication::focusWidget();
  m_entries = std::move(entries);
  m_showOrder = std::move(showOrder);
  m_orders.clear();
  m_field->clear();
  list();
  show();
  raise();
  m_field->setFocus();
}

bool Palette::matches(const QString& title, const QString& query)
{
  for (const QString& word : query.split(u' ', Qt::SkipEmptyParts)) {
    const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
      return false;
    if (word.front().unicode() < 0x2E80 && at > 0 && !title.contains(u' ' + word, Qt::CaseInsensitive))
      return false;
  }
  return true;
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
  if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
    event->accept(); // while it is open the keys are its own
    return false;
  }
  if (watched == m_field && event->type() == QEvent::FocusOut && isVisible())
    closePalette();
  if (watched != m_field || event->type() != QEvent::KeyPress)
    return QFrame::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  const int rows = m_list->count();
  if (key == Qt::Key_Escape)
    closePalette();
  else if (key == Qt::Key_Return || key == Qt::Key_Enter)
    runCurrent();
  else if ((key == Qt::Key_Down || key == Qt::Key_Up) && rows > 0)
    m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows);
  else
    return QFrame::eventFilter(watched, event);
  return true;
}

void Palette::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void Palette::retranslate()
{
  m_field->setPlaceholderText(tr("Search pages, commands and orders"));
  m_field->setAccessibleName(m_field->placeholderText());
  m_list->setAccessibleName(tr("Results"));
  m_nothing->setText(tr("Nothing found"));
}

void Palette::list()
{
  m_list->clear();
  m_shown.clear();
  const QString query = m_field->text().trimmed();
  for (const OrderRow& row : m_orders) {
    const QString who = maskName(row.customer);
    const QStringList parts{row.number, who, row.firstTitle, moneyText(row.total)};
    addRow({statusWord(row.status).icon, parts.join(QStringLiteral("  ")), statusWord(row.status).word,
            [show = m_showOrder, id = row.id] { show(id); }});
  }
  for (const PaletteEntry& entry : m_entries)
    if (matches(entry.title, query))
      addRow(entry);
  m_list->setCurrentRow(0);
  const int rows = m_list->count();
  m_list->setVisible(rows > 0);
  m_nothing->setVisible(rows == 0);
  m_list->setFixedHeight(std::min(rows, kRowsShown) * px(Size::Row) + px(Size::Space3));
  const int width = std::min(px(Size::Palette), parentWidget()->width() - px(Size::Space8));
  resize(width, sizeHint().height());
  move((parentWidget()->width() - width) / 2, px(Size::Topbar));
  adjustSize();
  resize(width, height());
}

void Palette::readOrders()
{
  const QString query = m_field->text().trimmed();
  if (query.isEmpty() || !isVisible())
    return;
  OrderQuery wanted;
  wanted.filter.texts = query.split(u' ', Qt::SkipEmptyParts);
  wanted.limit = kOrdersShown;
  const int request = ++m_request;
  deliver(m_db.read([wanted](Connection& c) { return orderRows(c, wanted); }), this,
          [this, request](Result<std::vector<OrderRow>> rows) {
            if (request != m_request || !rows)
              return;
            m_orders = std::move(*rows);
            list();
          });
}

void Palette::runCurrent()
{
  const int row = m_list->currentRow();
  if (row < 0 || size_t(row) >= m_shown.size())
    return;
  const auto run = m_shown[size_t(row)].run;
  closePalette();
  run();
}

void Palette::closePalette()
{
  ++m_request;
  hide();
  if (m_before)
    m_before->setFocus();
}

void Palette::addRow(const PaletteEntry& entry)
{
  auto* item = new QListWidgetItem(entry.title, m_list);
  item->setData(kHintRole, entry.hint);
  item->setData(kIconRole, entry.icon);
  m_shown.push_back(entry);
}

} // namespace supercargo
