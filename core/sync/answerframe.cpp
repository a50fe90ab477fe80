#include "core/sync/answerframe.h"

#include "core/sync/jsonintext.h"
#include "core/sync/recordedcall.h"

#include <QHash>

#include <algorithm>
#include <simdjson.h>
#include <span>
#include <string>
#include <unordered_set>

namespace supercargo {
namespace {

using simdjson::dom::element;

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

/// Records that are still sought, as compact JSON.
using Sought = std::unordered_set<std::string>;

/// A record that was found, and what stands around it.
struct Cut {
  std::string record, before, after;
};

std::vector<Cut> cut(element value, Sought& sought, int textsDeep);

/// Those around which too much stands are let go.
void addFitting(std::vector<Cut>& cuts, std::vector<Cut> more)
{
  for (Cut& one : more)
    if (one.before.size() + one.after.size() <= size_t(kLargestFrame))
      cuts.push_back(std::move(one));
}

std::vector<Cut> around(std::vector<Cut> cuts, const std::string& before, const std::string& after)
{
  for (Cut& one : cuts) {
    one.before.insert(0, before);
    one.after.append(after);
  }
  return cuts;
}

std::vector<Cut> cutArray(element value, Sought& sought, int textsDeep)
{
  const simdjson::dom::array items = value.get_array().value_unsafe();
  std::vector<Cut> cuts;
  for (const element item : items)
    addFitting(cuts, around(cut(item, sought, textsDeep), "[", "]"));
  return cuts;
}

std::vector<Cut> cutObject(element value, Sought& sought, int textsDeep)
{
  const simdjson::dom::object members = value.get_object().value_unsafe();
  std::vector<Cut> cuts;
  for (const auto& [key, member] : members) {
    auto inner = cut(member, sought, textsDeep);
    if (inner.empty())
      continue;
    std::string rest; // the order of members means nothing
    for (const auto& [otherKey, other] : members)
      if (otherKey != key)
        rest.append(",").append(quoted(otherKey)).append(":").append(compact(other));
    std::string before = "{"; // GCC 12 warns of a text plus a temporary
    before.append(quoted(key)).append(":");
    addFitting(cuts, around(std::move(inner), before, rest + "}"));
  }
  return cuts;
}

std::vector<Cut> cutText(element value, Sought& sought, int textsDeep)
{
  simdjson::dom::parser parser;
  const auto inside = jsonInText(value, textsDeep, parser);
  if (!inside)
    return {};
  std::vector<Cut> cuts;
  for (Cut& one : cut(*inside, sought, textsDeep + 1))
    addFitting(cuts, {{std::move(one.record), '"' + escaped(one.before), escaped(one.after) + '"'}});
  return cuts;
}

/// All records that are sought, in one walk.
std::vector<Cut> cut(element value, Sought& sought, int textsDeep)
{
  if (sought.empty())
    return {};
  if (!value.is_array() && !value.is_object())
    return cutText(value, sought, textsDeep);
  auto cuts = value.is_array() ? cutArray(value, sought, textsDeep) : cutObject(value, sought, textsDeep);
  if (sought.empty())
    return cuts;
  if (auto found = sought.extract(compact(value)))
    cuts.push_back({std::move(found.value()), {}, {}});
  return cuts;
}

using Halves = std::pair<QByteArray, QByteArray>;

QHash<QByteArray, Halves> cutOut(QByteArrayView answer, Sought sought)
{
  QHash<QByteArray, Halves> found;
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(answer.data(), size_t(answer.size())).get(root) != simdjson::SUCCESS)
    return found;
  for (const Cut& one : cut(root, sought, 0))
    found.insert(QByteArray::fromStdString(one.record),
                 {QByteArray::fromStdString(one.before), QByteArray::fromStdString(one.after)});
  return found;
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
    return Halves();
  const auto found = cutOut(answer, {record.toStdString()});
  const auto halves = found.constFind(record);
  return halves != found.cend() ? std::optional(*halves) : std::nullopt;
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
  const std::span<const ItemFailure> framed(failures.data(), std::min(failures.size(), kMostFrames));
  Sought sought;
  for (const ItemFailure& failure : framed)
    if (!failure.payload.isEmpty() && failure.heading.isEmpty())
      sought.insert(failure.payload.toStdString());
  std::vector<FailureFrame> frames(failures.size());
  if (framed.empty())
    return frames;
  const auto halves = sought.empty() ? QHash<QByteArray, Halves>() : cutOut(got.body, std::move(sought));
  const QByteArray call = recordedCallJson(context, sent);
  HttpRequest lineRequest = sent;
  lineRequest.operation = kLineOperation;
  if (const auto query = lineRequest.url.indexOf('?'); query >= 0)
    lineRequest.url.truncate(query); // a download's link has its key there
  const QByteArray lineCall = recordedCallJson(context, lineRequest);
  qsizetype room = kRoomForFrames;
  for (size_t i = 0; i < framed.size(); ++i) {
    const ItemFailure& failure = framed[i];
    if (failure.payload.isEmpty())
      continue;
    if (!failure.heading.isEmpty())
      frames[i] = {lineCall, failure.heading + '\n', {}};
    else if (failure.payload == got.body)
      frames[i] = {call, {}, {}};
    else if (const auto found = halves.constFind(failure.payload); found != halves.cend())
      if (room -= found->first.size() + found->second.size(); room >= 0)
        frames[i] = {call, found->first, found->second};
  }
  return frames;
}

} // namespace supercargo
