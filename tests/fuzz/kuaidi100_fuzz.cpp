#include "core/providers/kuaidi100/kuaidi100_protocol.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const Provider* provider = findProvider(u"kuaidi100");
  FetchContext context;
  context.declaration = &provider->declaration;
  context.stream = Stream::Tracking;
  HttpResponse got;
  got.status = 200;
  got.body = QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  HttpRequest sent;
  for (const char* operation : {"tracking.query", "tracking.detect"}) {
    sent.operation = QLatin1String(operation);
    sent.state = QStringLiteral(":YT1234567890123:");
    (void)provider->functions.parse(context, sent, got);
  }
  (void)kuaidi100::rates(got);
  (void)kuaidi100::parseAction(context, Action{{}, BookParcel{}}, got);
  (void)kuaidi100::parsePush(provider->declaration, got.body);
  return 0;
}
