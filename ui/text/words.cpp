#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHash>

namespace supercargo {
namespace {

QString translated(const char* text)
{
  return QCoreApplication::translate("text", text);
}

/// A word not yet translated: tables of these are constant, their words follow the language.
struct Entry {
  const char* word;
  const char* icon;
  Tone tone;
};

StatusWord wordOf(const Entry& entry)
{
  return {translated(entry.word), QString::fromLatin1(entry.icon), entry.tone};
}

const Entry kUnknown = {QT_TRANSLATE_NOOP("text", "Unknown"), "circle-question-mark", Tone::Warning};

} // namespace

StatusWord statusWord(OrderStatus status)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "Draft"), "circle-dashed", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Awaiting payment"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Deposit paid"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "On hold"), "circle-pause", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "To ship"), "package", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Partly shipped"), "package-open", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Shipped"), "truck", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Delivered"), "package-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Completed"), "circle-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Cancelled"), "ban", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Refunded"), "undo-2", Tone::Neutral},
      kUnknown,
  };
  return wordOf(table[size_t(status)]);
}

StatusWord statusWord(PaymentStatus status)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "Unpaid"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Authorised"), "credit-card", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Partly paid"), "hand-coins", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Paid"), "circle-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Partly refunded"), "undo-2", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "Refunded"), "undo-2", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Voided"), "ban", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Failed"), "circle-x", Tone::Danger},
      {QT_TRANSLATE_NOOP("text", "Cash on delivery"), "banknote", Tone::Info},
      kUnknown,
  };
  return wordOf(table[size_t(status)]);
}

StatusWord statusWord(FulfilmentStatus status)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "Not fulfilled"), "package", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "On hold"), "circle-pause", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "Scheduled"), "calendar", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "In progress"), "package-open", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Partly shipped"), "package-open", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Shipped"), "truck", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Delivered"), "package-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Nothing to ship"), "check", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Cancelled"), "ban", Tone::Neutral},
      kUnknown,
  };
  return wordOf(table[size_t(status)]);
}

StatusWord statusWord(AftersaleStatus status)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "None"), "check", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Requested"), "circle-alert", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Awaiting return"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Awaiting our receipt"), "package-open", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Refused"), "ban", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Refunding"), "undo-2", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "Refunded"), "undo-2", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Closed"), "check", Tone::Neutral},
      kUnknown,
  };
  return wordOf(table[size_t(status)]);
}

StatusWord statusWord(ParcelStatus status)
{
  static const Entry table[] = {
      kUnknown,
      {QT_TRANSLATE_NOOP("text", "Not yet known"), "circle-dashed", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Announced"), "info", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Picked up"), "package", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "In transit"), "truck", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Out for delivery"), "truck", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Ready for pickup"), "store", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Delivery failed"), "circle-alert", Tone::Danger},
      {QT_TRANSLATE_NOOP("text", "Exception"), "triangle-alert", Tone::Danger},
      {QT_TRANSLATE_NOOP("text", "Returning"), "undo-2", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Expired"), "clock", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Delivered"), "package-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Returned"), "undo-2", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Cancelled"), "ban", Tone::Neutral},
  };
  return wordOf(table[size_t(status)]);
}

StatusWord statusWord(GatewayPaymentStatus status)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "Pending"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "Paid"), "circle-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "Partly refunded"), "undo-2", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "Refunded"), "undo-2", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Closed"), "ban", Tone::Neutral},
      {QT_TRANSLATE_NOOP("text", "Failed"), "circle-x", Tone::Danger},
      kUnknown,
  };
  return wordOf(table[size_t(status)]);
}

StatusWord stageWord(FlowStage stage)
{
  static const Entry table[] = {
      {QT_TRANSLATE_NOOP("text", "To pay"), "hourglass", Tone::Warning},
      {QT_TRANSLATE_NOOP("text", "To review"), "clipboard-check", Tone::Violet},
      {QT_TRANSLATE_NOOP("text", "To ship"), "package", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "In transit"), "truck", Tone::Info},
      {QT_TRANSLATE_NOOP("text", "Delivered"), "package-check", Tone::Success},
      {QT_TRANSLATE_NOOP("text", "After-sales"), "undo-2", Tone::Danger},
      {QT_TRANSLATE_NOOP("text", "Closed"), "check", Tone::Neutral},
  };
  return wordOf(table[size_t(stage)]);
}

