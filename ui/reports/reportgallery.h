#pragma once

#include "core/reports/savedreports.h"

#include <QListWidget>

namespace supercargo {

/// All reports: the ready ones, those of one's own, and the questions in SQL.
class ReportGallery : public QListWidget {
  Q_OBJECT
public:
  explicit ReportGallery(QWidget* parent = nullptr);

  void setSaved(std::vector<SavedReport> saved); ///< keeps what is chosen
  const SavedReport* saved(const QString& key) const;
  QString currentKey() const; ///< "daily", "own.3", "sql"
  bool choose(const QString& key);
  QString title(const QString& key) const;
  void retranslate();

Q_SIGNALS:
  void chosen(const QString& key);

private:
  void fill();
  void addHead(const QString& text);
  void addReport(const QString& key, const QString& about);

  std::vector<SavedReport> m_saved;
  QString m_current;
};

} // namespace supercargo
