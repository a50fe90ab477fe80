#include "core/http/client.h"
#include "core/pictures/pictureaddress.h"
#include "core/pictures/picturecache.h"
#include "core/pictures/picturefetcher.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>

#include <atomic>
#include <mutex>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

const QString kUrl = QStringLiteral("https://cdn.example/tea.png");

QByteArray png(const QByteArray& content)
{
  return "\x89PNG\r\n\x1a\n" + content + QByteArray("IEND\xae\x42\x60\x82", 8);
}

/// The shops' servers, by rule; `hold` keeps exchanges open.
struct FakeWay {
  std::function<Result<HttpResponse>(const HttpRequest&)> rule;
  std::atomic<bool> hold = false;
  std::atomic<int> sent = 0, open = 0, mostOpen = 0;
  std::mutex mutex;
  QList<QByteArray> asked;
};

class FakeTransport : public QObject, public Transport {
public:
  explicit FakeTransport(std::shared_ptr<FakeWay> way) : m_way(std::move(way)) {}
  Cancel send(const HttpRequest& request, Answer answer) override
  {
    ++m_way->sent;
    m_way->mostOpen = std::max<int>(m_way->mostOpen, ++m_way->open);
    {
      const std::scoped_lock lock(m_way->mutex);
      m_way->asked << request.url;
    }
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

HttpResponse response(int status, const QByteArray& body, std::vector<Header> headers = {})
{
  HttpResponse response;
  response.status = status;
  response.body = body;
  response.headers = std::move(headers);
  return response;
}

Result<HttpResponse> noNetwork()
{
  return fail(ErrorKind::Network, QStringLiteral("no way out"));
}

} // namespace

class PictureFetcherTest : public QObject {
  Q_OBJECT
  std::shared_ptr<FakeWay> m_way;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::atomic<qint64> m_now = 0;

  /// Answers with this picture, received now.
  void serve(const QByteArray& body, std::vector<Header> headers = {{"ETag", "\"1\""}})
  {
    m_way->rule = [this, body, headers](const HttpRequest&) -> Result<HttpResponse> {
      HttpResponse answer = response(200, body, headers);
      answer.receivedAt = fromMs(m_now);
      return answer;
    };
  }
  std::unique_ptr<PictureFetcher> fetcher(qint64 mostBytes = 1'000'000)
  {
    PictureFetchOptions options;
    options.cacheFolder = m_folder->path();
    options.clock = [this] { return fromMs(m_now); };
    options.transport = [way = m_way] { return std::make_unique<FakeTransport>(way); };
    options.mostCacheBytes = mostBytes;
    return std::make_unique<PictureFetcher>(options);
  }
  template <class T>
  static Result<T> answerOf(QFuture<Result<T>> future)
  {
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.isFinished() ? future.result() : fail(ErrorKind::Timeout, QStringLiteral("no answer"));
  }
  void later(std::chrono::milliseconds time) { m_now += time.count(); }

private Q_SLOTS:
  void init()
  {
    m_way = std::make_shared<FakeWay>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_now = QDateTime(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    serve(png("tea"));
  }

  void address_isOfTheWebAndEncrypted_data()
  {
    QTest::addColumn<QString>("told");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("https") << kUrl << QByteArray("https://cdn.example/tea.png");
    QTest::newRow("no scheme") << QStringLiteral("//img.alicdn.com/a.jpg")
                               << QByteArray("https://img.alicdn.com/a.jpg");
    QTest::newRow("plain") << QStringLiteral("http://img.example:80/a.jpg?x=1")
                           << QByteArray("https://img.example/a.jpg?x=1");
    QTest::newRow("own machine") << QStringLiteral("http://127.0.0.1:8080/a") << QByteArray("http://127.0.0.1:8080/a");
    QTest::newRow("blanks") << QStringLiteral(" https://a.example/一 二.png#top ")
                            << QByteArray("https://a.example/%E4%B8%80%20%E4%BA%8C.png");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QByteArray();
    QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA") << QByteArray();
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << QByteArray();
    QTest::newRow("with a password") << QStringLiteral("https://me:secret@a.example/a.png") << QByteArray();
    QTest::newRow("a path") << QStringLiteral("jfs/t1/a.png") << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
  }
  void address_isOfTheWebAndEncrypted()
  {
    QFETCH(QString, told);
    QFETCH(QByteArray, asked);
    QCOMPARE(pictureAddress(told), asked);
  }

  void onlyWholePictures_arePictures()
  {
    QVERIFY(isPicture(png("x")));
    QVERIFY(!isPicture("\x89PNG\r\n\x1a\n and then the line broke"));
    QVERIFY(isPicture("\xff\xd8\xff" + QByteArray(200, 'x') + "\xff\xd9"));
    QVERIFY(!isPicture("\xff\xd8\xff" + QByteArray(200, 'x')));
    QVERIFY(isPicture("GIF89a" + QByteArray(20, '\1') + ";"));
    QVERIFY(isPicture(QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) + QByteArray(8, 'x')));
    QVERIFY(!isPicture(QByteArray("RIFF\xff\0\0\0WEBPVP8 ", 16) + QByteArray(8, 'x')));
    QVERIFY(!isPicture("<html><body>not found</body></html>"));
    QVERIFY(!isPicture("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
    QVERIFY(!isPicture(""));
  }

  void fresh_isNotAskedForAgainAndOldIsAskedWithItsTag()
  {
    auto f = fetcher();
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(m_way->sent, 1);
    f = fetcher(); // it is on disk
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(m_way->sent, 1);
    later(24h * 8);
    QByteArray tag;
    m_way->rule = [&](const HttpRequest& request) -> Result<HttpResponse> {
      tag = request.header("If-None-Match");
      HttpResponse answer = response(304, {});
      answer.receivedAt = fromMs(m_now);
      return answer;
    };
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(tag, QByteArray("\"1\""));
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(m_way->sent, 2);
    later(24h * 8);
    serve(png("other"));
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("other"));
  }

  void withoutNetwork_whatIsKeptIsShown()
  {
    auto f = fetcher();
    must(answerOf(f->picture(kUrl)));
    later(24h * 400);
    m_way->rule = [](const HttpRequest&) { return noNetwork(); };
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(answerOf(f->picture(QStringLiteral("https://cdn.example/cup.png"))).error().kind, ErrorKind::Network);
  }

  void htmlGarbageAndErrors_areRefusedAndLeftAlone_data()
  {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page") << 200 << QByteArray("<!doctype html><title>login</title>");
    QTest::newRow("half a picture") << 200 << QByteArray("\x89PNG\r\n\x1a\n half");
    QTest::newRow("garbage") << 200 << QByteArray("\x01\x02\x03");
    QTest::newRow("nothing") << 200 << QByteArray();
    QTest::newRow("gone") << 404 << png("a picture that says not found");
    QTest::newRow("elsewhere") << 302 << QByteArray();
  }
  void htmlGarbageAndErrors_areRefusedAndLeftAlone()
  {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_way->rule = [=](const HttpRequest&) -> Result<HttpResponse> { return response(status, body); };
    auto f = fetcher();
    QVERIFY(!answerOf(f->picture(kUrl)));
    QVERIFY(!answerOf(f->picture(kUrl)));
    QCOMPARE(m_way->sent, 1);
    QCOMPARE(must(answerOf(f->bytesKept())), 0);
    serve(png("mended"));
    later(7h);
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("mended"));
  }

