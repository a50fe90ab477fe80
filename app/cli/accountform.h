#pragma once

#include "app/cli/session.h"
#include "core/providers/provider.h"

namespace supercargo::cli {

/// What a person gave for an account, checked against the provider's declaration.
struct AccountForm {
  QString endpoint;
  QMap<QString, QString> fields;
  Secrets secrets;
};

/// Reads --set, --secrets-stdin, --secret-stdin and --endpoint. A secret given with --set is refused: arguments can be
/// seen by every user of the machine.
Outcome<AccountForm> readAccountForm(const Session& session, const Declaration& declaration);

/// The same for an account that exists: the endpoint is empty unless given.
Outcome<AccountForm> readChanges(const Session& session, const Declaration& declaration);

/// All required fields are there; defaults filled in.
Outcome<void> completeForm(AccountForm& form, const Declaration& declaration);

/// `field=value` lines; a PEM block goes on to its END line.
Outcome<Secrets> parseSecretLines(const QByteArray& text, const Declaration& declaration);

} // namespace supercargo::cli
