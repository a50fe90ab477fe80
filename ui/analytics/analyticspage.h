#pragma once

#include "core/reports/report.h"
#include "ui/pages.h"

#include <QTimer>

class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace supercargo {

class ChartPanel;
class PeriodBar;
class StateView;
struct AnalyticsCard;

/// What the figures look like: a tab for each subject, a card for each question, every mark open to its rows.
class AnalyticsPage : public Page {
  Q_OBJECT
public:
  explicit AnalyticsPage(const PageContext& context);
  void activate() override;
  void saveState() override;
  void open(const QString& what) override; ///< a tab: "customers"
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  struct Group {
    QWidget* content = nullptr;
    std::vector<ChartPanel*> panels;
    bool isFresh = false; ///< runs of what the bar says now
  };
  QWidget* makeGroup(size_t group);
  void showGroup(int group);
  void runGroup(size_t group);
  void runAll(); ///< the group on screen now, the others when they are opened
  ReportSpec specOf(const AnalyticsCard& card) const;
  QDate today() const;
  void checkForOrders();
  void retranslate();

  PageContext m_context;
  QTimer m_refreshLater;
  QTabBar* m_tabs = nullptr;
  PeriodBar* m_period = nullptr;
  QStackedWidget* m_stack = nullptr;
  StateView* m_state = nullptr;
  std::vector<Group> m_groups;
};

} // namespace supercargo
