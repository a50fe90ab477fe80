#include "core/domain/snapshot.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/connections/accountcard.h"
#include "ui/connections/accountfacts.h"
#include "ui/connections/accountview.h"
#include "ui/connections/apidocumentpanel.h"
#include "ui/connections/expirydialog.h"
#include "ui/connections/latencychart.h"
#include "ui/connections/reasondialog.h"
#include "ui/connections/replaydialog.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

struct Desk : PageFixture {
  Desk() : PageFixture(3)
  {
    openWindow();
    page = PageFixture::page(QStringLiteral("connections"));
    tabs = page->findChild<QTabWidget*>();
  }

  template <class Fn>
  void change(Fn fn)
  {
    must(db->write(fn).result());
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

  void record(Instant at, qint64 ms, const QString& error = {})
  {
    change([&, shop = account](Connection& c, ChangeSet& changes) {
      CallRecord call;
      call.account = shop;
      call.at = at;
      call.operation = QStringLiteral("orders.page");
      call.status = error.isEmpty() ? 200 : 503;
      call.duration = std::chrono::milliseconds(ms);
      call.errorKind = error;
      call.response = R"({"id":"A-4711"})";
      changes.calls = true;
      return recordCall(c, call);
    });
  }

  void failRecord(const char* id, const char* reason)
  {
    change([&, shop = account](Connection& c, ChangeSet& changes) {
      return noteFailures(
          c, shop, Stream::Orders, std::nullopt, kNow,
          {{QString::fromLatin1(id), QString::fromLatin1(reason), R"({"id":"1"})"}}, changes,
          {{R"({"stream":"orders","loop":"revisit","request":{"url":"https://x.example"}})", "[", "]"}});
    });
  }

  Page* page = nullptr;
  QTabWidget* tabs = nullptr;
};

} // namespace

/// The detail page of an account and the other tabs of the Connections page.
class AccountViewTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void details_openFromTheCardAndLeadBack()
  {
    Desk f;
    f.record(PageFixture::kNow - 1min, 40);
    QTRY_VERIFY(f.button(QStringLiteral("Details")));
    f.button(QStringLiteral("Details"))->click();
    QTRY_VERIFY(f.shows(QStringLiteral("In the last 24 hours: 1 call")));
    QVERIFY(f.shows(QStringLiteral("calls in the last minute")));
    QVERIFY(f.shows(QStringLiteral("Not running here")));
    auto* streams = f.page->findChild<QTableWidget*>(QStringLiteral("streams"));
    QVERIFY(streams->rowCount() >= 3);
    QCOMPARE(streams->item(0, 0)->text(), QStringLiteral("Orders"));
    f.button(QStringLiteral("All accounts"))->click();
    QTRY_VERIFY(!f.page->findChild<AccountView*>()->isVisible());
    QVERIFY(f.page->findChild<AccountCard*>()->isVisible());
  }

  void chart_isReadSpanBySpanWithTheKeyboard()
  {
    LatencyChart chart(QTimeZone::utc());
    std::vector<CallBucket> buckets(4);
    for (size_t i = 0; i < 4; ++i)
      buckets[i].from = PageFixture::kNow + int(i) * 30min;
    buckets[3] = {PageFixture::kNow + 90min, 10, 1, 20.0, 90.0, 120.0};
    chart.setHistory(buckets, 30min);
    chart.resize(600, 300);
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.chosen(), std::optional(3)); // the newest first
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.chosen(), std::optional(0));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.chosen(), std::optional(0));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(bucketFigures(buckets[3]), QStringLiteral("10 calls, 1 error (10.0 %), p50 20 ms, p95 90 ms, p99 120 ms"));
    QCOMPARE(bucketFigures(buckets[0]), QStringLiteral("no calls"));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.chosen());
  }

  void breaker_isASentenceWithATime()
  {
    AccountRow account;
    const FactTime time{PageFixture::kNow, QTimeZone::utc()};
    LinkHealth health;
    QCOMPARE(breakerFact(account, health, time).tone, Tone::Success);
    health.breaker = Breaker::State::Open;
    health.failuresInRow = 5;
    health.opensAt = PageFixture::kNow + 5min;
    const FactText open = breakerFact(account, health, time);
    QCOMPARE(open.tone, Tone::Danger);
    QVERIFY2(open.more.join(u' ').contains(timeText(*health.opensAt, time.zone)), qPrintable(open.more.join(u' ')));
    account.state = AccountState::Paused;
    QCOMPARE(breakerFact(account, health, time).tone, Tone::Neutral);
  }

  void openBreaker_isSaidToHoldUpTheScheduleOnly()
  {
    LinkHealth health;
    health.breaker = Breaker::State::Open;
    health.failuresInRow = 5;
    health.opensAt = PageFixture::kNow + 5min;
    const FactText open = breakerFact(AccountRow(), health, {PageFixture::kNow, QTimeZone::utc()});
    QCOMPARE(open.head, QStringLiteral("Open: the schedule rests"));
    QVERIFY2(open.more.value(0).contains(QStringLiteral("What you ask for yourself is sent")),
             qPrintable(open.more.join(u' ')));
  }

  void clockFarOff_isASentenceAndAWarning()
  {
    AccountRow account;
    const FactTime time{PageFixture::kNow, QTimeZone::utc()};
    account.clockOffset = 2h;
    const FactText behind = breakerFact(account, LinkHealth{}, time);
    QCOMPARE(behind.tone, Tone::Warning);
    QVERIFY2(behind.more.last().contains(QStringLiteral("clock is 2 h behind")), qPrintable(behind.more.last()));
    account.clockOffset = -2h;
    QVERIFY(breakerFact(account, LinkHealth{}, time).more.last().contains(QStringLiteral("clock is 2 h ahead")));
  }

  void apiAndCredentials_sayHowManyDaysAreLeft()
  {
    const FactTime time{PageFixture::kNow, QTimeZone::utc()};
    ApiAge age;
    age.used = QStringLiteral("2026-10");
    age.endsAt = PageFixture::kNow + std::chrono::days(30) + 1h;
    const FactText api = apiFact(age, time);
    QCOMPARE(api.tone, Tone::Warning);
    QVERIFY2(api.more.join(u' ').contains(QStringLiteral("30 days left")), qPrintable(api.more.join(u' ')));
    AccountRow account;
    account.credentialAt = PageFixture::kNow - std::chrono::days(100);
    account.credentialExpiresAt = PageFixture::kNow - 1h;
    const FactText credentials = credentialFact(account, time);
    QCOMPARE(credentials.tone, Tone::Danger);
    QVERIFY(credentials.more.join(u' ').contains(QStringLiteral("renew them")));
  }

  void otherVersion_isSaidBesideTheOneThatWeAskFor()
  {
    const FactTime time{PageFixture::kNow, QTimeZone::utc()};
    ApiAge age;
    age.used = QStringLiteral("2026-10");
    age.answered = QStringLiteral("2027-01");
    age.differs = true;
    const FactText api = apiFact(age, time);
    const QString all = api.head + u' ' + api.more.join(u' ');
    QVERIFY2(all.contains(age.used) && all.contains(age.answered), qPrintable(all));
    QCOMPARE(api.tone, Tone::Warning);
  }

  void points_areSaidInWords()
  {
    QCOMPARE(budgetText({.available = 899.9, .most = 2000, .perSecond = 100, .price = 362}),
             QStringLiteral("899 of 2,000 points left; 100 come back every second"));
  }

  void expiry_isAskedForAndKept()
  {
    Desk f;
    QTRY_VERIFY(f.button(QStringLiteral("Details")));
    f.button(QStringLiteral("Details"))->click();
    const auto note = [&f] { return f.button(QStringLiteral("Note when they end…")); };
    QTRY_VERIFY(note() && note()->isEnabled());
    note()->click();
    auto* dialog = f.page->findChild<ExpiryDialog*>();
    QVERIFY(dialog);
    for (auto* each : dialog->findChildren<QPushButton*>())
      if (each->text() == QStringLiteral("Remember"))
        each->click();
    QTRY_VERIFY(f.read<std::optional<AccountRow>>([id = f.account](Connection& c) {
                   return accountRow(c, id);
                 })->credentialExpiresAt);
    QTRY_VERIFY(f.shows(QStringLiteral("days left")));
  }

  void failures_areGroupedByCauseAndDismissedWithAReason()
  {
    Desk f;
    f.failRecord("1", "orders[0].total: missing");
    f.failRecord("2", "orders[9].total: missing");
    f.failRecord("3", "id: missing");
    QTRY_COMPARE(f.tabs->tabText(2), QStringLiteral("Failed records (3)"));
    f.page->open(QStringLiteral("failures"));
    auto* tree = f.page->findChild<QTreeWidget*>(QStringLiteral("failures"));
    QTRY_COMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
    tree->setCurrentItem(tree->topLevelItem(0));
    f.button(QStringLiteral("Dismiss all…"))->click();
    auto* dialog = f.page->findChild<ReasonDialog*>();
    QVERIFY(dialog);
    QPushButton* yes = nullptr;
    for (auto* each : dialog->findChildren<QPushButton*>())
      if (each->text() == QStringLiteral("Dismiss"))
        yes = each;
    QVERIFY(!yes->isEnabled()); // not without a reason
    dialog->reason()->setText(QStringLiteral("test orders"));
    yes->click();
    QTRY_COMPARE(f.tabs->tabText(2), QStringLiteral("Failed records (1)"));
    const auto deeds = f.read<std::vector<FailureDeed>>([](Connection& c) { return failureDeeds(c, 9); });
    QCOMPARE(deeds.size(), size_t(2));
    QCOMPARE(deeds[0].note, QStringLiteral("test orders"));
  }

  void recordsThatAreNotListed_areCounted()
  {
    Desk f;
    f.change([shop = f.account](Connection& c, ChangeSet& changes) {
      std::vector<ItemFailure> failures;
      for (int i = 0; i < 1002; ++i)
        failures.push_back({QString::number(i), QStringLiteral("total: missing"), "[]"});
      return noteFailures(c, shop, Stream::Orders, std::nullopt, PageFixture::kNow, failures, changes);
    });
    f.page->open(QStringLiteral("failures"));
    auto* tree = f.page->findChild<QTreeWidget*>(QStringLiteral("failures"));
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
    QTreeWidgetItem* cause = tree->topLevelItem(0);
    QCOMPARE(cause->childCount(), 1001);
    QVERIFY2(cause->child(1000)->text(0).startsWith(QStringLiteral("and 2 more")),
             qPrintable(cause->child(1000)->text(0)));
    tree->setCurrentItem(cause->child(1000));
    QVERIFY(f.button(QStringLiteral("Fetch all %1 again").arg(numberText(1002))));
  }

  void record_isEditedAndTheReasonShownWhenItStillFails()
  {
    Desk f;
    f.failRecord("1", "total: missing");
    f.page->open(QStringLiteral("failures"));
    auto* tree = f.page->findChild<QTreeWidget*>(QStringLiteral("failures"));
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
    tree->topLevelItem(0)->setExpanded(true);
    tree->setCurrentItem(tree->topLevelItem(0)->child(0));
    QTRY_VERIFY(f.button(QStringLiteral("Edit…")));
    f.button(QStringLiteral("Edit…"))->click();
    QPlainTextEdit* editor = nullptr;
    for (auto* each : f.page->findChildren<QPlainTextEdit*>())
      if (each->isVisible() && !each->isReadOnly())
        editor = each;
    QVERIFY(editor);
    editor->setPlainText(QStringLiteral("{\"id\":"));
    f.button(QStringLiteral("Check and store"))->click();
    QTRY_VERIFY(f.shows(QStringLiteral("this is not JSON: line 1")));
    QCOMPARE(editor->toPlainText(), QStringLiteral("{\"id\":")); // what was written stays
    editor->setPlainText(QStringLiteral("{\"id\":\"1\"}"));
    f.button(QStringLiteral("Check and store"))->click();
    QTRY_VERIFY(f.shows(QStringLiteral("It is still not understood")));
    f.button(QStringLiteral("Cancel"))->click();
    QVERIFY(editor->isReadOnly());
  }

  void changes_areDismissedFromTheirTab()
  {
    Desk f;
    f.change([id = f.account](Connection& c, ChangeSet& changes) {
      return noteChanges(c, id, PageFixture::kNow,
                         {{ChangeNotice::Kind::Value, QStringLiteral("order.status"), QStringLiteral("held")},
                          {ChangeNotice::Kind::Value, QStringLiteral("order.status"), QStringLiteral("lost")}},
                         changes);
    });
    QTRY_COMPARE(f.tabs->tabText(3), QStringLiteral("Changes (1)")); // one a cause
    f.page->open(QStringLiteral("changes"));
    QVERIFY(f.shows(QStringLiteral("order.status has a value")));
    f.button(QStringLiteral("Seen, dismiss"))->click();
    QTRY_COMPARE(f.tabs->tabText(3), QStringLiteral("Changes"));
  }

  void calls_areFoundByWhatStandsInTheirBodies()
  {
    Desk f;
    f.record(PageFixture::kNow - 1min, 40);
    f.record(PageFixture::kNow - 2min, 40, QStringLiteral("provider_down"));
    f.tabs->setCurrentIndex(1);
    auto* table = f.page->findChild<QTableView*>(QStringLiteral("calls"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    for (auto* field : f.page->findChildren<QLineEdit*>())
      if (field->isVisible() && field->accessibleName() == QStringLiteral("Search calls"))
        field->setText(QStringLiteral("a-4711"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    for (auto* field : f.page->findChildren<QLineEdit*>())
      if (field->isVisible() && field->accessibleName() == QStringLiteral("Search calls"))
        field->setText(QStringLiteral("nowhere"));
    QTRY_VERIFY(f.shows(QStringLiteral("No call matches this filter.")));
  }

  void replay_showsBothSides()
  {
    CallReplay replay;
    replay.before.operation = QStringLiteral("orders.page");
    replay.before.status = replay.after.status = 200;
    replay.differences = {{QStringLiteral("orders[0].status"), QStringLiteral("\"paid\""), {}}};
    ReplayDialog dialog(replay);
    dialog.show();
    QStringList texts;
    for (const auto* label : dialog.findChildren<QLabel*>())
      texts << label->text();
    QVERIFY2(texts.contains(QStringLiteral("The answer differs in 1 place.")), qPrintable(texts.join(u'|')));
    auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("orders[0].status"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("(nothing)"));
  }

  void replay_claimsNoMoreThanWasCompared()
  {
    CallReplay replay;
    QCOMPARE(ReplayDialog::verdict(replay), QStringLiteral("The answer is the same as then."));
    replay.isWhole = false;
    QVERIFY(ReplayDialog::verdict(replay).startsWith(QStringLiteral("As far as the answers are kept")));
  }

  void document_isSearchedAndCopiedInBothLanguages()
  {
    Desk f;
    f.page->open(QStringLiteral("document:woocommerce"));
    auto* text = f.page->findChild<QTextBrowser*>();
    QVERIFY(text->toPlainText().contains(QStringLiteral("wc/v3")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("Fields of an account")));
    f.button(QStringLiteral("Copy as Markdown"))->click();
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("# ")));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("`woocommerce`")));
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(!text->toPlainText().contains(QStringLiteral("Fields of an account")));
  }

  void document_saysWhatIsNotCertain()
  {
    Desk f;
    f.page->open(QStringLiteral("document:kdniao"));
    const QString text = f.page->findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("What is not certain")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("insure = INSURE")), qPrintable(text));
    f.page->open(QStringLiteral("document:woocommerce"));
    QVERIFY(!f.page->findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("What is not certain")));
  }
};

SC_TEST(AccountViewTest)
#include "accountview_test.moc"
