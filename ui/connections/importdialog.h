#pragma once

#include "ui/connections/importreading.h"
#include "ui/pages.h"

#include <QDialog>
#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;
class QTableWidget;

namespace supercargo {

class ImportRowsModel;

/// Orders, products, stock, customers or freight bills from a CSV or XLSX file. What the columns mean is guessed and
/// can be said otherwise; what becomes of each row is shown before anything is stored.
class ImportDialog : public QDialog {
  Q_OBJECT
public:
  explicit ImportDialog(const PageContext& context, QWidget* parent = nullptr);

  /// As if the person had chosen it.
  void openFile(const QString& path);

Q_SIGNALS:
  void imported(const supercargo::FileImportDone& done);

private:
  void build();
  void chooseFile();
  void askAnew();
  void ask();
  void take(const Result<ImportReading>& reading);
  void showColumns();
  void showSummary();
  void columnChosen(const QString& field, const QString& heading);
  void store();
  void showStored(const Result<FileImportDone>& done);

  Database& m_db;
  Clock m_clock;
  std::function<Task*(const QString& title)> m_beginTask; ///< may be missing
  ImportQuestion m_question;
  ImportReading m_reading;
  int m_asked = 0;
  bool m_isStored = false;

  QPushButton *m_choose, *m_close, *m_import;
  QLabel *m_file, *m_summary;
  QComboBox* m_kind;
  QLineEdit* m_account;
  QTableWidget* m_columns;
  QCheckBox* m_onlyTroubles;
  QTableView* m_rows;
  ImportRowsModel* m_model;
};

} // namespace supercargo
