#pragma once

#include <QHash>
#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;

namespace supercargo {

/// What is wrong with one field of a form, in a sentence.
struct FieldFault {
  QWidget* field;
  QString sentence;
};

/// Named fields one below the other; what is wrong with one stands right under it.
class FieldForm : public QWidget {
  Q_OBJECT
public:
  explicit FieldForm(QWidget* parent = nullptr);

  void addSection(const QString& title);
  void add(const QString& title, QWidget* field); ///< the title is its accessible name too
  void addWide(QWidget* field);                   ///< one that bears its own words
  void addHint(const QString& sentence);          ///< about the field above

  const std::vector<QWidget*>& fields() const { return m_fields; } ///< from the top

  /// Shows these faults and no others. Fields keep what was typed.
  void showFaults(const std::vector<FieldFault>& faults);

private:
  QFormLayout* m_form;
  std::vector<QWidget*> m_fields;
  QHash<QWidget*, QLabel*> m_faults;
};

} // namespace supercargo
