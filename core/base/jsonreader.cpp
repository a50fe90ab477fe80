#include "core/base/jsonreader.h"

#include <bit>
#include <simdjson.h>

namespace supercargo {

struct JsonReader::Document {
  simdjson::padded_string text;
  simdjson::dom::parser parser;
};

namespace {

using Words = std::array<std::uintptr_t, 2>;
using simdjson::dom::element;

element elementOf(const Words& words)
{
  return std::bit_cast<element>(words);
}

Words wordsOf(element value)
{
  return std::bit_cast<Words>(value);
}

/// Keeps what simdjson found; false when it found nothing.
bool keep(const simdjson::simdjson_result<element>& found, Words& words)
{
  element result;
  if (found.get(result) != simdjson::SUCCESS)
    return false;
  words = wordsOf(result);
  return true;
}

QString fromView(std::string_view view)
{
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// The decimal digits of a JSON number, without exponent. simdjson keeps whole numbers exact.
QString numberText(const Words& words)
{
  const element value = elementOf(words);
  if (value.is_int64())
    return QString::number(qint64(value.get_int64().value_unsafe()));
  if (value.is_uint64())
    return QString::number(quint64(value.get_uint64().value_unsafe()));
  return QString::number(value.get_double().value_unsafe(), 'f', QLocale::FloatingPointShortest);
}

} // namespace

Result<JsonReader> JsonReader::parse(QByteArrayView bytes)
{
  if (bytes.startsWith("\xEF\xBB\xBF"))
    bytes = bytes.sliced(3);
  auto document = std::make_shared<Document>();
  document->text = simdjson::padded_string(bytes.data(), static_cast<size_t>(bytes.size()));
  element value;
  if (const auto code = document->parser.parse(document->text).get(value))
    return fail(ErrorKind::BadResponse,
                QStringLiteral("not JSON (%1): %2")
                    .arg(QLatin1String(simdjson::error_message(code)),
                         QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200)))));
  JsonReader root;
  root.m_element = wordsOf(value);
  root.m_document = std::move(document);
  root.m_problems = std::make_shared<QStringList>();
  root.m_present = true;
  return root;
}

bool JsonReader::hasValue() const
{
  return m_present && !elementOf(m_element).is_null();
}

bool JsonReader::isObject() const
{
  return m_present && elementOf(m_element).is_object();
}

bool JsonReader::isArray() const
{
  return m_present && elementOf(m_element).is_array();
}

bool JsonReader::isString() const
{
  return m_present && elementOf(m_element).is_string();
}

bool JsonReader::isNumber() const
{
  return m_present && elementOf(m_element).is_number();
}

bool JsonReader::isBool() const
{
  return m_present && elementOf(m_element).is_bool();
}

JsonReader JsonReader::child(Step step) const
{
  JsonReader node(*this);
  if (node.m_depth < int(node.m_steps.size()))
    node.m_steps[size_t(node.m_depth++)] = step;
  node.m_present = false;
  return node;
}

JsonReader JsonReader::operator[](const char* key) const
{
  JsonReader node = child({key, 0});
  if (isObject())
    node.m_present = keep(elementOf(m_element).at_key(key), node.m_element);
  return node;
}

JsonReader JsonReader::at(qsizetype index) const
{
  JsonReader node = child({nullptr, index});
  if (isArray() && index >= 0)
    node.m_present = keep(elementOf(m_element).at(static_cast<size_t>(index)), node.m_element);
  return node;
}

bool JsonReader::need(bool matches, const char* wanted) const
{
  if (matches)
    return true;
  if (!m_present)
    problem(QStringLiteral("missing"));
  else if (!hasValue())
    problem(QStringLiteral("null"));
  else
    problem(QStringLiteral("not %1: %2").arg(QLatin1String(wanted), QString::fromUtf8(json().left(60))));
  return false;
}

QString JsonReader::text() const
{
  if (isString())
    return fromView(elementOf(m_element).get_string().value_unsafe());
  if (isNumber())
    return numberText(m_element);
  need(false, "text");
  return {};
}

qint64 JsonReader::integer() const
{
  if (m_present && elementOf(m_element).is_int64())
    return elementOf(m_element).get_int64().value_unsafe();
  if (isString() || (isNumber() && !elementOf(m_element).is_uint64())) {
    bool ok = false;
    const QString digits = text();
    const qint64 value = digits.toLongLong(&ok);
    if (ok)
      return value;
  }
  need(false, "a whole number");
  return 0;
}

