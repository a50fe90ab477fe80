#include "ui/booking/actdialog.h"

#include "core/base/deliver.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace supercargo {

ActDialog::ActDialog(const PageContext& context, const Words& words, QWidget* parent)
    : QDialog(parent), m_context(context), m_done(words.done), m_form(new FieldForm), m_note(new QLabel),
      m_action(new QPushButton(words.action)), m_close(new QPushButton(tr("Close")))
{
  build(words);
  connect(m_action, &QPushButton::clicked, this, &ActDialog::ask);
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.outbox)
      look();
  });
}

void ActDialog::build(const Words& words)
{
  setWindowTitle(words.title);
  setMinimumWidth(px(Size::Details));
  auto* about = new QLabel(words.about);
  about->setTextFormat(Qt::PlainText);
  about->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->hide();
  setRole(m_action, "primary");
  m_action->setDefault(true);
  m_close->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addStretch(1);
  buttons->addWidget(m_action);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(about);
  column->addWidget(m_form);
  column->addWidget(m_note);
  column->addLayout(buttons);
}

void ActDialog::checkAgain()
{
  if (m_faultsShown)
    m_form->showFaults(faults());
}

void ActDialog::ask()
{
  const auto wrong = faults();
  m_faultsShown = true;
  m_form->showFaults(wrong);
  if (!wrong.empty())
    return wrong.front().field->setFocus();
  setBusy(true);
  say(tr("Asking… You may close this; it goes on by itself."), false);
  // What was refused before is the same deed: it is sent once more, not put down twice.
  const auto put = [asking = asking(), refused = m_refused,
                    now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<ActionId> {
    SC_TRY_ASSIGN(id, asking(c, changes));
    SC_TRY_ASSIGN(entry, outboxEntry(c, id));
    if (entry && entry->state == ActionState::Failed)
      SC_TRY(retryAction(c, id, now, changes));
    if (refused && *refused != id)
      if (const auto done = cancelAction(c, *refused, now, changes); !done && isOfDatabase(done.error().kind))
        return fail(done.error()); // else somebody has taken it back already
    return id;
  };
  deliver(m_context.db.write(put), this, [this](const Result<ActionId>& asked) {
    if (!asked) {
      setBusy(false);
      return say(refusal(asked.error()), true);
    }
    m_asked = *asked;
    m_context.engine.sendActions();
    look();
  });
}

void ActDialog::look()
{
  if (!m_asked)
    return;
  deliver(m_context.db.read([id = *m_asked](Connection& c) { return outboxEntry(c, id); }), this,
          [this](const Result<std::optional<OutboxEntry>>& entry) {
            if (entry && *entry && m_asked == (*entry)->id)
              take(**entry);
          });
}

void ActDialog::take(const OutboxEntry& entry)
{
  const auto end = [this](const QString& sentence) {
    m_asked.reset();
    if (m_context.actions.notify)
      m_context.actions.notify(sentence);
    accept();
  };
  switch (entry.state) {
  case ActionState::Done:
    return end(m_done);
  case ActionState::Pending:
    return end(tr("It is accepted; the provider will say when it is done."));
  case ActionState::Failed:
  case ActionState::Cancelled:
    m_asked.reset();
    setBusy(false);
    return say(entry.error.isEmpty() ? tr("The provider refused.") : tr("The provider refused: %1").arg(entry.error),
               true);
  case ActionState::Waiting:
    if (entry.attempts > 0)
      say(tr("The provider cannot be reached now. It is tried again by itself; you may close this."), false);
    return;
  case ActionState::Sending:
  case ActionState::Unknown:
    return;
  }
}

void ActDialog::setBusy(bool busy)
{
  m_form->setEnabled(!busy);
  m_action->setEnabled(!busy);
  if (busy)
    m_close->setFocus();
  else if (!m_form->fields().empty())
    m_form->fields().front()->setFocus();
}

QString ActDialog::refusal(const Error& error) const
{
  const ErrorSentence sentence = errorSentence(error.kind);
  return QStringList{sentence.what, sentence.todo}.join(u' ').trimmed();
}

void ActDialog::say(const QString& sentence, bool isTrouble)
{
  setRole(m_note, isTrouble ? "error" : "muted");
  m_note->setText(sentence);
  m_note->setVisible(!sentence.isEmpty());
}

} // namespace supercargo
