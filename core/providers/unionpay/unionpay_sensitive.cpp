#include "core/providers/unionpay/unionpay_sensitive.h"

#include "core/providers/unionpay/unionpay_signature.h"

namespace supercargo::unionpay {
namespace {

constexpr char kSealedPart[] = "encryptedInfo";

bool isDigits(const QByteArray& text)
{
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArray joined(const CustomerFields& fields)
{
  QByteArrayList pairs;
  for (const auto& [name, value] : fields)
    pairs.append(name + '=' + value);
  return pairs.join('&');
}

CustomerFields parted(const QByteArray& text)
{
  const SortedFields fields = answerFields(text);
  CustomerFields list;
  for (auto field = fields.cbegin(); field != fields.cend(); ++field)
    list.append({field.key(), field.value()});
  return list;
}

} // namespace

Result<QByteArray> sealField(const QByteArray& text, const crypto::Certificate& encryption)
{
  SC_TRY_ASSIGN(key, encryption.publicKey());
  SC_TRY_ASSIGN(sealed, key.encryptPkcs1(text));
  return sealed.toBase64();
}

Result<QByteArray> openField(const QByteArray& sealed, const crypto::Key& own)
{
  return own.decryptPkcs1(QByteArray::fromBase64(sealed));
}

Result<QByteArray> pinBlock(const QByteArray& pin, const QByteArray& cardNumber)
{
  if (!isDigits(pin) || pin.size() < 4 || pin.size() > 12 || !isDigits(cardNumber) || cardNumber.size() < 13)
    return fail(ErrorKind::Invalid, QStringLiteral("a PIN has 4 to 12 digits, a card number at least 13"));
  const QByteArray length = QByteArray::number(pin.size(), 16).rightJustified(2, '0');
  const QByteArray first = QByteArray::fromHex((length + pin).leftJustified(16, 'F'));
  const QByteArray second = QByteArray::fromHex("0000" + cardNumber.chopped(1).right(12));
  QByteArray block(first.size(), Qt::Uninitialized);
  for (qsizetype i = 0; i < first.size(); ++i)
    block[i] = static_cast<char>(first.at(i) ^ second.at(i));
  return block;
}

Result<QByteArray> customerInfo(const CustomerFields& fields, const QByteArray& cardNumber,
                                const std::optional<crypto::Certificate>& encryption)
{
  CustomerFields open, hidden;
  for (const auto& [name, value] : fields) {
    const bool hides = encryption && (name == "phoneNo" || name == "cvn2" || name == "expired");
    if (encryption && name == "pin") {
      SC_TRY_ASSIGN(block, pinBlock(value, cardNumber));
      SC_TRY_ASSIGN(sealed, sealField(block, *encryption));
      open.append({name, sealed});
    } else {
      (hides ? hidden : open).append({name, value});
    }
  }
  if (!hidden.isEmpty()) {
    SC_TRY_ASSIGN(sealed, sealField(joined(hidden), *encryption));
    open.append({kSealedPart, sealed});
  }
  return ('{' + joined(open) + '}').toBase64();
}

Result<CustomerFields> readCustomerInfo(const QByteArray& base64, const crypto::Key& own)
{
  CustomerFields all;
  for (const auto& [name, value] : parted(QByteArray::fromBase64(base64))) {
    if (name != kSealedPart) {
      all.append({name, value});
      continue;
    }
    SC_TRY_ASSIGN(clear, openField(value, own));
    all.append(parted(clear));
  }
  return all;
}

} // namespace supercargo::unionpay
