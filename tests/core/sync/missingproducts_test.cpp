#include "core/store/catalogue.h"
#include "core/store/changenotices.h"
#include "core/sync/schedule.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

QByteArrayList twelve()
{
  QByteArrayList ids;
  for (int i = 10; i < 22; ++i)
    ids << 'p' + QByteArray::number(i);
  return ids;
}

class ProductWorld : public SyncWorld {
public:
  explicit ProductWorld(const QByteArrayList& products, Fake kind = Fake::Products) : SyncWorld(kind)
  {
    shop.answer(fakeProducts(products));
    sync();
    shop.forget();
  }

  /// "a,b": what the shop has, as far as we believe.
  QString listed()
  {
    QStringList ids;
    for (const ProductRow& row : read([](Connection& c) { return productRows(c, 0); }))
      ids << row.externalId;
    ids.sort();
    return ids.join(u',');
  }
  QString list(const QByteArrayList& ids) { return QString::fromUtf8(ids.join(',')); }
  void answerGone(const QByteArray& ids) // "a\",\"b"
  {
    shop.answer(R"({"orders":[],"gone":[")" + ids + R"("]})");
  }
  /// A complete reading that finds this list and needs no more.
  QStringList readAll(const QByteArrayList& ids)
  {
    shop.forget();
    shop.answer(fakeProducts(ids));
    return errors(sync(true));
  }
  static QStringList errors(const std::vector<SyncReport>& reports)
  {
    QStringList found;
    for (const SyncReport& report : reports)
      if (report.error)
        found << report.error->detail;
    return found;
  }
  QStringList notices()
  {
    QStringList samples;
    for (const NoticedChange& change : read([](Connection& c) { return noticedChanges(c); }))
      samples << changeKindName(change.notice.kind) + u' ' + change.notice.sample;
    return samples;
  }
};

} // namespace

