#pragma once

#include "core/base/crypto.h"
#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// PayPal's REST calls and objects (https://developer.paypal.com/api/rest). Internal to this folder. Pure.
namespace supercargo::paypal {

HttpRequest get(const FetchContext& context, const QString& pathAndQuery, const QString& operation);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
Error explain(const Declaration&, const HttpResponse& response);
/// `name` of an error's body, or `error` of a token's; empty: none.
QString errorName(const HttpResponse& response);

/// {"value": "28.50", "currency_code": "USD"}; a fault goes to the reader's problems.
Money moneyOf(const JsonReader& node);
/// As requests want it: currencies without decimals here whatever ISO 4217 says (HUF, TWD) take whole units only.
Result<QJsonObject> amountJson(Money amount);

/// What a transaction is by its event code: payment, refund, fee, payout or other ("event_kinds" of the declaration:
/// the longest prefix wins). An unknown one is noted and is "other".
QString kindOf(const FetchContext& context, const QString& eventCode, Snapshots& snapshots);
BillLineSnapshot billLineOf(const FetchContext& context, const JsonReader& detail, Snapshots& snapshots);
PaymentSnapshot paymentOf(const FetchContext& context, const JsonReader& detail, Snapshots& snapshots);
/// A capture as the payments API tells it.
PaymentSnapshot captureOf(const FetchContext& context, const JsonReader& capture, Snapshots& snapshots);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

/// Where a webhook's certificate may be fetched from: https at paypal.com only.
bool isCertificateUrl(const QString& url);
/// A webhook is signed over "id|time|our webhook's id|CRC-32 of the body".
QByteArray webhookText(QByteArrayView transmissionId, QByteArrayView transmissionTime, QByteArrayView webhookId,
                       QByteArrayView body);
bool isAuthentic(QByteArrayView text, QByteArrayView signatureBase64, QByteArrayView algorithm, const crypto::Key& key);

} // namespace supercargo::paypal
