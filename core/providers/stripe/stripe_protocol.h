#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// Stripe's calls and objects. Pure.
namespace supercargo::stripe {

/// "GET /v1/charges?…" with the pinned version; `state` tells which list and window a page belongs to.
HttpRequest get(const FetchContext& context, const QString& pathAndQuery, const QString& operation);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
Error explain(const Declaration&, const HttpResponse& response);

/// Minor units as Stripe counts them -> as ISO 4217 does: ISK and UGX have two digits in the API.
Result<Money> amountOf(qint64 apiAmount, const QString& currency);
/// The reverse, for requests.
Result<qint64> apiAmountOf(Money amount);

/// A charge, with its balance transaction where that was expanded. Faults go to the reader's problems.
/// The order's number, under the account's key or one that shops commonly use; empty: it names none.
QString numberInMetadata(const FetchContext& context, const JsonReader& node);
PaymentSnapshot paymentOf(const FetchContext& context, const JsonReader& charge, Snapshots& snapshots);
BillLineSnapshot billLineOf(const JsonReader& transaction, Snapshots& snapshots);
BillLineSnapshot payoutOf(const JsonReader& payout, Snapshots& snapshots);

/// Webhooks: "t=…,v1=…" over "t.body"; at most 300 s old.
bool isAuthentic(QByteArrayView header, QByteArrayView body, QByteArrayView secret, qint64 nowSeconds,
                 qint64 toleranceSeconds = 300);

} // namespace supercargo::stripe
