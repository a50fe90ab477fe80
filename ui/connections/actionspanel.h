#pragma once

#include "core/outbox/settling.h"
#include "core/store/accounts.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace supercargo {

/// What is asked of providers and not over yet, and what a person does about it.
class ActionsPanel : public QWidget {
  Q_OBJECT
public:
  struct Line {
    OutboxEntry entry;
    QString order; ///< its number; empty: it belongs to none
  };

  ActionsPanel(const QTimeZone& zone, Clock clock, QWidget* parent = nullptr);
  void setActions(std::vector<Line> lines, const std::vector<AccountRow>& accounts);
  /// How what was asked for went; empty: nothing to say.
  void tell(const QString& sentence, bool bad);

Q_SIGNALS:
  void retryRequested(supercargo::ActionId action);
  void changeRequested(const supercargo::OutboxEntry& refused);
  void cancelRequested(supercargo::ActionId action);
  void settleRequested(supercargo::ActionId action, bool happened, const QString& number);

protected:
  void changeEvent(QEvent* event) override;

private:
  void makeTable();
  QLayout* makeButtons();
  void fill();
  void showButtons();
  void askHowItEnded();
  const Line* current() const;
  void retranslate();

  QTimeZone m_zone;
  Clock m_clock;
  std::vector<Line> m_lines;
  QHash<qint64, QString> m_accounts;
  QStackedWidget* m_stack = nullptr;
  QTableWidget* m_table = nullptr;
  QLabel *m_empty = nullptr, *m_told = nullptr;
  QLabel* m_way = nullptr; ///< what may be done about what was refused
  QPushButton *m_retry = nullptr, *m_change = nullptr, *m_cancel = nullptr, *m_settle = nullptr;
};

} // namespace supercargo
