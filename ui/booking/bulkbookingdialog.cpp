#include "ui/booking/bulkbookingdialog.h"

#include "core/domain/parcelsize.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "ui/booking/bookingwords.h"
#include "ui/booking/sendersdialog.h"
#include "ui/booking/shippingrulesdialog.h"
#include "ui/tables/listsource.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kHeaviest = 1'000'000; ///< grams
constexpr std::chrono::milliseconds kRefreshPause(200);

QLabel* label(QWidget* buddy)
{
  auto* made = new QLabel;
  made->setBuddy(buddy);
  return made;
}

} // namespace

BulkBookingDialog::BulkBookingDialog(const PageContext& context, std::vector<OrderId> orders, QWidget* parent)
    : QDialog(parent), m_context(context), m_orders(std::move(orders)),
      m_bookings(std::make_shared<std::vector<BulkBooking>>()), m_model(new RowModel<BulkBooking>(columns(), this)),
      m_table(new TableView), m_states(new StateView(m_table)), m_title(new QLabel), m_note(new QLabel),
      m_pace(new QLabel), m_byRules(new QRadioButton), m_byCourier(new QRadioButton), m_account(new QComboBox),
      m_service(new QComboBox), m_sender(new QComboBox), m_weight(new QSpinBox), m_size(new QLineEdit),
      m_print(new QCheckBox), m_progress(new QProgressBar), m_prices(new QPushButton), m_rules(new QPushButton),
      m_senders(new QPushButton), m_start(new QPushButton), m_stop(new QPushButton), m_retry(new QPushButton),
      m_labels(new QPushButton), m_close(new QPushButton)
{
  build();
  follow();
  m_model->setSource(listSource<BulkBooking>(m_bookings, [](const BulkBooking& one) { return one.order.value(); }));
  retranslate();
  readChoices();
  preview();
}

void BulkBookingDialog::build()
{
  setRole(m_title, "title");
  setRole(m_pace, "muted");
  m_note->setWordWrap(true);
  m_note->hide();
  m_byRules->setChecked(true);
  m_print->setChecked(true);
  m_service->setEditable(true);
  m_service->setInsertPolicy(QComboBox::NoInsert);
  m_weight->setRange(0, kHeaviest);
  m_weight->setSuffix(QStringLiteral(" g"));
  m_progress->setTextVisible(false);
  setRole(m_start, "primary");
  m_start->setDefault(true);
  auto* form = new QGridLayout;
  form->setHorizontalSpacing(px(Size::Space3));
  form->setVerticalSpacing(px(Size::Space2));
  form->addWidget(m_byRules, 0, 0, 1, 4);
  form->addWidget(m_rules, 0, 4);
  form->addWidget(m_byCourier, 1, 0, 1, 4);
  form->addWidget(m_accountLabel = label(m_account), 2, 0);
  form->addWidget(m_account, 2, 1);
  form->addWidget(m_serviceLabel = label(m_service), 2, 2);
  form->addWidget(m_service, 2, 3);
  form->addWidget(m_prices, 2, 4);
  form->addWidget(m_senderLabel = label(m_sender), 3, 0);
  form->addWidget(m_sender, 3, 1);
  form->addWidget(m_senders, 3, 4);
  form->addWidget(m_weightLabel = label(m_weight), 3, 2);
  form->addWidget(m_weight, 3, 3);
  form->addWidget(m_sizeLabel = label(m_size), 4, 2);
  form->addWidget(m_size, 4, 3);
  form->setColumnStretch(1, 1);
  form->setColumnStretch(3, 1);
  m_table->setWindowedModel(m_model);
  m_table->horizontalHeader()->setStretchLastSection(true);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  for (QPushButton* button : {m_stop, m_retry, m_labels})
    buttons->addWidget(button);
  buttons->addStretch(1);
  buttons->addWidget(m_close);
  buttons->addWidget(m_start);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_title);
  column->addLayout(form);
  column->addWidget(m_note);
  column->addWidget(m_states, 1);
  column->addWidget(m_progress);
  column->addWidget(m_pace);
  column->addWidget(m_print);
  column->addLayout(buttons);
  resize(px(Size::Palette) + px(Size::Details), px(Size::Palette) + px(Size::Details) / 4);
}

