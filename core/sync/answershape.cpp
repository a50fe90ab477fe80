#include "core/sync/answershape.h"

#include "core/providers/provider.h"
#include "core/sync/jsonintext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace supercargo {

using Type = simdjson::dom::element_type;
using simdjson::dom::element;

namespace {

constexpr size_t kLongestKey = 48;
/// An answer stranger than this is another API altogether, or a server that tells more than was asked for.
constexpr size_t kMostNotices = 50;

unsigned typeOf(element value)
{
  switch (value.type()) {
  case Type::OBJECT:
    return 1;
  case Type::ARRAY:
    return 2;
  case Type::STRING:
    return 4;
  case Type::BOOL:
    return 16;
  case Type::NULL_VALUE:
    return 0;
  default:
    return 8;
  }
}

QString typeNames(unsigned types)
{
  static const QStringList kNames{QStringLiteral("object"), QStringLiteral("array"), QStringLiteral("text"),
                                  QStringLiteral("number"), QStringLiteral("flag")};
  QStringList names;
  for (qsizetype i = 0; i < kNames.size(); ++i)
    if (types & (1u << i))
      names << kNames[i];
  return names.join(QStringLiteral(" or "));
}

/// Keys that are data (numbers, mail addresses, long tokens) stand for one place, and none of them is ever shown.
std::string_view placeName(std::string_view key)
{
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = size_t(std::ranges::count_if(key, isDigit));
  const bool isData =
      key.empty() || key.size() > kLongestKey || digits * 2 >= key.size() || key.find('@') != std::string_view::npos;
  return isData ? std::string_view("*") : key;
}

/// A form ("a=1&b=2") as the object of its names; empty when it is none. Its values are read by nobody here, but what
/// stands in brackets is one value: "customerInfo={certifTp=01&certifId=1}".
QByteArray namesOfForm(QByteArrayView text)
{
  QByteArray json, name;
  int brackets = 0;
  bool isName = true;
  for (const char c : text) {
    if (isName && c == '=') {
      if (name.isEmpty())
        return {};
      json += (json.isEmpty() ? "{\"" : ",\"") + name + "\":\"\"";
      name.clear();
      isName = false;
    } else if (isName) {
      const bool isPlain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '.';
      if (!isPlain)
        return {};
      name += c;
    } else {
      brackets += (c == '{' || c == '[') - (c == '}' || c == ']');
      isName = c == '&' && brackets <= 0;
    }
  }
  return isName ? QByteArray() : json + '}';
}

/// The value of a key-value pair may be anything: what shops' extensions put there is no change of the API.
bool isFree(simdjson::dom::object object, std::string_view key)
{
  return key == "value" && object.at_key("key").error() == simdjson::SUCCESS;
}

} // namespace

void AnswerShape::learn(Place& place, element value, int textsDeep)
{
  place.types |= typeOf(value);
  if (value.is_object()) {
    const simdjson::dom::object object = value.get_object().value_unsafe();
    for (const auto& [key, member] : object) {
      Place& known = place.members[std::string(placeName(key))];
      if (!isFree(object, key))
        learn(known, member, textsDeep);
    }
  } else if (value.is_array()) {
    // Named, since the loop would outlive what value_unsafe returns.
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) {
      if (!place.element)
        place.element = std::make_unique<Place>();
      learn(*place.element, item, textsDeep);
    }
  } else {
    simdjson::dom::parser parser;
    if (const auto inside = jsonInText(value, textsDeep, parser)) {
      if (!place.inside)
        place.inside = std::make_unique<Place>();
      learn(*place.inside, *inside, textsDeep + 1);
    }
  }
}

void AnswerShape::learn(QStringView operation, QByteArrayView answer)
{
  if (const auto root = parsed(answer))
    learn(m_operations[operation.toString()], *root, 0);
}

std::optional<element> AnswerShape::parsed(QByteArrayView answer)
{
  element root;
  if (m_parser.parse(answer.data(), size_t(answer.size())).get(root) == simdjson::SUCCESS)
    return root;
  const QByteArray form = namesOfForm(answer);
  if (form.isEmpty() || m_parser.parse(form.data(), size_t(form.size())).get(root) != simdjson::SUCCESS)
    return std::nullopt;
  return root;
}

/// The way from the root to a place, as long as it is being looked at.
struct AnswerShape::Step {
  const Step* before = nullptr;
  std::string_view name; ///< empty: an element of a list

  QString text() const
  {
    const QString own = name.empty() ? QStringLiteral("[]") : QString::fromUtf8(name.data(), qsizetype(name.size()));
    const QString head = before ? before->text() : QString();
    return head.isEmpty() || name.empty() ? head + own : head + u'.' + own;
  }
};

class AnswerShape::Comparison {
public:
  Comparison(QStringView operation, const QSet<QString>& told) : m_operation(operation), m_told(told) {}

  void compare(const Place& known, element value, const Step* at, int textsDeep)
  {
    const unsigned type = typeOf(value);
    if (type == 0 || known.types == 0 || m_notices.size() >= kMostNotices)
      return;
    if ((known.types & type) == 0) {
      tell(at, QStringLiteral("%1 instead of %2").arg(typeNames(type), typeNames(known.types)));
      return;
    }
    if (value.is_object())
      compareMembers(known, value.get_object().value_unsafe(), at, textsDeep);
    else if (value.is_array() && known.element)
      compareItems(*known.element, value.get_array().value_unsafe(), at, textsDeep);
    else if (known.inside)
      compareInside(*known.inside, value, at, textsDeep);
  }