bool JsonReader::boolean() const
{
  return need(isBool(), "true or false") && elementOf(m_element).get_bool().value_unsafe();
}

Money JsonReader::money(Currency currency) const
{
  if (!need(isString() || isNumber(), "an amount"))
    return Money(0, currency);
  const auto amount =
      isString() ? Money::parse(text(), currency) : Money::parseRounded(numberText(m_element), currency);
  if (!amount)
    problem(amount.error().detail);
  return amount.value_or(Money(0, currency));
}

Money JsonReader::minorMoney(Currency currency) const
{
  return Money(integer(), currency);
}

Instant JsonReader::instant() const
{
  if (!need(isString(), "a time"))
    return {};
  const auto parsed = parseIso(text());
  if (!parsed)
    problem(parsed.error().detail);
  return parsed.value_or(Instant());
}

Instant JsonReader::localInstant(std::chrono::seconds offset) const
{
  if (!need(isString(), "a time"))
    return {};
  const auto parsed = parseLocal(text(), offset);
  if (!parsed)
    problem(parsed.error().detail);
  return parsed.value_or(Instant());
}

std::vector<JsonReader> JsonReader::items() const
{
  std::vector<JsonReader> list;
  if (!need(isArray(), "a list"))
    return list;
  const simdjson::dom::array array = elementOf(m_element).get_array().value_unsafe();
  list.reserve(array.size());
  qsizetype index = 0;
  for (const element value : array) {
    JsonReader node = child({nullptr, index++});
    node.m_element = wordsOf(value);
    node.m_present = true;
    list.push_back(std::move(node));
  }
  return list;
}

std::optional<QString> JsonReader::textIfAny() const
{
  if (!hasValue())
    return std::nullopt;
  QString value = text();
  return value.isEmpty() ? std::nullopt : std::optional(std::move(value));
}

std::optional<qint64> JsonReader::integerIfAny() const
{
  if (!hasValue() || (isString() && text().isEmpty()))
    return std::nullopt;
  return integer();
}

std::optional<Money> JsonReader::moneyIfAny(Currency currency) const
{
  if (!hasValue() || (isString() && text().isEmpty()))
    return std::nullopt;
  return money(currency);
}

std::optional<Instant> JsonReader::instantIfAny() const
{
  if (!hasValue() || (isString() && text().isEmpty()))
    return std::nullopt;
  return instant();
}

std::optional<Instant> JsonReader::localInstantIfAny(std::chrono::seconds offset) const
{
  if (!hasValue() || (isString() && text().isEmpty()))
    return std::nullopt;
  return localInstant(offset);
}

std::vector<JsonReader> JsonReader::itemsIfAny() const
{
  return hasValue() ? items() : std::vector<JsonReader>();
}

std::vector<std::pair<QString, JsonReader>> JsonReader::members() const
{
  std::vector<std::pair<QString, JsonReader>> list;
  if (!isObject())
    return list;
  for (const auto& [key, value] : simdjson::dom::object(elementOf(m_element).get_object().value_unsafe())) {
    JsonReader node(*this);
    node.m_element = wordsOf(value);
    list.emplace_back(fromView(key), std::move(node));
  }
  return list;
}

QByteArray JsonReader::json() const
{
  return m_present ? QByteArray::fromStdString(simdjson::minify(elementOf(m_element))) : QByteArrayLiteral("null");
}

QString JsonReader::path() const
{
  QString text;
  for (int i = 0; i < m_depth; ++i) {
    const Step& step = m_steps[size_t(i)];
    if (step.key)
      text += (text.isEmpty() ? QString() : QStringLiteral(".")) + QLatin1String(step.key);
    else
      text += QStringLiteral("[%1]").arg(step.index);
  }
  return text;
}

void JsonReader::problem(const QString& what) const
{
  m_problems->append(path() + QStringLiteral(": ") + what);
}

JsonReader JsonReader::isolated() const
{
  JsonReader node(*this);
  node.m_problems = std::make_shared<QStringList>();
  return node;
}

QStringList JsonReader::problems() const
{
  return *m_problems;
}

Result<void> JsonReader::check(ErrorKind kind) const
{
  if (m_problems->isEmpty())
    return {};
  return fail(kind, m_problems->join(QStringLiteral("; ")));
}

QString textOf(const JsonReader& node)
{
  return node.textIfAny().value_or(QString());
}

} // namespace supercargo
