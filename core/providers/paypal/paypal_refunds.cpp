#include "core/providers/paypal/paypal_protocol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace supercargo::paypal {

/// PayPal-Request-Id is our request number: the same number is one refund, however often it is sent.
Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund || refund->paymentExternalId.isEmpty() || refund->requestNumber.isEmpty() || refund->amount.minor() <= 0)
    return fail(ErrorKind::Invalid, refund ? QStringLiteral("a refund needs a capture, a request number and an amount")
                                           : QStringLiteral("PayPal cannot do this"));
  constexpr qsizetype kLongestKey = 38, kLongestNote = 255;
  if (refund->requestNumber.size() > kLongestKey)
    return fail(ErrorKind::Invalid, QStringLiteral("a request number for PayPal has at most 38 characters"));
  SC_TRY_ASSIGN(amount, amountJson(refund->amount));
  QJsonObject content{{QStringLiteral("amount"), amount}, {QStringLiteral("invoice_id"), refund->requestNumber}};
  if (!refund->reason.isEmpty())
    content.insert(QStringLiteral("note_to_payer"), refund->reason.left(kLongestNote));
  HttpRequest request = get(context,
                            QStringLiteral("/v2/payments/captures/%1/refund")
                                .arg(QString::fromLatin1(QUrl::toPercentEncoding(refund->paymentExternalId))),
                            QStringLiteral("refund.create"));
  request.method = "POST";
  request.setHeader("Content-Type", "application/json");
  request.setHeader("PayPal-Request-Id", refund->requestNumber.toUtf8());
  request.setHeader("Prefer", "return=representation");
  request.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
  return request;
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const QString status = root["status"].text();
  ActionOutcome outcome;
  outcome.externalId = outcome.number = root["id"].text();
  SC_TRY(root.check());
  outcome.pending = status == QLatin1String("PENDING");
  outcome.accepted = outcome.pending || status == QLatin1String("COMPLETED");
  if (outcome.accepted)
    return outcome;
  if (status != QLatin1String("FAILED") && status != QLatin1String("CANCELLED"))
    return fail(ErrorKind::BadResponse, QStringLiteral("unknown state of a refund: %1").arg(status));
  outcome.message = QStringLiteral("the refund ended as \"%1\"").arg(status);
  return outcome; // final: an error would leave an inquiry in doubt for ever
}

/// Sending the same number again is the question, as long as PayPal remembers it. After that nobody can tell: a list of
/// a capture's refunds does not exist.
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  const std::chrono::hours remembered(24 * context.declaration->extra.value(QLatin1String("request_id_days")).toInt());
  if (action.askedAt && context.now > *action.askedAt + remembered)
    return fail(ErrorKind::Conflict,
                QStringLiteral("PayPal no longer remembers this request number: look at the payment on its site"));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got)
{
  SC_TRY_ASSIGN(outcome, parseAction(context, action, got));
  return outcome;
}

} // namespace supercargo::paypal
