#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

class WorkspaceTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }
  QStringList broken()
  {
    QStringList names;
    for (const VerifyCheck& check : must(verify(c())))
      if (!check.ok)
        names << check.name;
    return names;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void info_isAbsentUntilSavedAndThenReplaced()
  {
    QVERIFY(!must(workspaceInfo(c())));
    WorkspaceInfo info{QStringLiteral("掌柜"), QStringLiteral("Asia/Shanghai"), *Currency::of(u"JPY"), fromMs(5), true};
    must(saveWorkspaceInfo(c(), info));
    info.shopName = QStringLiteral("B");
    must(saveWorkspaceInfo(c(), info));
    const auto got = must(workspaceInfo(c()));
    QCOMPARE(got->shopName, QStringLiteral("B"));
    QCOMPARE(got->currency.digits(), 0);
    QCOMPARE(got->timeZone, QStringLiteral("Asia/Shanghai"));
    QVERIFY(got->simulated);
  }

  void views_areListedByPosition()
  {
    const QString page = QStringLiteral("orders");
    const qint64 a = must(saveView(c(), {0, page, QStringLiteral("a"), QStringLiteral("x"), 2}));
    const qint64 b = must(saveView(c(), {0, page, QStringLiteral("b"), {}, 1}));
    must(saveView(c(), {0, QStringLiteral("stock"), QStringLiteral("c"), {}, 0}));
    QCOMPARE(must(savedViews(c(), page))[0].id, b);
    must(saveView(c(), {a, page, QStringLiteral("a2"), QStringLiteral("y"), 0}));
    const auto views = must(savedViews(c(), page));
    QCOMPARE(views.size(), size_t(2));
    QCOMPARE(views[0].name, QStringLiteral("a2"));
    must(deleteView(c(), a));
    QCOMPARE(must(savedViews(c(), page)).size(), size_t(1));
  }

  void verify_findsWhatIsWrongAndNothingElse()
  {
    AccountRow account;
    account.provider = QStringLiteral("woocommerce");
    OrderSnapshot o;
    o.externalId = o.number = QStringLiteral("1");
    o.status = OrderStatus::ToShip;
    o.placedAt = fromMs(1'768'471'200'000);
    LineSnapshot line;
    line.externalId = QStringLiteral("l");
    line.sku = QStringLiteral("S");
    line.quantity = 2;
    o.lines = {line};
    ChangeSet changes;
    const AccountId id = must(addAccount(c(), account));
    must(upsertOrders(c(), {id, std::nullopt, o.placedAt}, {o}, changes));
    QCOMPARE(broken(), QStringList());
    const std::pair<const char*, const char*> damages[] = {
        {"UPDATE stock SET reserved = reserved + 1", "stock"},
        {"UPDATE stage_counts SET orders = orders + 1", "rollups"},
        {"UPDATE sales_slots SET units = units + 1", "rollups"},
        {"DELETE FROM order_texts", "search"},
        {"UPDATE order_events SET order_id = 12345", "foreign_keys"},
    };
    for (const auto& [damage, name] : damages) {
      must(c().begin());
      must(c().run(QString::fromLatin1(damage)));
      const QStringList names = broken();
      c().rollback();
      QVERIFY2(names == QStringList{QString::fromLatin1(name)}, qPrintable(names.join(u' ') + QLatin1String(damage)));
    }
  }
};

SC_TEST(WorkspaceTest)
#include "workspace_test.moc"
