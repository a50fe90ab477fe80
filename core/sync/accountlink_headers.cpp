/// What an account's answers say beside their bodies: the provider's clock, and how its API ages.
#include "core/store/changenotices.h"
#include "core/sync/accountlink.h"
#include "core/sync/clockoffset.h"

#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcSync, "supercargo.sync")

void AccountLink::learnClock(const HttpResponse& answer, Instant sentAt)
{
  m_measuredOffset = measuredOffset(answer, sentAt);
  if (!m_measuredOffset || !isNewOffset(m_setup.account.clockOffset, *m_measuredOffset))
    return;
  m_setup.account.clockOffset = *m_measuredOffset;
  if (std::chrono::abs(*m_measuredOffset) > kWorryingClockOffset)
    qCWarning(lcSync, "this computer's clock differs by %lld s from the provider's of account %lld",
              static_cast<long long>(m_measuredOffset->count() / 1000),
              static_cast<long long>(m_setup.account.id.value()));
  if (!m_setup.database)
    return;
  m_setup.database->write(
      [id = m_setup.account.id, offset = *m_measuredOffset](Connection& c, ChangeSet& changes) -> Result<void> {
        changes.accounts.insert(id.value());
        return setClockOffset(c, id, offset);
      });
}

/// Providers move to another version, or announce the end of one, in headers that nobody reads.
void AccountLink::learnApi(const HttpResponse& answer)
{
  constexpr qsizetype kLongest = 200;
  const Declaration& declaration = m_setup.provider->declaration;
  AccountRow& account = m_setup.account;
  const auto told = [&](const QString& header) {
    return header.isEmpty() ? QString() : QString::fromUtf8(answer.header(header.toLatin1())).left(kLongest);
  };
  const QString version = told(declaration.versionHeader), retirement = told(declaration.retirementHeader);
  const bool newVersion = !version.isEmpty() && version != account.apiVersionSeen;
  const bool newRetirement = !retirement.isEmpty() && retirement != account.retirementSeen;
  if ((!newVersion && !newRetirement) || !m_setup.database)
    return;
  std::vector<ChangeNotice> notices;
  if (newVersion && version != declaration.apiVersion)
    notices.push_back({ChangeNotice::Kind::Version, QStringLiteral("API version"), version});
  if (newRetirement)
    notices.push_back({ChangeNotice::Kind::Version, QStringLiteral("announced end of the API"), retirement});
  if (newVersion)
    account.apiVersionSeen = version;
  if (newRetirement)
    account.retirementSeen = retirement;
  m_setup.database->write(
      [account, notices, now = m_setup.timing.now()](Connection& c, ChangeSet& changes) -> Result<void> {
        changes.accounts.insert(account.id.value());
        SC_TRY(setApiSeen(c, account.id, account.apiVersionSeen, account.retirementSeen));
        return noteChanges(c, account.id, now, notices, changes);
      });
}

} // namespace supercargo
