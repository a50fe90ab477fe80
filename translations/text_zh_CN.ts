<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AlertWords</name>
    <message>
        <source>Oversold</source>
        <translation>超卖</translation>
    </message>
    <message>
        <source>Over-reserved</source>
        <translation>占用超量</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Cover too short</source>
        <translation>撑不到到货</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>库存偏低</translation>
    </message>
    <message>
        <source>Count is old</source>
        <translation>久未盘点</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>即将过期</translation>
    </message>
    <message>
        <source>Does not sell</source>
        <translation>滞销</translation>
    </message>
    <message>
        <source>Shops sold %1 more than there are.</source>
        <translation>店铺多卖了 %1 件。</translation>
    </message>
    <message>
        <source>%1 are promised that are no longer there.</source>
        <translation>已占用但已不存在的有 %1 件。</translation>
    </message>
    <message>
        <source>Nothing available, %1 a day are asked for.</source>
        <translation>已无可用库存，每天需求 %1 件。</translation>
    </message>
    <message>
        <source>Lasts %1 days; a delivery takes %2.</source>
        <translation>还能卖 %1 天，到货需要 %2 天。</translation>
    </message>
    <message>
        <source>%1 here or on their way, the threshold is %2.</source>
        <translation>在库与在途共 %1 件，阈值为 %2 件。</translation>
    </message>
    <message>
        <source>Not counted for %1 days.</source>
        <translation>已有 %1 天未盘点。</translation>
    </message>
    <message>
        <source>Lot %1 expires soon.</source>
        <translation>批次 %1 即将过期。</translation>
    </message>
    <message>
        <source>No sale for %1 days.</source>
        <translation>已有 %1 天没有销量。</translation>
    </message>
    <message>
        <source>Heals itself when it is counted.</source>
        <translation>盘点后自动解除。</translation>
    </message>
    <message>
        <source>Heals itself when the lot is gone.</source>
        <translation>该批次清空后自动解除。</translation>
    </message>
    <message>
        <source>Heals itself when one is sold.</source>
        <translation>售出一件后自动解除。</translation>
    </message>
    <message>
        <source>Heals itself when at least %1 are available.</source>
        <translation>可用达到 %1 件时自动解除。</translation>
    </message>
    <message>
        <source>Heals itself when at least %1 are here or on their way.</source>
        <translation>在库与在途达到 %1 件时自动解除。</translation>
    </message>
</context>
<context>
    <name>BookingFaults</name>
    <message>
        <source>The order is no longer there.</source>
        <translation>该订单已不存在。</translation>
    </message>
    <message>
        <source>No shipping rule matches this order.</source>
        <translation>没有适合此订单的发货规则。</translation>
    </message>
    <message>
        <source>The order does not wait to be shipped.</source>
        <translation>订单不在待发货状态。</translation>
    </message>
    <message>
        <source>The buyer has asked for a refund.</source>
        <translation>买家已申请退款。</translation>
    </message>
    <message>
        <source>A parcel is booked already. Cancel its booking on the Shipments page first.</source>
        <translation>已经下过运单。请先在“物流”页取消该运单。</translation>
    </message>
    <message>
        <source>All its parcels are booked, or it no longer fits how it was merged or split.</source>
        <translation>它的包裹都已下单，或者合单、拆单与订单现状不再相符。</translation>
    </message>
    <message>
        <source>The courier&apos;s account is not connected.</source>
        <translation>该快递账户未连接。</translation>
    </message>
    <message>
        <source>The sender&apos;s address is missing.</source>
        <translation>缺少发件地址。</translation>
    </message>
    <message>
        <source>Nobody knows what it weighs.</source>
        <translation>重量未知。</translation>
    </message>
    <message>
        <source>The courier does not collect the money, or does not answer for this value.</source>
        <translation>快递不代收货款，或不承保此金额。</translation>
    </message>
    <message>
        <source>The recipient&apos;s name or street is missing.</source>
        <translation>缺少收件人姓名或详细地址。</translation>
    </message>
    <message>
        <source>The shop shows the recipient masked and cannot be asked for it.</source>
        <translation>店铺隐藏了收件人信息，且无法向其查询。</translation>
    </message>
    <message>
        <source>What the courier wants to know of the parcel is not known.</source>
        <translation>快递方需要的包裹信息不完整。</translation>
    </message>
</context>
<context>
    <name>ParcelWords</name>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延误</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>被扣留</translation>
    </message>
    <message>
        <source>Held for payment</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>Held at customs</source>
        <translation>海关查扣</translation>
    </message>
    <message>
        <source>Customs want papers</source>
        <translation>海关需要资料</translation>
    </message>
    <message>
        <source>Sent the wrong way</source>
        <translation>错发</translation>
    </message>
    <message>
        <source>Address wrong</source>
        <translation>地址有误</translation>
    </message>
    <message>
        <source>Recipient not reached</source>
        <translation>联系不上收件人</translation>
    </message>
    <message>
        <source>Refused by the recipient</source>
        <translation>收件人拒收</translation>
    </message>
    <message>
        <source>Recipient has moved</source>
        <translation>收件人已搬走</translation>
    </message>
    <message>
        <source>Business closed</source>
        <translation>单位已下班</translation>
    </message>
    <message>
        <source>Out of the courier&apos;s area</source>
        <translation>超出派送范围</translation>
    </message>
    <message>
        <source>Stopped by security</source>
        <translation>安检拦下</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已拦截</translation>
    </message>
    <message>
        <source>Rejected by the courier</source>
        <translation>快递拒收</translation>
    </message>
    <message>
        <source>Not signed for in time</source>
        <translation>超时未签收</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Not fetched in time</source>
        <translation>超时未取</translation>
    </message>
    <message>
        <source>To be tried again</source>
        <translation>待再次派送</translation>
    </message>
    <message>
        <source>Another day agreed</source>
        <translation>已改约</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>On its way back</source>
        <translation>退回途中</translation>
    </message>
    <message>
        <source>Back at the sender</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Courier knows nothing of it</source>
        <translation>快递查无信息</translation>
    </message>
    <message>
        <source>Tracking does not work</source>
        <translation>物流查询出错</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>The shop holds the order back</source>
        <translation>店铺暂停了该订单</translation>
    </message>
    <message>
        <source>The shop tells a state that is not known here</source>
        <translation>店铺给出的订单状态无法识别</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>The buyer left a message</source>
        <translation>买家有留言</translation>
    </message>
    <message>
        <source>The shop left a memo</source>
        <translation>店铺有备注</translation>
    </message>
    <message>
        <source>The address is incomplete</source>
        <translation>地址不完整</translation>
    </message>
    <message>
        <source>Parts of the address are hidden</source>
        <translation>地址部分内容被隐藏</translation>
    </message>
    <message>
        <source>A refund is under way</source>
        <translation>正在退款</translation>
    </message>
    <message>
        <source>An unusual amount</source>
        <translation>金额异常</translation>
    </message>
    <message>
        <source>Too little stock of %1</source>
        <translation>%1 库存不足</translation>
    </message>
    <message>
        <source>Order %1 goes to the same recipient</source>
        <translation>订单 %1 寄往同一收件人</translation>
    </message>
    <message>
        <source>Perhaps the same as order %1</source>
        <translation>可能与订单 %1 重复</translation>
    </message>
    <message>
        <source>two orders or more are needed</source>
        <translation>至少需要两个订单</translation>
    </message>
    <message>
        <source>not waiting to be shipped as a whole</source>
        <translation>不是整单待发货</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>merged or split already</source>
        <translation>已合并或已拆分</translation>
    </message>
    <message>
        <source>a parcel is booked already</source>
        <translation>已下运单</translation>
    </message>
    <message>
        <source>the recipient is hidden or incomplete</source>
        <translation>收件人信息被隐藏或不完整</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>收件人姓名不同</translation>
    </message>
    <message>
        <source>another telephone number</source>
        <translation>电话不同</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>地址不同</translation>
    </message>
    <message>
        <source>paid on delivery, unlike the others</source>
        <translation>货到付款方式与其他订单不同</translation>
    </message>
    <message>
        <source>another currency</source>
        <translation>币种不同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Two parcels or more are needed.</source>
        <translation>至少需要两个包裹。</translation>
    </message>
    <message>
        <source>A parcel is empty.</source>
        <translation>有空包裹。</translation>
    </message>
    <message>
        <source>The order has no such line.</source>
        <translation>订单中没有该商品行。</translation>
    </message>
    <message>
        <source>A number of pieces is one or more.</source>
        <translation>件数至少为 1。</translation>
    </message>
    <message>
        <source>The parcels hold more than was ordered.</source>
        <translation>包裹中的件数多于订购件数。</translation>
    </message>
    <message>
        <source>Some pieces are in no parcel.</source>
        <translation>有件数未放入任何包裹。</translation>
    </message>
