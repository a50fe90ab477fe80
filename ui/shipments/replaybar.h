#pragma once

#include "core/base/instant.h"

#include <QDateTime>
#include <QFrame>
#include <QTimeZone>
#include <QTimer>

class QDateEdit;
class QLabel;
class QSlider;
class QToolButton;

namespace supercargo {

/// Chooses a moment of a day: the day, a slider over its minutes, and a button that lets the day run. GUI thread.
class ReplayBar : public QFrame {
  Q_OBJECT
public:
  ReplayBar(QTimeZone zone, Clock clock, QWidget* parent = nullptr);

  Instant dayStart() const;
  Instant dayEnd() const;
  Instant moment() const;
  void setBusy(bool busy); ///< the day is being read

Q_SIGNALS:
  void dayChosen();
  void momentChosen();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  QDateTime localNow() const;
  void play(bool on);
  void step();
  void showMoment();
  void retranslate();

  QTimeZone m_zone;
  Clock m_clock;
  QDateEdit* m_day;
  QSlider* m_slider;
  QToolButton* m_play;
  QLabel* m_time;
  QTimer m_timer;
};

} // namespace supercargo
