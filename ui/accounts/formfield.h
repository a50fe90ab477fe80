#pragma once

#include "core/providers/declaration.h"

#include <QLabel>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace supercargo {

class SecretTextEdit;

/// One declared field: label, editor, help and, when it is wrong, a sentence below. Secret ones are masked, with a
/// button that reveals them.
class FormField : public QWidget {
  Q_OBJECT
public:
  explicit FormField(const FieldDeclaration& declaration, QWidget* parent = nullptr);

  const FieldDeclaration& declaration() const { return m_declaration; }
  /// Words of ours in place of the declaration's, for fields that every provider has.
  void setWords(const QString& label, const QString& help);
  QString value() const; ///< blanks around are dropped
  void setValue(const QString& value);

  /// Whether the value is what the declaration wants; shows the sentence if it is not.
  bool validate();
  void setError(const QString& sentence); ///< empty: none
  QString error() const;
  QWidget* editor() const;

Q_SIGNALS:
  void edited();

protected:
  void changeEvent(QEvent* event) override;

private:
  void makeEditor();
  void makeReveal(QLayout* row);
  void setRevealed(bool revealed);
  void retranslate();
  void refreshError();

  enum class Fault { None, Missing, Pattern, Told };

  FieldDeclaration m_declaration;
  QLabel* m_label = nullptr;
  QLabel* m_help = nullptr;
  QLabel* m_errorLabel = nullptr;
  QLineEdit* m_line = nullptr;
  QComboBox* m_choice = nullptr;
  SecretTextEdit* m_text = nullptr;
  QToolButton* m_reveal = nullptr;
  Fault m_fault = Fault::None;
  QString m_told;
  std::optional<std::pair<QString, QString>> m_words;
};

} // namespace supercargo
