// Alipay: signatures, certificates, content encryption, notifications and bills.
#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/alipay/alipay_protocol.h"
#include "core/providers/alipay/alipay_signature.h"
#include "core/providers/provider.h"
#include "tests/vectors/vectors.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

using alipay::Parameters;

QString at(const QJsonValue& value, const char* key)
{
  return value[QLatin1String(key)].toString();
}
QByteArray bytes(const QJsonValue& value, const char* key)
{
  return at(value, key).toUtf8();
}

void tell(const Report& report, const QString& id, bool isRight, const QString& why)
{
  if (isRight)
    report.ok(id);
  else
    report.failed(id, why);
}

Parameters parameters(const QJsonObject& object)
{
  Parameters out;
  for (auto it = object.begin(); it != object.end(); ++it)
    out.insert(it.key(), it.value().toString());
  return out;
}

Result<crypto::Key> pemKey(const QJsonObject& file, const char* name, bool isPrivate)
{
  const QJsonValue key = file[QLatin1String("keys")][QLatin1String(name)];
  if (isPrivate)
    return crypto::Key::privateKey(bytes(key, "pkcs8_pem"));
  return crypto::Key::publicKey(bytes(key, "public_spki_pem"));
}

/// What the provider puts on the wire, taken apart again.
Parameters wire(const HttpRequest& request)
{
  Parameters out;
  for (const QByteArray& part : {request.url.mid(request.url.indexOf('?') + 1), request.body})
    for (const auto& [name, value] : QUrlQuery(QString::fromLatin1(part)).queryItems(QUrl::FullyDecoded))
      out.insert(name, value);
  return out;
}

QString signedWire(const QJsonObject& file, const QJsonValue& input, const Secrets& secrets, Parameters& got,
                   const QString& appId = {})
{
  FetchContext context;
  context.endpoint = QStringLiteral("https://openapi.alipay.com/gateway.do");
  // Without a configuration the file tells the app in what it expects.
  const QJsonValue config = file[QLatin1String("config")];
  context.fields = {{QStringLiteral("app_id"), config.isObject() ? at(config, "app_id") : appId}};
  const QByteArray method = bytes(input, "method");
  HttpRequest request =
      alipay::call(context, method.constData(), input[QLatin1String("biz_content_object")].toObject(), {});
  const auto now = parseLocal(at(input, "timestamp"), kChinaOffset);
  const auto done = alipay::sign(request, context, secrets, now.value_or(Instant()), {});
  got = wire(request);
  return done ? QString() : done.error().detail;
}

void checkRequests(const QString&, const QJsonObject& file, const Report& report)
{
  const auto own = pemKey(file, "app", true), open = pemKey(file, "app", false);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const bool isGiven = input.toObject().contains(QLatin1String("params"));
    const Parameters all = parameters(
        (isGiven ? input[QLatin1String("params")] : expected[QLatin1String("all_params_without_sign")]).toObject());
    const QString text = alipay::canonicalText(all);
    if (const QString wanted = at(expected, "canonical_string"); !wanted.isEmpty() && text != wanted) {
      report.failed(id, QStringLiteral("canonical text: ") + text);
      continue;
    }
    if (at(one, "kind") == QLatin1String("negative")) {
      tell(report, id, open && !open->verifySha256(text.toUtf8(), QByteArray::fromBase64(bytes(input, "sign"))),
           QStringLiteral("a changed request still verifies"));
      continue;
    }
    const auto sign = own ? alipay::signParameters(all, *own) : Result<QByteArray>(fail(own.error()));
    tell(report, id, sign && *sign == bytes(expected, "sign"), sign ? QString::fromLatin1(*sign) : sign.error().detail);
    // The same call as the engine makes it, where we make it: JSON is written with sorted keys, so the text may differ.
    if (input[QLatin1String("biz_content_object")].toObject().size() > 1 ||
        !input[QLatin1String("extra_params")].toObject().isEmpty() || isGiven)
      continue;
    Parameters got;
    const QString fault = signedWire(
        file, input,
        {{QStringLiteral("private_key"), bytes(file[QLatin1String("keys")], "app_private_key_base64_pkcs1")}}, got);
    tell(report, id + QStringLiteral(" (wire)"), got.value(QStringLiteral("sign")) == at(expected, "sign"), fault);
  }
}

alipay::KeyChoice always(const Result<crypto::Key>& key)
{
  return [&key](QByteArrayView) { return key; };
}

QString verdictName(alipay::Verdict verdict)
{
  return verdict == alipay::Verdict::Accept   ? QStringLiteral("accept")
         : verdict == alipay::Verdict::Reject ? QStringLiteral("reject")
                                              : QStringLiteral("unsigned-error");
}

void checkAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  const auto key = pemKey(file, "alipay_platform", false);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const QByteArray body = QByteArray::fromBase64(bytes(input, "raw_body_base64"));
    const alipay::Check check = alipay::checkAnswer(bytes(input, "method"), body, always(key));
    QString why = verdictName(check.verdict) == at(expected, "verdict")
                      ? QString()
                      : verdictName(check.verdict) + u' ' + check.reason;
    // The signed text of the slash case is the one without escapes.
    QByteArray unescaped = check.answer.value;
    unescaped.replace("\\/", "/");
    const QByteArray wanted = bytes(expected, "signed_text");
    if (why.isEmpty() && !wanted.isEmpty() && check.answer.value != wanted && unescaped != wanted)
      why = QStringLiteral("signed text: ") + QString::fromUtf8(check.answer.value);
    if (const QByteArray plain = bytes(expected, "decrypted_text"); why.isEmpty() && !plain.isEmpty()) {
      const QByteArray sealed = check.answer.value.mid(1).chopped(1);
      const auto opened = alipay::decryptContent(bytes(input, "aes_key_base64"), sealed);
      why = opened && *opened == plain ? QString() : QStringLiteral("not decrypted");
    }
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

void checkNotifications(const QString&, const QJsonObject& file, const Report& report)
{
  const auto key = pemKey(file, "alipay_platform", false);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue expected = one[QLatin1String("expected")];
    if (!key) {
      report.failed(at(one, "id"), key.error().detail);
      continue;
    }
    const auto got = alipay::checkNotification(bytes(one[QLatin1String("input")], "raw_form_body"), *key);
    const bool valid = expected[QLatin1String("valid")].toBool();
    const bool same = !valid || got.canonical == at(expected, "canonical_string");
    tell(report, at(one, "id"), got.isAuthentic == valid && same, got.canonical);
  }
}

void checkEncryption(const QString&, const QJsonObject& file, const Report& report)
{
  const auto own = pemKey(file, "app", true);
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const QByteArray key = bytes(input, "key_base64");
    if (at(one, "kind") == QLatin1String("negative")) {
      const auto opened = alipay::decryptContent(key, bytes(input, "ciphertext_base64"));
      tell(report, id, !opened, QStringLiteral("opened what should not open"));
    } else if (input.toObject().contains(QLatin1String("plaintext"))) {
      const auto sealed = alipay::encryptContent(key, bytes(input, "plaintext"));
      const auto opened = sealed ? alipay::decryptContent(key, *sealed) : sealed;
      tell(report, id,
           sealed && *sealed == bytes(expected, "ciphertext_base64") && opened && *opened == bytes(input, "plaintext"),
           QStringLiteral("ciphertext differs"));
    } else {
      Parameters all = parameters(expected[QLatin1String("params")].toObject());
      const auto sealed = alipay::encryptContent(key, bytes(input, "biz_content_plain"));
      all.insert(QStringLiteral("biz_content"), QString::fromLatin1(sealed.value_or(QByteArray())));
      const auto sign = own ? alipay::signParameters(all, *own) : Result<QByteArray>(fail(own.error()));
      tell(report, id, sign && QString::fromLatin1(*sign) == at(expected[QLatin1String("params")], "sign"),
           QStringLiteral("signature differs"));
    }
  }
}

void checkCertificates(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonValue keys = file[QLatin1String("keys")];
  const Secrets secrets{
      {QStringLiteral("private_key"), bytes(keys[QLatin1String("app")], "pkcs8_pem")},
      {QStringLiteral("app_cert"), bytes(keys, "app_cert_pem")},
      {QStringLiteral("alipay_cert"), bytes(keys, "alipay_cert_pem") + '\n' + bytes(keys, "intermediate_pem")},
      {QStringLiteral("root_cert"), bytes(keys, "alipay_root_bundle_pem")}};
  const Instant now = *parseIso(u"2026-03-02T09:30:05+08:00");
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const auto pem = [&input](const char* name) { return crypto::Certificate::fromPem(bytes(input, name)); };
    if (input.toObject().contains(QLatin1String("cert_pem"))) {
      const auto certificate = pem("cert_pem");
      tell(report, id, certificate && alipay::certificateSn(certificate->front()) == bytes(expected, "sn"),
           QStringLiteral("SN differs"));
    } else if (input.toObject().contains(QLatin1String("bundle_pem"))) {
      const auto bundle = pem("bundle_pem");
      tell(report, id, bundle && alipay::rootCertificateSn(*bundle) == bytes(expected, "sn"),
           QStringLiteral("SN differs"));
    } else if (input.toObject().contains(QLatin1String("chain_pem"))) {
      const auto chain = pem("chain_pem"), roots = pem("root_bundle_pem");
      const bool trusted = chain && roots && alipay::isTrusted(*chain, *roots, toMs(now));
      tell(report, id, trusted == expected[QLatin1String("trusted")].toBool(),
           QStringLiteral("trusted: %1").arg(trusted));
    } else if (input.toObject().contains(QLatin1String("raw_body"))) {
      HttpRequest sent;
      sent.url = "https://host.invalid/gateway.do?method=" + bytes(input, "method");
      HttpResponse got;
      got.body = bytes(input, "raw_body");
      const auto trusted = alipay::verify(sent, got, secrets, now);
      tell(report, id, trusted.has_value() == (at(expected, "verdict") == QLatin1String("accept")),
           trusted ? QString() : trusted.error().detail);
    } else {
      Parameters got;
      const QString fault = signedWire(file, input, secrets, got, at(expected[QLatin1String("params")], "app_id"));
      tell(report, id,
           got.value(QStringLiteral("sign")) == at(expected[QLatin1String("params")], "sign") && fault.isEmpty(),
           fault + alipay::canonicalText(got));
    }
  }
}

