// UnionPay: signatures, certificates, the settlement file and encrypted fields.
#include "core/base/text.h"
#include "core/providers/unionpay/unionpay_file.h"
#include "core/providers/unionpay/unionpay_protocol.h"
#include "core/providers/unionpay/unionpay_sensitive.h"
#include "core/providers/unionpay/unionpay_signature.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

namespace supercargo::vectors {
namespace {

using namespace unionpay;

QString at(const QJsonValue& value, const char* key)
{
  return value[QLatin1String(key)].toString();
}
QByteArray bytes(const QJsonValue& value, const char* key)
{
  return at(value, key).toUtf8();
}
QByteArray decoded(const QJsonValue& value, const char* key)
{
  return QByteArray::fromBase64(at(value, key).toLatin1());
}
void tell(const Report& report, const QString& id, bool isRight, const QString& why)
{
  if (isRight)
    report.ok(id);
  else
    report.failed(id, why);
}

bool isGbk(const QString& charset)
{
  return charset.compare(QLatin1String("GBK"), Qt::CaseInsensitive) == 0;
}
QByteArray encoded(const QString& text, const QString& charset)
{
  return isGbk(charset) ? encodeGb18030(text).value_or(QByteArray()) : text.toUtf8();
}
QString text(const QByteArray& value, const QString& charset)
{
  return isGbk(charset) ? decodeGb18030(value).value_or(QString()) : QString::fromUtf8(value);
}

SortedFields fieldsOf(const QJsonObject& object, const QString& charset)
{
  SortedFields fields;
  for (auto it = object.begin(); it != object.end(); ++it)
    fields.insert(it.key().toUtf8(), encoded(it.value().toString(), charset));
  return fields;
}

FetchContext contextOf()
{
  FetchContext context;
  context.declaration = &findProvider(u"unionpay")->declaration;
  context.endpoint = QStringLiteral("https://gateway.test.95516.com/gateway/api");
  return context;
}

// --- requests -------------------------------------------------------------------------------------------------------

/// Both forms of the certificate, and both .pfx files, sign alike; the provider's own `sign` sends what the SDK sends.
QString checkRsaRequest(const QJsonObject& file, const QJsonValue& input, const QJsonValue& expected)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  const QString charset = at(input[QLatin1String("fields")], "encoding");
  const QByteArray password = bytes(keys, "pfx_password");
  const QByteArray pem = bytes(keys[QLatin1String("merchant")], "pkcs8_pem") + bytes(keys, "merchant_cert_pem");
  for (const QByteArray& source :
       {bytes(keys, "merchant_pfx_rc2_base64"), bytes(keys, "merchant_pfx_3des_base64"), pem}) {
    const auto own = signerOf(source, password);
    if (!own)
      return own.error().detail;
    SortedFields fields = trimmedFields(fieldsOf(input[QLatin1String("fields")].toObject(), charset));
    fields.insert("certId", own->certId);
    if (own->certId != bytes(expected, "certId"))
      return QStringLiteral("certId: ") + QString::fromLatin1(own->certId);
    const QByteArray canonical = canonicalText(fields);
    if (canonical != decoded(expected, "canonical_base64") || digestText(canonical) != bytes(expected, "sha256_hex"))
      return QStringLiteral("canonical: ") + text(canonical, charset);
    const auto signature = signText(canonical, own->key);
    if (!signature || *signature != bytes(expected, "signature"))
      return QStringLiteral("signature differs");
  }
  if (isGbk(charset))
    return {}; // we send UTF-8
  HttpRequest request;
  request.body = formBody(fieldsOf(input[QLatin1String("fields")].toObject(), charset));
  const Secrets secrets{{QStringLiteral("signing_cert"), pem}};
  if (const auto done = sign(request, contextOf(), secrets, {}, {}); !done)
    return done.error().detail;
  return formFields(request.body) == fieldsOf(expected[QLatin1String("fields_sent")].toObject(), charset)
             ? QString()
             : QStringLiteral("sent: ") + QString::fromUtf8(request.body);
}

QString checkSecureRequest(const QJsonValue& input, const QJsonValue& expected)
{
  HttpRequest request;
  const SortedFields fields = fieldsOf(input[QLatin1String("fields")].toObject(), {});
  request.body = formBody(fields);
  if (canonicalText(fields) != bytes(expected, "canonical"))
    return QStringLiteral("canonical: ") + QString::fromUtf8(canonicalText(fields));
  const Secrets secrets{{QStringLiteral("sign_method"), fields.value("signMethod")},
                        {QStringLiteral("secure_key"), bytes(input, "secureKey")}};
  if (const auto done = sign(request, contextOf(), secrets, {}, {}); !done)
    return done.error().detail;
  const QByteArray signature = formFields(request.body).value("signature");
  return signature == bytes(expected, "signature") ? QString() : QString::fromLatin1(signature);
}

/// What the SDK put on the line: of the same fields our signer makes the same signature, byte for byte.
QString checkWire(const QJsonObject& file, const QJsonObject& sent)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  const SortedFields wanted = formFields(bytes(sent, "body"));
  SortedFields own = wanted;
  for (const char* added : {"certId", "signMethod", "signature"})
    own.remove(added);
  HttpRequest request;
  request.body = formBody(own);
  const Secrets secrets{{QStringLiteral("signing_cert"),
                         bytes(keys[QLatin1String("merchant")], "pkcs8_pem") + bytes(keys, "merchant_cert_pem")}};
  if (const auto done = sign(request, contextOf(), secrets, {}, {}); !done)
    return done.error().detail;
  return formFields(request.body) == wanted ? QString() : QStringLiteral("sent: ") + QString::fromUtf8(request.body);
}

