/// What a complete reading of a shop's products has missed. A list alone proves little: what changes while its pages
/// are read leaves its window, and pages come twice. So the shop is asked for each of them, where it can be, and else a
/// second reading must say the same.
#include "core/base/deliver.h"
#include "core/sync/fetchrun.h"

namespace supercargo {

void FetchRun::judgeList()
{
  m_parts.pop_front();
  auto known = m_database.read([account = m_report.account](Connection& c) { return productsNotGone(c, account); });
  deliver(known, this, [this](const Result<std::vector<KnownProduct>>& products) {
    if (products)
      askForMissing(*products);
    else
      giveUp(products.error());
  });
}

void FetchRun::askForMissing(const std::vector<KnownProduct>& known)
{
  const int batch = m_declared->revisitBatch;
  m_missed = {};
  // Whoever cannot be asked must at least have listed as many as he says there are.
  if (!m_hasUnreadable && (batch > 0 || m_spokenOf.size() >= m_partTotal))
    m_missed = judgeMissed(known, m_spokenOf, batch > 0);
  for (qsizetype at = 0; batch > 0 && at < m_missed.believed.size(); at += batch)
    m_parts.push_back({Loop::Revisit, {}, m_missed.believed.mid(at, batch)});
  m_parts.push_back({Loop::Audit, {}, {}, true});
  m_report.wasComplete = true;
  beginPart();
}

void FetchRun::closeList(FetchedPage& page) const
{
  page.doubted = m_missed.doubted;
  if (m_declared->revisitBatch == 0)
    page.snapshots.gone = m_missed.believed;
  if (m_missed.listIsShrunk && !m_missed.doubted.isEmpty())
    page.snapshots.changes.push_back({ChangeNotice::Kind::List, streamName(m_order.stream),
                                      QStringLiteral("%1 of %2 are missing")
                                          .arg(m_missed.doubted.size() + m_missed.believed.size())
                                          .arg(m_missed.known)});
}

} // namespace supercargo
