#pragma once

#include "core/providers/provider.h"

namespace supercargo {

/// A call that reads, as it can be made again: what the provider built, unsigned and so without a secret, and what for.
struct RecordedCall {
  FetchContext context; ///< without declaration, fields and clock: those are the account's of the day
  HttpRequest request;
};

QByteArray recordedCallJson(const FetchContext& context, const HttpRequest& request);
/// Invalid when the text is not one of those.
Result<RecordedCall> recordedCallFrom(const QByteArray& json);

} // namespace supercargo
