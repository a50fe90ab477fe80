#include "ui/shipments/parceldetails.h"

#include "ui/shipments/askdialog.h"
#include "ui/shipments/parcelwords.h"
#include "ui/tables/pill.h"
#include "ui/text/couriertext.h"
#include "ui/text/parcelreasons.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace supercargo {
namespace {

using namespace std::chrono_literals;

constexpr auto kSilence = 24h; ///< from here on a gap between two scans is worth saying

QString stepWord(ParcelStepKind kind)
{
  switch (kind) {
  case ParcelStepKind::Note:
    return ParcelDetails::tr("Note");
  case ParcelStepKind::Chase:
    return ParcelDetails::tr("Courier asked");
  case ParcelStepKind::Claim:
    return ParcelDetails::tr("Claim");
  case ParcelStepKind::Return:
    return ParcelDetails::tr("Return");
  }
  return {};
}

} // namespace

ParcelDetails::ParcelDetails(std::shared_ptr<const ShipmentColumnFacts> facts, Currency currency, QWidget* parent)
    : QFrame(parent), m_facts(std::move(facts)), m_currency(currency), m_title(new QLabel), m_odd(new QLabel),
      m_empty(new QLabel), m_status(new Pill), m_punctuality(new Pill), m_content(new QWidget), m_grid(new QGridLayout),
      m_events(new QListWidget), m_steps(new QListWidget), m_note(new QLineEdit), m_addNote(new QPushButton),
      m_chase(new QPushButton), m_claim(new QPushButton), m_return(new QPushButton), m_settle(new QPushButton),
      m_teach(new QPushButton), m_order(new QPushButton), m_cancel(new QPushButton)
{
  build();
  retranslate();
}

void ParcelDetails::build()
{
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  setRole(m_empty, "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  whole->addWidget(m_empty);
  whole->addWidget(m_content);
  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  column->setSpacing(px(Size::Space2));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(Size::Space2));
  setRole(m_title, "strong");
  m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
  head->addWidget(m_title);
  head->addWidget(m_status);
  head->addWidget(m_punctuality);
  head->addStretch(1);
  setRole(m_order, "link");
  head->addWidget(m_order);
  column->addLayout(head);
  m_grid->setHorizontalSpacing(px(Size::Space3));
  m_grid->setVerticalSpacing(px(Size::Space1));
  m_grid->setColumnStretch(1, 1);
  m_grid->setColumnStretch(3, 1);
  column->addLayout(m_grid);
  setRole(m_odd, "error");
  m_odd->setWordWrap(true);
  column->addWidget(m_odd);
  m_events->setObjectName(QStringLiteral("parcelEvents"));
  m_steps->setObjectName(QStringLiteral("parcelSteps"));
  for (QListWidget* list : {m_events, m_steps}) {
    list->setWordWrap(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }
  m_steps->setMaximumHeight(3 * px(Size::Row));
  column->addWidget(m_events, 1);
  column->addWidget(m_steps);
  auto* note = new QHBoxLayout;
  note->setSpacing(px(Size::Space2));
  note->addWidget(m_note, 1);
  note->addWidget(m_addNote);
  note->addWidget(m_cancel);
  column->addLayout(note);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  for (QPushButton* button : {m_chase, m_claim, m_return, m_settle, m_teach})
    buttons->addWidget(button);
  buttons->addStretch(1);
  column->addLayout(buttons);
  const auto note_ = [this] {
    if (!m_note->text().trimmed().isEmpty())
      take(ParcelStepKind::Note, m_note->text().trimmed());
  };
  connect(m_addNote, &QPushButton::clicked, this, note_);
  connect(m_note, &QLineEdit::returnPressed, this, note_);
  connect(m_chase, &QPushButton::clicked, this, [this] {
    QGuiApplication::clipboard()->setText(chaseText());
    Q_EMIT copied(tr("The message to the courier is copied; paste it into your chat with them."));
    take(ParcelStepKind::Chase, chaseText());
  });
  connect(m_claim, &QPushButton::clicked, this, &ParcelDetails::askClaim);
  connect(m_return, &QPushButton::clicked, this, &ParcelDetails::askReturn);
  connect(m_settle, &QPushButton::clicked, this, &ParcelDetails::settleOpen);
  connect(m_teach, &QPushButton::clicked, this, [this] {
    if (m_story && !m_story->events.empty()) {
      const int row = std::max(0, m_events->currentRow());
      const int event = m_events->item(row) ? m_events->item(row)->data(Qt::UserRole).toInt() : 0;
      Q_EMIT teachWanted(m_story->events[size_t(event)].text);
    }
  });
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    if (m_story)
      Q_EMIT cancelWanted(m_story->line.shipment.id);
  });
  connect(m_order, &QPushButton::clicked, this, [this] {
    if (m_story && m_story->line.shipment.order)
      Q_EMIT orderWanted(*m_story->line.shipment.order);
  });
}