  void badAddress_asksNobody()
  {
    auto f = fetcher();
    QCOMPARE(answerOf(f->picture(QStringLiteral("file:///etc/passwd"))).error().kind, ErrorKind::Invalid);
    QCOMPARE(m_way->sent, 0);
  }

  void fewAtATime_theLastAskedFirst_andOnceEach()
  {
    m_way->hold = true;
    auto f = fetcher();
    std::vector<QFuture<Result<QByteArray>>> futures;
    for (int i = 0; i < 12; ++i)
      futures.push_back(f->picture(QStringLiteral("https://cdn.example/%1.png").arg(i)));
    for (int i = 0; i < 3; ++i)
      futures.push_back(f->picture(QStringLiteral("https://cdn.example/0.png")));
    QTRY_COMPARE(m_way->sent, 4);
    f.reset();
    for (const auto& future : futures) {
      QVERIFY(future.isFinished());
      QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(m_way->open, 0); // what was under way is stopped
    QCOMPARE(m_way->mostOpen, 4);
  }

  void hostThatDoesNotAnswer_isLeftInPeace()
  {
    m_way->rule = [](const HttpRequest&) { return noNetwork(); };
    auto f = fetcher();
    for (int i = 0; i < 6; ++i)
      QVERIFY(!answerOf(f->picture(QStringLiteral("https://cdn.example/%1.png").arg(i))));
    QCOMPARE(m_way->sent, 3);
    QVERIFY(!answerOf(f->picture(QStringLiteral("https://other.example/a.png"))));
    QCOMPARE(m_way->sent, 4);
    later(61s);
    serve(png("back"));
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("back"));
  }

  void cache_dropsTheLongestUnused()
  {
    PictureCache cache(m_folder->path(), 10'000);
    const auto address = [](int i) { return QByteArray("https://a/") + QByteArray::number(i); };
    const auto kept = [&](int i) { return cache.find(address(i), fromMs(m_now)).has_value(); };
    const KeptPicture picture{png(QByteArray(1900, 'x')), "t", fromMs(m_now + 1000)};
    for (int i = 0; i < 5; ++i) {
      cache.keep(address(i), picture, fromMs(m_now));
      later(2h);
    }
    QVERIFY(kept(0)); // used again
    later(2h);
    cache.keep(address(5), picture, fromMs(m_now));
    QVERIFY(cache.bytes() <= 10'000);
    QVERIFY(kept(0));
    QVERIFY(!kept(1));
    QVERIFY(kept(5));
    cache.clear();
    QCOMPARE(cache.bytes(), 0);
    QVERIFY(!kept(5));
  }

  void damagedFile_countsAsAbsent()
  {
    auto f = fetcher();
    must(answerOf(f->picture(kUrl)));
    QDirIterator it(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    QFile file(it.next());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    QCOMPARE(must(answerOf(f->picture(kUrl))), png("tea"));
    QCOMPARE(m_way->sent, 2);
  }

  void cleared_isAskedForAgain()
  {
    auto f = fetcher();
    must(answerOf(f->picture(kUrl)));
    QVERIFY(must(answerOf(f->bytesKept())) > 0);
    QCOMPARE(must(answerOf(f->clear())), 0);
    must(answerOf(f->picture(kUrl)));
    QCOMPARE(m_way->sent, 2);
  }
};

SC_TEST(PictureFetcherTest)
#include "picturefetcher_test.moc"