void BulkBookingDialog::follow()
{
  const auto courierChanged = [this] {
    if (m_byCourier->isChecked())
      previewSoon();
  };
  connect(m_byCourier, &QRadioButton::toggled, this, &BulkBookingDialog::previewSoon);
  connect(m_account, &QComboBox::currentIndexChanged, this, courierChanged);
  connect(m_service, &QComboBox::currentTextChanged, this, courierChanged);
  connect(m_sender, &QComboBox::currentIndexChanged, this, courierChanged);
  connect(m_weight, &QSpinBox::valueChanged, this, &BulkBookingDialog::previewSoon);
  connect(m_size, &QLineEdit::textChanged, this, &BulkBookingDialog::previewSoon);
  connect(m_states, &StateView::retryPressed, this, &BulkBookingDialog::preview);
  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &BulkBookingDialog::showRows);
  connect(m_start, &QPushButton::clicked, this, &BulkBookingDialog::begin);
  connect(m_stop, &QPushButton::clicked, this, &BulkBookingDialog::cancelRest);
  connect(m_retry, &QPushButton::clicked, this, &BulkBookingDialog::retryFailed);
  connect(m_labels, &QPushButton::clicked, this, &BulkBookingDialog::printLabels);
  connect(m_prices, &QPushButton::clicked, this, &BulkBookingDialog::askPrices);
  connect(m_rules, &QPushButton::clicked, this, &BulkBookingDialog::editRules);
  connect(m_senders, &QPushButton::clicked, this, &BulkBookingDialog::editSenders);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, &BulkBookingDialog::refresh);
  m_previewing.setSingleShot(true);
  connect(&m_previewing, &QTimer::timeout, this, &BulkBookingDialog::preview);
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if ((changes.outbox || changes.shipments) && !m_refresh.isActive())
      m_refresh.start();
    const auto isChanged = [&](OrderId order) { return changes.orders.contains(order.value()); };
    if (changes.outbox || changes.shipments || changes.settings || changes.weights ||
        std::ranges::any_of(m_orders, isChanged))
      followSoon();
  });
}

/// Which accounts can book, and where parcels may leave from.
void BulkBookingDialog::readChoices()
{
  struct Choices {
    std::vector<AccountRow> accounts;
    std::vector<Sender> from;
  };
  const auto read = [](Connection& c) -> Result<Choices> {
    SC_TRY_ASSIGN(accounts, accountRows(c));
    SC_TRY_ASSIGN(from, senders(c));
    return Choices{std::move(accounts), std::move(from)};
  };
  deliver(m_context.db.read(read), this, [this](const Result<Choices>& choices) {
    if (!choices)
      return say(errorSentence(choices.error().kind).what, true);
    const QVariant account = m_courierWanted.isValid() ? m_courierWanted : m_account->currentData();
    QVariant from = m_sender->currentData();
    m_account->clear();
    m_sender->clear();
    for (const AccountRow& row : choices->accounts) {
      const Provider* provider = findProvider(row.provider);
      if (provider && provider->declaration.can(u"parcel.book"))
        m_account->addItem(row.name, row.id.value());
    }
    for (const Sender& sender : choices->from) {
      m_sender->addItem(sender.label, sender.id.value());
      if (sender.address == m_senderWanted)
        from = sender.id.value();
    }
    m_courierWanted.clear();
    m_senderWanted.reset();
    m_account->setCurrentIndex(std::max(m_account->findData(account), std::min(0, m_account->count() - 1)));
    m_sender->setCurrentIndex(std::max(m_sender->findData(from), std::min(0, m_sender->count() - 1)));
    showProgress();
  });
}

void BulkBookingDialog::fill(AccountId courier, const BookParcel& parcel)
{
  m_courierWanted = courier.value();
  m_senderWanted = parcel.sender;
  m_weight->setValue(int(std::min<qint64>(parcel.weightGrams, kHeaviest)));
  m_size->setText(parcel.size ? parcelSizeText(*parcel.size) : QString());
  m_service->setCurrentText(parcel.service);
  m_byCourier->setChecked(true);
}

void BulkBookingDialog::editSenders()
{
  auto* dialog = new SendersDialog(m_context, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::finished, this, [this] {
    readChoices(); // what was missing may be there now
    previewSoon();
  });
  dialog->open();
}

void BulkBookingDialog::editRules()
{
  auto* dialog = new ShippingRulesDialog(m_context, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::finished, this, &BulkBookingDialog::previewSoon);
  dialog->open();
}

BulkChoice BulkBookingDialog::choice() const
{
  BulkChoice choice;
  if (m_weight->value() > 0)
    choice.weightGrams = m_weight->value();
  choice.size = parcelSizeOf(m_size->text());
  if (m_byRules->isChecked())
    return choice;
  Booking booking;
  booking.account = AccountId(m_account->currentData().toLongLong());
  booking.sender = SenderId(m_sender->currentData().toLongLong());
  const int offered = m_service->findText(m_service->currentText());
  booking.service = offered >= 0 ? m_service->itemData(offered).toString() : m_service->currentText().trimmed();
  choice.booking = booking;
  return choice;
}

