#include "app/sandbox/graphql.h"
#include "core/providers/provider.h"
#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::test {
namespace {

QJsonDocument fileOf(const QString& path)
{
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/// All requests below a value of a golden that are queries.
void collect(const QJsonValue& value, QJsonArray& requests)
{
  if (value["body"_L1]["query"_L1].isString())
    requests.append(value);
  for (const QJsonValue below : value.isArray() ? value.toArray() : QJsonArray())
    collect(below, requests);
  for (const QJsonValue below : value.toObject())
    collect(below, requests);
}

QJsonArray sentRequests()
{
  QJsonArray requests;
  const QDir folder(sourceDir() + u"/core/providers/shopify/golden"_s);
  for (const QString& name : folder.entryList({u"*.request.json"_s, u"*.out.json"_s})) {
    const QJsonDocument golden = fileOf(folder.filePath(name));
    collect(golden.isArray() ? QJsonValue(golden.array()) : QJsonValue(golden.object()), requests);
  }
  return requests;
}

/// Compares queries with shopify_schema.json, which shopify_schema.py writes; what does not fit is in `faults`.
class Schema {
public:
  explicit Schema(const QJsonObject& facts) : m_facts(facts) {}

  void checkFields(const QString& type, const std::vector<sandbox::GraphField>& fields)
  {
    for (const sandbox::GraphField& field : fields) {
      const QString on = field.on.isEmpty() ? type : field.on, name = on + u'.' + field.name;
      const QJsonValue known = m_facts["types"_L1][on][field.name];
      if (!known.isObject()) {
        faults << u"there is no "_s + name;
        continue;
      }
      checkMembers(name, known["arguments"_L1].toObject(), field.arguments);
      checkFields(known["type"_L1].toString(), field.below);
    }
  }

  QStringList faults;

private:
  /// Names, and that none is missing: of arguments, or of the members of an input.
  void checkMembers(const QString& owner, const QJsonObject& known, const QJsonObject& given)
  {
    for (const QString& name : given.keys())
      if (known.contains(name))
        checkValue(known.value(name)["type"_L1].toString(), given.value(name));
      else if (!name.startsWith(u'@')) // a directive
        faults << owner + u" has no "_s + name;
    for (const QString& name : known.keys())
      if (known.value(name)["required"_L1].toBool() && (!given.contains(name) || given.value(name).isNull()))
        faults << owner + u" needs "_s + name;
  }

  void checkValue(const QString& type, const QJsonValue& value)
  {
    for (const QJsonValue item : value.toArray())
      checkValue(type, item);
    if (value.isObject())
      checkMembers(type, m_facts["inputs"_L1][type].toObject(), value.toObject());
    const QJsonArray words = m_facts["enums"_L1][type].toArray();
    if (value.isString() && !words.isEmpty() && !words.contains(value))
      faults << type + u" has no "_s + value.toString();
  }

  QJsonObject m_facts;
};

QStringList faultsOf(const QJsonObject& facts, const QString& query, const QJsonObject& variables)
{
  const auto fields = sandbox::graphFields(query, variables);
  if (!fields)
    return {fields.error().detail};
  Schema schema(facts);
  schema.checkFields(query.startsWith("mutation"_L1) ? u"Mutation"_s : u"QueryRoot"_s, *fields);
  return schema.faults;
}

} // namespace

/// Every query that we send to Shopify, as the goldens hold them, fits the schema of the API versions that we name.
class ShopifySchemaTest : public QObject {
  Q_OBJECT

  QJsonObject m_facts = fileOf(sourceDir() + u"/tests/app/shopify_schema.json"_s).object();

private Q_SLOTS:
  void schema_isOfTheVersionThatWeAskFor()
  {
    const QString version = findProvider(u"shopify")->declaration.apiVersion;
    QVERIFY2(m_facts["versions"_L1].toArray().contains(version), qPrintable(version));
  }

  void everyDeclaredCall_isHeldByAGolden()
  {
    QStringList sent;
    for (const QJsonValue request : sentRequests())
      sent << request["operation"_L1].toString();
    for (const CallDeclaration& call : findProvider(u"shopify")->declaration.calls)
      QVERIFY2(sent.contains(call.operation), qPrintable(call.operation));
  }

  void everyQuery_fitsTheSchema()
  {
    const QJsonArray requests = sentRequests();
    QVERIFY(requests.size() > 20);
    for (const QJsonValue request : requests) {
      const QJsonValue body = request["body"_L1];
      const QStringList faults = faultsOf(m_facts, body["query"_L1].toString(), body["variables"_L1].toObject());
      QVERIFY2(faults.isEmpty(), qPrintable(request["operation"_L1].toString() + u": "_s + faults.join(u"; "_s)));
    }
  }

  void wrongQueries_areFound()
  {
    const auto faults = [this](const QString& query, const QJsonObject& variables = {}) {
      return faultsOf(m_facts, query, variables).join(u"; "_s);
    };
    QCOMPARE(faults(u"query { shop { id colour } }"_s), u"there is no Shop.colour"_s);
    QCOMPARE(faults(u"query { order { id } }"_s), u"QueryRoot.order needs id"_s);
    QCOMPARE(faults(u"query { orders(first: 1, sortKey: LUCK) { nodes { id } } }"_s), u"OrderSortKeys has no LUCK"_s);
    QCOMPARE(faults(u"query { orders(last: 1) { nodes { id } } }"_s), u"QueryRoot.orders has no last"_s);
    QCOMPARE(faults(u"query { nodes(ids: []) { ...F } } fragment F on Order { luck }"_s), u"there is no Order.luck"_s);
    QCOMPARE(faults(u"mutation M($i: OrderInput!) { orderUpdate(input: $i) { order { id } } }"_s,
                    {{u"i"_s, QJsonObject{{u"memo"_s, u"x"_s}}}}),
             u"OrderInput has no memo; OrderInput needs id"_s);
  }
};

SC_TEST(ShopifySchemaTest)

} // namespace supercargo::test

#include "shopifyschema_test.moc"
