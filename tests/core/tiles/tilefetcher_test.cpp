#include "core/http/client.h"
#include "core/tiles/tilecache.h"
#include "core/tiles/tilefetcher.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <atomic>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kPicture("\x89PNG\r\n\x1a\n and more");

/// A provider that answers by its rule; `hold` keeps exchanges open.
struct FakeWay {
  std::function<Result<HttpResponse>(const HttpRequest&)> rule;
  std::atomic<bool> hold = false;
  std::atomic<int> sent = 0, open = 0, mostOpen = 0;
};

class FakeTransport : public QObject, public Transport {
public:
  explicit FakeTransport(std::shared_ptr<FakeWay> way) : m_way(std::move(way)) {}
  Cancel send(const HttpRequest& request, Answer answer) override
  {
    ++m_way->sent;
    m_way->mostOpen = std::max<int>(m_way->mostOpen, ++m_way->open);
    if (m_way->hold)
      return [way = m_way] { --way->open; };
    QMetaObject::invokeMethod(
        this,
        [way = m_way, request, answer] {
          --way->open;
          answer(way->rule(request));
        },
        Qt::QueuedConnection);
    return [] {};
  }

private:
  std::shared_ptr<FakeWay> m_way;
};

Result<HttpResponse> picture(const char* control = "max-age=3600")
{
  HttpResponse response;
  response.status = 200;
  response.body = kPicture;
  response.receivedAt = fromMs(1'768'471'200'000);
  response.headers = {{"Content-Type", "image/png"}, {"Cache-Control", control}, {"ETag", "\"7\""}};
  return response;
}

} // namespace

class TileFetcherTest : public QObject {
  Q_OBJECT
  std::shared_ptr<FakeWay> m_way;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::atomic<qint64> m_now = 1'768'471'200'000;

  TileSource source() const
  {
    TileSource s;
    s.kind = TileSourceKind::Xyz;
    s.address = QStringLiteral("https://tiles.example/{z}/{x}/{y}.png?k={key}");
    s.key = QStringLiteral("a b");
    return s;
  }
  std::unique_ptr<TileFetcher> fetcher(const TileSource& of)
  {
    TileFetchOptions options;
    options.cacheFolder = m_folder->path();
    options.userAgent = "Supercargo/test";
    options.clock = [this] { return fromMs(m_now); };
    options.transport = [way = m_way] { return std::make_unique<FakeTransport>(way); };
    return std::make_unique<TileFetcher>(of, options);
  }
  static Result<QByteArray> answerOf(QFuture<Result<QByteArray>> future)
  {
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.isFinished() ? future.result() : fail(ErrorKind::Timeout, QStringLiteral("no answer"));
  }

private Q_SLOTS:
  void init()
  {
    m_way = std::make_shared<FakeWay>();
    m_way->rule = [](const HttpRequest&) { return picture(); };
    m_folder = std::make_unique<QTemporaryDir>();
  }

  void address_holdsPlaceAndKey()
  {
    QCOMPARE(tileUrl(source(), {3, 5, 2}), QByteArray("https://tiles.example/3/5/2.png?k=a%20b"));
    TileSource south = source();
    south.address = QStringLiteral("https://tiles.example/{z}/{x}/{-y}");
    QCOMPARE(tileUrl(south, {3, 5, 2}), QByteArray("https://tiles.example/3/5/5"));
    TileSource wmts = source();
    wmts.kind = TileSourceKind::Wmts;
    wmts.address = QStringLiteral("https://maps.example/wmts?tk={key}");
    wmts.layer = QStringLiteral("vec");
    wmts.matrixSet = QStringLiteral("w");
    const QByteArray url = tileUrl(wmts, {3, 5, 2});
    for (const char* part : {"tk=a%20b", "LAYER=vec", "TILEMATRIX=3", "TILEROW=2", "TILECOL=5", "FORMAT=image/png"})
      QVERIFY2(url.contains(part), url);
    wmts.address = QStringLiteral("https://maps.example/wmts?TILEMATRIX=EPSG:3857:{z}&FORMAT=image/jpeg");
    const QByteArray typed = tileUrl(wmts, {3, 5, 2});
    QVERIFY2(typed.contains("TILEMATRIX=EPSG:3857:3") && typed.count("TILEMATRIX=") == 1, typed);
    QVERIFY2(typed.contains("FORMAT=image/jpeg") && typed.count("FORMAT=") == 1, typed);
  }

