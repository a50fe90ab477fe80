/// Adding a provider touches its folder and one line of providers.cmake. These tests keep it so.
#include "core/providers/provider.h"
#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace supercargo {
namespace {

/// Files outside a provider's own folder that may name it, and why.
const QMap<QString, QString> kMayNameProviders{
    {QStringLiteral("app/sandbox/"), QStringLiteral("plays the providers' servers")},
    {QStringLiteral("core/domain/courier"),
     QStringLiteral("codes of courier companies, one of which is a provider too")},
};

QString root()
{
  return supercargo::test::sourceDir() + QStringLiteral("/");
}

QByteArray readAll(const QString& path)
{
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A declaration with all that is required; `change` puts something into it.
QByteArray declarationWith(const QByteArray& before, const QByteArray& after)
{
  QByteArray json = R"({"id":"x","name":{"en":"X","zh":"X"},"about":{"en":"","zh":""},"kind":"shop","auth":"",)"
                    R"("fields":[{"name":"key","label":{"en":"Key","zh":"Key"}}],)"
                    R"("endpoints":[{"name":"production","url":"https://x.example"}],"api_version":"1",)"
                    R"("certainty":"tried","rate":{"per_minute":60},)"
                    R"("streams":[{"name":"orders"}],)"
                    R"("statuses":[{"raw":{"status":"a"},"order":"TO_SHIP","payment":"PAID",)"
                    R"("fulfilment":"UNFULFILLED","shippable":true},)"
                    R"({"raw":{"status":"a","paid":"no"},"order":"ON_HOLD","payment":"UNPAID",)"
                    R"("fulfilment":"ON_HOLD","shippable":false}]})";
  const qsizetype at = json.indexOf(before);
  Q_ASSERT(at >= 0);
  return json.replace(at, before.size(), after);
}

} // namespace

class RegistryTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyFolder_isListedAndEveryListedHasAFolder();
  void everyProvider_isComplete_data();
  void everyProvider_isComplete();
  void noOtherFile_namesAProvider();
  void parseDeclaration_reportsUnknownKeys_data();
  void parseDeclaration_reportsUnknownKeys();
  void parseDeclaration_reportsEveryFaultWithItsPath();
  void parseDeclaration_refusesRevisitsThatNeverHappen();
  void parseDeclaration_refusesFactsThatTellNothing_data();
  void parseDeclaration_refusesFactsThatTellNothing();
  void parseDeclaration_readsFactsWithTheirTables();
  void parseDeclaration_refusesRefusalsThatNothingReads_data();
  void parseDeclaration_refusesRefusalsThatNothingReads();
  void parseDeclaration_refusesWordTablesThatNothingReads_data();
  void parseDeclaration_refusesWordTablesThatNothingReads();
  void status_takesTheMostSpecificRow();
  void findProvider_isNullForUnknownIds();
};

void RegistryTest::everyFolder_isListedAndEveryListedHasAFolder()
{
  QStringList folders, listed;
  for (QDirIterator it(root() + QStringLiteral("core/providers"), QDir::Dirs | QDir::NoDotAndDotDot); it.hasNext();)
    if (QFile::exists(it.next() + QStringLiteral("/provider.json")))
      folders.append(it.fileName());
  for (const Provider& provider : providers())
    listed.append(provider.declaration.id);
  folders.sort();
  listed.sort();
  QCOMPARE(listed, folders);
}

void RegistryTest::everyProvider_isComplete_data()
{
  QTest::addColumn<QString>("id");
  for (const Provider& provider : providers())
    QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
}

void RegistryTest::everyProvider_isComplete()
{
  QFETCH(QString, id);
  const Provider& provider = *findProvider(id);
  const Declaration& declaration = provider.declaration;
  const ProviderFunctions& functions = provider.functions;
  QVERIFY(!declaration.name.en.isEmpty() && !declaration.name.zh.isEmpty());
  QVERIFY2(readAll(QStringLiteral(":/providers/%1/icon.svg").arg(id)).contains("<svg"), "no icon");
  QVERIFY(declaration.rate.perSecond > 0 && declaration.rate.parallel > 0);
  QVERIFY2(declaration.streams.empty() || (functions.first && functions.parse), "streams without functions");
  QVERIFY2(!functions.check == !functions.parseCheck, "half a check");
  QVERIFY2(!functions.buildAction == !functions.parseAction, "half an action");
  QVERIFY2(declaration.session == bool(functions.login), "a session without login, or the other way round");
  QVERIFY2(!functions.login == !functions.parseLogin, "half a login");
  for (const FieldDeclaration& field : declaration.fields)
    QVERIFY2(!field.label.en.isEmpty() && !field.label.zh.isEmpty(), qPrintable(field.name));
  for (const StreamDeclaration& stream : declaration.streams)
    QVERIFY2(stream.pageSize > 0 && stream.discoverEvery.count() > 0, qPrintable(streamName(stream.stream)));
  for (const FactDeclaration& fact : declaration.facts)
    QVERIFY2(!fact.about.en.isEmpty() && !fact.about.zh.isEmpty(), qPrintable(fact.table));
  const QJsonObject reasons = declaration.extra.value(QLatin1String("decline_reasons")).toObject();
  for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
    QVERIFY2(declineReasons().contains(reason.value().toString()), qPrintable(reason.key()));
}