StatusWord timelineWord(const QString& kind)
{
  static const QHash<QString, Entry> table = {
      {QStringLiteral("placed"), {QT_TRANSLATE_NOOP("text", "Order placed"), "shopping-bag", Tone::Neutral}},
      {QStringLiteral("paid"), {QT_TRANSLATE_NOOP("text", "Paid"), "circle-check", Tone::Success}},
      {QStringLiteral("reserved"), {QT_TRANSLATE_NOOP("text", "Stock reserved"), "package", Tone::Info}},
      {QStringLiteral("released"), {QT_TRANSLATE_NOOP("text", "Stock released"), "package-open", Tone::Neutral}},
      {QStringLiteral("shipped"), {QT_TRANSLATE_NOOP("text", "Shipped"), "truck", Tone::Info}},
      {QStringLiteral("part_shipped"), {QT_TRANSLATE_NOOP("text", "Partly shipped"), "package-open", Tone::Info}},
      {QStringLiteral("booked"), {QT_TRANSLATE_NOOP("text", "Parcel booked"), "receipt", Tone::Info}},
      {QStringLiteral("scanned"), {QT_TRANSLATE_NOOP("text", "Parcel scanned"), "activity", Tone::Info}},
      {QStringLiteral("in_transit"), {QT_TRANSLATE_NOOP("text", "In transit"), "truck", Tone::Info}},
      {QStringLiteral("delivered"), {QT_TRANSLATE_NOOP("text", "Delivered"), "package-check", Tone::Success}},
      {QStringLiteral("returned"), {QT_TRANSLATE_NOOP("text", "Returned"), "undo-2", Tone::Warning}},
      {QStringLiteral("completed"), {QT_TRANSLATE_NOOP("text", "Completed"), "circle-check", Tone::Success}},
      {QStringLiteral("refunded"), {QT_TRANSLATE_NOOP("text", "Refunded"), "undo-2", Tone::Violet}},
      {QStringLiteral("cancelled"), {QT_TRANSLATE_NOOP("text", "Cancelled"), "ban", Tone::Neutral}},
      {QStringLiteral("changed"), {QT_TRANSLATE_NOOP("text", "Order changed"), "activity", Tone::Neutral}},
      {QStringLiteral("status"), {QT_TRANSLATE_NOOP("text", "Status changed"), "activity", Tone::Neutral}},
      {QStringLiteral("aftersale"), {QT_TRANSLATE_NOOP("text", "After-sales changed"), "circle-alert", Tone::Warning}},
      {QStringLiteral("parcel"), {QT_TRANSLATE_NOOP("text", "News of the parcel"), "package", Tone::Info}},
      {QStringLiteral("revealed"), {QT_TRANSLATE_NOOP("text", "Buyer shown in clear"), "eye", Tone::Neutral}},
      {QStringLiteral("erased"), {QT_TRANSLATE_NOOP("text", "Buyer's data erased"), "trash-2", Tone::Neutral}},
      {QStringLiteral("packed"), {QT_TRANSLATE_NOOP("text", "Packed"), "package-check", Tone::Success}},
      {QStringLiteral("label_printed"), {QT_TRANSLATE_NOOP("text", "Label printed"), "printer", Tone::Neutral}},
      {QStringLiteral("slip_printed"), {QT_TRANSLATE_NOOP("text", "Packing slip printed"), "printer", Tone::Neutral}},
      {QStringLiteral("parcel_note"),
       {QT_TRANSLATE_NOOP("text", "Note on the parcel"), "message-square", Tone::Neutral}},
      {QStringLiteral("parcel_chase"),
       {QT_TRANSLATE_NOOP("text", "Courier asked about the parcel"), "message-square", Tone::Info}},
      {QStringLiteral("parcel_claim"),
       {QT_TRANSLATE_NOOP("text", "Claim made with the courier"), "flag", Tone::Warning}},
      {QStringLiteral("parcel_return"), {QT_TRANSLATE_NOOP("text", "Parcel called back"), "undo-2", Tone::Warning}},
      {QStringLiteral("noted"), {QT_TRANSLATE_NOOP("text", "Note left at the shop"), "message-square", Tone::Neutral}},
      {QStringLiteral("told_shop"), {QT_TRANSLATE_NOOP("text", "Shop told of the parcel"), "truck", Tone::Info}},
      {QStringLiteral("close_asked"), {QT_TRANSLATE_NOOP("text", "Shop asked to close it"), "ban", Tone::Neutral}},
      {QStringLiteral("refund_asked"), {QT_TRANSLATE_NOOP("text", "Refund asked for"), "undo-2", Tone::Violet}},
      {QStringLiteral("void_asked"), {QT_TRANSLATE_NOOP("text", "Payment voided"), "undo-2", Tone::Violet}},
      {QStringLiteral("payment_closed"), {QT_TRANSLATE_NOOP("text", "Payment closed"), "ban", Tone::Neutral}},
      {QStringLiteral("booking_cancelled"), {QT_TRANSLATE_NOOP("text", "Booking cancelled"), "ban", Tone::Neutral}},
      {QStringLiteral("asked_again"), {QT_TRANSLATE_NOOP("text", "Asked for again"), "rotate-ccw", Tone::Neutral}},
      {QStringLiteral("action_failed"),
       {QT_TRANSLATE_NOOP("text", "Refused by the provider"), "circle-x", Tone::Danger}},
      {QStringLiteral("needs_person"), {QT_TRANSLATE_NOOP("text", "Needs a person"), "circle-alert", Tone::Warning}},
      {QStringLiteral("settled"), {QT_TRANSLATE_NOOP("text", "Settled by hand"), "check", Tone::Neutral}},
      {QStringLiteral("not_booked"), {QT_TRANSLATE_NOOP("text", "Not booked"), "circle-alert", Tone::Warning}},
      {QStringLiteral("correct_number"),
       {QT_TRANSLATE_NOOP("text", "Correct the number at the shop"), "circle-alert", Tone::Warning}},
      {QStringLiteral("approved"), {QT_TRANSLATE_NOOP("text", "Approved for shipping"), "circle-check", Tone::Success}},
      {QStringLiteral("merged"), {QT_TRANSLATE_NOOP("text", "Merged into one parcel"), "package", Tone::Info}},
      {QStringLiteral("split"), {QT_TRANSLATE_NOOP("text", "Split into parcels"), "package-open", Tone::Info}},
      {QStringLiteral("unmerged"), {QT_TRANSLATE_NOOP("text", "Merge undone"), "undo-2", Tone::Neutral}},
      {QStringLiteral("unsplit"), {QT_TRANSLATE_NOOP("text", "Split undone"), "undo-2", Tone::Neutral}},
      {QStringLiteral("gone"), {QT_TRANSLATE_NOOP("text", "No longer in the shop"), "trash-2", Tone::Warning}},
  };
  const auto found = table.constFind(kind);
  return found == table.cend() ? StatusWord{kind, QStringLiteral("info"), Tone::Neutral} : wordOf(*found);
}

