#pragma once

#include "core/sync/replay.h"
#include "ui/connections/callmodel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace supercargo {

/// The flight recorder: every call to a provider, masked, with what was sent, what came back and what was stored.
class CallsPanel : public QWidget {
  Q_OBJECT
public:
  using Replay = std::function<QFuture<Result<CallReplay>>(CallId)>;
  CallsPanel(Database& db, Clock clock, const QTimeZone& zone, Replay replay, QWidget* parent = nullptr);

  void setAccounts(const std::vector<AccountRow>& accounts);
  void refresh();
  void showCall(CallId call);
  void showAccount(AccountId account, bool failedOnly);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeFilters();
  QWidget* makeDetails();
  void fillChoices();
  void applyFilter();
  CallFilter filter() const;
  void replayOpen();
  void showDetails(const CallRecord& call);
  void fillAccounts();
  void showState();
  void retranslate();

  Database& m_db;
  Clock m_clock;
  Replay m_replay;
  CallModel* m_model = nullptr;
  std::vector<AccountRow> m_accounts;
  std::optional<CallRecord> m_open;
  std::optional<Error> m_error;
  QTimer m_typing;
  int m_reading = 0;

  QComboBox *m_account = nullptr, *m_stream = nullptr, *m_answerKind = nullptr, *m_span = nullptr;
  QCheckBox* m_failed = nullptr;
  QLineEdit* m_text = nullptr;
  QStackedWidget* m_stack = nullptr;
  QTableView* m_table = nullptr;
  QLabel* m_message = nullptr;
  QPushButton* m_retry = nullptr;
  QSplitter* m_splitter = nullptr;
  QWidget* m_details = nullptr;
  QLabel *m_head = nullptr, *m_stored = nullptr, *m_requestTitle = nullptr, *m_answerTitle = nullptr;
  QPlainTextEdit *m_request = nullptr, *m_answer = nullptr;
  QPushButton *m_close = nullptr, *m_copy = nullptr, *m_again = nullptr;
};

} // namespace supercargo
