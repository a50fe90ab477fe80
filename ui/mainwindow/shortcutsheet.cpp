#include "ui/mainwindow/shortcutsheet.h"

#include "ui/actions/actions.h"
#include "ui/pages.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace supercargo {
namespace {

QString scopeTitle(const QString& scope)
{
  if (scope == u"window")
    return ShortcutSheet::tr("Everywhere");
  if (scope == u"list")
    return ShortcutSheet::tr("In lists");
  for (const PageInfo& page : pageTable())
    if (scope == QLatin1String(page.id))
      return pageTitle(page);
  return {};
}

QString keysText(const QList<QKeySequence>& keys)
{
  QStringList texts;
  for (const QKeySequence& key : keys)
    texts.append(key.toString(QKeySequence::NativeText));
  return texts.join(QStringLiteral("   "));
}

class Sheet {
public:
  explicit Sheet(QGridLayout* grid) : m_grid(grid) {}

  void addHead(const QString& text)
  {
    auto* head = new QLabel(text);
    setRole(head, "section");
    head->setContentsMargins(0, px(Size::Space3), 0, px(Size::Space1));
    m_grid->addWidget(head, m_row++, 0, 1, 2);
  }

  void addKey(const QString& text, const QString& keys)
  {
    auto* label = new QLabel(keys);
    setRole(label, "muted");
    m_grid->addWidget(new QLabel(text), m_row, 0);
    m_grid->addWidget(label, m_row++, 1, Qt::AlignRight);
  }

private:
  QGridLayout* m_grid;
  int m_row = 0;
};

} // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent) : QDialog(parent)
{
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* content = new QWidget;
  auto* grid = new QGridLayout(content);
  grid->setContentsMargins(px(Size::Space6), px(Size::Space3), px(Size::Space6), px(Size::Space6));
  grid->setHorizontalSpacing(px(Size::Space8));
  grid->setVerticalSpacing(px(Size::Space2));
  Sheet sheet(grid);
  QString scope;
  for (const ActionInfo& action : actionTable()) {
    const QString title = scopeTitle(QString::fromLatin1(action.scope));
    const auto keys = actionShortcuts(action.id);
    if (title.isEmpty() || keys.isEmpty())
      continue; // of a page that is not in this program
    if (scope != QLatin1String(action.scope)) {
      scope = QString::fromLatin1(action.scope);
      sheet.addHead(title);
      if (scope == u"window")
        sheet.addKey(tr("Go to a page"), tr("Ctrl+1 … Ctrl+9"));
    }
    sheet.addKey(actionText(action.id), keysText(keys));
  }
  grid->setRowStretch(grid->rowCount(), 1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setAccessibleName(windowTitle());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  resize(px(Size::Palette), px(Size::Palette));
}

QStringList shortcutConflicts()
{
  QStringList conflicts;
  const auto clash = [](const char* a, const char* b) {
    const auto covers = [](const char* wide, const char* scope) {
      return qstrcmp(wide, "window") == 0 ||
             (qstrcmp(wide, "list") == 0 && qstrcmp(scope, "overview") != 0); // has no list
    };
    return covers(a, b) || covers(b, a) || qstrcmp(a, b) == 0;
  };
  const auto table = actionTable();
  for (size_t i = 0; i < table.size(); ++i)
    for (const QKeySequence& key : actionShortcuts(table[i].id)) {
      for (size_t j = i + 1; j < table.size(); ++j)
        if (clash(table[i].scope, table[j].scope) && actionShortcuts(table[j].id).contains(key))
          conflicts.append(QStringLiteral("%1: %2, %3")
                               .arg(key.toString(), QLatin1String(table[i].key), QLatin1String(table[j].key)));
      for (int page = 1; page <= 9; ++page)
        if (key == QKeySequence(QStringLiteral("Ctrl+%1").arg(page)))
          conflicts.append(QStringLiteral("%1: %2 and a page").arg(key.toString(), QLatin1String(table[i].key)));
    }
  return conflicts;
}

} // namespace supercargo
