#include "ui/print/previewdialog.h"

#include "core/base/deliver.h"
#include "ui/print/documentactions.h"
#include "ui/print/labelpainter.h"
#include "ui/print/pagepreview.h"
#include "ui/print/printing.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"
#include "ui/theme/icon.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kMostCopies = 99;

} // namespace

PreviewDialog::PreviewDialog(const PageContext& context, NewPrintJob what, QWidget* parent, PreviewUse use)
    : QDialog(parent), m_context(context), m_what(std::move(what)), m_use(use), m_preview(new PagePreview),
      m_states(nullptr), m_faults(new QLabel), m_pageLabel(new QLabel), m_printerLabel(new QLabel),
      m_copiesLabel(new QLabel), m_printer(new QComboBox), m_copies(new QSpinBox), m_before(new QPushButton),
      m_after(new QPushButton), m_saveData(new QPushButton), m_save(new QPushButton), m_open(new QPushButton),
      m_print(new QPushButton), m_close(new QPushButton)
{
  build();
  connect(m_states, &StateView::retryPressed, this, &PreviewDialog::read);
  connect(m_before, &QPushButton::clicked, this, [this] { showPage(m_page - 1); });
  connect(m_after, &QPushButton::clicked, this, [this] { showPage(m_page + 1); });
  connect(m_saveData, &QPushButton::clicked, this, &PreviewDialog::saveComponentData);
  connect(m_save, &QPushButton::clicked, this, &PreviewDialog::chooseFile);
  connect(m_open, &QPushButton::clicked, this, &PreviewDialog::openOutside);
  connect(m_print, &QPushButton::clicked, this, &PreviewDialog::print);
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  retranslate();
  read();
  readComponentData();
}

void PreviewDialog::build()
{
  m_states = new StateView(m_preview);
  m_states->showLoading();
  setRole(m_faults, "error");
  m_faults->setWordWrap(true);
  m_faults->hide();
  setRole(m_print, "primary");
  m_print->setDefault(true);
  m_before->setIcon(themedIcon(QStringLiteral("chevron-left")));
  m_after->setIcon(themedIcon(QStringLiteral("chevron-right")));
  m_copies->setRange(1, kMostCopies);
  m_copies->setValue(m_what.copies);
  m_printerLabel->setBuddy(m_printer);
  m_copiesLabel->setBuddy(m_copies);
  auto* choice = new QHBoxLayout;
  choice->setSpacing(px(Size::Space2));
  for (QWidget* widget :
       {static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_pageLabel), static_cast<QWidget*>(m_after)})
    choice->addWidget(widget);
  choice->addStretch(1);
  for (QWidget* widget : {static_cast<QWidget*>(m_printerLabel), static_cast<QWidget*>(m_printer),
                          static_cast<QWidget*>(m_copiesLabel), static_cast<QWidget*>(m_copies)})
    choice->addWidget(widget);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_printerLabel), static_cast<QWidget*>(m_printer), static_cast<QWidget*>(m_copiesLabel),
        static_cast<QWidget*>(m_copies), static_cast<QWidget*>(m_print)})
    if (m_use == PreviewUse::Look)
      widget->hide();
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addWidget(m_close);
  buttons->addStretch(1);
  m_saveData->setObjectName(QStringLiteral("saveData"));
  m_saveData->hide();
  buttons->addWidget(m_saveData);
  buttons->addWidget(m_open);
  buttons->addWidget(m_save);
  buttons->addWidget(m_print);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_states, 1);
  column->addWidget(m_faults);
  column->addLayout(choice);
  column->addLayout(buttons);
  resize(px(Size::Palette), px(Size::Palette) + px(Size::Details) / 2);
}

int PreviewDialog::dots() const
{
  return printDots(m_context.settings, m_what.document);
}

void PreviewDialog::read()
{
  m_states->showLoading();
  m_print->setEnabled(false);
  m_save->setEnabled(false);
  m_open->setEnabled(false);
  const PrintSetting setting =
      printSetting(m_context.workspace.shopName, m_context.clock(), shopZone(m_context.workspace));
  const auto made = [what = m_what, setting](Connection& c) { return matterFor(c, what, setting); };
  deliver(m_context.db.read(made), this, [this](const Result<PrintMatter>& matter) {
    if (!matter)
      return m_states->showError(matter.error());
    m_matter = *matter;
    m_states->showContent();
    m_print->setEnabled(true);
    m_save->setEnabled(true);
    m_open->setEnabled(true);
    showPage(0);
    showFaults();
  });
}

void PreviewDialog::readComponentData()
{
  if (m_what.document != PrintDocument::WaybillLabel || !m_what.shipment)
    return;
  const auto find = [shipment = *m_what.shipment](Connection& c) { return componentData(c, shipment); };
  deliver(m_context.db.read(find), this, [this](const Result<std::optional<ParcelLabel>>& found) {
    if (!found || !*found)
      return;
    m_componentData = CourierFile{QStringLiteral("json"), (*found)->data, {}, {}};
    m_saveData->show();
  });
}

