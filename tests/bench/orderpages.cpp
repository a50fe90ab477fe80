#include "tests/bench/orderpages.h"

#include "core/providers/provider.h"

namespace supercargo::bench {
namespace {

/// A different, repeatable stream of numbers for every order (SplitMix64).
class Dice {
public:
  explicit Dice(qint64 index) : m_state(quint64(index) * 0x9E3779B97F4A7C15ULL + 0x1234567ULL) {}
  qint64 below(qint64 limit)
  {
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return qint64((z ^ (z >> 31)) % quint64(limit));
  }

private:
  quint64 m_state;
};

const char* const kFamily[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                               "周", "吴", "徐", "孙", "胡", "朱", "高", "林"};
const char* const kGiven[] = {"小明", "丽华", "建国", "欣怡", "子涵", "浩然",
                              "秀英", "志强", "雨桐", "梓萱", "伟",   "芳"};
const char* const kPlaces[][2] = {{"浙江", "杭州"}, {"浙江", "宁波"}, {"广东", "深圳"}, {"广东", "广州"},
                                  {"上海", "上海"}, {"北京", "北京"}, {"四川", "成都"}, {"江苏", "南京"},
                                  {"江苏", "苏州"}, {"湖北", "武汉"}, {"福建", "厦门"}, {"陕西", "西安"},
                                  {"山东", "青岛"}, {"湖南", "长沙"}, {"辽宁", "大连"}};
const char* const kGoods[] = {"手冲咖啡豆 250g", "夏季纯棉T恤", "不锈钢保温杯", "无线蓝牙耳机",
                              "亚麻围巾",        "陶瓷马克杯",  "羊毛地毯",     "Canvas tote bag",
                              "Leather wallet",  "红色连衣裙",  "儿童雨衣",     "茶具套装"};
constexpr qint64 kSkus = 2000;

QByteArray utc(Instant at)
{
  return toIso(at).left(19).toLatin1();
}

QByteArray amount(qint64 minor)
{
  return Money(minor, Currency()).text().toLatin1();
}

} // namespace

void OrderPages::appendOrder(QByteArray& out, qint64 index) const
{
  Dice dice(index);
  constexpr qint64 kSpanMs = 2LL * 365 * 24 * 3600 * 1000;
  const Instant placed =
      m_end - std::chrono::milliseconds(kSpanMs / std::max<qint64>(m_orders, 1) * (m_orders - index));
  const bool recent = m_orders - index < m_orders / 50 + 1;
  const char* status = recent ? (dice.below(4) == 0 ? "pending" : "processing")
                              : (dice.below(20) == 0   ? "cancelled"
                                 : dice.below(30) == 0 ? "refunded"
                                                       : "completed");
  const QByteArray name = QByteArray(kGiven[dice.below(12)]);
  const QByteArray family = kFamily[dice.below(16)];
  const auto& place = kPlaces[dice.below(15)];
  const QByteArray number = QByteArray::number(index + 1);
  const QByteArray phone = "138" + QByteArray::number(10'000'000 + dice.below(1 + m_orders / 3)).right(8);
  const QByteArray address =
      "{\"first_name\":\"" + name + "\",\"last_name\":\"" + family + "\",\"company\":\"\",\"address_1\":\"文三路" +
      QByteArray::number(dice.below(900)) + "号\",\"address_2\":\"\",\"city\":\"" + place[1] + "\",\"state\":\"" +
      place[0] + "\",\"postcode\":\"310000\",\"country\":\"CN\",\"email\":\"\",\"phone\":\"" + phone + "\"}";
  QByteArray lines;
  qint64 goods = 0;
  const qint64 lineCount = 1 + dice.below(3);
  for (qint64 line = 0; line < lineCount; ++line) {
    const qint64 sku = dice.below(kSkus), quantity = 1 + dice.below(3), unit = 990 + sku * 7 % 20'000;
    goods += quantity * unit;
    lines += (line ? "," : "") + QByteArray("{\"id\":") + QByteArray::number(index * 4 + line) + ",\"name\":\"" +
             kGoods[sku % 12] + " " + QByteArray::number(sku) + "\",\"product_id\":" + QByteArray::number(100 + sku) +
             ",\"variation_id\":0,\"quantity\":" + QByteArray::number(quantity) +
             ",\"tax_class\":\"\",\"subtotal\":\"" + amount(quantity * unit) +
             "\",\"subtotal_tax\":\"0.00\",\"total\":\"" + amount(quantity * unit) +
             "\",\"total_tax\":\"0.00\",\"taxes\":[],\"meta_data\":[],\"sku\":\"SKU-" + QByteArray::number(sku) +
             "\",\"price\":" + amount(unit) + ",\"image\":{\"id\":0,\"src\":\"\"},\"parent_name\":null}";
  }
  const bool paid = qstrcmp(status, "pending") != 0 && qstrcmp(status, "cancelled") != 0;
  const Instant paidAt = placed + std::chrono::minutes(3), doneAt = placed + std::chrono::hours(70);
  const bool completed = qstrcmp(status, "completed") == 0;
  out +=
      "{\"id\":" + number + ",\"parent_id\":0,\"number\":\"" + number + "\",\"order_key\":\"wc_order_" + number +
      "\",\"created_via\":\"checkout\",\"version\":\"10.3.5\",\"status\":\"" + status +
      "\",\"currency\":\"CNY\",\"date_created_gmt\":\"" + utc(placed) + "\",\"date_modified_gmt\":\"" +
      utc(completed ? doneAt : paidAt) + "\",\"discount_total\":\"0.00\",\"shipping_total\":\"8.00\",\"total\":\"" +
      amount(goods + 800) +
      "\",\"total_tax\":\"0.00\",\"prices_include_tax\":false,\"customer_id\":0,\"customer_note\":\"\",\"billing\":" +
      address + ",\"shipping\":" + address +
      ",\"payment_method\":\"alipay\",\"payment_method_title\":\"Alipay\",\"transaction_id\":\"" +
      (paid ? "20260101220014" + number.rightJustified(14, '0') : QByteArray()) +
      "\",\"date_paid_gmt\":" + (paid ? "\"" + utc(paidAt) + "\"" : QByteArray("null")) +
      ",\"date_completed_gmt\":" + (completed ? "\"" + utc(doneAt) + "\"" : QByteArray("null")) +
      ",\"meta_data\":[],\"line_items\":[" + lines +
      "],\"tax_lines\":[],\"shipping_lines\":[],\"fee_lines\":[],\"coupon_lines\":[],\"refunds\":[]}";
}

QByteArray OrderPages::json(qint64 page) const
{
  QByteArray out = "[";
  out.reserve(m_pageSize * 2200);
  for (qint64 index = page * m_pageSize; index < std::min(m_orders, (page + 1) * m_pageSize); ++index) {
    if (out.size() > 1)
      out += ',';
    appendOrder(out, index);
  }
  return out + ']';
}

std::vector<OrderSnapshot> parsePage(const QByteArray& json, Instant now)
{
  const Provider* woocommerce = findProvider(u"woocommerce");
  FetchContext context;
  context.declaration = &woocommerce->declaration;
  context.endpoint = QStringLiteral("https://shop.example");
  context.loop = Loop::Revisit;
  context.now = now;
  HttpRequest request;
  request.url = "https://shop.example/wp-json/wc/v3/orders";
  request.operation = QStringLiteral("orders.byId");
  HttpResponse response;
  response.status = 200;
  response.headers = {{"Content-Type", "application/json"}, {"X-WP-Total", "100"}, {"X-WP-TotalPages", "1"}};
  response.body = json;
  auto step = woocommerce->functions.parse(context, request, response);
  if (!step)
    qFatal("the benchmark's own page was refused: %s", qPrintable(step.error().detail));
  if (!step->snapshots.failures.empty())
    qFatal("the benchmark's own order was refused: %s", qPrintable(step->snapshots.failures.front().reason));
  return std::move(step->snapshots.orders);
}

} // namespace supercargo::bench
