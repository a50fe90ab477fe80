#include "ui/booking/shippingrulesdialog.h"

#include "core/base/deliver.h"
#include "core/providers/provider.h"
#include "ui/booking/ruletrial.h"
#include "ui/booking/rulewords.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

namespace supercargo {
namespace {

constexpr int kHeaviest = 1'000'000; ///< grams
constexpr int kShopsShown = 3;

QStringList words(const QLineEdit* field)
{
  static const QRegularExpression kBetween(QStringLiteral("[\\s,，、;；]+"));
  return field->text().split(kBetween, Qt::SkipEmptyParts);
}

std::optional<qint64> bound(const QSpinBox* field)
{
  return field->value() > 0 ? std::optional<qint64>(field->value()) : std::nullopt;
}

} // namespace

ShippingRulesDialog::ShippingRulesDialog(const PageContext& context, QWidget* parent)
    : ListDialog(
          context.db,
          {tr("Shipping rules"),
           tr("Which courier carries which order. Rules are asked from the top; the first that fits carries it."),
           QStringLiteral("truck"), tr("No rule is set. With one, orders find their courier by themselves."),
           tr("Add a rule")},
          {tr("Rule"), tr("For"), tr("Carried by"), tr("Booked")}, parent),
      m_currency(context.workspace.currency), m_clock(context.clock), m_zone(shopZone(context.workspace)),
      m_trial(new RuleTrial(context.db)), m_up(new QPushButton(tr("Up"))), m_down(new QPushButton(tr("Down"))),
      m_name(new QLineEdit), m_service(new QLineEdit), m_payMethod(new QLineEdit), m_countries(new QLineEdit),
      m_provinces(new QLineEdit), m_valueFrom(new QLineEdit), m_valueBelow(new QLineEdit),
      m_enabled(new QCheckBox(tr("This rule is in use"))),
      m_automatic(new QCheckBox(tr("Book by itself as soon as an order may be shipped"))), m_account(new QComboBox),
      m_sender(new QComboBox), m_cash(new QComboBox), m_shops(new QListWidget), m_weight(new QSpinBox),
      m_weightFrom(new QSpinBox), m_weightBelow(new QSpinBox)
{
  build();
  for (QLineEdit* field : {m_name, m_valueFrom, m_valueBelow})
    connect(field, &QLineEdit::textEdited, this, &ShippingRulesDialog::checkAgain);
  for (QComboBox* field : {m_account, m_sender})
    connect(field, &QComboBox::activated, this, &ShippingRulesDialog::checkAgain);
  for (QSpinBox* field : {m_weightFrom, m_weightBelow})
    connect(field, &QSpinBox::valueChanged, this, &ShippingRulesDialog::checkAgain);
  connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
  reload();
}

void ShippingRulesDialog::build()
{
  for (QPushButton* button : {m_up, m_down}) {
    button->setAutoDefault(false);
    listButtons()->addWidget(button);
  }
  m_up->setToolTip(tr("Ask this rule earlier"));
  m_down->setToolTip(tr("Ask this rule later"));
  listColumn()->addWidget(m_trial);
  for (QSpinBox* weight : {m_weight, m_weightFrom, m_weightBelow}) {
    weight->setRange(0, kHeaviest);
    weight->setSuffix(QStringLiteral(" g"));
    weight->setSpecialValueText(weight == m_weight ? tr("must be told") : tr("any"));
  }
  m_countries->setPlaceholderText(tr("everywhere; or two letters: CN HK"));
  m_provinces->setPlaceholderText(tr("everywhere; or: 浙江 上海"));
  m_service->setPlaceholderText(tr("the courier's usual one"));
  m_payMethod->setPlaceholderText(tr("as agreed with the courier"));
  m_valueFrom->setPlaceholderText(tr("any"));
  m_valueBelow->setPlaceholderText(tr("any"));
  m_cash->addItem(tr("paid in any way"));
  m_cash->addItem(tr("only cash on delivery"), true);
  m_cash->addItem(tr("only paid before"), false);
  m_shops->setMaximumHeight(kShopsShown * px(Size::RowCompact));
  m_shops->setTabKeyNavigation(false);
  FieldForm* fields = form();
  fields->add(tr("Name"), m_name);
  fields->addSection(tr("Orders that it carries"));
  fields->add(tr("Countries"), m_countries);
  fields->add(tr("Provinces"), m_provinces);
  fields->add(tr("Weight from"), m_weightFrom);
  fields->add(tr("Weight below"), m_weightBelow);
  fields->add(tr("Worth from, %1").arg(m_currency.code()), m_valueFrom);
  fields->add(tr("Worth below, %1").arg(m_currency.code()), m_valueBelow);
  fields->add(tr("Payment"), m_cash);
  fields->add(tr("Shops; none ticked: all"), m_shops);
  fields->addSection(tr("How it is carried"));
  fields->add(tr("Courier account"), m_account);
  fields->add(tr("Service"), m_service);
  fields->add(tr("Who pays"), m_payMethod);
  fields->add(tr("Sent from"), m_sender);
  fields->add(tr("Usual weight"), m_weight);
  fields->addWide(m_automatic);
  fields->addWide(m_enabled);
}

void ShippingRulesDialog::reload()
{
  struct Kept {
    std::vector<ShippingRule> rules;
    std::vector<AccountRow> accounts;
    std::vector<Sender> from;
  };
  const auto read = [](Connection& c) -> Result<Kept> {
    SC_TRY_ASSIGN(rules, shippingRules(c));
    SC_TRY_ASSIGN(accounts, accountRows(c));
    SC_TRY_ASSIGN(from, senders(c));
    return Kept{std::move(rules), std::move(accounts), std::move(from)};
  };
  deliver(db().read(read), this, [this](Result<Kept> kept) {
    if (!kept)
      return sayError(kept.error());
    m_rules = std::move(kept->rules);
    offer(kept->accounts, kept->from);
    showRules();
  });
}

void ShippingRulesDialog::offer(const std::vector<AccountRow>& accounts, const std::vector<Sender>& from)
{
  m_accounts.clear();
  m_account->clear();
  m_sender->clear();
  m_shops->clear();
  for (const AccountRow& row : accounts) {
    m_accounts.insert(row.id, row.name);
    const Provider* provider = findProvider(row.provider);
    if (!provider)
      continue;
    if (provider->declaration.can(u"parcel.book"))
      m_account->addItem(row.name, row.id.value());
    if (provider->declaration.kind == ProviderKind::Shop) {
      auto* item = new QListWidgetItem(row.name, m_shops);
      item->setData(Qt::UserRole, row.id.value());
      item->setCheckState(Qt::Unchecked);
    }
  }
  for (const Sender& sender : from)
    m_sender->addItem(sender.label, sender.id.value());
}

void ShippingRulesDialog::showRules()
{
  std::vector<Entry> entries;
  for (const ShippingRule& rule : m_rules) {
    const QString booked = !rule.enabled     ? tr("not in use")
                           : !rule.automatic ? tr("by a person")
                           : rule.bookSince  ? tr("by itself since %1").arg(dateTimeText(*rule.bookSince, m_zone))
                                             : tr("by itself");
    const QString carrier = m_accounts.value(rule.account, tr("an account that is gone"));
    entries.push_back({rule.id.value(),
                       {rule.name, conditionsText(rule.when, m_accounts, m_currency),
                        rule.service.isEmpty() ? carrier : carrier + QStringLiteral(" · ") + rule.service, booked}});
  }
  list(entries);
}

void ShippingRulesDialog::fillForm(std::optional<size_t> entry)
{
  ShippingRule rule;
  if (entry)
    rule = m_rules[*entry];
  const auto amountText = [this](const std::optional<qint64>& minor) {
    return minor ? Money(*minor, m_currency).text() : QString();
  };
  m_name->setText(rule.name);
  m_countries->setText(rule.when.countries.join(u' '));
  m_provinces->setText(rule.when.provinces.join(u' '));
  m_weightFrom->setValue(int(rule.when.weightFrom.value_or(0)));
  m_weightBelow->setValue(int(rule.when.weightBelow.value_or(0)));
  m_valueFrom->setText(amountText(rule.when.valueFrom));
  m_valueBelow->setText(amountText(rule.when.valueBelow));
  m_cash->setCurrentIndex(!rule.when.cashOnDelivery ? 0 : *rule.when.cashOnDelivery ? 1 : 2);
  for (int i = 0; i < m_shops->count(); ++i) {
    const AccountId shop(m_shops->item(i)->data(Qt::UserRole).toLongLong());
    const bool isNamed = std::ranges::find(rule.when.shops, shop) != rule.when.shops.end();
    m_shops->item(i)->setCheckState(isNamed ? Qt::Checked : Qt::Unchecked);
  }
  m_account->setCurrentIndex(entry ? m_account->findData(rule.account.value()) : std::min(0, m_account->count() - 1));
  m_sender->setCurrentIndex(entry ? m_sender->findData(rule.sender.value()) : std::min(0, m_sender->count() - 1));
  m_service->setText(rule.service);
  m_payMethod->setText(rule.payMethod);
  m_weight->setValue(int(rule.weightGrams));
  m_automatic->setChecked(rule.automatic);
  m_enabled->setChecked(rule.enabled);
}

std::optional<qint64> ShippingRulesDialog::amount(const QLineEdit* field) const
{
  const auto money = Money::parse(field->text().trimmed(), m_currency);
  return money ? std::optional(money->minor()) : std::nullopt;
}

bool ShippingRulesDialog::isAmount(const QLineEdit* field) const
{
  return field->text().trimmed().isEmpty() || amount(field).value_or(-1) >= 0;
}

ShippingRule ShippingRulesDialog::typed() const
{
  ShippingRule rule;
  if (const auto entry = chosen())
    rule = m_rules[*entry];
  else
    rule.position = m_rules.empty() ? 1 : m_rules.back().position + 1; // behind the others
  rule.name = m_name->text().trimmed();
  rule.enabled = m_enabled->isChecked();
  rule.automatic = m_automatic->isChecked();
  rule.account = AccountId(m_account->currentData().toLongLong());
  rule.sender = SenderId(m_sender->currentData().toLongLong());
  rule.service = m_service->text().trimmed();
  rule.payMethod = m_payMethod->text().trimmed();
  rule.weightGrams = m_weight->value();
  rule.when = {words(m_countries),  words(m_provinces),   {}, bound(m_weightFrom), bound(m_weightBelow),
               amount(m_valueFrom), amount(m_valueBelow), {}};
  for (int i = 0; i < m_shops->count(); ++i)
    if (m_shops->item(i)->checkState() == Qt::Checked)
      rule.when.shops.emplace_back(m_shops->item(i)->data(Qt::UserRole).toLongLong());
  if (m_cash->currentIndex() > 0)
    rule.when.cashOnDelivery = m_cash->currentData().toBool();
  return rule;
}

std::vector<FieldFault> ShippingRulesDialog::faults() const
{
  const ShippingRule rule = typed();
  const auto isEmptySpan = [](const auto& from, const auto& below) { return from && below && *below <= *from; };
  std::vector<FieldFault> wrong;
  if (rule.name.isEmpty())
    wrong.push_back({m_name, tr("Give the rule a name.")});
  if (isEmptySpan(rule.when.weightFrom, rule.when.weightBelow))
    wrong.push_back({m_weightBelow, tr("No parcel is both: this must be more than the weight above.")});
  for (QLineEdit* field : {m_valueFrom, m_valueBelow})
    if (!isAmount(field))
      wrong.push_back({field, tr("Write an amount like 100 or 99.50.")});
  if (isEmptySpan(rule.when.valueFrom, rule.when.valueBelow))
    wrong.push_back({m_valueBelow, tr("No order is both: this must be more than the amount above.")});
  if (rule.account == AccountId())
    wrong.push_back({m_account, m_account->count() == 0
                                    ? tr("No connected account can book parcels. Connect a courier first.")
                                    : tr("Choose who carries it.")});
  if (rule.sender == SenderId())
    wrong.push_back({m_sender, m_sender->count() == 0 ? tr("No sender is known. Add one under “Senders…” first.")
                                                      : tr("Choose where parcels leave from.")});
  return wrong;
}

ListDialog::Change ShippingRulesDialog::saving(const ShippingRule& rule, WaitingOrders waiting) const
{
  return [rule, waiting, now = m_clock()](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY_ASSIGN(kept, shippingRules(c));
    SC_TRY_ASSIGN(changed, changeShippingRules(c, withRule(std::move(kept), rule), waiting, now, changes));
    return changed.added.value_or(rule.id).value();
  };
}

/// A courier is paid for what is booked: nobody who ticks a box means orders of last year.
void ShippingRulesDialog::storeForm()
{
  if (m_isCounting)
    return;
  m_isCounting = true;
  const ShippingRule rule = typed();
  const auto count = [rule](Connection& c) -> Result<qint64> {
    SC_TRY_ASSIGN(kept, shippingRules(c));
    return suddenBookings(c, withRule(std::move(kept), rule));
  };
  deliver(db().read(count), this, [this, rule](const Result<qint64>& waiting) {
    m_isCounting = false;
    if (!waiting)
      return sayError(waiting.error());
    if (*waiting == 0)
      return store(saving(rule, WaitingOrders::LeftAlone));
    askAboutWaiting(rule, *waiting);
  });
}

void ShippingRulesDialog::askAboutWaiting(const ShippingRule& rule, qint64 orders)
{
  auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Waiting orders"),
                                   tr("%n orders that wait already would be booked at once.", nullptr, int(orders)),
                                   QMessageBox::NoButton, this);
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setInformativeText(tr("Orders that may be shipped from now on are booked by themselves in any case. What "
                                  "is left alone can still be booked by hand."));
  const auto answer = [this, question, rule](const QString& words, QMessageBox::ButtonRole role,
                                             WaitingOrders waiting) {
    QPushButton* button = question->addButton(words, role);
    connect(button, &QPushButton::clicked, this, [this, rule, waiting] { store(saving(rule, waiting)); });
    return button;
  };
  question->setDefaultButton(answer(tr("Only orders from now on"), QMessageBox::AcceptRole, WaitingOrders::LeftAlone));
  answer(tr("Those that wait too"), QMessageBox::ActionRole, WaitingOrders::BookedToo);
  question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
  question->open();
}

