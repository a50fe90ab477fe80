#include "ui/accounts/formfield.h"

#include "ui/accounts/localtext.h"
#include "ui/accounts/secrettextedit.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace supercargo {

FormField::FormField(const FieldDeclaration& declaration, QWidget* parent) : QWidget(parent), m_declaration(declaration)
{
  setObjectName(QStringLiteral("field_") + declaration.name);
  m_label = new QLabel(this);
  m_help = new QLabel(this);
  m_help->setWordWrap(true);
  setRole(m_help, "small");
  m_errorLabel = new QLabel(this);
  m_errorLabel->setObjectName(QStringLiteral("fieldError"));
  setRole(m_errorLabel, "error");
  m_errorLabel->setWordWrap(true);
  m_errorLabel->hide();

  auto* row = new QHBoxLayout;
  makeEditor();
  row->addWidget(editor());
  if (declaration.secret && !m_choice)
    makeReveal(row);
  m_label->setBuddy(editor());

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space1));
  column->addWidget(m_label);
  column->addLayout(row);
  column->addWidget(m_errorLabel);
  column->addWidget(m_help);
  retranslate();
}

void FormField::makeEditor()
{
  const auto changed = [this] {
    setError({});
    Q_EMIT edited();
  };
  if (!m_declaration.choices.isEmpty()) {
    m_choice = new QComboBox(this);
    m_choice->addItems(m_declaration.choices);
    connect(m_choice, &QComboBox::currentTextChanged, this, changed);
  } else if (m_declaration.multiline && m_declaration.secret) {
    m_text = new SecretTextEdit(this);
  } else if (m_declaration.multiline) {
    m_text = new SecretTextEdit(this);
    m_text->setRevealed(true);
  } else {
    m_line = new QLineEdit(this);
    m_line->setEchoMode(m_declaration.secret ? QLineEdit::Password : QLineEdit::Normal);
    connect(m_line, &QLineEdit::textEdited, this, changed);
  }
  if (m_text) {
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 5);
    connect(m_text, &QPlainTextEdit::textChanged, this, changed);
  }
  setValue(m_declaration.defaultValue);
}

void FormField::makeReveal(QLayout* row)
{
  m_reveal = new QToolButton(this);
  m_reveal->setObjectName(QStringLiteral("reveal"));
  m_reveal->setCheckable(true);
  connect(m_reveal, &QToolButton::toggled, this, &FormField::setRevealed);
  row->addWidget(m_reveal);
}

void FormField::setRevealed(bool revealed)
{
  if (m_line)
    m_line->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
  if (m_text)
    m_text->setRevealed(revealed);
  retranslate();
}

QWidget* FormField::editor() const
{
  if (m_choice)
    return m_choice;
  if (m_text)
    return m_text;
  return m_line;
}

void FormField::setWords(const QString& label, const QString& help)
{
  m_words = {label, help};
  retranslate();
}

QString FormField::value() const
{
  if (m_choice)
    return m_choice->currentText();
  return (m_text ? m_text->toPlainText() : m_line->text()).trimmed();
}

void FormField::setValue(const QString& value)
{
  const QSignalBlocker blocker(editor());
  if (m_choice)
    m_choice->setCurrentText(value);
  else if (m_text)
    m_text->setPlainText(value);
  else
    m_line->setText(value);
}

bool FormField::validate()
{
  const QString text = value();
  m_fault = Fault::None;
  if (text.isEmpty()) {
    if (m_declaration.required)
      m_fault = Fault::Missing;
  } else if (!m_declaration.pattern.isEmpty()) {
    const QRegularExpression whole(QRegularExpression::anchoredPattern(m_declaration.pattern),
                                   QRegularExpression::DotMatchesEverythingOption);
    if (!whole.match(text).hasMatch())
      m_fault = Fault::Pattern;
  }
  refreshError();
  return m_fault == Fault::None;
}

void FormField::setError(const QString& sentence)
{
  m_fault = sentence.isEmpty() ? Fault::None : Fault::Told;
  m_told = sentence;
  refreshError();
}

QString FormField::error() const
{
  return m_fault == Fault::None ? QString() : m_errorLabel->text();
}

void FormField::refreshError()
{
  QString sentence;
  if (m_fault == Fault::Missing)
    sentence = tr("This is needed to connect.");
  else if (m_fault == Fault::Pattern)
    sentence =
        tr("This does not look like a valid “%1”. Compare it with what the provider shows.").arg(m_label->text());
  else if (m_fault == Fault::Told)
    sentence = m_told;
  m_errorLabel->setText(sentence);
  m_errorLabel->setVisible(!sentence.isEmpty());
  editor()->setAccessibleDescription(sentence.isEmpty() ? m_help->text() : sentence);
  setInvalid(editor(), !sentence.isEmpty());
}

void FormField::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void FormField::retranslate()
{
  const QString label = m_words ? m_words->first : localText(m_declaration.label);
  const QString help = m_words ? m_words->second : localText(m_declaration.help);
  m_label->setText(m_declaration.required ? label : tr("%1 (optional)").arg(label));
  m_help->setText(help);
  m_help->setVisible(!help.isEmpty());
  editor()->setAccessibleName(label);
  if (m_reveal) {
    const QString action = m_reveal->isChecked() ? tr("Hide “%1”").arg(label) : tr("Show “%1”").arg(label);
    m_reveal->setIcon(themedIcon(m_reveal->isChecked() ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_reveal->setToolTip(action);
    m_reveal->setAccessibleName(action);
  }
  refreshError();
}

} // namespace supercargo
