#include "ui/overview/feedmodel.h"

#include "ui/text/format.h"
#include "ui/text/timelinewords.h"

#include <algorithm>

namespace supercargo {
namespace {
constexpr int kArrivalMs = 160;

bool same(const FeedEntry& a, const FeedEntry& b)
{
  return a.order == b.order && a.entry.kind == b.entry.kind && a.entry.at == b.entry.at;
}
} // namespace

FeedModel::FeedModel(QObject* parent) : QAbstractListModel(parent)
{
  m_arrival.setStartValue(0.0);
  m_arrival.setEndValue(1.0);
  m_arrival.setDuration(kArrivalMs);
  m_arrival.setEasingCurve(QEasingCurve::OutCubic);
  const auto announce = [this] {
    if (m_arriving > 0)
      Q_EMIT dataChanged(index(0), index(m_arriving - 1), {ArrivalRole, Qt::SizeHintRole});
  };
  connect(&m_arrival, &QVariantAnimation::valueChanged, this, announce);
  connect(&m_arrival, &QVariantAnimation::finished, this, [this, announce] {
    announce();
    m_arriving = 0;
  });
}

void FeedModel::setEntries(std::vector<FeedEntry> entries, const std::vector<AccountRow>& accounts, bool animate)
{
  m_shops.clear();
  for (const AccountRow& account : accounts)
    m_shops.insert(account.id.value(), account.name);
  const auto known = [this](const FeedEntry& entry) {
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const FeedEntry& old) { return same(old, entry); });
  };
  const auto firstKnown = std::find_if(entries.begin(), entries.end(), known);
  const int fresh = int(firstKnown - entries.begin());
  m_arrival.stop();
  m_arriving = 0;
  if (fresh == 0 && entries.size() == m_entries.size()) {
    m_entries = std::move(entries);
    if (!m_entries.empty())
      Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
    return;
  }
  beginResetModel();
  const bool slide = animate && !m_entries.empty() && fresh > 0 && fresh <= 8;
  m_entries = std::move(entries);
  m_arriving = slide ? fresh : 0;
  endResetModel();
  if (slide)
    m_arrival.start();
}

void FeedModel::retranslate()
{
  if (!m_entries.empty())
    Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int FeedModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant FeedModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const FeedEntry& entry = m_entries.at(size_t(index.row()));
  const QString shop = m_shops.value(entry.account.value());
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return tr("Order %1: %2, %3").arg(entry.number, timelineWord(entry.entry.kind).word, shop);
  case Qt::ToolTipRole:
    return timelineText(entry.entry.kind, entry.entry.text);
  case EntryRole:
    return QVariant::fromValue(entry);
  case ShopRole:
    return shop;
  case ArrivalRole:
    return index.row() < m_arriving ? m_arrival.currentValue().toDouble() : 1.0;
  default:
    return {};
  }
}

} // namespace supercargo
