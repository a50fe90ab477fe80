/// What an account's answers say beside what was asked: the provider's clock, how its API ages, how
/// much more may be asked, which fields are new.
#include "core/store/changenotices.h"
#include "core/sync/accountdetail.h"
#include "core/sync/accountlink.h"
#include "core/sync/apiage.h"
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
  if (worryingClockOffset(m_setup.account))
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
  const Declaration& declaration = m_setup.provider->declaration;
  AccountRow& account = m_setup.account;
  const ApiSaid before{account.apiVersionSeen, account.retirementSeen}, said = apiSaid(declaration, answer, before);
  if (said == before || !m_setup.database)
    return;
  const std::vector<ChangeNotice> notices = apiNotices(declaration, before, said);
  account.apiVersionSeen = said.version;
  account.retirementSeen = said.retirement;
  m_setup.database->write(
      [account, notices, now = m_setup.timing.now()](Connection& c, ChangeSet& changes) -> Result<void> {
        changes.accounts.insert(account.id.value());
        SC_TRY(setApiSeen(c, account.id, account.apiVersionSeen, account.retirementSeen));
        return noteChanges(c, account.id, now, notices, changes);
      });
}

/// Refusals tell it too, and then it matters most.
void AccountLink::learnBudget(const QString& operation, const HttpResponse& answer)
{
  const auto told = m_setup.provider->functions.budget;
  if (const auto budget = told ? told(answer) : std::nullopt)
    m_limiter.learn(*budget, operation, m_setup.timing.now());
}

/// Of every answer that was understood, whoever asked: records, actions, sessions, receivers. The notices name fields
/// and their types, never what stands in them. Refusals are in no golden.
void AccountLink::noticeFields(const QString& operation, bool bringsRecords, const HttpResponse& answer)
{
  if (!m_setup.database || answer.status > 299)
    return;
  const std::vector<ChangeNotice> notices = m_radar.look(operation, answer.body);
  if (notices.empty())
    return;
  m_setup.database->write([id = m_setup.account.id, operation, bringsRecords, notices,
                           now = m_setup.timing.now()](Connection& c, ChangeSet& changes) -> Result<void> {
    return bringsRecords ? noteChanges(c, id, now, notices, changes)
                         : noteFields(c, id, operation, now, notices, changes);
  });
}

} // namespace supercargo
