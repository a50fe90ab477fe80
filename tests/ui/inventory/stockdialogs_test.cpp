#include "core/labels/printqueue.h"
#include "core/stock/counts.h"
#include "core/store/articleweights.h"
#include "core/store/catalogue.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/inventory/alertspanel.h"
#include "ui/inventory/costdialog.h"
#include "ui/inventory/countdialog.h"
#include "ui/inventory/holdsdialog.h"
#include "ui/inventory/linksdialog.h"
#include "ui/inventory/movedialog.h"
#include "ui/inventory/openingdialog.h"
#include "ui/inventory/partsdialog.h"
#include "ui/inventory/pastdialog.h"
#include "ui/inventory/productlabelsdialog.h"
#include "ui/inventory/stockdesk.h"
#include "ui/inventory/transfersdialog.h"
#include "ui/inventory/undodialog.h"
#include "ui/inventory/weightdialog.h"
#include "ui/print/pagepreview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTreeWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QString kTea = QStringLiteral("TEA-1"), kMain = QStringLiteral("main");

PageContext quietContext(PageFixture& f)
{
  PageContext context = f.context();
  context.actions.notify = [](const QString&) {};
  return context;
}

template <class Write>
void put(PageFixture& f, Write write)
{
  must(f.db->write([&](Connection& c, ChangeSet& changes) -> Result<void> {
             SC_TRY(write(c, changes));
             return {};
           })
           .takeResult());
}

void receive(PageFixture& f, const QString& sku, qint64 quantity)
{
  put(f, [&](Connection& c, ChangeSet& changes) {
    return receiveStock(c, {QStringLiteral("owner")}, {{sku, {}, {}}, quantity, {}, {}, {}, {}},
                        PageFixture::kNow - std::chrono::hours(48), changes);
  });
}

void sellable(PageFixture& f, const QString& sku, const QString& barcode)
{
  put(f, [&](Connection& c, ChangeSet& changes) {
    ProductSnapshot p;
    p.externalId = sku;
    p.title = QStringLiteral("Title of ") + sku;
    p.variantIds = QStringList{sku};
    VariantSnapshot v;
    v.externalId = v.sku = sku;
    v.barcode = barcode;
    v.price = Money(1290, *Currency::of(QStringLiteral("CNY")));
    p.variants = {v};
    return upsertProducts(c, {f.account, std::nullopt, PageFixture::kNow}, {p}, changes);
  });
}

StockListRow rowOf(PageFixture& f, const QString& sku)
{
  StockListQuery query;
  query.filter.text = sku;
  return f.read<std::vector<StockListRow>>([query](Connection& c) { return stockListRows(c, query); }).front();
}

qint64 onHand(PageFixture& f, const QString& sku, const QString& warehouse = kMain)
{
  return f.read<StockRow>([=](Connection& c) { return stockRow(c, sku, warehouse); }).onHand;
}

QPushButton* button(QWidget* in, const QString& text)
{
  for (QPushButton* found : in->findChildren<QPushButton*>())
    if (found->text() == text)
      return found;
  return nullptr;
}

template <class T>
T* named(QWidget* in, const QString& accessibleName)
{
  for (T* found : in->findChildren<T*>())
    if (found->accessibleName() == accessibleName)
      return found;
  return nullptr;
}

bool says(QWidget* in, const QString& text)
{
  const auto labels = in->findChildren<QLabel*>();
  return std::any_of(labels.begin(), labels.end(), [&](const QLabel* l) { return l->text().contains(text); });
}

} // namespace