QString BulkBookingDialog::choiceFault() const
{
  if (m_orders.empty())
    return tr("No order is chosen.");
  if (!m_size->text().trimmed().isEmpty() && !parcelSizeOf(m_size->text()))
    return tr("Write the size in centimetres, like 30 × 20 × 10.");
  if (m_byRules->isChecked())
    return {};
  if (m_account->count() == 0)
    return tr("No connected account can book parcels. Connect a courier first.");
  if (m_sender->count() == 0)
    return tr("No sender's address is set. Add one with “Senders…”.");
  return {};
}

void BulkBookingDialog::begin()
{
  ++m_token; // what is still foretold comes too late
  m_previewing.stop();
  say({}, false);
  m_begun = true;
  m_stopped = m_told = false;
  m_began = m_context.clock();
  showProgress();
  bookNext();
}

/// Some at a time, so that the first are with the courier while the last are still being written down.
void BulkBookingDialog::bookNext()
{
  constexpr size_t kAtOnce = 25;
  if (m_stopped || m_next >= m_orders.size())
    return showProgress();
  const size_t end = std::min(m_orders.size(), m_next + kAtOnce);
  const auto first = std::ptrdiff_t(m_next);
  const std::vector<OrderId> part(m_orders.begin() + first, m_orders.begin() + std::ptrdiff_t(end));
  m_next = end;
  m_isWriting = true;
  const auto book = [part, how = choice(), now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return bookOrders(c, part, how, QStringLiteral("owner"), now, changes);
  };
  deliver(m_context.db.write(book), this, [this, first](const Result<std::vector<BulkBooking>>& booked) {
    m_isWriting = false;
    if (!booked) {
      m_stopped = true;
      m_next = size_t(first);
      say(errorSentence(booked.error().kind).what, true);
      return showProgress();
    }
    std::ranges::copy(*booked, m_bookings->begin() + first);
    showRows();
    m_context.engine.sendActions();
    showProgress();
    bookNext();
  });
}

void BulkBookingDialog::refresh()
{
  if (m_asked)
    readPrices(*m_asked);
  if (!m_begun)
    return;
  deliver(m_context.db.read([all = *m_bookings](Connection& c) { return bookingStates(c, all); }), this,
          [this](Result<std::vector<BulkBooking>> states) {
            if (states)
              take(std::move(*states));
          });
}

void BulkBookingDialog::take(std::vector<BulkBooking> states)
{
  for (size_t i = 0; i < states.size(); ++i) // others may have had their turn while these were read
    if (states[i].action && (*m_bookings)[i].action == states[i].action)
      (*m_bookings)[i] = std::move(states[i]);
  showRows();
  showProgress();
  if (!isOver() || m_told)
    return;
  m_told = true;
  if (m_print->isChecked())
    printLabels();
  const auto booked = std::ranges::count_if(*m_bookings, &BulkBooking::isBooked);
  Q_EMIT finished(int(booked), int(std::ssize(*m_bookings) - booked));
}

bool BulkBookingDialog::isOver() const
{
  const auto isOver = [this](const BulkBooking& one) { return one.isOver() || (m_stopped && one.foretold); };
  return m_begun && !m_isWriting && std::ranges::all_of(*m_bookings, isOver);
}

void BulkBookingDialog::cancelRest()
{
  m_stopped = true;
  for (size_t i = m_next; i < m_bookings->size(); ++i)
    (*m_bookings)[i].state = ActionState::Cancelled;
  showRows();
  const auto cancel = [all = *m_bookings, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return cancelBookings(c, all, now, changes);
  };
  deliver(m_context.db.write(cancel), this, [this](const Result<int>& count) {
    if (!count)
      return say(errorSentence(count.error().kind).what, true);
    say(tr("%n orders taken back. What the courier has already been asked for goes on.", nullptr,
           *count + int(m_orders.size() - m_next)),
        false);
    refresh();
  });
}

void BulkBookingDialog::retryFailed()
{
  if (const QString fault = choiceFault(); !fault.isEmpty())
    return say(fault, true);
  m_told = false;
  const auto retry = [all = *m_bookings, how = choice(), now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return retryBookings(c, all, how, QStringLiteral("owner"), now, changes);
  };
  deliver(m_context.db.write(retry), this, [this](Result<std::vector<BulkBooking>> states) {
    if (!states)
      return say(errorSentence(states.error().kind).what, true);
    *m_bookings = std::move(*states);
    showRows();
    m_context.engine.sendActions();
    m_stopped = false;
    showProgress();
    bookNext();
  });
}

void BulkBookingDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

} // namespace supercargo