</context>
<context>
    <name>reportwords</name>
    <message>
        <source>GMV</source>
        <translation>GMV（成交总额）</translation>
    </message>
    <message>
        <source>unit price x quantity of all placed orders, unpaid and cancelled ones too, before discounts and refunds</source>
        <translation>全部下单的单价 × 数量，含未付款和已取消的订单，不扣优惠和退款</translation>
    </message>
    <message>
        <source>Paid sales</source>
        <translation>实收金额</translation>
    </message>
    <message>
        <source>payments received, by payment date</source>
        <translation>收到的付款，按付款日期</translation>
    </message>
    <message>
        <source>Gross sales</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>unit price x quantity of valid orders, before discounts and refunds</source>
        <translation>有效订单的单价 × 数量，不扣优惠和退款</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠金额</translation>
    </message>
    <message>
        <source>discounts of valid orders</source>
        <translation>有效订单的优惠金额</translation>
    </message>
    <message>
        <source>Refunds of these orders</source>
        <translation>这些订单的退款</translation>
    </message>
    <message>
        <source>what was refunded of these orders, whenever that was</source>
        <translation>这些订单的退款金额，不论何时退款</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>净销售额</translation>
    </message>
    <message>
        <source>gross sales - discounts - refunds of these orders; without tax and freight</source>
        <translation>销售额 − 优惠 − 这些订单的退款；不含税和运费</translation>
    </message>
    <message>
        <source>Net revenue</source>
        <translation>净收入</translation>
    </message>
    <message>
        <source>gross sales - discounts - refunds made in the period, of whatever orders</source>
        <translation>销售额 − 优惠 − 期间内发生的退款（不论属于哪些订单）</translation>
    </message>
    <message>
        <source>Freight charged</source>
        <translation>收取的运费</translation>
    </message>
    <message>
        <source>freight that buyers of valid orders pay</source>
        <translation>有效订单的买家支付的运费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>tax of valid orders, as their shops state it</source>
        <translation>有效订单的税额，以店铺数据为准</translation>
    </message>
    <message>
        <source>Total sales</source>
        <translation>销售总额</translation>
    </message>
    <message>
        <source>gross sales - discounts - refunds of these orders + tax + freight charged</source>
        <translation>销售额 − 优惠 − 这些订单的退款 + 税 + 收取的运费</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>valid orders: not cancelled, not waiting for payment</source>
        <translation>有效订单：未取消，也不在等待付款</translation>
    </message>
    <message>
        <source>Placed orders</source>
        <translation>下单数</translation>
    </message>
    <message>
        <source>all orders placed, unpaid and cancelled ones too</source>
        <translation>全部下单，含未付款和已取消</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>pieces in valid orders</source>
        <translation>有效订单中的件数</translation>
    </message>
    <message>
        <source>Units per order</source>
        <translation>单均件数</translation>
    </message>
    <message>
        <source>units / orders</source>
        <translation>件数 ÷ 订单数</translation>
    </message>
    <message>
        <source>Average order value</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>net sales / orders</source>
        <translation>净销售额 ÷ 订单数</translation>
    </message>
    <message>
        <source>Average selling price</source>
        <translation>件单价</translation>
    </message>
    <message>
        <source>net sales / units</source>
        <translation>净销售额 ÷ 件数</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>优惠率</translation>
    </message>
    <message>
        <source>discounts / gross sales</source>
        <translation>优惠金额 ÷ 销售额</translation>
    </message>
    <message>
        <source>Cancelled orders</source>
        <translation>取消订单数</translation>
    </message>
    <message>
        <source>cancelled orders</source>
        <translation>已取消的订单</translation>
    </message>
    <message>
        <source>Cancellation rate</source>
        <translation>取消率</translation>
    </message>
    <message>
        <source>cancelled orders / placed orders</source>
        <translation>取消订单数 ÷ 下单数</translation>
    </message>
    <message>
        <source>Cancelled after payment</source>
        <translation>付款后取消率</translation>
    </message>
    <message>
        <source>orders cancelled after money came in / placed orders</source>
        <translation>收到款后取消的订单 ÷ 下单数</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>money that went back, by refund date</source>
        <translation>退回的金额，按退款日期</translation>
    </message>
    <message>
        <source>Refund count</source>
        <translation>退款笔数</translation>
    </message>
    <message>
        <source>refunds, by refund date</source>
        <translation>退款笔数，按退款日期</translation>
    </message>
    <message>
        <source>With goods back</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>refunds for which goods came back</source>
        <translation>货物已退回的退款</translation>
    </message>
    <message>
        <source>Refund only</source>
        <translation>仅退款</translation>
    </message>
    <message>
        <source>refunds without goods coming back</source>
        <translation>货物未退回的退款</translation>
    </message>
    <message>
        <source>Orders with a refund</source>
        <translation>有退款的订单</translation>
    </message>
    <message>
        <source>valid orders of which something was refunded</source>
        <translation>发生过退款的有效订单</translation>
    </message>
    <message>
        <source>Refund rate</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>refunds of these orders / (gross sales - discounts); grows until the return window is over</source>
        <translation>这些订单的退款 ÷（销售额 − 优惠）；退货期结束前会继续上升</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>订单退款率</translation>
    </message>
    <message>
        <source>valid orders with a refund / valid orders</source>
        <translation>有退款的有效订单 ÷ 有效订单</translation>
    </message>
    <message>
        <source>Payment fees</source>
        <translation>支付手续费</translation>
    </message>
    <message>
        <source>gateways&apos; fees of these orders, as far as known</source>
        <translation>这些订单的支付手续费（已知部分）</translation>
    </message>
    <message>
        <source>Cost of goods</source>
        <translation>商品成本</translation>
    </message>
    <message>
        <source>purchase cost of the units, frozen when they were sold; no value unless every cost is known</source>
        <translation>售出时锁定的采购成本；只要有一件成本未知，就没有数值</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>net sales - cost of goods</source>
        <translation>净销售额 − 商品成本</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>(net sales - cost of goods) / net sales</source>
        <translation>（净销售额 − 商品成本）÷ 净销售额</translation>
    </message>
    <message>
        <source>Contribution margin 1</source>
        <translation>边际贡献一</translation>
    </message>
    <message>
        <source>net sales - cost of goods - payment fees</source>
        <translation>净销售额 − 商品成本 − 支付手续费</translation>
    </message>
    <message>
        <source>Units with known cost</source>
        <translation>成本已知的件数占比</translation>
    </message>
    <message>
        <source>units whose cost is known / units</source>
        <translation>成本已知的件数 ÷ 件数</translation>
    </message>
    <message>
        <source>Orders with known fee</source>
        <translation>手续费已知的订单占比</translation>
    </message>
    <message>
        <source>orders whose payment fee is known / orders</source>
        <translation>手续费已知的订单 ÷ 订单数</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付笔数</translation>
    </message>
    <message>
        <source>payments at gateways, failed ones too; tries of one payment count once</source>
        <translation>支付平台的付款，含失败；同一笔付款的多次尝试只算一次</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功笔数</translation>
    </message>
    <message>
        <source>payments that brought money</source>
        <translation>收到钱的付款</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>支付成功率</translation>
    </message>
    <message>
        <source>succeeded / (succeeded + failed or closed)</source>
        <translation>成功 ÷（成功 + 失败或关闭）</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>收款金额</translation>
    </message>
    <message>
        <source>amount of payments that succeeded</source>
        <translation>成功付款的金额</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>fees that gateways state</source>
        <translation>支付平台列出的手续费</translation>
    </message>
    <message>
        <source>Fee ratio</source>
        <translation>手续费率</translation>
    </message>
    <message>
        <source>fees / amount of the payments whose fee is known</source>
        <translation>手续费 ÷ 手续费已知的付款金额</translation>
    </message>
    <message>
        <source>Refunded by gateway</source>
        <translation>平台退款</translation>
    </message>
    <message>
        <source>refunds of these payments, as their gateway states</source>
        <translation>这些付款的退款，以支付平台数据为准</translation>
    </message>
    <message>
        <source>Shipped orders</source>
        <translation>发货订单数</translation>
    </message>
    <message>
        <source>valid orders that were handed over</source>
        <translation>已交给快递的有效订单</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹数</translation>
    </message>
    <message>
        <source>parcels handed over</source>
        <translation>已交给快递的包裹</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>签收数</translation>
    </message>
    <message>
        <source>parcels delivered</source>
        <translation>已签收的包裹</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准时率</translation>
    </message>
    <message>
        <source>delivered on or before the courier&apos;s promise / delivered with a promise</source>
        <translation>在快递承诺时间内签收 ÷ 有承诺时间且已签收</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>首次派送成功率</translation>
    </message>
    <message>
        <source>delivered at the first try / parcels with a try</source>
        <translation>首次派送即签收 ÷ 有派送的包裹</translation>
    </message>
    <message>
        <source>Transit time</source>
        <translation>运输时长</translation>
    </message>
    <message>
        <source>mean hours from hand-over to delivery</source>
        <translation>从交货到签收的平均小时数</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常率</translation>
    </message>
    <message>
        <source>parcels with an exception / parcels handed over</source>
        <translation>发生异常的包裹 ÷ 已交货包裹</translation>
    </message>
    <message>
        <source>Lost or damaged</source>
        <translation>丢损率</translation>
    </message>
    <message>
        <source>lost or damaged parcels / parcels handed over</source>
        <translation>丢失或破损的包裹 ÷ 已交货包裹</translation>
    </message>
    <message>
        <source>Daily brief</source>
        <translation>每日简报</translation>
    </message>
    <message>
        <source>What the shops sold, refunded and shipped</source>
        <translation>各店铺的销售、退款和发货</translation>
    </message>
    <message>
        <source>Sales over time</source>
        <translation>销售趋势</translation>
    </message>
    <message>
        <source>Orders and sales by day, week or month</source>
        <translation>按日、周或月的订单和销售</translation>
    </message>
    <message>
        <source>Sales by product</source>
        <translation>商品销售</translation>
    </message>
    <message>
        <source>Which articles sell, and what comes back</source>
        <translation>什么卖得好，什么退得多</translation>
    </message>
    <message>
        <source>Sales by channel</source>
        <translation>渠道销售</translation>
    </message>
    <message>
        <source>Shops and platforms side by side</source>
        <translation>店铺和平台对比</translation>
    </message>
    <message>
        <source>Sales by region</source>
        <translation>地区销售</translation>
    </message>
    <message>
        <source>Where the orders go</source>
        <translation>订单发往哪里</translation>
    </message>
    <message>
        <source>Sales by hour and weekday</source>
        <translation>时段销售</translation>
    </message>
    <message>
        <source>When orders come in</source>
        <translation>订单何时进来</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>What went back, by refund date</source>
        <translation>退回的款项，按退款日期</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Sales, cost of goods, fees and what is left</source>
        <translation>销售、商品成本、费用和剩余</translation>
    </message>
    <message>
        <source>Courier performance</source>
        <translation>快递表现</translation>
    </message>
    <message>
        <source>Delivery time, promises kept, exceptions</source>
        <translation>时效、履约和异常</translation>
    </message>
    <message>
        <source>What gateways take, by method</source>
        <translation>各支付方式的手续费</translation>
    </message>
    <message>
        <source>Tax summary</source>
        <translation>税务汇总</translation>
    </message>
    <message>
        <source>Tax and sales by month, as the shops state them</source>
        <translation>按月的税额和销售，以店铺数据为准</translation>
    </message>
    <message>
        <source>Own report</source>
        <translation>自定义报表</translation>
    </message>
    <message>
        <source>Figures and dimensions as you choose them</source>
        <translation>自己选择指标和维度</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Weekday (1 = Monday)</source>
        <translation>星期（1 = 周一）</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Customer cohorts</source>
        <translation>客户同期群</translation>
    </message>
    <message>
        <source>Who came back, by the month of the first order</source>
        <translation>按首单月份看谁回来复购</translation>
    </message>
    <message>
        <source>First order in</source>
        <translation>首单月份</translation>
    </message>
    <message>
        <source>Customer segments (RFM)</source>
        <translation>客户分群（RFM）</translation>
    </message>
    <message>
        <source>Who bought lately, often, for much</source>
        <translation>谁最近买、买得多、花得多</translation>
    </message>
    <message>
        <source>Customer lifetime value</source>
        <translation>客户终身价值</translation>
    </message>
    <message>
        <source>What customers brought, and what they are likely still to bring</source>
        <translation>客户已带来的价值，以及预计还会带来的价值</translation>
    </message>
    <message>
        <source>Recency score</source>
        <translation>近度分</translation>
    </message>
    <message>
        <source>Frequency score</source>
        <translation>频度分</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Their orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Net sales to date</source>
        <translation>累计净销售额</translation>
    </message>
    <message>
        <source>Net sales per customer</source>
        <translation>人均净销售额</translation>
    </message>
    <message>
        <source>Still buying (estimate)</source>
        <translation>仍在购买（估计）</translation>
    </message>
    <message>
        <source>Purchases to come (estimate)</source>
        <translation>未来购买次数（估计）</translation>
    </message>
    <message>
        <source>Value to come (estimate)</source>
        <translation>未来价值（估计）</translation>
    </message>
    <message>
        <source>Value per customer (estimate)</source>
        <translation>人均未来价值（估计）</translation>
    </message>
    <message>
        <source>several currencies are never added; each has rows of its own</source>
        <translation>不同币种不会相加，各有各的行。</translation>
    </message>
    <message>
        <source>margins have no value where the cost of any unit is unknown</source>
        <translation>只要有一件商品成本未知，利润就没有数值。</translation>
    </message>
    <message>
        <source>nothing happened in these days</source>
        <translation>这段时间没有数据。</translation>
    </message>
    <message>
        <source>only customers whom a shop, a mail address or a phone number names</source>
        <translation>只统计能由店铺、邮箱或手机号识别的客户。</translation>
    </message>
    <message>
        <source>what is to come is estimated from the past, before costs</source>
        <translation>未来数值由历史估计，未扣成本。</translation>
    </message>
    <message>
        <source>too few customers came back to estimate what will be bought</source>
        <translation>复购客户太少，无法估计未来购买。</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1（之前）</translation>
    </message>
    <message>
        <source>%1, change</source>
        <translation>%1（变化）</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>第 %1 月</translation>
    </message>
    <message>
        <source>order date</source>
        <translation>下单日期</translation>
    </message>
    <message>
        <source>payment date</source>
        <translation>付款日期</translation>
    </message>
    <message>
        <source>shipping date</source>
        <translation>发货日期</translation>
    </message>
    <message>
        <source>refund date</source>
        <translation>退款日期</translation>
    </message>
    <message>
        <source>settlement date</source>
        <translation>结算日期</translation>
    </message>
    <message>
        <source>the present</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Compared with %1 to %2.</source>
        <translation>对比 %1 至 %2。</translation>
    </message>
    <message>
        <source>Purchases estimated by the %1 model.</source>
        <translation>购买次数由 %1 模型估计。</translation>
    </message>
    <message>
        <source>Spending estimated by the %1 model.</source>
        <translation>消费金额由 %1 模型估计。</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现存</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>在途采购</translation>
    </message>
    <message>
        <source>Over a year</source>
        <translation>超过一年</translation>
    </message>
    <message>
        <source>Days of cover</source>
        <translation>可售天数</translation>
    </message>
    <message>
        <source>No sale in 90 days</source>
        <translation>90 天无销售</translation>
    </message>
    <message>
        <source>Stock and ageing</source>
        <translation>库存与库龄</translation>
    </message>
    <message>
        <source>What lies where, how long, and how long it lasts</source>
        <translation>货在哪里、放了多久、还能卖多久</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品金额</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Order ledger</source>
        <translation>订单明细账</translation>
    </message>
    <message>
        <source>Every order with its amounts</source>
        <translation>每个订单及其金额</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>订单行明细</translation>
    </message>
    <message>
        <source>Every line of every order</source>
        <translation>每个订单的每一行</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>付款订单数</translation>
    </message>
    <message>
        <source>orders for which money came in, by payment date</source>
        <translation>收到货款的订单，按付款日期统计</translation>
    </message>
    <message>
        <source>Cancelled before payment</source>
        <translation>付款前取消率</translation>
    </message>
    <message>
        <source>orders cancelled before money came in / placed orders</source>
        <translation>收款前取消的订单 ÷ 下单数</translation>
    </message>
    <message>
        <source>Orders sent back</source>
        <translation>退货订单数</translation>
    </message>
    <message>
        <source>valid orders of which goods came back</source>
        <translation>有货物退回的有效订单</translation>
    </message>
    <message>
        <source>Units sent back</source>
        <translation>退货件数</translation>
    </message>
    <message>
        <source>pieces of the lines whose goods came back; of all lines where the shop names none</source>
        <translation>货物已退回的订单行的件数；店铺未指明订单行时计入全部订单行</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>退货率</translation>
    </message>
    <message>
        <source>units sent back / units shipped, of the same orders</source>
        <translation>同一批订单的退货件数 ÷ 发货件数</translation>
    </message>
    <message>
        <source>Platform commission (estimate)</source>
        <translation>平台佣金（估算）</translation>
    </message>
    <message>
        <source>net sales x the commission that you state</source>
        <translation>净销售额 × 您填写的佣金比例</translation>
    </message>
    <message>
        <source>Packaging (estimate)</source>
        <translation>包装成本（估算）</translation>
    </message>
    <message>
        <source>shipped orders x what you state packaging costs</source>
        <translation>已发货订单数 × 您填写的包装成本</translation>
    </message>
    <message>
        <source>Handling (estimate)</source>
        <translation>处理成本（估算）</translation>
    </message>
    <message>
        <source>shipped orders x what you state handling costs</source>
        <translation>已发货订单数 × 您填写的处理成本</translation>
    </message>
    <message>
        <source>Contribution margin 2 (estimate)</source>
        <translation>边际贡献二（估算）</translation>
    </message>
    <message>
        <source>contribution margin 1 - commission - freight - packaging - handling + freight charged</source>
        <translation>边际贡献一 − 佣金 − 运费 − 包装 − 处理 + 向买家收取的运费</translation>
    </message>
    <message>
        <source>Advertising (estimate)</source>
        <translation>广告费（估算）</translation>
    </message>
    <message>
        <source>net sales x the share that you state goes into advertising</source>
        <translation>净销售额 × 您填写的广告费比例</translation>
    </message>
    <message>
        <source>Return freight (estimate)</source>
        <translation>退货运费（估算）</translation>
    </message>
    <message>
        <source>orders sent back x what you state a return costs</source>
        <translation>退货订单数 × 您填写的每单退货运费</translation>
    </message>
    <message>
        <source>Contribution margin 3 (estimate)</source>
        <translation>边际贡献三（估算）</translation>
    </message>
    <message>
        <source>contribution margin 2 - advertising - return freight; goods that came back stay deducted</source>
        <translation>边际贡献二 − 广告费 − 退货运费；退回货物的成本仍计入扣除</translation>
    </message>
    <message>
        <source>Break-even ACOS (estimate)</source>
        <translation>盈亏平衡 ACOS（估算）</translation>
    </message>
    <message>
        <source>contribution margin 2 / net sales: the share that advertising may cost</source>
        <translation>边际贡献二 ÷ 净销售额：广告费最多可占的比例</translation>
    </message>
    <message>
        <source>Break-even ROAS (estimate)</source>
        <translation>盈亏平衡 ROAS（估算）</translation>
    </message>
    <message>
        <source>net sales / contribution margin 2: what a unit of advertising must bring</source>
        <translation>净销售额 ÷ 边际贡献二：每单位广告费至少要带来的销售额</translation>
    </message>
    <message>
        <source>Orders shipped</source>
        <translation>订单发货率</translation>
    </message>
    <message>
        <source>valid orders that were handed over / valid orders</source>
        <translation>已交付承运商的有效订单 ÷ 有效订单</translation>
    </message>
    <message>
        <source>Shipped units</source>
        <translation>发货件数</translation>
    </message>
    <message>
        <source>pieces of valid orders that were handed over</source>
        <translation>有效订单中已交付承运商的件数</translation>
    </message>
    <message>
        <source>Fill rate</source>
        <translation>满足率</translation>
    </message>
    <message>
        <source>shipped units / units</source>
        <translation>发货件数 ÷ 件数</translation>
    </message>
    <message>
        <source>Time to ship</source>
        <translation>平均发货时长</translation>
    </message>
    <message>
        <source>mean of the whole hours from payment to hand-over</source>
        <translation>从付款到交付承运商的整小时数的平均值</translation>
    </message>
    <message>
        <source>Time to ship, half</source>
        <translation>发货时长（50%）</translation>
    </message>
    <message>
        <source>half of the orders took no more whole hours from payment to hand-over</source>
        <translation>半数订单从付款到交付承运商不超过的整小时数</translation>
    </message>
    <message>
        <source>Time to ship, 90 %</source>
        <translation>发货时长（90%）</translation>
    </message>
    <message>
        <source>90 of 100 orders took no more whole hours from payment to hand-over</source>
        <translation>90% 的订单从付款到交付承运商不超过的整小时数</translation>
    </message>
    <message>
        <source>Time to ship, 99 %</source>
        <translation>发货时长（99%）</translation>
    </message>
    <message>
        <source>99 of 100 orders took no more whole hours from payment to hand-over</source>
        <translation>99% 的订单从付款到交付承运商不超过的整小时数</translation>
    </message>
    <message>
        <source>Shipped within 48 hours</source>
        <translation>48 小时发货率</translation>
    </message>
    <message>
        <source>orders handed over within 48 hours of payment / orders of which both moments are known</source>
        <translation>付款后 48 小时内交付承运商的订单 ÷ 两个时间均已知的订单</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败笔数</translation>
    </message>
    <message>
        <source>payments that failed or were closed</source>
        <translation>失败或关闭的支付</translation>
    </message>
    <message>
        <source>Fee known</source>
        <translation>手续费已知率</translation>
    </message>
    <message>
        <source>payments whose fee is known / payments that succeeded</source>
        <translation>手续费已知的支付 ÷ 成功的支付</translation>
    </message>
    <message>
        <source>Transit time, half</source>
        <translation>运输时长（50%）</translation>
    </message>
    <message>
        <source>half of the parcels took no more whole hours from hand-over to delivery</source>
        <translation>半数包裹从揽收到签收不超过的整小时数</translation>
    </message>
    <message>
        <source>Transit time, 90 %</source>
        <translation>运输时长（90%）</translation>
    </message>
    <message>
        <source>90 of 100 parcels took no more whole hours from hand-over to delivery</source>
        <translation>90% 的包裹从揽收到签收不超过的整小时数</translation>
    </message>
    <message>
        <source>Contribution margins</source>
        <translation>边际贡献</translation>
    </message>
    <message>
        <source>What is left after freight, advertising and returns</source>
        <translation>扣除运费、广告和退货之后还剩多少</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Which goods come back, by the orders they were sold in</source>
        <translation>哪些货物被退回，按原订单统计</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>履约</translation>
    </message>
    <message>
        <source>How fast and how fully orders are handed over</source>
        <translation>订单发货有多快、多完整</translation>
    </message>
    <message>
        <source>Payment outcomes</source>
        <translation>支付结果</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>支付状态</translation>
    </message>
    <message>
        <source>Parcel status</source>
        <translation>包裹状态</translation>
    </message>
    <message>
        <source>0–30 days</source>
        <translation>0–30 天</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 天</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61–90 天</translation>
    </message>
    <message>
        <source>91–180 days</source>
        <translation>91–180 天</translation>
    </message>
    <message>
        <source>181–365 days</source>
        <translation>181–365 天</translation>
    </message>
    <message>
        <source>pieces that lie there</source>
        <translation>现有件数</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>预计库存</translation>
    </message>
    <message>
        <source>on hand + on order + in transfer - reserved</source>
        <translation>现有 + 在途采购 + 调拨中 − 已预留</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>库存价值</translation>
    </message>
    <message>
        <source>pieces on hand x what a piece costs now; no value without a cost</source>
        <translation>现有件数 × 当前单件成本；没有成本则无值</translation>
    </message>
    <message>
        <source>Value, 0–30 days</source>
        <translation>价值，0–30 天</translation>
    </message>
    <message>
        <source>value of the pieces received in the last 30 days, first in, first out</source>
        <translation>最近 30 天入库的件数的价值，先进先出</translation>
    </message>
    <message>
        <source>Value, 31–60 days</source>
        <translation>价值，31–60 天</translation>
    </message>
    <message>
        <source>value of the pieces received 31 to 60 days ago</source>
        <translation>31 至 60 天前入库的件数的价值</translation>
    </message>
    <message>
        <source>Value, 61–90 days</source>
        <translation>价值，61–90 天</translation>
    </message>
    <message>
        <source>value of the pieces received 61 to 90 days ago</source>
        <translation>61 至 90 天前入库的件数的价值</translation>
    </message>
    <message>
        <source>Value, 91–180 days</source>
        <translation>价值，91–180 天</translation>
    </message>
    <message>
        <source>value of the pieces received 91 to 180 days ago</source>
        <translation>91 至 180 天前入库的件数的价值</translation>
    </message>
    <message>
        <source>Value, 181–365 days</source>
        <translation>价值，181–365 天</translation>
    </message>
    <message>
        <source>value of the pieces received 181 to 365 days ago</source>
        <translation>181 至 365 天前入库的件数的价值</translation>
    </message>
    <message>
        <source>Value, over a year</source>
        <translation>价值，超过一年</translation>
    </message>
    <message>
        <source>value of the pieces received over a year ago, or nobody knows when</source>
        <translation>一年前或不知何时入库的件数的价值</translation>
    </message>
    <message>
        <source>Dead stock</source>
        <translation>呆滞库存</translation>
    </message>
    <message>
        <source>value of articles of which no piece was sold in 90 days</source>
        <translation>90 天内没有售出的商品的价值</translation>
    </message>
    <message>
        <source>What the stock is worth, how old it is and what does not sell</source>
        <translation>库存值多少、放了多久、哪些卖不动</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>pieces on hand when the first day began</source>
        <translation>第一天开始时的现有件数</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>pieces that came in or were counted for the first time</source>
        <translation>入库或首次清点的件数</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>pieces handed over for orders - pieces that came back</source>
        <translation>为订单出库的件数 − 退回的件数</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>what counts, corrections, transfers and losses changed</source>
        <translation>盘点、更正、调拨和损耗带来的变化</translation>
    </message>
    <message>
        <source>Closing stock</source>
        <translation>期末库存</translation>
    </message>
    <message>
        <source>pieces on hand when the last day ended</source>
        <translation>最后一天结束时的现有件数</translation>
    </message>
    <message>
        <source>Sell-through</source>
        <translation>售罄率</translation>
    </message>
    <message>
        <source>handed over / (opening stock + received)</source>
        <translation>出库 ÷（期初库存 + 入库）</translation>
    </message>
    <message>
        <source>Cost of goods handed over</source>
        <translation>出库成本</translation>
    </message>
    <message>
        <source>pieces handed over x what a piece cost that day</source>
        <translation>出库件数 × 当日单件成本</translation>
    </message>
    <message>
        <source>Average stock</source>
        <translation>平均库存</translation>
    </message>
    <message>
        <source>stock at cost at the end of each day, averaged over the days</source>
        <translation>每天结束时按成本计的库存的平均值</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>周转次数</translation>
    </message>
    <message>
        <source>cost of goods handed over / average stock, in these days</source>
        <translation>这些天的出库成本 ÷ 平均库存</translation>
    </message>
    <message>
        <source>Days of inventory</source>
        <translation>库存天数</translation>
    </message>
    <message>
        <source>average stock x days / cost of goods handed over</source>
        <translation>平均库存 × 天数 ÷ 出库成本</translation>
    </message>
    <message>
        <source>Shrinkage</source>
        <translation>损耗</translation>
    </message>
    <message>
        <source>what counts, scrap and lost transfers took away, at cost</source>
        <translation>盘点、报废和调拨丢失减少的库存，按成本计</translation>
    </message>
    <message>
        <source>Shrinkage rate</source>
        <translation>损耗率</translation>
    </message>
    <message>
        <source>shrinkage / (opening stock + received), at cost</source>
        <translation>损耗 ÷（期初库存 + 入库），按成本计</translation>
    </message>
    <message>
        <source>Days sold out</source>
        <translation>断货天数</translation>
    </message>
    <message>
        <source>days that ended with nothing available</source>
        <translation>结束时没有可用库存的天数</translation>
    </message>
    <message>
        <source>Stock-out rate</source>
        <translation>断货率</translation>
    </message>
    <message>
        <source>days sold out / days since the article came</source>
        <translation>断货天数 ÷ 商品到货以来的天数</translation>
    </message>
    <message>
        <source>Lost sales (estimate)</source>
        <translation>损失销售（估算）</translation>
    </message>
    <message>
        <source>daily demand x days sold out x price</source>
        <translation>日均需求 × 断货天数 × 价格</translation>
    </message>
    <message>
        <source>Stock turnover</source>
        <translation>库存周转</translation>
    </message>
    <message>
        <source>How fast the stock sells, what it ties up and when it was missing</source>
        <translation>库存卖得多快、占用多少资金、何时断货</translation>
    </message>
    <message>
        <source>Hours waiting</source>
        <translation>等待小时数</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>待发订单</translation>
    </message>
    <message>
        <source>paid orders that were not handed over yet</source>
        <translation>已付款但尚未交付承运商的订单</translation>
    </message>
    <message>
        <source>Open units</source>
        <translation>待发件数</translation>
    </message>
    <message>
        <source>pieces in open orders</source>
        <translation>待发订单中的件数</translation>
    </message>
    <message>
        <source>Open value</source>
        <translation>待发金额</translation>
    </message>
    <message>
        <source>totals of open orders</source>
        <translation>待发订单的总额</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>超时订单</translation>
    </message>
    <message>
        <source>open orders that wait for more than 48 hours</source>
        <translation>等待超过 48 小时的待发订单</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时率</translation>
    </message>
    <message>
        <source>late orders / open orders</source>
        <translation>超时订单 ÷ 待发订单</translation>
    </message>
    <message>
        <source>Waiting, half</source>
        <translation>等待时长（50%）</translation>
    </message>
    <message>
        <source>half of the open orders wait for no more whole hours</source>
        <translation>半数待发订单等待不超过的整小时数</translation>
    </message>
    <message>
        <source>Waiting, longest</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>whole hours that the oldest open order waits</source>
        <translation>最早的待发订单已等待的整小时数</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>待发积压</translation>
    </message>
    <message>
        <source>Paid orders that wait to be handed over, and for how long</source>
        <translation>等待发货的已付款订单，以及等了多久</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>支付通道</translation>
    </message>
    <message>
        <source>Payments received</source>
        <translation>收款笔数</translation>
    </message>
    <message>
        <source>payments that succeeded</source>
        <translation>成功的支付</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>收款金额</translation>
    </message>
    <message>
        <source>On a bill</source>
        <translation>已对账笔数</translation>
    </message>
    <message>
        <source>of these payments, those that a bill names</source>
        <translation>其中账单列明的支付</translation>
    </message>
    <message>
        <source>Match rate</source>
        <translation>对账率</translation>
    </message>
    <message>
        <source>payments that a bill names / payments that are due to be on one</source>
        <translation>账单列明的支付 ÷ 应列入账单的支付</translation>
    </message>
    <message>
        <source>Match rate by value</source>
        <translation>金额对账率</translation>
    </message>
    <message>
        <source>amount of payments that a bill names / amount of payments that are due to be on one</source>
        <translation>账单列明的支付金额 ÷ 应列入账单的支付金额</translation>
    </message>
    <message>
        <source>Unexplained difference</source>
        <translation>未解释差额</translation>
    </message>
    <message>
        <source>amount on the bill - amount of the payment</source>
        <translation>账单金额 − 支付金额</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失笔数</translation>
    </message>
    <message>
        <source>payments older than two days that no bill names</source>
        <translation>超过两天而账单未列明的支付</translation>
    </message>
    <message>
        <source>Missing amount</source>
        <translation>缺失金额</translation>
    </message>
    <message>
        <source>amount of payments older than two days that no bill names</source>
        <translation>超过两天而账单未列明的支付的金额</translation>
    </message>
    <message>
        <source>Days to settlement</source>
        <translation>结算天数</translation>
    </message>
    <message>
        <source>mean of the days from payment to the day on which the money reaches the account</source>
        <translation>从付款到资金到账的平均天数</translation>
    </message>
    <message>
        <source>Days to settlement, 90 %</source>
        <translation>结算天数（90%）</translation>
    </message>
    <message>
        <source>90 of 100 payments took no more days to reach the account</source>
        <translation>90% 的支付到账不超过的天数</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>尚未结算</translation>
    </message>
    <message>
        <source>amount of payments whose day of settlement lies ahead</source>
        <translation>结算日尚未到来的支付的金额</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Which payments the bills confirm, and when the money arrives</source>
        <translation>账单确认了哪些支付，资金何时到账</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Minutes since the last good read</source>
        <translation>距上次成功读取的分钟数</translation>
    </message>
    <message>
        <source>now - last good read, of what was not read for longest</source>
        <translation>当前时间 − 上次成功读取的时间，取最久未读取的一项</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>calls that were made in these days</source>
        <translation>这些天的调用</translation>
    </message>
    <message>
        <source>Failed calls</source>
        <translation>失败调用</translation>
    </message>
    <message>
        <source>calls that were refused or not answered</source>
        <translation>被拒绝或没有应答的调用</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>failed calls / calls</source>
        <translation>失败调用 ÷ 调用次数</translation>
    </message>
    <message>
        <source>Throttled calls</source>
        <translation>限流次数</translation>
    </message>
    <message>
        <source>calls refused because there were too many</source>
        <translation>因调用过多而被拒绝的调用</translation>
    </message>
    <message>
        <source>Repeated calls</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>calls that were a second try or a later one</source>
        <translation>第二次或之后的重试</translation>
    </message>
    <message>
        <source>Milliseconds, half</source>
        <translation>毫秒（50%）</translation>
    </message>
    <message>
        <source>half of the answered calls took no more milliseconds</source>
        <translation>半数有应答的调用不超过的毫秒数</translation>
    </message>
    <message>
        <source>Milliseconds, 95 %</source>
        <translation>毫秒（95%）</translation>
    </message>
    <message>
        <source>95 of 100 answered calls took no more milliseconds</source>
        <translation>95% 有应答的调用不超过的毫秒数</translation>
    </message>
    <message>
        <source>Records not understood</source>
        <translation>无法识别的记录</translation>
    </message>
    <message>
        <source>records that could not be understood and wait for somebody</source>
        <translation>无法识别、等待处理的记录</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>偏差率</translation>
    </message>
    <message>
        <source>records that differed here / records compared, at the last audit of each kind</source>
        <translation>各类数据最近一次核对中不一致的记录 ÷ 核对的记录</translation>
    </message>
    <message>
        <source>Days until credentials end</source>
        <translation>凭证剩余天数</translation>
    </message>
    <message>
        <source>whole days until the credentials of the account end</source>
        <translation>账户凭证到期前的整天数</translation>
    </message>
    <message>
        <source>last good read</source>
        <translation>上次成功读取</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接状况</translation>
    </message>
    <message>
        <source>How fresh, how reliable and how fast the connections are</source>
        <translation>各连接的数据有多新、多可靠、多快</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>customers whose first order ever this was</source>
        <translation>首次下单的客户</translation>
    </message>
    <message>
        <source>Orders of returning customers</source>
        <translation>老客户订单</translation>
    </message>
    <message>
        <source>orders of customers who had ordered before</source>
        <translation>此前下过单的客户的订单</translation>
    </message>
    <message>
        <source>Net sales to new customers</source>
        <translation>新客户净销售额</translation>
    </message>
    <message>
        <source>net sales of the first orders of customers</source>
        <translation>客户首单的净销售额</translation>
    </message>
    <message>
        <source>Net sales to returning customers</source>
        <translation>老客户净销售额</translation>
    </message>
    <message>
        <source>net sales of orders of customers who had ordered before</source>
        <translation>此前下过单的客户的订单的净销售额</translation>
    </message>
    <message>
        <source>Share of returning customers</source>
        <translation>老客户占比</translation>
    </message>
    <message>
        <source>orders of returning customers / orders of known customers</source>
        <translation>老客户订单 ÷ 已知客户的订单</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>再次下单</translation>
    </message>
    <message>
        <source>of the new customers, those who ordered again</source>
        <translation>新客户中再次下单的客户</translation>
    </message>
    <message>
        <source>Repeat rate</source>
        <translation>复购率</translation>
    </message>
    <message>
        <source>new customers who ordered again / new customers; grows as time goes by</source>
        <translation>再次下单的新客户 ÷ 新客户；随时间增长</translation>
    </message>
    <message>
        <source>Days to the second order</source>
        <translation>二次下单天数</translation>
    </message>
    <message>
        <source>mean of the days from the first order to the second one</source>
        <translation>从首单到第二单的平均天数</translation>
    </message>
    <message>
        <source>New and returning customers</source>
        <translation>新老客户</translation>
    </message>
    <message>
        <source>Who comes for the first time, and who comes again</source>
        <translation>谁第一次来，谁又回来</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>transfer_lost</source>
        <translation>调拨丢失</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>the day it happened</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>%1 of %2 columns are shown; the totals at the end count all of them.</source>
        <translation>显示 %2 列中的 %1 列；末尾的合计包含全部。</translation>
    </message>
    <message>
        <source>Bought together with %1.</source>
        <translation>与 %1 一起购买。</translation>
    </message>
    <message>
        <source>Order value, a quarter</source>
        <translation>订单金额，四分之一</translation>
    </message>
    <message>
        <source>net sales that a quarter of the orders do not exceed</source>
        <translation>四分之一的订单净销售额不超过此数</translation>
    </message>
    <message>
        <source>Median order value</source>
        <translation>订单金额中位数</translation>
    </message>
    <message>
        <source>net sales that half of the orders do not exceed</source>
        <translation>一半的订单净销售额不超过此数</translation>
    </message>
    <message>
        <source>Order value, 90 %</source>
        <translation>订单金额，90 %</translation>
    </message>
    <message>
        <source>net sales that 90 of 100 orders do not exceed</source>
        <translation>每 100 单中有 90 单的净销售额不超过此数</translation>
    </message>
    <message>
        <source>Largest order</source>
        <translation>最大订单</translation>
    </message>
    <message>
        <source>net sales of the largest order</source>
        <translation>最大一单的净销售额</translation>
    </message>
    <message>
        <source>Order values</source>
        <translation>订单金额分布</translation>
    </message>
    <message>
        <source>What a usual order brings: median and mean side by side</source>
        <translation>一般的订单带来多少：中位数与平均数并列</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC 类</translation>
    </message>
    <message>
        <source>XYZ</source>
        <translation>XYZ 类</translation>
    </message>
    <message>
        <source>A to C by net sales; X to Z by how steady the weeks&apos; demand is, known from twelve weeks on</source>
        <translation>A 至 C 按净销售额，X 至 Z 按各周需求的稳定程度；满十二周才有</translation>
    </message>
    <message>
        <source>ABC and XYZ</source>
        <translation>ABC 与 XYZ 分类</translation>
    </message>
    <message>
        <source>Which articles bring most, and whose demand is steady</source>
        <translation>哪些商品贡献最大，哪些需求稳定</translation>
    </message>
    <message>
        <source>Orders with both</source>
        <translation>同时含两者的订单</translation>
    </message>
    <message>
        <source>valid orders that hold the chosen article and this one</source>
        <translation>同时含所选商品与此商品的有效订单</translation>
    </message>
    <message>
        <source>Attach rate</source>
        <translation>连带率</translation>
    </message>
    <message>
        <source>orders with both / orders with the chosen article</source>
        <translation>同时含两者的订单 / 含所选商品的订单</translation>
    </message>
    <message>
        <source>Bought together</source>
        <translation>连带购买</translation>
    </message>
    <message>
        <source>What buyers of an article take with it; without a choice, of the best seller</source>
        <translation>买了某商品的人还买什么；未指定时看最畅销的商品</translation>
    </message>
    <message>
        <source>Timed refunds</source>
        <translation>有起止时间的退款</translation>
    </message>
    <message>
        <source>refunds that a shop was asked for and a gateway paid: both moments are known</source>
        <translation>在店铺申请、由支付渠道退回的退款：两个时刻都已知</translation>
    </message>
    <message>
        <source>Refund time</source>
        <translation>退款时长</translation>
    </message>
    <message>
        <source>mean of the whole hours from the asking to the paying</source>
        <translation>从申请到退款到账的整小时平均数</translation>
    </message>
    <message>
        <source>Refund time, half</source>
        <translation>退款时长，一半</translation>
    </message>
    <message>
        <source>half of the refunds took no more whole hours</source>
        <translation>一半的退款不超过此整小时数</translation>
    </message>
    <message>
        <source>Refund time, 90 %</source>
        <translation>退款时长，90 %</translation>
    </message>
    <message>
        <source>90 of 100 refunds took no more whole hours</source>
        <translation>每 100 笔退款中有 90 笔不超过此整小时数</translation>
    </message>
    <message>
        <source>Refund time, 99 %</source>
        <translation>退款时长，99 %</translation>
    </message>
    <message>
        <source>99 of 100 refunds took no more whole hours</source>
        <translation>每 100 笔退款中有 99 笔不超过此整小时数</translation>
    </message>
    <message>
        <source>How long buyers wait for their money, by the day it went back</source>
        <translation>买家等退款等多久，按退回之日</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始发</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Delivered with a promise</source>
        <translation>有承诺的签收</translation>
    </message>
    <message>
        <source>delivered parcels that the courier or the shop&apos;s own rule had promised for a day</source>
        <translation>快递或店铺规则承诺过日期的已签收包裹</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>承诺兑现率</translation>
    </message>
    <message>
        <source>delivered on or before the courier&apos;s promise, else the shop&apos;s own / delivered with a promise</source>
        <translation>按快递承诺（没有则按店铺承诺）之日或之前签收 / 有承诺的签收</translation>
    </message>
    <message>
        <source>Parcels in trouble</source>
        <translation>异常包裹</translation>
    </message>
    <message>
        <source>parcels of which the courier reported an exception or a return</source>
        <translation>快递报告过异常或退回的包裹</translation>
    </message>
    <message>
        <source>Trouble rate</source>
        <translation>异常率</translation>
    </message>
    <message>
        <source>parcels in trouble / parcels handed over</source>
        <translation>异常包裹 / 已交运包裹</translation>
    </message>
    <message>
        <source>Hours on the way, half</source>
        <translation>在途小时，一半</translation>
    </message>
    <message>
        <source>half of the parcels took no more whole hours from the first scan to delivery</source>
        <translation>一半的包裹从首次扫描到签收不超过此整小时数</translation>
    </message>
    <message>
        <source>Hours on the way, 90 %</source>
        <translation>在途小时，90 %</translation>
    </message>
    <message>
        <source>90 of 100 parcels took no more whole hours from the first scan to delivery</source>
        <translation>每 100 件中有 90 件从首次扫描到签收不超过此整小时数</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>claims that were made in these days</source>
        <translation>这些天提出的理赔</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>索赔金额</translation>
    </message>
    <message>
        <source>amount of these claims</source>
        <translation>这些理赔的金额</translation>
    </message>
    <message>
        <source>Open claims</source>
        <translation>未结理赔</translation>
    </message>
    <message>
        <source>of these claims, those not settled yet</source>
        <translation>其中尚未结案的理赔</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已赔付</translation>
    </message>
    <message>
        <source>what couriers paid for these claims</source>
        <translation>快递为这些理赔支付的金额</translation>
    </message>
    <message>
        <source>Claims recovered</source>
        <translation>赔付率</translation>
    </message>
    <message>
        <source>paid / claimed, of the claims that are settled</source>
        <translation>已结案理赔的赔付金额 / 索赔金额</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>配送</translation>
    </message>
    <message>
        <source>Promises kept, time on the way and trouble, by courier, lane or reason</source>
        <translation>承诺兑现、在途时长与异常，按快递、线路或原因</translation>
    </message>
    <message>
        <source>What couriers were asked to pay for, and what they paid</source>
        <translation>向快递索赔了什么，赔了多少</translation>
    </message>
    <message>
        <source>First method</source>
        <translation>首次支付方式</translation>
    </message>
    <message>
        <source>Orders with a try</source>
        <translation>尝试过支付的订单</translation>
    </message>
    <message>
        <source>orders whose buyers tried to pay, and of which the first try has ended</source>
        <translation>买家尝试过支付、且首次尝试已有结果的订单</translation>
    </message>
    <message>
        <source>Paid at the first try</source>
        <translation>一次支付成功</translation>
    </message>
    <message>
        <source>orders with a try of which the first one brought money</source>
        <translation>首次尝试即成功的订单</translation>
    </message>
    <message>
        <source>First-try success</source>
        <translation>首次成功率</translation>
    </message>
    <message>
        <source>orders paid at the first try / orders with a try</source>
        <translation>一次支付成功的订单 / 尝试过支付的订单</translation>
    </message>
    <message>
        <source>Paid in the end</source>
        <translation>最终支付率</translation>
    </message>
    <message>
        <source>orders of which any try brought money / orders with a try</source>
        <translation>任一次尝试成功的订单 / 尝试过支付的订单</translation>
    </message>
    <message>
        <source>Tries per order</source>
        <translation>每单尝试次数</translation>
    </message>
    <message>
        <source>tries / orders with a try</source>
        <translation>尝试次数 / 尝试过支付的订单</translation>
    </message>
    <message>
        <source>Tries to pay</source>
        <translation>支付尝试</translation>
    </message>
    <message>
        <source>How often buyers must try until the money comes</source>
        <translation>买家要试几次钱才到</translation>
    </message>
    <message>
        <source>Sold in 30 days</source>
        <translation>30 天销量</translation>
    </message>
    <message>
        <source>pieces of valid orders of the 30 days before today</source>
        <translation>今天之前 30 天有效订单的件数</translation>
    </message>
    <message>
        <source>Days in stock</source>
        <translation>有货天数</translation>
    </message>
    <message>
        <source>of these 30 days, those on which there was something to sell; all of them where nobody has counted</source>
        <translation>这 30 天中有货可卖的天数；无人盘点过的按全部天数</translation>
    </message>
    <message>
        <source>Daily demand</source>
        <translation>日均需求</translation>
    </message>
    <message>
        <source>sold in 30 days / days in stock</source>
        <translation>30 天销量 / 有货天数</translation>
    </message>
    <message>
        <source>available / daily demand; none without sales</source>
        <translation>可用 / 日均需求；没有销售则无值</translation>
    </message>
    <message>
        <source>pieces that orders claim</source>
        <translation>订单占用的件数</translation>
    </message>
    <message>
        <source>pieces that must not be sold</source>
        <translation>不可售的件数</translation>
    </message>
    <message>
        <source>on hand - reserved - blocked</source>
        <translation>在库 - 占用 - 冻结</translation>
    </message>
    <message>
        <source>pieces that are ordered and did not come yet</source>
        <translation>已订未到的件数</translation>
    </message>
    <message>
        <source>pieces received in the last 30 days, first in, first out</source>
        <translation>最近 30 天入库的件数，先进先出</translation>
    </message>
    <message>
        <source>pieces received 31 to 60 days ago</source>
        <translation>31 至 60 天前入库的件数</translation>
    </message>
    <message>
        <source>pieces received 61 to 90 days ago</source>
        <translation>61 至 90 天前入库的件数</translation>
    </message>
    <message>
        <source>pieces received 91 to 180 days ago</source>
        <translation>91 至 180 天前入库的件数</translation>
    </message>
    <message>
        <source>pieces received 181 to 365 days ago</source>
        <translation>181 至 365 天前入库的件数</translation>
    </message>
    <message>
        <source>pieces received over a year ago, or nobody knows when</source>
        <translation>一年多以前入库、或不知何时入库的件数</translation>
    </message>
    <message>
        <source>Oldest piece, days</source>
        <translation>最老库存天数</translation>
    </message>
    <message>
        <source>days since the oldest piece was received, first in, first out</source>
        <translation>最老一件入库至今的天数，先进先出</translation>
    </message>
    <message>
        <source>pieces on hand of articles of which none was sold in 90 days</source>
        <translation>90 天内一件未售的商品的在库件数</translation>
    </message>
    <message>
        <source>Counted lines</source>
        <translation>盘点行数</translation>
    </message>
    <message>
        <source>lines of approved counts</source>
        <translation>已批准盘点的行数</translation>
    </message>
    <message>
        <source>Lines within tolerance</source>
        <translation>容差内行数</translation>
    </message>
    <message>
        <source>counted lines whose difference is no more than the tolerance, in per cent of the book</source>
        <translation>差异不超过容差（账面的百分比）的盘点行</translation>
    </message>
    <message>
        <source>Record accuracy</source>
        <translation>账实相符率</translation>
    </message>
    <message>
        <source>lines within tolerance / counted lines</source>
        <translation>容差内行数 / 盘点行数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>pieces counted - pieces in the book</source>
        <translation>盘点件数 - 账面件数</translation>
    </message>
    <message>
        <source>Book value</source>
        <translation>账面价值</translation>
    </message>
    <message>
        <source>pieces in the book at cost</source>
        <translation>账面件数按成本计</translation>
    </message>
    <message>
        <source>Shrinkage found</source>
        <translation>盘亏金额</translation>
    </message>
    <message>
        <source>(pieces in the book - pieces counted) at cost</source>
        <translation>（账面件数 - 盘点件数）按成本计</translation>
    </message>
    <message>
        <source>Shrinkage found, rate</source>
        <translation>盘亏率</translation>
    </message>
    <message>
        <source>(book - count) at cost / book at cost</source>
        <translation>（账面 - 盘点）按成本 / 账面按成本</translation>
    </message>
    <message>
        <source>Stock counts</source>
        <translation>盘点结果</translation>
    </message>
    <message>
        <source>How far the book can be trusted, and what counting found missing</source>
        <translation>账面可信到什么程度，盘点发现少了什么</translation>
    </message>
    <message>
        <source>on hand + on order + in transfer - reserved - blocked</source>
        <translation>在库 + 在订 + 调拨中 - 占用 - 冻结</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>z x root of (lead time x deviation of demand squared + demand squared x deviation of lead time squared), rounded up</source>
        <translation>z × 根号（提前期 × 需求标准差² + 需求² × 提前期标准差²），向上取整</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>补货点</translation>
    </message>
    <message>
        <source>demand over the lead time + safety stock, rounded up</source>
        <translation>提前期内的需求 + 安全库存，向上取整</translation>
    </message>
    <message>
        <source>Suggested order</source>
        <translation>建议订货</translation>
    </message>
    <message>
        <source>what the stock lacks for lead time and review, in whole packs and at least the minimum, where projected stock is at the reorder point or below</source>
        <translation>预计库存不高于补货点时，为提前期与复查周期所缺的件数，按整包且不低于起订量</translation>
    </message>
    <message>
        <source>Cost of the order</source>
        <translation>订货成本</translation>
    </message>
    <message>
        <source>suggested order x cost of a piece</source>
        <translation>建议订货 × 单件成本</translation>
    </message>
    <message>
        <source>What to order</source>
        <translation>该订什么</translation>
    </message>
    <message>
        <source>Safety stock, reorder point and what is suggested to be ordered</source>
        <translation>安全库存、补货点与建议订货</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>deliveries that came</source>
        <translation>到货次数</translation>
    </message>
    <message>
        <source>Delivered units</source>
        <translation>到货件数</translation>
    </message>
    <message>
        <source>pieces that came</source>
        <translation>到货的件数</translation>
    </message>
    <message>
        <source>Lead time, days</source>
        <translation>提前期，天</translation>
    </message>
    <message>
        <source>mean of the days from order to receipt</source>
        <translation>从下单到收货天数的平均数</translation>
    </message>
    <message>
        <source>Lead time, 90 %, days</source>
        <translation>提前期，90 %，天</translation>
    </message>
    <message>
        <source>90 of 100 deliveries took no more whole days</source>
        <translation>每 100 次到货中有 90 次不超过此整天数</translation>
    </message>
    <message>
        <source>Supplier on time</source>
        <translation>供应商准时率</translation>
    </message>
    <message>
        <source>deliveries within the agreed lead time / deliveries of which one was agreed</source>
        <translation>在约定提前期内的到货 / 有约定提前期的到货</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>How long suppliers take, and whether they keep what was agreed</source>
        <translation>供应商要多久，是否守约</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Oldest of them, hours</source>
        <translation>其中最久，小时</translation>
    </message>
    <message>
        <source>whole hours that the oldest record not understood waits</source>
        <translation>最久一条无法识别的记录等待的整小时数</translation>
    </message>
    <message>
        <source>GMROI</source>
        <translation>库存毛利回报率</translation>
    </message>
    <message>
        <source>(net sales - cost of goods) of the orders of these days / average stock at cost</source>
        <translation>这些天订单的（净销售额 - 商品成本）/ 按成本计的平均库存</translation>
    </message>
    <message>
        <source>Line fill rate</source>
        <translation>行满足率</translation>
    </message>
    <message>
        <source>lines handed over in full / lines; of whole orders see the orders shipped</source>
        <translation>足量交运的订单行 / 订单行；整单见已发货订单</translation>
    </message>
    <message>
        <source>Perfect orders</source>
        <translation>完美订单</translation>
    </message>
    <message>
        <source>valid orders handed over in full within 48 hours of payment, of which nothing was refunded or sent back</source>
        <translation>付款 48 小时内足量交运、且没有退款或退货的有效订单</translation>
    </message>
    <message>
        <source>Perfect order rate</source>
        <translation>完美订单率</translation>
    </message>
    <message>
        <source>perfect orders / orders; grows until recent orders are handed over</source>
        <translation>完美订单 / 订单；近期订单交运后还会上升</translation>
    </message>
    <message>
        <source>New or returning</source>
        <translation>新客或回头客</translation>
    </message>
    <message>
        <source>Champions</source>
        <translation>核心客户</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠诚客户</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>流失风险</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Hibernating</source>
        <translation>沉睡客户</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>未知买家</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>尚无成交</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Returning buyers</source>
        <translation>回头客</translation>
    </message>
    <message>
        <source>Nothing wrong</source>
        <translation>没有异常</translation>
    </message>
    <message>
        <source>what couriers billed for these orders; for shipped orders without a bill, what you state a parcel costs</source>
        <translation>快递公司为这些订单出账的运费；已发货而没有账单的订单按您填写的每单运费计算</translation>
    </message>
    <message>
        <source>freight / net sales</source>
        <translation>运费 / 净销售额</translation>
    </message>
    <message>
        <source>Freight billed</source>
        <translation>账单运费</translation>
    </message>
    <message>
        <source>what couriers billed for these orders, in their own currency</source>
        <translation>快递公司为这些订单出账的运费，只计订单本身的货币</translation>
    </message>
    <message>
        <source>Shipped orders with a freight bill</source>
        <translation>有运费账单的已发货订单</translation>
    </message>
    <message>
        <source>shipped orders of which a courier billed a parcel / shipped orders</source>
        <translation>至少一个包裹已出账的已发货订单 / 已发货订单</translation>
    </message>
    <message>
        <source>Margin after freight</source>
        <translation>扣除运费后的毛利</translation>
    </message>
    <message>
        <source>contribution margin 1 - freight billed</source>
        <translation>边际贡献 1 - 账单运费</translation>
    </message>
    <message>
        <source>Which payments fail, by method and outcome, or why</source>
        <translation>哪些支付失败：按方式和结果，或按原因</translation>
    </message>
    <message>
        <source>Amount not received</source>
        <translation>未收到的金额</translation>
    </message>
    <message>
        <source>amount of payments that failed or were closed</source>
        <translation>失败或关闭的支付金额</translation>
    </message>
    <message>
        <source>Decline reason</source>
        <translation>拒付原因</translation>
    </message>
    <message>
        <source>Freight ratio</source>
        <translation>运费率</translation>
    </message>
    <message>
        <source>Parcels billed</source>
        <translation>出账包裹</translation>
    </message>
    <message>
        <source>parcels whose first bill is of these days</source>
        <translation>在这些日子首次出账的包裹</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>账单金额</translation>
    </message>
    <message>
        <source>what couriers billed in these days</source>
        <translation>快递公司在这些日子出账的金额</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>what these parcels should cost by tariff and weight, as far as both are known</source>
        <translation>按约定价格和重量这些包裹应付的运费，仅计两者都已知的</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>billed - expected, of the parcels of which an amount is expected</source>
        <translation>账单金额 - 应付金额，仅计有应付金额的包裹</translation>
    </message>
    <message>
        <source>Variance rate</source>
        <translation>差额率</translation>
    </message>
    <message>
        <source>variance / expected</source>
        <translation>差额 / 应付金额</translation>
    </message>
    <message>
        <source>Bills without a parcel</source>
        <translation>没有对应包裹的账单行</translation>
    </message>
    <message>
        <source>lines of bills whose number is no parcel&apos;s</source>
        <translation>单号不属于任何包裹的账单行</translation>
    </message>
    <message>
        <source>Bills without an expectation</source>
        <translation>无法核对的账单行</translation>
    </message>
    <message>
        <source>lines of parcels whose weight or tariff is not known</source>
        <translation>重量或价格未知的包裹的账单行</translation>
    </message>
    <message>
        <source>billed for valid orders / net sales of these orders, each once</source>
        <translation>有效订单的账单运费 / 这些订单的净销售额，每单只计一次</translation>
    </message>
    <message>
        <source>Freight bills</source>
        <translation>运费账单</translation>
    </message>
    <message>
        <source>What couriers billed, against what their tariffs say</source>
        <translation>快递账单与约定价格的比较</translation>
    </message>
    <message>
        <source>Too little money</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>Over a limit</source>
        <translation>超出限额</translation>
    </message>
    <message>
        <source>Card expired</source>
        <translation>卡已过期</translation>
    </message>
    <message>
        <source>Wrong details</source>
        <translation>信息有误</translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation>疑似欺诈</translation>
    </message>
    <message>
        <source>Declined by the bank</source>
        <translation>银行拒绝</translation>
    </message>
    <message>
        <source>Cancelled by the buyer</source>
        <translation>买家取消</translation>
    </message>
    <message>
        <source>Not paid in time</source>
        <translation>超时未付</translation>
    </message>
    <message>
        <source>Technical trouble</source>
        <translation>技术故障</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Reason not told</source>
        <translation>未说明原因</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>Deposit paid</source>
        <translation>已付定金</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>已授权</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>货到付款</translation>
    </message>
    <message>
        <source>Not fulfilled</source>
        <translation>未履约</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排期</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Nothing to ship</source>
        <translation>无需发货</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Awaiting return</source>
        <translation>待退货</translation>
    </message>
    <message>
        <source>Awaiting our receipt</source>
        <translation>待收退货</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>退款中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>暂无信息</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Ready for pickup</source>
        <translation>待自取</translation>
    </message>
    <message>
        <source>Delivery failed</source>
        <translation>派送失败</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>退回中</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Stock reserved</source>
        <translation>已占用库存</translation>
    </message>
    <message>
        <source>Stock released</source>
        <translation>已释放库存</translation>
    </message>
    <message>
        <source>Parcel booked</source>
        <translation>已预约快递</translation>
    </message>
    <message>
        <source>Parcel scanned</source>
        <translation>包裹已扫描</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>After-sales changed</source>
        <translation>售后变更</translation>
    </message>
    <message>
        <source>No longer in the shop</source>
        <translation>店铺中已不存在</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>物流跟踪</translation>
    </message>
    <message>
        <source>There is no connection to the provider.</source>
        <translation>无法连接到服务商。</translation>
    </message>
    <message>
        <source>Check the network; it is tried again by itself.</source>
        <translation>请检查网络；系统会自动重试。</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>服务商未及时响应。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>系统会自动重试。</translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation>服务商要求放慢请求。</translation>
    </message>
    <message>
        <source>It goes on by itself after a pause.</source>
        <translation>稍后会自动继续。</translation>
    </message>
    <message>
        <source>The provider does not accept the key or login.</source>
        <translation>服务商不接受该密钥或登录。</translation>
    </message>
    <message>
        <source>Renew the credentials of this account.</source>
        <translation>请更新此账户的凭据。</translation>
    </message>
    <message>
        <source>The account is set up in a way the provider refuses.</source>
        <translation>服务商拒绝了此账户的设置。</translation>
    </message>
    <message>
        <source>Check its address, permissions and allowed IP addresses.</source>
        <translation>请检查地址、权限和 IP 白名单。</translation>
    </message>
    <message>
        <source>The provider says that this computer&apos;s clock is wrong.</source>
        <translation>服务商认为本机时钟有误。</translation>
    </message>
    <message>
        <source>Set date and time of the computer.</source>
        <translation>请校准本机的日期和时间。</translation>
    </message>
    <message>
        <source>The request was too large for the provider.</source>
        <translation>请求对服务商来说过大。</translation>
    </message>
    <message>
        <source>It is asked again in smaller parts.</source>
        <translation>将分成更小的部分重新请求。</translation>
    </message>
    <message>
        <source>The provider refused this.</source>
        <translation>服务商拒绝了此操作。</translation>
    </message>
    <message>
        <source>Read the reason in the details and change what it names.</source>
        <translation>请查看详情中的原因并作相应修改。</translation>
    </message>
    <message>
        <source>The provider has a failure of its own.</source>
        <translation>服务商自身出现故障。</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be understood.</source>
        <translation>无法理解服务商的响应。</translation>
    </message>
    <message>
        <source>Check the address of the account; see the recorded call.</source>
        <translation>请检查账户地址，并查看调用记录。</translation>
    </message>
    <message>
        <source>The local database reported a failure.</source>
        <translation>本地数据库报告了故障。</translation>
    </message>
    <message>
        <source>Try again; if it stays, restore a backup.</source>
        <translation>请重试；若仍失败，请恢复备份。</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>磁盘空间已满。</translation>
    </message>
    <message>
        <source>Free some space; nothing was changed.</source>
        <translation>请释放空间；没有任何数据被更改。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>其他人已在此期间修改了它。</translation>
    </message>
    <message>
        <source>Look at the present value and decide again.</source>
        <translation>请查看当前值后再决定。</translation>
    </message>
    <message>
        <source>You do not have permission for this.</source>
        <translation>您没有此项权限。</translation>
    </message>
    <message>
        <source>Ask the owner of the workspace.</source>
        <translation>请联系工作区所有者。</translation>
    </message>
    <message>
        <source>The workspace or its key is locked.</source>
        <translation>工作区或其密钥已锁定。</translation>
    </message>
    <message>
        <source>Unlock the keychain, or close other programs that use the workspace; then try again.</source>
        <translation>请解锁钥匙串，或关闭正在使用此工作区的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Start it again when you want.</source>
        <translation>需要时可重新开始。</translation>
    </message>
    <message>
        <source>This does not exist.</source>
        <translation>该内容不存在。</translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation>请重新读取列表。</translation>
    </message>
    <message>
        <source>The input does not make sense.</source>
        <translation>输入无效。</translation>
    </message>
    <message>
        <source>Correct what the details name.</source>
        <translation>请按详情更正。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Buyer shown in clear</source>
        <translation>已查看买家信息</translation>
    </message>
    <message>
        <source>News of the parcel</source>
        <translation>包裹有新动态</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>Label printed</source>
        <translation>已打印面单</translation>
    </message>
    <message>
        <source>Packing slip printed</source>
        <translation>已打印装箱单</translation>
    </message>
    <message>
        <source>Note on the parcel</source>
        <translation>包裹备注</translation>
    </message>
    <message>
        <source>Courier asked about the parcel</source>
        <translation>已向快递催件</translation>
    </message>
    <message>
        <source>Claim made with the courier</source>
        <translation>已向快递理赔</translation>
    </message>
    <message>
        <source>Parcel called back</source>
        <translation>已申请退回包裹</translation>
    </message>
    <message>
        <source>%1 cells stand under %2 headings.</source>
        <translation>该行有 %1 个单元格，而表头只有 %2 列。</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>有引号未闭合。</translation>
    </message>
    <message>
        <source>The sheet ends too soon: %1</source>
        <translation>工作表不完整：%1</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded “%1”: export such numbers as text.</source>
        <translation>表格软件已将“%1”四舍五入：请将此类编号导出为文本。</translation>
    </message>
    <message>
        <source>“%1” is no amount of money.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>“%1” is no number of pieces.</source>
        <translation>“%1”不是件数。</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>“%1” is no currency.</source>
        <translation>“%1”不是币种。</translation>
    </message>
    <message>
        <source>The sum is too large.</source>
        <translation>金额过大。</translation>
    </message>
    <message>
        <source>The SKU is missing.</source>
        <translation>缺少 SKU。</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>缺少标题。</translation>
    </message>
    <message>
        <source>The order number is missing.</source>
        <translation>缺少订单号。</translation>
    </message>
    <message>
        <source>The time of the order is missing.</source>
        <translation>缺少下单时间。</translation>
    </message>
    <message>
        <source>The price of one piece is missing.</source>
        <translation>缺少单价。</translation>
    </message>
    <message>
        <source>Lines of %1 orders are kept, such as of %2, but the orders are not known yet: import the file of orders as well, into the same account.</source>
        <translation>已保存 %1 个订单（如 %2）的商品明细，但还没有这些订单：请把订单文件也导入同一账户。</translation>
    </message>
    <message>
        <source>Nothing tells this customer from others: number, e-mail and telephone are missing.</source>
        <translation>无法区分该客户：编号、邮箱和电话都缺失。</translation>
    </message>
    <message>
        <source>Not stocked at this location.</source>
        <translation>该仓库不存放此商品。</translation>
    </message>
    <message>
        <source>No quantity is given.</source>
        <translation>没有数量。</translation>
    </message>
    <message>
        <source>Note left at the shop</source>
        <translation>已在店铺留备注</translation>
    </message>
    <message>
        <source>Shop told of the parcel</source>
        <translation>运单号已回传店铺</translation>
    </message>
    <message>
        <source>Shop asked to close it</source>
        <translation>已请求店铺关闭订单</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>已申请退款</translation>
    </message>
    <message>
        <source>Payment voided</source>
        <translation>付款已撤销</translation>
    </message>
    <message>
        <source>Payment closed</source>
        <translation>交易已关闭</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>已取消下单</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>已再次请求</translation>
    </message>
    <message>
        <source>Refused by the provider</source>
        <translation>对方拒绝了请求</translation>
    </message>
    <message>
        <source>The waybill number is missing.</source>
        <translation>缺少运单号。</translation>
    </message>
    <message>
        <source>The day of the bill is missing.</source>
        <translation>缺少账单日期。</translation>
    </message>
    <message>
        <source>“%1” is no weight.</source>
        <translation>“%1”不是重量。</translation>
    </message>
    <message>
        <source>“%1” has no unit of weight: write g, kg, lb or oz behind it or into the heading.</source>
        <translation>“%1”没有重量单位：请在数字后或表头中写明 g、kg、lb 或 oz。</translation>
    </message>
    <message>
        <source>“%1” is more than one piece may weigh: 1,000 kg.</source>
        <translation>“%1”超过单件重量上限（1000 kg）。</translation>
    </message>
    <message>
        <source>The weights of %1 articles were set.</source>
        <translation>已设置 %1 个商品的重量。</translation>
    </message>
    <message>
        <source>The amount that was charged is missing.</source>
        <translation>缺少收费金额。</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>订单有变动</translation>
    </message>
    <message>
        <source>Buyer&apos;s data erased</source>
        <translation>买家资料已抹除</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要人工处理</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>人工认定结果</translation>
    </message>
    <message>
        <source>Not booked</source>
        <translation>未下单</translation>
    </message>
    <message>
        <source>Correct the number at the shop</source>
        <translation>请到店铺后台更正运单号</translation>
    </message>
    <message>
        <source>Approved for shipping</source>
        <translation>已批准发货</translation>
    </message>
    <message>
        <source>Merged into one parcel</source>
        <translation>已合并为一个包裹</translation>
    </message>
    <message>
        <source>Split into parcels</source>
        <translation>已拆分为多个包裹</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>已撤销合并</translation>
    </message>
    <message>
        <source>Split undone</source>
        <translation>已撤销拆分</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，操作人 %2</translation>
    </message>
    <message>
        <source>%1: it happened, says %2</source>
        <translation>%1：%2 确认已发生</translation>
    </message>
    <message>
        <source>%1: it did not happen, says %2</source>
        <translation>%1：%2 确认未发生</translation>
    </message>
    <message>
        <source>Tell a stock level</source>
        <translation>回传库存</translation>
    </message>
    <message>
        <source>Tell the shop of a parcel</source>
        <translation>向店铺回传运单</translation>
    </message>
    <message>
        <source>Leave a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Close an order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Void a payment</source>
        <translation>撤销付款</translation>
    </message>
    <message>
        <source>Close a payment</source>
        <translation>关闭付款</translation>
    </message>
    <message>
        <source>Ask for prices</source>
        <translation>询价</translation>
    </message>
    <message>
        <source>Book a parcel</source>
        <translation>快递下单</translation>
    </message>
    <message>
        <source>Cancel a parcel</source>
        <translation>取消运单</translation>
    </message>
    <message>
        <source>Fetch a label</source>
        <translation>获取面单</translation>
    </message>
</context>
</TS>
