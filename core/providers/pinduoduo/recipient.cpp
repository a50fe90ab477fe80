#include "core/providers/pinduoduo/pinduoduo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

/// While an order waits to be shipped, it tells its receiver as ciphertext beside the masks; the platform opens it.
namespace supercargo::pinduoduo {
namespace {

const QString kOrder = QStringLiteral("recipient.order");

struct Part {
  const char* field;
  QString AddressSnapshot::*place;
};
constexpr std::array kParts{Part{"receiver_name", &AddressSnapshot::name},
                            Part{"receiver_phone", &AddressSnapshot::phone},
                            Part{"receiver_address", &AddressSnapshot::street}};

bool isCipher(const QString& text)
{
  return text.startsWith(u'~') || text.startsWith(u'$');
}

Result<RecipientStep> afterOrder(const FetchContext& context, const JsonReader& answer)
{
  const JsonReader node = answer["order_info"].isolated(); // faults of the order do not matter to its receiver
  Snapshots notices;
  RecipientStep step;
  step.recipient = readOrder(context, node, notices).shipTo;
  QJsonArray ciphers;
  for (const Part& part : kParts)
    if (const QString text = textOf(node[part.field]); isCipher(text))
      ciphers.append(QJsonObject{{QStringLiteral("data_tag"), textOf(node["order_sn"])},
                                 {QStringLiteral("encrypted_data"), text}});
  if (!ciphers.isEmpty())
    step.next =
        call(context, "pdd.open.decrypt.batch", {{"data_list", QJsonDocument(ciphers).toJson(QJsonDocument::Compact)}},
             QStringLiteral("recipient.reveal"));
  return step;
}

/// A virtual number is of use only with its extension.
QString phoneOf(const JsonReader& item)
{
  const QString number = item["decrypted_data"].text(), extension = textOf(item["virtual_identify_number"]);
  return extension.isEmpty() || number.contains(extension) ? number : number + u'-' + extension;
}

Result<RecipientStep> afterReveal(const AddressSnapshot& known, const JsonReader& answer)
{
  constexpr qint64 kName = 5, kPhone = 6, kWholeAddress = 7, kAddress = 8; // the platform's data_type
  RecipientStep step{known, std::nullopt};
  for (const JsonReader& item : answer["data_decrypt_list"].items()) {
    if (const qint64 code = item["error_code"].integerIfAny().value_or(0); code != 0)
      return fail(
          ErrorKind::Rejected,
          QStringLiteral("Pinduoduo tells no receiver: %1 %2").arg(code).arg(textOf(item["error_msg"])).left(300));
    const qint64 type = item["data_type"].integer();
    if (type == kName)
      step.recipient.name = item["decrypted_data"].text();
    else if (type == kPhone)
      step.recipient.phone = phoneOf(item);
    else if (type == kAddress || type == kWholeAddress)
      step.recipient.street = item["decrypted_data"].text();
  }
  SC_TRY(answer.check());
  return step;
}

} // namespace

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  return call(context, "pdd.order.information.get", {{"order_sn", order.toUtf8()}}, kOrder);
}

Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  return sent.operation == kOrder ? afterOrder(context, answer) : afterReveal(known, answer);
}

} // namespace supercargo::pinduoduo
