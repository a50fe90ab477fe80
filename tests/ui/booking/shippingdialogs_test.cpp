#include "core/outbox/shipping.h"
#include "core/outbox/waitingorders.h"
#include "core/stock/articles.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/booking/binsdialog.h"
#include "ui/booking/ruletrial.h"
#include "ui/booking/sendersdialog.h"
#include "ui/booking/shippingrulesdialog.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

#include <functional>
#include <memory>

using namespace supercargo;
using namespace supercargo::test;

namespace {

template <class T>
T* named(const QWidget& in, const QString& name)
{
  for (T* found : in.findChildren<T*>())
    if (found->accessibleName() == name)
      return found;
  qFatal("nothing is called %s", qPrintable(name));
}

QPushButton* button(const QWidget& in, const QString& text)
{
  for (auto* found : in.findChildren<QPushButton*>())
    if (found->text() == text)
      return found;
  qFatal("no button %s", qPrintable(text));
}

QCheckBox* box(const QWidget& in, const QString& text)
{
  for (auto* found : in.findChildren<QCheckBox*>())
    if (found->text() == text)
      return found;
  qFatal("no box %s", qPrintable(text));
}

bool says(const QWidget& in, const QString& text)
{
  return std::ranges::any_of(in.findChildren<QLabel*>(),
                             [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

Sender hangzhou()
{
  Sender sender;
  sender.label = QStringLiteral("杭州仓");
  sender.address = {QStringLiteral("云杉"),        QStringLiteral("0571-1"),
                    QStringLiteral("CN"),          QStringLiteral("浙江省"),
                    QStringLiteral("杭州市"),      {},
                    QStringLiteral("仓库路 1 号"), {}};
  return sender;
}

/// A shop with orders, a courier's account and a sender.
struct Desk : PageFixture {
  explicit Desk(int orders = 20) : PageFixture(orders)
  {
    must(db->write([this](Connection& c, ChangeSet&) -> Result<void> {
             AccountRow row;
             row.provider = QStringLiteral("sf");
             row.name = QStringLiteral("顺丰");
             row.createdAt = kNow;
             SC_TRY_ASSIGN(added, addAccount(c, row));
             courier = added;
             SC_TRY_ASSIGN(known, saveSender(c, hangzhou()));
             sender = known;
             return {};
           }).takeResult());
  }
  void rule(const QString& name, int position, ShippingConditions when = {})
  {
    ShippingRule made;
    made.name = name;
    made.position = position;
    made.when = std::move(when);
    made.account = courier;
    made.sender = sender;
    made.weightGrams = 500;
    must(db->write([made](Connection& c, ChangeSet& changes) {
             return saveShippingRule(c, made, changes);
           }).takeResult());
  }
  ShippingRule stored()
  {
    return read<std::vector<ShippingRule>>([](Connection& c) { return shippingRules(c); }).front();
  }
  std::vector<WaitingFacts> waiting()
  {
    return read<std::vector<WaitingFacts>>([](Connection& c) { return waitingFacts(c, false); });
  }
  QStringList rules()
  {
    QStringList names;
    for (const ShippingRule& one : read<std::vector<ShippingRule>>([](Connection& c) { return shippingRules(c); }))
      names << one.name;
    return names;
  }

  AccountId courier;
  SenderId sender;
};

void showListed(ListDialog& dialog)
{
  QSignalSpy listed(&dialog, &ListDialog::listed);
  dialog.show();
  QVERIFY(listed.count() > 0 || listed.wait());
}

} // namespace

class ShippingDialogsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void sender_isAddedChangedRemovedAndPutBack()
  {
    PageFixture f(0);
    SendersDialog dialog(f.context());
    showListed(dialog);
    QVERIFY(says(dialog, QStringLiteral("No address is known")));
    const auto kept = [&] { return f.read<std::vector<Sender>>([](Connection& c) { return senders(c); }); };
    named<QLineEdit>(dialog, QStringLiteral("Place"))->setText(QStringLiteral("Main"));
    named<QLineEdit>(dialog, QStringLiteral("Person or firm"))->setText(QStringLiteral("Spruce"));
    auto* street = named<QLineEdit>(dialog, QStringLiteral("Street and house"));
    street->setText(QStringLiteral("1 Depot Road"));
    QTest::keyClick(street, Qt::Key_Return); // the telephone is missing: what was typed stays
    QVERIFY(says(dialog, QStringLiteral("Couriers need a telephone number.")));
    QCOMPARE(street->text(), QStringLiteral("1 Depot Road"));
    QVERIFY(kept().empty());
    named<QLineEdit>(dialog, QStringLiteral("Telephone"))->setText(QStringLiteral("0571-1"));
    QTest::keyClick(street, Qt::Key_Return);
    QTRY_COMPARE(dialog.table()->rowCount(), 1);
    QCOMPARE(kept().front().address.country, QStringLiteral("CN"));
    street->setText(QStringLiteral("2 Depot Road"));
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_COMPARE(kept().front().address.street, QStringLiteral("2 Depot Road"));
    QCOMPARE(kept().size(), size_t(1));
    QTRY_VERIFY(button(dialog, QStringLiteral("Remove"))->isEnabled());
    button(dialog, QStringLiteral("Remove"))->click();
    QTRY_COMPARE(dialog.table()->rowCount(), 0);
    button(dialog, QStringLiteral("Undo"))->click();
    QTRY_COMPARE(dialog.table()->rowCount(), 1);
    QCOMPARE(kept().front().label, QStringLiteral("Main"));
  }

  void senderOfARule_isNotRemoved()
  {
    Desk f;
    f.rule(QStringLiteral("all"), 1);
    SendersDialog dialog(f.context());
    showListed(dialog);
    dialog.table()->selectRow(0);
    button(dialog, QStringLiteral("Remove"))->click();
    QTRY_VERIFY(says(dialog, QStringLiteral("A shipping rule sends from here.")));
    QCOMPARE(dialog.table()->rowCount(), 1);
  }

  void rule_isAddedWithItsConditions()
  {
    Desk f;
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("heavy"));
    named<QLineEdit>(dialog, QStringLiteral("Provinces"))->setText(QStringLiteral("浙江，上海"));
    named<QSpinBox>(dialog, QStringLiteral("Weight from"))->setValue(2000);
    named<QSpinBox>(dialog, QStringLiteral("Weight below"))->setValue(1000);
    named<QLineEdit>(dialog, QStringLiteral("Worth from, CNY"))->setText(QStringLiteral("cheap"));
    named<QComboBox>(dialog, QStringLiteral("Payment"))->setCurrentIndex(2);
    button(dialog, QStringLiteral("Save"))->click();
    QVERIFY(says(dialog, QStringLiteral("No parcel is both")));
    QVERIFY(says(dialog, QStringLiteral("Write an amount like")));
    QVERIFY(f.rules().isEmpty());
    named<QSpinBox>(dialog, QStringLiteral("Weight below"))->setValue(5000);
    named<QLineEdit>(dialog, QStringLiteral("Worth from, CNY"))->setText(QStringLiteral("99.50"));
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_COMPARE(dialog.table()->rowCount(), 1);
    const auto rule = f.read<std::vector<ShippingRule>>([](Connection& c) { return shippingRules(c); }).front();
    QCOMPARE(rule.when.provinces, (QStringList{QStringLiteral("浙江"), QStringLiteral("上海")}));
    QCOMPARE(rule.when.weightFrom, std::optional<qint64>(2000));
    QCOMPARE(rule.when.weightBelow, std::optional<qint64>(5000));
    QCOMPARE(rule.when.valueFrom, std::optional<qint64>(9950));
    QCOMPARE(rule.when.cashOnDelivery, std::optional(false));
    QCOMPARE(rule.account, f.courier);
    QCOMPARE(rule.sender, f.sender);
    QVERIFY(rule.enabled && !rule.automatic);
  }

  void ruleThatBooksByItself_isAskedAboutOrdersThatWait()
  {
    Desk f(60);
    const qsizetype waiting = qsizetype(f.waiting().size());
    QVERIFY(waiting > 1);
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("all"));
    box(dialog, QStringLiteral("Book by itself as soon as an order may be shipped"))->setChecked(true);
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_VERIFY(dialog.findChild<QMessageBox*>());
    auto* question = dialog.findChild<QMessageBox*>();
    QVERIFY2(question->text().contains(QString::number(waiting)), qPrintable(question->text()));
    QCOMPARE(question->defaultButton()->text(), QStringLiteral("Only orders from now on"));
    QTest::keyClick(question, Qt::Key_Escape); // nothing is stored, what was typed stays
    QTRY_VERIFY(!dialog.findChild<QMessageBox*>());
    QVERIFY(f.rules().isEmpty());
    QCOMPARE(named<QLineEdit>(dialog, QStringLiteral("Name"))->text(), QStringLiteral("all"));
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_VERIFY(dialog.findChild<QMessageBox*>());
    QTest::keyClick(dialog.findChild<QMessageBox*>(), Qt::Key_Return);
    QTRY_COMPARE(dialog.table()->rowCount(), 1);
    QVERIFY(f.stored().automatic);
    QCOMPARE(f.stored().bookSince, std::optional(PageFixture::kNow));
    QVERIFY(dialog.table()->item(0, 3)->text().startsWith(QStringLiteral("by itself since")));
  }

