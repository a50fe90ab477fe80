#pragma once

#include "core/db/database.h"
#include "ui/booking/fieldform.h"

#include <QDialog>

#include <functional>
#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace supercargo {

class StateView;

/// The frame of a dialog that keeps a short list: the entries, or what to do while there are none, and beside them a
/// form for the chosen entry or a new one. Every change is stored at once; what was removed can be put back while the
/// dialog is open. Enter saves, Delete in the list removes, Escape closes.
class ListDialog : public QDialog {
  Q_OBJECT
public:
  QTableWidget* table() const { return m_table; }

Q_SIGNALS:
  void listed(); ///< the list shows what is stored

protected:
  struct Words {
    QString title, about, icon, empty, emptyButton;
  };
  struct Entry {
    qint64 id;
    QStringList cells;
  };
  /// Gives the id of the entry to choose afterwards; 0: the form is for a new one.
  using Change = std::function<Result<qint64>(Connection&, ChangeSet&)>;

  ListDialog(Database& db, const Words& words, const QStringList& headings, QWidget* parent);

  virtual void reload() = 0;                              ///< reads, then calls `list`
  virtual void fillForm(std::optional<size_t> entry) = 0; ///< nullopt: empty, for a new one
  virtual std::vector<FieldFault> faults() const = 0;
  virtual Change saving() const = 0;            ///< what the form says
  virtual void storeForm() { store(saving()); } ///< the form has no faults; who asks first, stores later
  virtual QString nameOf(size_t entry) const = 0;
  virtual Change removal(size_t entry) const = 0;
  virtual Change restoring(size_t entry) const = 0; ///< takes the removal back
  virtual QString refusal(const Error& error) const;
  virtual std::vector<QWidget*> listStops() const; ///< where Tab goes before the form

  void list(const std::vector<Entry>& entries, bool hasOthers = false); ///< others: that a search does not show
  void store(Change change);
  void say(const QString& sentence, bool isTrouble = true);
  void sayError(const Error& error) { say(refusal(error)); }
  void checkAgain(); ///< a field changed: faults that are shown may have gone

  Database& db() const { return m_db; }
  FieldForm* form() const { return m_form; }
  std::optional<size_t> chosen() const;
  QVBoxLayout* listColumn() const { return m_listColumn; }   ///< of the list and what stands around it
  QHBoxLayout* listButtons() const { return m_listButtons; } ///< below the list
  virtual void showButtons();
  void startNew();
  void showEvent(QShowEvent* event) override;

private:
  void build(const Words& words, const QStringList& headings);
  void save();
  void remove();
  void undo();
  void chooseEntry();

  Database& m_db;
  Words m_words;
  std::vector<qint64> m_ids;
  qint64 m_wanted = 0; ///< chosen as soon as it is listed
  bool m_faultsShown = false;
  Change m_restore;
  StateView* m_states;
  QTableWidget* m_table;
  FieldForm* m_form;
  QVBoxLayout* m_listColumn;
  QHBoxLayout* m_listButtons;
  QWidget* m_removed;
  QLabel *m_heading, *m_removedText, *m_note;
  QPushButton *m_new, *m_remove, *m_undo, *m_save, *m_close;
};

} // namespace supercargo
