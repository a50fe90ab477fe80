#include "core/sync/answerframe.h"

#include "core/sync/jsonintext.h"
#include "core/sync/recordedcall.h"

#include <simdjson.h>
#include <string>

namespace supercargo {
namespace {

using simdjson::dom::element;

struct Halves {
  std::string before, after;
};

std::string compact(element value)
{
  return simdjson::minify(value);
}

/// As it stands between the quotes of a text.
template <class Text>
Text escaped(const Text& text)
{
  constexpr char kDigits[] = "0123456789abcdef";
  Text result;
  for (const char c : text) {
    if (const auto code = static_cast<unsigned char>(c); code < 0x20) {
      result += "\\u00";
      result += kDigits[code >> 4];
      result += kDigits[code & 15];
      continue;
    }
    if (c == '"' || c == '\\')
      result += '\\';
    result += c;
  }
  return result;
}

std::string quoted(std::string_view key)
{
  return '"' + escaped(std::string(key)) + '"'; // simdjson gives keys unescaped
}

std::optional<Halves> cut(element value, const std::string& record, int textsDeep);

std::optional<Halves> cutArray(element value, const std::string& record, int textsDeep)
{
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items)
    if (auto halves = cut(item, record, textsDeep))
      return Halves{"[" + halves->before, halves->after + "]"};
  return std::nullopt;
}

std::optional<Halves> cutObject(element value, const std::string& record, int textsDeep)
{
  const simdjson::dom::object members = value.get_object().value_unsafe();
  for (const auto& [key, member] : members) {
    const auto inner = cut(member, record, textsDeep);
    if (!inner)
      continue;
    std::string rest; // the order of members means nothing
    for (const auto& [otherKey, other] : members)
      if (otherKey != key)
        rest.append(",").append(quoted(otherKey)).append(":").append(compact(other));
    std::string before = "{";
    before.append(quoted(key)).append(":").append(inner->before);
    return Halves{before, inner->after + rest + "}"};
  }
  return std::nullopt;
}

std::optional<Halves> cutText(element value, const std::string& record, int textsDeep)
{
  simdjson::dom::parser parser;
  const auto inside = jsonInText(value, textsDeep, parser);
  const auto halves = inside ? cut(*inside, record, textsDeep + 1) : std::nullopt;
  return halves ? std::optional(Halves{'"' + escaped(halves->before), escaped(halves->after) + '"'}) : std::nullopt;
}

std::optional<Halves> cut(element value, const std::string& record, int textsDeep)
{
  if (value.is_array()) {
    if (auto deeper = cutArray(value, record, textsDeep))
      return deeper;
  } else if (value.is_object()) {
    if (auto deeper = cutObject(value, record, textsDeep))
      return deeper;
  } else {
    return cutText(value, record, textsDeep);
  }
  return compact(value) == record ? std::optional(Halves{}) : std::nullopt;
}

/// The text that JSON breaks off in, as it reads; nullopt: it breaks off elsewhere.
std::optional<QByteArray> openText(const QByteArray& json)
{
  bool isOpen = false;
  QByteArray text;
  for (qsizetype i = 0; i < json.size(); ++i) {
    if (json[i] == '"') {
      isOpen = !isOpen;
      text.clear();
      continue;
    }
    if (isOpen && json[i] == '\\' && i + 1 < json.size())
      ++i;
    text += json[i];
  }
  return isOpen ? std::optional(text) : std::nullopt;
}

} // namespace

std::optional<std::pair<QByteArray, QByteArray>> cutAround(QByteArrayView answer, const QByteArray& record)
{
  if (answer == record)
    return std::pair(QByteArray(), QByteArray());
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(answer.data(), size_t(answer.size())).get(root) != simdjson::SUCCESS)
    return std::nullopt;
  const auto halves = cut(root, record.toStdString(), 0);
  if (!halves || qsizetype(halves->before.size() + halves->after.size()) > kLargestFrame)
    return std::nullopt;
  return std::pair(QByteArray::fromStdString(halves->before), QByteArray::fromStdString(halves->after));
}

QByteArray putBack(const FailureFrame& frame, QByteArray record)
{
  for (auto text = openText(frame.before); text; text = openText(*text))
    record = escaped(record);
  return frame.before + record + frame.after;
}

std::vector<FailureFrame> framesOf(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got,
                                   const std::vector<ItemFailure>& failures)
{
  // Each walks through the whole answer. One of which everything fails is not mended by hand.
  constexpr size_t kMostFrames = 20;
  std::vector<FailureFrame> frames;
  for (const ItemFailure& failure : failures) {
    const auto halves =
        failure.payload.isEmpty() || frames.size() >= kMostFrames ? std::nullopt : cutAround(got.body, failure.payload);
    frames.push_back(halves ? FailureFrame{recordedCallJson(context, sent), halves->first, halves->second}
                            : FailureFrame());
  }
  return frames;
}

} // namespace supercargo
