#include "ui/connections/importdialog.h"

#include "core/base/deliver.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/importrowsmodel.h"
#include "ui/connections/importwords.h"
#include "ui/mainwindow/task.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace supercargo {

ImportDialog::ImportDialog(const PageContext& context, QWidget* parent)
    : QDialog(parent), m_db(context.db), m_clock(context.clock), m_beginTask(context.actions.beginTask),
      m_choose(new QPushButton(tr("Choose a file…"), this)), m_close(new QPushButton(tr("Close"), this)),
      m_import(new QPushButton(tr("Import"), this)),
      m_file(new QLabel(
          tr("CSV or XLSX: an export of Taobao, 1688, Shopify or WooCommerce, or any table with headings"), this)),
      m_summary(new QLabel(this)), m_kind(new QComboBox(this)), m_account(new QLineEdit(tr("Files"), this)),
      m_columns(new QTableWidget(0, 3, this)), m_onlyTroubles(new QCheckBox(tr("Only rows that are not taken"), this)),
      m_rows(new QTableView(this)), m_model(new ImportRowsModel(this))
{
  m_question.defaults = {context.workspace.currency, shopZone(context.workspace)};
  build();
  connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::askAnew);
  connect(m_account, &QLineEdit::editingFinished, this, [this] {
    if (m_account->text().trimmed() != m_question.account)
      askAnew();
  });
  connect(m_onlyTroubles, &QCheckBox::toggled, m_model, &ImportRowsModel::setOnlyTroubles);
  connect(m_import, &QPushButton::clicked, this, &ImportDialog::store);
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ImportDialog::build()
{
  setWindowTitle(tr("Import from a file"));
  m_file->setWordWrap(true);
  setRole(m_file, "muted");
  m_summary->setWordWrap(true);
  setRole(m_import, "primary");
  m_import->setEnabled(false);
  for (const ImportKind kind : kImportKinds)
    m_kind->addItem(ImportWords::kind(kind));
  m_kind->setAccessibleName(tr("What the file holds"));
  m_account->setAccessibleName(tr("Account that the records go into"));
  m_columns->setHorizontalHeaderLabels({tr("Field"), tr("Column of the file"), tr("First value")});
  m_columns->setAccessibleName(tr("What the columns mean"));
  m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_columns->setTabKeyNavigation(false);
  m_columns->horizontalHeader()->setStretchLastSection(true);
  m_rows->setModel(m_model);
  m_rows->setAccessibleName(tr("Rows of the file"));
  m_rows->setTabKeyNavigation(false);
  m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_rows->horizontalHeader()->setStretchLastSection(true);
  for (QTableView* table : {static_cast<QTableView*>(m_columns), m_rows})
    table->verticalHeader()->hide();

  auto* form = new QFormLayout;
  form->addRow(m_choose, m_file);
  form->addRow(tr("The file holds"), m_kind);
  form->addRow(tr("Into the account"), m_account);
  auto* right = new QWidget;
  auto* rightColumn = new QVBoxLayout(right);
  rightColumn->setContentsMargins({});
  rightColumn->addWidget(m_onlyTroubles);
  rightColumn->addWidget(m_rows, 1);
  auto* halves = new QSplitter;
  halves->setChildrenCollapsible(false);
  halves->addWidget(m_columns);
  halves->addWidget(right);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_summary, 1);
  buttons->addWidget(m_close);
  buttons->addWidget(m_import);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addLayout(form);
  column->addWidget(halves, 1);
  column->addLayout(buttons);
  resize(px(Size::Details) * 3, px(Size::Details) * 2);
}

