#include "ui/inventory/productlabelsdialog.h"

#include "core/base/deliver.h"
#include "core/labels/labelfacts.h"
#include "ui/print/labelpainter.h"
#include "ui/print/pagepreview.h"
#include "ui/print/printing.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSpinBox>
#include <QTableWidget>

namespace supercargo {
namespace {

constexpr int kMostAtOnce = 99;    ///< copies that one job of the queue prints
constexpr int kMostCopies = 9'999; ///< of one article
constexpr int kTitle = 1, kCopies = 2;
constexpr std::array kPapers{"50x30", "40x30", "60x40", "70x50", "100x50"};

QString paperText(const QString& paper)
{
  return QString(paper).replace(u'x', QChar(0x00D7)) + QStringLiteral(" mm");
}

} // namespace

ProductLabelsDialog::ProductLabelsDialog(const PageContext& context, const QStringList& skus, QWidget* parent)
    : ShortDialog(tr("Bar code labels"), tr("Print"), parent), m_context(context), m_table(nullptr),
      m_paper(new QComboBox), m_printer(new QComboBox), m_all(new QSpinBox), m_preview(new PagePreview),
      m_total(nullptr)
{
  build(skus);
  connect(m_table, &QTableWidget::currentCellChanged, this, &ProductLabelsDialog::preview);
  connect(m_paper, &QComboBox::currentIndexChanged, this, &ProductLabelsDialog::preview);
  connect(m_all, &QSpinBox::valueChanged, this, [this](int copies) {
    for (int row = 0; row < m_table->rowCount(); ++row)
      if (auto* each = static_cast<QSpinBox*>(m_table->cellWidget(row, kCopies)); each->isEnabled())
        each->setValue(copies);
  });
  m_table->setCurrentCell(0, 0);
  check();
  readTitles(skus);
}

/// Titles for the list; what no shop sells has no label.
void ProductLabelsDialog::readTitles(const QStringList& skus)
{
  const auto read = [skus](Connection& c) -> Result<QHash<QString, QString>> {
    QHash<QString, QString> titles;
    for (const QString& sku : skus) {
      const auto facts = productLabelFacts(c, sku);
      if (facts)
        titles.insert(sku, facts->title);
      else if (facts.error().kind != ErrorKind::NotFound)
        return fail(facts.error());
    }
    return titles;
  };
  deliver(m_context.db.read(read), this, [this](const Result<QHash<QString, QString>>& titles) {
    if (!titles)
      return say(errorSentence(titles.error().kind).what);
    for (int row = 0; row < m_table->rowCount(); ++row) {
      const QString sku = m_table->item(row, 0)->text();
      const bool isSold = titles->contains(sku);
      auto* copies = static_cast<QSpinBox*>(m_table->cellWidget(row, kCopies));
      m_table->item(row, kTitle)->setText(isSold ? titles->value(sku) : tr("No shop sells it"));
      copies->setEnabled(isSold);
      if (!isSold)
        copies->setValue(0);
    }
    check();
  });
}

void ProductLabelsDialog::build(const QStringList& skus)
{
  resize(2 * px(Size::Details), px(Size::Palette) + px(Size::Details) / 2);
  m_preview->setAccessibleName(tr("The label as it will be printed"));
  m_preview->setMinimumHeight(px(Size::Sidebar));
  body()->addWidget(m_preview, 1);
  m_table = addTable({tr("SKU"), tr("Article"), tr("Copies")}, tr("Articles and copies"));
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(kTitle, QHeaderView::Stretch);
  const NewPrintJob usual = newPrintJob(m_context.settings, PrintDocument::ProductLabel, QString());
  for (const QString& sku : skus) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (const int column : {0, kTitle}) {
      auto* cell = new QTableWidgetItem(column == 0 ? sku : QString());
      cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      m_table->setItem(row, column, cell);
    }
    auto* copies = new QSpinBox;
    copies->setRange(0, kMostCopies);
    copies->setValue(usual.copies);
    copies->setAccessibleName(tr("Copies of %1").arg(sku));
    m_table->setCellWidget(row, kCopies, copies);
    connect(copies, &QSpinBox::valueChanged, this, &ProductLabelsDialog::check);
  }
  QFormLayout* form = addForm();
  m_all->setRange(0, kMostCopies);
  m_all->setValue(usual.copies);
  m_all->setAccessibleName(tr("Copies of each article"));
  form->addRow(tr("Copies of each"), m_all);
  m_paper->setAccessibleName(tr("Paper"));
  QStringList papers;
  for (const char* paper : kPapers)
    papers << QLatin1String(paper);
  if (!papers.contains(usual.paper))
    papers.prepend(usual.paper);
  for (const QString& paper : papers)
    m_paper->addItem(paperText(paper), paper);
  m_paper->setCurrentIndex(m_paper->findData(usual.paper));
  form->addRow(tr("Paper"), m_paper);
  m_printer->setAccessibleName(tr("Printer"));
  m_printer->addItem(tr("As set for this document"), QString());
  for (const QString& printer : printersHere())
    m_printer->addItem(printer, printer);
  form->addRow(tr("Printer"), m_printer);
  m_total = addText(QString(), "muted");
}

NewPrintJob ProductLabelsDialog::jobOf(int row) const
{
  NewPrintJob job = newPrintJob(m_context.settings, PrintDocument::ProductLabel, m_table->item(row, 0)->text());
  job.paper = m_paper->currentData().toString();
  job.printer = m_printer->currentData().toString();
  job.copies = static_cast<QSpinBox*>(m_table->cellWidget(row, kCopies))->value();
  return job;
}

std::vector<NewPrintJob> ProductLabelsDialog::jobs() const
{
  std::vector<NewPrintJob> all;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    NewPrintJob job = jobOf(row);
    for (int left = job.copies; left > 0; left -= kMostAtOnce) {
      job.copies = std::min(left, kMostAtOnce);
      all.push_back(job);
    }
  }
  return all;
}

void ProductLabelsDialog::preview()
{
  const int row = m_table->currentRow(), request = ++m_request;
  if (row < 0)
    return;
  NewPrintJob job = jobOf(row);
  const PrintSetting setting = printSetting(m_context.workspace.shopName, m_context.clock(), QTimeZone::utc());
  const int dots =
      m_context.settings ? m_context.settings->get(dotsSetting(job.document)) : dotsSetting(job.document).fallback;
  deliver(m_context.db.read([job, setting](Connection& c) { return matterFor(c, job, setting); }), this,
          [this, request, dots, sku = job.subject](const Result<PrintMatter>& matter) {
            if (request != m_request)
              return;
            m_fault.clear();
            if (!matter) {
              m_fault = matter.error().kind == ErrorKind::NotFound
                            ? tr("No shop sells %1, so there is nothing to print on its label.").arg(sku)
                            : errorSentence(matter.error().kind).what;
              m_preview->hide();
              return check();
            }
            m_preview->show(*matter, 0, dots);
            m_preview->setVisible(true);
            if (const auto* layout = std::get_if<Layout>(&*matter); layout && !layout->pages.empty())
              if (!faultsOf(layout->pages.front(), dots).unfit.isEmpty())
                m_fault = tr("The bar code of %1 is too wide for this paper.").arg(sku);
            check();
          });
}

void ProductLabelsDialog::check()
{
  qint64 labels = 0;
  for (const NewPrintJob& job : jobs())
    labels += job.copies;
  m_total->setText(tr("%n label(s) altogether", nullptr, int(labels)));
  say(m_fault);
  action()->setEnabled(labels > 0);
}

} // namespace supercargo
