#include "core/base/text.h"
#include "core/providers/alipay/alipay_bill.h"

using namespace supercargo;

/// The zip, and the CSV inside it on its own: a fuzzer seldom makes a sound zip.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  (void)alipay::billDetailText(bytes);
  if (const auto bill = alipay::parseBill(QString::fromUtf8(bytes))) {
    Snapshots snapshots;
    alipay::addBillLines(*bill, QStringLiteral("trade 2026-03-01"), snapshots);
  }
  return 0;
}
