#include "ui/wizard/wizard.h"

#include "ui/wizard/setupsteps.h"
#include "ui/wizard/startsteps.h"

#include <QEvent>
#include <QKeySequence>
#include <QLabel>
#include <QStackedWidget>

namespace supercargo {
namespace {

constexpr std::chrono::seconds kKeepEvery(1); ///< no more than this is lost when the power goes
constexpr int kProtectionStep = 3;            ///< makes the workspace

} // namespace

Wizard::Wizard(WizardActions actions, WizardDraft draft, QWidget* parent)
    : QDialog(parent), m_actions(std::move(actions)), m_draft(std::move(draft))
{
  m_markBox = new QWidget(this);
  auto* marks = new QHBoxLayout(m_markBox);
  marks->setContentsMargins({});
  marks->setSpacing(px(Size::Space1));
  m_title = new QLabel(this);
  setRole(m_title, "head");
  m_note = new QLabel(this);
  m_note->setWordWrap(true);
  setRole(m_note, "muted");
  m_stack = new QStackedWidget(this);
  m_back = new QPushButton(this);
  m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
  m_skip = new QPushButton(this);
  setRole(m_skip, "quiet");
  m_next = new QPushButton(this);
  m_next->setObjectName(QStringLiteral("next"));
  m_next->setDefault(true);
  setRole(m_next, "primary");
  for (QPushButton* button : {m_back, m_skip})
    button->setAutoDefault(false);

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addWidget(m_back);
  buttons->addStretch(1);
  buttons->addWidget(m_skip);
  buttons->addWidget(m_next);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space8), px(Size::Space6), px(Size::Space8), px(Size::Space6));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_markBox);
  column->addSpacing(px(Size::Space2));
  column->addWidget(m_title);
  column->addWidget(m_note);
  column->addSpacing(px(Size::Space2));
  column->addWidget(m_stack, 1);
  column->addLayout(buttons);
  resize(px(Size::Palette) + px(Size::Space8) * 2, px(Size::Palette));

  auto* accounts = new AccountsStep(m_draft, m_actions, this);
  add(new LookStep(m_draft, m_actions, this));
  add(new WayStep(m_draft, m_actions, this));
  add(new ShopStep(m_draft, m_actions, this));
  add(new ProtectionStep(m_draft, m_actions, this));
  add(accounts);
  add(new BackupStep(m_draft, m_actions, this));
  add(new SummaryStep(m_draft, m_actions, *accounts, this));
  connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() - 1, -1); });
  connect(m_skip, &QPushButton::clicked, this, [this] { goTo(step() + 1, 1); });
  connect(m_next, &QPushButton::clicked, this, &Wizard::next);
  connect(this, &QDialog::finished, this, &Wizard::keep);
  m_keeping.setInterval(kKeepEvery);
  connect(&m_keeping, &QTimer::timeout, this, &Wizard::keep);
  m_keeping.start();
  m_kept = m_draft;
  // Without a workspace nothing behind its making can be shown.
  const int made = m_actions.hasWorkspace() ? stepCount() - 1 : kProtectionStep;
  showStep(std::clamp(m_draft.step, 0, made));
}

void Wizard::add(WizardStep* step)
{
  m_steps.push_back(step);
  m_stack->addWidget(step);
  auto* mark = new QLabel(m_markBox);
  mark->setFixedHeight(px(Size::Space1));
  m_markBox->layout()->addWidget(mark);
  m_marks.push_back(mark);
  connect(step, &WizardStep::left, this, [this] { goTo(this->step() + 1, 1); });
  connect(step, &WizardStep::busyChanged, this, [this](bool busy) {
    m_next->setEnabled(!busy);
    m_back->setEnabled(!busy && this->step() > 0);
  });
}

int Wizard::step() const
{
  return m_stack->currentIndex();
}

void Wizard::showStep(int step)
{
  goTo(step, 1);
}

void Wizard::goTo(int step, int direction)
{
  currentStep()->take();
  while (step >= 0 && step < stepCount() && !m_steps[size_t(step)]->applies())
    step += direction;
  if (step >= stepCount()) {
    accept();
    return;
  }
  m_stack->setCurrentIndex(std::max(0, step));
  WizardStep* shown = currentStep();
  m_draft.step = this->step();
  retranslate();
  shown->enter();
  keep();
  if (!shown->isAncestorOf(focusWidget()))
    (shown->focusProxy() ? static_cast<QWidget*>(shown) : m_next)->setFocus(Qt::OtherFocusReason);
}

void Wizard::keep()
{
  currentStep()->take();
  if (m_draft == m_kept)
    return;
  m_kept = m_draft;
  m_actions.keep(m_draft);
}

void Wizard::next()
{
  currentStep()->take();
  currentStep()->leave();
}

void Wizard::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
    retranslate();
  QDialog::changeEvent(event);
}

void Wizard::retranslate()
{
  if (m_steps.empty() || step() < 0)
    return;
  setWindowTitle(tr("Set up Supercargo"));
  const WizardStep* shown = currentStep();
  m_title->setText(shown->title());
  m_note->setText(shown->note());
  m_note->setVisible(!shown->note().isEmpty());
  m_back->setText(tr("Back"));
  m_back->setEnabled(step() > 0);
  m_skip->setText(tr("Skip"));
  m_skip->setVisible(shown->canSkip());
  m_next->setText(step() + 1 == stepCount() ? tr("Start working") : tr("Next"));
  m_markBox->setAccessibleName(tr("Step %1 of %2").arg(step() + 1).arg(stepCount()));
  for (size_t i = 0; i < m_marks.size(); ++i) {
    QPalette colours = m_marks[i]->palette();
    colours.setColor(QPalette::Window, ink(int(i) <= step() ? Ink::Accent : Ink::Border));
    m_marks[i]->setAutoFillBackground(true);
    m_marks[i]->setPalette(colours);
  }
}

} // namespace supercargo
