#include "core/providers/apidocument.h"

#include <QHash>
#include <QJsonArray>
#include <QVariant>

namespace supercargo {
namespace {

QString seconds(std::chrono::seconds duration)
{
  return QStringLiteral("%1 s").arg(duration.count());
}

/// "collect = COD, list = (a, b)": for people, without the quotes and brackets of JSON.
QString valueText(const QJsonValue& value, bool isInside = false)
{
  if (!value.isArray() && !value.isObject())
    return value.toVariant().toString();
  QStringList parts;
  for (const QJsonValue item : value.toArray())
    parts += valueText(item, true);
  const QJsonObject members = value.toObject();
  for (auto member = members.begin(); member != members.end(); ++member)
    parts += QStringLiteral("%1 = %2").arg(member.key(), valueText(member.value(), true));
  const QString text = parts.join(QStringLiteral(", "));
  return isInside ? u'(' + text + u')' : text;
}

/// Builds one document; each part in a function of its own.
class Writer {
public:
  Writer(const Declaration& declaration, const DocWords& words) : m_is(declaration), m_words(words) {}

  ApiDocument written() &&
  {
    m_document = {m_is.id, m_words.local(m_is.name), m_words.local(m_is.about), {}, {}};
    facts();
    calls();
    notCertain();
    fields();
    streams();
    orderStates();
    parcelStates();
    return std::move(m_document);
  }

private:
  QString w(DocWord word) const { return m_words.word(word); }

  void fact(DocWord name, const QString& value, bool isLink = false)
  {
    if (!value.isEmpty())
      m_document.facts.push_back({w(name), value, isLink});
  }

  ApiDocument::Table& table(DocWord heading, std::initializer_list<DocWord> columns, int codeColumns)
  {
    ApiDocument::Table made{w(heading), {}, {}, codeColumns};
    for (const DocWord column : columns)
      made.columns << w(column);
    m_document.tables.push_back(std::move(made));
    return m_document.tables.back();
  }

  QString certainty(const QString& name) const
  {
    static const QHash<QString, DocWord> kWords{{QStringLiteral("documented"), DocWord::Documented},
                                                {QStringLiteral("tried"), DocWord::Tried},
                                                {QStringLiteral("community"), DocWord::FromTheCommunity},
                                                {QStringLiteral("uncertain"), DocWord::Uncertain}};
    const auto found = kWords.constFind(name);
    return found == kWords.cend() ? name : w(*found);
  }

  void facts()
  {
    fact(DocWord::ApiVersion, m_is.apiVersion);
    fact(DocWord::Retires, m_is.retiresAt.value_or(w(DocWord::NotAnnounced)));
    fact(DocWord::VersionHeader, m_is.versionHeader);
    fact(DocWord::RetirementHeader, m_is.retirementHeader);
    fact(DocWord::Certainty, certainty(m_is.certainty));
    fact(DocWord::SignIn, m_is.auth);
    fact(DocWord::Can, m_is.capabilities.join(QStringLiteral(", ")));
    fact(DocWord::CallRate,
         w(DocWord::RateSentence).arg(m_is.rate.perSecond).arg(m_is.rate.burst).arg(m_is.rate.parallel));
    if (m_is.rate.perDay > 0)
      fact(DocWord::CallsADay, QString::number(m_is.rate.perDay));
    for (const EndpointDeclaration& endpoint : m_is.endpoints)
      fact(DocWord::Endpoint, endpoint.name + u' ' + endpoint.url);
    for (const QString& link : m_is.docs)
      fact(DocWord::Documentation, link, true);
  }

  void calls()
  {
    if (m_is.calls.empty())
      return;
    auto& made = table(DocWord::Calls, {DocWord::Operation, DocWord::Request, DocWord::Meaning, DocWord::Certainty}, 2);
    for (const CallDeclaration& call : m_is.calls)
      made.rows.push_back({call.operation, call.request, m_words.local(call.about),
                           certainty(call.certainty.isEmpty() ? m_is.certainty : call.certainty)});
  }

