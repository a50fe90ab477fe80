// What the dialog shows, and the prices and labels beside the booking itself.
#include "core/labels/printqueue.h"
#include "ui/booking/bookingwords.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/mainwindow/task.h"
#include "ui/print/printsettings.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace supercargo {
namespace {

constexpr int kWaybillColumn = 3; ///< nothing stands in it before

} // namespace

std::vector<Column<BulkBooking>> BulkBookingDialog::columns() const
{
  const auto left = Qt::AlignLeft | Qt::AlignVCenter;
  return {
      {"number", [] { return BulkBookingDialog::tr("Order"); }, 130, left,
       [](const BulkBooking& one) { return Cell{one.number}; }},
      {"state", [] { return BulkBookingDialog::tr("Result"); }, 130, left,
       [](const BulkBooking& one) {
         const StatusWord word = bookingWord(one);
         Cell cell;
         cell.text = word.word;
         cell.icon = word.icon;
         cell.tone = word.tone;
         return cell;
       }},
      {"carrier", [] { return BulkBookingDialog::tr("Carried by"); }, 200, left,
       [](const BulkBooking& one) { return Cell{bookingCarrier(one)}; }},
      {"waybill", [] { return BulkBookingDialog::tr("Waybill"); }, 150, left,
       [](const BulkBooking& one) { return Cell{one.waybill}; }},
      {"collect", [] { return BulkBookingDialog::tr("Courier collects"); }, 120, Qt::AlignRight | Qt::AlignVCenter,
       [](const BulkBooking& one) { return Cell{one.collect ? moneyText(*one.collect) : QString()}; }},
      {"weight", [] { return BulkBookingDialog::tr("Weight"); }, 90, Qt::AlignRight | Qt::AlignVCenter,
       [](const BulkBooking& one) { return Cell{one.weightGrams > 0 ? gramsText(one.weightGrams) : QString()}; }},
      {"reason", [] { return BulkBookingDialog::tr("Reason"); }, 320, left,
       [](const BulkBooking& one) { return Cell{bookingReason(one)}; }},
  };
}

