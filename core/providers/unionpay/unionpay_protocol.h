#pragma once

#include "core/providers/provider.h"
#include "core/providers/sortedfields.h"

#include <QDate>

/// UnionPay's ACP 5.1.0 for merchants who are connected directly (https://open.unionpay.com). Internal to this folder.
namespace supercargo::unionpay {

/// A call, not yet signed: the body holds all business fields. `page`: "queryTrans.do".
HttpRequest call(const FetchContext& context, const char* page, const SortedFields& fields, const QString& operation,
                 const QString& state = {});
/// The settlement file of a day; it lies on another host.
HttpRequest fileCall(const FetchContext& context, QDate day, const QString& operation);
/// State of a trade, or of a refund: both numbers are needed.
HttpRequest stateCall(const FetchContext& context, const QString& orderId, const QString& txnTime,
                      const QString& operation, const QString& state = {});

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now);

/// What a response code means, by the table "response_codes" of the declaration.
enum class Meaning { Ok, Unknown, Later, Limited, Config, Duplicate, NotFound, NoFile, Rejected };
Meaning meaningOf(const FetchContext& context, const QString& code);

struct Answer {
  SortedFields fields;
  QString text(const char* name) const { return QString::fromUtf8(fields.value(name)); }
};
/// BadResponse: nothing that UnionPay's gateway would say.
Result<Answer> open(const HttpResponse& got);
/// Of an answer whose code is none of those expected.
Error failure(const FetchContext& context, const Answer& answer);

/// yyyyMMddHHmmss in Beijing.
QString txnTime(Instant at);
/// The time that an order number holds: without it UnionPay does not find the order. Empty: it holds none.
QString timeWithin(const QString& orderNumber);
/// UnionPay wants 8 to 40 letters and digits.
QString returnOrderId(const QString& requestNumber);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::unionpay
