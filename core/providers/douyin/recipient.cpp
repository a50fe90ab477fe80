#include "core/providers/douyin/douyin.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

/// An order tells its receiver masked and as ciphertext; the platform opens it. The name of the street (the fourth part
/// of an address) is told in clear.
namespace supercargo::douyin {
namespace {

const QString kOrder = QStringLiteral("recipient.order");

Result<RecipientStep> afterOrder(const FetchContext& context, const JsonReader& data)
{
  const JsonReader node = data["shop_order_detail"].isolated(); // faults of the order do not matter to its receiver
  const QString order = textOf(node["order_id"]);
  QJsonArray ciphers;
  for (const JsonReader& cipher :
       {node["encrypt_post_receiver"], node["encrypt_post_tel"], node["post_addr"]["encrypt_detail"]}) {
    const QString text = textOf(cipher);
    if (text.isEmpty())
      return fail(ErrorKind::Rejected, QStringLiteral("Douyin gives no ciphertext for the receiver of this order"));
    ciphers.append(QJsonObject{{QStringLiteral("auth_id"), order}, {QStringLiteral("cipher_text"), text}});
  }
  Snapshots notices;
  RecipientStep step;
  step.recipient = readOrder(context, node, notices).shipTo;
  step.recipient.street = textOf(node["mask_post_addr"]["street"]["name"]); // what follows it is opened
  step.next = call(context, "/order/batchDecrypt", {{QStringLiteral("cipher_infos"), ciphers}},
                   QStringLiteral("recipient.reveal"));
  return step;
}

Result<RecipientStep> afterReveal(const AddressSnapshot& known, const HttpRequest& sent, const JsonReader& data)
{
  const auto refused = [](const JsonReader& code, const JsonReader& message) {
    return fail(ErrorKind::Rejected,
                QStringLiteral("Douyin tells no receiver: %1 %2").arg(textOf(code), textOf(message)).left(300));
  };
  if (const JsonReader custom = data["custom_err"]; custom["err_code"].integerIfAny().value_or(0) != 0)
    return refused(custom["err_code"], custom["err_msg"]);
  QMap<QString, QString> clear;
  for (const JsonReader& item : data["decrypt_infos"].items()) {
    if (item["err_no"].integerIfAny().value_or(0) != 0)
      return refused(item["err_no"], item["err_msg"]);
    clear.insert(item["cipher_text"].text(), item["decrypt_text"].text());
  }
  SC_TRY(data.check());
  // Asked for in this order: name, telephone (maybe a virtual number), the rest of the address.
  const QJsonValue asked = QJsonDocument::fromJson(sent.body)[QLatin1String("cipher_infos")];
  const auto opened = [&](qsizetype at) { return clear.value(asked[at][QLatin1String("cipher_text")].toString()); };
  RecipientStep step{known, std::nullopt};
  step.recipient.name = opened(0);
  step.recipient.phone = opened(1);
  step.recipient.street = known.street + opened(2);
  return step;
}

} // namespace

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  return call(context, "/order/orderDetail", {{QStringLiteral("shop_order_id"), order}}, kOrder);
}

Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  return sent.operation == kOrder ? afterOrder(context, data) : afterReveal(known, sent, data);
}

} // namespace supercargo::douyin
