#pragma once

#include <QFrame>
#include <QLabel>

#include <optional>
#include <vector>

namespace supercargo {

class Sparkline;

/// One figure of today: word, value, change against the same weekday, sparkline. Pressed, it opens its rows.
class FigureCard : public QFrame {
  Q_OBJECT
public:
  struct Value {
    QString title, definition; ///< definition: how it is counted and by which date
    QString value;             ///< empty: there is none, shown as a dash
    QString others;            ///< further currencies
    QString before;            ///< the same figure a week ago, in words
    std::optional<double> change;
    bool isNew = false; ///< there is something now and was nothing then
    bool moreIsBetter = true;
    std::vector<double> steps, stepsBefore;
  };

  explicit FigureCard(QWidget* parent = nullptr);
  void setValue(const Value& value);
  QString text() const { return m_value->text(); }
  QString changeText() const { return m_change->text(); }

Q_SIGNALS:
  void chosen();

protected:
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  QLabel* m_title = nullptr;
  QLabel* m_value = nullptr;
  QLabel* m_others = nullptr;
  QLabel* m_change = nullptr;
  Sparkline* m_line = nullptr;
};

} // namespace supercargo
