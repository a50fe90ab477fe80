#include "core/store/accounts.h"
#include "tests/support/sampleorders.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/shortcutsheet.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const Instant kNow = fromMs(1'767'600'000'000);

/// The window over a real database with sample orders.
struct Fixture {
  Fixture()
  {
    must(temp.connection().transaction([this]() -> Result<void> {
      Connection& c = temp.connection();
      AccountRow row;
      row.provider = QStringLiteral("woocommerce");
      row.name = QStringLiteral("云杉小店");
      SC_TRY_ASSIGN(account, addAccount(c, row));
      ChangeSet changes;
      SC_TRY(upsertOrders(c, Origin{account, std::nullopt, kNow}, sampleOrders(500, kNow), changes));
      return {};
    }));
    temp.disconnect();
    db = must(Database::open(temp.config()));
    SyncOptions options;
    options.clock = [] { return kNow; };
    engine = std::make_unique<SyncEngine>(*db, nullptr, options);
    open();
  }

  void open()
  {
    window.reset();
    WorkspaceInfo info;
    info.shopName = QStringLiteral("云杉");
    info.timeZone = QStringLiteral("Asia/Shanghai");
    info.simulated = true;
    const UiState state{[this](const QString& key) { return saved.value(key); },
                        [this](const QString& key, const QByteArray& bytes) { saved.insert(key, bytes); }};
    window = std::make_unique<MainWindow>(PageContext{*db, *engine, nullptr, [] { return kNow; }, info, {}, state});
    window->show();
  }

  QTableView* table() const { return window->findChild<QTableView*>(); }

  TempDatabase temp;
  std::unique_ptr<Database> db;
  std::unique_ptr<SyncEngine> engine;
  QHash<QString, QByteArray> saved;
  std::unique_ptr<MainWindow> window;
};

int ordersPage(const MainWindow& window)
{
  for (int i = 0; i < window.pageCount(); ++i)
    if (window.pageId(i) == u"orders")
      return i;
  return -1;
}

} // namespace

class MainWindowTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void shortcuts_haveNoConflict() { QCOMPARE(shortcutConflicts(), QStringList()); }

  void ordersPage_listsAndFilters()
  {
    Fixture f;
    f.window->showPage(ordersPage(*f.window));
    QTRY_COMPARE(f.table()->model()->rowCount(), 500);
    f.window->page(ordersPage(*f.window))->open(QStringLiteral("filter:SC-10007"));
    QTRY_COMPARE(f.table()->model()->rowCount(), 1);
    QCOMPARE(f.table()->model()->index(0, 0).data().toString(), QStringLiteral("SC-10007"));
  }

  void controls_haveAccessibleNames()
  {
    Fixture f;
    for (int i = 0; i < f.window->pageCount(); ++i)
      f.window->showPage(i);
    QStringList nameless;
    for (const auto* widget : f.window->findChildren<QWidget*>()) {
      const bool control = qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                           qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTableView*>(widget);
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const bool ofQt = widget->objectName().startsWith(u"qt_") ||
                        QByteArray(widget->metaObject()->className()).startsWith("QTableCorner") ||
                        qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                        qobject_cast<const QLineEdit*>(widget->parentWidget()) ||
                        widget->parentWidget()->inherits("QTabBar") || widget->parentWidget()->inherits("QTableView");
      if (control && !ofQt && widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
        nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QCOMPARE(nameless.join(u'\n'), QString());
  }

  void language_leavesNoEnglishInLabels()
  {
    Fixture f;
    f.window->showPage(ordersPage(*f.window));
    QTRY_COMPARE(f.table()->model()->rowCount(), 500);
    f.window->setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(f.table()->accessibleName(), QStringLiteral("订单")); // the change arrives as an event
    QStringList english;
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{4,}"));
    const auto check = [&](const QString& text) {
      if (text.contains(words) && !text.contains(QStringLiteral("Ctrl")) &&
          !text.contains(u'×')) // keys and titles stay
        english.append(text);
    };
    for (const auto* label : f.window->findChildren<QLabel*>())
      check(label->text());
    for (const auto* button : f.window->findChildren<QAbstractButton*>())
      check(button->text());
    for (int column = 0; column < f.table()->model()->columnCount(); ++column)
      check(f.table()->model()->headerData(column, Qt::Horizontal).toString());
    QCOMPARE(english.join(u'\n'), QString());
  }

  void filterAndPage_surviveRestart()
  {
    Fixture f;
    f.window->page(ordersPage(*f.window))->open(QStringLiteral("filter:SC-10007"));
    f.window->showPage(ordersPage(*f.window));
    f.window->close();
    f.open();
    QCOMPARE(f.window->currentPage(), ordersPage(*f.window));
    QTRY_COMPARE(f.table()->model()->rowCount(), 1);
  }

  void pictures_areTakenOnRequest()
  {
    const QString folder = qEnvironmentVariable("SUPERCARGO_PICTURES");
    if (folder.isEmpty())
      QSKIP("set SUPERCARGO_PICTURES to a folder to look at the pages");
    Fixture f;
    f.window->resize(1280, 800);
    f.window->showPage(ordersPage(*f.window));
    QTRY_COMPARE(f.table()->model()->rowCount(), 500);
    f.window->page(ordersPage(*f.window))->showScreenshotState(QStringLiteral("open"));
    for (const QString& language : languages())
      for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        f.window->setLanguage(language);
        f.window->setTheme(mode);
        QTest::qWait(300);
        QVERIFY(f.window->grab().save(
            QDir(folder).filePath(QStringLiteral("orders.%1.%2.png").arg(language).arg(mode == ThemeMode::Dark))));
      }
  }
};

SC_TEST(MainWindowTest)
#include "mainwindow_test.moc"
