#include "core/providers/declaration.h"

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace supercargo {
namespace {

/// A key that nothing reads is most likely a typo.
void expectKeys(const JsonReader& object, std::initializer_list<QLatin1String> known)
{
  for (const auto& [key, value] : object.members())
    if (!key.startsWith(u'_') && std::find(known.begin(), known.end(), key) == known.end())
      object.problem(QStringLiteral("unknown key \"%1\"").arg(key));
}

QStringList texts(const JsonReader& list)
{
  QStringList out;
  for (const JsonReader& item : list.itemsIfAny())
    out.append(item.text());
  return out;
}

LocalText localText(const JsonReader& node)
{
  expectKeys(node, {QLatin1String("en"), QLatin1String("zh")});
  return {node["en"].text(), node["zh"].text()};
}

std::chrono::seconds seconds(const JsonReader& node, std::chrono::seconds fallback)
{
  return node.hasValue() ? std::chrono::seconds(node.integer()) : fallback;
}

ProviderKind kindOf(const JsonReader& node)
{
  static const QStringList kNames{QStringLiteral("shop"),     QStringLiteral("payment"), QStringLiteral("courier"),
                                  QStringLiteral("supplier"), QStringLiteral("finance"), QStringLiteral("analytics"),
                                  QStringLiteral("social")};
  const qsizetype index = kNames.indexOf(node.text());
  if (index < 0)
    node.problem(QStringLiteral("unknown kind"));
  return static_cast<ProviderKind>(std::max<qsizetype>(index, 0));
}

FieldDeclaration field(const JsonReader& node)
{
  expectKeys(node, {QLatin1String("name"), QLatin1String("label"), QLatin1String("help"), QLatin1String("secret"),
                    QLatin1String("required"), QLatin1String("multiline"), QLatin1String("pattern"),
                    QLatin1String("default"), QLatin1String("choices")});
  FieldDeclaration out;
  out.name = node["name"].text();
  out.label = localText(node["label"]);
  if (node["help"].hasValue())
    out.help = localText(node["help"]);
  out.secret = node["secret"].hasValue() && node["secret"].boolean();
  out.required = !node["required"].hasValue() || node["required"].boolean();
  out.multiline = node["multiline"].hasValue() && node["multiline"].boolean();
  out.pattern = node["pattern"].textIfAny().value_or(QString());
  out.defaultValue = node["default"].textIfAny().value_or(QString());
  out.choices = texts(node["choices"]);
  if (!QRegularExpression(out.pattern).isValid())
    node["pattern"].problem(QStringLiteral("not a regular expression"));
  return out;
}

StreamDeclaration stream(const JsonReader& node)
{
  expectKeys(node, {QLatin1String("name"), QLatin1String("moves_time"), QLatin1String("discover_by_time"),
                    QLatin1String("lag_s"), QLatin1String("overlap_s"), QLatin1String("max_window_s"),
                    QLatin1String("page_size"), QLatin1String("discover_every_s"), QLatin1String("revisit_every_s"),
                    QLatin1String("revisit_batch"), QLatin1String("history_days"), QLatin1String("permission")});
  StreamDeclaration out;
  const auto name = streamNamed(node["name"].text());
  if (!name)
    node["name"].problem(QStringLiteral("unknown stream"));
  out.stream = name.value_or(Stream::Orders);
  out.movesTime = texts(node["moves_time"]);
  out.discoverByTime = !node["discover_by_time"].hasValue() || node["discover_by_time"].boolean();
  out.lag = seconds(node["lag_s"], out.lag);
  out.overlap = seconds(node["overlap_s"], out.overlap);
  out.maxWindow = seconds(node["max_window_s"], out.maxWindow);
  out.pageSize = int(node["page_size"].integerIfAny().value_or(out.pageSize));
  out.discoverEvery = seconds(node["discover_every_s"], out.discoverEvery);
  out.revisitEvery = seconds(node["revisit_every_s"], out.revisitEvery);
  out.revisitBatch = int(node["revisit_batch"].integerIfAny().value_or(0));
  out.historyDays = int(node["history_days"].integerIfAny().value_or(0));
  out.permission = node["permission"].textIfAny().value_or(QString());
  if (node["revisit_every_s"].exists() && !out.isRevisited())
    node["revisit_every_s"].problem(QStringLiteral("such records are not read again by themselves"));
  return out;
}

/// A mark that nobody knows would tell nobody anything.
QString certainty(const JsonReader& node, const QStringList& known)
{
  const QString told = node.text();
  if (node.exists() && !known.contains(told))
    node.problem(QStringLiteral("unknown certainty, it is one of: %1").arg(known.join(QStringLiteral(", "))));
  return told;
}

const QStringList kCertainties{QStringLiteral("documented"), QStringLiteral("tried"), QStringLiteral("community"),
                               QStringLiteral("uncertain")};

CallDeclaration call(const JsonReader& node)
{
  expectKeys(
      node, {QLatin1String("operation"), QLatin1String("request"), QLatin1String("about"), QLatin1String("certainty")});
  return {node["operation"].text(), node["request"].text(), localText(node["about"]),
          node["certainty"].hasValue() ? certainty(node["certainty"], kCertainties) : QString()};
}

/// What is certain needs no telling, so there are two marks only.
FactDeclaration fact(const JsonReader& node, const QJsonObject& extra)
{
  expectKeys(node, {QLatin1String("extra"), QLatin1String("about"), QLatin1String("certainty")});
  FactDeclaration out;
  out.table = node["extra"].textIfAny().value_or(QString());
  out.about = localText(node["about"]);
  out.certainty = certainty(node["certainty"], {QStringLiteral("community"), QStringLiteral("uncertain")});
  if (node["extra"].exists() && !extra.contains(out.table))
    node["extra"].problem(QStringLiteral("extra has no \"%1\"").arg(out.table));
  return out;
}

/// A mark inside of a table would stand in no document: marks belong into "facts".
void expectNoMarks(const JsonReader& table)
{
  for (const auto& [key, value] : table.members()) {
    if (key.endsWith(QLatin1String("certainty")))
      table.problem(QStringLiteral("\"%1\" belongs into facts").arg(key));
    if (value.isObject() && value["certainty"].exists())
      table.problem(QStringLiteral("the certainty of \"%1\" belongs into facts").arg(key));
  }
}

/// rowWithWord() reads these; an empty word is in every text.
void expectWords(const JsonReader& node)
{
  const QStringList words = texts(node);
  if (words.isEmpty() || words.contains(QString()))
    node.problem(QStringLiteral("a word is missing"));
}

/// A named value of one of our enumerations; an unknown name is a problem.
template <class Enum>
Enum named(const JsonReader& node, std::optional<Enum> (*find)(QStringView))
{
  const auto value = find(node.text());
  if (!value)
    node.problem(QStringLiteral("unknown state"));
  return value.value_or(Enum::Unknown);
}

void expectBillKind(const JsonReader& node)
{
  static const QStringList kKinds{QStringLiteral("payment"), QStringLiteral("refund"), QStringLiteral("fee"),
                                  QStringLiteral("payout"), QStringLiteral("other")};
  if (!kKinds.contains(node.text()))
    node.problem(QStringLiteral("unknown kind of bill line"));
}

/// A misspelt meaning would ask for nothing.
void expectWordTables(const JsonReader& extra)
{
  for (const JsonReader& row : extra["refusal_words"].itemsIfAny()) {
    expectKeys(row, {QLatin1String("words"), QLatin1String("kind"), QLatin1String("retry")});
    expectWords(row["words"]);
    if (!refusalKinds().contains(row["kind"].text()))
      row["kind"].problem(QStringLiteral("unknown kind of refusal"));
    if (row["retry"].exists() && !refusalRetries().contains(row["retry"].text()))
      row["retry"].problem(QStringLiteral("unknown retry"));
  }
  for (const JsonReader& row : extra["account_kinds"].itemsIfAny()) {
    expectKeys(row, {QLatin1String("words"), QLatin1String("kind")});
    expectWords(row["words"]);
    expectBillKind(row["kind"]);
  }
  for (const JsonReader& row : extra["text_rules"].itemsIfAny()) {
    expectKeys(row, {QLatin1String("words"), QLatin1String("status")});
    expectWords(row["words"]);
    (void)named(row["status"], parcelStatusNamed);
  }
  for (const auto& [type, kind] : extra["flow_kinds"].members())
    expectBillKind(kind);
}

void readExtra(const JsonReader& root, Declaration& out)
{
  if (root["extra"].exists() && !root["extra"].isObject())
    root["extra"].problem(QStringLiteral("not an object"));
  expectNoMarks(root["extra"]);
  expectWordTables(root["extra"]);
  out.extra = QJsonDocument::fromJson(root["extra"].json()).object();
  QStringList told;
  for (const JsonReader& node : root["facts"].itemsIfAny()) {
    out.facts.push_back(fact(node, out.extra));
    const QString table = out.facts.back().table;
    if (!table.isEmpty() && told.contains(table))
      node.problem(QStringLiteral("\"%1\" is told of twice").arg(table));
    told.append(table);
  }
}

RateDeclaration rate(const JsonReader& node)
{
  expectKeys(
      node, {QLatin1String("per_minute"), QLatin1String("burst"), QLatin1String("parallel"), QLatin1String("per_day")});
  RateDeclaration out;
  if (!node.hasValue())
    return out;
  out.perSecond = static_cast<double>(node["per_minute"].integer()) / 60.0;
  out.burst = int(node["burst"].integerIfAny().value_or(out.burst));
  out.parallel = int(node["parallel"].integerIfAny().value_or(out.parallel));
  out.perDay = node["per_day"].integerIfAny().value_or(0);
  return out;
}

StatusRow statusRow(const JsonReader& node)
{
  expectKeys(node, {QLatin1String("raw"), QLatin1String("order"), QLatin1String("payment"), QLatin1String("fulfilment"),
                    QLatin1String("shippable"), QLatin1String("note")});
  StatusRow row;
  for (const auto& [key, value] : node["raw"].members())
    row.raw.insert(key, value.text());
  row.order = named(node["order"], orderStatusNamed);
  row.payment = named(node["payment"], paymentStatusNamed);
  row.fulfilment = named(node["fulfilment"], fulfilmentStatusNamed);
  row.shippable = node["shippable"].boolean();
  return row;
}

ParcelRow parcelRow(const JsonReader& node)
{
  expectKeys(node, {QLatin1String("field"), QLatin1String("code"), QLatin1String("status"), QLatin1String("reason"),
                    QLatin1String("certainty"), QLatin1String("native_name")});
  static const QStringList kMarks{QStringLiteral("doc"), QStringLiteral("obs"), QStringLiteral("inf"),
                                  QStringLiteral("uncertain")};
  return {node["field"].text(), node["code"].text(), named(node["status"], parcelStatusNamed),
          node["reason"].textIfAny().value_or(QString()),
          node["certainty"].hasValue() ? certainty(node["certainty"], kMarks) : QString()};
}

} // namespace

QString providerKindName(ProviderKind kind)
{
  switch (kind) {
  case ProviderKind::Shop:
    return QStringLiteral("shop");
  case ProviderKind::Payment:
    return QStringLiteral("payment");
  case ProviderKind::Courier:
    return QStringLiteral("courier");
  case ProviderKind::Supplier:
    return QStringLiteral("supplier");
  case ProviderKind::Finance:
    return QStringLiteral("finance");
  case ProviderKind::Analytics:
    return QStringLiteral("analytics");
  case ProviderKind::Social:
    return QStringLiteral("social");
  }
  Q_UNREACHABLE();
}

bool StreamDeclaration::isRevisited() const
{
  // Couriers are asked by waybill number only; the others by id where the provider can.
  return stream == Stream::Tracking || (revisitBatch > 0 && (stream == Stream::Orders || stream == Stream::Payments));
}

const StreamDeclaration* Declaration::stream(Stream wanted) const
{
  for (const StreamDeclaration& one : streams)
    if (one.stream == wanted)
      return &one;
  return nullptr;
}

QString Declaration::word(const char* table, const char* member) const
{
  return extra.value(QLatin1String(table)).toObject().value(QLatin1String(member)).toString();
}

bool Declaration::says(const char* list, QStringView text, Qt::CaseSensitivity sensitivity) const
{
  const QJsonArray words = extra.value(QLatin1String(list)).toArray();
  return std::any_of(words.begin(), words.end(), [text, sensitivity](const QJsonValue& word) {
    const QString part = word.toString();
    return !part.isEmpty() && text.contains(part, sensitivity);
  });
}

QJsonObject Declaration::rowWithWord(const char* table, QStringView text) const
{
  for (const QJsonValue& row : extra.value(QLatin1String(table)).toArray())
    for (const QJsonValue& word : row[QLatin1String("words")].toArray())
      if (text.contains(word.toString(), Qt::CaseInsensitive))
        return row.toObject();
  return {};
}

const StatusRow* Declaration::status(const QMap<QString, QString>& raw) const
{
  const StatusRow* best = nullptr;
  for (const StatusRow& row : statuses) {
    bool matches = !best || row.raw.size() > best->raw.size();
    for (auto it = row.raw.cbegin(); matches && it != row.raw.cend(); ++it)
      matches = raw.value(it.key()) == it.value();
    if (matches)
      best = &row;
  }
  return best;
}

const ParcelRow* Declaration::parcelStatus(QStringView field, QStringView code) const
{
  for (const ParcelRow& row : parcelStatuses)
    if (row.field == field && row.code == code)
      return &row;
  return nullptr;
}

Result<Declaration> parseDeclaration(QByteArrayView json)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(json));
  expectKeys(root, {QLatin1String("id"),
                    QLatin1String("name"),
                    QLatin1String("about"),
                    QLatin1String("kind"),
                    QLatin1String("capabilities"),
                    QLatin1String("auth"),
                    QLatin1String("session"),
                    QLatin1String("fields"),
                    QLatin1String("endpoints"),
                    QLatin1String("api_version"),
                    QLatin1String("retires_at"),
                    QLatin1String("retirement_header"),
                    QLatin1String("version_header"),
                    QLatin1String("certainty"),
                    QLatin1String("rate"),
                    QLatin1String("streams"),
                    QLatin1String("calls"),
                    QLatin1String("facts"),
                    QLatin1String("statuses"),
                    QLatin1String("parcel_statuses"),
                    QLatin1String("docs"),
                    QLatin1String("extra")});
  Declaration out;
  out.id = root["id"].text();
  out.name = localText(root["name"]);
  out.about = localText(root["about"]);
  out.kind = kindOf(root["kind"]);
  out.capabilities = texts(root["capabilities"]);
  out.auth = root["auth"].text();
  out.session = root["session"].hasValue() && root["session"].boolean();
  for (const JsonReader& node : root["fields"].items())
    out.fields.push_back(field(node));
  for (const JsonReader& node : root["endpoints"].items()) {
    expectKeys(node, {QLatin1String("name"), QLatin1String("url")});
    out.endpoints.push_back({node["name"].text(), node["url"].text()});
  }
  out.apiVersion = root["api_version"].text();
  out.retiresAt = root["retires_at"].textIfAny();
  out.retirementHeader = root["retirement_header"].textIfAny().value_or(QString());
  out.versionHeader = root["version_header"].textIfAny().value_or(QString());
  out.certainty = certainty(root["certainty"], kCertainties);
  out.rate = rate(root["rate"]);
  for (const JsonReader& node : root["streams"].items())
    out.streams.push_back(stream(node));
  for (const JsonReader& node : root["calls"].itemsIfAny())
    out.calls.push_back(call(node));
  for (const JsonReader& node : root["statuses"].itemsIfAny())
    out.statuses.push_back(statusRow(node));
  for (const JsonReader& node : root["parcel_statuses"].itemsIfAny())
    out.parcelStatuses.push_back(parcelRow(node));
  out.docs = texts(root["docs"]);
  readExtra(root, out);
  SC_TRY(root.check(ErrorKind::Invalid));
  return out;
}

} // namespace supercargo
