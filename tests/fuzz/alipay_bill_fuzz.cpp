/// The zip, and the CSV inside it on its own: a fuzzer seldom makes a sound zip.
#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/provider.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const Declaration& declaration = findProvider(u"alipay")->declaration;
  const QByteArray bytes = fuzz::bytesOf(data, size);
  fuzz::demandReason(alipay::billDetailText(declaration, bytes));
  const auto bill = alipay::parseBill(QString::fromUtf8(bytes));
  fuzz::demandReason(bill);
  if (bill) {
    Snapshots snapshots;
    alipay::addBillLines(declaration, *bill, QStringLiteral("trade 2026-03-01"), snapshots);
  }
  return 0;
}
