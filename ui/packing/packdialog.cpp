#include "ui/packing/packdialog.h"

#include "core/files/records.h"
#include "core/labels/parcelcontents.h"
#include "core/labels/printqueue.h"
#include "core/store/freightbills.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/tables/listsource.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"
#include "ui/theme/icon.h"

#include <QAccessible>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {

const QString kOwner = QStringLiteral("owner");

qint64 wanted(const PackingOrder& order)
{
  qint64 sum = 0;
  for (const PackingLine& line : order.lines)
    sum += line.wanted;
  return sum;
}

qint64 inside(const PackingOrder& order)
{
  qint64 sum = 0;
  for (const PackingLine& line : order.lines)
    sum += line.packed;
  return sum;
}

} // namespace

PackDialog::PackDialog(const PageContext& context, QWidget* parent, PlayScanSound play)
    : QDialog(parent), m_context(context), m_play(std::move(play)), m_rows(std::make_shared<std::vector<PackRow>>()),
      m_model(new RowModel<PackRow>(columns(), this)), m_table(new TableView), m_title(new QLabel), m_about(new QLabel),
      m_message(new QLabel), m_messageIcon(new QLabel), m_count(new QLabel), m_strip(new QFrame),
      m_field(new QLineEdit), m_progress(new QProgressBar), m_label(new QCheckBox), m_slip(new QCheckBox),
      m_back(new QPushButton), m_over(new QPushButton), m_close(new QPushButton)
{
  build();
  connect(m_field, &QLineEdit::returnPressed, this, [this] {
    const QString code = m_field->text();
    m_field->clear();
    scan(code);
  });
  connect(m_back, &QPushButton::clicked, this, &PackDialog::takeBackPiece);
  connect(m_over, &QPushButton::clicked, this, [this] { ifNothingIsLost([this] { startOver(); }); });
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  const auto follow = [this](QCheckBox* box, const Setting<bool>& setting) {
    box->setChecked(m_context.settings ? m_context.settings->get(setting) : setting.fallback);
    connect(box, &QCheckBox::toggled, this, [this, setting](bool on) {
      if (m_context.settings)
        m_context.settings->set(setting, on);
      m_field->setFocus();
    });
  };
  follow(m_label, kPackingPrintsLabel);
  follow(m_slip, kPackingPrintsSlip);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_over),
        static_cast<QWidget*>(m_close), static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_slip)})
    widget->installEventFilter(this);
  m_model->setSource(listSource<PackRow>(m_rows, [](const PackRow& row) { return row.id; }));
  retranslate();
  showOrder();
  m_field->setFocus();
}

void PackDialog::build()
{
  setRole(m_title, "head");
  setRole(m_about, "muted");
  setRole(m_count, "title");
  setRole(m_strip, "notice");
  m_message->setWordWrap(true);
  m_field->setMaxLength(200);
  auto* strip = new QHBoxLayout(m_strip);
  strip->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  strip->addWidget(m_messageIcon);
  strip->addWidget(m_message, 1);
  m_table->setWindowedModel(m_model);
  m_table->horizontalHeader()->setStretchLastSection(true);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_progress->setTextVisible(false);
  for (QPushButton* button : {m_back, m_over, m_close})
    button->setAutoDefault(false); // Enter belongs to the scanner
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_count);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addWidget(m_back);
  buttons->addWidget(m_over);
  buttons->addStretch(1);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_field);
  column->addLayout(head);
  column->addWidget(m_about);
  column->addWidget(m_progress);
  column->addWidget(m_strip);
  column->addWidget(m_table, 1);
  column->addWidget(m_label);
  column->addWidget(m_slip);
  column->addLayout(buttons);
  resize(px(Size::Palette) + px(Size::Details) / 4, px(Size::Palette) + px(Size::Details) / 4);
}

