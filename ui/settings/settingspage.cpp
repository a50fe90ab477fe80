#include "ui/settings/settingspage.h"

#include "core/base/deliver.h"
#include "core/settings/settings.h"
#include "ui/mainwindow/task.h"
#include "ui/print/printersettings.h"
#include "ui/settings/mapsettings.h"
#include "ui/settings/picturesettings.h"
#include "ui/settings/shippingsettings.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimeEdit>

namespace supercargo {
namespace {

constexpr int kSmallestText = 80, kLargestText = 200, kTextStep = 10;

QLabel* label(const char* role, QWidget* buddy = nullptr)
{
  auto* made = new QLabel;
  setRole(made, role);
  made->setBuddy(buddy);
  made->setWordWrap(!buddy);
  return made;
}

/// A row of a control that takes only the room it needs.
QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  for (QWidget* widget : widgets)
    line->addWidget(widget);
  line->addStretch(1);
  return line;
}

} // namespace

SettingsPage::SettingsPage(const PageContext& context) : m_context(context)
{
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space6));
  column->setSpacing(px(Size::Space3));
  addLook(column);
  addShop(column);
  addNotices(column);
  column->addWidget(new ShippingSettings(m_context));
  column->addWidget(new PrinterSettings(m_context));
  addBackup(column);
  addData(column);
  column->addWidget(new PictureSettings(context.pictures));
  column->addWidget(new MapSettings(context));
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(content);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins({});
  whole->addWidget(scroll);
  setFocusProxy(m_language);
  showQuiet();
  retranslate();
}

QVBoxLayout* SettingsPage::addCard(QVBoxLayout* column, QLabel*& heading)
{
  auto* card = new QFrame;
  setRole(card, "card");
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space4));
  inside->setSpacing(px(Size::Space2));
  heading = label("strong");
  inside->addWidget(heading);
  column->addWidget(card);
  return inside;
}

void SettingsPage::addLook(QVBoxLayout* column)
{
  auto* card = addCard(column, m_look);
  m_language = new QComboBox;
  m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
  m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
  m_language->setCurrentIndex(std::max(0, m_language->findData(supercargo::language())));
  connect(m_language, &QComboBox::activated, this,
          [this] { m_context.actions.setLanguage(m_language->currentData().toString()); });
  m_theme = new QComboBox;
  for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark})
    m_theme->addItem(QString(), int(mode));
  m_theme->setCurrentIndex(m_theme->findData(int(themeMode())));
  connect(m_theme, &QComboBox::activated, this,
          [this] { m_context.actions.setTheme(ThemeMode(m_theme->currentData().toInt())); });
  m_scale = new QSpinBox;
  m_scale->setRange(kSmallestText, kLargestText);
  m_scale->setSingleStep(kTextStep);
  m_scale->setSuffix(QStringLiteral(" %"));
  m_scale->setKeyboardTracking(false);
  m_scale->setValue(int(textScale() * 100 + 0.5));
  connect(m_scale, &QSpinBox::valueChanged, this,
          [this](int percent) { m_context.actions.setTextScale(percent / 100.0); });
  auto* form = new QFormLayout;
  form->setVerticalSpacing(px(Size::Space2));
  form->addRow(m_languageLabel = label("", m_language), row({m_language}));
  form->addRow(m_themeLabel = label("", m_theme), row({m_theme}));
  form->addRow(m_scaleLabel = label("", m_scale), row({m_scale}));
  card->addLayout(form);
}

void SettingsPage::addShop(QVBoxLayout* column)
{
  auto* card = addCard(column, m_shop);
  m_shopText = label("muted");
  card->addWidget(m_shopText);
  m_wizard = new QPushButton;
  connect(m_wizard, &QPushButton::clicked, this, [this] {
    if (m_context.actions.showWizard)
      m_context.actions.showWizard();
  });
  card->addLayout(row({m_wizard}));
}

void SettingsPage::addNotices(QVBoxLayout* column)
{
  auto* card = addCard(column, m_notices);
  const auto box = [&](const Setting<bool>& setting) {
    auto* made = new QCheckBox;
    made->setChecked(m_context.settings && m_context.settings->get(setting));
    connect(made, &QCheckBox::toggled, this, [this, setting](bool on) {
      if (m_context.settings)
        m_context.settings->set(setting, on);
      showQuiet();
    });
    return made;
  };
  const auto time = [&](const Setting<QTime>& setting) {
    auto* made = new QTimeEdit(m_context.settings ? m_context.settings->get(setting) : setting.fallback);
    made->setDisplayFormat(QStringLiteral("HH:mm"));
    connect(made, &QTimeEdit::timeChanged, this, [this, setting](QTime chosen) {
      if (m_context.settings)
        m_context.settings->set(setting, chosen);
    });
    return made;
  };
  m_notify = box(settings::kNotifications);
  m_quiet = box(settings::kQuietHours);
  m_stay = box(settings::kStayInTray);
  m_quietFrom = time(settings::kQuietFrom);
  m_quietUntil = time(settings::kQuietUntil);
  card->addWidget(m_notify);
  card->addWidget(m_quiet);
  card->addLayout(row({m_from = label("", m_quietFrom), m_quietFrom, m_until = label("", m_quietUntil), m_quietUntil}));
  card->addWidget(m_stay);
}

void SettingsPage::addBackup(QVBoxLayout* column)
{
  auto* card = addCard(column, m_backup);
  m_folder = label("muted");
  m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_choose = new QPushButton;
  m_backUpNow = new QPushButton;
  setRole(m_backUpNow, "primary");
  m_backupResult = label("small");
  m_backupResult->hide();
  connect(m_choose, &QPushButton::clicked, this, &SettingsPage::chooseFolder);
  connect(m_backUpNow, &QPushButton::clicked, this, &SettingsPage::backUp);
  card->addWidget(m_folder);
  card->addLayout(row({m_backUpNow, m_choose}));
  card->addWidget(m_backupResult);
}

