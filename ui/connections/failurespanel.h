#pragma once

#include "core/db/database.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;

namespace supercargo {

/// Records that could not be understood: why, and as they came.
class FailuresPanel : public QWidget {
  Q_OBJECT
public:
  FailuresPanel(const QTimeZone& zone, Clock clock, QWidget* parent = nullptr);
  void setFailures(std::vector<SyncFailure> failures, const std::vector<AccountRow>& accounts);
  void showAccount(AccountId account);

Q_SIGNALS:
  void retryRequested(supercargo::AccountId account, supercargo::Stream stream);
  void callRequested(supercargo::CallId call);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeDetails();
  void fill();
  void showDetails(int row);
  void retranslate();

  QTimeZone m_zone;
  Clock m_clock;
  std::vector<SyncFailure> m_failures;
  QHash<qint64, QString> m_accounts;
  int m_open = -1;
  QStackedWidget* m_stack = nullptr;
  QTableWidget* m_table = nullptr;
  QLabel *m_empty = nullptr, *m_reason = nullptr, *m_payloadTitle = nullptr;
  QPlainTextEdit* m_payload = nullptr;
  QPushButton *m_retry = nullptr, *m_call = nullptr;
  QWidget* m_details = nullptr;
};

} // namespace supercargo
