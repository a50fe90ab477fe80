#include "app/cli/providerdocument.h"
#include "app/cli/rowlist.h"
#include "core/providers/provider.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

QJsonObject rowJson(const Declaration& declaration)
{
  QJsonArray streams, fields;
  for (const StreamDeclaration& stream : declaration.streams)
    streams += streamName(stream.stream);
  for (const FieldDeclaration& field : declaration.fields)
    fields += QJsonObject{{QStringLiteral("name"), field.name},
                          {QStringLiteral("secret"), field.secret},
                          {QStringLiteral("required"), field.required}};
  return {{QStringLiteral("id"), declaration.id},
          {QStringLiteral("name"), localText(declaration.name)},
          {QStringLiteral("kind"), providerKindName(declaration.kind)},
          {QStringLiteral("capabilities"), QJsonArray::fromStringList(declaration.capabilities)},
          {QStringLiteral("streams"), streams},
          {QStringLiteral("fields"), fields},
          {QStringLiteral("api_version"), declaration.apiVersion},
          {QStringLiteral("retires_at"), jsonOrNull(declaration.retiresAt.value_or(QString()))},
          {QStringLiteral("certainty"), declaration.certainty}};
}

QJsonObject detailsJson(const Declaration& declaration)
{
  QJsonObject object = rowJson(declaration);
  QJsonArray endpoints, fields;
  for (const EndpointDeclaration& endpoint : declaration.endpoints)
    endpoints += QJsonObject{{QStringLiteral("name"), endpoint.name}, {QStringLiteral("url"), endpoint.url}};
  for (const FieldDeclaration& field : declaration.fields)
    fields += QJsonObject{{QStringLiteral("name"), field.name},
                          {QStringLiteral("secret"), field.secret},
                          {QStringLiteral("required"), field.required},
                          {QStringLiteral("label"), localText(field.label)},
                          {QStringLiteral("help"), localText(field.help)},
                          {QStringLiteral("pattern"), jsonOrNull(field.pattern)},
                          {QStringLiteral("default"), jsonOrNull(field.defaultValue)},
                          {QStringLiteral("choices"), QJsonArray::fromStringList(field.choices)}};
  object.insert(QStringLiteral("about"), localText(declaration.about));
  object.insert(QStringLiteral("auth"), declaration.auth);
  object.insert(QStringLiteral("fields"), fields);
  object.insert(QStringLiteral("endpoints"), endpoints);
  object.insert(QStringLiteral("docs"), QJsonArray::fromStringList(declaration.docs));
  object.insert(QStringLiteral("rate"), QJsonObject{{QStringLiteral("per_second"), declaration.rate.perSecond},
                                                    {QStringLiteral("burst"), declaration.rate.burst},
                                                    {QStringLiteral("per_day"), declaration.rate.perDay}});
  return object;
}

Outcome<const Provider*> providerOperand(Session& session)
{
  if (const Provider* provider = findProvider(session.operand(0)))
    return provider;
  return fail(unknownProvider(session.operand(0)));
}

Outcome<Exit> list(Session& session)
{
  printRows(
      session, providers(), 0,
      {QCoreApplication::translate("cli", "Id"), QCoreApplication::translate("cli", "Name"),
       QCoreApplication::translate("cli", "Kind"), QCoreApplication::translate("cli", "API version"),
       QCoreApplication::translate("cli", "Retires"), QCoreApplication::translate("cli", "Certainty")},
      [](const Provider& p) { return rowJson(p.declaration); },
      [](const Provider& p) {
        const Declaration& d = p.declaration;
        return QStringList{
            d.id,       localText(d.name), providerKindName(d.kind), d.apiVersion, d.retiresAt.value_or(QString()),
            d.certainty};
      });
  return Exit::Done;
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(provider, providerOperand(session));
  const Declaration& d = provider->declaration;
  if (session.isJson()) {
    printJson(detailsJson(d));
    return Exit::Done;
  }
  print(localText(d.name) + QStringLiteral(" (%1)").arg(d.id));
  print(localText(d.about));
  Table facts({QString(), QString()});
  facts.add({QCoreApplication::translate("cli", "Can"), d.capabilities.join(QStringLiteral(", "))});
  facts.add({QCoreApplication::translate("cli", "API version"), d.apiVersion});
  facts.add({QCoreApplication::translate("cli", "Retires"),
             d.retiresAt.value_or(QCoreApplication::translate("cli", "not announced"))});
  for (const EndpointDeclaration& endpoint : d.endpoints)
    facts.add({QCoreApplication::translate("cli", "Endpoint"), endpoint.name + QStringLiteral(": ") + endpoint.url});
  for (const QString& link : d.docs)
    facts.add({QCoreApplication::translate("cli", "Documentation"), link});
  facts.print();
  Table fields({QCoreApplication::translate("cli", "Field"), QCoreApplication::translate("cli", "Needed"),
                QCoreApplication::translate("cli", "Secret"), QCoreApplication::translate("cli", "Meaning")});
  const auto yes = [](bool is) { return is ? QCoreApplication::translate("cli", "yes") : QString(); };
  for (const FieldDeclaration& field : d.fields)
    fields.add({field.name, yes(field.required), yes(field.secret), localText(field.label)});
  fields.print();
  return Exit::Done;
}

Outcome<Exit> document(Session& session)
{
  SC_TRY_ASSIGN(provider, providerOperand(session));
  const QString markdown = providerDocument(*provider);
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), provider->declaration.id}, {QStringLiteral("markdown"), markdown}});
  else
    print(markdown);
  return Exit::Done;
}

} // namespace

Failure unknownProvider(const QString& id)
{
  QStringList ids;
  for (const Provider& provider : providers())
    ids += provider.declaration.id;
  const QString near = nearest(id, ids);
  return Failure(Error{ErrorKind::NotFound, QCoreApplication::translate("cli", "there is no provider \"%1\"").arg(id),
                       id, std::nullopt},
                 Exit::WrongUse,
                 near.isEmpty() ? QCoreApplication::translate("cli", "See supercargo-cli providers list.")
                                : QCoreApplication::translate("cli", "Did you mean \"%1\"?").arg(near));
}

std::vector<Command> providerCommands()
{
  const QString id = QStringLiteral("ID");
  return {
      {QStringLiteral("providers list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what can be connected"),
       {},
       list},
      {QStringLiteral("providers show"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "show a provider's fields, abilities and API version"),
       {},
       show},
      {QStringLiteral("providers doc"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "print a provider's API document (Markdown)"),
       {},
       document},
  };
}

} // namespace supercargo::cli