void checkRequests(const QString&, const QJsonObject& file, const Report& report)
{
  const auto own =
      crypto::Key::publicKey(bytes(file[QLatin1String("keys")][QLatin1String("merchant")], "public_spki_pem"));
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    if (at(one, "kind") == QLatin1String("negative")) {
      const bool isValid =
          own && own->verifySha256(decoded(input, "rsa_signed_bytes_base64"), decoded(input, "signature"));
      tell(report, at(one, "id"), own && !isValid, QStringLiteral("verifies all the same"));
      continue;
    }
    const QString why = input.toObject().contains(QLatin1String("secureKey")) ? checkSecureRequest(input, expected)
                                                                              : checkRsaRequest(file, input, expected);
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
  forEachCase(file, "wire_transcripts", [&](const QString& name, const QJsonObject& sent) {
    const QString why = checkWire(file, sent);
    tell(report, name, why.isEmpty(), why);
  });
}

// --- answers --------------------------------------------------------------------------------------------------------

Trust trustOf(const QJsonObject& file, const QJsonValue& input)
{
  Trust trust;
  trust.now = *parseIso(u"2026-03-02T01:30:05Z");
  trust.isProduction = input[QLatin1String("strict_cn")].toBool();
  if (const QByteArray method = bytes(input, "signMethod"); !method.isEmpty())
    trust.signMethod = method;
  trust.secureKey = bytes(input, "secureKey");
  const QJsonValue keys = file[QLatin1String("keys")];
  for (const char* name : {"middle_cert_pem", "root_cert_pem"})
    for (const crypto::Certificate& one :
         certificatesOf(bytes(keys, name)).value_or(std::vector<crypto::Certificate>()))
      trust.issuers.push_back(one);
  return trust;
}

SortedFields answerOf(const QJsonValue& input)
{
  const QByteArray body =
      input.toObject().contains(QLatin1String("body_base64")) ? decoded(input, "body_base64") : bytes(input, "body");
  return at(input, "kind") == QLatin1String("notify") ? formFields(body) : answerFields(body);
}

QString verdictOf(const QJsonObject& file, const QJsonValue& input)
{
  const SortedFields answer = answerOf(input);
  if (!checkAnswer(answer, trustOf(file, input)))
    return QStringLiteral("reject");
  SortedFields asked;
  for (const char* name : {"merId", "orderId", "txnTime"})
    addField(asked, name, bytes(file[QLatin1String("config")], name));
  return checkSubject(asked, answer) ? QStringLiteral("accept") : QStringLiteral("reject-mismatch");
}

QString checkVerified(const QJsonObject& file, const QJsonValue& input, const QJsonValue& expected)
{
  if (const QString verdict = verdictOf(file, input); verdict != at(expected, "verdict"))
    return verdict;
  const QString charset = at(input, "charset");
  const SortedFields answer = answerOf(input);
  if (const QString wanted = at(expected, "canonical");
      !wanted.isEmpty() && text(canonicalText(answer), charset) != wanted)
    return QStringLiteral("canonical: ") + text(canonicalText(answer), charset);
  if (const QByteArray wanted = bytes(expected, "sha256_hex");
      !wanted.isEmpty() && digestText(canonicalText(answer)) != wanted)
    return QStringLiteral("digest");
  const QJsonObject fields = expected[QLatin1String("fields")].toObject();
  return fields.isEmpty() || fieldsOf(fields, charset) == answer ? QString() : QStringLiteral("fields differ");
}

void checkAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString why = checkVerified(file, one[QLatin1String("input")], one[QLatin1String("expected")]);
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

// --- settlement file ------------------------------------------------------------------------------------------------

