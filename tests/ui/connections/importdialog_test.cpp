#include "core/store/orders.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/connections/importdialog.h"
#include "ui/mainwindow/task.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QByteArray kKnown = "订单编号,订单创建时间,实付,订单状态,收货人姓名,sku,商品,数量\n"
                          "3219876543210987654,2026-01-05 09:12:33,129.80,交易成功,张三,S-1,杯子,2\n"
                          "3219876543210987655,2026-01-05 09:13:33,很多钱,交易成功,李四,S-1,杯子,1\n";
const QByteArray kStrange = "Ref,Sum,When\nA-1,12.50,2026-01-05 09:00:00\nA-2,7.00,2026-01-05 10:00:00\n";

struct Import : PageFixture {
  explicit Import(const QByteArray& content) : PageFixture(0)
  {
    QFile file(temp.file(QStringLiteral("orders.csv")));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
      qFatal("the file cannot be written");
    dialog = std::make_unique<ImportDialog>(context());
    dialog->show();
  }

  void openFile() { dialog->openFile(temp.file(QStringLiteral("orders.csv"))); }
  QPushButton* button(const QString& text) const
  {
    for (auto* found : dialog->findChildren<QPushButton*>())
      if (found->text() == text)
        return found;
    return nullptr;
  }
  bool says(const QString& text) const
  {
    for (const auto* label : dialog->findChildren<QLabel*>())
      if (label->text().contains(text))
        return true;
    return false;
  }
  QAbstractItemModel* rows() const
  {
    for (auto* table : dialog->findChildren<QTableView*>())
      if (!qobject_cast<QTableWidget*>(table))
        return table->model();
    return nullptr;
  }
  QComboBox* column(const QString& field) const
  {
    for (auto* choice : dialog->findChildren<QComboBox*>())
      if (choice->accessibleName() == field)
        return choice;
    return nullptr;
  }
  void choose(const QString& field, const QString& heading)
  {
    QComboBox* choice = column(field);
    choice->setCurrentIndex(choice->findText(heading));
    Q_EMIT choice->activated(choice->currentIndex());
  }
  std::vector<OrderRow> orders()
  {
    return read<std::vector<OrderRow>>([](Connection& c) { return orderRows(c, {}); });
  }

  std::unique_ptr<ImportDialog> dialog;
};

} // namespace

class ImportDialogTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void couriersBill_isReadWhenItIsSaidToBeOne()
  {
    Import f("运单号,寄件日期,计费重量(kg),运费\nZT1,2026-01-03,1.2,4.30\nZT2,2026-01-03,heavy,4.30\n");
    auto* kind = f.dialog->findChild<QComboBox*>();
    kind->setCurrentIndex(kind->findText(QStringLiteral("Freight bills")));
    f.openFile();
    QTRY_VERIFY(f.says(QStringLiteral("1 rows can be read, 0 are skipped, 1 cannot be read")));
    QCOMPARE(f.rows()->index(1, 3).data().toString(), QStringLiteral("“heavy” is no weight."));
    f.button(QStringLiteral("Import"))->click();
    QTRY_VERIFY(f.says(QStringLiteral("Stored: 1 records are new")));
    QCOMPARE(f.read<qint64>([](Connection& c) { return c.number(QStringLiteral("SELECT grams FROM freight_bills")); }),
             1200);
  }

  void knownExport_isShownRowByRowAndStoredOnce()
  {
    Import f(kKnown);
    QVERIFY(!f.button(QStringLiteral("Import"))->isEnabled());
    f.openFile();
    QTRY_VERIFY(f.says(QStringLiteral("1 rows can be read, 0 are skipped, 1 cannot be read")));
    QCOMPARE(f.rows()->rowCount(), 2);
    QCOMPARE(f.rows()->index(1, 1).data().toString(), QStringLiteral("Failed"));
    QVERIFY(!f.rows()->index(1, 3).data().toString().isEmpty());
    f.dialog->findChild<QCheckBox*>()->setChecked(true);
    QCOMPARE(f.rows()->rowCount(), 1);
    QVERIFY(f.orders().empty()); // looked at only

    f.button(QStringLiteral("Import"))->click();
    QTRY_VERIFY(f.says(QStringLiteral("Stored: 1 records are new")));
    QCOMPARE(f.orders().size(), size_t(1));
    QCOMPARE(f.orders().front().total.minor(), 12980);
    QVERIFY(!f.button(QStringLiteral("Import"))->isEnabled());

    f.openFile(); // the same file again changes nothing
    QTRY_VERIFY(f.button(QStringLiteral("Import"))->isEnabled());
    f.button(QStringLiteral("Import"))->click();
    QTRY_VERIFY(f.says(QStringLiteral("Stored: 0 records are new, 0 changed, 1 were known")));
  }

  void linesWithoutTheirOrder_areKeptAndTheWayOutIsTold()
  {
    Import f("订单编号,标题,价格,购买数量,外部系统编号\nA1,杯子,30.00,2,CUP\n");
    f.openFile();
    QTRY_VERIFY(f.says(QStringLiteral("1 rows can be read, 0 are skipped, 0 cannot be read")));
    f.button(QStringLiteral("Import"))->click();
    QTRY_VERIFY(f.says(QStringLiteral("Lines of 1 orders are kept, such as of A1")));
    QVERIFY(f.orders().empty());
  }

  void columnThatIsNotGuessed_isChosenAndRemembered()
  {
    Import f(kStrange);
    f.openFile();
    QTRY_VERIFY(f.says(QStringLiteral("No column tells this: Order number")));
    QVERIFY(!f.button(QStringLiteral("Import"))->isEnabled());
    f.choose(QStringLiteral("Order number"), QStringLiteral("Ref"));
    QTRY_VERIFY(f.says(QStringLiteral("0 rows can be read, 0 are skipped, 2 cannot"))); // no time, no sum
    f.choose(QStringLiteral("Placed at"), QStringLiteral("When"));
    QTRY_VERIFY(f.column(QStringLiteral("Placed at"))->currentIndex() > 0);
    f.choose(QStringLiteral("Total paid"), QStringLiteral("Sum"));
    QTRY_VERIFY(f.says(QStringLiteral("2 rows can be read")));
    f.button(QStringLiteral("Import"))->click();
    QTRY_VERIFY(f.says(QStringLiteral("Stored: 2 records are new")));

    ImportDialog again(f.context());
    again.openFile(f.temp.file(QStringLiteral("orders.csv")));
    const auto isReady = [&] {
      for (const auto* button : again.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Import"))
          return button->isEnabled();
      return false;
    };
    QTRY_VERIFY(isReady());
  }

  void columnCrossedOut_isNotRead()
  {
    Import f(kKnown);
    f.openFile();
    QTRY_VERIFY(f.button(QStringLiteral("Import"))->isEnabled());
    QVERIFY(f.column(QStringLiteral("Recipient"))->currentIndex() > 0);
    f.choose(QStringLiteral("Recipient"), QStringLiteral("— none —"));
    QTRY_COMPARE(f.column(QStringLiteral("Recipient"))->currentIndex(), 0);
    QTRY_VERIFY(f.button(QStringLiteral("Import"))->isEnabled());
  }

  void storing_isATaskThatOutlivesTheDialog()
  {
    Import f(kKnown);
    QPointer<Task> task;
    PageContext context = f.context();
    context.actions.beginTask = [&](const QString& title) { return task = new Task(title, f.db.get()); };
    f.dialog = std::make_unique<ImportDialog>(context);
    f.openFile();
    QTRY_VERIFY(f.button(QStringLiteral("Import"))->isEnabled());
    f.button(QStringLiteral("Import"))->click();
    QVERIFY(task);
    QVERIFY(!task->isCancellable());
    f.dialog.reset();
    QVERIFY(task); // still being stored, or not yet told
    QTRY_VERIFY(!task);
    QCOMPARE(f.orders().size(), size_t(1));
  }

  void whatIsNoTable_isTold()
  {
    Import f{QByteArray()};
    f.openFile();
    QTRY_VERIFY(f.says(QStringLiteral("The file cannot be read")) || f.says(QStringLiteral("No column tells this")));
    f.dialog->openFile(f.temp.file(QStringLiteral("nowhere.csv")));
    QTRY_VERIFY(f.says(QStringLiteral("The file cannot be read")));
    QVERIFY(!f.button(QStringLiteral("Import"))->isEnabled());
  }
};

SC_TEST(ImportDialogTest)

#include "importdialog_test.moc"
