#pragma once

#include "core/stock/alerts.h"
#include "ui/overview/todayfigures.h"
#include "ui/pages.h"

#include <QTimeZone>
#include <QTimer>

class QStackedWidget;

namespace supercargo {

class FeedList;
class FigureCard;
class FlowStrip;
class FreshnessPanel;
class ShortStock;

/// What needs a person now, and how today goes.
class OverviewPage : public Page {
  Q_OBJECT
public:
  explicit OverviewPage(const PageContext& context);
  void activate() override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  struct Reading {
    std::vector<AccountRow> accounts;
    std::vector<StreamState> streams;
    std::vector<StageCount> stages;
    std::vector<FeedEntry> feed;
    TodayFigures today;
    std::vector<StockAlert> alerts; ///< those that lose most a day
    qint64 alertCount = 0;
  };
  static Result<Reading> read(Connection& c, Instant now, const QTimeZone& zone, Currency own);

  QWidget* makeFull();
  QWidget* makeEmpty();
  QWidget* makeCard(QLabel*& title, QWidget* content);
  void refresh();
  void scheduleRefresh();
  void show(Reading data);
  void showFigures();
  void showAhead();
  void openRows(size_t tile);
  void tick();
  void retranslate();

  PageContext m_context;
  QTimeZone m_zone;
  QTimer m_refreshLater, m_ticking;
  bool m_reading = false, m_again = false;
  std::optional<Reading> m_data;
  std::optional<Instant> m_readAt;
  std::optional<Error> m_error;

  QStackedWidget* m_stack = nullptr;
  FlowStrip* m_flow = nullptr;
  std::vector<FigureCard*> m_cards;
  FeedList* m_feed = nullptr;
  FreshnessPanel* m_freshness = nullptr;
  ShortStock* m_short = nullptr;
  QWidget* m_shortCard = nullptr;
  QLabel *m_asOf = nullptr, *m_todayTitle = nullptr, *m_todayNote = nullptr, *m_feedTitle = nullptr,
         *m_freshTitle = nullptr, *m_shortTitle = nullptr, *m_quiet = nullptr;
  QLabel *m_emptyTitle = nullptr, *m_emptyText = nullptr, *m_errorLabel = nullptr;
  QPushButton *m_connect = nullptr, *m_sync = nullptr, *m_retry = nullptr;
  QWidget *m_errorBox = nullptr, *m_aheadBox = nullptr;
  QLabel* m_ahead = nullptr;
  QPushButton* m_aheadLook = nullptr;
};

} // namespace supercargo
