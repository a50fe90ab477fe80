#include "ui/mainwindow/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/mainwindow/badges.h"
#include "ui/mainwindow/palette.h"
#include "ui/mainwindow/shortcutsheet.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/syncstate.h"
#include "ui/mainwindow/synctasks.h"
#include "ui/mainwindow/task.h"
#include "ui/mainwindow/taskindicator.h"
#include "ui/print/printqueuedialog.h"
#include "ui/print/printrunner.h"
#include "ui/text/language.h"
#include "ui/theme/icon.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kSmallestText = 0.8, kLargestText = 2.0, kTextStep = 0.1;
constexpr int kNotifyMs = 5000;
constexpr QSize kDefaultSize(1280, 800);
constexpr QSize kSmallestSize(960, 600);

QKeySequence pageKey(int index)
{
  return index < 9 ? QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)) : QKeySequence();
}

} // namespace

MainWindow::MainWindow(PageContext context)
    : m_context(std::move(context)), m_sideBar(new SideBar), m_stack(new QStackedWidget), m_title(new QLabel),
      m_search(new QPushButton), m_banner(new QFrame), m_bannerText(new QLabel), m_bannerButton(new QPushButton),
      m_syncState(new SyncState(m_context.db, m_context.clock, m_context.workspace)), m_tasks(new TaskIndicator),
      m_palette(new Palette(m_context.db, this))
{
  setWindowIcon(applicationIcon());
  setMinimumSize(kSmallestSize);
  resize(kDefaultSize);
  fillAppActions();
  buildFrame();
  addWindowActions();
  followSync();
  auto* printing = new PrintRunner(m_context.db, m_context.settings, m_context.clock, m_context.workspace, this);
  connect(printing, &PrintRunner::failed, this, [this](const QString& subject, const QString& sentence) {
    m_context.actions.notify(tr("%1 was not printed. %2").arg(subject, sentence));
  });
  printing->start();
  retranslate();
  restoreState();
}

MainWindow::~MainWindow() = default;

QString MainWindow::pageId(int index) const
{
  return QString::fromLatin1(pageTable()[size_t(index)].id);
}

Page* MainWindow::page(int index)
{
  if (!m_pages[index]) {
    m_pages[index] = pageTable()[size_t(index)].make(m_context);
    m_stack->addWidget(m_pages[index]);
  }
  return m_pages[index];
}

int MainWindow::currentPage() const
{
  for (int i = 0; i < m_pages.size(); ++i)
    if (m_pages[i] && m_pages[i] == m_stack->currentWidget())
      return i;
  return -1;
}

void MainWindow::showPage(int index)
{
  if (index < 0 || index >= pageCount())
    return;
  Page* chosen = page(index);
  m_stack->setCurrentWidget(chosen);
  m_sideBar->setCurrent(index);
  retranslate();
  chosen->activate();
}

void MainWindow::setLanguage(const QString& wanted)
{
  supercargo::setLanguage(wanted);
  Q_EMIT languageChosen(wanted);
}

void MainWindow::setTheme(ThemeMode mode)
{
  applyTheme(*qApp, mode, textScale());
  Q_EMIT themeChosen(mode);
}

void MainWindow::setTextScale(double scale)
{
  const double steps = std::round(std::clamp(scale, kSmallestText, kLargestText) / kTextStep);
  applyTheme(*qApp, themeMode(), steps * kTextStep);
  m_sideBar->setFixedWidth(px(Size::Sidebar));
  Q_EMIT textScaleChosen(textScale());
}

void MainWindow::openPalette()
{
  m_palette->open(paletteEntries(), m_context.actions.showOrder);
}

void MainWindow::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QMainWindow::changeEvent(event);
}

void MainWindow::setSimulatedShopDown(bool down)
{
  m_shopDown = down;
  m_bannerButton->setVisible(down);
  retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
  saveSession();
  event->accept();
}

void MainWindow::saveSession()
{
  for (const auto& page : m_pages)
    if (page)
      page->saveState();
  m_context.state.save(QStringLiteral("window/geometry"), saveGeometry());
  if (currentPage() >= 0)
    m_context.state.save(QStringLiteral("window/page"), pageId(currentPage()).toUtf8());
}

void MainWindow::wheelEvent(QWheelEvent* event)
{
  if (!event->modifiers().testFlag(Qt::ControlModifier) || event->angleDelta().y() == 0)
    return QMainWindow::wheelEvent(event);
  setTextScale(textScale() + (event->angleDelta().y() > 0 ? kTextStep : -kTextStep));
}