std::vector<Column<PackDialog::PackRow>> PackDialog::columns() const
{
  const auto left = Qt::AlignLeft | Qt::AlignVCenter;
  return {
      {"packed", [] { return PackDialog::tr("In the box"); }, 130, left,
       [](const PackRow& row) {
         Cell cell;
         cell.text = PackDialog::tr("%1 of %2").arg(numberText(row.line.packed), numberText(row.line.wanted));
         cell.icon = row.line.isComplete() ? QStringLiteral("circle-check") : QStringLiteral("circle-dashed");
         cell.tone = row.line.isComplete() ? Tone::Success : Tone::Neutral;
         return cell;
       }},
      {"sku", [] { return PackDialog::tr("SKU"); }, 140, left, [](const PackRow& row) { return Cell{row.line.sku}; }},
      {"title", [] { return PackDialog::tr("Article"); }, 300, left,
       [](const PackRow& row) {
         return Cell{row.line.options.isEmpty() ? row.line.title
                                                : row.line.title + QStringLiteral(" · ") + row.line.options};
       }},
  };
}

/// What is typed over a button or the list was meant for the scan field.
bool PackDialog::eventFilter(QObject* watched, QEvent* event)
{
  if (event->type() != QEvent::KeyPress || watched == m_field)
    return QDialog::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const bool isText = !key->text().isEmpty() && key->text().at(0).isPrint() && key->key() != Qt::Key_Space &&
                      !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (!isText)
    return QDialog::eventFilter(watched, event);
  m_field->setFocus();
  m_field->insert(key->text());
  return true;
}

void PackDialog::scan(const QString& code)
{
  if (code.trimmed().isEmpty())
    return;
  if (m_isReading || m_isSaving) // a scanner does not wait
    m_waiting.append(code);
  else if (m_order)
    takePiece(code);
  else if (!takeWeight(code))
    openOrder(code);
}

/// "1.25 kg": what the parcel of the open order weighs, else of the one packed before. False: it is no weight.
bool PackDialog::takeWeight(const QString& text)
{
  const auto grams = parseGrams(text);
  const auto& weighed = m_order ? m_order : m_packed;
  if (!grams || !weighed)
    return false;
  if (!weighed->shipment) {
    refuse(tr("Order %1 has no parcel yet: book one, then weigh it.").arg(weighed->number));
    return true;
  }
  const auto store = [shipment = *weighed->shipment, grams = *grams](Connection& c, ChangeSet& changes) {
    return weighParcel(c, shipment, grams, changes);
  };
  deliver(m_context.db.write(store), this,
          [this, number = weighed->number, grams = *grams](const Result<void>& stored) {
            if (!stored)
              return refuse(errorSentence(stored.error().kind).what);
            accepted(tr("The parcel of order %1 weighs %2 g.").arg(number, numberText(grams)));
          });
  return true;
}

void PackDialog::openOrder(const QString& code)
{
  m_isReading = true;
  const auto read = [code](Connection& c) { return packingOrder(c, code); };
  deliver(m_context.db.read(read), this, [this](const Result<PackingOrder>& order) {
    m_isReading = false;
    if (!order) {
      m_waiting.clear(); // they were pieces of an order that is not there
      return refuse(refusalText(order.error()));
    }
    takeOrder(*order);
  });
}

void PackDialog::takeOrder(const PackingOrder& order)
{
  if (order.packedAt) {
    const QString when = relativeText(*order.packedAt, m_context.clock(), shopZone(m_context.workspace));
    return refuse(order.part > 0 ? tr("Parcel %1 of %2 of order %3 was packed already, %4.")
                                       .arg(numberText(order.part), numberText(order.parts), order.number, when)
                                 : tr("Order %1 was packed already, %2.").arg(order.number, when));
  }
  m_order = order;
  m_last.reset();
  accepted(tr("Order %1 is open. Scan its goods.").arg(order.number));
  showOrder();
  const QStringList waiting = std::exchange(m_waiting, {});
  for (const QString& code : waiting)
    scan(code);
}

void PackDialog::takePiece(const QString& code)
{
  const ScanOutcome outcome = scanPiece(*m_order, code);
  if (outcome.verdict == ScanVerdict::Wrong && takeWeight(code))
    return;
  if (outcome.verdict == ScanVerdict::Wrong)
    return refuse(tr("%1 does not belong to order %2. Take it out.").arg(code.trimmed(), m_order->number));
  if (outcome.verdict == ScanVerdict::Surplus)
    return refuse(tr("One too many: all pieces of %1 are in the box already.").arg(code.trimmed()));
  if (!outcome.line)
    return;
  m_last = outcome.line;
  const PackingLine& line = m_order->lines[*outcome.line];
  accepted(tr("%1: %2 of %3").arg(line.title, numberText(line.packed), numberText(line.wanted)));
  m_play(ScanSound::Accepted);
  showLines();
  if (outcome.complete)
    finish();
}

