// What would become of each order, before anything is asked.
#include "ui/booking/bookingwords.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"

#include <QLabel>
#include <QPushButton>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kTypingPause(250);
constexpr std::chrono::milliseconds kFollowPause(1000); ///< others may change something all the time
constexpr size_t kAtOnce = 100;                         ///< the first rows are there while the last are still read

} // namespace

/// The choice has changed: what is shown holds no more.
void BulkBookingDialog::previewSoon()
{
  if (m_begun)
    return;
  ++m_token;
  m_isLooking = m_isForetold = false;
  m_previewing.start(kTypingPause);
  showProgress();
}

/// Something else has changed. What is shown stays good enough until it is read again: the booking looks anyway.
void BulkBookingDialog::followSoon()
{
  if (m_begun)
    return;
  m_isStale = m_isLooking;
  if (!m_isLooking && !m_previewing.isActive())
    m_previewing.start(kFollowPause);
}

void BulkBookingDialog::preview()
{
  if (m_begun)
    return;
  ++m_token;
  m_previewing.stop();
  m_isLooking = true;
  m_isStale = false;
  if (m_bookings->empty())
    m_states->showLoading();
  previewFrom(0);
}

void BulkBookingDialog::previewFrom(size_t first)
{
  if (first >= m_orders.size()) {
    m_isLooking = false;
    m_isForetold = true;
    m_states->showContent();
    if (m_isStale)
      followSoon();
    return showProgress();
  }
  const auto begin = m_orders.begin() + std::ptrdiff_t(first);
  const std::vector<OrderId> part(begin, begin + std::ptrdiff_t(std::min(kAtOnce, m_orders.size() - first)));
  const std::vector<BulkBooking> before(m_bookings->begin(), m_bookings->begin() + std::ptrdiff_t(first));
  const auto look = [part, before, how = choice()](Connection& c) { return previewBookings(c, part, how, before); };
  deliver(m_context.db.read(look), this, [this, first, token = m_token](Result<std::vector<BulkBooking>> rows) {
    if (token != m_token)
      return;
    if (rows)
      return takePreview(first, std::move(*rows));
    m_isLooking = m_isForetold = false;
    m_states->showError(rows.error());
    showProgress();
  });
  showProgress();
}

/// In place of what was foretold of the same orders before.
void BulkBookingDialog::takePreview(size_t first, std::vector<BulkBooking> rows)
{
  const size_t end = first + rows.size();
  const bool isLonger = end > m_bookings->size();
  if (isLonger)
    m_bookings->resize(end);
  std::ranges::move(rows, m_bookings->begin() + std::ptrdiff_t(first));
  if (isLonger)
    m_model->reload();
  else
    showRows();
  m_states->showContent();
  previewFrom(end);
}

QString BulkBookingDialog::outlookFault() const
{
  if (const QString fault = choiceFault(); !fault.isEmpty())
    return fault;
  if (!m_isForetold || std::ranges::any_of(*m_bookings, &BulkBooking::isToBook))
    return {};
  const QString reason = bookingReason(m_bookings->front());
  const auto isAlike = [&](const BulkBooking& one) { return bookingReason(one) == reason; };
  return std::ranges::all_of(*m_bookings, isAlike)
             ? reason
             : tr("None of the chosen orders can be booked. The list says why of each.");
}

void BulkBookingDialog::showOutlook()
{
  const QString fault = outlookFault();
  if (fault != m_barred) // else the note may say something else by now
    say(fault, true);
  m_barred = fault;
  m_start->setToolTip(fault);
  m_start->setAccessibleDescription(fault);
  const qint64 all = std::ssize(m_orders), toBook = std::ranges::count_if(*m_bookings, &BulkBooking::isToBook);
  m_start->setText(m_isForetold ? tr("Book %1 of %2").arg(numberText(toBook), numberText(all)) : tr("Book"));
  if (m_isForetold)
    m_pace->setText(tr("%1 to be booked, %2 not possible").arg(numberText(toBook), numberText(all - toBook)));
  else
    m_pace->setText(m_isLooking ? tr("Looking at the orders…") : QString());
}

/// The rows in sight as they are now; those that come into it later are shown by scrolling.
void BulkBookingDialog::showRows()
{
  QSet<qint64> ids;
  for (const BulkBooking& one : *m_bookings)
    ids.insert(one.order.value());
  m_model->noteChanged(ids);
}

} // namespace supercargo
