#pragma once

#include "core/reports/report.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace supercargo {

class PeriodBar;

/// The parameters of a report: days, comparison and the definition's own choices. Lists (the figures of an own report)
/// are menus in which several can be ticked.
class ReportForm : public QWidget {
  Q_OBJECT
public:
  explicit ReportForm(std::function<QDate()> today, QWidget* parent = nullptr);

  /// Shows the choices of a definition, as the spec has them or by default.
  void setReport(const ReportDefinition& definition, const QMap<QString, QString>& options = {});
  ReportSpec spec() const; ///< without `now`
  PeriodBar* period() const { return m_period; }

Q_SIGNALS:
  void changed();

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Field {
    ReportOption option;
    QLabel* label = nullptr;
    QComboBox* combo = nullptr;
    QToolButton* ticks = nullptr;
    QLineEdit* number = nullptr;
  };
  void addField(const ReportOption& option, const QString& value);
  void addTicks(Field& field, const QString& value);
  QString valueOf(const Field& field) const;
  void retranslate();

  QString m_report;
  bool m_compares = false;
  PeriodBar* m_period = nullptr;
  QHBoxLayout* m_row = nullptr;
  std::vector<Field> m_fields;
};

} // namespace supercargo