void PackDialog::takeBackPiece()
{
  const auto chosen = m_table->currentId();
  const std::optional<size_t> line = chosen ? std::optional(size_t(*chosen - 1)) : m_last;
  if (m_order && line && takeBack(*m_order, *line)) {
    accepted(tr("One piece less of %1.").arg(m_order->lines[*line].title));
    showLines();
  } else {
    refuse(tr("Nothing of that is in the box."));
  }
  m_field->setFocus();
}

void PackDialog::startOver()
{
  m_order.reset();
  m_waiting.clear();
  accepted(tr("Scan an order or a waybill."));
  showOrder();
  m_field->setFocus();
}

void PackDialog::ifNothingIsLost(const std::function<void()>& then)
{
  const qint64 in = m_order ? inside(*m_order) : 0;
  if (in == 0 || m_isSaving)
    return then();
  auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Scan and pack"),
                                   tr("%1 of %2 pieces of order %3 are in the box.")
                                       .arg(numberText(in), numberText(wanted(*m_order)), m_order->number),
                                   QMessageBox::NoButton, this);
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setInformativeText(tr("If you stop now, these pieces are to be scanned again."));
  QPushButton* stop = question->addButton(tr("Stop"), QMessageBox::DestructiveRole);
  // A scanner types Enter: that must not throw anything away.
  question->setDefaultButton(question->addButton(tr("Go on packing"), QMessageBox::RejectRole));
  connect(stop, &QPushButton::clicked, this, [then] { then(); });
  question->open();
}

void PackDialog::reject()
{
  ifNothingIsLost([this] { QDialog::reject(); });
}

void PackDialog::finish()
{
  m_isSaving = true;
  const auto save = [order = *m_order, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return notePacked(c, order, kOwner, now, changes);
  };
  deliver(m_context.db.write(save), this, [this, order = *m_order](const Result<void>& saved) {
    m_isSaving = false;
    if (!saved) {
      m_waiting.clear();
      return refuse(refusalText(saved.error()));
    }
    afterPacked(order);
  });
}

void PackDialog::afterPacked(const PackingOrder& order)
{
  const bool wantsLabel = m_label->isChecked(), hasLabel = order.shipment.has_value();
  std::vector<NewPrintJob> jobs;
  if (wantsLabel && hasLabel)
    jobs.push_back(
        newPrintJob(m_context.settings, PrintDocument::WaybillLabel, order.waybill, order.id, order.shipment));
  if (m_slip->isChecked())
    jobs.push_back(
        newPrintJob(m_context.settings, PrintDocument::PackingSlip, parcelSubject(order.number, order.part), order.id));
  if (!jobs.empty()) {
    const auto put = [jobs, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
      for (const NewPrintJob& job : jobs)
        SC_TRY(enqueuePrint(c, job, kOwner, now, changes));
      return {};
    };
    deliver(m_context.db.write(put), this, [this](const Result<void>& queued) {
      if (!queued)
        refuse(errorSentence(queued.error().kind).what);
    });
  }
  m_packed = std::exchange(m_order, std::nullopt);
  showOrder();
  if (wantsLabel && !hasLabel)
    accepted(
        tr("Order %1 is packed. It has no parcel yet, so there is no label to print: book one.").arg(order.number));
  else if (order.part > 0)
    accepted(tr("Parcel %1 of %2 of order %3 is packed. Scan the next one.")
                 .arg(numberText(order.part), numberText(order.parts), order.number));
  else
    accepted(tr("Order %1 is packed. Scan the next one.").arg(order.number));
  Q_EMIT packed(order.id);
  const QStringList waiting = std::exchange(m_waiting, {});
  for (const QString& code : waiting)
    scan(code);
}

void PackDialog::accepted(const QString& sentence)
{
  setRole(m_strip, "notice");
  setRole(m_message, ""); // takes its colour from the strip anew
  m_messageIcon->setPixmap(
      iconPixmap(QStringLiteral("circle-check"), px(Size::IconLarge), Ink::Info, devicePixelRatioF()));
  m_message->setText(sentence);
}

