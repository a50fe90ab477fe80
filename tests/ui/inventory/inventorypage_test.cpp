#include "core/stock/work.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/inventory/adjustdialog.h"
#include "ui/inventory/thresholdsdialog.h"
#include "ui/inventory/undodialog.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

void receive(PageFixture& f, const QString& sku, qint64 quantity)
{
  const auto write = [&](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY(adjustByHand(c, {QStringLiteral("owner")}, {sku, QString(), QString()}, quantity, QStringLiteral("found"),
                        PageFixture::kNow, changes));
    return {};
  };
  must(f.db->write(write).takeResult());
}

bool says(QWidget* page, const QString& text)
{
  const auto labels = page->findChildren<QLabel*>();
  return std::any_of(labels.begin(), labels.end(), [&](const QLabel* l) { return l->text().contains(text); });
}

} // namespace

class InventoryPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void list_showsWhatLiesWhereAndTheLedgerOfTheChosenArticle()
  {
    PageFixture f(0);
    receive(f, QStringLiteral("TEA-1"), 12);
    receive(f, QStringLiteral("CUP-1"), 3);
    f.openWindow();
    Page* page = f.page(QStringLiteral("inventory"));
    auto* table = page->findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("CUP-1"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTRY_VERIFY(says(page, QStringLiteral("on hand +12")));
    QVERIFY(says(page, QStringLiteral("Replenishment")));
  }

  void ledger_offersToTakeBackWhatPeopleDid()
  {
    PageFixture f(0);
    receive(f, QStringLiteral("TEA-1"), 12);
    f.openWindow();
    Page* page = f.page(QStringLiteral("inventory"));
    auto* table = page->findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto undo = [&]() -> QPushButton* {
      for (QPushButton* found : page->findChildren<QPushButton*>())
        if (found->accessibleName() == QStringLiteral("Take this movement back"))
          return found;
      return nullptr;
    };
    QTRY_VERIFY(undo());
    undo()->click();
    auto* dialog = page->findChild<UndoDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("was not there"));
    dialog->accept();
    QTRY_VERIFY(says(page, QStringLiteral("on hand \u221212")) || says(page, QStringLiteral("on hand -12")));
    QVERIFY(says(page, QStringLiteral("taken back")));
  }

  void search_narrowsTheListAndSaysWhenNothingFits()
  {
    PageFixture f(0);
    receive(f, QStringLiteral("TEA-1"), 12);
    receive(f, QStringLiteral("CUP-1"), 3);
    f.openWindow();
    Page* page = f.page(QStringLiteral("inventory"));
    auto* table = page->findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto* text = page->findChild<QLineEdit*>();
    text->setText(QStringLiteral("tea"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    text->setText(QStringLiteral("nothing like it"));
    QTRY_VERIFY(says(page, QStringLiteral("No stock fits this filter.")));
  }

  void emptyStock_saysWhatToDoNext()
  {
    PageFixture f(0);
    f.openWindow();
    Page* page = f.page(QStringLiteral("inventory"));
    QTRY_VERIFY(says(page, QStringLiteral("There is no stock yet.")));
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(says(page, QStringLiteral("还没有库存。")));
  }

  void block_isReadAsASpreadsheetCopiesIt()
  {
    const ThresholdBlock block = thresholdBlock(
        QStringLiteral("SKU\tPieces\tWarehouse\nTEA-1\t12\t\r\nCUP-1\t1,200\tsouth\nPOT\t\n\nBAD\tmany\n"));
    QCOMPARE(block.thresholds.size(), std::size_t(3));
    QCOMPARE(block.thresholds[0].subject, QStringLiteral("TEA-1"));
    QCOMPARE(block.thresholds[0].low.value(), qint64(12));
    QCOMPARE(block.thresholds[1].low.value(), qint64(1200));
    QCOMPARE(block.thresholds[1].warehouse, QStringLiteral("south"));
    QVERIFY(!block.thresholds[2].low);
    QCOMPARE(block.faults.size(), 1);
    QCOMPARE(thresholdBlock(QStringLiteral("TEA-1\t12x")).faults.size(), 1); // no heading: it has a number
  }

  void blockOfThousands_isTakenOver()
  {
    QString text;
    for (int i = 0; i < 6000; ++i)
      text += QStringLiteral("S-%1\t%2\n").arg(i).arg(i % 9);
    ThresholdsDialog dialog({}, {});
    dialog.paste(text);
    dialog.paste(text); // the same again changes nothing
    QCOMPARE(dialog.changed().size(), std::size_t(6000));
  }

  void thresholds_onlyTellWhatChanged()
  {
    StockThreshold known;
    known.scope = ThresholdScope::Sku;
    known.subject = QStringLiteral("TEA-1");
    known.low = 12;
    known.deadDays = 30;
    ThresholdsDialog dialog({known}, {});
    QVERIFY(dialog.changed().empty());
    dialog.paste(QStringLiteral("TEA-1\t12\nCUP-1\t4"));
    QCOMPARE(dialog.changed().size(), std::size_t(1));
    dialog.paste(QStringLiteral("TEA-1\t20"));
    const auto changed = dialog.changed();
    QCOMPARE(changed.size(), std::size_t(2));
    QCOMPARE(changed.front().low.value(), qint64(20));
    QCOMPARE(changed.front().deadDays.value(), qint64(30)); // a block sets pieces alone
  }

  void thresholdOfACategory_isTypedCellByCell()
  {
    ThresholdsDialog dialog({}, {{QStringLiteral("Tea")}, {QStringLiteral("south")}});
    auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), 1); // the empty one
    table->item(0, 0)->setData(Qt::UserRole, int(ThresholdScope::Category));
    table->item(0, 1)->setText(QStringLiteral("Tea"));
    table->item(0, 4)->setText(QStringLiteral("7.5"));
    table->item(0, 5)->setText(QStringLiteral("97.5 %"));
    QCOMPARE(table->rowCount(), 2);
    StockThreshold wanted;
    wanted.scope = ThresholdScope::Category;
    wanted.subject = QStringLiteral("Tea");
    wanted.leadDays = 7.5;
    wanted.service = 0.975;
    QVERIFY(dialog.changed() == std::vector{wanted});
    ThresholdsDialog again({wanted}, {});
    QVERIFY(again.changed().empty()); // what is shown is what was typed
  }

  void thresholdThatSaysNothing_isNamed()
  {
    ThresholdsDialog dialog({}, {});
    auto* table = dialog.findChild<QTableWidget*>();
    auto* fault = dialog.findChild<QLabel*>(QStringLiteral("fault"));
    table->item(0, 0)->setData(Qt::UserRole, int(ThresholdScope::Category));
    QVERIFY(fault->text().contains(QStringLiteral("does not say what it holds for")));
    table->item(0, 1)->setText(QStringLiteral("Tea"));
    table->item(0, 5)->setText(QStringLiteral("100"));
    QVERIFY(fault->text().contains(QStringLiteral("Tea")));
    QVERIFY(dialog.changed().empty());
  }

  void thresholdThatIsCleared_isTakenAway()
  {
    StockThreshold known;
    known.scope = ThresholdScope::Sku;
    known.subject = QStringLiteral("TEA-1");
    known.low = 12;
    ThresholdsDialog dialog({known}, {});
    auto* table = dialog.findChild<QTableWidget*>();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    const auto changed = dialog.changed();
    QCOMPARE(changed.size(), std::size_t(1));
    QCOMPARE(changed.front().subject, QStringLiteral("TEA-1"));
    QVERIFY(!changed.front().low);
  }

  void adjustment_needsADifferenceAReasonAndEnoughOnHand()
  {
    StockListRow row;
    row.sku = QStringLiteral("TEA-1");
    row.onHand = 5;
    AdjustDialog dialog(row);
    const auto buttons = dialog.findChildren<QPushButton*>();
    const auto ok = *std::ranges::find_if(buttons, [](QPushButton* b) { return b->text() == u"Adjust"; });
    auto* delta = dialog.findChild<QSpinBox*>();
    auto* reason = dialog.findChild<QComboBox*>();
    QVERIFY(!ok->isEnabled());
    delta->setValue(-2);
    QVERIFY(!ok->isEnabled());
    reason->setEditText(QStringLiteral("broken"));
    QVERIFY(ok->isEnabled());
    delta->setValue(-6);
    QVERIFY(!ok->isEnabled());
    QCOMPARE(dialog.reason(), QStringLiteral("broken"));
  }
};

SC_TEST(InventoryPageTest)
#include "inventorypage_test.moc"
