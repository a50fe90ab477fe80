#pragma once

#include <QDialog>

namespace supercargo {

/// Ctrl+/: every key there is, from the table of actions and the table of pages.
class ShortcutSheet : public QDialog {
  Q_OBJECT
public:
  explicit ShortcutSheet(QWidget* parent = nullptr);
};

/// The keys that mean two things where both could be pressed, as sentences; empty: none. For the test and for nothing
/// else.
QStringList shortcutConflicts();

} // namespace supercargo
