#include "core/providers/apidocument.h"
#include "core/providers/provider.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

namespace supercargo {
namespace {

/// A word is its number: which one stands where is what matters here.
QString wordOf(DocWord word)
{
  return QStringLiteral("w%1").arg(int(word));
}

QString wordOfCertainty(const QString& name)
{
  static const QStringList kNames{QStringLiteral("documented"), QStringLiteral("tried"), QStringLiteral("community"),
                                  QStringLiteral("uncertain")};
  return QStringLiteral("w%1").arg(int(DocWord::Documented) + kNames.indexOf(name));
}

ApiDocument documentOf(const Declaration& declaration)
{
  return apiDocument(declaration, {wordOf, [](const LocalText& text) { return text.en; }});
}

const ApiDocument::Table* notCertain(const ApiDocument& document)
{
  for (const ApiDocument::Table& table : document.tables)
    if (table.heading == wordOf(DocWord::NotCertain))
      return &table;
  return nullptr;
}

} // namespace

class ApiDocumentTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyFact_isShownWithItsValueAndMark_data()
  {
    QTest::addColumn<QString>("id");
    for (const Provider& provider : providers())
      QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
  }

  void everyFact_isShownWithItsValueAndMark()
  {
    QFETCH(QString, id);
    const Declaration& declaration = findProvider(id)->declaration;
    const ApiDocument document = documentOf(declaration);
    const ApiDocument::Table* table = notCertain(document);
    QCOMPARE(table != nullptr, !declaration.facts.empty());
    if (!table)
      return;
    QCOMPARE(table->rows.size(), declaration.facts.size());
    for (size_t i = 0; i < table->rows.size(); ++i) {
      const FactDeclaration& fact = declaration.facts[i];
      QCOMPARE(table->rows[i].size(), table->columns.size());
      QCOMPARE(table->rows[i].first(), fact.table);
      QCOMPARE(table->rows[i].at(2), fact.about.en);
      QCOMPARE(table->rows[i].last(), wordOfCertainty(fact.certainty));
    }
  }

  void values_areReadWithoutTheSignsOfJson()
  {
    Declaration declaration;
    declaration.extra = {
        {QStringLiteral("names"), QJsonObject{{QStringLiteral("collect"), QStringLiteral("COD")},
                                              {QStringLiteral("list"), QJsonArray{QStringLiteral("a"), 2}}}},
        {QStringLiteral("type"), 1}};
    for (const char* table : {"names", "type", ""})
      declaration.facts.push_back({QLatin1String(table), {}, QStringLiteral("uncertain")});
    const ApiDocument document = documentOf(declaration);
    const ApiDocument::Table* table = notCertain(document);
    QVERIFY(table);
    QCOMPARE(table->rows[0].at(1), QStringLiteral("collect = COD, list = (a, 2)"));
    QCOMPARE(table->rows[1].at(1), QStringLiteral("1"));
    QVERIFY2(table->rows[2].at(1).isEmpty(), "a fact without a table has no value");
  }

  /// How money is collected and insured is what costs most when it is wrong.
  void addedServicesOfCouriers_areToldAsNotCertain()
  {
    const auto isTold = [](const char* id, const char* table, const char* value) {
      const ApiDocument document = documentOf(findProvider(QString::fromLatin1(id))->declaration);
      const ApiDocument::Table* told = notCertain(document);
      return told && std::any_of(told->rows.begin(), told->rows.end(), [&](const QStringList& row) {
               return row.first() == QLatin1String(table) && row.at(1).contains(QLatin1String(value));
             });
    };
    QVERIFY(isTold("kdniao", "add_service", "insure = INSURE"));
    QVERIFY(isTold("zto", "value_added", "collect = COD"));
    QVERIFY(isTold("sf", "value_added", "collect = COD"));
    QVERIFY(isTold("sf", "express_type", "2"));
    QVERIFY(isTold("yto", "sort_code_fields", "shortAddress"));
    QVERIFY(isTold("yto", "charge", "method = charge_adapter"));
    QVERIFY(isTold("cainiao", "booking", "channel = OTHERS"));
    QVERIFY(isTold("kuaidi100", "booking", "collect = collection"));
  }

  void wordsOfRefusal_areToldWithWhatTheyMean()
  {
    for (const char* id : {"cainiao", "kdniao", "yto"}) {
      const ApiDocument document = documentOf(findProvider(QString::fromLatin1(id))->declaration);
      const auto& rows = notCertain(document)->rows;
      const auto told = std::find_if(rows.begin(), rows.end(), [](const QStringList& row) {
        return row.first() == QLatin1String("refusal_words");
      });
      QVERIFY2(told != rows.end(), id);
      QVERIFY2(told->at(1).contains(QStringLiteral("kind = auth, words = (")), qPrintable(told->at(1)));
      QVERIFY2(told->at(1).contains(QStringLiteral("签名")), qPrintable(told->at(1)));
    }
  }

  void markdown_showsTheMarkInTheSameRow()
  {
    const QString text = markdownOf(documentOf(findProvider(u"kdniao")->declaration));
    const QStringList lines = text.split(u'\n');
    const auto row = std::find_if(lines.begin(), lines.end(), [](const QString& line) {
      return line.startsWith(QLatin1String("| `add_service`"));
    });
    QVERIFY(row != lines.end());
    QVERIFY2(row->endsWith(QStringLiteral("| %1 |").arg(wordOfCertainty(QStringLiteral("uncertain")))),
             qPrintable(*row));
  }
};

SC_TEST(ApiDocumentTest)

} // namespace supercargo

#include "apidocument_test.moc"
