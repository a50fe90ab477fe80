#pragma once

#include "core/db/database.h"
#include "core/geo/geocoder.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace supercargo {

/// What words of couriers mean: a form to teach one more, and the list of those taught, where each can be forgotten.
class PlacesDialog : public QDialog {
  Q_OBJECT
public:
  PlacesDialog(Database& db, std::shared_ptr<const Geocoder> geocoder, const QString& words, QWidget* parent);
  void accept() override;

Q_SIGNALS:
  void taught(const QString& words, const QString& code); ///< to be stored; the dialog has closed
  void forgotten();                                       ///< stored

private:
  void build();
  void reload();
  void forget();
  void check();
  void showFault(const QString& fault);
  std::optional<FoundPlace> meant() const;
  QString nameOf(const QString& code) const;

  Database& m_db;
  std::shared_ptr<const Geocoder> m_geocoder;
  QLineEdit *m_words, *m_place;
  QLabel *m_fault, *m_listTitle;
  QListWidget* m_list; ///< the taught words as data
  QPushButton *m_forget, *m_save;
};

} // namespace supercargo
