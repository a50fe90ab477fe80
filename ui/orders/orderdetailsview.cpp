#include "ui/orders/orderdetailsview.h"

#include "core/base/text.h"
#include "ui/tables/pill.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"
#include "ui/text/reviewwords.h"
#include "ui/text/timelinewords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace supercargo {
namespace {

Pill* pillOf(const StatusWord& word)
{
  auto* pill = new Pill;
  pill->set(word.word, word.icon, word.tone);
  return pill;
}

/// Only the part above the street stays readable.
QString addressText(const AddressSnapshot& to, bool reveal)
{
  const QStringList parts{to.country,
                          to.province,
                          to.city,
                          to.district,
                          reveal ? to.street : QString(),
                          reveal ? to.postalCode : QString()};
  QStringList told;
  for (const QString& part : parts)
    if (!part.isEmpty() && !told.contains(part))
      told.append(part);
  if (!reveal && !to.street.isEmpty())
    told.append(QStringLiteral("***"));
  return told.join(u' ');
}

} // namespace

OrderDetailsView::OrderDetailsView(std::shared_ptr<const OrderColumnFacts> facts, QWidget* parent)
    : QScrollArea(parent), m_facts(std::move(facts))
{
  setWidgetResizable(true);
  setMinimumWidth(px(Size::Sidebar));
  clear();
}

void OrderDetailsView::show(const OrderDetails& details, const OrderAdvice& advice)
{
  const bool same = order() == details.row.id;
  m_details = details;
  m_advice = advice;
  if (!same)
    verticalScrollBar()->setValue(0);
  refresh();
}

void OrderDetailsView::clear()
{
  m_details.reset();
  refresh();
}

void OrderDetailsView::refresh()
{
  const int scrolled = verticalScrollBar()->value();
  const bool hadFocus = hasFocus() || isAncestorOf(QApplication::focusWidget());
  setAccessibleName(tr("Order details"));
  auto* content = new QWidget;
  m_layout = new QVBoxLayout(content);
  m_layout->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  m_layout->setSpacing(px(Size::Space1));
  if (m_details) {
    addHead();
    addFindings();
    addPlan();
    addLines();
    addAmounts();
    addShipments();
    addPayments();
    addShipTo();
    addNotes();
    addTimeline();
  } else {
    addText(tr("Choose an order to see its details."), "muted");
  }
  m_layout->addStretch();
  setWidget(content);
  // An order that changes while it is read stays where it is, as soon as its new height is known.
  QMetaObject::invokeMethod(
      this, [this, scrolled] { verticalScrollBar()->setValue(scrolled); }, Qt::QueuedConnection);
  if (hadFocus)
    setFocus();
}

void OrderDetailsView::addHead()
{
  const OrderRow& row = m_details->row;
  auto* line = new QHBoxLayout;
  auto* number = new QLabel(row.number);
  auto* total = new QLabel(moneyText(row.total));
  number->setTextFormat(Qt::PlainText);
  setRole(number, "title");
  setRole(total, "title");
  number->setTextInteractionFlags(Qt::TextSelectableByMouse);
  line->addWidget(number, 1);
  line->addWidget(total);
  m_layout->addLayout(line);
  auto* pills = new QHBoxLayout;
  pills->setSpacing(px(Size::Space2));
  pills->addWidget(pillOf(statusWord(row.status)));
  pills->addWidget(pillOf(statusWord(row.payment)));
  if (row.aftersale != AftersaleStatus::None)
    pills->addWidget(pillOf(statusWord(row.aftersale)));
  pills->addStretch();
  m_layout->addLayout(pills);
  addText(QStringList{m_facts->shops.value(row.account), dateTimeText(row.placedAt, m_facts->zone)}.join(
              QStringLiteral("  ·  ")),
          "small");
  const bool waits = row.fulfilment != FulfilmentStatus::Shipped && row.fulfilment != FulfilmentStatus::Delivered;
  if (m_details->shipBy && waits && isOpen(row.status))
    addText(tr("Ship by %1").arg(dateTimeText(*m_details->shipBy, m_facts->zone)),
            *m_details->shipBy < m_facts->clock() ? "error" : "small");
  for (const QString& warning : m_details->warnings)
    addText(warning, "error");
}

void OrderDetailsView::addFindings()
{
  if (m_advice.findings.empty())
    return;
  addSection(tr("Please check"));
  for (const ReviewFinding& finding : m_advice.findings)
    addText(reviewText(finding));
}

void OrderDetailsView::addPlan()
{
  if (!m_advice.plan)
    return;
  const ParcelPlan& plan = *m_advice.plan;
  const QString booked = tr("booked"), open = tr("not booked");
  addSection(plan.kind == PlanKind::Merge ? tr("One parcel for several orders") : tr("Several parcels"));
  if (plan.kind == PlanKind::Merge)
    addPair(plan.numbers.join(QStringLiteral(", ")), plan.isBooked() ? booked : open);
  for (const PlannedParcel& parcel : plan.parcels) {
    if (parcel.part == 0)
      continue;
    addPair(tr("Parcel %1").arg(parcel.part), parcel.booked ? booked : open);
    for (const ParcelPiece& piece : parcel.pieces)
      if (piece.line >= 0 && piece.line < qint64(m_details->lines.size()))
        addText(QStringLiteral("%1 × %2").arg(numberText(piece.quantity), m_details->lines[size_t(piece.line)].title),
                "small");
  }
  addText(plan.reason, "small");
}

