#pragma once

#include "core/store/accounts.h"
#include "core/store/orders.h"

#include <QAbstractListModel>
#include <QVariantAnimation>

namespace supercargo {

/// The newest steps of all orders; what is new since the last reading slides in at the top.
class FeedModel : public QAbstractListModel {
  Q_OBJECT
public:
  enum Role { EntryRole = Qt::UserRole + 1, ShopRole, ArrivalRole }; ///< ArrivalRole: 0 to 1, how far it has slid in

  explicit FeedModel(QObject* parent = nullptr);

  /// `animate`: let entries that were not there before slide in.
  void setEntries(std::vector<FeedEntry> entries, const std::vector<AccountRow>& accounts, bool animate);
  void retranslate();
  const FeedEntry& entry(int row) const { return m_entries.at(size_t(row)); }
  bool isAnimating() const { return m_arrival.state() == QAbstractAnimation::Running; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

private:
  std::vector<FeedEntry> m_entries;
  QHash<qint64, QString> m_shops;
  int m_arriving = 0;
  QVariantAnimation m_arrival;
};

} // namespace supercargo

Q_DECLARE_METATYPE(supercargo::FeedEntry)
