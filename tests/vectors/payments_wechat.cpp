// WeChat Pay: signatures of requests and answers, sealed resources, sensitive fields, bills.
#include "core/providers/wechatpay/wechatpay_bill.h"
#include "core/providers/wechatpay/wechatpay_protocol.h"
#include "core/providers/wechatpay/wechatpay_signature.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

namespace supercargo::vectors {
namespace {

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
  return QByteArray::fromBase64(bytes(value, key));
}

void tell(const Report& report, const QString& id, bool isRight, const QString& why)
{
  if (isRight)
    report.ok(id);
  else
    report.failed(id, why);
}

HttpResponse answerOf(const QJsonValue& input)
{
  HttpResponse answer;
  answer.status = int(input[QLatin1String("http_status")].toInteger(200));
  const QJsonObject headers = input[QLatin1String("headers")].toObject();
  for (auto it = headers.begin(); it != headers.end(); ++it)
    answer.headers.emplace_back(it.key().toLatin1(), it.value().toString().toUtf8());
  answer.body =
      input.toObject().contains(QLatin1String("body_base64")) ? decoded(input, "body_base64") : bytes(input, "body");
  return answer;
}

Instant nowOf(const QJsonValue& input)
{
  return fromMs(input[QLatin1String("now_unix")].toInteger() * 1000);
}

/// What an account of these keys keeps: both kinds of platform key.
Secrets secretsOf(const QJsonObject& file)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  QByteArray publicKey = bytes(keys, "wechatpay_public_key_pem");
  if (publicKey.isEmpty())
    publicKey = bytes(keys[QLatin1String("wechatpay_public_key")], "public_spki_pem");
  return {{QStringLiteral("public_key_id"), bytes(keys, "wechatpay_public_key_id")},
          {QStringLiteral("public_key"), publicKey},
          {QStringLiteral("session"), bytes(keys, "platform_cert_A_pem") + bytes(keys, "platform_cert_B_pem")}};
}

/// What the SDK put on the line: of the same call our signer makes the same header, byte for byte.
QString checkWire(const FetchContext& context, const Secrets& secrets, const QJsonObject& sent)
{
  HttpRequest request;
  request.method = bytes(sent, "http_method");
  request.url = "https://host.invalid" + bytes(sent, "path_and_query");
  request.body = bytes(sent, "body");
  const QByteArray message = bytes(sent, "message");
  const QByteArrayList lines = message.split('\n'); // method, path, time, nonce, body
  const qint64 stamp = lines.value(2).toLongLong();
  if (wechatpay::requestMessage(request.method, wechatpay::pathAndQuery(request.url), stamp, lines.value(3),
                                request.body) != message)
    return QStringLiteral("message differs");
  const auto done =
      wechatpay::sign(request, context, secrets, fromMs(stamp * 1000), QString::fromLatin1(lines.value(3)));
  if (!done)
    return done.error().detail;
  return request.header("Authorization") == bytes(sent[QLatin1String("headers")], "authorization")
             ? QString()
             : QString::fromLatin1(request.header("Authorization"));
}

void checkRequests(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonValue merchantKey = file[QLatin1String("keys")][QLatin1String("merchant")];
  const QJsonValue config = file[QLatin1String("config")];
  const auto own = crypto::Key::privateKey(bytes(merchantKey, "pkcs8_pem"));
  const auto open = crypto::Key::publicKey(bytes(merchantKey, "public_spki_pem"));
  FetchContext context;
  context.fields = {{QStringLiteral("mchid"), at(config, "mchid")},
                    {QStringLiteral("serial_no"), at(config, "merchant_serial_no")}};
  const Secrets secrets{{QStringLiteral("private_key"), bytes(merchantKey, "pkcs8_pem")}};
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    if (at(one, "kind") == QLatin1String("negative")) {
      tell(report, id, open && !open->verifySha256(bytes(input, "message"), decoded(input, "signature")),
           QStringLiteral("a changed message still verifies"));
      continue;
    }
    HttpRequest request;
    request.method = bytes(input, "method");
    request.url = "https://host.invalid" + bytes(input, "canonical_uri");
    request.body = decoded(input, "body_base64");
    const qint64 stamp = input[QLatin1String("timestamp")].toInteger();
    const QByteArray message = wechatpay::requestMessage(request.method, wechatpay::pathAndQuery(request.url), stamp,
                                                         bytes(input, "nonce_str"), request.body);
    const auto done = wechatpay::sign(request, context, secrets, fromMs(stamp * 1000), at(input, "nonce_str"));
    const bool isRight = message == decoded(expected, "message_base64") && done &&
                         request.header("Authorization") == bytes(expected, "authorization");
    tell(report, id, own && isRight, done ? QString::fromUtf8(request.header("Authorization")) : done.error().detail);
  }
  forEachCase(file, "wire_transcripts", [&](const QString& name, const QJsonObject& sent) {
    const QString why = checkWire(context, secrets, sent);
    tell(report, name, why.isEmpty(), why);
  });
}

void checkAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  const Secrets secrets = secretsOf(file);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")];
    const auto genuine = wechatpay::verify(HttpRequest(), answerOf(input), secrets, nowOf(input));
    const QString wanted = at(one[QLatin1String("expected")], "verdict");
    const QString why = genuine ? QString() : genuine.error().detail;
    // A platform certificate that we do not have is fetched once more; everything else is a bad answer.
    const bool isKnown = wanted != QLatin1String("reject-unknown-serial") ||
                         (!genuine && genuine.error().kind != ErrorKind::BadResponse);
    tell(report, at(one, "id"), genuine.has_value() == (wanted == QLatin1String("accept")) && isKnown, why);
  }
}

wechatpay::SealedResource sealed(const QJsonValue& node)
{
  return {at(node, "algorithm"), bytes(node, "nonce"), bytes(node, "associated_data"), bytes(node, "ciphertext")};
}

void checkCallback(const QJsonValue& one, const Secrets& secrets, const Report& report)
{
  const QJsonValue input = one[QLatin1String("input")];
  const HttpResponse posted = answerOf(input);
  const auto genuine = wechatpay::verify(HttpRequest(), posted, secrets, nowOf(input));
  const QJsonValue body = QJsonDocument::fromJson(posted.body).object();
  const auto opened = wechatpay::openResource(sealed(body[QLatin1String("resource")]), bytes(input, "api_v3_key"));
  tell(report, at(one, "id"), genuine && opened && *opened == bytes(one[QLatin1String("expected")], "plaintext"),
       genuine ? QStringLiteral("plaintext differs") : genuine.error().detail);
}

/// First contact: the answer brings the certificates that prove it.
void checkCertificates(const QJsonValue& one, const Report& report)
{
  const QJsonValue input = one[QLatin1String("input")];
  FetchContext context;
  context.now = nowOf(input);
  const HttpRequest sent = wechatpay::login(context);
  HttpResponse answer = answerOf(input);
  const Secrets secrets{{QStringLiteral("api_v3_key"), bytes(input, "api_v3_key")}};
  const auto genuine = wechatpay::verify(sent, answer, secrets, context.now);
  const auto clear = wechatpay::decrypt(sent, answer, secrets);
  if (clear)
    answer.body = *clear;
  const auto session = wechatpay::parseLogin(context, answer);
  const QJsonObject wanted = one[QLatin1String("expected")][QLatin1String("certificates")].toObject();
  const auto got = session ? crypto::Certificate::fromPem(session->token)
                           : Result<std::vector<crypto::Certificate>>(fail(session.error()));
  bool isRight = genuine && got && qsizetype(got->size()) == wanted.size();
  for (size_t i = 0; isRight && i < got->size(); ++i)
    isRight = wanted.contains(QString::fromLatin1((*got)[i].serialHex()));
  tell(report, at(one, "id"), isRight, genuine ? QStringLiteral("certificates differ") : genuine.error().detail);
}

void checkSealed(const QString&, const QJsonObject& file, const Report& report)
{
  const Secrets secrets = secretsOf(file);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    if (input.toObject().contains(QLatin1String("path"))) {
      checkCertificates(one, report);
    } else if (input.toObject().contains(QLatin1String("headers"))) {
      checkCallback(one, secrets, report);
    } else {
      const auto opened = wechatpay::openResource(sealed(input), bytes(input, "api_v3_key"));
      const bool isNegative = at(one, "kind") == QLatin1String("negative");
      tell(report, at(one, "id"), isNegative ? !opened : opened && *opened == bytes(expected, "plaintext"),
           isNegative ? QStringLiteral("opened what should not open") : QStringLiteral("plaintext differs"));
    }
  }
}

void checkFields(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  const auto own = crypto::Key::privateKey(bytes(keys[QLatin1String("platform_A_private")], "pkcs8_pem"));
  const auto certificates = crypto::Certificate::fromPem(bytes(keys, "platform_cert_A_pem"));
  const auto open = certificates ? certificates->front().publicKey() : Result<crypto::Key>(fail(certificates.error()));
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QByteArray plain = bytes(one[QLatin1String("expected")], "plaintext");
    if (!own || !open) {
      report.failed(at(one, "id"), QStringLiteral("keys cannot be read"));
      continue;
    }
    const auto opened = wechatpay::openField(*own, bytes(one[QLatin1String("input")], "ciphertext_base64"));
    if (at(one, "kind") == QLatin1String("negative")) {
      tell(report, at(one, "id"), !opened || opened->isEmpty(), QStringLiteral("opened what should not open"));
      continue;
    }
    const auto again = wechatpay::sealField(*open, plain);
    const auto back = again ? wechatpay::openField(*own, *again) : again;
    tell(report, at(one, "id"), opened && *opened == plain && back && *back == plain,
         QStringLiteral("plaintext differs"));
  }
}

