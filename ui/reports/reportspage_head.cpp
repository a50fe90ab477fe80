#include "ui/reports/reportspage.h"
#include "ui/theme/icon.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace supercargo {

QToolButton* ReportsPage::makeMenu(const QString& icon, std::initializer_list<HeadAction> actions)
{
  auto* button = new QToolButton;
  button->setIcon(themedIcon(icon));
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(button);
  for (const HeadAction action : actions) {
    m_actions[action] = menu->addAction(QString());
    connect(m_actions[action], &QAction::triggered, this, [this, action] { act(action); });
  }
  button->setMenu(menu);
  return button;
}

QLayout* ReportsPage::makeHead()
{
  m_save = makeMenu(QStringLiteral("bookmark"), {SaveAs, SaveChanges, Rename, Remove});
  m_history = makeMenu(QStringLiteral("history"), {KeepRun, WhyChanged});
  m_schedules->setIcon(themedIcon(QStringLiteral("clock")));
  m_schedules->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setIcon(themedIcon(QStringLiteral("download")));
  m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(m_export);
  for (const ExportFormat format : kExportFormats)
    connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] {
      if (m_result)
        askForFile(*m_result, m_title->text(), format);
    });
  m_export->setMenu(menu);
  auto* head = new QHBoxLayout;
  head->setSpacing(px(Size::Space2));
  head->addWidget(m_title, 1);
  for (QToolButton* button : {m_save, m_history, m_schedules, m_export})
    head->addWidget(button);
  return head;
}

void ReportsPage::retranslateHead()
{
  m_save->setText(tr("Save"));
  m_save->setToolTip(tr("Save what is shown as a report of your own"));
  m_history->setText(tr("History"));
  m_history->setToolTip(tr("Keep this run, or see why a figure changed since an earlier one"));
  m_schedules->setText(tr("Schedules"));
  m_schedules->setToolTip(tr("Reports that are written into a folder by themselves"));
  m_export->setText(tr("Export"));
  m_export->setToolTip(tr("Write what is shown into a file"));
  for (QToolButton* button : {m_save, m_history, m_schedules, m_export})
    button->setAccessibleName(button->text());
  m_actions[SaveAs]->setText(tr("Save as a report of your own…"));
  m_actions[SaveChanges]->setText(tr("Save changes"));
  m_actions[Rename]->setText(tr("Rename…"));
  m_actions[Remove]->setText(tr("Delete"));
  m_actions[KeepRun]->setText(tr("Keep this run"));
  m_actions[WhyChanged]->setText(tr("Why did it change?…"));
  const QList<QAction*> actions = m_export->menu()->actions();
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setText(formatText(kExportFormats[size_t(i)]));
}

} // namespace supercargo
