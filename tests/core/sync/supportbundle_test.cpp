#include "core/domain/snapshot.h"
#include "core/settings/settings.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/store/workspace.h"
#include "core/sync/supportbundle.h"
#include "core/sync/supporttext.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

#include <zip.h>

using namespace supercargo;
using test::must;

namespace {
const Instant kNow = parseIso(u"2026-11-28T12:00:00Z").value();

/// What must never be seen outside: secrets, and whatever names the merchant or a buyer.
const QByteArrayList kPlanted{"s3cr3t-Appsecret-77",
                              "tok_live_abcdef123456",
                              "wangxm",
                              "Spruce Boutique",
                              "spruce-boutique",
                              "13812341234",
                              "138****1234",
                              "li.lei@example.com",
                              "李雷",
                              "Han Meimei",
                              "Meimei",
                              "Zhongshan Road",
                              "中山路",
                              "SF1234567890123",
                              "AK9988776655",
                              "No-20261128-0042",
                              "/home/wang",
                              "云杉",
                              "4711008815",
                              "+86",
                              "zhangsan88",
                              "li_ming",
                              "wangxiaoming",
                              "zhao-yun",
                              "tao.lin",
                              "ZHANGSAN",
                              "chenXiaoMing",
                              "139 5678",
                              "20261128"};

QMap<QString, QByteArray> unzipped(const QString& file)
{
  QMap<QString, QByteArray> files;
  int code = 0;
  zip_t* archive = zip_open(QFile::encodeName(file).constData(), ZIP_RDONLY, &code);
  if (!archive)
    qFatal("no zip");
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
    zip_file_t* entry = zip_fopen_index(archive, zip_uint64_t(i), 0);
    QByteArray bytes(qsizetype(stat.size), '\0');
    zip_fread(entry, bytes.data(), stat.size);
    zip_fclose(entry);
    files.insert(QString::fromUtf8(stat.name), bytes);
  }
  zip_discard(archive);
  return files;
}
} // namespace

class SupportBundleTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  void plant()
  {
    WorkspaceInfo info;
    info.shopName = QStringLiteral("云杉");
    info.timeZone = QStringLiteral("Asia/Shanghai");
    info.currency = *Currency::of(QStringLiteral("CNY"));
    info.createdAt = kNow;
    must(saveWorkspaceInfo(c(), info));
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("Spruce Boutique");
    row.endpoint = QStringLiteral("https://spruce-boutique.example/shop?key=AK9988776655");
    row.fields = {{QStringLiteral("user"), QStringLiteral("wangxm")},
                  {QStringLiteral("app_key"), QStringLiteral("AK9988776655")}};
    row.state = AccountState::NeedsAttention;
    row.errorKind = QStringLiteral("auth");
    row.detail = QStringLiteral("Spruce Boutique, reading orders: HTTP 401 key s3cr3t-Appsecret-77 of wangxm");
    row.createdAt = row.credentialAt = kNow;
    const AccountId account = must(addAccount(c(), row));
    StreamState state;
    state.account = account;
    state.cursor = QStringLiteral("tok_live_abcdef123456");
    state.lastErrorKind = QStringLiteral("rejected");
    state.lastError = QStringLiteral("orders.one: \"No-20261128-0042\" of Han Meimei, Zhongshan Road");
    must(saveStreamState(c(), state));
    CallRecord call;
    call.account = account;
    call.at = kNow;
    call.operation = QStringLiteral("orders.page");
    call.method = QStringLiteral("GET");
    call.host = QStringLiteral("spruce-boutique.example");
    call.path = QStringLiteral("/orders/No-20261128-0042?phone=138****1234&user=wangxm");
    call.status = 422;
    call.errorKind = QStringLiteral("rejected");
    call.error =
        QStringLiteral("buyer Han Meimei (李雷) said li.lei@example.com, parcel SF1234567890123, "
                       "nick zhangsan88 (li_ming), order 2026112800012345 of chenXiaoMing, call 139 5678 9012");
    call.request = "GET /orders/No-20261128-0042\nAuthorization: Bearer ***\nX-User: wangxm\n\n";
    call.response = "HTTP 422\nContent-Type: application/json\nSet-Cookie: tok_live_abcdef123456\n\n"
                    R"({"buyer":{"name":"Han Meimei","phone":"138****1234","city":"中山路"},"4711008815":1,)"
                    R"("lines":[{"id":4711008815},{"id":2},{"id":3}],"wangxiaoming":1,"li_ming":2,"zhangsan88":3})";
    must(recordCall(c(), call));
    ChangeSet changes;
    must(noteFailures(
        c(), account, Stream::Orders, std::nullopt, kNow,
        {{QStringLiteral("No-20261128-0042"), QStringLiteral("orders[3].total: \"Han Meimei\" is no money"),
          R"({"name":"李雷","phone":"13812341234"})"}},
        changes));
    must(noteChanges(
        c(), account, kNow,
        {{ChangeNotice::Kind::Value, QStringLiteral("order.status"), QStringLiteral("li.lei@example.com")}}, changes));
  }

  SupportFacts facts()
  {
    const QString settingsFile = m_temp->file(QStringLiteral("settings.ini"));
    Settings settings(settingsFile);
    settings.set(settings::kBackupFolder, QStringLiteral("/home/wang/backups"));
    settings.set(settings::lastFilter(QStringLiteral("orders")), QStringLiteral("Han Meimei"));
    settings.set(settings::kLanguage, QStringLiteral("zh_CN"));
    QFile log(m_temp->file(QStringLiteral("supercargo.log")));
    if (!log.open(QIODevice::WriteOnly))
      qFatal("no log");
    log.write("2026-11-28T11:59:00.000Z warning supercargo.sync: the order of Han Meimei at /home/wang/x failed\n"
              "2026-11-28T11:59:01.000Z info supercargo.db: opened in 12 ms for 李雷, 13812341234\n"
              "2026-11-28T11:59:02.000Z warning supercargo.sync: wangxiaoming zhao-yun tao.lin ZHANGSAN said no\n");
    log.close();
    return supportFacts(&settings, log.fileName());
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void bundle_holdsNothingOfWhatWasPlanted()
  {
    plant();
    const QString file = m_temp->file(QStringLiteral("bundle.zip"));
    must(writeSupportBundle(c(), facts(), kNow, file));
    const auto files = unzipped(file);
    QCOMPARE(files.size(), 9);
    for (auto each = files.begin(); each != files.end(); ++each)
      for (const QByteArray& planted : kPlanted)
        QVERIFY2(!each.value().contains(planted),
                 qPrintable(each.key() + QStringLiteral(": ") + QString::fromUtf8(planted)));
  }

  void bundle_holdsWhatHelps()
  {
    plant();
    const auto files = must(supportFiles(c(), facts(), kNow));
    QVERIFY(files[QStringLiteral("versions.json")].contains("\"schema\""));
    QVERIFY(files[QStringLiteral("versions.json")].contains("Asia/Shanghai"));
    const QByteArray accounts = files[QStringLiteral("accounts.json")];
    for (const char* part : {"needs_attention", "\"auth\"", "reading orders: HTTP 401", "woocommerce", "\"rejected\""})
      QVERIFY2(accounts.contains(part), accounts.constData());
    const QByteArray calls = files[QStringLiteral("calls.json")];
    for (const char* part : {"orders.page", "422", "text(10)", "and 1 more", "application/json"})
      QVERIFY2(calls.contains(part), calls.constData());
    const QByteArray failures = files[QStringLiteral("failures.json")];
    QVERIFY2(failures.contains("orders[#].total:") && failures.contains("is no money"), failures.constData());
    QVERIFY(files[QStringLiteral("changes.json")].contains("order.status"));
    QVERIFY(files[QStringLiteral("settings.json")].contains("zh_CN"));
    QVERIFY(files[QStringLiteral("log.txt")].contains("2026-11-28T11:59:00.000Z"));
    QVERIFY(files[QStringLiteral("log.txt")].contains("failed"));
  }

  void bundle_thatCannotBeWrittenSaysSo()
  {
    const auto written = writeSupportBundle(c(), facts(), kNow, m_temp->file(QStringLiteral("missing/dir/b.zip")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Denied);
  }

  void sentences_keepOurWordsOnly()
  {
    QCOMPARE(scrubbed(QStringLiteral("orders[3].total: \"9,9\" is no money")),
             QStringLiteral("orders[3].total: … is no money"));
    QCOMPARE(scrubbed(QStringLiteral("HTTP 401 for Zhang Wei")), QStringLiteral("HTTP 401 for …"));
    QCOMPARE(scrubbed(QStringLiteral("shop spruce said no"), {QStringLiteral("spruce")}),
             QStringLiteral("shop … said no"));
    QVERIFY(!scrubbed(QStringLiteral("phones[13812341234].owner is no text")).contains(QStringLiteral("1381")));
    QVERIFY(!scrubbed(QStringLiteral("key abc123DEF456ghi")).contains(QStringLiteral("abc123")));
  }

  void nicksInSmallLetters_goLikeEverythingThatIsNotKnown()
  {
    QCOMPARE(scrubbed(QStringLiteral("the buyer zhangsan88 (li_ming) of trade 2026112800012345 refused")),
             QStringLiteral("the buyer … (…) of trade … refused"));
    QCOMPARE(scrubbed(QStringLiteral("wangxiaoming 138 1234 5678 said no")), QStringLiteral("… said no"));
    QCOMPARE(scrubbed(QStringLiteral("refused for zhao-yun, tao.lin, LI MING, chenXiaoMing and user_zhang")),
             QStringLiteral("refused for …, …, …, … and …"));
    QCOMPARE(scrubbed(QStringLiteral("Key (external_id)=(zhangsan) already exists.")),
             QStringLiteral("… (external_id)=(…) already exists."));
    QCOMPARE(scrubbed(QStringLiteral("see https://zhang.example/orders/No-1042?nick=zhangsan or li@order.com")),
             QStringLiteral("see https://…/orders/…?nick=… or …"));
  }

  void codesOperationsAndPaths_stay()
  {
    for (const char* sentence :
         {"Taobao: 15 isv.access-token-expired", "check word: A1011", "SF: 20036 product unavailable (business)",
          "ZTO: E418 … (business)", "Youzan: 141502105 …", "17TRACK: -18010012", "errcode: 40001", "HTTP 503: <html>",
          "Alipay: 40004 ACQ.TRADE_NOT_EXIST", "Stripe: invalid_request_error charge_already_refunded",
          "Sorry (woocommerce_rest_cannot_view)", "reading orders: orders.page GET /orders[3].lineItems[0].sku_id",
          "UNIQUE constraint failed: orders.external_id", "Invalid signature",
          "this computer's clock differs by 30 s from the provider's of account 5"}) {
      QString whole = QString::fromUtf8(sentence);
      QCOMPARE(scrubbed(whole), whole.replace(QLatin1String("Sorry"), QStringLiteral("…")));
    }
  }

  void bodies_becomeShapes()
  {
    QCOMPARE(bodyShape("[true,null,\"abc\",5]").simplified(), QByteArray("[ true, null, \"and 2 more\" ]"));
    QCOMPARE(bodyShape("<html>secret</html>"), QByteArray("(19 bytes)"));
    QVERIFY(bodyShape(R"({"13812341234":"x"})").contains("\"*\""));
  }
};

SC_TEST(SupportBundleTest)
#include "supportbundle_test.moc"