void MainWindow::buildFrame()
{
  auto* top = new QFrame;
  top->setObjectName(QStringLiteral("topbar"));
  top->setFixedHeight(px(Size::Topbar));
  auto* topLayout = new QHBoxLayout(top);
  topLayout->setContentsMargins(px(Size::Space4), 0, px(Size::Space4), 0);
  setRole(m_title, "title");
  m_search->setObjectName(QStringLiteral("searchField"));
  m_search->setIcon(themedIcon(QStringLiteral("search")));
  m_search->setFocusPolicy(Qt::TabFocus);
  m_search->setMinimumWidth(px(Size::Details) - px(Size::Space8));
  connect(m_search, &QPushButton::clicked, this, &MainWindow::openPalette);
  topLayout->addWidget(m_title);
  topLayout->addStretch();
  topLayout->addWidget(m_search);

  setRole(m_banner, "banner");
  auto* bannerLayout = new QHBoxLayout(m_banner);
  bannerLayout->setContentsMargins(px(Size::Space4), px(Size::Space1), px(Size::Space4), px(Size::Space1));
  bannerLayout->addWidget(m_bannerText, 1);
  bannerLayout->addWidget(m_bannerButton);
  setRole(m_bannerButton, "link");
  m_bannerButton->hide();
  connect(m_bannerButton, &QPushButton::clicked, this, &MainWindow::simulatedShopRequested);
  m_bannerText->setWordWrap(true);
  m_banner->setVisible(m_context.workspace.simulated);

  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  right->addWidget(m_banner);
  right->addWidget(top);
  right->addWidget(m_stack, 1);
  auto* centre = new QWidget;
  auto* layout = new QHBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_sideBar);
  layout->addLayout(right, 1);
  m_sideBar->setFixedWidth(px(Size::Sidebar));
  setCentralWidget(centre);
  statusBar()->setSizeGripEnabled(false);
  statusBar()->addWidget(m_syncState);
  statusBar()->addPermanentWidget(m_tasks);

  connect(m_sideBar, &SideBar::chosen, this, &MainWindow::showPage);
  for (int i = 0; i < int(pageTable().size()); ++i) {
    m_pages.append(nullptr);
    m_sideBar->addPage(QString::fromLatin1(pageTable()[size_t(i)].icon), pageKey(i));
    connect(new QShortcut(pageKey(i), this), &QShortcut::activated, this, [this, i] { showPage(i); });
  }
}

void MainWindow::addWindowActions()
{
  bindAction(this, CommandId::ShowPalette, [this] { openPalette(); });
  bindAction(this, CommandId::ShowShortcuts, [this] {
    auto* sheet = new ShortcutSheet(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
  });
  bindAction(this, CommandId::SearchOrders, [this] { openOn(QStringLiteral("orders"), QStringLiteral("search")); });
  bindAction(this, CommandId::LargerText, [this] { setTextScale(textScale() + kTextStep); });
  bindAction(this, CommandId::SmallerText, [this] { setTextScale(textScale() - kTextStep); });
  bindAction(this, CommandId::NormalText, [this] { setTextScale(1.0); });
  bindAction(this, CommandId::SwitchTheme, [this] { setTheme(isDarkTheme() ? ThemeMode::Light : ThemeMode::Dark); });
  bindAction(this, CommandId::SwitchLanguage,
             [this] { setLanguage(language() == u"en" ? QStringLiteral("zh_CN") : QStringLiteral("en")); });
  bindAction(this, CommandId::SyncNow, [this] { m_context.engine.syncOnce({}, {}, false); });
  bindAction(this, CommandId::ShowTasks, [this] { m_tasks->setFocus(); });
  bindAction(this, CommandId::ShowPrintQueue, [this] {
    auto* queue = new PrintQueueDialog(m_context, this);
    queue->setAttribute(Qt::WA_DeleteOnClose);
    queue->show();
  });
  bindAction(this, CommandId::Quit, [this] {
    saveSession();
    Q_EMIT quitRequested();
  });
}

void MainWindow::fillAppActions()
{
  AppActions& actions = m_context.actions;
  actions.showPage = [this](const QString& place) { open(place); };
  actions.showOrders = [this](const QString& filter) {
    openOn(QStringLiteral("orders"), QStringLiteral("filter:") + filter);
  };
  actions.showOrder = [this](OrderId id) {
    openOn(QStringLiteral("orders"), QStringLiteral("order:%1").arg(id.value()));
  };
  actions.showCall = [this](CallId id) {
    openOn(QStringLiteral("connections"), QStringLiteral("call:%1").arg(id.value()));
  };
  actions.beginTask = [this](const QString& title) {
    auto* task = new Task(title, this);
    m_tasks->add(task);
    return task;
  };
  actions.notify = [this](const QString& sentence) { statusBar()->showMessage(sentence, kNotifyMs); };
  actions.setLanguage = [this](const QString& wanted) { setLanguage(wanted); };
  actions.setTheme = [this](ThemeMode mode) { setTheme(mode); };
  actions.setTextScale = [this](double scale) { setTextScale(scale); };
  if (!actions.showWizard)
    actions.showWizard = [this] { showPage(indexOf(QStringLiteral("connections"))); };
}

void MainWindow::followSync()
{
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (!changes.accounts.isEmpty() || changes.settings)
      m_syncState->reload();
  });
  connect(&m_context.engine, &SyncEngine::runFinished, m_syncState, &SyncState::reload);
  connect(&m_context.db, &Database::diskFull, m_syncState, &SyncState::setDiskFull);
  auto* badges = new BadgeReader(m_context.db, m_context.clock, BadgeReader::kPause, this);
  connect(badges, &BadgeReader::read, this, [this](const Badges& read) {
    for (int i = 0; i < pageCount(); ++i)
      m_sideBar->setBadge(i, read.value(pageId(i)).count, read.value(pageId(i)).attention);
  });
  new SyncTasks(m_context.engine, m_context.actions.beginTask, m_context.clock, this);
}

