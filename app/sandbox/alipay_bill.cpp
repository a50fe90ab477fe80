#include "app/sandbox/alipay_bill.h"

#include "app/sandbox/ziparchive.h"
#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
struct Totals {
  qint64 plus = 0, minus = 0, pluses = 0, minuses = 0, fees = 0;
};

QString chineseTime(Instant at)
{
  const QString text = formatLocal(at, kChinaOffset);
  return text.left(4) + u"年"_s + text.mid(5, 2) + u"月"_s + text.mid(8, 2) + u"日 "_s + text.mid(11);
}

QString head(const QString& title, const QString& list, const QString& pid, QDate from, QDate to)
{
  return u"#支付宝"_s + title + u"查询\r\n#账号：["_s + pid + u"0156]\r\n#起始日期：["_s + chineseTime(startOf(from)) +
         u"]   终止日期：["_s + chineseTime(startOf(to.addDays(1))) +
         u"]\r\n#-----------------------------------------"_s + list +
         u"列表----------------------------------------\r\n"_s;
}

QString foot(const QString& list)
{
  return u"#-----------------------------------------"_s + list + u"列表结束------------------------------------\r\n"_s;
}

QString exported(const World& world)
{
  return u"#导出时间：["_s + chineseTime(world.now()) + u"]\r\n"_s;
}

QString tradeRow(const Order& order, const Catalogue& catalogue, const Entry& entry)
{
  const bool refund = entry.kind == EntryKind::Refund;
  const QString amount = yuan(entry.amount), tab = u"\t"_s;
  const QStringList cells = {order.tradeNo + tab,
                             order.number + tab,
                             (refund ? u"退款"_s : u"交易"_s) + tab,
                             catalogue.title(*order.lines.front().variant),
                             formatLocal(order.life.placed, kChinaOffset),
                             formatLocal(entry.at, kChinaOffset),
                             tab,
                             tab,
                             tab,
                             tab,
                             maskedBuyer(order.buyer) + tab,
                             amount,
                             amount,
                             u"0.00"_s,
                             u"0.00"_s,
                             u"0.00"_s,
                             u"0.00"_s,
                             u"0.00"_s,
                             u""_s,
                             u"0.00\t"_s,
                             u"0.00"_s,
                             entry.request + tab,
                             yuan(refund ? 0 : -fee(entry.amount)),
                             u"0.00"_s,
                             entry.reason};
  return cells.join(u',') + u"\r\n"_s;
}

QString fundRow(const World& world, const Entry& entry, const QString& id)
{
  const QString tab = u"\t"_s, zero = u"0.00"_s, amount = yuan(entry.amount);
  const bool income = entry.amount > 0;
  QStringList cells = {id + tab,
                       tab,
                       tab,
                       tab,
                       formatLocal(entry.at, kChinaOffset),
                       u"中国工商银行(0048)\t"_s,
                       income ? amount : zero,
                       income ? zero : amount,
                       yuan(entry.balance),
                       u"支付宝"_s,
                       entryType(entry.kind),
                       entry.reason,
                       entryType(entry.kind),
                       u"商家中心"_s,
                       tab,
                       tab};
  if (entry.index >= 0) {
    const Order order = world.order(entry.index);
    cells[1] = cells[14] = order.tradeNo + tab;
    cells[2] = order.number + tab;
    cells[3] = world.catalogue().title(*order.lines.front().variant) + tab;
    cells[5] = entry.kind == EntryKind::Fee ? u"支付宝(中国)网络技术有限公司\t"_s : maskedBuyer(order.buyer) + tab;
  }
  return cells.join(u',') + u"\r\n"_s;
}

void count(Totals& totals, qint64 amount)
{
  (amount > 0 ? totals.plus : totals.minus) += amount;
  ++(amount > 0 ? totals.pluses : totals.minuses);
}

struct Bill {
  QString detail, summary;
};

