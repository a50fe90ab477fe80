#pragma once

#include "core/store/orders.h"

#include <QAbstractButton>

namespace supercargo {

/// One stage of the strip: word, how many orders, and how long the oldest waits.
class FlowStep : public QAbstractButton {
  Q_OBJECT
public:
  FlowStep(FlowStage stage, QWidget* parent);
  FlowStage stage() const { return m_stage; }
  void setCount(std::optional<StageCount> count, Instant now); ///< nullopt: not known yet
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void refreshWords();
  bool isLate() const; ///< the oldest has waited longer than a merchant should let it

  FlowStage m_stage;
  std::optional<StageCount> m_count;
  Instant m_now{};
  QString m_title, m_age;
};

/// to pay → to review → to ship → in transit → delivered → after-sales, as buttons.
class FlowStrip : public QWidget {
  Q_OBJECT
public:
  explicit FlowStrip(QWidget* parent = nullptr);
  void setCounts(const std::vector<StageCount>& counts, Instant now);

Q_SIGNALS:
  void stageChosen(supercargo::FlowStage stage);

private:
  std::vector<FlowStep*> m_steps;
};

} // namespace supercargo
