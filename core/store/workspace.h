#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Facts of the workspace itself, kept in its database so that a backup or a second seat has them too.
struct WorkspaceInfo {
  QString shopName, timeZone; ///< IANA id
  Currency currency;
  Instant createdAt{};
  bool simulated = false; ///< fed by supercargo-sandbox; a banner says so
};

/// How much faster a simulated workspace's things go their way: a day passes in less than half an hour.
constexpr int kSimulatedPace = 60;

Result<std::optional<WorkspaceInfo>> workspaceInfo(Connection& c); ///< nullopt: not set up yet
Result<void> saveWorkspaceInfo(Connection& c, const WorkspaceInfo& info);

/// A list's saved filter.
struct SavedView {
  qint64 id = 0;
  QString page, name, filter;
  int position = 0;
};
Result<std::vector<SavedView>> savedViews(Connection& c, const QString& page);
Result<qint64> saveView(Connection& c, const SavedView& view); ///< id 0: a new one
Result<void> deleteView(Connection& c, qint64 id);

/// One check of `verify`.
struct VerifyCheck {
  QString name; ///< "rollups", "stock", "search", "foreign_keys", "integrity"
  bool ok = true;
  QStringList differences; ///< the first hundred
};
/// Recomputes every rollup, balance and index from the rows and compares. Reads only.
Result<std::vector<VerifyCheck>> verify(Connection& c);

} // namespace supercargo
