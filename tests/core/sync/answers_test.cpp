#include "core/sync/answerdiff.h"
#include "core/sync/answerframe.h"
#include "core/sync/mending.h"
#include "core/sync/recordedcall.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace supercargo;

/// What is done with recorded answers: compared, cut open around a record, asked for again.
class AnswersTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void json_differsPlaceByPlace()
  {
    const auto list =
        answerDifferences("HTTP 200\nDate: a\n\n{\"orders\":[{\"id\":1,\"total\":\"9.90\",\"gone\":true}]}",
                          "HTTP 200\nDate: b\n\n{\"orders\":[{\"total\":\"9.95\",\"id\":1,\"new\":[]}]}");
    QCOMPARE(list.size(), size_t(3)); // neither the header nor the order of members counts
    QCOMPARE(list[0], (AnswerDifference{QStringLiteral("orders[0].gone"), QStringLiteral("true"), {}}));
    QCOMPARE(list[1], (AnswerDifference{QStringLiteral("orders[0].new"), {}, QStringLiteral("[]")}));
    QCOMPARE(list[2], (AnswerDifference{QStringLiteral("orders[0].total"), QStringLiteral("\"9.90\""),
                                        QStringLiteral("\"9.95\"")}));
    QVERIFY(
        answerDifferences("HTTP 200\n\n{\"id\":9007199254740993}", "HTTP 200\n\n{\"id\": 9007199254740993}").empty());
    QCOMPARE(answerDifferences("HTTP 200\n\n{\"id\":9007199254740993}", "HTTP 200\n\n{\"id\":9007199254740992}").size(),
             size_t(1)); // not routed through double
  }

  void text_differsLineByLine()
  {
    const auto list = answerDifferences("HTTP 200\n\na\nb\n", "HTTP 502\n\na\nc\nd\n");
    QCOMPARE(list.size(), size_t(2));
    QCOMPARE(list[0], (AnswerDifference{QStringLiteral("line 2"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(list[1].after, QStringLiteral("d"));
  }

  void longValues_areShownWhereTheyDiffer()
  {
    const QByteArray much(500, 'x');
    const auto list = answerDifferences("\n\n{\"a\":\"" + much + "1\"}", "\n\n{\"a\":\"" + much + "2\"}");
    QCOMPARE(list.size(), size_t(1));
    QVERIFY(list[0].before.startsWith(u'…') && list[0].before.endsWith(QStringLiteral("1\"")));
    QVERIFY(list[0].before.size() < 200);
  }

  void record_isCutOutWithoutItsNeighbours()
  {
    const QByteArray record =
        "{\"id\":\"2\",\"note\":\"a \\\"b\\\"\"}"; // no raw text: moc 6.4 loses its way in this one
    const auto halves = cutAround(R"({"total": 3, "orders": [ {"id":"1","buyer":"Wang"}, )" + record +
                                      R"(, {"id":"3"} ], "page": {"next": "x"}})",
                                  record);
    QVERIFY(halves);
    QCOMPARE(halves->first + "R" + halves->second, QByteArray(R"({"orders":[R],"total":3,"page":{"next":"x"}})"));
    QVERIFY(!cutAround(R"({"orders":[{"id":"1"}]})", record));
    QVERIFY(!cutAround("a,b\n1,2", record)); // no JSON
    const auto whole = cutAround("plain", "plain");
    QVERIFY(whole && whole->first.isEmpty() && whole->second.isEmpty());
    QVERIFY(!cutAround("{\"much\":\"" + QByteArray(kLargestFrame, 'x') + "\",\"orders\":[{\"id\":\"2\"}]}",
                       R"({"id":"2"})"));
  }

  void recordsOfOneAnswer_allHaveTheirFrames()
  {
    const auto recordNumbered = [](qsizetype i) { return "{\"id\":\"" + QByteArray::number(i) + "\"}"; };
    constexpr qsizetype kMany = 300;
    QByteArrayList records;
    std::vector<ItemFailure> failures;
    for (qsizetype i = 0; i < kMany; ++i) {
      records << recordNumbered(i);
      failures.push_back({{}, QStringLiteral("bad"), records.last()});
    }
    failures.push_back({{}, QStringLiteral("of another answer"), recordNumbered(kMany)});
    HttpResponse got;
    got.body = "{\"pages\":1,\"orders\":[" + records.join(',') + "]}";
    const auto frames = framesOf(FetchContext(), HttpRequest(), got, failures);
    QCOMPARE(frames.size(), failures.size());
    for (size_t i = 0; i < size_t(kMany); ++i)
      QCOMPARE(putBack(frames[i], failures[i].payload),
               QByteArray("{\"orders\":[" + failures[i].payload + "],\"pages\":1}"));
    QVERIFY(!frames.back().isKnown());
  }

  void nestedRecord_isFound()
  {
    const QByteArray node = R"({"id":"gid://1"})";
    const auto halves = cutAround(R"({"data":{"orders":{"edges":[{"node":{"id":"gid://0"}},{"cursor":"c","node":)" +
                                      node + R"(}],"pageInfo":{"hasNextPage":true}}}})",
                                  node);
    QVERIFY(halves);
    QCOMPARE(halves->first + "R" + halves->second,
             QByteArray(R"({"data":{"orders":{"edges":[{"node":R,"cursor":"c"}],"pageInfo":{"hasNextPage":true}}}})"));
  }

  void recordInsideOfText_isPutBackAsThatText()
  {
    const auto asText = [](const QByteArray& json) {
      const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(json)}).toJson(QJsonDocument::Compact);
      return list.mid(1, list.size() - 2);
    };
    const auto answer = [&](const QByteArray& routes) {
      return "{\"data\":" + asText("{\"msg\":" + asText("{\"routes\":[" + routes + "]}") + ",\"ok\":true}") + "}";
    };
    const QByteArray record = "{\"no\":2,\"note\":\"a \\\"b\\\" \\\\ \\n 顺丰\"}";
    const auto halves = cutAround(answer("{\"no\":1}," + record), record);
    QVERIFY(halves);
    const FailureFrame frame{"{}", halves->first, halves->second};
    QCOMPARE(putBack(frame, record), answer(record));
    const QByteArray mended = putBack(frame, "{\n\t\"no\": 3\n}"); // as a person writes
    QVERIFY(checkJson(mended));
    const auto textIn = [](const QByteArray& json, const char* name) {
      return QJsonDocument::fromJson(json)[QLatin1String(name)].toString().toUtf8();
    };
    QCOMPARE(textIn(textIn(mended, "data"), "msg"), QByteArray("{\"routes\":[{\n\t\"no\": 3\n}]}"));
    const FailureFrame plain{"{}", "{\"a \\\" b\":\"[\",\"list\":[", "]}"};
    QCOMPARE(putBack(plain, record), plain.before + record + plain.after);
  }

  void keysOfAFrame_areWrittenAsTheyWereRead()
  {
    const QByteArray record = R"({"id":"1"})";
    const auto halves = cutAround("{\"a\\nb\\\"\":1,\"\\\\\":[" + record + "]}", record);
    QVERIFY(halves);
    QCOMPARE(halves->first + "R" + halves->second, QByteArray("{\"\\\\\":[R],\"a\\u000ab\\\"\":1}"));
  }

  void recordedCall_comesBackWhole()
  {
    FetchContext context;
    context.endpoint = QStringLiteral("https://shop.example");
    context.stream = Stream::Payments;
    context.loop = Loop::Revisit;
    context.cursor = QStringLiteral("c");
    context.from = fromMs(5);
    context.to = fromMs(9);
    context.pageSize = 7;
    context.ids = {QStringLiteral("a"), QStringLiteral("b")};
    HttpRequest request;
    request.method = "POST";
    request.url = "https://shop.example/x?y=%E4%BD%A0";
    request.headers = {{"Content-Type", "text/xml"}};
    request.body = QByteArray("\x01\xff z", 4);
    request.operation = QStringLiteral("payments.query");
    request.state = QStringLiteral("s");
    request.expected = {404};
    request.timeout = std::chrono::seconds(9);
    const auto call = recordedCallFrom(recordedCallJson(context, request));
    QVERIFY(call);
    QCOMPARE(call->request, request);
    QCOMPARE(call->context.endpoint, context.endpoint);
    QCOMPARE(call->context.stream, context.stream);
    QCOMPARE(call->context.loop, context.loop);
    QCOMPARE(call->context.from, context.from);
    QCOMPARE(call->context.to, context.to);
    QCOMPARE(call->context.pageSize, 7);
    QCOMPARE(call->context.ids, context.ids);
    QVERIFY(!recordedCallFrom("{}") && !recordedCallFrom("no json"));
  }

  void jsonFault_isPlacedByLineAndColumn()
  {
    QVERIFY(checkJson("{\"a\": [1, 2]}"));
    const auto broken = checkJson("{\n  \"a\": 1,\n  \"b\" 2\n}");
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Invalid);
    QVERIFY2(broken.error().detail.contains(QStringLiteral("line 3")), qPrintable(broken.error().detail));
  }
};

SC_TEST(AnswersTest)
#include "answers_test.moc"