/// Empty: the same, else what differs.
QString difference(const wechatpay::Bill& bill, const Snapshots& told, const QJsonArray& wanted)
{
  if (qsizetype(told.billLines.size()) != wanted.size())
    return QStringLiteral("%1 lines").arg(told.billLines.size());
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    const QJsonValue row = wanted[i];
    const BillLineSnapshot& line = told.billLines[size_t(i)];
    const auto cell = [&](const char16_t* column) { return bill.rows[size_t(i)].cell(column); };
    const auto number = [&](const char* key) { return row[QLatin1String(key)].toInteger(); };
    const auto when = parseIso(at(row, "time"));
    bool same = when && line.occurredAt == *when;
    if (bill.kind == wechatpay::BillKind::FundFlow) {
      const bool isIn = at(row, "direction") == QLatin1String("in");
      same = same && line.entryId == at(row, "flow_no") && line.title == at(row, "type") &&
             line.amount.minor() == (isIn ? 1 : -1) * number("amount_minor") && line.balance &&
             line.balance->minor() == number("balance_minor") && cell(u"备注") == at(row, "memo") &&
             cell(u"业务凭证号") == at(row, "voucher");
    } else {
      const bool isRefund = at(row, "kind") == QLatin1String("refund");
      same = same && line.kind == at(row, "kind") && line.paymentExternalId == at(row, "transaction_id") &&
             line.orderNumber == at(row, "out_trade_no") && line.title == at(row, "product") &&
             line.amount.minor() == (isRefund ? -number("refund_minor") : number("settle_amount_minor")) &&
             wechatpay::hundredThousandths(cell(u"手续费")) == number("fee_e5") &&
             cell(u"商户数据包") == at(row, "attach") &&
             (!isRefund || (line.refundNumber == at(row, "out_refund_no") && line.entryId == at(row, "refund_id")));
    }
    if (!same)
      return QStringLiteral("row %1 differs: %2").arg(i).arg(line.rawLine);
  }
  return {};
}

void checkRefusedBill(const QJsonValue& one, const Report& report)
{
  const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
  FetchContext context;
  context.declaration = &findProvider(u"wechatpay")->declaration;
  context.endpoint = QStringLiteral("https://api.mch.weixin.qq.com");
  HttpResponse answer;
  answer.status = at(input, "http_status").toInt();
  answer.body = bytes(input, "body");
  bool isLate = false;
  const auto download = wechatpay::billDownload(context, HttpRequest(), answer, isLate);
  tell(report, at(one, "id"),
       download && !*download && isLate == expected[QLatin1String("retry")].toBool() &&
           wechatpay::codeOf(answer) == at(expected, "error"),
       download ? QStringLiteral("taken for a bill") : download.error().detail);
}

void checkBills(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    if (input.toObject().contains(QLatin1String("http_status"))) {
      checkRefusedBill(one, report);
      continue;
    }
    QString why;
    for (const char* form : {"raw_base64", "gzip_base64"}) {
      if (!input.toObject().contains(QLatin1String(form)))
        continue;
      const auto text = wechatpay::billText(decoded(input, form), at(input, "hash_value"));
      const auto bill = text ? wechatpay::parseBill(*text) : Result<wechatpay::Bill>(fail(text.error()));
      if (const QString wanted = at(expected, "error"); !wanted.isEmpty()) {
        if (bill || bill.error().subject != wanted)
          why = bill ? QStringLiteral("taken for sound") : bill.error().subject + u' ' + bill.error().detail;
        continue;
      }
      if (!bill) {
        why = bill.error().detail;
        continue;
      }
      Snapshots told;
      wechatpay::addBillLines(findProvider(u"wechatpay")->declaration, *bill, QStringLiteral("trade 2026-03-01"), told);
      const QJsonArray rows = expected[QLatin1String("rows")].toArray();
      why += difference(*bill, told, rows);
    }
    tell(report, id, why.isEmpty(), why);
  }
}

const Register kChecks[]{Register({"payments/wechat-request-auth.json", checkRequests}),
                         Register({"payments/wechat-response-verify.json", checkAnswers}),
                         Register({"payments/wechat-aead.json", checkSealed}),
                         Register({"payments/wechat-oaep.json", checkFields}),
                         Register({"payments/wechat-bill.json", checkBills})};

} // namespace
} // namespace supercargo::vectors
