#pragma once

#include <optional>
#include <simdjson.h>

namespace supercargo {

/// Providers that write JSON into a text of their JSON (SF even into a text of that) are followed so deep, and into
/// texts so long.
constexpr int kMostTextsDeep = 3;
constexpr size_t kLongestJsonText = 1024 * 1024;

/// The object or list that a text is, `deep` texts below the answer; it lives as long as `parser` reads nothing else.
/// nullopt: it is any other text, or no text at all.
inline std::optional<simdjson::dom::element> jsonInText(simdjson::dom::element value, int deep,
                                                        simdjson::dom::parser& parser)
{
  std::string_view text;
  if (deep >= kMostTextsDeep || value.get_string().get(text) != simdjson::SUCCESS || text.size() > kLongestJsonText)
    return std::nullopt;
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (text[first] != '{' && text[first] != '['))
    return std::nullopt;
  simdjson::dom::element inner;
  return parser.parse(text.data(), text.size()).get(inner) == simdjson::SUCCESS ? std::optional(inner) : std::nullopt;
}

} // namespace supercargo