Bill tradeBill(const World& world, Books& books, QDate from, QDate to, const QString& pid)
{
  const QString list = u"业务明细"_s, summaryList = u"业务汇总"_s;
  Totals totals;
  QString rows;
  for (QDate day = from; day <= to; day = day.addDays(1))
    for (const Entry& entry : books.day(day)) {
      if (entry.kind != EntryKind::Payment && entry.kind != EntryKind::Refund)
        continue;
      rows += tradeRow(world.order(entry.index), world.catalogue(), entry);
      count(totals, entry.amount);
      totals.fees += entry.kind == EntryKind::Payment ? fee(entry.amount) : 0;
    }
  const QString counts = QString::number(totals.pluses) + u',' + QString::number(totals.minuses),
                net = yuan(totals.plus + totals.minus);
  const QString sums = counts + u',' + net + u',' + net + u",0.00,0.00,0.00,"_s + yuan(-totals.fees) + u",0.00,"_s +
                       yuan(totals.plus + totals.minus - totals.fees) + u"\r\n"_s;
  return {
      head(list, list, pid, from, to) +
          u"支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
          u"订单金额（元）,商家实收（元）,支付宝红包（元）,"
          "集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n"_s +
          rows + foot(list) + u"#交易合计："_s + QString::number(totals.pluses) + u"笔，商家实收共"_s +
          yuan(totals.plus) + u"元，商家优惠共0.00元\r\n#退款合计："_s + QString::number(totals.minuses) +
          u"笔，商家实收退款共"_s + yuan(totals.minus) + u"元，商家优惠退款共0.00元\r\n"_s + exported(world),
      head(summaryList, summaryList, pid, from, to) +
          u"门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）\r\n"_s +
          u"\t,\t,"_s + sums + u"合计\t,\t,"_s + sums + foot(summaryList) + exported(world)};
}

Bill fundBill(const World& world, Books& books, QDate from, QDate to, const QString& pid)
{
  const QString list = u"账务明细"_s, summaryList = u"账务汇总"_s;
  Totals totals;
  QString rows;
  for (QDate day = from; day <= to; day = day.addDays(1)) {
    int number = 0;
    for (const Entry& entry : books.day(day)) {
      rows += fundRow(world, entry, day.toString(u"yyyyMMdd"_s) + QString::number(++number).rightJustified(7, u'0'));
      count(totals, entry.amount);
    }
  }
  return {head(list, list, pid, from, to) +
              u"账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,"
              u"账户余额（元）,交易渠道,业务类型,备注,业务描述,业务账单来源,"
              "业务基础订单号,业务订单号\r\n"_s +
              rows + foot(list) + u"#支出合计："_s + QString::number(totals.minuses) + u"笔，共"_s +
              yuan(totals.minus) + u"元\r\n#收入合计："_s + QString::number(totals.pluses) + u"笔，共"_s +
              yuan(totals.plus) + u"元\r\n"_s + exported(world),
          head(summaryList, summaryList, pid, from, to) +
              u"类型,收入笔数,收入金额（+元）,支出笔数,支出金额（-元）,总金额（元）\r\n合计,"_s +
              QString::number(totals.pluses) + u',' + yuan(totals.plus) + u',' + QString::number(totals.minuses) +
              u',' + yuan(totals.minus) + u',' + yuan(totals.plus + totals.minus) + u"\r\n"_s + foot(summaryList) +
              exported(world)};
}
} // namespace

QString entryType(EntryKind kind)
{
  switch (kind) {
  case EntryKind::Payment:
    return u"在线支付"_s;
  case EntryKind::Fee:
    return u"收费"_s;
  case EntryKind::Refund:
    return u"交易退款"_s;
  case EntryKind::Withdrawal:
    break;
  }
  return u"提现"_s;
}

QString maskedBuyer(const Person& buyer)
{
  return u'*' + buyer.fullName().mid(1) + u'(' + maskPhone(buyer.phone) + u')';
}

QByteArray billZip(const World& world, Books& books, const QString& type, QDate from, QDate to, const QString& pid)
{
  const bool trade = type == "trade"_L1;
  const Bill bill = trade ? tradeBill(world, books, from, to, pid) : fundBill(world, books, from, to, pid);
  const QString day = from == to ? from.toString(u"yyyyMMdd"_s) : from.toString(u"yyyyMM"_s);
  const QString name = pid + u"0156_"_s + day + (trade ? u"_业务明细"_s : u"_账务明细"_s);
  const auto gbk = [](const QString& text) { return encodeGb18030(text).value_or(QByteArray()); };
  return zipped({{gbk(name + u".csv"_s), gbk(bill.detail)}, {gbk(name + u"(汇总).csv"_s), gbk(bill.summary)}});
}

} // namespace supercargo::sandbox