void OrderDetailsView::addLines()
{
  addSection(tr("Items"));
  for (const LineSnapshot& line : m_details->lines) {
    addPair(QStringLiteral("%1 × %2").arg(numberText(line.quantity), line.title), moneyText(line.total));
    QStringList more{line.sku, line.options, tr("%1 each").arg(moneyText(line.unitPrice))};
    more.removeAll(QString());
    addText(more.join(QStringLiteral("  ·  ")), "small");
  }
}

void OrderDetailsView::addAmounts()
{
  const OrderDetails& d = *m_details;
  addSection(tr("Amounts"));
  addPair(tr("Goods"), moneyText(d.goods));
  if (!d.discount.isZero())
    addPair(tr("Discount"), moneyText(-d.discount));
  addPair(tr("Shipping"), moneyText(d.shipping));
  if (!d.tax.isZero())
    addPair(tr("Tax"), moneyText(d.tax));
  addPair(tr("Total"), moneyText(d.row.total), true);
  addPair(tr("Paid"), moneyText(d.row.paid));
  if (!d.row.refunded.isZero())
    addPair(tr("Refunded"), moneyText(d.row.refunded));
}

void OrderDetailsView::addShipments()
{
  if (m_details->shipments.empty())
    return;
  addSection(tr("Parcels"));
  for (const OrderShipment& parcel : m_details->shipments) {
    addPair(QStringLiteral("%1 %2").arg(courierText(parcel.courier), parcel.number).trimmed(),
            statusWord(parcel.status).word);
    if (parcel.lastEventAt)
      addText(QStringLiteral("%1 %2").arg(dateTimeText(*parcel.lastEventAt, m_facts->zone), parcel.place), "small");
  }
}

void OrderDetailsView::addPayments()
{
  if (!m_details->payments.empty())
    addSection(tr("Payments"));
  for (const OrderPayment& payment : m_details->payments) {
    addPair(statusWord(payment.status).word, moneyText(payment.amount));
    addText(payment.fee ? tr("%1 · fee %2").arg(payment.externalId, moneyText(*payment.fee)) : payment.externalId,
            "small");
  }
  if (!m_details->refunds.empty())
    addSection(tr("Refunds"));
  for (const RefundSnapshot& refund : m_details->refunds) {
    addPair(statusWord(refund.status).word, moneyText(-refund.amount));
    if (!refund.reason.isEmpty())
      addText(refund.reason, "small");
  }
}

void OrderDetailsView::addShipTo()
{
  const AddressSnapshot& to = m_details->shipTo;
  const bool reveal = m_facts->revealed == m_details->row.id;
  addSection(tr("Ship to"));
  addText(QStringLiteral("%1  %2").arg(reveal ? to.name : maskName(to.name), reveal ? to.phone : maskPhone(to.phone)));
  addText(addressText(to, reveal));
}

void OrderDetailsView::addNotes()
{
  if (m_details->buyerNote.isEmpty() && m_details->sellerMemo.isEmpty())
    return;
  addSection(tr("Notes"));
  if (!m_details->buyerNote.isEmpty())
    addText(tr("Buyer: %1").arg(m_details->buyerNote));
  if (!m_details->sellerMemo.isEmpty())
    addText(tr("Seller: %1").arg(m_details->sellerMemo));
}

void OrderDetailsView::addTimeline()
{
  addSection(tr("Timeline"));
  for (const TimelineEntry& entry : m_details->timeline) {
    const StatusWord word = timelineWord(entry.kind);
    auto* line = new QHBoxLayout;
    line->setSpacing(px(Size::Space2));
    auto* icon = new QLabel;
    icon->setPixmap(iconPixmap(word.icon, px(Size::Icon), toneInk(word.tone), devicePixelRatioF()));
    auto* at = new QLabel(relativeText(entry.at, m_facts->clock(), m_facts->zone));
    at->setToolTip(dateTimeText(entry.at, m_facts->zone));
    setRole(at, "small");
    line->addWidget(icon);
    line->addWidget(new QLabel(word.word), 1);
    line->addWidget(at);
    if (entry.call) {
      auto* call = new QPushButton(tr("Call %1").arg(entry.call->value()));
      setRole(call, "link");
      call->setAccessibleName(tr("Show the call that brought this"));
      call->setToolTip(call->accessibleName());
      connect(call, &QPushButton::clicked, this, [this, id = *entry.call] { Q_EMIT callRequested(id); });
      line->addWidget(call);
    }
    m_layout->addLayout(line);
    if (!entry.text.isEmpty())
      addText(timelineText(entry.kind, entry.text), "small")
          ->setContentsMargins(px(Size::Icon) + px(Size::Space2), 0, 0, 0);
  }
}

void OrderDetailsView::addSection(const QString& title)
{
  m_layout->addSpacing(px(Size::Space3));
  addText(title, "section");
}

void OrderDetailsView::addPair(const QString& left, const QString& right, bool strong)
{
  auto* line = new QHBoxLayout;
  auto* name = new QLabel(left);
  auto* value = new QLabel(right);
  name->setTextFormat(Qt::PlainText); // titles are what a shop says: never markup
  name->setWordWrap(true);
  value->setAlignment(Qt::AlignRight | Qt::AlignTop);
  for (QLabel* label : {name, value})
    if (strong)
      setRole(label, "strong");
  line->addWidget(name, 1);
  line->addWidget(value);
  m_layout->addLayout(line);
}

QLabel* OrderDetailsView::addText(const QString& text, const char* role)
{
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  setRole(label, role);
  m_layout->addWidget(label);
  return label;
}

} // namespace supercargo