QString deedWord(const QString& kind)
{
  static const QHash<QString, const char*> table = {
      {QStringLiteral("set_stock"), QT_TRANSLATE_NOOP("text", "Tell a stock level")},
      {QStringLiteral("mark_shipped"), QT_TRANSLATE_NOOP("text", "Tell the shop of a parcel")},
      {QStringLiteral("add_note"), QT_TRANSLATE_NOOP("text", "Leave a note")},
      {QStringLiteral("close_order"), QT_TRANSLATE_NOOP("text", "Close an order")},
      {QStringLiteral("refund"), QT_TRANSLATE_NOOP("text", "Refund")},
      {QStringLiteral("void_payment"), QT_TRANSLATE_NOOP("text", "Void a payment")},
      {QStringLiteral("close_payment"), QT_TRANSLATE_NOOP("text", "Close a payment")},
      {QStringLiteral("quote_rates"), QT_TRANSLATE_NOOP("text", "Ask for prices")},
      {QStringLiteral("book_parcel"), QT_TRANSLATE_NOOP("text", "Book a parcel")},
      {QStringLiteral("cancel_parcel"), QT_TRANSLATE_NOOP("text", "Cancel a parcel")},
      {QStringLiteral("fetch_label"), QT_TRANSLATE_NOOP("text", "Fetch a label")},
  };
  const auto found = table.constFind(kind);
  return found == table.cend() ? kind : translated(*found);
}

