#include "app/cli/accountform.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace supercargo::cli {
namespace {

Outcome<const FieldDeclaration*> fieldNamed(const Declaration& declaration, const QString& name)
{
  QStringList names;
  for (const FieldDeclaration& field : declaration.fields) {
    if (field.name == name)
      return &field;
    names += field.name;
  }
  return wrongUse(QCoreApplication::translate("cli", "%1 has no field \"%2\"").arg(declaration.id, name), name,
                  QCoreApplication::translate("cli", "There are: %1").arg(names.join(QStringLiteral(", "))));
}

/// The value itself is never repeated: it may be a secret.
Outcome<void> checkValue(const FieldDeclaration& field, const QString& value)
{
  if (!field.choices.isEmpty() && !field.choices.contains(value))
    return wrongUse(QCoreApplication::translate("cli", "%1 must be one of: %2")
                        .arg(field.name, field.choices.join(QStringLiteral(", "))),
                    field.name);
  if (!field.pattern.isEmpty() &&
      !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(value).hasMatch())
    return wrongUse(QCoreApplication::translate("cli", "the value of %1 does not look right").arg(field.name),
                    field.name, field.help.en.isEmpty() ? QString() : field.help.en);
  return {};
}

Outcome<void> readSet(const Session& session, const Declaration& declaration, AccountForm& form)
{
  for (const QString& pair : session.arguments().values(QStringLiteral("--set"))) {
    const qsizetype equals = pair.indexOf(u'=');
    if (equals < 1)
      return wrongUse(QCoreApplication::translate("cli", "--set takes field=value"), QStringLiteral("--set"));
    const QString name = pair.first(equals), value = pair.sliced(equals + 1);
    SC_TRY_ASSIGN(field, fieldNamed(declaration, name));
    if (field->secret)
      return wrongUse(QCoreApplication::translate("cli",
                                                  "%1 is a secret and must not stand on the command line, where other "
                                                  "users can read it")
                          .arg(name),
                      name,
                      QCoreApplication::translate("cli", "Give it on standard input: --secrets-stdin (lines %1=…) or "
                                                         "--secret-stdin %1 (the whole input).")
                          .arg(name));
    SC_TRY(checkValue(*field, value));
    form.fields.insert(name, value);
  }
  return {};
}

QByteArray readStandardInput()
{
  QFile input;
  return input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

QByteArray withoutLineEnd(QByteArray text)
{
  while (text.endsWith('\n') || text.endsWith('\r'))
    text.chop(1);
  return text;
}

Outcome<void> readSecrets(const Session& session, const Declaration& declaration, AccountForm& form)
{
  const bool lines = session.has(QStringLiteral("--secrets-stdin"));
  const bool whole = session.has(QStringLiteral("--secret-stdin"));
  if (lines && whole)
    return wrongUse(QCoreApplication::translate("cli", "--secrets-stdin and --secret-stdin exclude each other"),
                    QStringLiteral("--secret-stdin"));
  if (lines) {
    SC_TRY_ASSIGN(secrets, parseSecretLines(readStandardInput(), declaration));
    form.secrets = std::move(secrets);
  }
  if (whole) {
    const QString name = session.value(QStringLiteral("--secret-stdin"));
    SC_TRY_ASSIGN(field, fieldNamed(declaration, name));
    const QByteArray value = withoutLineEnd(readStandardInput());
    SC_TRY(checkValue(*field, QString::fromUtf8(value)));
    form.secrets.insert(name, value);
  }
  return {};
}

Outcome<QString> readEndpoint(const Session& session, const Declaration& declaration)
{
  const QString given = session.value(QStringLiteral("--endpoint"));
  for (const EndpointDeclaration& known : declaration.endpoints)
    if (given.isEmpty() || known.name == given)
      return known.url;
  if (given.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "the shop's address is needed"), QStringLiteral("--endpoint"),
                    QStringLiteral("--endpoint https://shop.example"));
  QString endpoint = given;
  while (endpoint.endsWith(u'/'))
    endpoint.chop(1);
  if (const Provider* provider = findProvider(declaration.id); provider && provider->functions.address)
    endpoint = provider->functions.address(endpoint);
  if (endpoint.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 has no shop at such an address").arg(declaration.name.en),
                    QStringLiteral("--endpoint"), declaration.about.en);
  if (auto usable = checkEndpoint(endpoint); !usable)
    return wrongUse(usable.error().detail, QStringLiteral("--endpoint"),
                    QCoreApplication::translate("cli", "https is allowed anywhere, http only on this machine."));
  return endpoint;
}

} // namespace

