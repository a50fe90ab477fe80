#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/actions/actions.h"
#include "ui/mainwindow/palette.h"
#include "ui/mainwindow/shortcutsheet.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

/// The window with its palette open.
struct Fixture : PageFixture {
  Fixture() : PageFixture(20)
  {
    openWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    open();
  }

  void open()
  {
    window->openPalette();
    palette = window->findChild<Palette*>();
    field = palette->findChild<QLineEdit*>();
    list = palette->findChild<QListWidget*>();
  }
  void type(const QString& text) const { field->setText(text); }
  void key(Qt::Key key) const { QTest::keyClick(field, key); }
  QString title(int row) const { return list->item(row) ? list->item(row)->text() : QString(); }
  QString shownPage() const { return window->pageId(window->currentPage()); }

  Palette* palette = nullptr;
  QLineEdit* field = nullptr;
  QListWidget* list = nullptr;
};

} // namespace

class PaletteTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void everyPage_isOfferedAtOnce()
  {
    Fixture f;
    QVERIFY(f.palette->isVisible());
    QStringList titles;
    for (int row = 0; row < f.list->count(); ++row)
      titles.append(f.title(row));
    for (const PageInfo& page : pageTable())
      QVERIFY2(titles.contains(pageTitle(page)), page.id);
  }

  void page_isFoundAndOpenedByEnter()
  {
    Fixture f;
    QVERIFY(f.shownPage() != u"shipments");
    f.type(QStringLiteral("shipm"));
    QCOMPARE(f.list->count(), 1);
    QCOMPARE(f.title(0), QStringLiteral("Shipments"));
    f.key(Qt::Key_Return);
    QVERIFY(!f.palette->isVisible());
    QCOMPARE(f.shownPage(), QStringLiteral("shipments"));
  }

  void action_isFoundByItsWordsAndRuns()
  {
    Fixture f;
    const double before = textScale();
    f.type(QStringLiteral("text larg")); // words in any order, from their beginning
    QCOMPARE(f.title(0), actionText(CommandId::LargerText));
    f.key(Qt::Key_Return);
    QVERIFY(textScale() > before);
    applyTheme(*qApp, ThemeMode::Light, before);
  }

  void order_isFoundByItsNumberAndOpened()
  {
    Fixture f;
    f.type(QStringLiteral("SC-10007"));
    QTRY_VERIFY(f.title(0).startsWith(QStringLiteral("SC-10007")));
    f.key(Qt::Key_Return);
    QCOMPARE(f.shownPage(), QStringLiteral("orders"));
    const auto* details = f.window->findChild<OrderDetailsView*>();
    QTRY_COMPARE(details->number(), QStringLiteral("SC-10007"));
  }

  void arrows_goRoundTheList()
  {
    Fixture f;
    const int last = f.list->count() - 1;
    QVERIFY(last > 0);
    QCOMPARE(f.list->currentRow(), 0);
    f.key(Qt::Key_Down);
    QCOMPARE(f.list->currentRow(), 1);
    f.key(Qt::Key_Up);
    f.key(Qt::Key_Up);
    QCOMPARE(f.list->currentRow(), last);
    f.key(Qt::Key_Down);
    QCOMPARE(f.list->currentRow(), 0);
  }

  void escape_leavesEverythingAsItWas()
  {
    Fixture f;
    const QString before = f.shownPage();
    f.type(QStringLiteral("shipm"));
    f.key(Qt::Key_Escape);
    QVERIFY(!f.palette->isVisible());
    QCOMPARE(f.shownPage(), before);
    f.open();
    QVERIFY(f.field->text().isEmpty()); // opened anew
  }

  void nothing_isSaidWhereNothingIsFound()
  {
    Fixture f;
    f.type(QStringLiteral("qqqq"));
    QCOMPARE(f.list->count(), 0);
    const auto labels = f.palette->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
      return label->isVisible() && label->text() == QStringLiteral("Nothing found");
    }));
    f.key(Qt::Key_Return); // nothing to run
    QVERIFY(f.palette->isVisible());
  }

  void shortcutSheet_listsEveryActionWithKeys()
  {
    const ShortcutSheet sheet;
    QStringList shown;
    for (const auto* label : sheet.findChildren<QLabel*>())
      shown.append(label->text());
    QStringList missing;
    for (const ActionInfo& action : actionTable())
      for (const QKeySequence& key : actionShortcuts(action.id)) {
        const bool isThere = std::ranges::any_of(
            shown, [&](const QString& text) { return text.contains(key.toString(QKeySequence::NativeText)); });
        if (!isThere || !shown.contains(actionText(action.id)))
          missing.append(QString::fromLatin1(action.key));
      }
    QCOMPARE(missing, QStringList());
  }
};

SC_TEST(PaletteTest)
#include "palette_test.moc"
