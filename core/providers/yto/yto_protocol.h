#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// YTO Express's open platform (圆通开放平台): a JSON text inside of a signed JSON body. Pure.
namespace supercargo::yto {

/// base64(md5(param + method + version + secret)); each interface has a secret of its own.
QByteArray signature(QByteArrayView param, QByteArrayView method, QByteArrayView version, QByteArrayView secret);

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response);
Error explain(const Declaration& declaration, const HttpResponse& response);

/// A call of an interface, not yet signed.
HttpRequest call(const FetchContext& context, const QString& method, const QJsonObject& param,
                 const QString& operation);
/// Adds time stamp and signature with the interface's secret, or the common one where it has none of its own.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// By infoContent (any case); when the table does not have it, by what the text says (extra.text_rules).
ParcelMeaning meaning(const Declaration& declaration, const QString& code, const QString& text);
/// An answer of the tracking query; `number`: of the parcel when the answer does not say it.
Snapshots scans(const Declaration& declaration, const JsonReader& root, const QString& number);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
/// Never reached, since `inquire` asks nothing; the engine wants both.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::yto
