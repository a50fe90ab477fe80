#pragma once

#include "core/db/connection.h"

#include <QMap>

namespace supercargo {

class Settings;

/// What a support bundle holds beside the workspace's database. The GUI thread gathers it.
struct SupportFacts {
  QString program, qt, system;     ///< names and versions
  QMap<QString, QString> settings; ///< of the person at this machine, only those that name nobody and no place
  QByteArray log;                  ///< the end of the program's log; scrubbed when it is written
};

/// `settings` null: none. `logFile` empty or missing: no log.
SupportFacts supportFacts(const Settings* settings, const QString& logFile);

/// The files of the bundle by name: versions, providers, accounts' states, the shapes of the last calls, causes of
/// failures, notices, settings, log. No secret, no buyer, no address, no order: what is copied from answers is their
/// shape (core/sync/supporttext.h), accounts have their number instead of a name.
Result<QMap<QString, QByteArray>> supportFiles(Connection& c, const SupportFacts& facts, Instant now);

/// The same as one zip file. Denied when it cannot be written.
Result<void> writeSupportBundle(Connection& c, const SupportFacts& facts, Instant now, const QString& file);

} // namespace supercargo
