#include "ui/accounts/accountform.h"

#include "core/store/accounts.h"
#include "ui/accounts/formfield.h"
#include "ui/accounts/localtext.h"
#include "ui/accounts/trouble.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHostAddress>
#include <QUrl>

namespace supercargo {
namespace {
const QString kName = QStringLiteral("name");
const QString kEndpoint = QStringLiteral("endpoint");

FieldDeclaration plainField(const QString& name)
{
  FieldDeclaration declaration;
  declaration.name = name;
  return declaration;
}

QString withoutSlash(QString address)
{
  while (address.endsWith(u'/'))
    address.chop(1);
  return address;
}

/// https anywhere, http only to this machine: the same rule the engine holds, told before anything is sent.
bool isAllowed(const QUrl& url)
{
  if (!url.isValid() || url.host().isEmpty())
    return false;
  if (url.scheme() == QLatin1String("https"))
    return true;
  const bool loopback = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
  return url.scheme() == QLatin1String("http") && loopback;
}
} // namespace

AccountForm::AccountForm(const Provider& provider, Purpose purpose, QWidget* parent)
    : QWidget(parent), m_provider(provider), m_purpose(purpose)
{
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins({});
  m_column->setSpacing(px(Size::Space4));
  m_message = new QLabel(this);
  m_message->setObjectName(QStringLiteral("formMessage"));
  m_message->setWordWrap(true);
  setRole(m_message, "error");
  m_message->hide();
  m_column->addWidget(m_message);
  if (purpose != Purpose::RenewSecrets) {
    m_name = addField(plainField(kName));
    m_name->setValue(localText(declaration().name));
    if (!declaration().endpoints.empty())
      addEnvironment();
    m_endpoint = addField(plainField(kEndpoint));
    m_endpoint->setVisible(isOwnAddress());
  }
  for (const FieldDeclaration& field : declaration().fields) {
    if (asksFor(field))
      addField(field);
  }
  retranslate();
}

bool AccountForm::asksFor(const FieldDeclaration& field) const
{
  return m_purpose == Purpose::Connect || field.secret == (m_purpose == Purpose::RenewSecrets);
}

void AccountForm::fill(const AccountRow& account)
{
  if (m_environment) {
    int known = m_environment->count() - 1; // another address
    for (int i = 0; i < m_environment->count() - 1; ++i)
      if (withoutSlash(m_environment->itemData(i).toString()) == withoutSlash(account.endpoint))
        known = i;
    m_environment->setCurrentIndex(known);
  }
  for (FormField* field : m_fields) {
    if (field == m_name)
      field->setValue(account.name);
    else if (field == m_endpoint)
      field->setValue(isOwnAddress() ? account.endpoint : QString());
    else if (!field->declaration().secret)
      field->setValue(account.fields.value(field->declaration().name));
  }
}

FormField* AccountForm::addField(const FieldDeclaration& declaration)
{
  auto* field = new FormField(declaration, this);
  connect(field, &FormField::edited, this, &AccountForm::edited);
  m_column->addWidget(field);
  m_fields.push_back(field);
  return field;
}

void AccountForm::addEnvironment()
{
  m_environmentLabel = new QLabel(this);
  m_environment = new QComboBox(this);
  m_environment->setObjectName(QStringLiteral("environment"));
  for (const EndpointDeclaration& endpoint : declaration().endpoints)
    m_environment->addItem(endpoint.name, endpoint.url);
  m_environment->addItem(QString());
  m_environmentLabel->setBuddy(m_environment);
  m_column->addWidget(m_environmentLabel);
  m_column->addWidget(m_environment);
  connect(m_environment, &QComboBox::currentIndexChanged, this, [this] {
    m_endpoint->setVisible(isOwnAddress());
    Q_EMIT edited();
  });
}

bool AccountForm::isOwnAddress() const
{
  return !m_environment || m_environment->currentIndex() == m_environment->count() - 1;
}

QString AccountForm::endpoint() const
{
  const QString address = withoutSlash(isOwnAddress() ? m_endpoint->value() : m_environment->currentData().toString());
  const auto known = m_provider.functions.address;
  return known && isOwnAddress() ? known(address) : address;
}

bool AccountForm::checkAddress()
{
  if (!isOwnAddress() || !m_endpoint->validate() || isAllowed(QUrl(endpoint(), QUrl::StrictMode)))
    return m_endpoint->error().isEmpty();
  const bool isStrange = endpoint().isEmpty(); // the provider knows what its shops' addresses look like
  m_endpoint->setError(
      isStrange ? tr("%1 has no shop at such an address.").arg(localText(declaration().name))
                : tr("The address must start with https:// and name a host, such as https://shop.example.com."));
  return false;
}

std::optional<AccountDraft> AccountForm::draft()
{
  clearErrors();
  AccountDraft draft;
  draft.provider = declaration().id;
  FormField* wrong = nullptr;
  for (FormField* field : m_fields) {
    const bool good = field == m_endpoint ? checkAddress() : field->validate();
    if (!good && !wrong)
      wrong = field;
    if (field == m_name || field == m_endpoint)
      continue;
    const QString name = field->declaration().name;
    if (field->declaration().secret)
      draft.secrets.insert(name, field->value().toUtf8());
    else
      draft.fields.insert(name, field->value());
  }
  if (wrong) {
    wrong->editor()->setFocus(Qt::OtherFocusReason);
    return std::nullopt;
  }
  if (m_name) {
    draft.name = m_name->value();
    draft.endpoint = endpoint();
  }
  return draft;
}

void AccountForm::clearErrors()
{
  m_error.reset();
  for (FormField* field : m_fields)
    field->setError({});
  refreshMessage();
}

FormField* AccountForm::field(const QString& name) const
{
  for (FormField* field : m_fields) {
    if (field->declaration().name == name)
      return field;
  }
  return nullptr;
}

QString AccountForm::message() const
{
  return m_message->isHidden() ? QString() : m_message->text();
}

void AccountForm::showError(const Error& error)
{
  clearErrors();
  FormField* concerned = field(fieldConcerned(error));
  if (concerned && !concerned->isHidden()) {
    concerned->setError(error.kind == ErrorKind::Auth
                            ? tr("The provider does not accept this. Copy it again from its console.")
                            : troubleText(error.kind));
    concerned->editor()->setFocus(Qt::OtherFocusReason);
    return;
  }
  m_error = error;
  refreshMessage();
}

void AccountForm::refreshMessage()
{
  m_message->setVisible(m_error.has_value());
  if (!m_error)
    return;
  m_message->setText(troubleText(m_error->kind));
  m_message->setToolTip(m_error->detail);
}

void AccountForm::retranslate()
{
  const QString provider = localText(declaration().name);
  if (m_name)
    m_name->setWords(tr("Name"), tr("How this account is called in lists."));
  if (m_endpoint)
    m_endpoint->setWords(tr("Address"), tr("Where %1 answers, beginning with https://.").arg(provider));
  if (m_environment) {
    m_environmentLabel->setText(tr("Environment"));
    m_environment->setAccessibleName(tr("Environment"));
    for (int i = 0; i + 1 < m_environment->count(); ++i) {
      const QString name = declaration().endpoints.at(size_t(i)).name;
      if (name == QLatin1String("production"))
        m_environment->setItemText(i, tr("Production"));
      else if (name == QLatin1String("sandbox"))
        m_environment->setItemText(i, tr("Provider's sandbox"));
      m_environment->setItemData(i, m_environment->itemData(i).toString(), Qt::ToolTipRole);
    }
    m_environment->setItemText(m_environment->count() - 1, tr("Another address…"));
  }
  refreshMessage();
}

void AccountForm::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

} // namespace supercargo
