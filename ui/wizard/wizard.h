#pragma once

#include "ui/wizard/wizardstep.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace supercargo {

/// The first run, also later from Settings: language and theme, way, shop, protection, accounts, backups, summary.
/// Enter goes on, Alt+Left back. Accepted at the end; rejected when closed before, with everything so far kept.
class Wizard : public QDialog {
  Q_OBJECT
public:
  Wizard(WizardActions actions, WizardDraft draft, QWidget* parent = nullptr);

  const WizardDraft& draft() const { return m_draft; }
  int step() const;
  int stepCount() const { return int(m_steps.size()); }
  WizardStep* currentStep() const { return m_steps.at(size_t(step())); }
  void showStep(int step);

protected:
  void changeEvent(QEvent* event) override;

private:
  void add(WizardStep* step);
  void goTo(int step, int direction);
  void next();
  void keep(); ///< tells what is new since it was last told
  void retranslate();

  WizardActions m_actions;
  WizardDraft m_draft, m_kept;
  QTimer m_keeping;
  std::vector<WizardStep*> m_steps;
  std::vector<QLabel*> m_marks;
  QStackedWidget* m_stack = nullptr;
  QLabel *m_title = nullptr, *m_note = nullptr;
  QPushButton *m_back = nullptr, *m_skip = nullptr, *m_next = nullptr;
  QWidget* m_markBox = nullptr;
};

} // namespace supercargo