  /// Before all long tables: who reads of a call has to see what of it may be otherwise.
  void notCertain()
  {
    if (m_is.facts.empty())
      return;
    auto& made = table(DocWord::NotCertain, {DocWord::Field, DocWord::Value, DocWord::Meaning, DocWord::Certainty}, 2);
    for (const FactDeclaration& f : m_is.facts)
      made.rows.push_back(
          {f.table, valueText(m_is.extra.value(f.table)), m_words.local(f.about), certainty(f.certainty)});
  }

  void fields()
  {
    if (m_is.fields.empty())
      return;
    auto& made = table(DocWord::Fields,
                       {DocWord::Field, DocWord::Meaning, DocWord::Needed, DocWord::Secret, DocWord::WhereToFind}, 1);
    const auto mark = [](bool is) { return is ? QStringLiteral("✓") : QString(); };
    for (const FieldDeclaration& f : m_is.fields)
      made.rows.push_back({f.name, m_words.local(f.label), mark(f.required), mark(f.secret), m_words.local(f.help)});
  }

  void streams()
  {
    if (m_is.streams.empty())
      return;
    auto& made = table(DocWord::Streams,
                       {DocWord::Stream, DocWord::LookedForEvery, DocWord::ReadAgainEvery, DocWord::Page,
                        DocWord::Overlap, DocWord::HistoryDays, DocWord::MovesTime, DocWord::Permission},
                       1);
    for (const StreamDeclaration& s : m_is.streams)
      made.rows.push_back({streamName(s.stream), seconds(s.discoverEvery),
                           s.revisitBatch > 0 && s.isRevisited() ? seconds(s.revisitEvery) : QStringLiteral("–"),
                           QString::number(s.pageSize), seconds(s.overlap),
                           s.historyDays > 0 ? QString::number(s.historyDays) : w(DocWord::All),
                           s.movesTime.join(QStringLiteral(", ")), s.permission});
  }

  void orderStates()
  {
    if (m_is.statuses.empty())
      return;
    auto& made =
        table(DocWord::OrderStates, {DocWord::ProviderSays, DocWord::Order, DocWord::Payment, DocWord::Fulfilment}, 1);
    for (const StatusRow& s : m_is.statuses) {
      QStringList raw;
      for (const auto& [key, value] : s.raw.toStdMap())
        raw += QStringLiteral("%1 = %2").arg(key, value);
      made.rows.push_back(
          {raw.join(QStringLiteral(", ")), statusName(s.order), statusName(s.payment), statusName(s.fulfilment)});
    }
  }

  void parcelStates()
  {
    if (m_is.parcelStatuses.empty())
      return;
    auto& made = table(DocWord::ParcelStates,
                       {DocWord::Field, DocWord::Code, DocWord::Parcel, DocWord::Reason, DocWord::Certainty}, 2);
    for (const ParcelRow& p : m_is.parcelStatuses)
      made.rows.push_back({p.field, p.code, statusName(p.status), p.reason,
                           certainty(p.certainty.isEmpty() ? m_is.certainty : p.certainty)});
  }

  const Declaration& m_is;
  const DocWords& m_words;
  ApiDocument m_document;
};

/// One line of a Markdown table; a bar in a cell would end it.
QString line(QStringList cells, int codeColumns = 0)
{
  for (qsizetype i = 0; i < cells.size(); ++i) {
    cells[i].replace(u'|', QStringLiteral("\\|")).replace(u'\n', u' ');
    if (i < codeColumns && !cells[i].isEmpty())
      cells[i] = u'`' + cells[i] + u'`';
  }
  return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

} // namespace

ApiDocument apiDocument(const Declaration& declaration, const DocWords& words)
{
  return Writer(declaration, words).written();
}

QString markdownOf(const ApiDocument& document)
{
  QString text = QStringLiteral("# %1 (`%2`)\n\n%3\n\n").arg(document.name, document.id, document.about);
  for (const ApiDocument::Fact& fact : document.facts)
    text += QStringLiteral("- %1: %2\n").arg(fact.name, fact.isLink ? u'<' + fact.value + u'>' : fact.value);
  for (const ApiDocument::Table& table : document.tables) {
    text += QStringLiteral("\n## ") + table.heading + QStringLiteral("\n\n") + line(table.columns);
    text += u'|' + QStringLiteral("---|").repeated(table.columns.size()) + u'\n';
    for (const QStringList& row : table.rows)
      text += line(row, table.codeColumns);
  }
  return text;
}

} // namespace supercargo
