/// Which words mean what is data: other words in the declaration give other verdicts.
#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/provider.h"
#include "core/providers/refusalwords.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo {
namespace {

QJsonValue valueOf(const char* json)
{
  return QJsonDocument::fromJson(QByteArray("[") + json + "]").array().first();
}

/// A provider's declaration with one table of `extra` put anew.
Declaration declarationWith(const QByteArray& provider, const char* table, const char* json)
{
  Declaration declaration = findProvider(QString::fromLatin1(provider))->declaration;
  declaration.extra.insert(QLatin1String(table), valueOf(json));
  return declaration;
}

ErrorKind explained(const QByteArray& provider, const Declaration& declaration, const QByteArray& body)
{
  return findProvider(QString::fromLatin1(provider))->functions.explain(declaration, {200, {}, body, {}}).kind;
}

Money quotedPrice(const QByteArray& provider, const Declaration& declaration, const QByteArray& body)
{
  FetchContext context;
  context.declaration = &declaration;
  const auto outcome = findProvider(QString::fromLatin1(provider))
                           ->functions.parseAction(context, Action{{}, QuoteRates{}}, {200, {}, body, {}});
  return outcome && !outcome->rates.empty() ? outcome->rates.front().price : Money();
}

constexpr const char* kTwoRows = R"([{"words":["gone","lost"],"kind":"quota"},)"
                                 R"({"words":["gone","slow"],"kind":"rate_limited","retry":"backoff"}])";

} // namespace

class RefusalWordsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void refusalOf_takesTheFirstRowThatHasAWord_data();
  void refusalOf_takesTheFirstRowThatHasAWord();
  void refusalOf_withoutATable_isBusiness();
  void couriers_readTheirWordsFromTheDeclaration_data();
  void couriers_readTheirWordsFromTheDeclaration();
  void kdniao_saysNothingYetInTheWordsOfTheDeclaration();
  void yto_readsCodesAndCurrencyFromTheDeclaration();
  void wechatPay_readsTheWordsOfAWrongClockFromTheDeclaration();
  void youzan_readsTheWordsOfUnknownCodesFromTheDeclaration();
  void pinduoduo_readsTheWordsOfAWrongClockFromTheDeclaration();
  void sf_readsTheCurrencyOfPricesFromTheDeclaration();
  void kuaidi100_readsTheCurrencyOfPricesFromTheDeclaration();
  void alipay_readsTheKindsOfMovementsFromTheDeclaration();
  void alipay_passesOverSummariesByTheWordsOfTheDeclaration();
  void alipay_readsTheWordsOfRefundsInTheLogFromTheDeclaration();
};

void RefusalWordsTest::refusalOf_takesTheFirstRowThatHasAWord_data()
{
  QTest::addColumn<QString>("reason");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("retry");
  const auto row = [](const char* reason, const char* kind, const char* retry) {
    QTest::newRow(*reason ? reason : "nothing said")
        << QString::fromLatin1(reason) << QString::fromLatin1(kind) << QString::fromLatin1(retry);
  };
  row("it is gone", "quota", "no"); // in both rows
  row("slow and lost", "quota", "no");
  row("Too Slow", "rate_limited", "backoff");
  row("other", "business", "no");
  row("", "business", "no");
}

void RefusalWordsTest::refusalOf_takesTheFirstRowThatHasAWord()
{
  QFETCH(QString, reason);
  QFETCH(QString, kind);
  QFETCH(QString, retry);
  const CourierVerdict verdict = refusalOf(declarationWith("yto", "refusal_words", kTwoRows), reason);
  QCOMPARE(verdict.kind, kind);
  QCOMPARE(verdict.retry, retry);
}

void RefusalWordsTest::refusalOf_withoutATable_isBusiness()
{
  QVERIFY(refusalOf(Declaration(), QStringLiteral("签名")).is("business"));
}

void RefusalWordsTest::couriers_readTheirWordsFromTheDeclaration_data()
{
  QTest::addColumn<QByteArray>("provider");
  QTest::addColumn<QByteArray>("body"); // %1: what the courier says
  QTest::newRow("kdniao") << QByteArray("kdniao") << QByteArray(R"({"Success":false,"Reason":"%1"})");
  QTest::newRow("cainiao") << QByteArray("cainiao") << QByteArray(R"({"success":"false","errorMsg":"%1"})");
  QTest::newRow("yto") << QByteArray("yto") << QByteArray(R"({"success":false,"code":"E1","message":"%1"})");
}

