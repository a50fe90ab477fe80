#include "core/store/catalogue.h"
#include "core/store/customerexport.h"
#include "core/store/erasecustomer.h"
#include "core/store/money.h"
#include "core/store/parcels.h"
#include "core/store/sameperson.h"
#include "core/store/workspace.h"
#include "core/sync/pagestore.h"
#include "tests/support/storedtext.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kCourier{2}, kGateway{3};
const QString kOwner = QStringLiteral("owner");

QString q(const char* text)
{
  return QString::fromUtf8(text);
}

/// What must be nowhere afterwards. Each lies in some place by itself.
const QStringList kPlanted{q("章无痕"),          q("13955551234"),  q("无痕路七十七号"),
                           q("wuhen@mail.test"), q("留言给章先生"), q("章先生的备注"),
                           q("无痕区"),          q("310077"),       q("快件已由章无痕签收")};

OrderSnapshot planted(const char* id, Instant placedAt = kNow - 48h)
{
  OrderSnapshot o;
  o.externalId = q(id);
  o.number = q("NUMBER-") + q(id);
  o.status = OrderStatus::Shipped;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = o.goods = Money(2590, Currency());
  o.placedAt = placedAt;
  o.updatedAt = placedAt + 1h;
  o.customerName = o.shipTo.name = kPlanted[0];
  o.customerPhone = o.shipTo.phone = kPlanted[1];
  o.customerEmail = kPlanted[3];
  o.shipTo.province = q("浙江省");
  o.shipTo.city = q("杭州市");
  o.shipTo.district = kPlanted[6];
  o.shipTo.street = kPlanted[2];
  o.shipTo.postalCode = kPlanted[7];
  o.buyerNote = kPlanted[4];
  o.sellerMemo = kPlanted[5];
  LineSnapshot line;
  line.externalId = q("l");
  line.sku = q("SKU-1");
  line.title = q("咖啡壶");
  line.quantity = 2;
  line.total = o.total;
  o.lines = {line};
  RefundSnapshot refund;
  refund.externalId = q("r1");
  refund.amount = Money(90, Currency());
  refund.status = AftersaleStatus::Succeeded;
  refund.reason = q("尺寸不合适");
  o.refunds = {refund};
  o.parcels = {{q("p"), q("sf"), {}, q("SF1000000") + q(id), {}, placedAt + 2h}};
  return o;
}

OrderSnapshot stranger()
{
  OrderSnapshot o = planted("900");
  o.customerName = o.shipTo.name = q("别人");
  o.customerPhone = o.shipTo.phone = q("13700001111");
  o.customerEmail = q("other@mail.test");
  o.shipTo.street = q("他路一号");
  o.shipTo.district = o.shipTo.postalCode = o.sellerMemo = QString();
  o.buyerNote = q("别人的话");
  return o;
}

TrackingSnapshot way(const char* order)
{
  TrackingSnapshot p;
  p.courier = q("sf");
  p.number = q("SF1000000") + q(order);
  p.status = ParcelStatus::Delivered;
  TrackingEvent e;
  e.at = kNow - 3h;
  e.status = ParcelStatus::Delivered;
  e.text = kPlanted[8];
  e.place = q("杭州市");
  e.latitude = 30.25;
  e.longitude = 120.125;
  p.events = {e};
  return p;
}

PaymentSnapshot payment(const char* order)
{
  PaymentSnapshot p;
  p.externalId = q("PAYMENT-") + q(order);
  p.orderNumber = q("NUMBER-") + q(order);
  p.amount = Money(2590, Currency());
  p.status = GatewayPaymentStatus::Paid;
  p.paidAt = kNow - 47h;
  p.payer = kPlanted[0];
  return p;
}

/// As PHP writes it: no letter beyond ASCII.
QByteArray escaped(const QString& text)
{
  QByteArray json;
  for (const QChar c : text)
    json += c.unicode() < 128 ? QByteArray(1, char(c.unicode())) : "\\u" + QByteArray::number(c.unicode(), 16);
  return json;
}

CallRecord call(const QByteArray& response)
{
  CallRecord call;
  call.account = kShop;
  call.at = kNow;
  call.operation = call.path = q("orders");
  call.status = 200;
  call.request = "GET /orders\n\n";
  call.response = response;
  return call;
}
} // namespace

class ErasureTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void put(const std::vector<OrderSnapshot>& orders)
  {
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, orders, m_changes));
  }
  void tellAll(const std::vector<OrderSnapshot>& orders)
  {
    put(orders);
    must(upsertTracking(c(), {kCourier, std::nullopt, kNow}, {way("100"), way("101")}, m_changes));
    must(upsertPayments(c(), {kGateway, std::nullopt, kNow}, {payment("100")}, m_changes));
  }
  CustomerId customerOf(const char* order)
  {
    return CustomerId(must(c().number(q("SELECT customer_id FROM orders WHERE external_id = ?"), {q(order)})));
  }
  Erased erase(CustomerId customer)
  {
    const Erased erased = must(eraseCustomer(c(), customer, kOwner, kNow, m_changes));
    must(scrubErased(c()));
    return erased;
  }

  /// "table.column" of every place that holds the text.
  QStringList placesOf(const QString& text)
  {
    QStringList places;
    const QByteArray wanted = text.toUtf8(), wantedEscaped = escaped(text);
    test::eachStored(c(), [&](const QString& place, const QByteArray& value) {
      if (value.contains(wanted) || value.contains(wantedEscaped))
        places += place;
    });
    places.removeDuplicates();
    return places;
  }
  QStringList placesOfPlanted()
  {
    QStringList places;
    for (const QString& text : kPlanted)
      places += placesOf(text);
    return places;
  }
  /// Whatever the files still hold between their pages.
  QByteArray files()
  {
    QByteArray all;
    for (const char* ending : {"", "-wal"}) {
      QFile file(m_temp->config().sqliteFile + q(ending));
      if (file.open(QIODevice::ReadOnly))
        all += file.readAll();
    }
    return all;
  }

  void plantBeside(CustomerId customer)
  {
    must(recordCall(c(), call("HTTP 200\n\n{\"name\":\"" + escaped(kPlanted[0]) + "\"}")));
    must(recordCall(c(), call("HTTP 200\n\n{\"street\":\"" + kPlanted[2].toUtf8() + "\"}")));
    must(recordCall(c(), call("HTTP 200\n\n{\"name\":\"别人\"}")));
    must(noteFailures(c(), kShop, Stream::Orders, std::nullopt, kNow,
                      {{q("77"), q("total: missing"), "{\"name\":\"" + kPlanted[0].toUtf8() + "\"}"},
                       {q("78"), q("total: missing"), "{\"name\":\"别人\"}"}},
                      m_changes, {{"call", kPlanted[2].toUtf8(), "]"}, {"call", "[", "]"}}));
    const auto letters = must(syncFailures(c(), std::nullopt, 0));
    for (const SyncFailure& letter : letters)
      must(dismissFailure(c(), letter.id, q("a test"), kOwner, kNow, m_changes));
    const qint64 order = must(c().number(q("SELECT MIN(id) FROM orders WHERE customer_id = ?"), {customer}));
    const qint64 parcel = must(c().number(q("SELECT id FROM shipments WHERE order_id = ?"), {order}));
    must(c().run(q("INSERT INTO labels (shipment_id, position, format, url, data, created_at) VALUES (?, 0, 'pdf', '', "
                   "?, 1)"),
                 {parcel, kPlanted[0].toUtf8()}));
    must(c().run(q("INSERT INTO parcel_steps (id, shipment_id, kind, text, currency, actor, taken_at) VALUES (1, ?, "
                   "'note', ?, '', 'owner', 1)"),
                 {parcel, kPlanted[0]}));
    must(
        c().run(q("INSERT INTO outbox (id, account_id, idempotency_key, kind, payload, order_id, target, actor, state, "
                  "attempts, created_at, changed_at, next_try_at, error_kind, error, outcome) VALUES (1, 1, 'k', "
                  "'add_note', ?, ?, '', 'owner', 'waiting', 0, 1, 1, 1, '', '', '')"),
                {q("{\"order\":\"100\",\"text\":\"%1\",\"visible\":false}").arg(kPlanted[5]), order}));
    must(upsertBillLines(c(), {kGateway, std::nullopt, kNow}, {billLine()}, m_changes));
  }
  static BillLineSnapshot billLine()
  {
    BillLineSnapshot line;
    line.bill = q("trade");
    line.entryId = q("e1");
    line.kind = q("payment");
    line.paymentExternalId = q("PAYMENT-100");
    line.title = q("咖啡壶");
    line.rawLine = q("e1,") + kPlanted[0];
    line.amount = Money(2590, Currency());
    return line;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
    must(saveWorkspaceInfo(c(), {q("x"), q("Asia/Shanghai"), Currency(), kNow, false}));
    tellAll({planted("100"), planted("101"), stranger()});
  }
  void cleanup() { m_temp.reset(); }

  void person_isNowhereAndTheFiguresStay()
  {
    const CustomerId customer = customerOf("100");
    plantBeside(customer);
    for (const QString& text : kPlanted)
      QVERIFY2(!placesOf(text).isEmpty(), qPrintable(text));
    QVERIFY(placesOf(kPlanted[0]).size() >= 10);
    const CustomerRow before = *must(customerRow(c(), customer));
    const SalesSum sales = must(salesBetween(c(), kNow - 72h, kNow));

    const Erased erased = erase(customer);
    QCOMPARE(erased.customers, 1);
    QCOMPARE(erased.orders, 2);
    QCOMPARE(erased.parcels, 2);
    QCOMPARE(erased.calls, 2);
    QCOMPARE(erased.failures, 1);
    QCOMPARE(placesOfPlanted(), QStringList());
    if (test::engineOfRow() == Engine::Sqlite)
      for (const QString& text : kPlanted)
        QVERIFY2(!files().contains(text.toUtf8()), qPrintable(text));

    const CustomerRow after = *must(customerRow(c(), customer));
    QCOMPARE(after.orders, before.orders);
    QVERIFY(after.spent.amounts() == before.spent.amounts());
    const SalesSum same = must(salesBetween(c(), kNow - 72h, kNow));
    QCOMPARE(same.orders, sales.orders);
    QCOMPARE(same.units, sales.units);
    QVERIFY(same.paid.amounts() == sales.paid.amounts());
    const OrderDetails order = *must(orderDetails(c(), must(ordersOfCustomer(c(), customer, 1)).front()));
    QCOMPARE(order.row.city, q("杭州市"));
    QCOMPARE(order.refunds.at(0).reason, q("尺寸不合适"));
    QCOMPARE(order.timeline.back().kind, q("erased"));
    // Nobody else is touched.
    for (const char* text : {"别人", "13700001111", "other@mail.test", "他路一号", "别人的话"})
      QVERIFY2(!placesOf(q(text)).isEmpty(), text);
    QVERIFY(placesOf(q("别人")).contains(q("calls.response")));
    QVERIFY(placesOf(q("别人")).contains(q("sync_failures.payload")));
  }

  void samePersonInAnotherShop_isMeantToo()
  {
    OrderSnapshot elsewhere = planted("400");
    elsewhere.customerExternalId = q("c77");
    must(upsertOrders(c(), {kGateway, std::nullopt, kNow}, {elsewhere}, m_changes));
    const CustomerId customer = customerOf("400");
    QCOMPARE(must(exportedCustomer(c(), customer, kNow, m_changes)).value(q("orders")).toArray().size(), 3);
    QCOMPARE(erase(customer).customers, 2);
    QCOMPARE(placesOfPlanted(), QStringList());
    QVERIFY(!placesOf(q("13700001111")).isEmpty());
  }

  void maskedBuyers_areNotTakenForOnePerson()
  {
    std::vector<OrderSnapshot> masked;
    for (const char* id : {"500", "501"}) {
      OrderSnapshot o = planted(id);
      o.customerExternalId = q("open-") + q(id);
      o.customerName = o.shipTo.name = q("章**");
      o.customerPhone = o.shipTo.phone = q("138****0000");
      o.customerEmail.clear();
      masked.push_back(o);
    }
    put(masked);
    QCOMPARE(must(samePerson(c(), customerOf("500"))), std::vector<CustomerId>{customerOf("500")});
    QCOMPARE(samePerson(c(), CustomerId(999)).error().kind, ErrorKind::NotFound);
  }

  void search_findsTheOrderByItsNumberOnly()
  {
    const auto found = [&](const QString& text) {
      OrderQuery query;
      query.filter.texts = {text};
      return must(orderRows(c(), query)).size();
    };
    QCOMPARE(found(kPlanted[0]), size_t(2));
    erase(customerOf("100"));
    QCOMPARE(found(kPlanted[0]), size_t(0));
    QCOMPARE(found(q("1234")), size_t(0));
    QCOMPARE(found(q("咖啡壶")), size_t(3));
    QCOMPARE(found(q("NUMBER-100")), size_t(1));
    if (test::engineOfRow() == Engine::Sqlite)
      must(c().run(q("INSERT INTO order_search (order_search) VALUES ('integrity-check')")));
  }

  void laterAnswers_doNotBringThePersonBack()
  {
    const CustomerId customer = customerOf("100");
    erase(customer);
    OrderSnapshot moved = planted("100");
    moved.updatedAt = kNow;
    moved.status = OrderStatus::Completed;
    moved.refunds[0].reason = q("退给章无痕");
    PaymentSnapshot refunded = payment("100");
    refunded.status = GatewayPaymentStatus::PartiallyRefunded;
    TrackingSnapshot news = way("100");
    news.events.push_back(news.events.front());
    for (int i = 0; i < 2; ++i) {
      put({moved, planted("101"), stranger()});
      must(upsertPayments(c(), {kGateway, std::nullopt, kNow}, {refunded}, m_changes));
      must(upsertTracking(c(), {kCourier, std::nullopt, kNow}, {news, way("101")}, m_changes));
      must(upsertBillLines(c(), {kGateway, std::nullopt, kNow}, {billLine()}, m_changes));
      must(noteFailures(c(), kShop, Stream::Orders, std::nullopt, kNow,
                        {{q("101"), q("total: missing"), kPlanted[0].toUtf8()}}, m_changes));
    }
    QCOMPARE(placesOfPlanted(), QStringList());
    QCOMPARE(customerOf("100"), customer);
    QCOMPARE(must(orderRow(c(), must(ordersOfCustomer(c(), customer, 1)).front()))->customer, QString());
    QCOMPARE(must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {moved}, m_changes)).unchanged, 1);
  }

  void erasedCustomer_isNotFilledInAgain()
  {
    OrderSnapshot known = planted("200");
    known.customerExternalId = q("c7");
    put({known});
    const CustomerId customer = customerOf("200");
    erase(customer);
    CustomerSnapshot told;
    told.externalId = q("c7");
    told.name = kPlanted[0];
    told.updatedAt = kNow + 1h;
    QCOMPARE(must(upsertCustomers(c(), {kShop, std::nullopt, kNow}, {told}, m_changes)).unchanged, 1);
    OrderSnapshot neverTold = planted("201", kNow - 900h);
    neverTold.customerExternalId = q("c7");
    put({neverTold});
    QCOMPARE(must(customerRow(c(), customer))->name, QString());
    QCOMPARE(must(customerRow(c(), customer))->orders, 2);
    const auto orders = must(ordersOfCustomer(c(), customer, 0));
    for (const OrderId id : orders)
      QCOMPARE(must(orderDetails(c(), id))->shipTo.street, QString());
  }

  void orderPlacedAfterwards_hasItsBuyer()
  {
    erase(customerOf("100"));
    put({planted("300", kNow + 1h)});
    QVERIFY(customerOf("300") != customerOf("100"));
    const OrderId id = must(ordersOfCustomer(c(), customerOf("300"), 1)).front();
    QCOMPARE(must(orderDetails(c(), id))->shipTo.street, kPlanted[2]);
  }

  void answersOfErasedOrders_areNotRecorded()
  {
    erase(customerOf("100"));
    FetchedPage page;
    page.account = kShop;
    page.now = kNow;
    page.orders = prepareOrders({planted("100")});
    page.call = packedCall(call("{\"name\":\"" + kPlanted[0].toUtf8() + "\"}"));
    must(storePage(c(), page, m_changes));
    QCOMPARE(placesOfPlanted(), QStringList());
    page.orders = prepareOrders({stranger()});
    page.call = packedCall(call("{\"name\":\"别人\"}"));
    must(storePage(c(), page, m_changes));
    QVERIFY(placesOf(q("别人")).contains(q("calls.response")));
  }

  void erasure_isRecordedWithoutTheData()
  {
    const CustomerId customer = customerOf("100");
    erase(customer);
    QCOMPARE(
        must(c().number(q("SELECT orders FROM erasures WHERE customer_id = ? AND actor = 'owner' AND erased_at = ?"),
                        {customer, kNow})),
        2);
    QVERIFY(m_changes.customers && m_changes.calls && m_changes.orders.size() >= 2);
    QCOMPARE(eraseCustomer(c(), CustomerId(999), kOwner, kNow, m_changes).error().kind, ErrorKind::NotFound);
    erase(customer); // again: nothing to do, and no fault
  }

  void export_holdsEverythingOfThePerson()
  {
    const CustomerId customer = customerOf("100");
    const QJsonObject document = must(exportedCustomer(c(), customer, kNow, m_changes));
    const QByteArray text = QJsonDocument(document).toJson();
    for (const QString& planted : kPlanted)
      QVERIFY2(text.contains(planted.toUtf8()), qPrintable(planted));
    QVERIFY(!text.contains(q("别人").toUtf8()));
    const QJsonArray orders = document.value(q("orders")).toArray();
    QCOMPARE(orders.size(), 2);
    for (const char* part : {"items", "timeline", "shipments", "refunds"})
      QVERIFY2(!orders.at(0)[q(part)].toArray().isEmpty(), part);
    QVERIFY(!orders.at(1)[q("payments")].toArray().isEmpty());
    const OrderDetails order = *must(orderDetails(c(), must(ordersOfCustomer(c(), customer, 1)).front()));
    QCOMPARE(order.timeline.back().kind, q("revealed"));
    QCOMPARE(exportedCustomer(c(), CustomerId(999), kNow, m_changes).error().kind, ErrorKind::NotFound);
  }
};

SC_TEST(ErasureTest)
#include "erasure_test.moc"
