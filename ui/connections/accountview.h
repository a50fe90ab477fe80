#pragma once

#include "core/sync/accountdetail.h"
#include "ui/connections/accountfacts.h"
#include "ui/pages.h"

#include <QScrollArea>

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace supercargo {

class CallHistoryCard;
class StatePill;
class StreamTable;

/// One account in full: its streams, quota, breaker, API version, credentials and how its calls fared over time.
class AccountView : public QScrollArea {
  Q_OBJECT
public:
  explicit AccountView(const PageContext& context, QWidget* parent = nullptr);

  void open(AccountId account);
  void close(); ///< stops reading
  std::optional<AccountId> account() const { return m_account; }
  void refresh(); ///< what the database and the engine say now
  void tick();    ///< the same, a moment later

Q_SIGNALS:
  void backRequested();
  void syncRequested(supercargo::AccountId account);
  void checkRequested(supercargo::AccountId account);
  void editRequested(supercargo::AccountId account);
  void renewRequested(supercargo::AccountId account);
  void callsRequested(supercargo::AccountId account, bool failedOnly);
  void documentRequested(const QString& provider);

protected:
  void changeEvent(QEvent* event) override;

private:
  /// One of the four cards: what it is about, the thing, more.
  struct Card {
    QFrame* frame = nullptr;
    QLabel *title = nullptr, *head = nullptr, *more = nullptr;
  };
  QLayout* makeHead(QWidget* parent);
  QLayout* makeCards(QWidget* parent);
  Card makeCard(QWidget* parent);
  void askExpiry();
  void keepExpiry(std::optional<Instant> at);
  void showDetail();
  void showQuota();
  static void showFact(const Card& card, const FactText& fact);
  FactTime time() const { return {m_context.clock(), m_zone}; }
  void retranslate();

  PageContext m_context;
  QTimeZone m_zone;
  std::optional<AccountId> m_account;
  std::optional<AccountDetail> m_detail;
  std::optional<LinkHealth> m_health;
  std::optional<Error> m_error;
  std::optional<Instant> m_historyReadAt;
  int m_reading = 0;

  QPushButton *m_back = nullptr, *m_sync = nullptr, *m_check = nullptr, *m_edit = nullptr, *m_renew = nullptr,
              *m_calls = nullptr, *m_document = nullptr, *m_expiry = nullptr;
  QLabel *m_icon = nullptr, *m_name = nullptr, *m_provider = nullptr, *m_trouble = nullptr, *m_streamsTitle = nullptr;
  StatePill* m_state = nullptr;
  Card m_quota, m_breaker, m_api, m_credentials;
  QProgressBar *m_minute = nullptr, *m_day = nullptr, *m_budget = nullptr;
  QLabel *m_minuteText = nullptr, *m_dayText = nullptr, *m_budgetText = nullptr;
  StreamTable* m_streams = nullptr;
  CallHistoryCard* m_history = nullptr;
};

} // namespace supercargo
