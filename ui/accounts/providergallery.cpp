#include "ui/accounts/providergallery.h"

#include "ui/accounts/freshness.h"
#include "ui/accounts/localtext.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace supercargo {

QIcon providerIcon(const QString& provider)
{
  const QString file = QStringLiteral(":/providers/%1/icon.svg").arg(provider);
  return QFile::exists(file) ? QIcon(file) : themedIcon(QStringLiteral("plug"));
}

ProviderGallery::ProviderGallery(QWidget* parent) : QWidget(parent)
{
  m_search = new QLineEdit(this);
  m_search->setClearButtonEnabled(true);
  m_search->installEventFilter(this);
  m_list = new QListWidget(this);
  m_list->setObjectName(QStringLiteral("providers"));
  m_list->setIconSize({px(Size::IconLarge), px(Size::IconLarge)});
  m_list->setWordWrap(true);
  m_list->setSpacing(px(Size::Space1)); // several lines each: the gap says where one ends
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_nothing = new QLabel(this);
  m_nothing->setAlignment(Qt::AlignCenter);
  setRole(m_nothing, "muted");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_search);
  column->addWidget(m_nothing);
  column->addWidget(m_list, 1);
  setFocusProxy(m_search);
  connect(m_search, &QLineEdit::textChanged, this, &ProviderGallery::fill);
  connect(m_list, &QListWidget::itemActivated, this, &ProviderGallery::chooseCurrent);
  connect(m_list, &QListWidget::itemClicked, this, &ProviderGallery::chooseCurrent);
  fill();
}

void ProviderGallery::chooseCurrent()
{
  const QListWidgetItem* item = m_list->currentItem();
  if (item && item->flags().testFlag(Qt::ItemIsSelectable))
    Q_EMIT chosen(item->data(Qt::UserRole).toString());
}

bool ProviderGallery::eventFilter(QObject* watched, QEvent* event)
{
  if (watched == m_search && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
      m_list->setFocus(Qt::OtherFocusReason);
      return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      chooseCurrent();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void ProviderGallery::fill()
{
  m_search->setPlaceholderText(tr("Search platforms, payments and couriers"));
  m_search->setAccessibleName(tr("Search providers"));
  m_list->setAccessibleName(tr("Providers that can be connected"));
  const QString wanted = m_search->text().trimmed();
  m_list->clear();
  int first = -1;
  for (int kind = int(ProviderKind::Shop); kind <= int(ProviderKind::Social); ++kind) {
    bool headed = false;
    for (const Provider& provider : providers()) {
      const Declaration& declaration = provider.declaration;
      const QString words = declaration.id + u' ' + declaration.name.en + u' ' + declaration.name.zh;
      if (int(declaration.kind) != kind || !words.contains(wanted, Qt::CaseInsensitive))
        continue;
      if (!headed) {
        auto* head = new QListWidgetItem(providerKindText(ProviderKind(kind)), m_list);
        head->setFlags(Qt::NoItemFlags);
        head->setForeground(ink(Ink::TextMuted));
        QFont bold = head->font();
        bold.setBold(true);
        head->setFont(bold);
        headed = true;
      }
      const QString name = localText(declaration.name), about = localText(declaration.about);
      auto* item =
          new QListWidgetItem(providerIcon(declaration.id), about.isEmpty() ? name : name + u'\n' + about, m_list);
      item->setData(Qt::UserRole, declaration.id);
      item->setData(Qt::AccessibleTextRole, name);
      item->setData(Qt::AccessibleDescriptionRole, about);
      item->setToolTip(about);
      if (first < 0)
        first = m_list->row(item);
    }
  }
  if (first >= 0)
    m_list->setCurrentRow(first);
  m_nothing->setText(tr("No provider matches “%1”.").arg(wanted));
  m_nothing->setVisible(first < 0);
  m_list->setVisible(first >= 0);
}

void ProviderGallery::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    fill();
  QWidget::changeEvent(event);
}

} // namespace supercargo