QString streamWord(Stream stream)
{
  static const char* const table[] = {QT_TRANSLATE_NOOP("text", "Orders"),   QT_TRANSLATE_NOOP("text", "Products"),
                                      QT_TRANSLATE_NOOP("text", "Stock"),    QT_TRANSLATE_NOOP("text", "Customers"),
                                      QT_TRANSLATE_NOOP("text", "Payments"), QT_TRANSLATE_NOOP("text", "Bills"),
                                      QT_TRANSLATE_NOOP("text", "Tracking")};
  return translated(table[size_t(stream)]);
}

ErrorSentence errorSentence(ErrorKind kind)
{
  static const char* const table[][2] = {
      {QT_TRANSLATE_NOOP("text", "There is no connection to the provider."),
       QT_TRANSLATE_NOOP("text", "Check the network; it is tried again by itself.")},
      {QT_TRANSLATE_NOOP("text", "The provider did not answer in time."),
       QT_TRANSLATE_NOOP("text", "It is tried again by itself.")},
      {QT_TRANSLATE_NOOP("text", "The provider asks us to slow down."),
       QT_TRANSLATE_NOOP("text", "It goes on by itself after a pause.")},
      {QT_TRANSLATE_NOOP("text", "The provider does not accept the key or login."),
       QT_TRANSLATE_NOOP("text", "Renew the credentials of this account.")},
      {QT_TRANSLATE_NOOP("text", "The account is set up in a way the provider refuses."),
       QT_TRANSLATE_NOOP("text", "Check its address, permissions and allowed IP addresses.")},
      {QT_TRANSLATE_NOOP("text", "The provider says that this computer's clock is wrong."),
       QT_TRANSLATE_NOOP("text", "Set date and time of the computer.")},
      {QT_TRANSLATE_NOOP("text", "The request was too large for the provider."),
       QT_TRANSLATE_NOOP("text", "It is asked again in smaller parts.")},
      {QT_TRANSLATE_NOOP("text", "The provider refused this."),
       QT_TRANSLATE_NOOP("text", "Read the reason in the details and change what it names.")},
      {QT_TRANSLATE_NOOP("text", "The provider has a failure of its own."),
       QT_TRANSLATE_NOOP("text", "It is tried again by itself.")},
      {QT_TRANSLATE_NOOP("text", "The provider's answer could not be understood."),
       QT_TRANSLATE_NOOP("text", "Check the address of the account; see the recorded call.")},
      {QT_TRANSLATE_NOOP("text", "The local database reported a failure."),
       QT_TRANSLATE_NOOP("text", "Try again; if it stays, restore a backup.")},
      {QT_TRANSLATE_NOOP("text", "There is no room left on the disk."),
       QT_TRANSLATE_NOOP("text", "Free some space; nothing was changed.")},
      {QT_TRANSLATE_NOOP("text", "Somebody else changed this in the meantime."),
       QT_TRANSLATE_NOOP("text", "Look at the present value and decide again.")},
      {QT_TRANSLATE_NOOP("text", "You do not have permission for this."),
       QT_TRANSLATE_NOOP("text", "Ask the owner of the workspace.")},
      {QT_TRANSLATE_NOOP("text", "The workspace or its key is locked."),
       QT_TRANSLATE_NOOP("text",
                         "Unlock the keychain, or close other programs that use the workspace; then try again.")},
      {QT_TRANSLATE_NOOP("text", "This was stopped."), QT_TRANSLATE_NOOP("text", "Start it again when you want.")},
      {QT_TRANSLATE_NOOP("text", "This does not exist."), QT_TRANSLATE_NOOP("text", "Read the list again.")},
      {QT_TRANSLATE_NOOP("text", "The input does not make sense."),
       QT_TRANSLATE_NOOP("text", "Correct what the details name.")},
  };
  return {translated(table[size_t(kind)][0]), translated(table[size_t(kind)][1])};
}

} // namespace supercargo
