#include "core/sync/answerframe.h"

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

std::string quoted(std::string_view key)
{
  // simdjson gives keys unescaped; as a value of its own it is written correctly.
  std::string text(1, '"');
  for (const char c : key) {
    if (c == '"' || c == '\\')
      text += '\\';
    text += c;
  }
  return text + '"';
}

std::optional<Halves> cut(element value, const std::string& record);

std::optional<Halves> cutArray(element value, const std::string& record)
{
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items)
    if (auto halves = cut(item, record))
      return Halves{"[" + halves->before, halves->after + "]"};
  return std::nullopt;
}

std::optional<Halves> cutObject(element value, const std::string& record)
{
  const simdjson::dom::object members = value.get_object().value_unsafe();
  for (const auto& [key, member] : members) {
    const auto inner = cut(member, record);
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

std::optional<Halves> cut(element value, const std::string& record)
{
  if (value.is_array()) {
    if (auto deeper = cutArray(value, record))
      return deeper;
  } else if (value.is_object()) {
    if (auto deeper = cutObject(value, record))
      return deeper;
  } else {
    return std::nullopt;
  }
  return compact(value) == record ? std::optional(Halves{}) : std::nullopt;
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
  const auto halves = cut(root, record.toStdString());
  if (!halves || qsizetype(halves->before.size() + halves->after.size()) > kLargestFrame)
    return std::nullopt;
  return std::pair(QByteArray::fromStdString(halves->before), QByteArray::fromStdString(halves->after));
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