QString checkLayout(const QJsonObject& file, const ZmLayout& layout)
{
  const QJsonValue config = file[QLatin1String("config")];
  const QJsonArray names = config[QLatin1String("zm_field_names")].toArray(),
                   widths = config[QLatin1String("zm_field_lengths")].toArray();
  for (qsizetype i = 0; i < names.size(); ++i)
    if (size_t(i) >= layout.fields.size() || layout.fields[size_t(i)].first != names[i].toString().toLatin1() ||
        layout.fields[size_t(i)].second != widths[i].toInt())
      return QStringLiteral("layout");
  return {};
}

QString checkRecords(const std::vector<ZmRecord>& records, const QJsonArray& wanted)
{
  if (records.size() != size_t(wanted.size()))
    return QStringLiteral("%1 records").arg(records.size());
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    const QJsonObject record = wanted[i].toObject();
    for (auto it = record.begin(); it != record.end(); ++it)
      if (records[size_t(i)].fields.value(it.key().toLatin1()) != it.value().toString().toLatin1())
        return it.key();
  }
  return {};
}

QString checkTotals(const std::vector<ZmRecord>& records, const QJsonValue& totals)
{
  Snapshots told;
  addBillLines(records, QDate(2026, 3, 1), told);
  addPayments(records, QDate(2026, 3, 1), told);
  qint64 paid = 0, refunded = 0, fee = 0, net = 0;
  for (const BillLineSnapshot& line : told.billLines) {
    (line.kind == QLatin1String("refund") ? refunded : paid) += std::abs(line.amount.minor());
    fee += line.fee->minor();
    net += line.net->minor();
  }
  const auto is = [&](const char* name, qint64 got) { return totals[QLatin1String(name)].toInteger() == got; };
  const bool isRight = told.failures.empty() && is("pay_minor", paid) && is("refund_minor", refunded) &&
                       is("fee_minor", fee) && is("settle_minor", net) && told.payments.size() == 3;
  return isRight ? QString() : QStringLiteral("sums: %1 %2 %3 %4").arg(paid).arg(refunded).arg(fee).arg(net);
}

QString checkFile(const QJsonObject& file, const QJsonValue& input, const QJsonValue& expected)
{
  if (const QString verdict = verdictOf(file, input); verdict != at(expected, "verdict"))
    return verdict;
  if (!expected.toObject().contains(QLatin1String("zip_base64")))
    return answerOf(input).value("respCode") == bytes(expected, "respCode") || at(expected, "respCode").isEmpty()
               ? QString()
               : QStringLiteral("respCode");
  const auto zip = unpackedFile(answerOf(input).value("fileContent"));
  if (!zip || *zip != decoded(expected, "zip_base64"))
    return QStringLiteral("zip differs");
  const auto lines = zmText(*zip);
  if (!lines || !*lines || **lines != bytes(expected, "zm_text"))
    return QStringLiteral("lines differ");
  Snapshots told;
  const ZmLayout layout = zmLayout(*contextOf().declaration);
  if (layout.lineSize != expected[QLatin1String("zm_line_bytes")].toInt())
    return QStringLiteral("%1 bytes a line").arg(layout.lineSize);
  const auto records = zmRecords(**lines, layout, told);
  if (!records || !told.changes.empty())
    return QStringLiteral("records cannot be read");
  const QString why = checkLayout(file, layout) + checkRecords(*records, expected[QLatin1String("records")].toArray());
  return why.isEmpty() ? checkTotals(*records, expected[QLatin1String("totals")]) : why;
}

/// A zip, lines, or packed content alone.
QString checkPart(const QJsonValue& input, bool mustFail)
{
  Snapshots told;
  const ZmLayout layout = zmLayout(*contextOf().declaration);
  bool isRead = false;
  if (input.toObject().contains(QLatin1String("zip_base64"))) {
    const auto lines = zmText(decoded(input, "zip_base64"));
    const auto records = lines && *lines ? zmRecords(**lines, layout, told) : Result<std::vector<ZmRecord>>();
    isRead = lines && *lines && records && records->empty();
  } else if (input.toObject().contains(QLatin1String("zm_text"))) {
    isRead = zmRecords(bytes(input, "zm_text"), layout, told).has_value();
  } else {
    isRead = unpackedFile(bytes(input, "fileContent")).has_value();
  }
  return isRead == !mustFail ? QString() : QStringLiteral("read: %1").arg(isRead);
}

