#include "core/providers/sf/sf_protocol.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const Provider* provider = findProvider(u"sf");
  FetchContext context;
  context.declaration = &provider->declaration;
  context.stream = Stream::Tracking;
  HttpResponse got;
  got.status = 200;
  got.body = QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  (void)provider->functions.parse(context, {}, got);
  (void)sf::judge(got);
  (void)sf::rates(got);
  (void)sf::parseAction(context, Action{{}, BookParcel{}}, got);
  if (const auto root = JsonReader::parse(got.body))
    (void)sf::pushedRoutes(provider->declaration, *root);
  return 0;
}
