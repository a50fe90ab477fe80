#pragma once

#include "core/sync/replay.h"

#include <QDialog>

namespace supercargo {

/// What a call says now, beside what it said when it was recorded.
class ReplayDialog : public QDialog {
  Q_OBJECT
public:
  explicit ReplayDialog(const CallReplay& replay, QWidget* parent = nullptr);

  static QString verdict(const CallReplay& replay);

private:
  QWidget* makeFacts(const CallReplay& replay);
  QWidget* makeDifferences(const CallReplay& replay);
};

} // namespace supercargo