void checkFiles(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const QString why = at(input, "kind").isEmpty() ? checkPart(input, expected[QLatin1String("error")].toBool())
                                                    : checkFile(file, input, expected);
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

// --- encrypted fields -----------------------------------------------------------------------------------------------

struct Keys {
  crypto::Key encryption, merchant;
  crypto::Certificate certificate;
};

QString checkSealed(const Keys& keys, const QByteArray& plain, const QByteArray& example)
{
  const auto sealed = sealField(plain, keys.certificate);
  const auto back = sealed ? openField(*sealed, keys.encryption) : sealed;
  const auto theirs = openField(example, keys.encryption);
  return back && *back == plain && theirs && *theirs == plain ? QString() : QStringLiteral("not the same in clear");
}

CustomerFields customerOf(const QJsonValue& input)
{
  CustomerFields fields;
  const QJsonObject given = input[QLatin1String("fields")].toObject();
  // As the SDK's sample hands them over; JSON keeps no order.
  for (const char* name : {"certifTp", "certifId", "phoneNo", "cvn2", "expired", "pin", "customerNm"})
    if (given.contains(QLatin1String(name)))
      fields.append({name, bytes(given, name)});
  return fields;
}

QString checkCustomer(const Keys& keys, const QJsonValue& input, const QJsonValue& expected)
{
  const bool isPlain = expected.toObject().contains(QLatin1String("value"));
  const auto made = customerInfo(customerOf(input), bytes(input, "accNo"),
                                 isPlain ? std::nullopt : std::optional<crypto::Certificate>(keys.certificate));
  if (!made)
    return made.error().detail;
  if (isPlain)
    return *made == bytes(expected, "value") ? QString() : QString::fromUtf8(QByteArray::fromBase64(*made));
  for (const QByteArray& value : {*made, bytes(expected, "example_value")}) {
    const SortedFields parts = answerFields(QByteArray::fromBase64(value));
    const auto hidden = openField(parts.value("encryptedInfo"), keys.encryption);
    const auto pin = openField(parts.value("pin"), keys.encryption);
    if (!hidden || *hidden != bytes(expected, "encryptedInfo_plaintext") || !pin ||
        parts.value("customerNm") != bytes(input[QLatin1String("fields")], "customerNm"))
      return QStringLiteral("parts differ");
  }
  return {};
}

QString checkSensitive(const Keys& keys, const QJsonValue& one)
{
  const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
  const QJsonObject given = input.toObject();
  if (given.contains(QLatin1String("plaintext")))
    return checkSealed(keys, bytes(input, "plaintext"), bytes(expected, "example_ciphertext"));
  if (given.contains(QLatin1String("fields")))
    return checkCustomer(keys, input, expected);
  if (given.contains(QLatin1String("pin"))) {
    const auto block = pinBlock(bytes(input, "pin"), bytes(input, "accNo"));
    return block && block->toHex() == bytes(expected, "pin_block_hex")
               ? checkSealed(keys, *block, bytes(expected, "example_ciphertext"))
               : QStringLiteral("PIN block");
  }
  if (given.contains(QLatin1String("customerInfo"))) {
    const auto read = readCustomerInfo(bytes(input, "customerInfo"), keys.merchant);
    SortedFields fields;
    for (const auto& [name, value] : read.value_or(CustomerFields()))
      fields.insert(name, value);
    return fields == fieldsOf(expected[QLatin1String("fields")].toObject(), {}) ? QString()
                                                                                : QStringLiteral("fields differ");
  }
  const auto clear = openField(bytes(input, "ciphertext"), keys.merchant);
  if (expected[QLatin1String("error")].toBool()) // OpenSSL may answer a wrong text instead of an error, on purpose
    return clear && *clear == "6226090000000048" ? QStringLiteral("opens all the same") : QString();
  return clear && *clear == bytes(expected, "plaintext") ? QString() : QStringLiteral("not opened");
}

void checkEncrypted(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  const auto encryption = crypto::Key::privateKey(bytes(keys, "encrypt_private_pkcs8_pem"));
  const auto merchant = crypto::Key::privateKey(bytes(keys, "merchant_private_pkcs8_pem"));
  const auto certificates = certificatesOf(bytes(keys, "encrypt_cert_pem"));
  if (!encryption || !merchant || !certificates)
    return report.failed(QStringLiteral("keys"), QStringLiteral("cannot be read"));
  tell(report, QStringLiteral("encryptCertId"),
       certificates->front().serialDecimal() == bytes(file[QLatin1String("config")], "encryptCertId"),
       QString::fromLatin1(certificates->front().serialDecimal()));
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString why = checkSensitive({*encryption, *merchant, certificates->front()}, one);
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

const Register kChecks[]{Register({"payments/unionpay-sign.json", checkRequests}),
                         Register({"payments/unionpay-verify.json", checkAnswers}),
                         Register({"payments/unionpay-file.json", checkFiles}),
                         Register({"payments/unionpay-encrypt.json", checkEncrypted})};

} // namespace
} // namespace supercargo::vectors