void PreviewDialog::showPage(int page)
{
  if (!m_matter)
    return;
  const int count = pageCount(*m_matter);
  m_page = std::clamp(page, 0, count - 1);
  m_preview->show(*m_matter, m_page, dots());
  m_before->setEnabled(m_page > 0);
  m_after->setEnabled(m_page + 1 < count);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_after), static_cast<QWidget*>(m_pageLabel)})
    widget->setVisible(count > 1);
  m_pageLabel->setText(tr("Page %1 of %2").arg(numberText(m_page + 1), numberText(count)));
}

void PreviewDialog::showFaults()
{
  const auto* layout = m_matter ? std::get_if<Layout>(&*m_matter) : nullptr;
  QStringList sentences;
  QString missing;
  if (layout)
    for (const LayoutPage& page : layout->pages) {
      const LayoutFaults faults = faultsOf(page, dots());
      for (const QString& text : faults.cut)
        sentences << tr("Too long, the end is cut off: %1").arg(text.left(60));
      for (const QString& code : faults.unfit)
        sentences << tr("The bar code is too wide for this paper: %1").arg(code);
      missing += faults.missing;
    }
  if (!missing.isEmpty())
    sentences << tr("No font on this computer has these characters: %1").arg(missing);
  constexpr qsizetype kMostShown = 4;
  if (sentences.size() > kMostShown)
    sentences = sentences.mid(0, kMostShown) + QStringList{QStringLiteral("…")};
  m_faults->setText(sentences.join(u'\n'));
  m_faults->setVisible(!sentences.isEmpty());
}

void PreviewDialog::print()
{
  NewPrintJob job = m_what;
  job.printer = m_printer->currentData().toString();
  job.copies = m_copies->value();
  const auto put = [job, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return enqueuePrint(c, job, QStringLiteral("owner"), now, changes);
  };
  deliver(m_context.db.write(put), this, [this](const Result<PrintJobId>& added) {
    if (added)
      return accept();
    m_faults->setText(errorSentence(added.error().kind).what);
    m_faults->show();
  });
}

void PreviewDialog::chooseFile()
{
  if (m_matter)
    askWhereToSave(this, *m_matter, printForm(m_context.settings, m_what.document), documentTitle(m_what),
                   [this](const QString& file) { saveAs(file); });
}

void PreviewDialog::saveComponentData()
{
  const auto save = [this](const QString& file) {
    tell(saveDocument(*m_componentData, dots(), PrintForm::Page, file));
  };
  askWhereToSave(this, *m_componentData, PrintForm::Page, documentTitle(m_what), save);
}

bool PreviewDialog::saveAs(const QString& file)
{
  return m_matter && tell(saveDocument(*m_matter, dots(), printForm(m_context.settings, m_what.document), file));
}

void PreviewDialog::openOutside()
{
  if (m_matter)
    tell(openDocument(*m_matter, dots(), printForm(m_context.settings, m_what.document), documentTitle(m_what)));
}

/// What went well goes by itself, what did not stands here. True: it went well.
bool PreviewDialog::tell(const DocumentNote& note)
{
  if (!note.isDone) {
    m_faults->setText(note.sentence);
    m_faults->show();
  } else if (!note.sentence.isEmpty()) {
    m_context.actions.notify(note.sentence);
  }
  return note.isDone;
}

void PreviewDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

void PreviewDialog::retranslate()
{
  setWindowTitle(documentWord(m_what.document));
  m_preview->setAccessibleName(tr("The page as it will be printed"));
  m_before->setAccessibleName(tr("Previous page"));
  m_after->setAccessibleName(tr("Next page"));
  m_printerLabel->setText(tr("Prin&ter"));
  m_copiesLabel->setText(tr("&Copies"));
  m_printer->setAccessibleName(tr("Printer"));
  m_copies->setAccessibleName(tr("Copies"));
  m_saveData->setText(tr("Save courier's data…"));
  m_saveData->setToolTip(
      tr("Only the courier's own print component prints these data. The page shown here is ours, and "
         "any printer prints it."));
  m_saveData->setAccessibleDescription(m_saveData->toolTip());
  m_save->setText(tr("Save as…"));
  m_open->setText(tr("Open"));
  m_open->setToolTip(tr("In the program that this computer has for such files"));
  m_print->setText(tr("Print"));
  m_close->setText(tr("Close"));
  const QVariant chosen = m_printer->currentData();
  m_printer->clear();
  m_printer->addItem(tr("As set for this document"), QString());
  for (const QString& printer : printersHere())
    m_printer->addItem(printer, printer);
  m_printer->setCurrentIndex(std::max(0, m_printer->findData(chosen)));
  showPage(m_page);
  showFaults();
}

} // namespace supercargo
