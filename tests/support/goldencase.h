#pragma once

#include "core/providers/provider.h"

#include <QJsonObject>

#include <optional>

/// Reads the given parts of a golden (described in tests/core/providers/golden_test.cpp). A key that nothing reads is a
/// fault, so that a typo cannot make a golden say less than its author thought.
namespace supercargo::test {

enum class GoldenCall { Fetch, Check, Login, Action, Inquiry, Recipient };

/// context.json as values.
struct GoldenCase {
  GoldenCall call = GoldenCall::Fetch;
  FetchContext context;           ///< the declaration is left to the caller
  std::optional<Secrets> secrets; ///< given: requests are signed and answers verified
  Nonce nonce;
  Action action;
  AddressSnapshot known;           ///< what a shop has told of the receiver before `in`
  std::optional<HttpRequest> sent; ///< what in.json answers, when that is not the first request
};

/// `Invalid` with every fault.
Result<GoldenCase> readGoldenCase(const QJsonObject& context);
Result<HttpResponse> readGoldenAnswer(const QJsonObject& answer);

} // namespace supercargo::test
