#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QAction>
#include <QMenu>

using namespace supercargo;
using namespace supercargo::test;

namespace {

/// The orders' list, with its column chooser as the key opens it.
struct Fixture : PageFixture {
  Fixture() : PageFixture(5) { open(); }

  void open()
  {
    openWindow();
    orders = page(QStringLiteral("orders"));
    table = orders->findChild<TableView*>();
  }
  QMenu* chooser() const
  {
    for (QAction* action : orders->actions())
      if (action->objectName() == u"list.columns")
        action->trigger();
    return table->findChild<QMenu*>();
  }

  Page* orders = nullptr;
  TableView* table = nullptr;
};

} // namespace

class ColumnChooserTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void chooser_listsEveryColumnAsItStands()
  {
    Fixture f;
    f.table->setColumnHidden(2, true);
    const QMenu* menu = f.chooser();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), f.table->model()->columnCount());
    for (int column = 0; column < f.table->model()->columnCount(); ++column) {
      const QAction* action = menu->actions().at(column);
      QCOMPARE(action->text(), f.table->model()->headerData(column, Qt::Horizontal).toString());
      QCOMPARE(action->isChecked(), !f.table->isColumnHidden(column));
    }
  }

  void choice_hidesAndShowsAndIsRemembered()
  {
    Fixture f;
    QVERIFY(!f.table->isColumnHidden(3));
    QMenu* menu = f.chooser();
    QVERIFY(menu);
    menu->actions().at(3)->trigger();
    QVERIFY(f.table->isColumnHidden(3));
    menu->close();
    f.window->close();
    f.open();
    QVERIFY(f.table->isColumnHidden(3));
    menu = f.chooser();
    QVERIFY(menu);
    menu->actions().at(3)->trigger();
    QVERIFY(!f.table->isColumnHidden(3));
  }
};

SC_TEST(ColumnChooserTest)
#include "columnchooser_test.moc"
