#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace supercargo {

/// Asks for a text and keeps what was typed until it is right: what is wrong stands beside the field.
class AskDialog : public QDialog {
  Q_OBJECT
public:
  enum class Field { Line, Lines };
  /// What is wrong with a text, a sentence; empty: nothing.
  using FaultOf = std::function<QString(const QString& text)>;

  AskDialog(const QString& title, const QString& question, FaultOf faultOf, QWidget* parent, Field field = Field::Line);
  void setText(const QString& text);
  void setButtonText(const QString& text); ///< instead of "Save"
  void accept() override;

Q_SIGNALS:
  void given(const QString& text); ///< once, a text without fault

private:
  QString text() const;
  QWidget* field() const;
  void showFault(const QString& fault);

  FaultOf m_faultOf;
  QLineEdit* m_line = nullptr;
  QPlainTextEdit* m_lines = nullptr;
  QLabel* m_fault;
  QPushButton* m_save;
};

} // namespace supercargo
