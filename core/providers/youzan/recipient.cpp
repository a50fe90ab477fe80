#include "core/providers/youzan/youzan.h"

#include <QJsonArray>

/// An order tells its receiver as ciphertext, or masked where the application may not know more; the platform opens
/// ciphertext and gives other text back as it is.
namespace supercargo::youzan {
namespace {

const QString kOrder = QStringLiteral("recipient.order");

Result<RecipientStep> afterOrder(const FetchContext& context, const JsonReader& answer)
{
  const JsonReader node = answer["full_order_info"].isolated(); // faults of the order do not matter to its receiver
  const JsonReader address = node["address_info"];
  const QJsonArray sources{textOf(address["receiver_name"]), textOf(address["receiver_tel"]),
                           textOf(address["delivery_address"])};
  if (sources.contains(QString()))
    return fail(ErrorKind::Rejected, QStringLiteral("Youzan tells no receiver for this order"));
  Snapshots notices;
  RecipientStep step;
  step.recipient = readOrder(context, node, notices).shipTo;
  step.next = call(context, "decrypt", {{QStringLiteral("sources"), sources}}, QStringLiteral("recipient.reveal"));
  return step;
}

/// The answer maps what was given to what it says in clear.
Result<RecipientStep> afterReveal(const AddressSnapshot& known, const HttpRequest& sent, const JsonReader& answer)
{
  QMap<QString, QString> clear;
  for (const auto& [source, text] : answer.members())
    clear.insert(source, text.text());
  SC_TRY(answer.check());
  const QJsonArray sources = parametersOf(sent).value(QLatin1String("sources")).toArray();
  const auto opened = [&](qsizetype at) { return clear.value(sources.at(at).toString()); };
  RecipientStep step{known, std::nullopt};
  step.recipient.name = opened(0);
  step.recipient.phone = opened(1);
  step.recipient.street = opened(2);
  return step;
}

} // namespace

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  return oneOrder(context, order, kOrder);
}

Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  return sent.operation == kOrder ? afterOrder(context, answer) : afterReveal(known, sent, answer);
}

} // namespace supercargo::youzan