void RefusalWordsTest::couriers_readTheirWordsFromTheDeclaration()
{
  QFETCH(QByteArray, provider);
  QFETCH(QByteArray, body);
  const auto kind = [&](const Declaration& declaration, const char* said) {
    return explained(provider, declaration, QByteArray(body).replace("%1", said));
  };
  const Declaration& own = findProvider(QString::fromLatin1(provider))->declaration;
  QCOMPARE(kind(own, "签名错误"), ErrorKind::Config);
  QCOMPARE(kind(own, "接口请求超时"), ErrorKind::ProviderDown);
  QCOMPARE(kind(own, "too slow"), ErrorKind::Rejected);
  const Declaration other = declarationWith(provider, "refusal_words", kTwoRows);
  QCOMPARE(kind(other, "签名错误"), ErrorKind::Rejected);
  QCOMPARE(kind(other, "接口请求超时"), ErrorKind::Rejected);
  QCOMPARE(kind(other, "too slow"), ErrorKind::RateLimited);
}

void RefusalWordsTest::kdniao_saysNothingYetInTheWordsOfTheDeclaration()
{
  const auto fails = [](const char* words) {
    const Declaration declaration = declarationWith("kdniao", "nothing_yet_words", words);
    FetchContext context;
    context.declaration = &declaration;
    const HttpResponse got{
        200, {}, R"({"Success":false,"State":"0","Reason":"no scans","LogisticCode":"1","Traces":[]})", {}};
    const auto step = findProvider(u"kdniao")->functions.parse(context, {}, got);
    return !step || !step->snapshots.failures.empty();
  };
  QVERIFY(!fails(R"(["no scans"])"));
  QVERIFY(fails(R"(["暂无"])"));
}

void RefusalWordsTest::yto_readsCodesAndCurrencyFromTheDeclaration()
{
  const auto quote = [](const Declaration& declaration, const QByteArray& code) {
    FetchContext context;
    context.declaration = &declaration;
    return findProvider(u"yto")->functions.parseAction(
        context, Action{{}, QuoteRates{}}, {200, {}, R"({"code":")" + code + R"(","data":{"price":"12.40"}})", {}});
  };
  const Declaration& own = findProvider(u"yto")->declaration;
  QVERIFY(quote(own, "0") && quote(own, "200"));
  QVERIFY2(!quote(own, "7"), "a code that is not listed is a refusal");
  QCOMPARE(quote(own, "0")->rates.front().price, Money(1240, *Currency::of(u"CNY")));
  const Declaration codes = declarationWith("yto", "answer_codes", R"({"success":["7"]})");
  QVERIFY(quote(codes, "7") && !quote(codes, "0"));
  const Declaration dollars =
      declarationWith("yto", "charge", R"({"below":"data","price_fields":["price"],"currency":"USD"})");
  QCOMPARE(quote(dollars, "0")->rates.front().price, Money(1240, *Currency::of(u"USD")));
}