  void ordersThatWait_areBookedTooOnlyWhenAPersonSaysSo()
  {
    Desk f(60);
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("all"));
    box(dialog, QStringLiteral("Book by itself as soon as an order may be shipped"))->setChecked(true);
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_VERIFY(dialog.findChild<QMessageBox*>());
    button(*dialog.findChild<QMessageBox*>(), QStringLiteral("Those that wait too"))->click();
    QTRY_COMPARE(dialog.table()->rowCount(), 1);
    const auto oldest = std::ranges::min(f.waiting(), {}, &WaitingFacts::since).since;
    QCOMPARE(f.stored().bookSince, std::optional(oldest));
  }

  void editedRuleThatBooksByItself_isStoredUnasked()
  {
    Desk f(60);
    ShippingRule made;
    made.name = QStringLiteral("all");
    made.automatic = true;
    made.account = f.courier;
    made.sender = f.sender;
    made.bookSince = PageFixture::kNow - std::chrono::hours(1);
    must(f.db->write([made](Connection& c, ChangeSet& changes) { return saveShippingRule(c, made, changes); })
             .takeResult());
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    dialog.table()->selectRow(0);
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("everything"));
    button(dialog, QStringLiteral("Save"))->click();
    QTRY_COMPARE(f.rules(), QStringList{QStringLiteral("everything")});
    QVERIFY(!dialog.findChild<QMessageBox*>());
    QCOMPARE(f.stored().bookSince, made.bookSince);
  }

  void rules_changeTheirOrder()
  {
    Desk f;
    f.rule(QStringLiteral("first"), 1);
    f.rule(QStringLiteral("second"), 1); // two of one place part
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    dialog.table()->selectRow(1);
    QVERIFY(!button(dialog, QStringLiteral("Down"))->isEnabled());
    button(dialog, QStringLiteral("Up"))->click();
    QTRY_COMPARE(f.rules(), (QStringList{QStringLiteral("second"), QStringLiteral("first")}));
  }

  void trial_saysWhichRuleCarriesAnOrderAndWhy()
  {
    Desk f;
    ShippingConditions abroad;
    abroad.countries = {QStringLiteral("ZZ")};
    f.rule(QStringLiteral("abroad"), 1, abroad);
    f.rule(QStringLiteral("the rest"), 2);
    const QString number = f.read<std::vector<OrderRow>>([](Connection& c) { return orderRows(c, {}); }).front().number;
    ShippingRulesDialog dialog(f.context());
    showListed(dialog);
    auto* field = named<QLineEdit>(dialog, QStringLiteral("Order number"));
    field->setText(QStringLiteral("no such number"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(says(dialog, QStringLiteral("No order has the number")));
    field->setText(number);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(says(dialog, QStringLiteral("the rest: carries it")));
    QVERIFY(says(dialog, QStringLiteral("abroad: no")));
    QVERIFY(dialog.isVisible());
    QVERIFY(!says(dialog, QStringLiteral("Its articles weigh")));
    must(f.db->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(skus, c.rows(QStringLiteral("SELECT DISTINCT sku FROM order_lines"), {},
                                          [](const Row& row) { return row.text(0); }));
               for (const QString& sku : skus)
                 SC_TRY(setWeight(c, {QStringLiteral("owner")}, sku, 100, PageFixture::kNow, changes));
               return {};
             })
             .takeResult());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(says(dialog, QStringLiteral("Its articles weigh")));
  }

  void bins_areToldSearchedAndForgotten()
  {
    PageFixture f(0);
    BinsDialog dialog(f.context());
    showListed(dialog);
    auto* sku = named<QLineEdit>(dialog, QStringLiteral("SKU"));
    auto* bin = named<QLineEdit>(dialog, QStringLiteral("Bin"));
    for (const char* place : {"A-2", "A-10"}) {
      sku->setText(QStringLiteral("TEA ") + QLatin1String(place));
      bin->setText(QLatin1String(place));
      const int before = dialog.table()->rowCount();
      QTest::keyClick(bin, Qt::Key_Return);
      QTRY_COMPARE(dialog.table()->rowCount(), before + 1);
      QVERIFY(sku->text().isEmpty()); // ready for the next one
    }
    QCOMPARE(dialog.table()->item(0, 0)->text(), QStringLiteral("A-2"));
    named<QLineEdit>(dialog, QStringLiteral("Search SKU or bin"))->setText(QStringLiteral("a-10"));
    QCOMPARE(dialog.table()->rowCount(), 1);
    dialog.table()->selectRow(0);
    dialog.table()->setFocus();
    QTest::keyClick(dialog.table(), Qt::Key_Delete);
    QTRY_COMPARE(f.read<std::vector<BinRow>>([](Connection& c) { return binRows(c); }).size(), size_t(1));
  }

  void escape_closes()
  {
    PageFixture f(0);
    SendersDialog dialog(f.context());
    showListed(dialog);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
  }

  void tab_leadsFromTheListThroughTheFormToTheWayOut()
  {
    Desk f;
    SendersDialog dialog(f.context());
    showListed(dialog);
    const QWidget* at = dialog.table();
    QList<const QWidget*> order;
    do {
      order << at;
      at = at->nextInFocusChain();
    } while (at != dialog.table() && order.size() < 500);
    const auto place = [&](const QWidget* widget) { return order.indexOf(widget); };
    const QList<const QWidget*> wanted{dialog.table(),
                                       button(dialog, QStringLiteral("Remove")),
                                       named<QLineEdit>(dialog, QStringLiteral("Place")),
                                       named<QLineEdit>(dialog, QStringLiteral("Postal code")),
                                       button(dialog, QStringLiteral("Save")),
                                       button(dialog, QStringLiteral("Close"))};
    for (int i = 1; i < wanted.size(); ++i)
      QVERIFY2(place(wanted[i - 1]) < place(wanted[i]), qPrintable(QString::number(i)));
  }

  void texts_areNotCut_data()
  {
    QTest::addColumn<QString>("language");
    for (const QString& language : languages())
      QTest::newRow(qPrintable(language)) << language;
  }
  void texts_areNotCut()
  {
    QFETCH(QString, language);
    setLanguage(language);
    Desk f;
    f.rule(QStringLiteral("all"), 1);
    QStringList cut;
    const std::function<std::unique_ptr<ListDialog>()> makers[] = {
        [&] { return std::make_unique<SendersDialog>(f.context()); },
        [&] { return std::make_unique<ShippingRulesDialog>(f.context()); },
        [&] { return std::make_unique<BinsDialog>(f.context()); }};
    for (const auto& make : makers) {
      const auto dialog = make();
      showListed(*dialog);
      if (const QString folder = qEnvironmentVariable("SUPERCARGO_SHOTS"); !folder.isEmpty())
        dialog->grab().save(QStringLiteral("%1/%2.%3.png").arg(folder, dialog->windowTitle(), language));
      for (const auto* made : dialog->findChildren<QPushButton*>())
        if (made->isVisible() && made->minimumSizeHint().width() > made->width() + 1)
          cut << made->text();
      for (const auto* made : dialog->findChildren<QLabel*>())
        if (made->isVisible() && !made->wordWrap() && made->sizeHint().width() > made->width() + 1)
          cut << made->text();
      for (const auto* made : dialog->findChildren<QCheckBox*>())
        if (made->isVisible() && made->minimumSizeHint().width() > made->width() + 1)
          cut << made->text();
    }
    QCOMPARE(cut.join(u'\n'), QString());
  }
};

SC_TEST(ShippingDialogsTest)
#include "shippingdialogs_test.moc"