/// What shops delete they tell nobody: a complete reading finds it out, and is not believed too easily.
class MissingProductsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void deletedProduct_isAskedForAndMarked()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a", "c"}));
    world.answerGone("b");
    QCOMPARE(world.errors(world.sync(true)), QStringList());
    QVERIFY2(world.shop.lastRequest().url.endsWith("&ids=b"), world.shop.lastRequest().url.constData());
    QCOMPARE(world.listed(), QStringLiteral("a,c"));
    QCOMPARE(world.notices(), QStringList());

    world.shop.forget();
    world.shop.answer(fakeProducts({"b"})); // changed since
    QCOMPARE(world.errors(world.sync()), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void productThatAnswersById_isKept()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a", "c"}));
    world.shop.answer(fakeProducts({"b"}));
    QCOMPARE(world.errors(world.sync(true)), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void productOfWhichTheAnswerIsSilent_isKept()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a", "c"}));
    world.shop.answer(fakeProducts({}));
    QCOMPARE(world.errors(world.sync(true)), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void readingOfWhatHasChanged_marksNothing()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a"}));
    QCOMPARE(world.errors(world.sync()), QStringList());
    QCOMPARE(world.shop.requests().size(), size_t(1));
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void brokenReading_marksNothing()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a"}, "2"));
    world.shop.answerError(ErrorKind::Rejected);
    QCOMPARE(world.errors(world.sync(true)).size(), 1);
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void readingWithAnUnreadableProduct_marksNothing()
  {
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a"}, "2"));
    world.shop.answer(fakeProducts({"?"}));
    QCOMPARE(world.errors(world.sync(true)), QStringList());
    QCOMPARE(world.shop.requests().size(), size_t(2));
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void interruptedReading_marksNothing_data()
  {
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("cancelled") << false;
    QTest::newRow("killed") << true;
  }
  void interruptedReading_marksNothing()
  {
    QFETCH(bool, isKilled);
    ProductWorld world({"a", "b", "c"});
    world.shop.answer(fakeProducts({"a"}, "2"));
    world.shop.stayQuiet();
    const int pass = world.engine->syncOnce({}, {}, true);
    QTRY_COMPARE(world.shop.requests().size(), size_t(2));
    if (isKilled)
      world.engine.reset();
    else
      world.engine->cancel(pass);
    world.restart();
    world.shop.forget();
    world.shop.answer(fakeProducts({}));
    QCOMPARE(world.errors(world.sync()), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void shrunkList_isBelievedTheSecondTime()
  {
    const QByteArrayList all = twelve();
    ProductWorld world(all);
    QCOMPARE(world.readAll(all.first(3)), QStringList());
    QCOMPARE(world.shop.requests().size(), size_t(1)); // nobody is asked for yet
    QCOMPARE(world.listed(), world.list(all));
    QCOMPARE(world.notices(), QStringList{QStringLiteral("list 9 of 12 are missing")});

    world.shop.forget();
    world.shop.answer(fakeProducts(all.first(3)));
    for (qsizetype i = 3; i < all.size(); i += 2)
      world.answerGone(all.mid(i, 2).join("\",\""));
    QCOMPARE(world.errors(world.sync(true)), QStringList());
    QVERIFY(!world.shop.hasAnswersLeft());
    QCOMPARE(world.listed(), world.list(all.first(3)));
    QCOMPARE(world.notices().size(), 1);
  }

  void emptyList_isDoubtedHoweverFewThereWere()
  {
    ProductWorld world({"a", "b"});
    QCOMPARE(world.readAll({}), QStringList());
    QCOMPARE(world.shop.requests().size(), size_t(1));
    QCOMPARE(world.listed(), QStringLiteral("a,b"));
    QCOMPARE(world.notices(), QStringList{QStringLiteral("list 2 of 2 are missing")});
  }

  void shrunkListThatGrewAgain_isDoubtedAnew()
  {
    const QByteArrayList all = twelve();
    ProductWorld world(all);
    world.readAll(all.first(3));
    world.readAll(all);
    QCOMPARE(world.readAll(all.first(3)), QStringList());
    QCOMPARE(world.shop.requests().size(), size_t(1));
    QCOMPARE(world.listed(), world.list(all));
  }

  void shopThatCannotBeAsked_isBelievedTheSecondTime()
  {
    ProductWorld world({"a", "b", "c"}, Fake::ProductList);
    world.shop.answer(fakeProducts({"a", "b"}, {}, 2));
    QCOMPARE(world.errors(world.sync()), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
    QCOMPARE(world.notices(), QStringList()); // nothing strange has happened
    world.shop.answer(fakeProducts({"a", "b"}, {}, 2));
    QCOMPARE(world.errors(world.sync()), QStringList());
    QCOMPARE(world.listed(), QStringLiteral("a,b"));
    world.shop.answer(fakeProducts({"a", "b", "c"}, {}, 3));
    world.sync();
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void shopThatCannotBeAsked_mustListAsManyAsItSays()
  {
    ProductWorld world({"a", "b", "c"}, Fake::ProductList);
    for (int i = 0; i < 3; ++i) {
      world.shop.answer(fakeProducts({"a", "b"}, {}, 3)); // a page was cut
      QCOMPARE(world.errors(world.sync()), QStringList());
    }
    QCOMPARE(world.listed(), QStringLiteral("a,b,c"));
  }

  void onceADay_allProductsAreRead()
  {
    ProductWorld world({"a", "b"});
    std::vector<SyncReport> audits;
    QObject::connect(world.engine.get(), &SyncEngine::runFinished, this, [&](const SyncReport& report) {
      if (report.loop == Loop::Audit)
        audits.push_back(report);
    });
    const auto state = world.read([&](Connection& c) { return streamState(c, world.account, Stream::Products); });
    QVERIFY(state.lastAuditAt);          // the first reading was one
    world.shop.answer(fakeProducts({})); // what has changed
    world.shop.answer(fakeProducts({"a"}));
    world.answerGone("b");
    for (int i = 0; i < 1000; ++i)
      world.shop.answer(fakeProducts({}));
    world.time.advance(24h);
    world.engine->start();
    QTRY_VERIFY_WITH_TIMEOUT(!audits.empty(), 20'000);
    world.engine->stop();
    QVERIFY2(!audits[0].error, qPrintable(audits[0].error ? audits[0].error->detail : QString()));
    QCOMPARE(world.listed(), QStringLiteral("a"));
  }
};

SC_TEST(MissingProductsTest)
#include "missingproducts_test.moc"
