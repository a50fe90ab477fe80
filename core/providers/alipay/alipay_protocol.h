#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// Calls of Alipay's gateway and what its answers mean. Pure.
namespace supercargo::alipay {

/// A call, not yet signed: the method stands in the address, biz_content is the body.
HttpRequest call(const FetchContext& context, const char* method, const QJsonObject& content, const QString& operation);
/// The method of a request, signed or not.
QByteArray methodOf(const HttpRequest& request);

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now);
/// Apps with content encryption: the answer with its value in clear. Others: the body as it is.
Result<QByteArray> decrypt(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets);

/// The value of an answer; an error answer is the error it means.
struct Answer {
  JsonReader value;
  QString subCode;       ///< without prefix, upper case: "TRADE_NOT_EXIST"
  bool isSigned = false; ///< an unsigned error proves nothing
};
Result<Answer> open(QByteArrayView body);
bool isSuccess(const Answer& answer);
Error failure(const Answer& answer);
Error explain(const Declaration&, const HttpResponse& response);

/// Streams.
std::vector<HttpRequest> firstPayments(const FetchContext& context);
Result<FetchStep> parsePayments(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstBills(const FetchContext& context);
Result<FetchStep> parseBills(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

/// Closes an unpaid trade.
HttpRequest closeRequest(const FetchContext& context, const QString& orderNumber);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::alipay
