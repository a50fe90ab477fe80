#include "ui/connections/apidocumentpanel.h"

#include "core/providers/provider.h"
#include "ui/accounts/freshness.h"
#include "ui/accounts/localtext.h"
#include "ui/accounts/providergallery.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace supercargo {
namespace {

/// In the order of DocWord.
const char* const kDocumentWords[] = {
    QT_TRANSLATE_NOOP("apidocument", "What is called"),
    QT_TRANSLATE_NOOP("apidocument", "Fields of an account"),
    QT_TRANSLATE_NOOP("apidocument", "What is read, and how often"),
    QT_TRANSLATE_NOOP("apidocument", "How order states are read"),
    QT_TRANSLATE_NOOP("apidocument", "How parcel states are read"),
    QT_TRANSLATE_NOOP("apidocument", "What is not certain"),
    QT_TRANSLATE_NOOP("apidocument", "API version"),
    QT_TRANSLATE_NOOP("apidocument", "Retires"),
    QT_TRANSLATE_NOOP("apidocument", "not announced"),
    QT_TRANSLATE_NOOP("apidocument", "Header that names the version"),
    QT_TRANSLATE_NOOP("apidocument", "Header that announces the end"),
    QT_TRANSLATE_NOOP("apidocument", "Certainty"),
    QT_TRANSLATE_NOOP("apidocument", "Sign-in"),
    QT_TRANSLATE_NOOP("apidocument", "Can"),
    QT_TRANSLATE_NOOP("apidocument", "Calls"),
    QT_TRANSLATE_NOOP("apidocument", "Calls a day"),
    QT_TRANSLATE_NOOP("apidocument", "Endpoint"),
    QT_TRANSLATE_NOOP("apidocument", "Documentation"),
    QT_TRANSLATE_NOOP("apidocument", "%1 a second, bursts of %2, %3 at a time"),
    QT_TRANSLATE_NOOP("apidocument", "Operation"),
    QT_TRANSLATE_NOOP("apidocument", "Request"),
    QT_TRANSLATE_NOOP("apidocument", "Meaning"),
    QT_TRANSLATE_NOOP("apidocument", "Field"),
    QT_TRANSLATE_NOOP("apidocument", "Needed"),
    QT_TRANSLATE_NOOP("apidocument", "Secret"),
    QT_TRANSLATE_NOOP("apidocument", "Where to find it"),
    QT_TRANSLATE_NOOP("apidocument", "Stream"),
    QT_TRANSLATE_NOOP("apidocument", "Looked for every"),
    QT_TRANSLATE_NOOP("apidocument", "Open records read again every"),
    QT_TRANSLATE_NOOP("apidocument", "Page"),
    QT_TRANSLATE_NOOP("apidocument", "Overlap"),
    QT_TRANSLATE_NOOP("apidocument", "Days of history"),
    QT_TRANSLATE_NOOP("apidocument", "Changes that move its time"),
    QT_TRANSLATE_NOOP("apidocument", "Permission"),
    QT_TRANSLATE_NOOP("apidocument", "Provider says"),
    QT_TRANSLATE_NOOP("apidocument", "Order"),
    QT_TRANSLATE_NOOP("apidocument", "Payment"),
    QT_TRANSLATE_NOOP("apidocument", "Fulfilment"),
    QT_TRANSLATE_NOOP("apidocument", "Code"),
    QT_TRANSLATE_NOOP("apidocument", "Parcel"),
    QT_TRANSLATE_NOOP("apidocument", "Reason"),
    QT_TRANSLATE_NOOP("apidocument", "Value"),
    QT_TRANSLATE_NOOP("apidocument", "all"),
    QT_TRANSLATE_NOOP("apidocument", "documented"),
    QT_TRANSLATE_NOOP("apidocument", "tried"),
    QT_TRANSLATE_NOOP("apidocument", "from the community"),
    QT_TRANSLATE_NOOP("apidocument", "uncertain"),
};
static_assert(std::size(kDocumentWords) == size_t(DocWord::Uncertain) + 1);

DocWords words()
{
  return {[](DocWord word) { return QCoreApplication::translate("apidocument", kDocumentWords[size_t(word)]); },
          localText};
}

QString factHtml(const ApiDocument::Fact& fact)
{
  const QString value = fact.value.toHtmlEscaped();
  return QStringLiteral("<tr><td class=name>%1</td><td>%2</td></tr>")
      .arg(fact.name.toHtmlEscaped(), fact.isLink ? QStringLiteral("<a href=\"%1\">%1</a>").arg(value) : value);
}

QString tableHtml(const ApiDocument::Table& table)
{
  QString html =
      QStringLiteral("<h2>%1</h2><table cellspacing=0 width=\"100%\"><tr>").arg(table.heading.toHtmlEscaped());
  for (const QString& column : table.columns)
    html += QStringLiteral("<th>%1</th>").arg(column.toHtmlEscaped());
  html += QStringLiteral("</tr>");
  for (const QStringList& row : table.rows) {
    html += QStringLiteral("<tr>");
    for (qsizetype i = 0; i < row.size(); ++i)
      html += (i < table.codeColumns ? QStringLiteral("<td><code>%1</code></td>") : QStringLiteral("<td>%1</td>"))
                  .arg(row[i].toHtmlEscaped());
    html += QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</table>");
}

QString styleSheet()
{
  // The rich text engine knows few of CSS's words; these it knows.
  return QStringLiteral("h1 { font-size: %1px; } h2 { font-size: %2px; } td, th { padding: %3px %4px; "
                        "border-bottom-width: 1px; border-bottom-style: solid; border-bottom-color: %5; } "
                        "th { text-align: left; color: %6; font-size: %7px; } td.name { color: %6; } "
                        "a { color: %8; } code { color: %9; }")
      .arg(px(Size::TypeHead))
      .arg(px(Size::TypeTitle))
      .arg(px(Size::Space1))
      .arg(px(Size::Space2))
      .arg(ink(Ink::Border).name(), ink(Ink::TextMuted).name())
      .arg(px(Size::TypeSmall))
      .arg(ink(Ink::Accent).name(), ink(Ink::Text).name());
}

} // namespace

QString htmlOf(const ApiDocument& document)
{
  QString html = QStringLiteral("<style>%1</style><h1>%2 <code>%3</code></h1><p>%4</p><table cellspacing=0>")
                     .arg(styleSheet(), document.name.toHtmlEscaped(), document.id.toHtmlEscaped(),
                          document.about.toHtmlEscaped());
  for (const ApiDocument::Fact& fact : document.facts)
    html += factHtml(fact);
  html += QStringLiteral("</table>");
  for (const ApiDocument::Table& table : document.tables)
    html += tableHtml(table);
  return html;
}

ApiDocumentPanel::ApiDocumentPanel(QWidget* parent) : QWidget(parent)
{
  m_list = new QListWidget;
  m_list->setObjectName(QStringLiteral("providers"));
  m_list->setIconSize(QSize(px(Size::Icon), px(Size::Icon)));
  for (const Provider& provider : providers()) {
    auto* item = new QListWidgetItem(providerIcon(provider.declaration.id), QString(), m_list);
    item->setData(Qt::UserRole, provider.declaration.id);
  }
  auto* splitter = new QSplitter(this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(m_list);
  splitter->addWidget(makeReader());
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({px(Size::Sidebar) + px(Size::Space6), px(Size::Palette)}); // the longest name fits
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(splitter);
  connect(m_list, &QListWidget::currentRowChanged, this, &ApiDocumentPanel::showDocument);
  retranslate();
  m_list->setCurrentRow(0);
}

QWidget* ApiDocumentPanel::makeReader()
{
  auto* reader = new QWidget;
  m_search = new QLineEdit(reader);
  m_search->setClearButtonEnabled(true);
  m_found = new QLabel(reader);
  setRole(m_found, "small");
  m_previous = new QPushButton(reader);
  m_next = new QPushButton(reader);
  m_copy = new QPushButton(reader);
  m_previous->setIcon(themedIcon(QStringLiteral("chevron-up")));
  m_next->setIcon(themedIcon(QStringLiteral("chevron-down")));
  m_copy->setIcon(themedIcon(QStringLiteral("copy")));
  m_text = new QTextBrowser(reader);
  m_text->setOpenExternalLinks(true);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(px(Size::Space2));
  bar->addWidget(m_search, 1);
  for (QWidget* part : std::initializer_list<QWidget*>{m_found, m_previous, m_next, m_copy})
    bar->addWidget(part);
  auto* column = new QVBoxLayout(reader);
  column->setContentsMargins(px(Size::Space3), 0, 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addLayout(bar);
  column->addWidget(m_text, 1);
  connect(m_search, &QLineEdit::textChanged, this, [this] {
    m_text->moveCursor(QTextCursor::Start);
    find(false);
  });
  connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
  connect(m_next, &QPushButton::clicked, this, [this] { find(false); });
  connect(m_previous, &QPushButton::clicked, this, [this] { find(true); });
  connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(markdownOf(m_document)); });
  auto* shortcut = new QShortcut(QKeySequence::Find, this);
  shortcut->setContext(Qt::WidgetWithChildrenShortcut);
  connect(shortcut, &QShortcut::activated, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
  return reader;
}

void ApiDocumentPanel::showProvider(const QString& id)
{
  for (int row = 0; row < m_list->count(); ++row)
    if (m_list->item(row)->data(Qt::UserRole).toString() == id)
      m_list->setCurrentRow(row);
  m_text->setFocus(Qt::OtherFocusReason);
}

void ApiDocumentPanel::fillList()
{
  for (int row = 0; row < m_list->count(); ++row) {
    QListWidgetItem* item = m_list->item(row);
    const Provider* provider = findProvider(item->data(Qt::UserRole).toString());
    item->setText(localText(provider->declaration.name));
    item->setToolTip(providerKindText(provider->declaration.kind));
  }
}

void ApiDocumentPanel::showDocument()
{
  const QListWidgetItem* item = m_list->currentItem();
  const Provider* provider = item ? findProvider(item->data(Qt::UserRole).toString()) : nullptr;
  if (!provider)
    return;
  m_document = apiDocument(provider->declaration, words());
  m_text->setHtml(htmlOf(m_document));
  m_text->setAccessibleName(tr("API document of %1").arg(m_document.name));
  if (!m_search->text().isEmpty())
    find(false);
}

/// From the place of the last hit; at the end it begins anew.
void ApiDocumentPanel::find(bool backwards)
{
  const QString wanted = m_search->text();
  const QTextDocument::FindFlags how = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
  bool found = !wanted.isEmpty() && m_text->find(wanted, how);
  if (!found && !wanted.isEmpty()) {
    m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    found = m_text->find(wanted, how);
  }
  m_found->setText(found || wanted.isEmpty() ? QString() : tr("not found"));
}

void ApiDocumentPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  else if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
    showDocument(); // its colours are written into it
  QWidget::changeEvent(event);
}

void ApiDocumentPanel::retranslate()
{
  m_list->setAccessibleName(tr("Providers"));
  m_search->setPlaceholderText(tr("Search in this document"));
  m_search->setAccessibleName(tr("Search in this document"));
  m_previous->setAccessibleName(tr("Previous place"));
  m_previous->setToolTip(tr("Previous place"));
  m_next->setAccessibleName(tr("Next place"));
  m_next->setToolTip(tr("Next place"));
  m_copy->setText(tr("Copy as Markdown"));
  fillList();
  showDocument();
}

} // namespace supercargo