QString ShippingRulesDialog::nameOf(size_t entry) const
{
  return m_rules[entry].name;
}

ListDialog::Change ShippingRulesDialog::removal(size_t entry) const
{
  return [id = m_rules[entry].id, now = m_clock()](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY_ASSIGN(kept, shippingRules(c));
    SC_TRY(changeShippingRules(c, withoutRule(std::move(kept), id), WaitingOrders::LeftAlone, now, changes));
    return 0;
  };
}

ListDialog::Change ShippingRulesDialog::restoring(size_t entry) const
{
  return [rule = m_rules[entry]](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY_ASSIGN(id, saveShippingRule(c, rule, changes));
    return id.value();
  };
}

/// All get their place anew, so that two that shared one part.
void ShippingRulesDialog::move(int by)
{
  const auto entry = chosen();
  const qint64 to = entry ? qint64(*entry) + by : -1;
  if (to < 0 || to >= qint64(m_rules.size()))
    return;
  std::vector<ShippingRuleId> order;
  for (const ShippingRule& rule : m_rules)
    order.push_back(rule.id);
  const ShippingRuleId moved = order[*entry];
  std::swap(order[*entry], order[size_t(to)]);
  store([order, moved, now = m_clock()](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY_ASSIGN(rules, shippingRules(c));
    for (ShippingRule& rule : rules)
      rule.position = int(std::ranges::find(order, rule.id) - order.begin()) + 1;
    SC_TRY(changeShippingRules(c, rules, WaitingOrders::LeftAlone, now, changes));
    return moved.value();
  });
}

void ShippingRulesDialog::showButtons()
{
  ListDialog::showButtons();
  const auto entry = chosen();
  m_up->setEnabled(entry && *entry > 0);
  m_down->setEnabled(entry && *entry + 1 < m_rules.size());
}

std::vector<QWidget*> ShippingRulesDialog::listStops() const
{
  std::vector<QWidget*> stops = ListDialog::listStops();
  stops.insert(stops.end(), {m_up, m_down});
  const auto trial = m_trial->stops();
  stops.insert(stops.end(), trial.begin(), trial.end());
  return stops;
}

} // namespace supercargo
