#include "app/sandbox/sandbox.h"
#include "core/pictures/pictureaddress.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace supercargo;
using namespace supercargo::sandbox;

/// What the simulated shops show of their goods.
class SandboxPicturesTest : public QObject {
  Q_OBJECT

  Sandbox m_sandbox{Options{}, [] { return fromMs(1'768'440'000'000); }};

  Reply ask(const QByteArray& path, std::vector<std::pair<QByteArray, QByteArray>> headers = {})
  {
    return m_sandbox.answer({"GET", path, {}, {}, std::move(headers)});
  }

private Q_SLOTS:
  void everyProduct_hasAPictureAndItStaysTheSame()
  {
    QSet<QByteArray> different;
    for (const Product& product : m_sandbox.world().catalogue().products) {
      const Reply reply = ask("/pictures/" + product.slug.toUtf8());
      QCOMPARE(reply.status, 200);
      QVERIFY(isPicture(reply.body));
      QCOMPARE(ask("/pictures/" + product.slug.toUtf8()).body, reply.body);
      different.insert(reply.body);
    }
    QVERIFY(different.size() > 100);
  }

  void variants_differInColour()
  {
    const auto& products = m_sandbox.world().catalogue().products;
    const auto found = std::ranges::find_if(products, [](const Product& p) { return p.variants > 1; });
    const QByteArray path = "/pictures/" + found->slug.toUtf8();
    QVERIFY(ask(path + "-0").body != ask(path + "-1").body);
  }

  void unchangedPicture_isNotSentAgain()
  {
    const Reply first = ask("/pictures/item-100");
    QByteArray etag;
    for (const auto& [name, value] : first.headers)
      if (name == "ETag")
        etag = value;
    const Reply again = ask("/pictures/item-100", {{"If-None-Match", etag}});
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    QCOMPARE(ask("/pictures/nothing-like-it").status, 404);
  }
};

SC_TEST(SandboxPicturesTest)
#include "sandboxpictures_test.moc"