/// Quoted ids only: a word in a sentence of a comment does no harm.
void RegistryTest::noOtherFile_namesAProvider()
{
  QStringList ids;
  for (const Provider& provider : providers())
    ids.append(QRegularExpression::escape(provider.declaration.id));
  const QRegularExpression quoted(QStringLiteral("\"(%1)\"").arg(ids.join(u'|')));
  QStringList found;
  for (const char* folder : {"core", "app", "ui"})
    for (QDirIterator it(root() + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
      const QString path = it.next().mid(root().size());
      const bool own = path.startsWith(QLatin1String("core/providers/")) && path.count(u'/') > 2;
      const bool excused = std::any_of(kMayNameProviders.keyBegin(), kMayNameProviders.keyEnd(),
                                       [&](const QString& prefix) { return path.startsWith(prefix); });
      if (own || excused)
        continue;
      const auto match = quoted.match(
          QString::fromUtf8(readAll(root() + path)).remove(QRegularExpression(QStringLiteral("//[^\n]*"))));
      if (match.hasMatch())
        found.append(path + QStringLiteral(": ") + match.captured());
    }
  QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void RegistryTest::parseDeclaration_reportsUnknownKeys_data()
{
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("after");
  QTest::newRow("top") << QByteArray(R"("api_version":)") << QByteArray(R"("retire_at":"","api_version":)");
  QTest::newRow("name") << QByteArray(R"("zh":"X"})") << QByteArray(R"("zh":"X","fr":"X"})");
  QTest::newRow("field") << QByteArray(R"("name":"key",)") << QByteArray(R"("name":"key","secrt":true,)");
  QTest::newRow("endpoint") << QByteArray(R"("url":)") << QByteArray(R"("port":1,"url":)");
  QTest::newRow("rate") << QByteArray(R"({"per_minute":60})") << QByteArray(R"({"per_minute":60,"per_hour":1})");
  QTest::newRow("stream") << QByteArray(R"({"name":"orders"})") << QByteArray(R"({"name":"orders","lag":5})");
  QTest::newRow("fact") << QByteArray(R"("statuses":)")
                        << QByteArray(R"("facts":[{"certainty":"uncertain","about":{"en":"a","zh":"b"},"table":"t"}],)"
                                      R"("statuses":)");
  QTest::newRow("status") << QByteArray(R"("shippable":true})") << QByteArray(R"("shippable":true,"shiped":1})");
}

void RegistryTest::parseDeclaration_reportsUnknownKeys()
{
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, after);
  QVERIFY(parseDeclaration(declarationWith(before, before)));
  const auto result = parseDeclaration(declarationWith(before, after));
  QVERIFY2(!result, "a typo went through");
  QVERIFY2(result.error().detail.contains(QLatin1String("unknown key")), qPrintable(result.error().detail));
}

void RegistryTest::parseDeclaration_reportsEveryFaultWithItsPath()
{
  QByteArray json = declarationWith(R"("order":"TO_SHIP")", R"("order":"TO_SHIPP")");
  json.replace(R"({"name":"orders"})", R"({"name":"order"})");
  const auto result = parseDeclaration(json);
  QVERIFY(!result);
  QVERIFY2(result.error().detail.contains(QLatin1String("statuses[0].order: unknown state")),
           qPrintable(result.error().detail));
  QVERIFY2(result.error().detail.contains(QLatin1String("streams[0].name: unknown stream")),
           qPrintable(result.error().detail));
}

void RegistryTest::parseDeclaration_refusesRevisitsThatNeverHappen()
{
  const auto with = [](const QByteArray& stream) {
    return parseDeclaration(declarationWith(R"({"name":"orders"})", stream));
  };
  QVERIFY(with(R"({"name":"orders","revisit_every_s":300,"revisit_batch":20})"));
  QVERIFY(with(R"({"name":"tracking","revisit_every_s":300})"));
  QVERIFY(with(R"({"name":"products","revisit_batch":20})")); // single products are asked for when they are missing
  for (const char* dead : {R"({"name":"orders","revisit_every_s":300})",
                           R"({"name":"products","revisit_every_s":300,"revisit_batch":20})"}) {
    const auto result = with(dead);
    QVERIFY2(!result, dead);
    QVERIFY2(result.error().detail.contains(QLatin1String("streams[0].revisit_every_s: such records")),
             qPrintable(result.error().detail));
  }
}

void RegistryTest::parseDeclaration_refusesFactsThatTellNothing_data()
{
  QTest::addColumn<QByteArray>("added");
  QTest::addColumn<QString>("fault");
  const auto fact = [](const char* members) {
    return QByteArray(R"("facts":[{"about":{"en":"a","zh":"b"},)") + members + R"(}],"extra":{"codes":{"a":1}},)";
  };
  QTest::newRow("table that is not there")
      << fact(R"("certainty":"uncertain","extra":"cods")") << QStringLiteral("facts[0].extra: extra has no \"cods\"");
  QTest::newRow("table without a name") << fact(R"("certainty":"uncertain","extra":"")")
                                        << QStringLiteral("facts[0].extra: extra has no \"\"");
  QTest::newRow("no mark") << fact(R"("extra":"codes")") << QStringLiteral("facts[0].certainty: missing");
  QTest::newRow("mark that nobody knows")
      << fact(R"("certainty":"maybe","extra":"codes")") << QStringLiteral("facts[0].certainty: unknown certainty");
  QTest::newRow("certain") << fact(R"("certainty":"documented","extra":"codes")")
                           << QStringLiteral("facts[0].certainty: unknown certainty");
  QTest::newRow("told of twice") << fact(R"("certainty":"uncertain","extra":"codes"},)"
                                         R"({"about":{"en":"a","zh":"b"},"certainty":"uncertain","extra":"codes")")
                                 << QStringLiteral("facts[1]: \"codes\" is told of twice");
  QTest::newRow("mark inside of a table") << QByteArray(R"("extra":{"codes":{"a":1,"certainty":"uncertain"}},)")
                                          << QStringLiteral("the certainty of \"codes\" belongs into facts");
  QTest::newRow("mark beside a table") << QByteArray(R"("extra":{"codes":[1],"codes_certainty":"uncertain"},)")
                                       << QStringLiteral("\"codes_certainty\" belongs into facts");
  QTest::newRow("extra is no object") << QByteArray(R"("extra":[1],)") << QStringLiteral("extra: not an object");
  QTest::newRow("call") << QByteArray(R"("calls":[{"operation":"o","request":"r","about":{"en":"a","zh":"b"},)"
                                      R"("certainty":"sure"}],)")
                        << QStringLiteral("calls[0].certainty: unknown certainty");
  QTest::newRow("parcel state") << QByteArray(R"("parcel_statuses":[{"field":"f","code":"1","status":"pending",)"
                                              R"("certainty":"documented"}],)")
                                << QStringLiteral("parcel_statuses[0].certainty: unknown certainty");
}

void RegistryTest::parseDeclaration_refusesFactsThatTellNothing()
{
  QFETCH(QByteArray, added);
  QFETCH(QString, fault);
  const auto result = parseDeclaration(declarationWith(R"("statuses":)", added + R"("statuses":)"));
  QVERIFY2(!result, "a mark that no document could show went through");
  QVERIFY2(result.error().detail.contains(fault), qPrintable(result.error().detail));
}

void RegistryTest::parseDeclaration_readsFactsWithTheirTables()
{
  const auto declaration = parseDeclaration(
      declarationWith(R"("statuses":)", R"("facts":[{"extra":"names","certainty":"community",)"
                                        R"("about":{"en":"Names","zh":"名称"}},)"
                                        R"({"certainty":"uncertain","about":{"en":"Words","zh":"文字"}}],)"
                                        R"("extra":{"names":{"list":"Added"},"done":["gone","",3]},"statuses":)"));
  QVERIFY2(declaration, declaration ? "" : qPrintable(declaration.error().detail));
  QCOMPARE(declaration->facts.size(), size_t(2));
  QCOMPARE(declaration->facts[0].table, QStringLiteral("names"));
  QCOMPARE(declaration->facts[0].about.zh, QStringLiteral("名称"));
  QCOMPARE(declaration->facts[0].certainty, QStringLiteral("community"));
  QVERIFY(declaration->facts[1].table.isEmpty());
  QCOMPARE(declaration->word("names", "list"), QStringLiteral("Added"));
  QVERIFY(declaration->word("names", "value").isEmpty() && declaration->word("done", "list").isEmpty());
  QVERIFY(declaration->says("done", u"it is gone"));
  QVERIFY(!declaration->says("done", u"It is Gone") && declaration->says("done", u"It is Gone", Qt::CaseInsensitive));
  QVERIFY2(!declaration->says("done", u"it is there") && !declaration->says("names", u"Added"),
           "an empty word is in every text");
}

void RegistryTest::parseDeclaration_refusesRefusalsThatNothingReads_data()
{
  QTest::addColumn<QByteArray>("row");
  QTest::addColumn<QString>("fault"); // empty: none
  const auto row = [](const char* name, const char* members, const QString& fault) {
    QTest::newRow(name) << QByteArray(members) << fault;
  };
  row("sound", R"("words":["a"],"kind":"quota","retry":"backoff")", {});
  row("no retry", R"("words":["a"],"kind":"quota")", {});
  row("misspelt kind", R"("words":["a"],"kind":"qouta")", QStringLiteral("kind: unknown kind of refusal"));
  row("no kind", R"("words":["a"])", QStringLiteral("kind: missing"));
  row("no refusal", R"("words":["a"],"kind":"ok")", QStringLiteral("kind: unknown kind of refusal"));
  row("misspelt retry", R"("words":["a"],"kind":"quota","retry":"backof")", QStringLiteral("retry: unknown retry"));
  row("no words", R"("words":[],"kind":"quota")", QStringLiteral("words: a word is missing"));
  row("empty word", R"("words":["a",""],"kind":"quota")", QStringLiteral("words: a word is missing"));
  row("unknown key", R"("words":["a"],"kind":"quota","code":1)", QStringLiteral("unknown key \"code\""));
}

void RegistryTest::parseDeclaration_refusesRefusalsThatNothingReads()
{
  QFETCH(QByteArray, row);
  QFETCH(QString, fault);
  const auto result = parseDeclaration(
      declarationWith(R"("statuses":)", R"("extra":{"refusal_words":[{)" + row + R"(}]},"statuses":)"));
  QCOMPARE(bool(result), fault.isEmpty());
  QVERIFY2(result || result.error().detail.contains(fault), result ? "" : qPrintable(result.error().detail));
}

void RegistryTest::parseDeclaration_refusesWordTablesThatNothingReads_data()
{
  QTest::addColumn<QByteArray>("table");
  QTest::addColumn<QString>("fault");
  const auto row = [](const char* name, const char* table, const char* fault = "") {
    QTest::newRow(name) << QByteArray(table) << QString::fromLatin1(fault);
  };
  row("kinds", R"("account_kinds":[{"words":["a"],"kind":"fee"}])");
  row("misspelt kind", R"("account_kinds":[{"words":["a"],"kind":"fees"}])", "kind: unknown kind of bill line");
  row("no words of a kind", R"("account_kinds":[{"kind":"fee"}])", "words: a word is missing");
  row("rules", R"("text_rules":[{"words":["a"],"status":"delivered"}])");
  row("misspelt status", R"("text_rules":[{"words":["a"],"status":"deliverd"}])", "status: unknown state");
  row("other key", R"("text_rules":[{"contains":"a","words":["a"],"status":"delivered"}])",
      R"(unknown key "contains")");
  row("flow", R"("flow_kinds":{"a":"payout"})");
  row("misspelt flow", R"("flow_kinds":{"a":"pay"})", "unknown kind of bill line");
}

void RegistryTest::parseDeclaration_refusesWordTablesThatNothingReads()
{
  QFETCH(QByteArray, table);
  QFETCH(QString, fault);
  const auto result = parseDeclaration(declarationWith(R"("statuses":)", R"("extra":{)" + table + R"(},"statuses":)"));
  QCOMPARE(bool(result), fault.isEmpty());
  QVERIFY2(result || result.error().detail.contains(fault), result ? "" : qPrintable(result.error().detail));
}

void RegistryTest::status_takesTheMostSpecificRow()
{
  const auto declaration = parseDeclaration(declarationWith("\"1\"", "\"1\""));
  QVERIFY(declaration);
  const QString status = QStringLiteral("status"), paid = QStringLiteral("paid");
  QCOMPARE(declaration->status({{status, QStringLiteral("a")}})->order, OrderStatus::ToShip);
  QCOMPARE(declaration->status({{status, QStringLiteral("a")}, {paid, QStringLiteral("no")}})->order,
           OrderStatus::OnHold);
  QCOMPARE(declaration->status({{status, QStringLiteral("b")}}), nullptr);
}

void RegistryTest::findProvider_isNullForUnknownIds()
{
  QCOMPARE(findProvider(u"no such provider"), nullptr);
}

SC_TEST(RegistryTest)

} // namespace supercargo

#include "registry_test.moc"