void ImportDialog::chooseFile()
{
  auto* dialog = new QFileDialog(this, tr("File to import"), QString(), tr("Tables (*.csv *.txt *.tsv *.xlsx)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
  dialog->open();
}

void ImportDialog::openFile(const QString& path)
{
  m_question.path = path;
  m_question.sheet.reset();
  m_file->setText(QFileInfo(path).fileName());
  askAnew();
}

/// Another file, kind or account: columns are guessed and remembered anew.
void ImportDialog::askAnew()
{
  m_question.chosen.reset();
  ask();
}

void ImportDialog::ask()
{
  if (m_question.path.isEmpty())
    return;
  m_isStored = false;
  m_summary->setToolTip({});
  m_question.kind = kImportKinds[size_t(m_kind->currentIndex())];
  m_question.account = m_account->text().trimmed().isEmpty() ? tr("Files") : m_account->text().trimmed();
  m_import->setEnabled(false);
  setRole(m_summary, "muted");
  m_summary->setText(tr("Reading…"));
  auto read = m_db.read([question = m_question](Connection& c) { return readImport(c, question); });
  deliver(read, this, [this, asked = ++m_asked](const Result<ImportReading>& reading) {
    if (asked == m_asked)
      take(reading);
  });
}

void ImportDialog::take(const Result<ImportReading>& reading)
{
  m_reading = reading.value_or(ImportReading());
  m_question.sheet = m_reading.sheet;
  m_model->setRecords(m_reading.records);
  m_rows->resizeColumnsToContents();
  showColumns();
  if (reading && !m_reading.trouble)
    return showSummary();
  setRole(m_summary, "error");
  const Error& error = reading ? *m_reading.trouble : reading.error();
  m_summary->setText(reading ? ImportWords::columnTrouble(error, m_question.kind) : ImportWords::fileTrouble(error));
  m_summary->setToolTip(error.detail);
}

void ImportDialog::showColumns()
{
  const QStringList fields = m_reading.sheet ? importFields(m_question.kind) : QStringList();
  const QStringList header = m_reading.sheet ? m_reading.sheet->header : QStringList();
  m_columns->setRowCount(int(fields.size()));
  for (int row = 0; row < fields.size(); ++row) {
    const QString& field = fields[row];
    const bool needed = neededFields(m_question.kind).contains(field);
    const QString word = ImportWords::field(field);
    m_columns->setItem(row, 0, new QTableWidgetItem(needed ? tr("%1 (needed)").arg(word) : word));
    const qsizetype column = header.indexOf(m_reading.mapping.fields.value(field, QString()));
    auto* choice = new QComboBox;
    choice->addItem(tr("— none —"));
    choice->addItems(header);
    choice->setAccessibleName(word);
    choice->setCurrentIndex(int(column) + 1);
    connect(choice, &QComboBox::activated, this,
            [this, field, header](int chosen) { columnChosen(field, chosen > 0 ? header[chosen - 1] : QString()); });
    m_columns->setCellWidget(row, 1, choice);
    const auto& rows = m_reading.sheet->rows;
    m_columns->setItem(row, 2,
                       new QTableWidgetItem(column < 0 || rows.empty() ? QString() : rows.front().cells.value(column)));
  }
  m_columns->resizeColumnsToContents();
}

void ImportDialog::columnChosen(const QString& field, const QString& heading)
{
  if (!m_question.chosen)
    m_question.chosen = m_reading.mapping.fields;
  m_question.chosen->insert(field, heading);
  ask();
}

void ImportDialog::showSummary()
{
  const qint64 read = m_reading.count(RowResult::Kind::Read), failed = m_reading.count(RowResult::Kind::Failed);
  const qint64 skipped = m_reading.count(RowResult::Kind::Skipped);
  setRole(m_summary, failed > 0 ? "error" : "muted");
  m_summary->setText(tr("%1 rows can be read, %2 are skipped, %3 cannot be read. Nothing is stored yet.")
                         .arg(numberText(read), numberText(skipped), numberText(failed)));
  m_import->setEnabled(read > 0);
  m_import->setDefault(read > 0);
}

void ImportDialog::store()
{
  if (!m_reading.records || m_isStored)
    return;
  m_isStored = true;
  m_import->setEnabled(false);
  Task* task = m_beginTask ? m_beginTask(tr("Importing a file")) : nullptr;
  if (task)
    task->setCancellable(false); // one transaction
  // The task outlives this window: who closes it still sees when all is stored.
  QObject* listener = task ? static_cast<QObject*>(task) : this;
  deliver(storeReading(m_db, m_question, m_reading, m_clock()), listener,
          [self = QPointer<ImportDialog>(this), task](const Result<FileImportDone>& done) {
            if (task)
              task->finish();
            if (self)
              self->showStored(done);
          });
}

void ImportDialog::showStored(const Result<FileImportDone>& done)
{
  if (!done) {
    m_isStored = false;
    m_import->setEnabled(true);
    setRole(m_summary, "error");
    m_summary->setText(troubleText(done.error().kind));
    return;
  }
  setRole(m_summary, "strong");
  const QString stored =
      tr("Stored: %1 records are new, %2 changed, %3 were known; %4 rows could not be read.")
          .arg(numberText(done->count.inserted), numberText(done->count.changed), numberText(done->count.unchanged),
               numberText(m_reading.count(RowResult::Kind::Failed)));
  m_summary->setText(QStringList{stored, importNotesText(*done)}.join(u' ').trimmed());
  m_close->setDefault(true);
  m_close->setFocus();
  Q_EMIT imported(*done);
}

} // namespace supercargo
