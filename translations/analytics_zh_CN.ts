<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>analytics</name>
    <message>
        <source>No orders in these days. Choose a longer period, or connect a shop under Connections.</source>
        <translation>这段时间没有订单。请选择更长的时间段，或在“连接”中接入店铺。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Net sales over time</source>
        <translation>净销售额趋势</translation>
    </message>
    <message>
        <source>From order to shipment</source>
        <translation>从下单到发货</translation>
    </message>
    <message>
        <source>Orders by weekday and hour</source>
        <translation>订单的星期 × 小时分布</translation>
    </message>
    <message>
        <source>Net sales by province</source>
        <translation>各省净销售额</translation>
    </message>
    <message>
        <source>Net sales by shop</source>
        <translation>各店铺净销售额</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What brings most: A, B and C articles</source>
        <translation>贡献最大的商品：A、B、C 类</translation>
    </message>
    <message>
        <source>Net sales by category</source>
        <translation>各类目净销售额</translation>
    </message>
    <message>
        <source>Profit and refunds</source>
        <translation>利润与退款</translation>
    </message>
    <message>
        <source>From gross sales to contribution margin</source>
        <translation>从销售额到边际贡献</translation>
    </message>
    <message>
        <source>No sales in these days. Hatched parts are known in part only; purchase costs come from Inventory.</source>
        <translation>这段时间没有销售。斜线部分只知道一部分；采购成本来自“库存”。</translation>
    </message>
    <message>
        <source>Refunds by reason</source>
        <translation>退款原因</translation>
    </message>
    <message>
        <source>Nothing was refunded in these days.</source>
        <translation>这段时间没有退款。</translation>
    </message>
    <message>
        <source>Refunds over time</source>
        <translation>退款趋势</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Payment success by method</source>
        <translation>各支付方式成功率</translation>
    </message>
    <message>
        <source>No payments at gateways in these days. Connect Alipay, WeChat Pay or Stripe under Connections.</source>
        <translation>这段时间没有支付平台的付款。请在“连接”中接入支付宝、微信支付或 Stripe。</translation>
    </message>
    <message>
        <source>Fees of the amount captured</source>
        <translation>手续费占收款的比例</translation>
    </message>
    <message>
        <source>No fees are known for these days. They come with the gateways&apos; bills.</source>
        <translation>这段时间的手续费未知。手续费随支付平台账单到来。</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>配送</translation>
    </message>
    <message>
        <source>Delivered on time, by courier</source>
        <translation>各快递准时率</translation>
    </message>
    <message>
        <source>No parcels with a promised day in these days.</source>
        <translation>这段时间没有带承诺时间的包裹。</translation>
    </message>
    <message>
        <source>Hours in transit, by courier</source>
        <translation>各快递运输时长</translation>
    </message>
    <message>
        <source>No parcel of these days has been delivered yet.</source>
        <translation>这段时间的包裹都还没有签收。</translation>
    </message>
    <message>
        <source>No orders of known customers yet.</source>
        <translation>还没有可识别客户的订单。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Who comes back: cohorts by first order</source>
        <translation>谁会复购：按首单月份的同期群</translation>
    </message>
    <message>
        <source>Customers by recency and frequency</source>
        <translation>客户的近度与频度</translation>
    </message>
    <message>
        <source>Value to come in twelve months, per customer</source>
        <translation>未来十二个月的人均价值</translation>
    </message>
    <message>
        <source>Too few customers came back to estimate what they will buy.</source>
        <translation>复购客户太少，无法估计未来购买。</translation>
    </message>
    <message>
        <source>Why payments failed</source>
        <translation>支付失败的原因</translation>
    </message>
    <message>
        <source>No payment failed in these days.</source>
        <translation>这些日子没有失败的支付。</translation>
    </message>
    <message>
        <source>Billed beyond what was agreed, by courier</source>
        <translation>超出约定的运费，按快递公司</translation>
    </message>
    <message>
        <source>No courier&apos;s bill is of these days, or no tariffs are known. Import bills under Connections; tariffs stand under Shipments, Couriers.</source>
        <translation>这些日子没有快递账单，或没有约定价格。账单在“连接”中导入；价格在“物流”的“快递公司”中填写。</translation>
    </message>
</context>
<context>
    <name>supercargo::AnalyticsPage</name>
    <message>
        <source>There are no orders to look at yet.</source>
        <translation>还没有可分析的订单。</translation>
    </message>
    <message>
        <source>Connect a shop</source>
        <translation>接入店铺</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>主题</translation>
    </message>
</context>
</TS>