  std::vector<ChangeNotice> notices() && { return std::move(m_notices); }

private:
  /// A text that is no JSON this time says nothing: it may be a message.
  void compareInside(const Place& known, element text, const Step* at, int textsDeep)
  {
    simdjson::dom::parser parser;
    if (const auto inside = jsonInText(text, textsDeep, parser))
      compare(known, *inside, at, textsDeep + 1);
  }

  void compareItems(const Place& known, simdjson::dom::array items, const Step* at, int textsDeep)
  {
    for (const element item : items) {
      const Step step{at, {}};
      compare(known, item, &step, textsDeep);
    }
  }

  void compareMembers(const Place& known, simdjson::dom::object object, const Step* at, int textsDeep)
  {
    if (known.members.empty())
      return; // the examples had an empty object
    for (const auto& [key, value] : object) {
      const std::string_view name = placeName(key);
      const Step step{at, name};
      if (const auto member = known.members.find(name); member != known.members.end()) {
        if (!isFree(object, key))
          compare(member->second, value, &step, textsDeep);
      } else if (name != "*")
        tell(&step, typeOf(value) == 0 ? QStringLiteral("null") : typeNames(typeOf(value)));
    }
  }

  void tell(const Step* at, const QString& sample)
  {
    if (m_notices.size() >= kMostNotices)
      return;
    ChangeNotice notice{ChangeNotice::Kind::Field,
                        at ? m_operation.toString() + u' ' + at->text() : m_operation.toString(), sample};
    if (!m_told.contains(notice.where) && std::ranges::find(m_notices, notice) == m_notices.end())
      m_notices.push_back(std::move(notice));
  }

  QStringView m_operation;
  const QSet<QString>& m_told;
  std::vector<ChangeNotice> m_notices;
};

std::vector<ChangeNotice> AnswerShape::strangeFields(QStringView operation, QByteArrayView answer,
                                                     const QSet<QString>& told)
{
  const auto known = m_operations.find(operation);
  const auto root = known == m_operations.end() ? std::nullopt : parsed(answer);
  if (!root)
    return {};
  Comparison comparison(operation, told);
  comparison.compare(known->second, *root, nullptr, 0);
  return std::move(comparison).notices();
}

bool AnswerShape::knows(QStringView operation) const
{
  return m_operations.contains(operation);
}

void AnswerShape::list(const Place& place, const QString& path, QStringList& lines)
{
  lines << path + u' ' + (place.types ? typeNames(place.types) : QStringLiteral("anything"));
  for (const auto& [name, member] : place.members)
    list(member, path + (path.endsWith(u' ') ? QString() : QStringLiteral(".")) + QString::fromStdString(name), lines);
  if (place.element)
    list(*place.element, path + QStringLiteral("[]"), lines);
  if (place.inside)
    list(*place.inside, path, lines);
}

QStringList AnswerShape::lines() const
{
  QStringList lines;
  for (const auto& [operation, place] : m_operations)
    list(place, operation + u' ', lines);
  return lines;
}

namespace {

QJsonObject objectIn(const QString& file)
{
  QFile in(file);
  return in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()).object() : QJsonObject();
}

/// Operations that are one call, as the API document tells them: they answer alike.
using SameCalls = std::vector<QStringList>;

SameCalls sameCalls(const QString& provider)
{
  SameCalls calls;
  if (const Provider* known = findProvider(provider))
    for (const CallDeclaration& call : known->declaration.calls)
      calls.push_back(call.operation.split(QStringLiteral(", ")));
  return calls;
}

/// `operation` and those that are the same call; only itself when it is not declared.
QStringList alike(const SameCalls& calls, const QString& operation)
{
  for (const QStringList& call : calls)
    if (call.contains(operation))
      return call;
  return {operation};
}

/// The operation that a golden's answer belongs to: that of the request it answers, else the file's own name, which may
/// end with the case.
QString operationOf(const QString& stem, const SameCalls& calls)
{
  const QJsonObject context = objectIn(stem + QStringLiteral(".context.json"));
  const QString sent = context[QStringLiteral("sent")][QStringLiteral("operation")].toString();
  if (!sent.isEmpty())
    return sent;
  QFile request(stem + QStringLiteral(".request.json"));
  if (request.open(QIODevice::ReadOnly)) {
    const QString first =
        QJsonDocument::fromJson(request.readAll()).array().at(0)[QStringLiteral("operation")].toString();
    if (!first.isEmpty())
      return first;
  }
  const QString name = stem.section(u'/', -1);
  const bool isDeclared = std::ranges::any_of(calls, [&](const QStringList& call) { return call.contains(name); });
  return isDeclared ? name : name.section(u'.', 0, -2);
}

QByteArray bodyOf(const QJsonObject& answer)
{
  const QJsonValue body = answer[QStringLiteral("body")];
  if (body.isString())
    return body.toString().toUtf8();
  return body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                        : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

std::shared_ptr<AnswerShape> shippedShape(const QString& provider)
{
  auto shape = std::make_shared<AnswerShape>();
  const SameCalls calls = sameCalls(provider);
  constexpr QLatin1String kEnd(".in.json");
  QDirIterator files(QStringLiteral(":/providers/%1/golden").arg(provider), {QStringLiteral("*.in.json")});
  while (files.hasNext()) {
    const QString file = files.next();
    const QJsonObject answer = objectIn(file);
    const int status = answer[QStringLiteral("status")].toInt(200);
    if (status < 200 || status > 299)
      continue;
    const QByteArray body = bodyOf(answer);
    for (const QString& operation : alike(calls, operationOf(file.chopped(kEnd.size()), calls)))
      shape->learn(operation, body);
  }
  return shape;
}

} // namespace supercargo
