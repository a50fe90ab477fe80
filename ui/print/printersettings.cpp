#include "ui/print/printersettings.h"

#include "core/base/deliver.h"
#include "ui/print/printing.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace supercargo {
namespace {

const QString kChooseFolder = QStringLiteral("choose-folder");
constexpr int kMostCopies = 99, kPaperLetters = 9;

QLabel* heading()
{
  auto* made = new QLabel;
  setRole(made, "section");
  return made;
}

} // namespace

PrinterSettings::PrinterSettings(const PageContext& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_title(new QLabel), m_note(new QLabel), m_printerHead(heading()),
      m_formHead(heading()), m_paperHead(heading()), m_dotsHead(heading()), m_copiesHead(heading()),
      m_test(new QPushButton)
{
  setRole(this, "card");
  setRole(m_title, "strong");
  setRole(m_note, "muted");
  m_note->setWordWrap(true);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(Size::Space3));
  grid->setVerticalSpacing(px(Size::Space2));
  int column = 1;
  for (QLabel* head : {m_printerHead, m_formHead, m_paperHead, m_dotsHead, m_copiesHead})
    grid->addWidget(head, 0, column++);
  for (const PrintDocument document : kPrintDocuments)
    addLine(grid, document);
  grid->setColumnStretch(6, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_test);
  buttons->addStretch(1);
  auto* inside = new QVBoxLayout(this);
  inside->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space4));
  inside->setSpacing(px(Size::Space2));
  inside->addWidget(m_title);
  inside->addWidget(m_note);
  inside->addLayout(grid);
  inside->addLayout(buttons);
  connect(m_test, &QPushButton::clicked, this, &PrinterSettings::printTest);
  retranslate();
}

void PrinterSettings::addLine(QGridLayout* grid, PrintDocument document)
{
  const auto value = [&](const auto& setting) {
    return m_context.settings ? m_context.settings->get(setting) : setting.fallback;
  };
  Line line{document, new QLabel, new QComboBox, new QComboBox, new QComboBox, new QComboBox, new QSpinBox};
  for (const PrintForm form : {PrintForm::Page, PrintForm::Zpl})
    line.form->addItem(QString(), printFormName(form));
  line.form->setCurrentIndex(line.form->findData(printFormName(printForm(m_context.settings, document))));
  line.paper->setEditable(true);
  line.paper->setInsertPolicy(QComboBox::NoInsert);
  line.paper->setMinimumContentsLength(kPaperLetters);
  for (const char* paper : {"76x130", "100x150", "100x180", "50x30", "a4"})
    line.paper->addItem(QString::fromLatin1(paper));
  line.paper->setCurrentText(value(paperSetting(document)));
  for (const int dots : {203, 300, 600})
    line.dots->addItem(QString::number(dots), dots);
  line.dots->setCurrentIndex(std::max(0, line.dots->findData(value(dotsSetting(document)))));
  line.copies->setRange(1, kMostCopies);
  line.copies->setValue(value(copiesSetting(document)));
  const int row = int(m_lines.size()) + 1;
  int column = 0;
  for (QWidget* widget :
       {static_cast<QWidget*>(line.name), static_cast<QWidget*>(line.printer), static_cast<QWidget*>(line.form),
        static_cast<QWidget*>(line.paper), static_cast<QWidget*>(line.dots), static_cast<QWidget*>(line.copies)})
    grid->addWidget(widget, row, column++);
  const auto keep = [this](const auto& setting, const auto& chosen) {
    if (m_context.settings)
      m_context.settings->set(setting, chosen);
  };
  connect(line.printer, &QComboBox::activated, this, [this, line] { choosePrinter(line); });
  connect(line.form, &QComboBox::activated, this,
          [=] { keep(formSetting(document), line.form->currentData().toString()); });
  connect(line.paper, &QComboBox::currentTextChanged, this, [=](const QString& text) {
    const auto paper = paperNamed(text);
    setInvalid(line.paper, !paper);
    if (paper)
      keep(paperSetting(document), paperName(*paper));
  });
  connect(line.dots, &QComboBox::activated, this,
          [=] { keep(dotsSetting(document), line.dots->currentData().toInt()); });
  connect(line.copies, &QSpinBox::valueChanged, this, [=](int copies) { keep(copiesSetting(document), copies); });
  m_lines.push_back(line);
}

