#include "core/providers/alipay/alipay_protocol.h"
#include "core/providers/alipay/alipay_signature.h"

using namespace supercargo;

/// Answers of the gateway and notifications: taken apart, then read by both streams.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  static const Provider* provider = findProvider(u"alipay");
  (void)alipay::takeApart("alipay.trade.query", body);
  FetchContext context;
  context.declaration = &provider->declaration;
  context.endpoint = QStringLiteral("https://host.invalid/gateway.do");
  HttpResponse got;
  got.status = 200;
  got.body = body;
  HttpRequest sent;
  for (const char* operation : {"payments.page", "payments.query", "bill.link"}) {
    sent.operation = QLatin1String(operation);
    sent.state = QStringLiteral("1");
    context.stream = sent.operation == QLatin1String("bill.link") ? Stream::Bills : Stream::Payments;
    (void)provider->functions.parse(context, sent, got);
  }
  (void)provider->functions.explain(got);
  return 0;
}
