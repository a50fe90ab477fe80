/// What a person does with a record that was not understood: fetch it again, mend it, dismiss it.
#include "core/base/deliver.h"
#include "ui/connections/failurespanel.h"
#include "ui/connections/reasondialog.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace supercargo {

void FailuresPanel::tell(const QString& sentence, bool bad)
{
  m_result->setText(sentence);
  m_result->setVisible(!sentence.isEmpty());
  setRole(m_result, bad ? "error" : "muted");
}

void FailuresPanel::setEditing(bool editing)
{
  const SyncFailure* failure = currentFailure();
  if (!failure)
    return;
  m_editing = editing ? std::optional(failure->id) : std::nullopt;
  tell(editing ? tr("Put right what the reason names, then check and store. The original is kept.") : QString(), false);
  showDetails();
  if (editing)
    m_payload->setFocus(Qt::OtherFocusReason);
  else
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FailuresPanel::fetchAgain()
{
  const FailureCause* cause = currentCause();
  if (!cause)
    return;
  QStringList ids;
  const SyncFailure* failure = currentFailure();
  if (failure) {
    ids << failure->externalId;
  } else {
    for (const SyncFailure& each : m_failures)
      if (std::ranges::find(cause->ids, each.id) != cause->ids.end())
        ids << each.externalId;
  }
  const bool allNamed = !ids.contains(QString()) && (failure || ids.size() == qsizetype(cause->ids.size()));
  tell(tr("It is being fetched again. What is understood this time leaves the list by itself."), false);
  m_actions.fetch(cause->account, cause->stream, allNamed ? ids : QStringList());
}

void FailuresPanel::mend()
{
  if (!m_editing)
    return;
  m_store->setEnabled(false);
  const FailureId id = *m_editing;
  deliver(m_actions.mend(id, m_payload->toPlainText().toUtf8()), this, [this, id](const Result<MendOutcome>& outcome) {
    m_store->setEnabled(true);
    if (m_editing != id)
      return; // another one is open by now
    if (outcome && outcome->stored) {
      m_editing.reset();
      tell({}, false);
      return;
    }
    tell(outcome ? tr("It is still not understood: %1").arg(outcome->reason)
                 : tr("It was not stored: %1").arg(outcome.error().detail),
         true);
  });
}

void FailuresPanel::askReason()
{
  const FailureCause* cause = currentCause();
  if (!cause)
    return;
  const SyncFailure* failure = currentFailure();
  const std::vector<FailureId> ids = failure ? std::vector{failure->id} : cause->ids;
  auto* dialog = new ReasonDialog(qint64(ids.size()), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ReasonDialog::given, this, [this, ids](const QString& reason) {
    deliver(m_actions.dismiss(ids, reason), this, [this](const Result<void>& dismissed) {
      if (!dismissed)
        tell(tr("It was not dismissed: %1").arg(dismissed.error().detail), true);
    });
  });
  dialog->open();
}

} // namespace supercargo