  void sources_thatCannotWorkAreRefused()
  {
    TileSource plain = source();
    plain.address = QStringLiteral("http://tiles.example/{z}/{x}/{y}.png");
    QVERIFY(!checkTileSource(plain));
    plain.address = QStringLiteral("http://127.0.0.1:8080/{z}/{x}/{y}.png");
    QVERIFY(checkTileSource(plain));
    plain.address = QStringLiteral("https://tiles.example/{z}/{y}.png");
    QCOMPARE(checkTileSource(plain).error().kind, ErrorKind::Invalid);
    TileSource keyless = source();
    keyless.key.clear();
    QCOMPARE(checkTileSource(keyless).error().subject, QStringLiteral("key"));
  }

  void fresh_isNotAskedForAgain()
  {
    auto f = fetcher(source());
    QCOMPARE(must(answerOf(f->tile({1, 0, 0}))), kPicture);
    QCOMPARE(must(answerOf(f->tile({1, 0, 0}))), kPicture);
    QCOMPARE(m_way->sent, 1);
    m_now += 3600 * 1000 + 1;
    QByteArray etag, agent;
    m_way->rule = [&](const HttpRequest& request) -> Result<HttpResponse> {
      etag = request.header("If-None-Match");
      agent = request.header("User-Agent");
      HttpResponse unchanged;
      unchanged.status = 304;
      return unchanged;
    };
    QCOMPARE(must(answerOf(f->tile({1, 0, 0}))), kPicture); // still the same, says the provider
    QCOMPARE(etag, QByteArray("\"7\""));
    QCOMPARE(agent, QByteArray("Supercargo/test"));
  }

  void whatMayNotBeKept_isAskedForAgain_data()
  {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no-store") << QByteArray("Cache-Control") << QByteArray("no-store");
    QTest::newRow("no-cache") << QByteArray("Cache-Control") << QByteArray("no-cache");
    QTest::newRow("expires-0") << QByteArray("Expires") << QByteArray("0");
  }
  void whatMayNotBeKept_isAskedForAgain()
  {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    m_way->rule = [name, value](const HttpRequest&) {
      auto response = picture();
      response->headers = {{"Content-Type", "image/png"}, {name, value}};
      return response;
    };
    const auto tiles = fetcher(source());
    QVERIFY(answerOf(tiles->tile({3, 5, 2})));
    QVERIFY(answerOf(tiles->tile({3, 5, 2})));
    QCOMPARE(m_way->sent, 2);
  }

  void askedToWait_itWaits()
  {
    m_way->rule = [](const HttpRequest&) -> Result<HttpResponse> {
      HttpResponse response;
      response.status = 429;
      response.headers = {{"Retry-After", "120"}};
      return response;
    };
    const auto tiles = fetcher(source());
    QCOMPARE(answerOf(tiles->tile({3, 5, 2})).error().kind, ErrorKind::RateLimited);
    m_now += 119'000;
    QVERIFY(!answerOf(tiles->tile({3, 6, 2})));
    QCOMPARE(m_way->sent, 1);
    m_now += 2'000;
    m_way->rule = [](const HttpRequest&) { return picture(); };
    QVERIFY(answerOf(tiles->tile({3, 6, 2})));
  }

