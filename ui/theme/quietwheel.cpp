#include "ui/theme/quietwheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace supercargo {
namespace {

QWidget* turnable(QObject* object)
{
  auto* widget = qobject_cast<QWidget*>(object);
  return qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ? widget : nullptr;
}

} // namespace

bool QuietWheel::eventFilter(QObject* object, QEvent* event)
{
  if (event->type() == QEvent::Polish) {
    QWidget* box = turnable(object);
    if (box && box->focusPolicy() == Qt::WheelFocus) // the wheel would give the focus first, and then turn
      box->setFocusPolicy(Qt::StrongFocus);
  } else if (event->type() == QEvent::Wheel) {
    const QWidget* box = turnable(object);
    if (box && !box->hasFocus()) {
      event->ignore(); // so that what stands around scrolls
      return true;
    }
  }
  return QObject::eventFilter(object, event);
}

} // namespace supercargo
