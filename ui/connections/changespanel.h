#pragma once

#include "core/base/instant.h"
#include "core/store/accounts.h"
#include "core/store/changenotices.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace supercargo {

/// What the change radar noticed: one line a cause, with samples, until a person has seen it.
class ChangesPanel : public QWidget {
  Q_OBJECT
public:
  ChangesPanel(const QTimeZone& zone, Clock clock, QWidget* parent = nullptr);
  void setCauses(std::vector<ChangeCause> causes, const std::vector<AccountRow>& accounts);

Q_SIGNALS:
  void dismissRequested(const std::vector<qint64>& notices);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeDetails();
  void fill();
  void showDetails();
  void retranslate();

  QTimeZone m_zone;
  Clock m_clock;
  std::vector<ChangeCause> m_causes;
  QHash<qint64, QString> m_accounts;
  QStackedWidget* m_stack = nullptr;
  QTableWidget* m_table = nullptr;
  QWidget* m_details = nullptr;
  QLabel *m_empty = nullptr, *m_meaning = nullptr, *m_samplesTitle = nullptr;
  QListWidget* m_samples = nullptr;
  QPushButton *m_dismiss = nullptr, *m_dismissAll = nullptr;
};

} // namespace supercargo
