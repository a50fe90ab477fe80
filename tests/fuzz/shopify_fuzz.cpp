/// Any answer, to any request, must be read without a crash: the first byte chooses the stream and the loop.
#include "core/providers/provider.h"

#include <cstddef>
#include <cstdint>

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const Provider& provider = *findProvider(u"shopify");
  if (size == 0)
    return 0;
  FetchContext context;
  context.declaration = &provider.declaration;
  context.endpoint = QStringLiteral("https://shop.example.com");
  context.stream = provider.declaration.streams[data[0] % provider.declaration.streams.size()].stream;
  context.loop = data[0] & 64 ? Loop::Revisit : Loop::Discover;
  context.ids = {QStringLiteral("1"), QStringLiteral("2")};
  HttpResponse answer;
  answer.status = data[0] & 128 ? 400 : 200;
  answer.body = QByteArray(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
  for (const HttpRequest& sent : provider.functions.first(context)) {
    const auto step = provider.functions.parse(context, sent, answer);
    if (step && !step->next.empty()) // its answer is of another kind
      static_cast<void>(provider.functions.parse(context, step->next.front(), answer));
  }
  provider.functions.explain(answer);
  const Action action{{}, MarkShipped{QStringLiteral("1"), {}, {}, QStringLiteral("n"), {}}};
  if (const auto sent = provider.functions.buildAction(context, action))
    static_cast<void>(provider.functions.nextAction(context, action, *sent, answer));
  static_cast<void>(provider.functions.parseAction(context, action, answer));
  return 0;
}
