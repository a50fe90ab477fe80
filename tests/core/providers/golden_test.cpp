/// The goldens of all providers: core/providers/<id>/golden/<operation>.<case>.<part>.json
///
///   context  given    what the provider is told, and which function is called:
///                       call      fetch (default), check, login, action, inquiry, recipient (of the order ids[0])
///                       stream, loop, endpoint, fields, cursor, from, to, page_size, ids, now, currency (FetchContext)
///                       secrets, nonce   given: requests are signed at `now`, answers are verified first
///                       action    {kind: set_stock | mark_shipped | add_order_note | close_order | refund_payment |
///                                  void_payment | close_payment | quote_rates | book_parcel | cancel_parcel |
///                                  fetch_label, idempotency_key, asked_at, …}   (see tests/support/goldencase.cpp)
///                       known     what a shop has told of the receiver before `in`
///                       sent      {operation, state, expected, …}: what `in` answers when that is not the first
///                       request
///   request  expected the first requests, in order; or {"error": {kind, detail}}
///   in       given    an answer: {status, headers, body}; body is JSON, or exact text, or body_base64. Qt sorts the
///                     keys of JSON, so an answer that is signed over its text must be given as text.
///   out      expected what that answer means: snapshots with next requests, a session, an action's outcome; or an
///   error.
///                     Other than 2xx goes to `explain`, as in the engine.
///
/// A case has a context and request, or in and out, or all four. Keys that begin with _ are remarks. A golden that
/// fails leaves what came out beside it, as <operation>.<case>.<part>.fail; SUPERCARGO_UPDATE_GOLDENS=1 rewrites the
/// expected parts (read the diff before you commit it).
#include "tests/support/goldencase.h"
#include "tests/support/places.h"
#include "tests/support/snapshotjson.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