Outcome<Secrets> parseSecretLines(const QByteArray& text, const Declaration& declaration)
{
  Secrets secrets;
  const QList<QByteArray> lines = text.split('\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    const QByteArray line = withoutLineEnd(lines.at(i));
    if (line.trimmed().isEmpty())
      continue;
    const qsizetype equals = line.indexOf('=');
    if (equals < 1)
      return wrongUse(QCoreApplication::translate("cli", "line %1 of standard input is not field=value").arg(i + 1));
    SC_TRY_ASSIGN(field, fieldNamed(declaration, QString::fromUtf8(line.first(equals)).trimmed()));
    QByteArray value = line.sliced(equals + 1);
    if (value.startsWith("-----BEGIN ") && !value.contains("-----END ")) {
      do {
        if (++i == lines.size())
          return wrongUse(QCoreApplication::translate("cli", "the key of %1 has no END line").arg(field->name),
                          field->name);
        value += '\n' + withoutLineEnd(lines.at(i));
      } while (!lines.at(i).contains("-----END "));
    }
    SC_TRY(checkValue(*field, QString::fromUtf8(value)));
    secrets.insert(field->name, value);
  }
  return secrets;
}

Outcome<AccountForm> readChanges(const Session& session, const Declaration& declaration)
{
  AccountForm form;
  if (session.has(QStringLiteral("--endpoint"))) {
    SC_TRY_ASSIGN(endpoint, readEndpoint(session, declaration));
    form.endpoint = endpoint;
  }
  SC_TRY(readSet(session, declaration, form));
  SC_TRY(readSecrets(session, declaration, form));
  // Only what is declared secret goes to the vault; other fields may be given on standard input as well.
  for (const FieldDeclaration& field : declaration.fields)
    if (!field.secret && form.secrets.contains(field.name))
      form.fields.insert(field.name, QString::fromUtf8(form.secrets.take(field.name)));
  return form;
}

Outcome<AccountForm> readAccountForm(const Session& session, const Declaration& declaration)
{
  SC_TRY_ASSIGN(endpoint, readEndpoint(session, declaration));
  SC_TRY_ASSIGN(form, readChanges(session, declaration));
  form.endpoint = endpoint;
  return form;
}

Outcome<void> completeForm(AccountForm& form, const Declaration& declaration)
{
  QStringList missing;
  bool needsSecret = false;
  for (const FieldDeclaration& field : declaration.fields) {
    if (form.fields.contains(field.name) || form.secrets.contains(field.name))
      continue;
    if (!field.defaultValue.isEmpty() && !field.secret) {
      form.fields.insert(field.name, field.defaultValue);
    } else if (field.required) {
      missing += field.name;
      needsSecret |= field.secret;
    }
  }
  if (missing.isEmpty())
    return {};
  return wrongUse(
      QCoreApplication::translate("cli", "these fields are needed: %1").arg(missing.join(QStringLiteral(", "))),
      missing.first(),
      needsSecret ? QCoreApplication::translate(
                        "cli", "Give secrets as field=value lines on standard input with --secrets-stdin.")
                  : QCoreApplication::translate("cli", "Give them with --set field=value."));
}

} // namespace supercargo::cli