QString cell(const alipay::BillRow& row, const char16_t* name)
{
  return row.cell(name);
}

QJsonValue minor(const QString& text)
{
  return Money::parse(text, Currency()).value_or(Money()).minor();
}

QJsonValue time(const QString& text)
{
  const auto moment = parseLocal(text, kChinaOffset);
  return moment ? QJsonValue(formatLocal(*moment, kChinaOffset).replace(u' ', u'T') + QStringLiteral("+08:00"))
                : QJsonValue();
}

QJsonObject rowJson(const alipay::BillRow& row, alipay::BillKind kind)
{
  if (kind == alipay::BillKind::Account)
    return {{QStringLiteral("account_log_id"), cell(row, u"账务流水号")},
            {QStringLiteral("alipay_order_no"), cell(row, u"业务流水号")},
            {QStringLiteral("merchant_order_no"), cell(row, u"商户订单号")},
            {QStringLiteral("occurred_at"), time(cell(row, u"发生时间"))},
            {QStringLiteral("income_minor"), minor(cell(row, u"收入金额"))},
            {QStringLiteral("expense_minor_as_written"), minor(cell(row, u"支出金额"))},
            {QStringLiteral("balance_minor"), minor(cell(row, u"账户余额"))},
            {QStringLiteral("type"), cell(row, u"业务类型")},
            {QStringLiteral("remark"), cell(row, u"备注")}};
  return {{QStringLiteral("trade_no"), cell(row, u"支付宝交易号")},
          {QStringLiteral("out_trade_no"), cell(row, u"商户订单号")},
          {QStringLiteral("biz_type"), cell(row, u"业务类型")},
          {QStringLiteral("goods_name"), cell(row, u"商品名称")},
          {QStringLiteral("created_at"), time(cell(row, u"创建时间"))},
          {QStringLiteral("finished_at"), time(cell(row, u"完成时间"))},
          {QStringLiteral("store_id"), cell(row, u"门店编号")},
          {QStringLiteral("counterparty"), cell(row, u"对方账户")},
          {QStringLiteral("order_amount_minor"), minor(cell(row, u"订单金额"))},
          {QStringLiteral("merchant_received_minor"), minor(cell(row, u"商家实收"))},
          {QStringLiteral("refund_request_no"), cell(row, u"退款批次号/请求号")},
          {QStringLiteral("service_fee_minor_as_written"), minor(cell(row, u"服务费"))},
          {QStringLiteral("alipay_discount_minor"), minor(cell(row, u"支付宝优惠"))},
          {QStringLiteral("remark"), cell(row, u"备注")}};
}

void checkBills(const QString&, const QJsonObject& file, const Report& report)
{
  const Declaration& declaration = findProvider(u"alipay")->declaration;
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QString id = at(one, "id");
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const char* name = input.toObject().contains(QLatin1String("zip_base64")) ? "zip_base64" : "body_base64";
    const auto text = alipay::billDetailText(declaration, QByteArray::fromBase64(bytes(input, name)));
    const auto bill =
        text ? alipay::parseBill(*text, at(input, "expected_pid")) : Result<alipay::Bill>(fail(text.error()));
    if (const QString wanted = at(expected, "error"); !wanted.isEmpty()) {
      tell(report, id, !bill && bill.error().subject == wanted,
           bill ? QStringLiteral("accepted") : bill.error().subject);
      continue;
    }
    if (!bill) {
      report.failed(id, bill.error().detail);
      continue;
    }
    QJsonArray rows;
    for (const alipay::BillRow& row : bill->rows)
      rows.append(rowJson(row, bill->kind));
    Snapshots snapshots;
    alipay::addBillLines(declaration, *bill, QStringLiteral("trade 2026-03-01"), snapshots);
    QString why = rows == expected[QLatin1String("rows")].toArray()
                      ? QString()
                      : QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
    if (const QString detail = at(expected, "detail_text_utf8"); !detail.isEmpty() && detail != *text)
      why += QStringLiteral(" text differs");
    if (snapshots.billLines.size() != bill->rows.size())
      why += QStringLiteral(" rows without a line");
    tell(report, id, why.isEmpty(), why);
  }
}

const Register kRequests({"payments/alipay-request-sign.json", checkRequests});
const Register kAnswers({"payments/alipay-response-verify.json", checkAnswers});
const Register kNotifications({"payments/alipay-notify.json", checkNotifications});
const Register kEncryption({"payments/alipay-aes.json", checkEncryption});
const Register kCertificates({"payments/alipay-cert.json", checkCertificates});
const Register kBills({"payments/alipay-bill.json", checkBills});

} // namespace
} // namespace supercargo::vectors
