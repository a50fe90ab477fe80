#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// Cainiao LINK (菜鸟): waybill numbers and print data of many couriers. What public clients agree upon; no
/// documentation could be read, so names are data in the declaration. Pure.
namespace supercargo::cainiao {

/// base64(md5(logistics_interface + secret)).
QByteArray signature(QByteArrayView content, QByteArrayView secret);

/// An answer: JSON, or XML whatever was sent (of which only the refusal is read).
struct Answer {
  bool success = false;
  QString code, message;
  std::optional<JsonReader> data; ///< of JSON answers
};
Result<Answer> open(QByteArrayView body); ///< BadResponse: no answer of the gateway

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response);
Error failure(const Declaration& declaration, const Answer& answer);
Error explain(const Declaration& declaration, const HttpResponse& response);

/// A message of this kind, not yet signed.
HttpRequest call(const FetchContext& context, const QString& type, const QJsonObject& content,
                 const QString& operation);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// A member whose name is data. JsonReader keeps the keys that it is asked for, so members are looked up instead.
QString member(const JsonReader& object, const QString& name);
std::vector<JsonReader> list(const JsonReader& object, const QString& name);

/// Cainiao's code of a courier of ours; what is no courier is taken as their code.
QString cpCode(const Declaration& declaration, const QString& courier);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
/// Never reached, since `inquire` asks nothing; the engine wants both.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::cainiao