void MainWindow::retranslate()
{
  for (int i = 0; i < pageCount(); ++i)
    m_sideBar->setTitle(i, pageTitle(pageTable()[size_t(i)]));
  const int current = currentPage();
  m_title->setText(current < 0 ? QString() : pageTitle(pageTable()[size_t(current)]));
  const QString shop = m_context.workspace.shopName;
  setWindowTitle(shop.isEmpty() ? tr("Supercargo") : tr("%1 – Supercargo").arg(shop));
  m_search->setText(tr("Search orders, pages and commands") + QStringLiteral("   ") +
                    QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText));
  m_search->setAccessibleName(actionText(CommandId::ShowPalette));
  m_bannerText->setText(
      m_shopDown ? tr("The simulated shop has stopped: nothing new comes in.")
                 : tr("Simulated shop: everything here is made up. Nothing reaches a real shop, courier or bank."));
  m_bannerButton->setText(tr("Start it again"));
}

void MainWindow::restoreState()
{
  restoreGeometry(m_context.state.load(QStringLiteral("window/geometry")));
  const int last = indexOf(QString::fromUtf8(m_context.state.load(QStringLiteral("window/page"))));
  showPage(std::max(0, last));
}

int MainWindow::indexOf(const QString& id) const
{
  for (int i = 0; i < int(pageTable().size()); ++i)
    if (id == QLatin1String(pageTable()[size_t(i)].id))
      return i;
  return -1;
}

void MainWindow::open(const QString& place)
{
  place.contains(u':') ? openOn(place.section(u':', 0, 0), place.section(u':', 1)) : showPage(indexOf(place));
}

void MainWindow::openOn(const QString& id, const QString& what)
{
  const int index = indexOf(id);
  if (index < 0)
    return;
  showPage(index);
  page(index)->open(what);
}

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
  std::vector<PaletteEntry> entries;
  for (int i = 0; i < pageCount(); ++i)
    entries.push_back({QString::fromLatin1(pageTable()[size_t(i)].icon), pageTitle(pageTable()[size_t(i)]),
                       pageKey(i).toString(QKeySequence::NativeText), [this, i] { showPage(i); }});
  QList<QAction*> actions;
  if (currentPage() >= 0)
    actions += page(currentPage())->actions();
  actions += this->actions();
  for (QAction* action : actions)
    for (const ActionInfo& info : actionTable())
      if (action->objectName() == QLatin1String(info.key) && info.id != CommandId::ShowPalette && action->isEnabled())
        entries.push_back({QString::fromLatin1(info.icon), action->text(),
                           action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
  return entries;
}

} // namespace supercargo