void ParcelDetails::show(const ParcelStory& story)
{
  if (shipment() != story.line.shipment.id)
    m_note->clear();
  m_story = story;
  refresh();
}

void ParcelDetails::clear()
{
  m_story.reset();
  refresh();
}

std::optional<ShipmentId> ParcelDetails::shipment() const
{
  return m_story ? std::optional(m_story->line.shipment.id) : std::nullopt;
}

QString ParcelDetails::chaseText() const
{
  if (!m_story)
    return {};
  const ShipmentRow& s = m_story->line.shipment;
  const QString number = tr("%1, waybill %2").arg(courierText(s.courier), s.number);
  const QString since = s.lastEventAt ? dateTimeText(*s.lastEventAt, m_facts->zone) : QString();
  const QString place = s.place.isEmpty() ? QString() : tr(" at %1").arg(s.place);
  if (since.isEmpty())
    return tr("Hello, %1 has not been scanned yet. Please check whether you have it and tell us when it moves.")
        .arg(number);
  if (s.status == ParcelStatus::Exception || s.status == ParcelStatus::DeliveryFailed)
    return tr("Hello, %1 has a problem since %2%3 (%4). Please see to it today and tell us what happens next.")
        .arg(number, since, place, parcelReasonText(s.reason.isEmpty() ? statusWord(s.status).word : s.reason));
  return tr("Hello, %1 has had no scan since %2%3. Please find out where it is and tell us when it will be delivered.")
      .arg(number, since, place);
}

void ParcelDetails::take(ParcelStepKind kind, const QString& text, std::optional<Money> amount)
{
  if (!m_story)
    return;
  ParcelStep step;
  step.shipment = m_story->line.shipment.id;
  step.kind = kind;
  step.text = text;
  step.amount = amount;
  m_note->clear();
  Q_EMIT stepTaken(step);
}

/// What is wrong with an amount that was typed; `least` in the currency's smallest unit.
QString ParcelDetails::amountFault(const QString& typed, qint64 least) const
{
  const auto amount = Money::parse(typed.trimmed(), m_currency);
  return amount && amount->minor() >= least ? QString() : tr("“%1” is no amount; write it like 12.30.").arg(typed);
}

