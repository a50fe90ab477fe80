#include "tests/support/testmain.h"
#include "ui/tables/plaintable.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPaintEvent>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace supercargo;

namespace {

/// What of a widget is drawn anew.
class DrawnRegion : public QObject {
public:
  QRegion region;
  bool eventFilter(QObject*, QEvent* event) override
  {
    if (event->type() == QEvent::Paint)
      region += static_cast<QPaintEvent*>(event)->region();
    return false;
  }
};

/// A table of three rows between two fields.
struct Desk {
  explicit Desk(QAbstractItemView::SelectionBehavior choice = QAbstractItemView::SelectRows)
  {
    for (int row = 0; row < table->rowCount(); ++row)
      for (int column = 0; column < table->columnCount(); ++column)
        table->setItem(row, column, new QTableWidgetItem(QStringLiteral("%1 %2").arg(row).arg(column)));
    dressPlainTable(*table, 1, choice);
    setHeadings(*table, {QStringLiteral("Name"), QStringLiteral("Where"), QStringLiteral("Times")}, {2});
    auto* column = new QVBoxLayout(&window);
    column->addWidget(before);
    column->addWidget(table);
    column->addWidget(after);
    window.resize(500, 300);
    window.show();
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    before->setFocus();
  }
  QPoint middleOf(int row, int column) const { return table->visualItemRect(table->item(row, column)).center(); }
  /// The cell has a line of the accent's colour along its upper and lower edges.
  bool isFramed(int row, int column) const
  {
    const QImage image = table->viewport()->grab().toImage();
    const QRect cell = table->visualItemRect(table->item(row, column));
    const auto isLine = [&](int y) {
      return image.pixelColor(QPoint(cell.right() - 3, y) * image.devicePixelRatio()) == ink(Ink::Accent);
    };
    return isLine(cell.top()) && isLine(cell.bottom());
  }

  QWidget window;
  QLineEdit *before = new QLineEdit, *after = new QLineEdit;
  QTableWidget* table = new QTableWidget(3, 3);
};

} // namespace

class PlainTableTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  void untouchedTable_framesTheRowThatTabEnters()
  {
    Desk f;
    QVERIFY(!f.isFramed(0, 0));
    QTest::keyClick(f.before, Qt::Key_Tab);
    QTRY_VERIFY(f.table->hasFocus());
    QVERIFY(f.table->selectedItems().isEmpty()); // nothing was chosen by that
    for (int column = 0; column < 3; ++column) {
      QVERIFY(f.isFramed(0, column));
      QVERIFY(!f.isFramed(1, column));
    }
    QTest::keyClick(f.table, Qt::Key_Tab);
    QTRY_VERIFY(f.after->hasFocus());
    QVERIFY(!f.isFramed(0, 0));
  }

  void arrows_moveChoiceAndFrameTogether()
  {
    Desk f;
    DrawnRegion drawn;
    f.table->viewport()->installEventFilter(&drawn);
    f.table->setFocus();
    QTRY_VERIFY(drawn.region.contains(f.middleOf(0, 2)));
    QVERIFY(f.isFramed(0, 2));
    QCoreApplication::processEvents();
    drawn.region = {};
    QTest::keyClick(f.table, Qt::Key_Down);
    QCOMPARE(f.table->selectedItems().size(), 3);
    QCOMPARE(f.table->currentRow(), 1);
    QTRY_VERIFY(drawn.region.contains(f.middleOf(1, 2)));
    QVERIFY(drawn.region.contains(f.middleOf(0, 2))); // the row that was left, all of it
    QVERIFY(f.isFramed(1, 0) && f.isFramed(1, 2) && !f.isFramed(0, 2));
    QTest::keyClick(f.table, Qt::Key_Right);
    QCOMPARE(f.table->selectedItems().size(), 3);
  }

  void tableOfCells_choosesOneOfThem()
  {
    Desk f(QAbstractItemView::SelectItems);
    f.table->setFocus();
    QTest::keyClick(f.table, Qt::Key_Down);
    QTest::keyClick(f.table, Qt::Key_Right);
    QCOMPARE(f.table->selectedItems(), QList<QTableWidgetItem*>{f.table->item(1, 1)});
    QVERIFY(!f.isFramed(1, 0));
  }

  void cells_cannotBeEdited()
  {
    Desk f;
    f.table->setFocus();
    f.table->setCurrentCell(0, 0);
    QTest::keyClick(f.table, Qt::Key_F2);
    QTest::keyClicks(f.table, QStringLiteral("x"));
    QVERIFY(f.table->findChildren<QLineEdit*>().isEmpty());
    QCOMPARE(f.table->item(0, 0)->text(), QStringLiteral("0 0"));
  }

  void headings_standWhereTheirCellsDo()
  {
    const Desk f;
    QCOMPARE(f.table->horizontalHeaderItem(0)->textAlignment(), 0); // as the header's own
    QVERIFY(f.table->horizontalHeader()->defaultAlignment() & Qt::AlignLeft);
    QVERIFY(f.table->horizontalHeaderItem(2)->textAlignment() & Qt::AlignRight);
  }
};

SC_TEST(PlainTableTest)
#include "plaintable_test.moc"
