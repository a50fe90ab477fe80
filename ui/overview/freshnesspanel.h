#pragma once

#include "core/store/accounts.h"

#include <QFrame>
#include <QLabel>

#include <vector>

class QVBoxLayout;

namespace supercargo {

/// How current each account is: state as icon and word, and the time of each stream.
class FreshnessPanel : public QWidget {
  Q_OBJECT
public:
  explicit FreshnessPanel(QWidget* parent = nullptr);
  void setAccounts(std::vector<AccountRow> accounts, std::vector<StreamState> streams, Instant now);
  void tick(Instant now); ///< times have moved on

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Line {
    QLabel* icon = nullptr;
    QLabel* name = nullptr;
    QLabel* state = nullptr;
    QLabel* times = nullptr;
  };
  void makeLines();
  void refresh();

  std::vector<AccountRow> m_accounts;
  std::vector<StreamState> m_streams;
  Instant m_now{};
  std::vector<Line> m_lines;
  QVBoxLayout* m_column = nullptr;
};

} // namespace supercargo
