#pragma once

#include "core/reports/report.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace supercargo {

class PeriodBar;
class TickList;

/// The parameters of a report: days, comparison and the definition's own choices. Of an own report several figures and
/// dimensions can be ticked, and it is sorted by one of its figures.
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
    TickList* ticks = nullptr;
    QLineEdit* text = nullptr; ///< a number, or the name of something
  };
  void addField(const ReportOption& option, const QString& value);
  void addTicks(Field& field, const QString& value);
  void fillSort(const QString& value);
  Field* field(const QString& option);
  QString valueOf(const Field& field) const;
  void retranslate();

  QString m_report;
  bool m_compares = false;
  PeriodBar* m_period = nullptr;
  QHBoxLayout* m_row = nullptr;
  std::vector<Field> m_fields;
};

} // namespace supercargo