void RefusalWordsTest::wechatPay_readsTheWordsOfAWrongClockFromTheDeclaration()
{
  const auto kind = [](const Declaration& declaration, const char* code, const char* message) {
    return explained("wechatpay", declaration,
                     QByteArray(R"({"code":")") + code + R"(","message":")" + message + R"("})");
  };
  const Declaration& own = findProvider(u"wechatpay")->declaration;
  QCOMPARE(kind(own, "SIGN_ERROR", "timestamp"), ErrorKind::Clock);
  QCOMPARE(kind(own, "SIGN_ERROR", "时间戳"), ErrorKind::Clock);
  QCOMPARE(kind(own, "SIGN_ERROR", "too late"), ErrorKind::Config);
  QCOMPARE(kind(own, "SYSTEM_ERROR", "timestamp"), ErrorKind::ProviderDown);
  const Declaration other = declarationWith("wechatpay", "clock_words", R"(["too late"])");
  QCOMPARE(kind(other, "SIGN_ERROR", "timestamp"), ErrorKind::Config);
  QCOMPARE(kind(other, "SIGN_ERROR", "too late"), ErrorKind::Clock);
}

void RefusalWordsTest::youzan_readsTheWordsOfUnknownCodesFromTheDeclaration()
{
  const auto kind = [](const Declaration& declaration, const char* code, const char* message) {
    return explained("youzan", declaration,
                     QByteArray(R"({"gw_err_resp":{"err_code":")") + code + R"(","err_msg":")" + message + R"("}})");
  };
  const Declaration& own = findProvider(u"youzan")->declaration;
  QCOMPARE(kind(own, "9", "Access_Token 频繁"), ErrorKind::Auth); // what is said of the grant counts first
  QCOMPARE(kind(own, "9", "操作太快"), ErrorKind::RateLimited);
  QCOMPARE(kind(own, "9", "请求频繁"), ErrorKind::RateLimited);
  QCOMPARE(kind(own, "9", "too slow"), ErrorKind::Rejected);
  QCOMPARE(kind(own, "4003", "access_token"), ErrorKind::RateLimited); // a code that is known counts more
  const Declaration grant = declarationWith("youzan", "grant_words", R"(["too slow"])");
  QCOMPARE(kind(grant, "9", "access_token"), ErrorKind::Rejected);
  QCOMPARE(kind(grant, "9", "Too Slow"), ErrorKind::Auth);
  const Declaration limit = declarationWith("youzan", "limit_words", R"(["too slow"])");
  QCOMPARE(kind(limit, "9", "操作太快"), ErrorKind::Rejected);
  QCOMPARE(kind(limit, "9", "too slow"), ErrorKind::RateLimited);
}

void RefusalWordsTest::pinduoduo_readsTheWordsOfAWrongClockFromTheDeclaration()
{
  const auto kind = [](const Declaration& declaration, const char* code, const char* message) {
    return explained("pinduoduo", declaration,
                     QByteArray(R"({"error_response":{"error_code":)") + code + R"(,"error_msg":")" + message +
                         R"("}})");
  };
  const Declaration& own = findProvider(u"pinduoduo")->declaration;
  QCOMPARE(kind(own, "10000", "Timestamp"), ErrorKind::Clock);
  QCOMPARE(kind(own, "10000", "too late"), ErrorKind::Config);
  QCOMPARE(kind(own, "52101", "timestamp"), ErrorKind::RateLimited); // a code that is known counts more
  const Declaration other = declarationWith("pinduoduo", "clock_words", R"(["too late"])");
  QCOMPARE(kind(other, "10000", "timestamp"), ErrorKind::Config);
  QCOMPARE(kind(other, "10000", "Too late"), ErrorKind::Clock);
}

void RefusalWordsTest::sf_readsTheCurrencyOfPricesFromTheDeclaration()
{
  const auto price = [](const Declaration& declaration) {
    const QByteArray inside = R"({"success":true,"errorCode":"S0000",)"
                              R"("msgData":{"deliverTmDto":[{"businessType":"2","fee":"12.40"}]}})";
    return quotedPrice("sf", declaration, R"({"apiResultCode":"A1000","apiResultData":)" + inside + "}");
  };
  QCOMPARE(price(findProvider(u"sf")->declaration), Money(1240, *Currency::of(u"CNY")));
  QCOMPARE(price(declarationWith("sf", "charge", R"({"currency":"USD"})")), Money(1240, *Currency::of(u"USD")));
}

void RefusalWordsTest::kuaidi100_readsTheCurrencyOfPricesFromTheDeclaration()
{
  const auto price = [](const Declaration& declaration) {
    return quotedPrice("kuaidi100", declaration,
                       R"({"code":200,"success":true,"data":{"combos":[{"price":"12.40","expType":"1"}]}})");
  };
  QCOMPARE(price(findProvider(u"kuaidi100")->declaration), Money(1240, *Currency::of(u"CNY")));
  QCOMPARE(price(declarationWith("kuaidi100", "charge", R"({"currency":"USD"})")), Money(1240, *Currency::of(u"USD")));
}