namespace supercargo {
namespace {

QString goldenFolder(const QString& provider)
{
  return supercargo::test::sourceDir() + QStringLiteral("/core/providers/%1/golden").arg(provider);
}

QByteArray readAll(const QString& path)
{
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeAll(const QString& path, const QByteArray& bytes)
{
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray pretty(const QJsonValue& value)
{
  return value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
}

/// The first line in which two texts differ, with some lines around it.
QString difference(const QByteArray& expected, const QByteArray& actual)
{
  const auto wanted = expected.split('\n'), got = actual.split('\n');
  qsizetype at = 0;
  while (at < wanted.size() && at < got.size() && wanted[at] == got[at])
    ++at;
  QString text = QStringLiteral("line %1\n").arg(at + 1);
  for (qsizetype i = std::max<qsizetype>(0, at - 4); i < at; ++i)
    text += QStringLiteral("    %1\n").arg(QString::fromUtf8(wanted[i]));
  for (qsizetype i = at; i < std::min(at + 6, wanted.size()); ++i)
    text += QStringLiteral("  - %1\n").arg(QString::fromUtf8(wanted[i]));
  for (qsizetype i = at; i < std::min(at + 6, got.size()); ++i)
    text += QStringLiteral("  + %1\n").arg(QString::fromUtf8(got[i]));
  return text;
}

Result<std::vector<HttpRequest>> build(const ProviderFunctions& functions, const test::GoldenCase& given)
{
  std::vector<HttpRequest> requests;
  switch (given.call) {
  case test::GoldenCall::Fetch:
    requests = functions.first(given.context);
    break;
  case test::GoldenCall::Check:
    requests = {functions.check(given.context)};
    break;
  case test::GoldenCall::Login:
    requests = {functions.login(given.context)};
    break;
  case test::GoldenCall::Action: {
    SC_TRY_ASSIGN(request, functions.buildAction(given.context, given.action));
    requests = {request};
    break;
  }
  case test::GoldenCall::Inquiry: {
    SC_TRY_ASSIGN(request, functions.inquire(given.context, given.action));
    if (request)
      requests = {*request};
    break;
  }
  case test::GoldenCall::Recipient:
    requests = {functions.askRecipient(given.context, given.context.ids.value(0))};
    break;
  }
  if (given.secrets && functions.sign)
    for (HttpRequest& request : requests)
      SC_TRY(functions.sign(request, given.context, *given.secrets, given.context.now, given.nonce));
  return requests;
}

Result<QJsonObject> readAction(const ProviderFunctions& functions, const test::GoldenCase& given,
                               const HttpRequest& sent, const HttpResponse& answer)
{
  if (functions.nextAction) {
    SC_TRY_ASSIGN(next, functions.nextAction(given.context, given.action, sent, answer));
    if (next)
      return QJsonObject{{QStringLiteral("next"), QJsonArray{test::toJson(*next)}}};
  }
  SC_TRY_ASSIGN(outcome, functions.parseAction(given.context, given.action, answer));
  return test::toJson(outcome);
}

/// What the engine would make of the answer.
Result<QJsonObject> read(const ProviderFunctions& functions, const test::GoldenCase& given, const HttpRequest& sent,
                         HttpResponse answer)
{
  if (!sent.accepts(answer.status))
    return fail(functions.explain ? functions.explain(*given.context.declaration, answer) : explainStatus(answer));
  const bool isRefusal = answer.status > 299;
  if (given.secrets && functions.verify && !isRefusal)
    SC_TRY(functions.verify(sent, answer, *given.secrets, given.context.now));
  if (given.secrets && functions.decrypt && !isRefusal) {
    SC_TRY_ASSIGN(clear, functions.decrypt(sent, answer, *given.secrets));
    answer.body = clear;
  }
  switch (given.call) {
  case test::GoldenCall::Fetch: {
    SC_TRY_ASSIGN(step, functions.parse(given.context, sent, answer));
    return test::toJson(step);
  }
  case test::GoldenCall::Check:
    SC_TRY(functions.parseCheck(given.context, answer));
    return QJsonObject{{QStringLiteral("ok"), true}};
  case test::GoldenCall::Login: {
    SC_TRY_ASSIGN(session, functions.parseLogin(given.context, answer));
    QJsonObject object{{QStringLiteral("token"), QString::fromLatin1(session.token)}};
    if (session.expiresAt)
      object.insert(QStringLiteral("expires_at"), toIso(*session.expiresAt));
    return object;
  }
  case test::GoldenCall::Action:
    return readAction(functions, given, sent, answer);
  case test::GoldenCall::Inquiry: {
    SC_TRY_ASSIGN(outcome, functions.parseInquiry(given.context, given.action, answer));
    return outcome ? test::toJson(*outcome) : QJsonObject{{QStringLiteral("happened"), false}};
  }
  case test::GoldenCall::Recipient: {
    SC_TRY_ASSIGN(step, functions.parseRecipient(given.context, given.known, sent, answer));
    return test::toJson(step);
  }
  }
  Q_UNREACHABLE();
}

} // namespace

class GoldenTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void golden_data();
  void golden();
  void everyStream_hasGoldens_data();
  void everyStream_hasGoldens();
  void everyExpectation_belongsToACase();
  void everyCall_standsInTheApiDocument_data();
  void everyCall_standsInTheApiDocument();
};

void GoldenTest::golden_data()
{
  QTest::addColumn<QString>("provider");
  QTest::addColumn<QString>("base");
  for (const Provider& provider : providers()) {
    const QString id = provider.declaration.id;
    const QDir folder(goldenFolder(id));
    for (QString name : folder.entryList({QStringLiteral("*.context.json")}, QDir::Files, QDir::Name)) {
      name.chop(int(qstrlen(".context.json")));
      QTest::newRow(qPrintable(id + u'/' + name)) << id << folder.filePath(name);
    }
  }
}

void GoldenTest::golden()
{
  QFETCH(QString, provider);
  QFETCH(QString, base);
  const Provider& subject = *findProvider(provider);
  const bool update = qEnvironmentVariableIntValue("SUPERCARGO_UPDATE_GOLDENS") == 1;
  const auto compare = [&](const QString& part, const QJsonValue& value) {
    const QString path = base + u'.' + part + QStringLiteral(".json");
    const QString failure = base + u'.' + part + QStringLiteral(".fail");
    const QByteArray actual = pretty(value);
    QFile::remove(failure);
    if (update)
      QVERIFY2(writeAll(path, actual), qPrintable(path));
    const QByteArray expected = readAll(path);
    if (actual == expected)
      return;
    writeAll(failure, actual);
    QFAIL(qPrintable(QStringLiteral("%1: %2").arg(path, difference(expected, actual))));
  };

  const auto context = QJsonDocument::fromJson(readAll(base + QStringLiteral(".context.json")));
  QVERIFY2(context.isObject(), "context is no JSON object");
  auto given = test::readGoldenCase(context.object());
  QVERIFY2(given, given ? "" : qPrintable(given.error().detail));
  given->context.declaration = &subject.declaration;

  const QByteArray answer = readAll(base + QStringLiteral(".in.json"));
  const auto requests = build(subject.functions, *given);
  if (answer.isEmpty() || QFile::exists(base + QStringLiteral(".request.json"))) {
    QJsonArray list;
    for (const HttpRequest& request : requests.value_or(std::vector<HttpRequest>()))
      list.append(test::toJson(request));
    compare(QStringLiteral("request"), requests ? QJsonValue(list) : QJsonValue(test::toJson(requests.error())));
  }
  if (answer.isEmpty() || QTest::currentTestFailed())
    return;
  const auto document = QJsonDocument::fromJson(answer);
  QVERIFY2(document.isObject(), "in is no JSON object");
  const auto response = test::readGoldenAnswer(document.object());
  QVERIFY2(response, response ? "" : qPrintable(response.error().detail));
  QVERIFY2(given->sent || (requests && !requests->empty()), "no request that this could answer: give \"sent\"");
  const auto result = read(subject.functions, *given, given->sent ? *given->sent : requests->front(), *response);
  compare(QStringLiteral("out"), result ? *result : test::toJson(result.error()));
}

void GoldenTest::everyStream_hasGoldens_data()
{
  QTest::addColumn<QString>("provider");
  QTest::addColumn<QString>("stream");
  for (const Provider& provider : providers())
    for (const StreamDeclaration& stream : provider.declaration.streams)
      QTest::newRow(qPrintable(provider.declaration.id + u' ' + streamName(stream.stream)))
          << provider.declaration.id << streamName(stream.stream);
}

/// Of each stream there is at least one request, one answer that is understood, and of each provider one error.
void GoldenTest::everyStream_hasGoldens()
{
  QFETCH(QString, provider);
  QFETCH(QString, stream);
  bool request = false, answer = false, error = false;
  for (QDirIterator it(goldenFolder(provider), {QStringLiteral("*.context.json")}); it.hasNext();) {
    QString base = it.next();
    base.chop(int(qstrlen(".context.json")));
    const QJsonObject context = QJsonDocument::fromJson(readAll(base + QStringLiteral(".context.json"))).object();
    const QJsonObject out = QJsonDocument::fromJson(readAll(base + QStringLiteral(".out.json"))).object();
    const bool mine = context.value(QLatin1String("stream")).toString() == stream;
    error = error || out.contains(QLatin1String("error"));
    answer = answer || (mine && !out.isEmpty() && !out.contains(QLatin1String("error")));
    request = request || (mine && QFile::exists(base + QStringLiteral(".request.json")));
  }
  QVERIFY2(request, "no golden of a request");
  QVERIFY2(answer, "no golden of an answer");
  QVERIFY2(error, "the provider has no golden of an error");
}

void GoldenTest::everyExpectation_belongsToACase()
{
  for (const Provider& provider : providers())
    for (QDirIterator it(goldenFolder(provider.declaration.id), {QStringLiteral("*.json")}); it.hasNext();) {
      const QString path = it.next();
      const QString base = path.section(u'.', 0, -3), part = path.section(u'.', -2, -2);
      QVERIFY2(QFile::exists(base + QStringLiteral(".context.json")),
               qPrintable(path + QStringLiteral(": no context")));
      QVERIFY2(QStringList(
                   {QStringLiteral("context"), QStringLiteral("request"), QStringLiteral("in"), QStringLiteral("out")})
                   .contains(part),
               qPrintable(path + QStringLiteral(": unknown part")));
      if (part == QLatin1String("out"))
        QVERIFY2(QFile::exists(base + QStringLiteral(".in.json")), qPrintable(path + QStringLiteral(": no answer")));
    }
}

void GoldenTest::everyCall_standsInTheApiDocument_data()
{
  QTest::addColumn<QString>("provider");
  for (const Provider& provider : providers())
    QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
}

/// The page that people read of an API is made from the declaration: a call that a golden shows must be told there.
void GoldenTest::everyCall_standsInTheApiDocument()
{
  QFETCH(QString, provider);
  QStringList told;
  for (const CallDeclaration& call : findProvider(provider)->declaration.calls) {
    told += call.operation.split(QStringLiteral(", "));
    QVERIFY2(!call.about.en.isEmpty() && !call.about.zh.isEmpty(), qPrintable(call.operation));
  }
  QStringList made;
  for (QDirIterator it(goldenFolder(provider), {QStringLiteral("*.json")}); it.hasNext();) {
    const auto document = QJsonDocument::fromJson(readAll(it.next()));
    const bool isContext = it.fileName().endsWith(QLatin1String(".context.json"));
    if (isContext)
      made += document[QLatin1String("sent")][QLatin1String("operation")].toString();
    const QJsonArray requests = it.fileName().endsWith(QLatin1String(".request.json"))
                                    ? document.array()
                                    : document[QLatin1String("next")].toArray();
    for (const QJsonValue request : isContext ? QJsonArray() : requests)
      made += request[QLatin1String("operation")].toString();
  }
  for (const QString& operation : made)
    QVERIFY2(operation.isEmpty() || told.contains(operation), qPrintable(operation));
}

SC_TEST(GoldenTest)

} // namespace supercargo

#include "golden_test.moc"
