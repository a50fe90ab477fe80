#pragma once

#include "core/outbox/outbox.h"
#include "ui/booking/fieldform.h"
#include "ui/pages.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace supercargo {

/// Asks a provider for one thing: what it is about, a form, one button. Stays until the provider has answered: a
/// refusal is said here and what was typed stays; else it closes and says so. Closing it earlier stops nothing, the
/// outbox goes on.
class ActDialog : public QDialog {
  Q_OBJECT
public:
  QPushButton* action() const { return m_action; }
  /// What is asked takes the place of a deed that was refused: that one is taken back with the asking.
  void standInFor(ActionId refused) { m_refused = refused; }

protected:
  struct Words {
    QString title, about, action, done; ///< done: the sentence when the provider has done it
  };
  using Asking = std::function<Result<ActionId>(Connection&, ChangeSet&)>;

  ActDialog(const PageContext& context, const Words& words, QWidget* parent);

  virtual std::vector<FieldFault> faults() const { return {}; }
  virtual Asking asking() const = 0;
  virtual QString refusal(const Error& error) const; ///< of our own rules, before anything is sent

  void say(const QString& sentence, bool isTrouble);
  void checkAgain(); ///< a field changed
  FieldForm* form() const { return m_form; }
  const PageContext& context() const { return m_context; }

private:
  void build(const Words& words);
  void ask();
  void look();
  void take(const OutboxEntry& entry);
  void setBusy(bool busy);

  PageContext m_context;
  QString m_done;
  std::optional<ActionId> m_asked, m_refused;
  bool m_faultsShown = false;
  FieldForm* m_form;
  QLabel* m_note;
  QPushButton *m_action, *m_close;
};

} // namespace supercargo
