#include "core/outbox/outbox.h"
#include "core/store/calls.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/accounts/formfield.h"
#include "ui/accounts/trouble.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/connections/accountcard.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/settledialog.h"
#include "ui/connections/statepill.h"
#include "ui/text/language.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Connections : PageFixture {
  explicit Connections(int orders) : PageFixture(orders)
  {
    openWindow();
    page = PageFixture::page(QStringLiteral("connections"));
    tabs = page->findChild<QTabWidget*>();
  }

  QPushButton* button(const QString& text) const
  {
    for (auto* found : page->findChildren<QPushButton*>())
      if (found->isVisible() && found->text() == text)
        return found;
    return nullptr;
  }

  bool shows(const QString& text) const
  {
    for (const auto* label : page->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(text))
        return true;
    return false;
  }

  std::optional<AccountRow> row()
  {
    return read<std::optional<AccountRow>>([id = account](Connection& c) { return accountRow(c, id); });
  }

  CallId recordOne()
  {
    CallRecord call;
    call.account = account;
    call.at = kNow;
    call.method = QStringLiteral("GET");
    call.host = QStringLiteral("shop.example");
    call.path = QStringLiteral("/wp-json/wc/v3/orders");
    call.status = 200;
    return must(db->write([call](Connection& c, ChangeSet& changes) {
                    changes.calls = true;
                    return recordCall(c, call);
                  }).result());
  }

  Page* page = nullptr;
  QTabWidget* tabs = nullptr;
};

} // namespace

class ConnectionsPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void withoutAccounts_itOffersToConnectOne()
  {
    Connections f(0);
    QTRY_VERIFY(f.shows(QStringLiteral("Nothing is connected yet")));
    f.button(QStringLiteral("Connect an account"))->click();
    QTRY_VERIFY(f.page->findChild<ConnectDialog*>());
    f.page->findChild<ConnectDialog*>()->reject();
    QTRY_VERIFY(!f.page->findChild<ConnectDialog*>());
  }

  void account_isPausedAndResumed()
  {
    Connections f(10);
    QTRY_VERIFY(f.page->findChild<AccountCard*>());
    QTRY_VERIFY(f.shows(QStringLiteral("云杉小店")));
    Q_EMIT f.page->findChild<AccountCard*>()->pauseRequested(f.account, true);
    QTRY_COMPARE(f.row()->state, AccountState::Paused);
    QTRY_VERIFY(f.button(QStringLiteral("Resume")));
    f.button(QStringLiteral("Resume"))->click();
    QTRY_COMPARE(f.row()->state, AccountState::Ok);
  }

  void account_isEditedAsItStands_andANewNameNeedsNoProvider()
  {
    Connections f(10);
    must(f.db->write([&f](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(row, accountRow(c, f.account));
               row->name = QStringLiteral("新店");
               row->endpoint = QStringLiteral("https://shop.example");
               changes.accounts.insert(f.account.value());
               return updateAccount(c, *row);
             })
             .result());
    QTRY_VERIFY(f.shows(QStringLiteral("新店")));
    Q_EMIT f.page->findChild<AccountCard*>()->editRequested(f.account);
    auto* dialog = f.page->findChild<AccountDialog*>();
    QVERIFY(dialog);
    FormField* name = dialog->form()->field(QStringLiteral("name"));
    QCOMPARE(name->value(), QStringLiteral("新店"));
    QCOMPARE(dialog->form()->field(QStringLiteral("endpoint"))->value(), QStringLiteral("https://shop.example"));
    QVERIFY(!dialog->form()->field(QStringLiteral("consumer_secret")));
    name->setValue(QStringLiteral("旗舰店"));
    dialog->findChildren<QPushButton*>().back()->click();
    QTRY_COMPARE(f.row()->name, QStringLiteral("旗舰店"));
    QTRY_VERIFY(!f.page->findChild<AccountDialog*>());
    QTRY_VERIFY(f.shows(QStringLiteral("旗舰店")));
  }

  void account_isRemovedOnlyAfterAYes()
  {
    Connections f(10);
    QTRY_VERIFY(f.page->findChild<AccountCard*>());
    const auto answer = [&](const QString& word) {
      Q_EMIT f.page->findChild<AccountCard*>()->removeRequested(f.account);
      auto* question = f.page->findChild<QMessageBox*>();
      QVERIFY(question);
      for (QAbstractButton* each : question->buttons())
        if (each->text() == word)
          each->click();
      QTRY_VERIFY(!f.page->findChild<QMessageBox*>());
    };
    answer(QStringLiteral("Keep"));
    QVERIFY(f.row());
    answer(QStringLiteral("Remove"));
    QTRY_VERIFY(f.read<std::vector<AccountRow>>([](Connection& c) { return accountRows(c); }).empty());
    QTRY_VERIFY(f.shows(QStringLiteral("Nothing is connected yet")));
    QCOMPARE(f.read<qint64>([](Connection& c) { return orderCount(c, {}); }), 10); // history stays
  }

  void account_thatLostItsCredentialsSaysSo()
  {
    Connections f(10);
    must(f.db->write([&f](Connection& c, ChangeSet& changes) -> Result<void> {
               changes.accounts.insert(f.account.value());
               return setAccountState(c, f.account, AccountState::NeedsAttention, errorKindName(ErrorKind::Config),
                                      kCredentialsMissing);
             })
             .result());
    QTRY_VERIFY(f.shows(QStringLiteral("Give them again with “Renew credentials…”.")));
    QVERIFY(!f.shows(troubleText(ErrorKind::Config))); // no provider has refused anything
    Q_EMIT f.page->findChild<AccountCard*>()->pauseRequested(f.account, true);
    QTRY_VERIFY(f.button(QStringLiteral("Resume")));
    f.button(QStringLiteral("Resume"))->click();
    QTRY_COMPARE(f.row()->state, AccountState::NeedsAttention);
    QVERIFY(lacksCredentials(*f.row()));
  }

  void account_inTroubleSaysWhatToDo()
  {
    Connections f(10);
    must(f.db->write([&f](Connection& c, ChangeSet& changes) -> Result<void> {
               changes.accounts.insert(f.account.value());
               return setAccountState(c, f.account, AccountState::NeedsAttention, errorKindName(ErrorKind::Auth),
                                      QStringLiteral("401 woocommerce_rest_cannot_view"));
             })
             .result());
    const auto state = [&] {
      const auto* card = f.page->findChild<AccountCard*>();
      const auto* pill = card ? card->findChild<StatePill*>() : nullptr;
      return pill ? pill->accessibleName() : QString();
    };
    QTRY_COMPARE(state(), QStringLiteral("Needs attention"));
    QVERIFY(f.button(QStringLiteral("Check")));
    QVERIFY(f.shows(troubleText(ErrorKind::Auth))); // what happened and what to do
  }

  void call_isShownWhenAnotherPageAsksForIt()
  {
    Connections f(10);
    const CallId call = f.recordOne();
    f.page->open(QStringLiteral("call:%1").arg(call.value()));
    QCOMPARE(f.tabs->currentIndex(), 1);
    const auto isShown = [&] {
      for (const auto* view : f.page->findChildren<QAbstractItemView*>())
        if (view->isVisible() && view->model() && view->model()->rowCount() == 1)
          return true;
      return false;
    };
    QTRY_VERIFY(isShown());
  }

  void actionThatNeedsAPerson_isSettled()
  {
    Connections f(10);
    QTRY_VERIFY(f.page->findChild<AccountCard*>());
    f.page->open(QStringLiteral("actions"));
    QTRY_VERIFY(f.shows(QStringLiteral("All that was asked of providers is done.")));
    const ActionId id =
        must(f.db->write([&f](Connection& c, ChangeSet& changes) -> Result<ActionId> {
                   SC_TRY_ASSIGN(orders, orderRows(c, {}));
                   NewAction wanted;
                   wanted.account = f.account;
                   wanted.action = {QStringLiteral("book:1"), BookParcel{}};
                   wanted.order = orders.front().id;
                   SC_TRY_ASSIGN(made, enqueueAction(c, wanted, PageFixture::kNow, changes));
                   SC_TRY(noteSetback(c, made, {ActionState::Unknown, {}, QStringLiteral("nobody knows"), {}},
                                      PageFixture::kNow, changes));
                   return made;
                 })
                 .result());
    auto* table = f.page->findChild<QTableWidget*>(QStringLiteral("actions"));
    QTRY_COMPARE(table->rowCount(), 1);
    QVERIFY(!table->accessibleName().isEmpty());
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("Needs a person"));
    QCOMPARE(f.tabs->tabText(f.tabs->currentIndex()), QStringLiteral("Actions (1)"));
    QVERIFY(!f.page->findChild<QPushButton*>(QStringLiteral("cancelAction"))->isEnabled());
    f.page->findChild<QPushButton*>(QStringLiteral("settleAction"))->click();
    auto* dialog = f.page->findChild<SettleDialog*>();
    QVERIFY(dialog);
    const auto* yes = dialog->findChildren<QPushButton*>().back();
    dialog->happened()->setChecked(true);
    QVERIFY(!yes->isEnabled()); // which parcel?
    dialog->number()->setText(QStringLiteral("SF1"));
    QVERIFY(yes->isEnabled());
    dialog->findChildren<QPushButton*>().back()->click();
    QTRY_COMPARE(f.read<std::optional<OutboxEntry>>([id](Connection& c) { return outboxEntry(c, id); })->outcome.number,
                 QStringLiteral("SF1"));
    const auto rows = [&] {
      int booked = 0;
      for (int row = 0; row < table->rowCount(); ++row)
        booked += table->item(row, 0)->text() == QStringLiteral("Book a parcel");
      return booked;
    };
    QTRY_COMPARE(rows(), 0);
  }

  void refusedAction_isChangedInTheFormThatItCameFrom()
  {
    Connections f(10);
    f.page->open(QStringLiteral("actions"));
    must(f.db->write([&f](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(orders, orderRows(c, {}));
               NewAction wanted;
               wanted.account = f.account;
               wanted.action = {QStringLiteral("book:1"), BookParcel{}};
               wanted.order = orders.front().id;
               SC_TRY_ASSIGN(made, enqueueAction(c, wanted, PageFixture::kNow, changes));
               return noteSetback(c, made, {ActionState::Failed, {}, QStringLiteral("no"), {}}, PageFixture::kNow,
                                  changes);
             })
             .result());
    QTRY_VERIFY(f.shows(QStringLiteral("Tried again, it goes out as it is.")));
    QVERIFY(f.page->findChild<QPushButton*>(QStringLiteral("cancelAction"))->isEnabled());
    auto* change = f.page->findChild<QPushButton*>(QStringLiteral("changeAction"));
    QVERIFY(change->isEnabled());
    change->click();
    QTRY_VERIFY(f.page->findChild<BulkBookingDialog*>());
  }

  void cards_comeAndGoWithTheirAccounts()
  {
    Connections f(10);
    QTRY_COMPARE(f.page->findChildren<AccountCard*>().size(), 1);
    must(f.db->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               AccountRow row;
               row.provider = QStringLiteral("sf");
               row.name = QStringLiteral("顺丰月结");
               row.createdAt = PageFixture::kNow;
               SC_TRY_ASSIGN(id, addAccount(c, row));
               changes.accounts.insert(id.value());
               return {};
             })
             .result());
    QTRY_COMPARE(f.page->findChildren<AccountCard*>().size(), 2);
    QTRY_VERIFY(f.shows(QStringLiteral("顺丰月结")));
  }
};

SC_TEST(ConnectionsPageTest)
#include "connectionspage_test.moc"
