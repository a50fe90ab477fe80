/// What the workspace's database keeps in forms of our own, should it be damaged or written by another version: the
/// parts of kept runs, and the conditions of shipping rules. An input: a byte that says which, then what is kept. Parts
/// are packed here: a fuzzer seldom makes a sound zlib stream.
#include "core/reports/runparts.h"
#include "core/rules/shippingrules.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/tempdatabase.h"

#include <QCoreApplication>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void readParts(const QByteArray& bytes)
{
  const auto parts = unpackedParts(qCompress(bytes, 1));
  demandReason(parts);
  if (!parts)
    return;
  demand(!parts->figures.isEmpty(), "a run without figures");
  for (const RunParts::Amounts& amounts : parts->figures)
    for (const auto& [thing, amount] : amounts)
      demand(thing.kind >= FigureRow::Thing::Order && thing.kind <= FigureRow::Thing::Account, "a thing of no kind");
  if (holdsByteOrderMark(bytes))
    return;
  const QByteArray written = packedParts(*parts);
  const auto again = unpackedParts(written);
  demand(again && packedParts(*again) == written, "parts read differently when written");
}

/// In a transaction that never ends, so that nothing waits for the disk.
Connection& databaseWithARule()
{
  static Connection& connection = []() -> Connection& {
    // Never deleted: at the end Qt's list of databases is gone before it.
    static auto* database = new test::TempDatabase;
    Connection& c = database->connection();
    test::must(c.begin());
    ShippingRule rule;
    rule.name = QStringLiteral("all");
    rule.account = AccountId(1);
    rule.sender = SenderId(1);
    ChangeSet changes;
    test::must(saveShippingRule(c, rule, changes));
    return c;
  }();
  return connection;
}

void judgeBy(const std::vector<ShippingRule>& rules)
{
  ShippingFacts facts;
  facts.shop = AccountId(2);
  facts.to.country = QStringLiteral("CN");
  facts.to.province = QStringLiteral("浙江省");
  facts.weightGrams = 500;
  const auto verdicts = judge(rules, facts);
  demand(verdicts.size() == 1, "a rule that says nothing");
  demand(verdicts[0].matches == verdicts[0].reason.isEmpty(), "a verdict without its reason");
  demand((ruleFor(rules, facts) != nullptr) == verdicts[0].matches, "two verdicts");
}

void readConditions(const QByteArray& json)
{
  Connection& c = databaseWithARule();
  test::must(c.run(QStringLiteral("UPDATE shipping_rules SET conditions = ?"), {QString::fromUtf8(json)}));
  const auto rules = shippingRules(c);
  demandReason(rules);
  if (!rules)
    return;
  judgeBy(*rules);
  if (holdsByteOrderMark(json))
    return;
  ChangeSet changes;
  test::must(saveShippingRule(c, rules->front(), changes));
  demand(shippingRules(c) == *rules, "a rule reads differently when written");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
  static QCoreApplication application(*count, *arguments); // databases want one
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 1)
    return 0;
  const QByteArray bytes = bytesOf(data + 1, size - 1);
  if (data[0] % 2 == 0)
    readParts(bytes);
  else
    readConditions(bytes);
  return 0;
}
