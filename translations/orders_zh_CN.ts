<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>OrderActs</name>
    <message>
        <source>Refund…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Neither this shop nor a connected gateway can refund it.</source>
        <translation>该店铺和已连接的支付渠道都不能退款。</translation>
    </message>
    <message>
        <source>Nothing of it is left to refund.</source>
        <translation>已没有可退的金额。</translation>
    </message>
    <message>
        <source>Note to the shop…</source>
        <translation>给店铺留言…</translation>
    </message>
    <message>
        <source>This shop&apos;s interface takes no notes.</source>
        <translation>该店铺的接口不支持留言。</translation>
    </message>
    <message>
        <source>Mark shipped…</source>
        <translation>标记已发货…</translation>
    </message>
    <message>
        <source>This shop&apos;s interface takes no tracking numbers.</source>
        <translation>该店铺的接口不接受运单号。</translation>
    </message>
    <message>
        <source>Close order…</source>
        <translation>关闭订单…</translation>
    </message>
    <message>
        <source>This shop&apos;s interface cannot close orders.</source>
        <translation>该店铺的接口不能关闭订单。</translation>
    </message>
    <message>
        <source>The order has ended already.</source>
        <translation>订单已经结束。</translation>
    </message>
    <message>
        <source>Choose one order.</source>
        <translation>请只选一个订单。</translation>
    </message>
</context>
<context>
    <name>OrderColumns</name>
    <message>
        <source>Number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另 %2 件</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
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
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
</context>
<context>
    <name>supercargo::AmountButton</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>任意金额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>不高于</translation>
    </message>
    <message>
        <source>Amount at least</source>
        <translation>金额不低于</translation>
    </message>
    <message>
        <source>Amount at most</source>
        <translation>金额不高于</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>supercargo::MergeDialog</name>
    <message>
        <source>Merge orders</source>
        <translation>合并订单</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>These orders are sent as one parcel. Their shops keep them as they are.</source>
        <translation>这些订单将作为一个包裹寄出，店铺中的订单保持不变。</translation>
    </message>
</context>
<context>
    <name>supercargo::OrderDetailsView</name>
    <message>
        <source>Order details</source>
        <translation>订单详情</translation>
    </message>
    <message>
        <source>Choose an order to see its details.</source>
        <translation>选择一个订单以查看详情。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>单价 %1</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
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
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>%1 · fee %2</source>
        <translation>%1 · 手续费 %2</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Buyer: %1</source>
        <translation>买家：%1</translation>
    </message>
    <message>
        <source>Seller: %1</source>
        <translation>卖家：%1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>Show the call that brought this</source>
        <translation>显示带来此信息的调用</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已下运单</translation>
    </message>
    <message>
        <source>not booked</source>
        <translation>未下运单</translation>
    </message>
    <message>
        <source>One parcel for several orders</source>
        <translation>多个订单合为一个包裹</translation>
    </message>
    <message>
        <source>Several parcels</source>
        <translation>多个包裹</translation>
    </message>
    <message>
        <source>Parcel %1</source>
        <translation>包裹 %1</translation>
    </message>
    <message>
        <source>Ship by %1</source>
        <translation>请于 %1 前发货</translation>
    </message>
</context>
<context>
    <name>supercargo::OrderFilterBar</name>
    <message>
        <source>“%1” is not understood here: %2</source>
        <translation>无法理解“%1”：%2</translation>
    </message>
    <message>
        <source>Filter, e.g. status:to_ship total:&gt;100 Hangzhou</source>
        <translation>筛选，例如 状态:to_ship 金额:&gt;100 杭州</translation>
    </message>
    <message>
        <source>Filter as text</source>
        <translation>筛选文字</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Any province</source>
        <translation>全部省份</translation>
    </message>
</context>
<context>
    <name>supercargo::OrderViews</name>
    <message>
        <source>Set a filter first; the view keeps it.</source>
        <translation>请先设置筛选，视图会保存它。</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>将筛选存为视图</translation>
    </message>
    <message>
        <source>The view is saved.</source>
        <translation>视图已保存。</translation>
    </message>
    <message>
        <source>The views that were always here keep their names.</source>
        <translation>内置视图不能改名。</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>The view is renamed.</source>
        <translation>视图已重命名。</translation>
    </message>
    <message>
        <source>The views that were always here cannot be deleted.</source>
        <translation>内置视图不能删除。</translation>
    </message>
    <message>
        <source>The view is deleted.</source>
        <translation>视图已删除。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
