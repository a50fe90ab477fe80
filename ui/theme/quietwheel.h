#pragma once

#include <QObject>

namespace supercargo {

/// Of the application: the wheel scrolls the form and changes no choice or number that it only passes over. Boxes that
/// have the keyboard's focus still turn.
class QuietWheel : public QObject {
  Q_OBJECT
public:
  using QObject::QObject;

protected:
  bool eventFilter(QObject* object, QEvent* event) override;
};

} // namespace supercargo
