#pragma once

#include "core/providers/declaration.h"
#include "core/sync/accountdetail.h"
#include "ui/theme/tokens.h"

#include <QTimeZone>

namespace supercargo {

/// What a card of the detail page says: the thing itself, more about it, and whether somebody should act.
struct FactText {
  QString head;
  QStringList more;
  Tone tone = Tone::Neutral;
};

/// When: for sentences that name a moment and how far away it is.
struct FactTime {
  Instant now{};
  QTimeZone zone;
};

/// Whether calls go through, as a sentence with the time at which they may again, and whether the clocks are too far
/// apart. `health` nullopt: the engine of this window does not run the account.
FactText breakerFact(const AccountRow& account, const std::optional<LinkHealth>& health, const FactTime& time);
/// Version in use, version seen, and the end of it with the days left.
FactText apiFact(const ApiAge& age, const FactTime& time);
/// Age of the credentials, when they end, and when the session does.
FactText credentialFact(const AccountRow& account, const FactTime& time);
/// "12 of 120 calls in the last minute"; a limit of 0 is not known.
QString quotaText(qint64 used, qint64 limit, bool ofADay);
QString budgetText(const Budget& budget); ///< "900 of 2,000 points left; 100 come back every second"

} // namespace supercargo
