/// The inside of gateways' bills, and the archives that they come in: a fuzzer seldom makes a sound archive around a
/// bill of its own. An input: a byte that says which, then the file.
#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/billarchive.h"
#include "core/providers/provider.h"
#include "core/providers/unionpay/unionpay_file.h"
#include "core/providers/wechatpay/wechatpay_bill.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void demandWhole(const Snapshots& snapshots)
{
  for (const BillLineSnapshot& line : snapshots.billLines)
    demand(!line.rawLine.isEmpty() && !line.bill.isEmpty(), "a line of a bill that names neither text nor bill");
  for (const ItemFailure& failure : snapshots.failures)
    demand(!failure.reason.isEmpty(), "a failure without a reason");
}

void readWechat(const QByteArray& bytes)
{
  static const Declaration& declaration = findProvider(u"wechatpay")->declaration;
  const QString text = QString::fromUtf8(bytes);
  for (const auto& bill : {wechatpay::parseBill(text), wechatpay::parseBillLine(text)}) {
    demandReason(bill);
    Snapshots snapshots;
    if (bill)
      wechatpay::addBillLines(declaration, *bill, QStringLiteral("trade 2026-03-01"), snapshots);
    demandWhole(snapshots);
  }
}

void readAlipay(const QByteArray& bytes)
{
  static const Declaration& declaration = findProvider(u"alipay")->declaration;
  const QString text = QString::fromUtf8(bytes);
  for (const auto& bill : {alipay::parseBill(text), alipay::parseBillLine(text)}) {
    demandReason(bill);
    Snapshots snapshots;
    if (bill)
      alipay::addBillLines(declaration, *bill, QStringLiteral("trade 2026-03-01"), snapshots);
    demandWhole(snapshots);
  }
}

void readUnionPay(const QByteArray& bytes)
{
  static const Declaration& declaration = findProvider(u"unionpay")->declaration;
  static const unionpay::ZmLayout layout = unionpay::zmLayout(declaration),
                                  corrections = unionpay::zmeLayout(declaration);
  Snapshots snapshots;
  unionpay::addAdjustments(bytes, corrections, QDate(2026, 3, 1), snapshots);
  demandWhole(snapshots);
  const auto records = unionpay::zmRecords(bytes, layout, snapshots);
  demandReason(records);
  if (!records)
    return;
  unionpay::addBillLines(*records, QDate(2026, 3, 1), snapshots);
  unionpay::addPayments(*records, QDate(2026, 3, 1), snapshots);
  demandWhole(snapshots);
}

void readArchives(const QByteArray& bytes)
{
  demandReason(billEntry(bytes, [](const QString&) { return true; }));
  demandReason(wechatpay::billText(bytes, QString()));
  demandReason(unionpay::unpackedFile(bytes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 1)
    return 0;
  const QByteArray bytes = bytesOf(data + 1, size - 1);
  if (data[0] % 4 == 0)
    readWechat(bytes);
  else if (data[0] % 4 == 1)
    readUnionPay(bytes);
  else if (data[0] % 4 == 3)
    readAlipay(bytes);
  else
    readArchives(bytes);
  return 0;
}