void PrinterSettings::fillPrinters(const Line& line)
{
  const auto setting = printerSetting(line.document);
  const QString chosen = m_context.settings ? m_context.settings->get(setting) : setting.fallback;
  line.printer->clear();
  line.printer->addItem(tr("None"), QString());
  for (const QString& printer : printersHere())
    line.printer->addItem(printer, printer);
  if (!chosen.isEmpty() && line.printer->findData(chosen) < 0) // a folder, or a printer that is gone: still shown
    line.printer->addItem(chosen.startsWith(kFolderPrinter) ? tr("Files in %1").arg(chosen.mid(kFolderPrinter.size()))
                                                            : tr("%1 (not found)").arg(chosen),
                          chosen);
  line.printer->addItem(tr("Files in a folder…"), kChooseFolder);
  line.printer->setCurrentIndex(std::max(0, line.printer->findData(chosen)));
}

void PrinterSettings::choosePrinter(const Line& line)
{
  const QString chosen = line.printer->currentData().toString();
  if (chosen == kChooseFolder)
    return chooseFolder(line.document);
  if (m_context.settings)
    m_context.settings->set(printerSetting(line.document), chosen);
}

void PrinterSettings::chooseFolder(PrintDocument document)
{
  auto* dialog = new QFileDialog(this, tr("Folder for printed files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this, document](const QString& folder) {
    if (m_context.settings)
      m_context.settings->set(printerSetting(document), kFolderPrinter + folder);
  });
  connect(dialog, &QDialog::finished, this, &PrinterSettings::retranslate);
  dialog->open();
}

void PrinterSettings::printTest()
{
  const NewPrintJob job =
      newPrintJob(m_context.settings, PrintDocument::TestLabel, documentWord(PrintDocument::TestLabel));
  const auto put = [job, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return enqueuePrint(c, job, QStringLiteral("owner"), now, changes);
  };
  deliver(m_context.db.write(put), this, [this](const Result<PrintJobId>& queued) {
    m_context.actions.notify(queued ? tr("The test label is in the print queue.")
                                    : errorSentence(queued.error().kind).what);
  });
}

void PrinterSettings::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void PrinterSettings::retranslate()
{
  m_title->setText(tr("Printers"));
  m_note->setText(tr("Each kind of document goes to its own printer. What a printer did not take waits in the print "
                     "queue."));
  m_printerHead->setText(tr("Printer"));
  m_formHead->setText(tr("As"));
  m_paperHead->setText(tr("Paper, mm"));
  m_dotsHead->setText(tr("Dots an inch"));
  m_copiesHead->setText(tr("Copies"));
  m_test->setText(tr("Print a test label"));
  for (const Line& line : m_lines) {
    const QString name = documentWord(line.document);
    line.name->setText(name);
    line.printer->setAccessibleName(tr("Printer of: %1").arg(name));
    line.form->setAccessibleName(tr("Sent as, of: %1").arg(name));
    line.form->setToolTip(tr("A label printer takes ZPL, its own language; any printer takes a page. A courier's label "
                             "goes as it came."));
    line.form->setItemText(0, tr("Page"));
    line.form->setItemText(1, tr("ZPL raw"));
    line.paper->setAccessibleName(tr("Paper of: %1").arg(name));
    line.dots->setAccessibleName(tr("Dots an inch of: %1").arg(name));
    line.copies->setAccessibleName(tr("Copies of: %1").arg(name));
    fillPrinters(line);
  }
}

} // namespace supercargo