void BulkBookingDialog::printLabels()
{
  std::vector<NewPrintJob> jobs;
  for (const BulkBooking& one : *m_bookings)
    if (one.isBooked() && one.shipment && !m_queued.contains(one.shipment->value())) {
      m_queued.insert(one.shipment->value());
      jobs.push_back(
          newPrintJob(m_context.settings, PrintDocument::WaybillLabel, one.waybill, one.order, one.shipment));
    }
  if (jobs.empty())
    return;
  const auto put = [jobs, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<int> {
    for (const NewPrintJob& job : jobs)
      SC_TRY(enqueuePrint(c, job, QStringLiteral("owner"), now, changes));
    return int(jobs.size());
  };
  deliver(m_context.db.write(put), this, [this](const Result<int>& count) {
    if (!count)
      return say(errorSentence(count.error().kind).what, true);
    say(tr("%n labels sent to the print queue.", nullptr, *count), false);
    showControls();
  });
}

/// What the first chosen order would cost with this courier, by service.
void BulkBookingDialog::askPrices()
{
  const QString fault = choiceFault();
  say(fault, true);
  if (!fault.isEmpty() || m_byRules->isChecked())
    return;
  const auto ask = [order = m_orders.front(), how = choice(),
                    now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<ActionId> {
    SC_TRY_ASSIGN(plan, planShipment(c, order, how.weightGrams));
    Booking booking = *how.booking;
    booking.weightGrams = plan.weightGrams.value_or(0);
    booking.size = how.size;
    return askRates(c, order, booking, QStringLiteral("owner"), now, changes);
  };
  m_prices->setEnabled(false);
  deliver(m_context.db.write(ask), this, [this](const Result<ActionId>& asked) {
    if (!asked) {
      showControls();
      return say(asked.error().kind == ErrorKind::Invalid ? tr("Say how much one parcel weighs.")
                                                          : errorSentence(asked.error().kind).what,
                 true);
    }
    m_asked = *asked;
    say(tr("Asking the courier for prices…"), false);
    m_context.engine.sendActions();
  });
}

void BulkBookingDialog::readPrices(ActionId action)
{
  deliver(m_context.db.read([action](Connection& c) { return outboxEntry(c, action); }), this,
          [this, action](const Result<std::optional<OutboxEntry>>& entry) {
            if (m_asked != action || !entry || !*entry)
              return;
            const ActionState state = (*entry)->state;
            if (state != ActionState::Done && state != ActionState::Failed && state != ActionState::Cancelled)
              return;
            m_asked.reset();
            showControls();
            showRates(**entry);
          });
}

void BulkBookingDialog::showRates(const OutboxEntry& entry)
{
  if (entry.state != ActionState::Done || entry.outcome.rates.empty())
    return say(tr("The courier gave no prices: %1").arg(entry.error.isEmpty() ? entry.outcome.message : entry.error),
               true);
  m_service->clear();
  for (const Rate& rate : entry.outcome.rates) {
    QString text = tr("%1, %2").arg(rate.name.isEmpty() ? rate.service : rate.name, moneyText(rate.price));
    if (rate.days)
      text = tr("%1, %n days", nullptr, *rate.days).arg(text);
    m_service->addItem(text, rate.service);
  }
  say(tr("These prices hold for the first order; others may differ by place and weight."), false);
}

void BulkBookingDialog::showProgress()
{
  if (!m_begun) {
    showOutlook();
    return showControls();
  }
  const qint64 all = qint64(m_orders.size());
  const qint64 over = qint64(std::ranges::count_if(*m_bookings, &BulkBooking::isOver));
  m_progress->setRange(0, int(std::max<qint64>(1, all)));
  m_progress->setValue(int(over));
  const qint64 elapsed = (m_context.clock() - m_began).count();
  QStringList parts{tr("%1 of %2").arg(numberText(over), numberText(all))};
  if (!isOver()) {
    if (const auto rate = taskRate(over, elapsed))
      parts << tr("%1 a second").arg(*rate, 0, 'f', 1);
    if (const auto left = taskSecondsLeft(over, all, elapsed))
      parts << tr("%1 left").arg(durationText(*left));
  } else {
    const qint64 booked = qint64(std::ranges::count_if(*m_bookings, &BulkBooking::isBooked));
    parts = {tr("%1 booked, %2 not booked").arg(numberText(booked), numberText(all - booked))};
  }
  m_pace->setText(parts.join(QStringLiteral(" · ")));
  showControls();
}

void BulkBookingDialog::showControls()
{
  const bool byCourier = m_byCourier->isChecked(), isOpen = !m_begun;
  const auto isFailed = [](const BulkBooking& one) { return one.foretold || (one.isOver() && !one.isBooked()); };
  const auto isPrintable = [this](const BulkBooking& one) {
    return one.isBooked() && one.shipment && !m_queued.contains(one.shipment->value());
  };
  m_byRules->setEnabled(isOpen);
  m_byCourier->setEnabled(isOpen);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_account), static_cast<QWidget*>(m_service), static_cast<QWidget*>(m_sender)})
    widget->setEnabled(isOpen && byCourier);
  m_prices->setEnabled(isOpen && byCourier && !m_asked);
  m_rules->setEnabled(isOpen);
  m_senders->setEnabled(isOpen);
  m_weight->setEnabled(isOpen || isOver());
  m_size->setEnabled(isOpen || isOver());
  m_start->setVisible(isOpen);
  m_start->setEnabled(isOpen && m_isForetold && outlookFault().isEmpty());
  m_stop->setVisible(m_begun && !isOver());
  m_retry->setVisible(m_begun && isOver());
  m_retry->setEnabled(std::ranges::any_of(*m_bookings, isFailed));
  m_labels->setVisible(m_begun);
  m_labels->setEnabled(std::ranges::any_of(*m_bookings, isPrintable));
  m_progress->setVisible(m_begun);
  m_table->setColumnHidden(kWaybillColumn, isOpen);
}

void BulkBookingDialog::say(const QString& sentence, bool isTrouble)
{
  setRole(m_note, isTrouble ? "error" : "muted");
  m_note->setText(sentence);
  m_note->setVisible(!sentence.isEmpty());
}

void BulkBookingDialog::retranslate()
{
  setWindowTitle(tr("Book parcels"));
  m_title->setText(tr("Book parcels for %n orders", nullptr, int(m_orders.size())));
  m_byRules->setText(tr("By my shipping rules"));
  m_byCourier->setText(tr("All with one courier"));
  m_accountLabel->setText(tr("C&ourier account"));
  m_serviceLabel->setText(tr("Ser&vice"));
  m_senderLabel->setText(tr("Sent &from"));
  m_weightLabel->setText(tr("&Weight of a parcel"));
  m_weight->setSpecialValueText(tr("by its articles or rule"));
  m_sizeLabel->setText(tr("Si&ze in cm"));
  m_size->setPlaceholderText(tr("not measured"));
  m_size->setToolTip(tr("Length × width × height, like 30 × 20 × 10"));
  m_account->setAccessibleName(tr("Courier account"));
  m_service->setAccessibleName(tr("Service"));
  m_sender->setAccessibleName(tr("Sent from"));
  m_weight->setAccessibleName(tr("Weight of a parcel"));
  m_size->setAccessibleName(tr("Size in cm"));
  m_prices->setText(tr("Ask for prices"));
  m_rules->setText(tr("Shipping rules…"));
  m_senders->setText(tr("Senders…"));
  m_table->setAccessibleName(tr("Orders and their bookings"));
  m_progress->setAccessibleName(tr("Progress"));
  m_print->setText(tr("Print the labels when all are booked"));
  m_stop->setText(tr("Stop the rest"));
  m_retry->setText(tr("Try the failed ones again"));
  m_labels->setText(tr("Print labels"));
  m_close->setText(tr("Close"));
  m_model->retranslate();
  showProgress();
}

} // namespace supercargo
