#pragma once

#include <QPushButton>

#include <functional>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace supercargo {

/// A button that opens a list in which several things can be ticked, found by typing. They stand in the order in which
/// they were ticked.
class TickList : public QPushButton {
  Q_OBJECT
public:
  explicit TickList(QWidget* parent = nullptr);

  void setChoices(const QStringList& choices, const QStringList& ticked);
  QStringList ticked() const { return m_ticked; }
  void tick(const QString& choice, bool on);
  /// Words of the choices and of the button anew.
  void retranslate(const std::function<QString(const QString&)>& word);

Q_SIGNALS:
  void changed();

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void take(const QListWidgetItem* item);
  void filter(const QString& text);
  void tell();

  QStringList m_ticked;
  QLineEdit* m_find = nullptr;
  QListWidget* m_list = nullptr;
};

} // namespace supercargo