void ParcelDetails::askClaim()
{
  auto* dialog = new AskDialog(
      tr("Claim against the courier"), tr("Amount claimed, in %1").arg(m_currency.code()),
      [this](const QString& typed) { return amountFault(typed, 1); }, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setButtonText(tr("Claim"));
  connect(dialog, &AskDialog::given, this, [this](const QString& typed) {
    const QString reason = m_story ? m_story->line.problem : QString();
    if (const auto amount = Money::parse(typed.trimmed(), m_currency))
      take(ParcelStepKind::Claim, reason.isEmpty() ? tr("Claimed") : parcelReasonText(reason), *amount);
  });
  dialog->open();
}

/// Couriers take no return by interface; what was booked here and not fetched yet has its own button.
void ParcelDetails::askReturn()
{
  if (!m_story)
    return;
  QString question = tr("This only notes here that the parcel is to come back; %1 is told nothing: call them.")
                         .arg(courierText(m_story->line.shipment.courier));
  if (!m_cancel->isHidden())
    question += u' ' + tr("A booking that was made here is taken back with “%1”.").arg(m_cancel->text());
  auto* dialog = new AskDialog(
      tr("Note a return"), question + u'\n' + tr("Why is it to come back?"), [](const QString&) { return QString(); },
      this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setButtonText(tr("Note it"));
  connect(dialog, &AskDialog::given, this,
          [this](const QString& typed) { take(ParcelStepKind::Return, typed.trimmed()); });
  dialog->open();
}

/// Ends the open claim or return; for a claim it asks what came.
void ParcelDetails::settleOpen()
{
  if (!m_story)
    return;
  for (const ParcelStep& step : m_story->steps) {
    if (step.settledAt || (step.kind != ParcelStepKind::Claim && step.kind != ParcelStepKind::Return))
      continue;
    if (step.kind == ParcelStepKind::Return)
      return Q_EMIT stepSettled(step.id, std::nullopt);
    auto* dialog = new AskDialog(
        tr("End the claim"), tr("Amount that the courier paid, in %1").arg(m_currency.code()),
        [this](const QString& typed) { return amountFault(typed, 0); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AskDialog::given, this, [this, id = step.id](const QString& typed) {
      if (const auto amount = Money::parse(typed.trimmed(), m_currency))
        Q_EMIT stepSettled(id, *amount);
    });
    return dialog->open();
  }
}

void ParcelDetails::refresh()
{
  m_empty->setVisible(!m_story);
  m_content->setVisible(m_story.has_value());
  if (!m_story)
    return;
  const ShipmentRow& s = m_story->line.shipment;
  m_title->setText(courierText(s.courier) + u' ' + s.number);
  const StatusWord status = statusWord(s.status);
  m_status->set(status.word, status.icon, status.tone);
  const StatusWord punctual = punctualityWord(punctualityOf(m_story->line, m_facts->clock()));
  m_punctuality->setVisible(!punctual.word.isEmpty());
  m_punctuality->set(punctual.word, punctual.icon, punctual.tone);
  m_order->setVisible(s.order.has_value());
  m_cancel->setVisible(s.order && (s.status == ParcelStatus::Pending || s.status == ParcelStatus::InfoReceived));
  m_order->setText(tr("Order %1").arg(m_story->line.orderNumber));
  m_order->setAccessibleName(m_order->text());
  QStringList odd;
  for (const QString& oddity : m_story->line.oddities)
    odd.append(oddityText(oddity));
  m_odd->setVisible(!odd.isEmpty());
  m_odd->setText(odd.join(u'\n'));
  showFacts();
  showEvents();
  showSteps();
}

void ParcelDetails::addFact(const QString& name, const QString& value)
{
  const int at = m_grid->count() / 2;
  auto* label = new QLabel(name);
  setRole(label, "muted");
  auto* text = new QLabel(value);
  text->setWordWrap(true);
  m_grid->addWidget(label, at / 2, (at % 2) * 2);
  m_grid->addWidget(text, at / 2, (at % 2) * 2 + 1);
}

void ParcelDetails::showFacts()
{
  while (QLayoutItem* item = m_grid->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const ParcelLine& line = m_story->line;
  const auto time = [this](const std::optional<Instant>& at) {
    return at ? dateTimeText(*at, m_facts->zone) : QStringLiteral("–");
  };
  addFact(tr("Shipped"), time(line.shipment.shippedAt));
  if (line.shipment.deliveredAt)
    addFact(tr("Delivered"), time(line.shipment.deliveredAt));
  else
    addFact(tr("Next check"), time(line.nextCheckAt));
  if (line.promisedAt)
    addFact(tr("Promised"), tr("%1 (%2)").arg(time(line.promisedAt), promiserText(line.promiseBasis)));
  if (line.estimatedAt && !line.shipment.deliveredAt)
    addFact(tr("Courier expects"), time(line.estimatedAt));
  if (line.expectedAt && !line.shipment.deliveredAt)
    addFact(tr("Expected"), tr("%1, at most %2 (by %3 like it)")
                                .arg(time(line.expectedAt), time(line.expectedBy), numberText(line.laneSamples)));
  if (!line.shipment.reason.isEmpty() && isTroubled(line.shipment.status))
    addFact(tr("Problem"), parcelReasonText(line.shipment.reason));
  if (line.failedTries > 0)
    addFact(tr("Failed tries"), numberText(line.failedTries));
}

QString ParcelDetails::eventLine(const TrackingEvent& event) const
{
  const QString at = event.at                    ? dateTimeText(*event.at, m_facts->zone)
                     : event.wallClock.isEmpty() ? tr("no time")
                                                 : tr("%1 (not a time)").arg(event.wallClock);
  const QString place = event.place.isEmpty() || event.text.contains(event.place) ? QString() : event.place + u' ';
  return QStringLiteral("%1   %2%3").arg(at, place, event.text);
}

/// Newest first; a long silence between two scans is a line of its own, and the one since the last as well.
void ParcelDetails::showEvents()
{
  m_events->clear();
  if (m_story->events.empty()) {
    auto* none = new QListWidgetItem(tr("No scan has been told yet."), m_events);
    none->setForeground(ink(Ink::TextMuted));
    none->setFlags(Qt::NoItemFlags);
  }
  std::optional<Instant> later = m_story->line.shipment.deliveredAt ? std::nullopt : std::optional(m_facts->clock());
  for (size_t i = 0; i < m_story->events.size(); ++i) {
    const TrackingEvent& event = m_story->events[i];
    if (later && event.at && *later - *event.at >= kSilence) {
      auto* gap = new QListWidgetItem(themedIcon(QStringLiteral("hourglass"), Ink::Warning),
                                      tr("No scan for %1").arg(ageText(*later - *event.at)), m_events);
      gap->setData(Qt::UserRole, int(i));
      gap->setForeground(ink(Ink::Warning));
    }
    const StatusWord word = statusWord(event.status);
    auto* item = new QListWidgetItem(themedIcon(word.icon, toneInk(word.tone)), eventLine(event), m_events);
    item->setData(Qt::UserRole, int(i));
    item->setToolTip(word.word);
    if (event.at)
      later = event.at;
  }
  m_teach->setEnabled(!m_story->events.empty());
}

void ParcelDetails::showSteps()
{
  m_steps->clear();
  bool open = false;
  for (const ParcelStep& step : m_story->steps) {
    QString text =
        QStringLiteral("%1   %2: %3").arg(dateTimeText(step.takenAt, m_facts->zone), stepWord(step.kind), step.text);
    if (step.amount)
      text += u' ' + moneyText(*step.amount);
    if (step.settledAt)
      text += step.received ? tr(" (ended, %1 received)").arg(moneyText(*step.received)) : tr(" (ended)");
    else if (step.kind == ParcelStepKind::Claim || step.kind == ParcelStepKind::Return)
      open = true;
    m_steps->addItem(text);
  }
  m_steps->setVisible(m_steps->count() > 0);
  m_settle->setVisible(open);
}

void ParcelDetails::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void ParcelDetails::retranslate()
{
  setAccessibleName(tr("Parcel details"));
  m_empty->setText(tr("Choose a parcel in the list or on the map."));
  m_events->setAccessibleName(tr("Events of the chosen parcel"));
  m_steps->setAccessibleName(tr("What was done about the parcel"));
  m_note->setPlaceholderText(tr("Note about this parcel"));
  m_note->setAccessibleName(tr("Note about this parcel"));
  m_addNote->setText(tr("Add note"));
  m_order->setAccessibleName(tr("Order %1").arg(m_story ? m_story->line.orderNumber : QString()).trimmed());
  m_chase->setText(tr("Ask the courier"));
  m_chase->setToolTip(tr("Copies a message to the courier and notes that you asked"));
  m_cancel->setText(tr("Cancel booking…"));
  m_cancel->setToolTip(tr("The courier has it not yet: take the booking back"));
  m_claim->setText(tr("Claim…"));
  m_return->setText(tr("Return…"));
  m_settle->setText(tr("End it…"));
  m_settle->setToolTip(tr("The claim or return is over"));
  m_teach->setText(tr("Teach place…"));
  m_teach->setToolTip(tr("Say where the chosen event took place"));
  refresh();
}

} // namespace supercargo