</context>
<context>
    <name>supercargo::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>There are no orders yet.</source>
        <translation>还没有订单。</translation>
    </message>
    <message>
        <source>Connect a shop</source>
        <translation>连接店铺</translation>
    </message>
    <message>
        <source>No order fits this filter.</source>
        <translation>没有符合筛选的订单。</translation>
    </message>
    <message>
        <source>Open an order first.</source>
        <translation>请先打开一个订单。</translation>
    </message>
    <message>
        <source>%1 is copied.</source>
        <translation>已复制 %1。</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Choose one or more orders first.</source>
        <translation>请先选择订单。</translation>
    </message>
    <message>
        <source>The chosen orders have no parcels yet. Book them first.</source>
        <translation>所选订单还没有运单，请先下单。</translation>
    </message>
    <message numerus="yes">
        <source>%n labels sent to the print queue.</source>
        <translation>
            <numerusform>%n 张面单已加入打印队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packing slips sent to the print queue.</source>
        <translation>
            <numerusform>%n 张装箱单已加入打印队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the chosen orders waits for approval.</source>
        <translation>所选订单均无需批准。</translation>
    </message>
    <message numerus="yes">
        <source>%n orders may be shipped now.</source>
        <translation>
            <numerusform>%n 个订单现在可以发货。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose two or more orders first.</source>
        <translation>请先选择两个或更多订单。</translation>
    </message>
    <message>
        <source>The orders are sent as one parcel.</source>
        <translation>这些订单将作为一个包裹寄出。</translation>
    </message>
    <message>
        <source>Choose one order first.</source>
        <translation>请先选择一个订单。</translation>
    </message>
    <message>
        <source>The order is sent as several parcels.</source>
        <translation>该订单将分为多个包裹寄出。</translation>
    </message>
    <message>
        <source>A parcel is booked already, or the order is merged or split. Undo that first.</source>
        <translation>已下运单，或订单已合并或拆分。请先撤销。</translation>
    </message>
    <message>
        <source>The order is not waiting to be shipped as a whole.</source>
        <translation>该订单不是整单待发货。</translation>
    </message>
    <message>
        <source>Every order goes on its own again.</source>
        <translation>各订单恢复单独发货。</translation>
    </message>
    <message>
        <source>None of the chosen orders is merged or split.</source>
        <translation>所选订单均未合并或拆分。</translation>
    </message>
    <message>
        <source>Preview the label…</source>
        <translation>预览面单…</translation>
    </message>
    <message>
        <source>Preview the packing slip…</source>
        <translation>预览装箱单…</translation>
    </message>
    <message>
        <source>Approve orders</source>
        <translation>批准订单</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message numerus="yes">
        <source>%n orders may be shipped then: %1</source>
        <translation>
            <numerusform>批准后有 %n 个订单可以发货：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo merge or split</source>
        <translation>撤销合并或拆分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Each of these orders goes as one parcel of its own again: %1</source>
        <translation>以下订单将恢复为各自一个包裹：%1</translation>
    </message>
</context>
<context>
    <name>supercargo::PlanDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The orders&apos; timelines keep it.</source>
        <translation>会记入订单时间线。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>The orders&apos; timelines keep it; it may stay empty.</source>
        <translation>记录在订单的时间线中；可以留空。</translation>
    </message>
</context>
<context>
    <name>supercargo::SplitDialog</name>
    <message>
        <source>Split order %1</source>
        <translation>拆分订单 %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Number of parcels</source>
        <translation>包裹数</translation>
    </message>
    <message>
        <source>&amp;Parcels</source>
        <translation>包裹数(&amp;P)</translation>
    </message>
    <message>
        <source>Parcel %1</source>
        <translation>包裹 %1</translation>
    </message>
    <message>
        <source>Pieces of %1 in parcel %2</source>
        <translation>包裹 %2 中 %1 的件数</translation>
    </message>
</context>
</TS>