void SettingsPage::addData(QVBoxLayout* column)
{
  auto* card = addCard(column, m_data);
  m_dataNote = label("muted");
  m_verify = new QPushButton;
  m_verdict = label("small");
  m_verdict->hide();
  connect(m_verify, &QPushButton::clicked, this, &SettingsPage::verifyNow);
  card->addWidget(m_dataNote);
  card->addLayout(row({m_verify}));
  card->addWidget(m_verdict);
}

void SettingsPage::chooseFolder()
{
  auto* dialog = new QFileDialog(this, tr("Folder for backups"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
    if (m_context.settings)
      m_context.settings->set(settings::kBackupFolder, folder);
    retranslate();
  });
  dialog->open();
}

void SettingsPage::backUp()
{
  const QString folder = m_context.settings ? m_context.settings->get(settings::kBackupFolder) : QString();
  if (folder.isEmpty()) {
    chooseFolder();
    return;
  }
  if (!m_context.actions.backUp)
    return;
  const QString stamp = formatLocal(m_context.clock(), std::chrono::seconds(0)).replace(u':', u'-').replace(u' ', u'_');
  const QString file = QDir(folder).filePath(QStringLiteral("supercargo_%1.db").arg(stamp));
  Task* task = m_context.actions.beginTask ? m_context.actions.beginTask(tr("Backing up")) : nullptr;
  if (task)
    task->setCancellable(false); // the copy is complete or absent
  m_backUpNow->setEnabled(false);
  deliver(m_context.actions.backUp(file), this, [this, file, task](const Result<void>& result) {
    if (task)
      task->finish();
    m_backUpNow->setEnabled(true);
    setRole(m_backupResult, result ? "small" : "error");
    m_backupResult->setText(result ? tr("Saved as %1").arg(file)
                                   : errorSentence(result.error().kind).what + u' ' + result.error().detail);
    m_backupResult->show();
  });
}

void SettingsPage::verifyNow()
{
  Task* task = m_context.actions.beginTask ? m_context.actions.beginTask(tr("Checking the data")) : nullptr;
  if (task)
    task->setCancellable(false);
  m_verify->setEnabled(false);
  deliver(m_context.db.read([](Connection& c) { return verify(c); }), this,
          [this, task](const Result<std::vector<VerifyCheck>>& checks) {
            if (task)
              task->finish();
            m_verify->setEnabled(true);
            showVerdict(checks);
          });
}

void SettingsPage::showVerdict(const Result<std::vector<VerifyCheck>>& checks)
{
  QStringList wrong;
  if (checks) {
    for (const VerifyCheck& check : *checks)
      if (!check.ok)
        wrong.append(check.name + QStringLiteral(": ") + check.differences.join(QStringLiteral("; ")));
  } else {
    wrong.append(errorSentence(checks.error().kind).what);
  }
  setRole(m_verdict, wrong.isEmpty() ? "small" : "error");
  m_verdict->setText(wrong.isEmpty() ? tr("Every total agrees with its rows.") : wrong.join(u'\n'));
  m_verdict->show();
}

void SettingsPage::showQuiet()
{
  const bool on = m_notify->isChecked();
  m_quiet->setEnabled(on);
  for (QWidget* widget : {static_cast<QWidget*>(m_quietFrom), static_cast<QWidget*>(m_quietUntil)})
    widget->setEnabled(on && m_quiet->isChecked());
}

void SettingsPage::changeEvent(QEvent* event)
{
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange)
    retranslate();
}

void SettingsPage::retranslate()
{
  m_language->setCurrentIndex(std::max(0, m_language->findData(supercargo::language())));
  m_look->setText(tr("Look"));
  m_languageLabel->setText(tr("&Language"));
  m_themeLabel->setText(tr("&Theme"));
  m_scaleLabel->setText(tr("Text si&ze"));
  m_theme->setItemText(0, tr("Like the system"));
  m_theme->setItemText(1, tr("Light"));
  m_theme->setItemText(2, tr("Dark"));
  m_language->setAccessibleName(tr("Language"));
  m_theme->setAccessibleName(tr("Theme"));
  m_scale->setAccessibleName(tr("Text size"));
  m_shop->setText(tr("Shop"));
  const WorkspaceInfo& shop = m_context.workspace;
  m_shopText->setText(tr("%1, currency %2, days cut in %3.").arg(shop.shopName, shop.currency.code(), shop.timeZone));
  m_wizard->setText(tr("Open the set-up again"));
  m_notices->setText(tr("Notifications"));
  m_notify->setText(tr("Tell me about new orders and troubled accounts"));
  m_quiet->setText(tr("Be silent in quiet hours"));
  m_from->setText(tr("from"));
  m_until->setText(tr("until"));
  m_quietFrom->setAccessibleName(tr("Quiet hours begin"));
  m_quietUntil->setAccessibleName(tr("Quiet hours end"));
  m_stay->setText(tr("Keep running in the tray when the window is closed"));
  m_backup->setText(tr("Backup"));
  const QString folder = m_context.settings ? m_context.settings->get(settings::kBackupFolder) : QString();
  m_folder->setText(folder.isEmpty() ? tr("No folder chosen yet.") : folder);
  m_choose->setText(tr("Choose a folder…"));
  m_backUpNow->setText(tr("Back up now"));
  m_data->setText(tr("Data"));
  m_dataNote->setText(tr("Recomputes every total from its rows and says what differs."));
  m_verify->setText(tr("Check the data"));
}

} // namespace supercargo
