#pragma once

#include "core/base/instant.h"
#include "core/db/database.h"
#include "core/sync/accountdetail.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace supercargo {

class LatencyChart;

/// Latency and error rate of one account over a day or a week: a sentence, a chart, and the same as a table.
class CallHistoryCard : public QFrame {
  Q_OBJECT
public:
  CallHistoryCard(Database& db, Clock clock, const QTimeZone& zone, QWidget* parent = nullptr);
  void setAccount(AccountId account);
  void refresh();

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Reading {
    std::vector<CallBucket> buckets;
    CallBucket total;
  };
  QLayout* makeHead();
  void makeTable();
  void show(Reading reading);
  void showWords();
  void retranslate();

  Database& m_db;
  Clock m_clock;
  QTimeZone m_zone;
  std::optional<AccountId> m_account;
  HistorySpan m_span = HistorySpan::Day;
  std::optional<Reading> m_data;
  int m_reading = 0;
  QLabel *m_title = nullptr, *m_summary = nullptr, *m_chosen = nullptr;
  QPushButton *m_day = nullptr, *m_week = nullptr, *m_asTable = nullptr;
  QStackedWidget* m_stack = nullptr;
  LatencyChart* m_chart = nullptr;
  QTableWidget* m_table = nullptr;
};

} // namespace supercargo
