#pragma once

#include "core/db/database.h"
#include "core/store/accounts.h"
#include "core/store/failures.h"
#include "core/sync/mending.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace supercargo {

/// What can be done with records that were not understood.
struct FailureActions {
  /// Asks the provider for these records again; without ids for the whole stream.
  std::function<void(AccountId, Stream, const QStringList& externalIds)> fetch;
  std::function<QFuture<Result<MendOutcome>>(FailureId, const QByteArray& edited)> mend;
  std::function<QFuture<Result<void>>(const std::vector<FailureId>&, const QString& reason)> dismiss;
};

/// Dead letters, grouped by cause: why, as they came, and mended by hand.
class FailuresPanel : public QWidget {
  Q_OBJECT
public:
  FailuresPanel(const QTimeZone& zone, Clock clock, FailureActions actions, QWidget* parent = nullptr);
  void setFailures(const std::vector<FailureCause>& causes, std::vector<SyncFailure> failures,
                   const std::vector<AccountRow>& accounts);
  void showAccount(AccountId account);

Q_SIGNALS:
  void callRequested(supercargo::CallId call);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeDetails();
  QLayout* makeButtons();
  void fill();
  void addRecords(QTreeWidgetItem* causeItem, const FailureCause& cause);
  const FailureCause* currentCause() const;
  const SyncFailure* currentFailure() const; ///< nullptr: a cause is chosen, or nothing
  void showDetails();
  void showButtons();
  void setEditing(bool editing);
  void fetchAgain();
  void mend();
  void askReason();
  void tell(const QString& sentence, bool bad);
  void retranslate();

  QTimeZone m_zone;
  Clock m_clock;
  FailureActions m_actions;
  std::vector<FailureCause> m_causes;
  std::vector<SyncFailure> m_failures;
  QHash<qint64, QString> m_accounts;
  std::optional<FailureId> m_editing;
  QStackedWidget* m_stack = nullptr;
  QTreeWidget* m_tree = nullptr;
  QLabel *m_empty = nullptr, *m_reason = nullptr, *m_payloadTitle = nullptr, *m_result = nullptr;
  QPlainTextEdit* m_payload = nullptr;
  QPushButton *m_fetch = nullptr, *m_edit = nullptr, *m_store = nullptr, *m_original = nullptr, *m_cancel = nullptr,
              *m_dismiss = nullptr, *m_call = nullptr;
  QWidget* m_details = nullptr;
};

} // namespace supercargo
