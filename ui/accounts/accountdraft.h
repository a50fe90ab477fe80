#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/providers/provider.h"

#include <QFuture>

#include <functional>

namespace supercargo {

/// What a person typed to connect an account; not stored yet.
struct AccountDraft {
  QString provider, name, endpoint;
  QMap<QString, QString> fields; ///< not secret
  Secrets secrets;
  bool operator==(const AccountDraft&) const = default;
};

/// What the connect form may do. Given from outside, so that the page, the first-run wizard and tests share the form.
struct AccountActions {
  std::function<QFuture<Result<void>>(const AccountDraft&)> check;    ///< asks the provider; stores nothing
  std::function<QFuture<Result<AccountId>>(const AccountDraft&)> add; ///< account and secrets in one write
};

/// The name of the field an error of a check speaks of ("field consumer_key" gives "consumer_key"); empty: none of
/// them.
QString fieldConcerned(const Error& error);

} // namespace supercargo
