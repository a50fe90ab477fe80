#include "core/domain/stream.h"

#include <array>

namespace supercargo {
namespace {
constexpr std::array<std::u16string_view, 7> kStreams{u"orders",   u"products", u"stock",   u"customers",
                                                      u"payments", u"bills",    u"tracking"};
constexpr QStringView kPayouts = u"payouts";
constexpr std::array<std::u16string_view, 3> kLoops{u"discover", u"revisit", u"audit"};
} // namespace

QString streamName(Stream stream)
{
  return QStringView(kStreams[static_cast<size_t>(stream)]).toString();
}

std::optional<Stream> streamNamed(QStringView name)
{
  for (size_t i = 0; i < kStreams.size(); ++i)
    if (QStringView(kStreams[i]) == name)
      return static_cast<Stream>(i);
  return name == kPayouts ? std::optional(Stream::Bills) : std::nullopt;
}

QString loopName(Loop loop)
{
  return QStringView(kLoops[static_cast<size_t>(loop)]).toString();
}

} // namespace supercargo