void RefusalWordsTest::alipay_readsTheKindsOfMovementsFromTheDeclaration()
{
  const auto kind = [](const Declaration& declaration, const char* type, const char* income) {
    alipay::BillRow row;
    row.cells = {{QStringLiteral("账务流水号"), QStringLiteral("1")},
                 {QStringLiteral("发生时间"), QStringLiteral("2026-03-01 10:00:00")},
                 {QStringLiteral("收入金额"), QString::fromLatin1(income)},
                 {QStringLiteral("业务类型"), QString::fromUtf8(type)}};
    alipay::Bill bill;
    bill.kind = alipay::BillKind::Account;
    bill.rows.push_back(row);
    Snapshots snapshots;
    alipay::addBillLines(declaration, bill, QStringLiteral("signcustomer 2026-03-01"), snapshots);
    return snapshots.billLines.empty() ? QString() : snapshots.billLines.front().kind;
  };
  const Declaration& own = findProvider(u"alipay")->declaration;
  QCOMPARE(kind(own, "交易退款", "1.00"), QStringLiteral("refund")); // a word of both rows: the first decides
  QCOMPARE(kind(own, "服务费", "0.00"), QStringLiteral("fee"));
  QCOMPARE(kind(own, "提现", "0.00"), QStringLiteral("payout"));
  QCOMPARE(kind(own, "在线支付", "1.00"), QStringLiteral("payment"));
  QCOMPARE(kind(own, "在线支付", "0.00"), QStringLiteral("other"));
  QCOMPARE(kind(own, "lost", "1.00"), QStringLiteral("other"));
  const Declaration other = declarationWith("alipay", "account_kinds", R"([{"words":["gone","lost"],"kind":"fee"}])");
  QCOMPARE(kind(other, "lost", "1.00"), QStringLiteral("fee"));
  QCOMPARE(kind(other, "提现", "0.00"), QStringLiteral("other"));
}

void RefusalWordsTest::alipay_passesOverSummariesByTheWordsOfTheDeclaration()
{
  // a.csv: "first", b.csv: "second"
  const QByteArray zip = QByteArray::fromBase64(
      "UEsDBBQAAAAAAAAAYVxX7nGSBQAAAAUAAAAFAAAAYS5jc3ZmaXJzdFBLAwQUAAAAAAAAAGFcaREftgYAAAAGAAAABQAAAGIuY3N2"
      "c2Vjb25kUEsBAhQDFAAAAAAAAABhXFfucZIFAAAABQAAAAUAAAAAAAAAAAAAAIABAAAAAGEuY3N2UEsBAhQDFAAAAAAAAABhXGkR"
      "H7YGAAAABgAAAAUAAAAAAAAAAAAAAIABKAAAAGIuY3N2UEsFBgAAAAACAAIAZgAAAFEAAAAAAA==");
  const Declaration& own = findProvider(u"alipay")->declaration;
  const auto first = alipay::billDetailText(own, zip);
  QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
  QCOMPARE(*first, QStringLiteral("first"));
  QCOMPARE(*alipay::billDetailText(declarationWith("alipay", "summary_words", R"(["a."])"), zip),
           QStringLiteral("second"));
  QVERIFY(!alipay::billDetailText(declarationWith("alipay", "summary_words", R"([".csv"])"), zip));
}

void RefusalWordsTest::alipay_readsTheWordsOfRefundsInTheLogFromTheDeclaration()
{
  const auto asksForTheTrade = [](const Declaration& declaration, const QByteArray& type) {
    FetchContext context;
    context.declaration = &declaration;
    context.stream = Stream::Payments;
    HttpRequest sent;
    sent.operation = QStringLiteral("payments.page");
    const QByteArray row = R"({"alipay_order_no":"T1","merchant_order_no":"SO1","trans_dt":"2026-03-01 15:02:11",)"
                           R"("trans_amount":"28.50","direction":"支出","type":")" +
                           type + R"("})";
    const auto step = findProvider(u"alipay")->functions.parse(
        context, sent,
        {200,
         {},
         R"({"alipay_data_bill_accountlog_query_response":{"code":"10000","detail_list":[)" + row + "]}}",
         {}});
    return step && step->next.size() == 1;
  };
  const Declaration& own = findProvider(u"alipay")->declaration;
  QVERIFY(asksForTheTrade(own, "交易退款") && !asksForTheTrade(own, "gone"));
  const Declaration other = declarationWith("alipay", "refund_words", R"(["gone"])");
  QVERIFY(!asksForTheTrade(other, "交易退款") && asksForTheTrade(other, "gone"));
}

SC_TEST(RefusalWordsTest)

} // namespace supercargo

#include "refusalwords_test.moc"