  void connections_areTwoAtMost()
  {
    m_way->hold = true;
    auto f = fetcher(source());
    std::vector<QFuture<Result<QByteArray>>> futures;
    for (int i = 0; i < 9; ++i)
      futures.push_back(f->tile({4, i, 0}));
    QTRY_COMPARE(m_way->sent.load(), 2);
    f.reset(); // a server that hangs keeps nobody: everything is answered when the map goes
    for (const auto& future : futures) {
      QVERIFY(future.isFinished());
      QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(m_way->mostOpen.load(), 2);
  }

  void html_isNoPicture()
  {
    m_way->rule = [](const HttpRequest&) -> Result<HttpResponse> {
      HttpResponse page;
      page.status = 200;
      page.body = "<html>please pay</html>";
      page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
      return page;
    };
    auto f = fetcher(source());
    const auto answer = answerOf(f->tile({1, 0, 0}));
    QCOMPARE(answer.error().kind, ErrorKind::BadResponse);
    QVERIFY(answer.error().detail.contains(QStringLiteral("text/html")));
  }

  void failures_leadToARest()
  {
    m_way->rule = [](const HttpRequest&) -> Result<HttpResponse> {
      return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
    };
    auto f = fetcher(source());
    for (int i = 0; i < 6; ++i)
      QCOMPARE(answerOf(f->tile({4, i, 0})).error().kind, ErrorKind::Timeout);
    QCOMPARE(m_way->sent, 3); // then it rests and answers at once
    m_now += 61'000;
    m_way->rule = [](const HttpRequest&) { return picture(); };
    QVERIFY(answerOf(f->tile({4, 0, 0})));
  }

  void cache_dropsTheOldestAndForgetsDamage()
  {
    TileCache cache(m_folder->path(), 100);
    for (int i = 0; i < 10; ++i)
      cache.keep(QStringLiteral("s"), {4, i, 0}, {kPicture, {}, fromMs(1)});
    cache.prune();
    int kept = 0;
    for (int i = 0; i < 10; ++i)
      kept += cache.find(QStringLiteral("s"), {4, i, 0}).has_value();
    QVERIFY(kept >= 1 && kept < 5);
    QFile damaged(m_folder->path() + QStringLiteral("/s/4/1/1"));
    QVERIFY(QDir().mkpath(m_folder->path() + QStringLiteral("/s/4/1")));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("nonsense");
    damaged.close();
    QVERIFY(!cache.find(QStringLiteral("s"), {4, 1, 1}));
  }

  void mbtiles_givesItsPictures()
  {
    const QString file = m_folder->filePath(QStringLiteral("map.mbtiles"));
    {
      auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("mbtiles"));
      db.setDatabaseName(file);
      QVERIFY(db.open());
      QSqlQuery q(db);
      QVERIFY(q.exec(QStringLiteral("CREATE TABLE metadata (name TEXT, value TEXT)")));
      QVERIFY(q.exec(QStringLiteral(
          "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")));
      q.prepare(QStringLiteral("INSERT INTO tiles VALUES (2, 1, 3, ?)"));
      q.addBindValue(kPicture);
      QVERIFY(q.exec());
      db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("mbtiles"));
    TileSource s;
    s.kind = TileSourceKind::Mbtiles;
    s.address = file;
    auto f = fetcher(s);
    QCOMPARE(must(answerOf(f->tile({2, 1, 0}))), kPicture); // rows are counted from the south
    QCOMPARE(answerOf(f->tile({2, 0, 0})).error().kind, ErrorKind::NotFound);
  }

  void mbtiles_thatIsDamagedSaysSo()
  {
    const QString file = m_folder->filePath(QStringLiteral("map.mbtiles"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(QByteArray(8192, 'x'));
    out.close();
    TileSource s;
    s.kind = TileSourceKind::Mbtiles;
    s.address = file;
    auto f = fetcher(s);
    QCOMPARE(answerOf(f->tile({0, 0, 0})).error().kind, ErrorKind::BadResponse);
  }
};

SC_TEST(TileFetcherTest)
#include "tilefetcher_test.moc"
