#pragma once

#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

class QDialogButtonBox;
class QTableWidget;

namespace supercargo {

/// The frame of a dialog about stock: content, a sentence when something is wrong, one action and the way out.
class ShortDialog : public QDialog {
  Q_OBJECT
public:
  /// `action` empty: there is only "Close".
  ShortDialog(const QString& title, const QString& action, QWidget* parent);

protected:
  QVBoxLayout* body() const { return m_body; }
  QFormLayout* addForm();
  QLabel* addText(const QString& text, const char* role = "");
  /// Rows are chosen whole; the first column takes the room.
  QTableWidget* addTable(const QStringList& headings, const QString& name);
  QPushButton* addButton(const QString& text); ///< beside the action
  QPushButton* action() const { return m_action; }
  void say(const QString& fault); ///< empty: nothing is wrong

private:
  QVBoxLayout* m_body;
  QLabel* m_fault;
  QDialogButtonBox* m_buttons;
  QPushButton* m_action = nullptr;
};

} // namespace supercargo
