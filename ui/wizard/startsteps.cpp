#include "ui/wizard/startsteps.h"

#include "core/base/money.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTimeZone>

namespace supercargo {
namespace {

QVBoxLayout* makeColumn(QWidget* page)
{
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space2));
  return column;
}

QLabel* buddyLabel(QWidget* of, QVBoxLayout* column)
{
  auto* label = new QLabel;
  label->setBuddy(of);
  column->addWidget(label);
  column->addWidget(of);
  column->addSpacing(px(Size::Space2));
  return label;
}

/// Types-to-find: a list of hundreds must not be scrolled.
void makeSearchable(QComboBox* box)
{
  box->setEditable(true);
  box->setInsertPolicy(QComboBox::NoInsert);
  box->completer()->setCompletionMode(QCompleter::PopupCompletion);
  box->completer()->setFilterMode(Qt::MatchContains);
}

const QStringList kCurrencies = {
    QStringLiteral("CNY"), QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("GBP"), QStringLiteral("JPY"),
    QStringLiteral("HKD"), QStringLiteral("TWD"), QStringLiteral("SGD"), QStringLiteral("KRW"), QStringLiteral("AUD"),
    QStringLiteral("CAD"), QStringLiteral("CHF"), QStringLiteral("INR"), QStringLiteral("MYR"), QStringLiteral("THB"),
    QStringLiteral("VND"), QStringLiteral("IDR"), QStringLiteral("PHP"), QStringLiteral("BRL"), QStringLiteral("MXN"),
    QStringLiteral("SEK"), QStringLiteral("NOK"), QStringLiteral("DKK"), QStringLiteral("PLN"), QStringLiteral("AED"),
    QStringLiteral("KWD")};
} // namespace

LookStep::LookStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
    : WizardStep(draft, actions, parent)
{
  auto* column = makeColumn(this);
  m_language = new QComboBox(this);
  m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
  m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
  m_language->setCurrentIndex(m_language->findData(language()));
  m_languageLabel = buddyLabel(m_language, column);
  m_theme = new QComboBox(this);
  for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark})
    m_theme->addItem(QString(), int(mode));
  m_theme->setCurrentIndex(m_theme->findData(int(themeMode())));
  m_themeLabel = buddyLabel(m_theme, column);
  column->addStretch(1);
  setFocusProxy(m_language);
  connect(m_language, &QComboBox::currentIndexChanged, this,
          [this] { m_actions.setLanguage(m_language->currentData().toString()); });
  connect(m_theme, &QComboBox::currentIndexChanged, this,
          [this] { m_actions.setTheme(ThemeMode(m_theme->currentData().toInt())); });
  retranslate();
}

QString LookStep::title() const
{
  return tr("Welcome to Supercargo");
}
QString LookStep::note() const
{
  return tr("A few questions, then you are at work. Each can be skipped and changed later in Settings.");
}

void LookStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void LookStep::retranslate()
{
  m_languageLabel->setText(tr("Language"));
  m_themeLabel->setText(tr("Theme"));
  m_language->setAccessibleName(tr("Language"));
  m_theme->setAccessibleName(tr("Theme"));
  const QSignalBlocker blocker(m_theme);
  m_theme->setItemText(0, tr("Like the system"));
  m_theme->setItemText(1, tr("Light"));
  m_theme->setItemText(2, tr("Dark"));
}

WayStep::WayStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent) : WizardStep(draft, actions, parent)
{
  auto* column = makeColumn(this);
  const auto add = [&](QRadioButton*& button, QLabel*& note) {
    button = new QRadioButton(this);
    note = new QLabel(this);
    note->setWordWrap(true);
    note->setContentsMargins(px(Size::Space6), 0, 0, 0);
    setRole(note, "muted");
    column->addWidget(button);
    column->addWidget(note);
    column->addSpacing(px(Size::Space3));
  };
  add(m_simulated, m_simulatedNote);
  add(m_own, m_ownNote);
  column->addStretch(1);
  retranslate();
}

QString WayStep::title() const
{
  return tr("How do you want to start?");
}

void WayStep::enter()
{
  (m_draft.simulated ? m_simulated : m_own)->setChecked(true);
  (m_draft.simulated ? m_simulated : m_own)->setFocus(Qt::OtherFocusReason);
}

void WayStep::take()
{
  m_draft.simulated = m_simulated->isChecked();
}

void WayStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void WayStep::retranslate()
{
  m_simulated->setText(tr("Explore with the simulated shop"));
  m_simulatedNote->setText(
      tr("Shops, payments and couriers on this computer, with orders that come in live. Nothing leaves the machine."));
  m_own->setText(tr("Connect my own shop"));
  m_ownNote->setText(tr("Your accounts are read; nothing is changed in them unless you say so."));
  m_simulated->setAccessibleDescription(m_simulatedNote->text());
  m_own->setAccessibleDescription(m_ownNote->text());
}

ShopStep::ShopStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
    : WizardStep(draft, actions, parent)
{
  auto* column = makeColumn(this);
  m_error = new QLabel(this);
  setRole(m_error, "error");
  m_error->hide();
  m_name = new QLineEdit(this);
  m_nameLabel = buddyLabel(m_name, column);
  m_currency = new QComboBox(this);
  m_currency->addItems(kCurrencies);
  makeSearchable(m_currency);
  m_currencyLabel = buddyLabel(m_currency, column);
  m_zone = new QComboBox(this);
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
    m_zone->addItem(QString::fromUtf8(id));
  makeSearchable(m_zone);
  m_zoneLabel = buddyLabel(m_zone, column);
  column->addWidget(m_error);
  column->addStretch(1);
  setFocusProxy(m_name);
  retranslate();
}

QString ShopStep::title() const
{
  return tr("Your shop");
}
QString ShopStep::note() const
{
  return tr("The currency is that of totals and reports; the time zone says when a day begins.");
}

void ShopStep::enter()
{
  m_name->setText(m_draft.shopName);
  m_currency->setCurrentText(m_draft.currency);
  m_zone->setCurrentText(m_draft.timeZone);
}

bool ShopStep::check()
{
  QString wrong;
  if (!Currency::of(m_currency->currentText().trimmed()))
    wrong = tr("“%1” is not a currency. Use its three letters, such as CNY.").arg(m_currency->currentText());
  else if (!QTimeZone::isTimeZoneIdAvailable(m_zone->currentText().trimmed().toUtf8()))
    wrong = tr("“%1” is not a time zone. Choose one of the list, such as Asia/Shanghai.").arg(m_zone->currentText());
  m_error->setText(wrong);
  m_error->setVisible(!wrong.isEmpty());
  return wrong.isEmpty();
}

void ShopStep::take()
{
  m_draft.shopName = m_name->text().trimmed();
  m_draft.currency = m_currency->currentText().trimmed().toUpper();
  m_draft.timeZone = m_zone->currentText().trimmed();
}

void ShopStep::leave()
{
  if (check())
    Q_EMIT left();
}

void ShopStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void ShopStep::retranslate()
{
  m_nameLabel->setText(tr("Name of the shop"));
  m_currencyLabel->setText(tr("Currency"));
  m_zoneLabel->setText(tr("Time zone"));
  m_name->setAccessibleName(tr("Name of the shop"));
  m_name->setPlaceholderText(tr("As your colleagues know it"));
  m_currency->setAccessibleName(tr("Currency"));
  m_zone->setAccessibleName(tr("Time zone"));
}

} // namespace supercargo
