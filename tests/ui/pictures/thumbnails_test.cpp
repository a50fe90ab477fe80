#include "core/http/client.h"
#include "core/pictures/picturefetcher.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/pictures/pictureview.h"
#include "ui/pictures/thumbnails.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QString kUrl = QStringLiteral("https://cdn.example/tea.png");

/// Left half red, right half blue.
QByteArray pictureOf(QSize size)
{
  QImage image(size, QImage::Format_RGB32);
  image.fill(Qt::blue);
  QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes;
}

class OnePicture : public QObject, public Transport {
public:
  explicit OnePicture(QByteArray body) : m_body(std::move(body)) {}
  Cancel send(const HttpRequest&, Answer answer) override
  {
    QMetaObject::invokeMethod(
        this,
        [body = m_body, answer] {
          HttpResponse response;
          response.status = 200;
          response.body = body;
          answer(response);
        },
        Qt::QueuedConnection);
    return [] {};
  }

private:
  QByteArray m_body;
};

std::unique_ptr<PictureFetcher> fetcherOf(const QByteArray& body)
{
  PictureFetchOptions options;
  options.clock = [] { return Instant{}; };
  options.transport = [body] { return std::make_unique<OnePicture>(body); };
  return std::make_unique<PictureFetcher>(options);
}

} // namespace

class ThumbnailsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  void thumbnail_isTheMiddleSquare()
  {
    const QImage wide = thumbnailOf(pictureOf({400, 100}), 40);
    QCOMPARE(wide.size(), QSize(40, 40));
    QCOMPARE(wide.pixelColor(5, 20), QColor(Qt::red));
    QCOMPARE(wide.pixelColor(35, 20), QColor(Qt::blue));
    QCOMPARE(thumbnailOf(pictureOf({10, 30}), 40).size(), QSize(40, 40)); // also of a small one
  }

  void whatCannotBeDecoded_isNone()
  {
    QVERIFY(thumbnailOf("no picture", 40).isNull());
    QVERIFY(thumbnailOf(pictureOf({400, 100}).left(60), 40).isNull());
    // Declares a hundred thousand pixels a side: nobody tries.
    QByteArray huge = pictureOf({10, 10});
    huge[16] = 0, huge[17] = 1, huge[18] = char(0x86), huge[19] = char(0xa0);
    QVERIFY(thumbnailOf(huge, 40).isNull());
  }

  void picture_arrivesLaterAndStays()
  {
    const auto fetcher = fetcherOf(pictureOf({200, 200}));
    Thumbnails thumbnails(fetcher.get());
    QSignalSpy arrived(&thumbnails, &Thumbnails::arrived);
    QVERIFY(thumbnails.find(kUrl, 24).isNull());
    QVERIFY(arrived.wait(20'000));
    QCOMPARE(arrived.front().front().toString(), kUrl);
    QCOMPARE(thumbnails.find(kUrl, 24).size(), QSize(24, 24));
    QVERIFY(thumbnails.find(QString(), 24).isNull());
    QVERIFY(Thumbnails(nullptr).find(kUrl, 24).isNull());
  }

  void view_showsTheQuietSquareAndThenThePicture()
  {
    const auto fetcher = fetcherOf(pictureOf({200, 200}));
    Thumbnails thumbnails(fetcher.get());
    PictureView view(thumbnails, kUrl, 60);
    const auto middle = [&] { return view.grab().toImage().pixelColor(15, 30); };
    QVERIFY(middle() != QColor(Qt::red));
    QTRY_COMPARE(middle(), QColor(Qt::red));
  }
};

SC_TEST(ThumbnailsTest)
#include "thumbnails_test.moc"
