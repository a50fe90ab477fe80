#include "core/files/records.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace supercargo {
namespace {

ImportDefaults china()
{
  return {*Currency::of(u"CNY"), QTimeZone("Asia/Shanghai")};
}

ImportedRecords read(ImportKind kind, const QByteArray& text, const QMap<QString, QString>& chosen = {})
{
  const auto sheet = readSheet(text);
  const auto mapping = mapColumns(kind, sheet->header, chosen);
  return mapping ? readRecords(kind, *sheet, *mapping, china()) : ImportedRecords();
}

} // namespace

class RecordsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void parseAmount_readsBothDecimalSigns_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    for (const auto& [text, wanted] : std::vector<std::pair<const char*, const char*>>{{"¥1,299.00", "1299.00"},
                                                                                       {"1.299,00", "1299.00"},
                                                                                       {"12,5 元", "12.50"},
                                                                                       {"1,299", "1299.00"},
                                                                                       {"1,234,567.8", "1234567.80"},
                                                                                       {"-3.10", "-3.10"},
                                                                                       {"129.8", "129.80"}})
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
  }
  void parseAmount_readsBothDecimalSigns()
  {
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    const auto amount = parseAmount(text, *Currency::of(u"CNY"));
    QVERIFY2(amount, amount ? "" : qPrintable(amount.error().detail));
    QCOMPARE(amount->text(), wanted);
  }

  void parseAmount_refusesWhatIsNone()
  {
    QVERIFY(!parseAmount(QStringLiteral("free"), *Currency::of(u"CNY")));
    QVERIFY(!parseAmount(QString(), *Currency::of(u"CNY")));
  }

  void parsePieces_refusesWhatMayMeanTwoThings()
  {
    QCOMPARE(*parsePieces(QStringLiteral("5.0")), 5);
    QCOMPARE(*parsePieces(QStringLiteral(" -2 ")), -2);
    QVERIFY(!parsePieces(QStringLiteral("1.234")));
    QVERIFY(!parsePieces(QStringLiteral("1,234")));
    QVERIFY(!parsePieces(QStringLiteral("2.5")));
  }

  void parseTime_readsWallClocksInTheirZone()
  {
    const QTimeZone berlin("Europe/Berlin");
    QCOMPARE(toIso(*parseTime(QStringLiteral("2026-01-15 04:30:00 -0500"), berlin)),
             QStringLiteral("2026-01-15T09:30:00Z"));
    QCOMPARE(toIso(*parseTime(QStringLiteral("2026/1/5 9:30"), berlin)), QStringLiteral("2026-01-05T08:30:00Z"));
    QCOMPARE(toIso(*parseTime(QStringLiteral("2026-07-05 09:30:00"), berlin)), QStringLiteral("2026-07-05T07:30:00Z"));
    QCOMPARE(toIso(*parseTime(QStringLiteral("2026-07-05T09:30:00Z"), berlin)), QStringLiteral("2026-07-05T09:30:00Z"));
    QVERIFY(!parseTime(QStringLiteral("yesterday"), berlin));
  }

  void mapColumns_asksForWhatItCannotKnow()
  {
    QVERIFY(!mapColumns(ImportKind::Stock, {QStringLiteral("sku"), QStringLiteral("stock"), QStringLiteral("Stock")}));
    QVERIFY(!mapColumns(ImportKind::Orders, {QStringLiteral("colour")}));
    const auto mapping =
        mapColumns(ImportKind::Orders, {QStringLiteral("Beleg"), QStringLiteral("Total"), QStringLiteral("x")},
                   {{QStringLiteral("number"), QStringLiteral("beleg")}});
    QVERIFY(mapping);
    QCOMPARE(mapping->fields.value(QStringLiteral("number")), QStringLiteral("Beleg"));
    QCOMPARE(mapping->fields.value(QStringLiteral("total")), QStringLiteral("Total"));
    QCOMPARE(mapping->unknown, QStringList{QStringLiteral("x")});
    QVERIFY(!mapColumns(ImportKind::Orders, {QStringLiteral("number")},
                        {{QStringLiteral("colour"), QStringLiteral("number")}}));
  }

  void layoutOf_knowsFilesOfLines()
  {
    const auto layout = [](const char* header) { return layoutOf(QString::fromUtf8(header).split(u',')); };
    QCOMPARE(layout("订单编号,标题,价格,购买数量,外部系统编号"), QLatin1String(kOrderLinesLayout));
    QCOMPARE(layout("子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号"), QLatin1String(kOrderLinesLayout));
    QCOMPARE(layout("订单编号,买家会员名,购买数量,外部系统编号"), QStringLiteral("taobao-orders"));
    QCOMPARE(layout("订单编号,购买数量"), QStringLiteral("generic"));
  }

  void readOrders_keepsLinesApartFromTheirOrders()
  {
    const auto got = read(ImportKind::Orders, "子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号\n"
                                              "11,A1,杯子,30.00,2,CUP\n12,A1,茶壶,40.00,1,\n");
    QVERIFY(got.snapshots.orders.empty());
    QCOMPARE(got.lines.size(), size_t(1));
    QCOMPARE(got.lines.front().order, QStringLiteral("A1"));
    QCOMPARE(got.lines.front().lines.size(), size_t(2));
    QCOMPARE(got.lines.front().lines[0].total, Money(6000, Currency()));
    QCOMPARE(got.lines.front().lines[1].title, QStringLiteral("茶壶"));
    QCOMPARE(got.rows[1].kind, RowResult::Kind::Read);
  }

  void parseMapping_namesWhatItCannotRead()
  {
    const QStringList header{QStringLiteral("订单编号"), QStringLiteral("实付"), QStringLiteral("number")};
    const auto parsed = [&](const QStringList& texts) { return parseMapping(ImportKind::Orders, header, texts); };
    const QMap<QString, QString> wanted{{QStringLiteral("number"), QStringLiteral("订单编号")},
                                        {QStringLiteral("total"), QStringLiteral("实付")}};
    QCOMPARE(*parsed({QStringLiteral("订单编号=number"), QStringLiteral("实付=total")}), wanted);
    QCOMPARE(*parsed({QStringLiteral("number=订单编号, total=实付")}), wanted);
    QCOMPARE(parsed({QStringLiteral("number=id")})->value(QStringLiteral("id")), QStringLiteral("number"));
    QVERIFY(!parsed({QStringLiteral("number")}));
    QVERIFY(!parsed({QStringLiteral("订单编号=colour")}));
  }

  void readOrders_failsAllRowsOfAnOrderTogether()
  {
    const auto got = read(ImportKind::Orders, "订单编号,订单创建时间,实付,状态,sku,数量\n"
                                              "A1,2026-01-15 09:00:00,10.00,已付款,S1,1\n"
                                              "A1,,,,S2,many\n"
                                              "A2,2026-01-15 09:00:00,10.00,已付款,S1,1\n");
    QCOMPARE(got.snapshots.orders.size(), size_t(1));
    QCOMPARE(got.snapshots.orders.front().number, QStringLiteral("A2"));
    QCOMPARE(got.rows.size(), size_t(3));
    QCOMPARE(got.rows[0].kind, RowResult::Kind::Failed);
    QCOMPARE(got.rows[1].kind, RowResult::Kind::Failed);
    const RowFault fault{RowFaultKind::NoPieces, QStringLiteral("many"), {}};
    QCOMPARE(got.rows[0].faults, std::vector<RowFault>{fault});
    QCOMPARE(got.rows[0].reason(), QStringLiteral("no number of pieces: \"many\""));
    QCOMPARE(got.rows[2].kind, RowResult::Kind::Read);
  }

  void readOrders_keepsAnUnknownStatusAndSaysSo()
  {
    const auto got = read(ImportKind::Orders, "订单编号,订单创建时间,实付,状态\nA1,2026-01-15 09:00:00,10.00,新状态\n");
    QCOMPARE(got.snapshots.orders.size(), size_t(1));
    QCOMPARE(got.snapshots.orders.front().status, OrderStatus::Unknown);
    QVERIFY(!got.snapshots.orders.front().shippable);
    QCOMPARE(got.snapshots.orders.front().warnings.size(), 1);
    QCOMPARE(got.snapshots.changes.size(), size_t(1));
  }

  void parseGrams_readsUnitsAndRoundsUp()
  {
    const auto grams = [](const char* text, const char* unit = "") {
      const auto read = parseGrams(QString::fromUtf8(text), QLatin1String(unit));
      return read ? *read : -1;
    };
    QCOMPARE(grams("1.25 kg"), 1250);
    QCOMPARE(grams("1,2", "kg"), 1200);
    QCOMPARE(grams("0.35公斤"), 350);
    QCOMPARE(grams("350 克", "kg"), 350);
    QCOMPARE(grams("350", "g"), 350);
    QCOMPARE(grams("1.0001kg"), 1001);
    QCOMPARE(grams("1.25"), -1); // of what?
    QCOMPARE(grams("-1", "kg"), -1);
    QCOMPARE(grams("heavy", "kg"), -1);
    QCOMPARE(grams("2 lb"), 908);
    QCOMPARE(grams("1", "lbs"), 454);
    QCOMPARE(grams("16oz", "kg"), 454);
    QCOMPARE(grams("8盎司"), 227);
    QCOMPARE(grams("1,200", "g"), -1); // a thousand and more, or one and a bit?
    QCOMPARE(grams("5", "stone"), -1);
    QCOMPARE(grams("999999999", "lb"), -1);
  }

  void readProducts_takesTheUnitOfAWeightFromWhereItStands_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("wanted"); // 0: no weight, and nothing wrong
    QTest::newRow("Shopify") << "Handle,Title,Variant SKU,Variant Grams,Variant Weight Unit\ntee,Tee,S,200.0,lb\n"
                             << 200LL;
    QTest::newRow("Shopify, new") << "URL handle,Title,SKU,Price,Weight value (grams),Weight unit for display\n"
                                     "tee,Tee,S,1,250,kg\n"
                                  << 250LL;
    QTest::newRow("Shopify without") << "Handle,Title,Variant SKU,Variant Grams\ntee,Tee,S,0.0\n" << 0LL;
    QTest::newRow("WooCommerce") << "SKU,Name,Weight (kg)\nS,Tee,0.25\n" << 250LL;
    QTest::newRow("WooCommerce in pounds") << "SKU,Name,Weight (lbs)\nS,Tee,2\n" << 908LL;
    QTest::newRow("WooCommerce in Chinese") << "SKU,名称,重量 (kg)\nS,T恤,1.5\n" << 1500LL;
    QTest::newRow("full-width brackets") << "商家编码,名称,重量（克）\nS,T恤,180\n" << 180LL;
    QTest::newRow("beside it") << "SKU,Title,Weight,Weight unit\nS,Tee,8,oz\n" << 227LL;
    QTest::newRow("in the cell") << "商家编码,名称,重量\nS,T恤,0.3公斤\n" << 300LL;
    QTest::newRow("zero without a unit") << "商家编码,名称,重量\nS,T恤,0.00\n" << 0LL;
    QTest::newRow("nothing there") << "商家编码,名称,重量\nS,T恤,\n" << 0LL;
  }
  void readProducts_takesTheUnitOfAWeightFromWhereItStands()
  {
    QFETCH(QString, text);
    QFETCH(qint64, wanted);
    const auto got = read(ImportKind::Products, text.toUtf8());
    QCOMPARE(got.snapshots.products.size(), size_t(1));
    QCOMPARE(got.weights.size(), size_t(wanted > 0 ? 1 : 0));
    if (wanted > 0) {
      QCOMPARE(got.weights.front().sku, QStringLiteral("S"));
      QCOMPARE(got.weights.front().grams, wanted);
    }
  }

  void readProducts_tellsWhatIsWrongWithAWeight()
  {
    const auto got = read(ImportKind::Products, "SKU,Title,Weight,Weight unit\n"
                                                "A,Tee,250,\nB,Tee,heavy,g\nC,Tee,1001,kg\nD,Tee,5,stone\nE,Tee,5,g\n");
    QCOMPARE(got.snapshots.products.size(), size_t(5)); // the products themselves are fine
    QCOMPARE(got.weights.size(), size_t(1));
    const std::vector<RowFault> wanted{{RowFaultKind::NoWeightUnit, QStringLiteral("250"), {}},
                                       {RowFaultKind::NoWeight, QStringLiteral("heavy"), {}},
                                       {RowFaultKind::TooHeavy, QStringLiteral("1001"), {}},
                                       {RowFaultKind::NoWeightUnit, QStringLiteral("5"), {}}};
    for (size_t i = 0; i < wanted.size(); ++i)
      QCOMPARE(got.rows[i].faults, std::vector<RowFault>{wanted[i]});
    for (const RowResult& row : got.rows)
      QCOMPARE(row.kind, RowResult::Kind::Read);
    QVERIFY(got.rows[4].faults.empty());
  }

  void readProducts_givesVariationsOfWooCommerceTheirProductsWeight()
  {
    const auto got = read(ImportKind::Products, "ID,Type,SKU,Name,In stock?,Weight (kg),Regular price,Parent\n"
                                                "44,variable,V,Tee,1,0.2,,\n"
                                                "45,variation,V-S,Tee S,1,,10,V\n"
                                                "46,variation,V-L,Tee L,1,0.3,10,id:44\n");
    QCOMPARE(got.snapshots.products.size(), size_t(1));
    QCOMPARE(got.weights.size(), size_t(2));
    QCOMPARE(got.weights[0].sku, QStringLiteral("V-S"));
    QCOMPARE(got.weights[0].grams, 200);
    QCOMPARE(got.weights[1].grams, 300);
  }

  void readFreight_knowsTheHeadingsOfBothLanguages_data()
  {
    QTest::addColumn<QString>("text");
    QTest::newRow("Chinese")
        << "快递公司,运单号,揽收时间,结算重量,目的省份,结算金额\n中通快递,ZT-1 2,2026-03-01 09:00:00,1.2,浙江省,4.30\n";
    QTest::newRow("English") << "Carrier,Waybill No.,Billing date,Weight (g),Destination,Net charge\n"
                                "ZTO,zt12,2026-03-01 09:00:00,1200,浙江省,4.30\n";
  }
  void readFreight_knowsTheHeadingsOfBothLanguages()
  {
    QFETCH(QString, text);
    const auto got = read(ImportKind::Freight, text.toUtf8());
    QCOMPARE(got.snapshots.freightBills.size(), size_t(1));
    const FreightBillSnapshot& bill = got.snapshots.freightBills.front();
    QCOMPARE(bill.courier, QStringLiteral("zto"));
    QCOMPARE(bill.number, QStringLiteral("ZT12"));
    QCOMPARE(toIso(bill.billedAt), QStringLiteral("2026-03-01T01:00:00Z"));
    QCOMPARE(bill.grams, std::optional<qint64>(1200));
    QCOMPARE(bill.destination, QStringLiteral("浙江省"));
    QCOMPARE(bill.amount, Money(430, Currency()));
  }

  void readFreight_refusesRowsThatSayNothing()
  {
    const auto got =
        read(ImportKind::Freight, "运单号,日期,金额,币种\nA1,,4.30,\nA2,2026-03-01,,\nA3,2026-03-01,1,ABC\n");
    QVERIFY(got.snapshots.freightBills.empty());
    QCOMPARE(got.rows[0].faults.front().kind, RowFaultKind::NoBillDay);
    QCOMPARE(got.rows[1].faults.front().kind, RowFaultKind::NoCharge);
    QCOMPARE(got.rows[2].faults.front().kind, RowFaultKind::NoCurrency);
  }

  void mapColumns_knowsTheExportsOfShops_data()
  {
    QTest::addColumn<ImportKind>("kind");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("unknown"); ///< all that is left aside
    QTest::newRow("Shopify, customers")
        << ImportKind::Customers
        << "Customer ID,First Name,Last Name,Email,Default Address City,"
           "Default Address Province Code,Default Address Country Code,Phone,Total Spent"
        << "Total Spent";
    QTest::newRow("WooCommerce, customers")
        << ImportKind::Customers << "Name,Sign Up,Email,Orders,Country / Region,City,Region"
        << "Orders";
    QTest::newRow("WooCommerce, orders") << ImportKind::Orders
                                         << "order_id,order_number,order_date,status,customer_email,"
                                            "billing_first_name,billing_last_name,billing_phone,shipping_total,"
                                            "order_total,order_currency,payment_method,shipping_address_1,"
                                            "shipping_city,shipping_state,shipping_postcode,shipping_country,line_items"
                                         << "line_items";
    QTest::newRow("1688, orders") << ImportKind::Orders
                                  << "订单编号,买家公司名,买家会员名,卖家公司名,货品总价(元),运费(元),实付款(元),"
                                     "订单状态,订单创建时间,货品标题,单价(元),数量"
                                  << "买家公司名,卖家公司名";
    QTest::newRow("Shopify, products as stock") << ImportKind::Stock << "Handle,Variant SKU,Variant Inventory Qty"
                                                << "Handle";
    QTest::newRow("Shopify, inventory") << ImportKind::Stock
                                        << "SKU,Location,Committed (not editable),Available (not editable),"
                                           "On hand (current),On hand (new)"
                                        << "On hand (new)";
  }
  void mapColumns_knowsTheExportsOfShops()
  {
    QFETCH(ImportKind, kind);
    QFETCH(QString, header);
    QFETCH(QString, unknown);
    const auto mapping = mapColumns(kind, header.split(u','));
    QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().detail));
    QCOMPARE(mapping->unknown.join(u','), unknown);
  }

  void readStock_passesOverRowsThatTellNone()
  {
    const auto got = read(ImportKind::Stock, "SKU,Stock\nV,parent\n,\nV-S,3\n,4\n");
    QCOMPARE(got.snapshots.stock.size(), size_t(1));
    QCOMPARE(got.rows[0].kind, RowResult::Kind::Skipped);
    QCOMPARE(got.rows[1].kind, RowResult::Kind::Skipped); // a row that only brings a picture
    QCOMPARE(got.rows[3].kind, RowResult::Kind::Failed);
    QCOMPARE(got.rows[3].faults.front().kind, RowFaultKind::NoSku);
  }

  void readOrders_takesTheBuyersNameInParts()
  {
    const auto got =
        read(ImportKind::Orders, "order_number,order_date,order_total,status,billing_first_name,"
                                 "billing_last_name\n727,2026-01-15 09:30:00,29.35,wc-processing,Ada,Byron\n");
    QCOMPARE(got.snapshots.orders.size(), size_t(1));
    QCOMPARE(got.snapshots.orders.front().customerName, QStringLiteral("Ada Byron"));
  }

  void readCustomers_needsSomethingThatTellsThemApart()
  {
    const auto got = read(ImportKind::Customers, "name,email,phone\n小红,a@example.test,1\n无名,,\n");
    QCOMPARE(got.snapshots.customers.size(), size_t(1));
    QCOMPARE(got.snapshots.customers.front().externalId, QStringLiteral("a@example.test"));
    QCOMPARE(got.rows[1].kind, RowResult::Kind::Failed);
  }
};

SC_TEST(RecordsTest)

} // namespace supercargo

#include "records_test.moc"
