#pragma once

#include "core/store/accounts.h"
#include "core/store/calls.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace supercargo {

class StatePill;

/// One account: state, freshness of each stream, trouble with what to do, figures of its calls, and what can be done.
class AccountCard : public QFrame {
  Q_OBJECT
public:
  struct Value {
    AccountRow account;
    std::vector<StreamState> streams;
    std::optional<CallStats> stats; ///< of the last day
    qint64 failures = 0;            ///< records that wait for a person
    QString busy;                   ///< "Checking…"; empty: nothing runs
  };

  explicit AccountCard(QWidget* parent = nullptr);
  void setValue(const Value& value, Instant now);
  AccountId account() const { return m_value.account.id; }
  void focusDetails(); ///< for coming back from them

Q_SIGNALS:
  void checkRequested(supercargo::AccountId account);
  void syncRequested(supercargo::AccountId account);
  void pauseRequested(supercargo::AccountId account, bool pause);
  void editRequested(supercargo::AccountId account);
  void renewRequested(supercargo::AccountId account);
  void removeRequested(supercargo::AccountId account);
  void callsRequested(supercargo::AccountId account, bool failedOnly);
  void detailsRequested(supercargo::AccountId account);
  void failuresRequested(supercargo::AccountId account);

private:
  QLayout* makeHead();
  void makeButtons();
  void showTrouble();
  void showFigures();
  QString streamsText(Instant now) const;

  Value m_value;
  QLabel *m_icon = nullptr, *m_name = nullptr, *m_provider = nullptr, *m_streams = nullptr, *m_trouble = nullptr,
         *m_figures = nullptr, *m_busy = nullptr;
  StatePill* m_state = nullptr;
  QPushButton *m_check = nullptr, *m_sync = nullptr, *m_pause = nullptr, *m_more = nullptr, *m_failures = nullptr,
              *m_calls = nullptr, *m_details = nullptr;
};

} // namespace supercargo