void PackDialog::refuse(const QString& sentence)
{
  setRole(m_strip, "alarm");
  setRole(m_message, "error");
  m_messageIcon->setPixmap(
      iconPixmap(QStringLiteral("circle-x"), px(Size::IconLarge), Ink::Danger, devicePixelRatioF()));
  m_message->setText(sentence);
  m_play(ScanSound::Refused);
  QAccessibleEvent alert(m_message, QAccessible::Alert); // read out: eyes are on the goods
  QAccessible::updateAccessibility(&alert);
  Q_EMIT refused(sentence);
}

QString PackDialog::refusalText(const Error& error) const
{
  switch (error.kind) {
  case ErrorKind::NotFound:
    if (const auto part = partOfCode(error.subject))
      return tr("Order %1 has no parcel %2 now. Scan a newer slip or the waybill.")
          .arg(part->orderNumber, numberText(part->part));
    return tr("No order and no waybill has the number %1.").arg(error.subject);
  case ErrorKind::Conflict:
    return m_order ? tr("Order %1 was packed by somebody else meanwhile.").arg(error.subject)
                   : tr("Several orders have the number %1. Scan the waybill instead.").arg(error.subject);
  case ErrorKind::Rejected:
    return tr("Order %1 is not to be packed: it is cancelled, unpaid, finished or empty.").arg(error.subject);
  case ErrorKind::Invalid:
    return tr("The lines of order %1 have changed since it was split. Undo the split first.").arg(error.subject);
  default:
    return errorSentence(error.kind).what;
  }
}

QString PackDialog::aboutText(const PackingOrder& order)
{
  QStringList parts{order.waybill.isEmpty() ? tr("No parcel is booked yet.") : tr("Waybill %1").arg(order.waybill)};
  if (order.part > 0)
    parts.prepend(tr("Parcel %1 of %2").arg(numberText(order.part), numberText(order.parts)));
  if (!order.further.isEmpty())
    parts.prepend(tr("Together with %1").arg(order.further.join(QStringLiteral(", "))));
  return parts.join(QStringLiteral(" · "));
}

void PackDialog::showOrder()
{
  m_title->setText(m_order ? tr("Order %1").arg(m_order->number) : tr("No order is open"));
  m_about->setText(m_order ? aboutText(*m_order) : tr("Scan the number of an order or a waybill to begin."));
  m_back->setEnabled(m_order.has_value());
  m_over->setEnabled(m_order.has_value());
  showLines();
  m_model->reload();
}

void PackDialog::showLines()
{
  m_rows->clear();
  QSet<qint64> ids;
  const std::vector<PackingLine> lines = m_order ? m_order->lines : std::vector<PackingLine>();
  for (const PackingLine& line : lines) {
    m_rows->push_back({qint64(m_rows->size()) + 1, line});
    ids.insert(m_rows->back().id);
  }
  m_model->noteChanged(ids);
  const qint64 all = m_order ? wanted(*m_order) : 0, in = m_order ? inside(*m_order) : 0;
  m_progress->setRange(0, int(std::max<qint64>(1, all)));
  m_progress->setValue(int(in));
  m_count->setText(m_order ? tr("%1 of %2 pieces").arg(numberText(in), numberText(all)) : QString());
}

void PackDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

void PackDialog::retranslate()
{
  setWindowTitle(tr("Scan and pack"));
  m_field->setPlaceholderText(tr("Scan, or type and press Enter"));
  m_field->setAccessibleName(tr("Scanned number"));
  m_table->setAccessibleName(tr("Goods of the order"));
  m_progress->setAccessibleName(tr("Pieces in the box"));
  m_label->setText(tr("Print the waybill label when everything is in"));
  m_slip->setText(tr("Print a packing slip when everything is in"));
  m_back->setText(tr("Take one out"));
  m_over->setText(tr("Another order"));
  m_close->setText(tr("Close"));
  m_model->retranslate();
  accepted(m_order ? tr("Order %1 is open. Scan its goods.").arg(m_order->number) : tr("Scan an order or a waybill."));
  showOrder();
}

} // namespace supercargo
