#pragma once

#include "core/reports/report.h"
#include "core/reports/span.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace supercargo {

/// Which days to look at and what to compare them with: a preset that follows the calendar, or chosen days.
class PeriodBar : public QWidget {
  Q_OBJECT
public:
  /// `today` is the shop's day at this moment, asked again whenever a preset is resolved.
  PeriodBar(std::function<QDate()> today, QString preset, bool compares, QWidget* parent = nullptr);

  /// "last_30_days", "all", or "days" for chosen ones.
  QString preset() const;
  void setPreset(const QString& preset);
  /// Chosen days.
  void setDays(const DaySpan& days);
  void setComparison(const QString& comparison);
  QString comparison() const;          ///< "none" where the bar does not compare
  void setComparable(bool comparable); ///< shows or hides the choice
  std::optional<DaySpan> span() const; ///< nullopt: all there is
  /// Sets days and, where the report takes it, the comparison.
  void fill(ReportSpec& spec, bool comparable) const;
  /// Reads the calendar again: after midnight "today" is another day.
  void refresh() { showSpan(); }

Q_SIGNALS:
  void changed();

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void showSpan();
  void takeDays();

  std::function<QDate()> m_today;
  QComboBox *m_preset = nullptr, *m_compare = nullptr;
  QDateEdit *m_from = nullptr, *m_to = nullptr;
};

/// "Last 30 days" for "last_30_days".
QString presetText(const QString& preset);

} // namespace supercargo
