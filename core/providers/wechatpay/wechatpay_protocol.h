#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// Calls of WeChat Pay's API v3 and what its answers mean. Pure.
namespace supercargo::wechatpay {

HttpRequest get(const FetchContext& context, const QString& path, const QString& operation);
HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& content,
                 const QString& operation);
/// A piece of a path: everything but A-Z a-z 0-9 - . _ ~ as %XX.
QString pathPart(const QString& text);

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now);
Result<QByteArray> decrypt(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets);

/// Certificate mode: the platform's certificates are the session. With a public key there is nothing to fetch.
bool needsSession(const QMap<QString, QString>& fields);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// The code of a refusal: "ORDER_NOT_EXIST"; empty: none.
QString codeOf(const HttpResponse& response);
Error explain(const Declaration& declaration, const HttpResponse& response);

/// Streams. Payments have no list: the trade bill of each day names them, and each is asked for.
std::vector<HttpRequest> firstBills(const FetchContext& context);
Result<FetchStep> parseBills(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstPayments(const FetchContext& context);
Result<FetchStep> parsePayments(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

/// Asks for one day's bill ("trade", "fundflow"); nullopt: it is not due yet.
std::optional<HttpRequest> billLink(const FetchContext& context, QDate day, const QString& kind);
/// Answer to billLink: the download; nullopt: the day has no bill, or (`isLate`) none yet.
Result<std::optional<HttpRequest>> billDownload(const FetchContext& context, const HttpRequest& sent,
                                                const HttpResponse& got, bool& isLate);
HttpRequest paymentQuery(const FetchContext& context, const QString& transactionId, const QString& refunds);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::wechatpay