/// What a person does with stock, through its dialogs, down to the ledger.
class StockDialogsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void everyTask_hasAWordInBothLanguages()
  {
    QMenu menu;
    StockDesk::fill(menu);
    QStringList english;
    for (const QAction* action : menu.actions())
      english << action->text();
    setLanguage(QStringLiteral("zh_CN"));
    StockDesk::fill(menu);
    for (const QAction* action : menu.actions())
      QVERIFY2(action->isSeparator() || !english.contains(action->text()), qPrintable(action->text()));
  }

  void receipt_comesWithLotExpiryAndCost()
  {
    PageFixture f(1);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Receive, {rowOf(f, kTea)}, {});
    auto* dialog = page.findChild<MoveDialog*>();
    QVERIFY(dialog);
    named<QSpinBox>(dialog, QStringLiteral("Pieces"))->setValue(7);
    dialog->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(!button(dialog, QStringLiteral("Receive"))->isEnabled()); // a date of expiry belongs to a lot
    named<QLineEdit>(dialog, QStringLiteral("Lot"))->setText(QStringLiteral("L7"));
    named<QLineEdit>(dialog, QStringLiteral("Cost of a piece, CNY"))->setText(QStringLiteral("3.50"));
    button(dialog, QStringLiteral("Receive"))->click();
    QTRY_COMPARE(onHand(f, kTea), 12);
    const auto cost = f.read<std::vector<ArticleCost>>([](Connection& c) { return costHistory(c, kTea); });
    QCOMPARE(cost.front().cost.minor(), 350);
    const auto moved = f.read<std::vector<StockMovement>>([](Connection& c) { return stockHistory(c, kTea, 1); });
    QCOMPARE(moved.front().lot, QStringLiteral("L7"));
  }

  void scrap_wantsAReasonAndNoMoreThanThereIs()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Scrap, {rowOf(f, kTea)}, {});
    auto* dialog = page.findChild<MoveDialog*>();
    auto* pieces = named<QSpinBox>(dialog, QStringLiteral("Pieces"));
    QPushButton* scrap = button(dialog, QStringLiteral("Scrap"));
    pieces->setValue(2);
    QVERIFY(!scrap->isEnabled());
    named<QComboBox>(dialog, QStringLiteral("Reason"))->setEditText(QStringLiteral("wet"));
    QVERIFY(scrap->isEnabled());
    pieces->setValue(6);
    QVERIFY(!scrap->isEnabled());
    QVERIFY(says(dialog, QStringLiteral("Only 5 are available.")));
    pieces->setValue(2);
    scrap->click();
    QTRY_COMPARE(onHand(f, kTea), 3);
  }

  void transfer_leavesHereAndArrivesThere()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.setWarehouses({kMain, QStringLiteral("south")});
    desk.start(StockTask::Send, {rowOf(f, kTea)}, {});
    auto* sending = page.findChild<MoveDialog*>();
    named<QSpinBox>(sending, QStringLiteral("Pieces"))->setValue(4);
    QCOMPARE(sending->wish().to, QStringLiteral("south"));
    button(sending, QStringLiteral("Send"))->click();
    QTRY_COMPARE(onHand(f, kTea), 1);
    desk.start(StockTask::Arrive, {}, {});
    QTRY_VERIFY(page.findChild<TransfersDialog*>());
    auto* arriving = page.findChild<TransfersDialog*>();
    named<QSpinBox>(arriving, QStringLiteral("Pieces of TEA-1 that came"))->setValue(3);
    arriving->findChild<QCheckBox*>()->setChecked(true); // the fourth is lost
    button(arriving, QStringLiteral("Receive"))->click();
    QTRY_COMPARE(onHand(f, kTea, QStringLiteral("south")), 3);
    QVERIFY(f.read<std::vector<TransferRow>>([](Connection& c) { return openTransfers(c); }).empty());
  }

  void transferThatIsLostAltogether_endsWithItsLossInTheLedger()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.setWarehouses({kMain, QStringLiteral("south")});
    put(f, [](Connection& c, ChangeSet& changes) {
      return sendTransfer(c, {QStringLiteral("owner")}, kMain, QStringLiteral("south"), {{kTea, {}, 4}}, {},
                          PageFixture::kNow, changes);
    });
    desk.start(StockTask::Arrive, {}, {});
    QTRY_VERIFY(page.findChild<TransfersDialog*>());
    auto* arriving = page.findChild<TransfersDialog*>();
    QPushButton* receiveIt = button(arriving, QStringLiteral("Receive"));
    named<QSpinBox>(arriving, QStringLiteral("Pieces of TEA-1 that came"))->setValue(0);
    QVERIFY(!receiveIt->isEnabled()); // nothing came and nothing is said of the rest
    arriving->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(receiveIt->isEnabled());
    receiveIt->click();
    QTRY_VERIFY(f.read<std::vector<TransferRow>>([](Connection& c) { return openTransfers(c); }).empty());
    QCOMPARE(onHand(f, kTea, QStringLiteral("south")), 0);
    const auto moved = f.read<std::vector<StockMovement>>([](Connection& c) { return stockHistory(c, kTea, 1); });
    QCOMPARE(moved.front().kind, QStringLiteral("transfer_lost"));
    QCOMPARE(moved.front().transferDelta, -4);
  }

  void goods_areBlockedWithAReasonAndGivenFree()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    QString said;
    PageContext context = quietContext(f);
    context.actions.notify = [&](const QString& sentence) { said = sentence; };
    StockDesk desk(context, QTimeZone::utc(), &page);
    desk.start(StockTask::Block, {rowOf(f, kTea)}, {});
    auto* dialog = page.findChild<MoveDialog*>();
    named<QSpinBox>(dialog, QStringLiteral("Pieces"))->setValue(2);
    QPushButton* block = button(dialog, QStringLiteral("Block"));
    QVERIFY(!block->isEnabled());
    named<QComboBox>(dialog, QStringLiteral("Reason"))->setEditText(QStringLiteral("wet"));
    block->click();
    QTRY_COMPARE(rowOf(f, kTea).blocked, 2);
    QTRY_COMPARE(said, QStringLiteral("2 pieces of TEA-1 are blocked."));
    QTRY_VERIFY(!page.findChild<MoveDialog*>());
    desk.start(StockTask::Unblock, {rowOf(f, kTea)}, {});
    dialog = page.findChild<MoveDialog*>();
    auto* pieces = named<QSpinBox>(dialog, QStringLiteral("Pieces"));
    named<QComboBox>(dialog, QStringLiteral("Reason"))->setEditText(QStringLiteral("dry again"));
    pieces->setValue(3);
    QVERIFY(says(dialog, QStringLiteral("Only 2 are blocked.")));
    pieces->setValue(2);
    button(dialog, QStringLiteral("Unblock"))->click();
    QTRY_COMPARE(rowOf(f, kTea).available(), 5);
    const auto moved = f.read<std::vector<StockMovement>>([](Connection& c) { return stockHistory(c, kTea, 1); });
    QCOMPARE(moved.front().reason, QStringLiteral("dry again"));
  }

  void goods_areHeldForSomebodyAndLetGo()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Hold, {rowOf(f, kTea)}, {});
    auto* dialog = page.findChild<MoveDialog*>();
    named<QSpinBox>(dialog, QStringLiteral("Pieces"))->setValue(3);
    named<QComboBox>(dialog, QStringLiteral("For whom, why"))->setEditText(QStringLiteral("Mr Wu"));
    dialog->findChild<QCheckBox*>()->setChecked(true);
    button(dialog, QStringLiteral("Hold"))->click();
    QTRY_COMPARE(rowOf(f, kTea).reserved, 3);
    const auto holds = [&] { return f.read<std::vector<StockHold>>([](Connection& c) { return stockHolds(c); }); };
    QCOMPARE(holds().front().reason, QStringLiteral("Mr Wu"));
    QVERIFY(holds().front().until);
    desk.start(StockTask::Holds, {}, {});
    QTRY_VERIFY(page.findChild<HoldsDialog*>());
    auto* list = page.findChild<HoldsDialog*>();
    QPushButton* letGo = button(list, QStringLiteral("Let go"));
    QVERIFY(!letGo->isEnabled());
    list->findChild<QTableWidget*>()->selectRow(0);
    letGo->click();
    QTRY_VERIFY(holds().empty());
    QCOMPARE(rowOf(f, kTea).reserved, 0);
  }

  void movement_isTakenBackOnceAndWithAReason()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    QStringList said;
    PageContext context = quietContext(f);
    context.actions.notify = [&](const QString& sentence) { said << sentence; };
    StockDesk desk(context, QTimeZone::utc(), &page);
    const auto history = [&] {
      return f.read<std::vector<StockMovement>>([](Connection& c) { return stockHistory(c, kTea, 9); });
    };
    const StockMovement movement = history().front();
    for (int time = 0; time < 2; ++time) {
      desk.undo(movement);
      auto* dialog = page.findChild<UndoDialog*>();
      QVERIFY(says(dialog, QStringLiteral("on hand +5")));
      QPushButton* undo = button(dialog, QStringLiteral("Take back"));
      QVERIFY(!undo->isEnabled());
      named<QLineEdit>(dialog, QStringLiteral("Reason"))->setText(QStringLiteral("wrong article"));
      undo->click();
      QTRY_COMPARE(said.size(), time + 1);
      QTRY_VERIFY(!page.findChild<UndoDialog*>());
    }
    QCOMPARE(onHand(f, kTea), 0);
    QCOMPARE(history().size(), std::size_t(2)); // the second time nothing happened, and it was said
    QCOMPARE(history().front().undoes, std::optional(movement.id));
    QCOMPARE(history().front().reason, QStringLiteral("wrong article"));
    QVERIFY(said.back().startsWith(QStringLiteral("Nothing was moved")));
  }

  void blindCount_isScannedHandedInAndApproved()
  {
    PageFixture f(1);
    receive(f, kTea, 5);
    sellable(f, kTea, QStringLiteral("4006381333931"));
    CountDialog dialog(quietContext(f), {kTea}, {kMain});
    dialog.setVisible(true);
    QTRY_VERIFY(button(&dialog, QStringLiteral("Begin"))->isVisible());
    button(&dialog, QStringLiteral("Begin"))->click();
    auto* lines = named<QTableWidget>(&dialog, QStringLiteral("What is counted"));
    auto* code = named<QLineEdit>(&dialog, QStringLiteral("Scanned SKU or bar code"));
    QTRY_VERIFY(lines->isVisible());
    QVERIFY(lines->isColumnHidden(3)); // the book
    const auto scan = [&](const QString& what) {
      code->setText(what);
      QTest::keyClick(code, Qt::Key_Return);
    };
    scan(QStringLiteral("4006381333931"));
    QTRY_COMPARE(lines->item(0, 2)->text(), QStringLiteral("1"));
    QVERIFY(dialog.isVisible()); // the Enter of a scanner does not close it
    scan(kTea);
    QTRY_COMPARE(lines->item(0, 2)->text(), QStringLiteral("2"));
    scan(QStringLiteral("nobody knows this"));
    QTRY_VERIFY(says(&dialog, QStringLiteral("No article has the SKU or bar code “nobody knows this”.")));
    lines->item(0, 2)->setText(QStringLiteral("4"));
    QTRY_VERIFY(button(&dialog, QStringLiteral("Everything is counted"))->isEnabled());
    QTRY_COMPARE(f.read<StockCount>([](Connection& c) { return stockCount(c, 1); }).lines.front().counted,
                 std::optional<qint64>(4));
    button(&dialog, QStringLiteral("Everything is counted"))->click();
    QTRY_COMPARE(f.read<StockCount>([](Connection& c) { return stockCount(c, 1); }).state, CountState::Submitted);
    QTRY_VERIFY(button(&dialog, QStringLiteral("Approve"))->isVisible());
    QVERIFY(!lines->isColumnHidden(3));
    QCOMPARE(lines->item(0, 4)->text().remove(QChar(0x2212)).remove(u'-'), QStringLiteral("1")); // one is missing
    QCOMPARE(onHand(f, kTea), 5); // nothing moves before it is approved
    button(&dialog, QStringLiteral("Approve"))->click();
    QTRY_COMPARE(onHand(f, kTea), 4);
  }

  void labels_goToTheQueueWithTheirCopies()
  {
    PageFixture f(1);
    receive(f, kTea, 5);
    receive(f, QStringLiteral("NOBODY-SELLS-IT"), 1);
    sellable(f, kTea, QStringLiteral("4006381333931"));
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Labels, {rowOf(f, kTea), rowOf(f, QStringLiteral("NOBODY-SELLS-IT"))}, {});
    auto* dialog = page.findChild<ProductLabelsDialog*>();
    QVERIFY(dialog);
    auto* other = named<QSpinBox>(dialog, QStringLiteral("Copies of NOBODY-SELLS-IT"));
    QTRY_VERIFY(!other->isEnabled());
    named<QSpinBox>(dialog, QStringLiteral("Copies of each article"))->setValue(120);
    QCOMPARE(other->value(), 0);
    auto* preview = dialog->findChild<PagePreview*>();
    QTRY_VERIFY(!preview->image().isNull());
    if (!QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty()) { // what is shown can be scanned
      const QString file = f.temp.file(QStringLiteral("label.png"));
      QVERIFY(preview->image().save(file));
      QProcess reader;
      reader.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), file});
      QVERIFY(reader.waitForFinished());
      QVERIFY(reader.readAllStandardOutput().contains("4006381333931"));
    }
    button(dialog, QStringLiteral("Print"))->click();
    const auto jobs = [&] {
      return f.read<std::vector<PrintJob>>([](Connection& c) { return printJobs(c, {PrintState::Queued}, 10); });
    };
    QTRY_COMPARE(jobs().size(), std::size_t(2)); // 99 and 21
    QCOMPARE(jobs()[0].what.copies + jobs()[1].what.copies, 120);
    QCOMPARE(jobs()[0].what.subject, kTea);
    QCOMPARE(jobs()[0].what.document, PrintDocument::ProductLabel);
  }

  void weight_isSaidAndForgotten()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    QString said;
    PageContext context = quietContext(f);
    context.actions.notify = [&](const QString& sentence) { said = sentence; };
    StockDesk desk(context, QTimeZone::utc(), &page);
    const auto known = [&] {
      return f.read<std::optional<qint64>>([](Connection& c) { return articleWeight(c, kTea); });
    };
    const auto ask = [&](const QString& shown, int grams) {
      desk.start(StockTask::Weight, {rowOf(f, kTea)}, {});
      QTRY_VERIFY(page.findChild<WeightDialog*>());
      auto* dialog = page.findChild<WeightDialog*>();
      auto* field = named<QSpinBox>(dialog, QStringLiteral("Weight"));
      QCOMPARE(field->text(), shown);
      QVERIFY(!button(dialog, QStringLiteral("Save"))->isEnabled()); // nothing is changed yet
      field->setValue(grams);
      button(dialog, QStringLiteral("Save"))->click();
      QTRY_VERIFY(!page.findChild<WeightDialog*>());
    };
    ask(QStringLiteral("not known"), 350);
    QTRY_COMPARE(said, QStringLiteral("The weight of TEA-1 is saved."));
    QCOMPARE(known(), std::optional<qint64>(350));
    ask(QStringLiteral("350 g"), 0);
    QTRY_COMPARE(said, QStringLiteral("The weight of TEA-1 is not known any more."));
    QCOMPARE(known(), std::optional<qint64>());
  }

  void bundle_tellsWhatItsPartsWeigh()
  {
    PageFixture f(0);
    receive(f, kTea, 5); // it was an article before it became a bundle
    put(f, [](Connection& c, ChangeSet& changes) {
      return defineBundle(c, {QStringLiteral("owner")}, kTea, {{QStringLiteral("CUP"), 2}}, PageFixture::kNow, changes);
    });
    put(f, [](Connection& c, ChangeSet& changes) {
      return setWeight(c, {QStringLiteral("owner")}, QStringLiteral("CUP"), 600, PageFixture::kNow, changes);
    });
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Weight, {rowOf(f, kTea)}, {});
    QTRY_VERIFY(page.findChild<WeightDialog*>());
    auto* dialog = page.findChild<WeightDialog*>();
    QVERIFY(says(dialog, QStringLiteral("Its parts weigh 1,200 g together")));
    QCOMPARE(dialog->grams(), std::optional<qint64>());
  }

  void linksAreMadeAndTakenAwayByHand()
  {
    PageFixture f(1);
    receive(f, kTea, 5);
    LinksDialog dialog(quietContext(f), kTea);
    dialog.setVisible(true);
    auto* sku = named<QLineEdit>(&dialog, QStringLiteral("SKU in the shop"));
    auto* shop = named<QComboBox>(&dialog, QStringLiteral("Shop"));
    QTRY_COMPARE(shop->count(), 1);
    QPushButton* link = named<QPushButton>(&dialog, QStringLiteral("Link by hand"));
    QVERIFY(!link->isEnabled());
    sku->setText(QStringLiteral("T1"));
    link->click();
    const auto links = [&] { return f.read<std::vector<ArticleLink>>([](Connection& c) { return articleLinks(c); }); };
    QTRY_COMPARE(links().size(), std::size_t(1));
    QCOMPARE(links().front().article, kTea);
    auto* table = named<QTableWidget>(&dialog, QStringLiteral("What is linked"));
    QTRY_COMPARE(table->rowCount(), 1);
    table->setCurrentCell(0, 0);
    button(&dialog, QStringLiteral("Unlink"))->click();
    QTRY_VERIFY(links().empty());
  }

  void bundle_refusesWhatMakesNoSense()
  {
    PartsDialog dialog(QStringLiteral("SET"), {{kTea, 2}});
    QPushButton* save = button(&dialog, QStringLiteral("Save"));
    QVERIFY(save->isEnabled());
    auto* table = dialog.findChild<QTableWidget*>();
    table->item(0, 0)->setText(QStringLiteral("SET"));
    QVERIFY(!save->isEnabled());
    table->item(0, 0)->setText(kTea);
    button(&dialog, QStringLiteral("Add a part"))->click();
    table->item(1, 0)->setText(QStringLiteral("CUP-1"));
    table->item(1, 1)->setText(QStringLiteral("3"));
    QCOMPARE(dialog.parts().size(), std::size_t(2));
    QCOMPARE(dialog.parts()[1].quantity, 3);
    QVERIFY(save->isEnabled());
  }

  void cost_isSavedFromADayOn()
  {
    PageFixture f(0);
    receive(f, kTea, 5);
    QWidget page;
    StockDesk desk(quietContext(f), QTimeZone::utc(), &page);
    desk.start(StockTask::Cost, {rowOf(f, kTea)}, {});
    QTRY_VERIFY(page.findChild<CostDialog*>());
    auto* dialog = page.findChild<CostDialog*>();
    auto* amount = named<QLineEdit>(dialog, QStringLiteral("Cost, CNY"));
    amount->setText(QStringLiteral("much"));
    QVERIFY(!button(dialog, QStringLiteral("Save"))->isEnabled());
    amount->setText(QStringLiteral("12.30"));
    button(dialog, QStringLiteral("Save"))->click();
    const auto costs = [&] {
      return f.read<std::vector<ArticleCost>>([](Connection& c) { return costHistory(c, kTea); });
    };
    QTRY_COMPARE(costs().size(), std::size_t(1));
    QCOMPARE(costs().front().cost.minor(), 1230);
    QCOMPARE(costs().front().from, PageFixture::kNow);
  }

  void past_showsWhatLayThereThen()
  {
    PageFixture f(0);
    receive(f, kTea, 5); // two days ago
    put(f, [](Connection& c, ChangeSet& changes) {
      return adjustByHand(c, {QStringLiteral("owner")}, {kTea, {}, {}}, -2, QStringLiteral("x"), PageFixture::kNow,
                          changes);
    });
    PastDialog dialog(quietContext(f), kTea, QTimeZone::utc());
    auto* table = dialog.findChild<QTableWidget*>();
    QTRY_COMPARE(table->rowCount(), 1); // a day ago
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("5"));
    dialog.findChild<QDateTimeEdit*>()->setDateTime(
        QDateTime::fromMSecsSinceEpoch(toMs(PageFixture::kNow), QTimeZone::utc()));
    QTRY_COMPARE(table->item(0, 2)->text(), QStringLiteral("3"));
  }

  void openingFile_isShownBeforeItIsApplied()
  {
    const QTimeZone utc = QTimeZone::utc();
    const auto file = must(readOpening("SKU,Quantity\nA,5\nB,many\nC,0\n", Currency(), utc));
    QCOMPARE(file.lines.size(), std::size_t(2));
    QCOMPARE(file.faults.size(), 1);
    PageFixture f(0);
    const QString path = f.temp.file(QStringLiteral("opening.csv"));
    QFile out(path);
    QVERIFY(out.open(QFile::WriteOnly));
    out.write("SKU,Quantity\nA,5\nC,0\n");
    out.close();
    QWidget page;
    StockDesk desk(quietContext(f), utc, &page);
    desk.openFile(path);
    auto* dialog = page.findChild<OpeningDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QTableWidget*>()->rowCount(), 2);
    button(dialog, QStringLiteral("Open the balances"))->click();
    const auto rows = [&] { return f.read<std::vector<StockRow>>([](Connection& c) { return stockRows(c, 0); }); };
    QTRY_COMPARE(rows().size(), std::size_t(2));
    QCOMPARE(rows().front().onHand, 5);
    QVERIFY(rows().back().known);
  }

  void alert_tellsWhatHealsItAndIsSilencedOrGiven()
  {
    StockAlert alert;
    alert.id = 7;
    alert.kind = StockAlertKind::Out;
    alert.sku = kTea;
    alert.facts = {{QStringLiteral("available"), 0},
                   {QStringLiteral("heals"), QJsonObject{{QStringLiteral("figure"), QStringLiteral("available")},
                                                         {QStringLiteral("at_least"), 1}}}};
    AlertsPanel panel([] { return PageFixture::kNow; });
    panel.show(std::vector{alert});
    auto* tree = panel.findChild<QTreeWidget*>();
    tree->setCurrentItem(tree->topLevelItem(0));
    QVERIFY(says(&panel, QStringLiteral("Heals itself when at least 1 are available.")));
    std::optional<std::chrono::hours> silence;
    QString owner;
    connect(&panel, &AlertsPanel::snoozeRequested, this, [&](qint64, std::chrono::hours hours) { silence = hours; });
    connect(&panel, &AlertsPanel::ownerChosen, this, [&](qint64, const QString& name) { owner = name; });
    named<QPushButton>(&panel, QStringLiteral("Snooze the chosen alert"))->menu()->actions().at(1)->trigger();
    QCOMPARE(silence, std::optional(std::chrono::hours(4)));
    named<QPushButton>(&panel, QStringLiteral("Who looks after the chosen alert"))->menu()->actions().at(0)->trigger();
    QCOMPARE(owner, QStringLiteral("owner"));
    alert.snoozedUntil = PageFixture::kNow + std::chrono::hours(3);
    alert.owner = owner;
    panel.show(std::vector{alert}); // the choice stays
    QVERIFY(says(&panel, QStringLiteral("Silent for another 3 h.")));
    QVERIFY(says(&panel, QStringLiteral("owner looks after it.")));
  }
};

SC_TEST(StockDialogsTest)
#include "stockdialogs_test.moc"
