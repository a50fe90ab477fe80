#pragma once

#include "core/base/instant.h"
#include "ui/overview/feedmodel.h"

#include <QListView>

namespace supercargo {

/// The live feed as a list: icon, order number, what happened, amount, shop, how long ago.
class FeedList : public QListView {
  Q_OBJECT
public:
  FeedList(Clock clock, QWidget* parent = nullptr);
  FeedModel* feed() const { return m_model; }
  void tick() { viewport()->update(); } ///< times have moved on

Q_SIGNALS:
  void orderChosen(supercargo::OrderId order);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  FeedModel* m_model = nullptr;
};

} // namespace supercargo
