<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BookingWords</name>
    <message>
        <source>Not asked</source>
        <translation>未下单</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>下单中</translation>
    </message>
    <message>
        <source>Answer awaited</source>
        <translation>等待回复</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>没有单号</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>无法下单</translation>
    </message>
    <message>
        <source>To be booked</source>
        <translation>待下单</translation>
    </message>
    <message>
        <source>The order is “%1”: it does not wait to be shipped.</source>
        <translation>订单状态为“%1”，不是待发货。</translation>
    </message>
    <message>
        <source>It goes in one parcel with another order, and that one is booked.</source>
        <translation>它与另一订单合并为一个包裹，由那一订单下单。</translation>
    </message>
    <message>
        <source>Nobody knows what it weighs: say it above.</source>
        <translation>重量未知，请在上方填写。</translation>
    </message>
    <message>
        <source>The courier does not collect %1.</source>
        <translation>该快递不代收 %1。</translation>
    </message>
    <message>
        <source>The courier does not answer for this value.</source>
        <translation>该快递不保此金额。</translation>
    </message>
    <message>
        <source>The courier wants to know more: %1</source>
        <translation>快递方还需要以下信息：%1</translation>
    </message>
</context>
<context>
    <name>CancelBooking</name>
    <message>
        <source>Cancel booking</source>
        <translation>取消运单</translation>
    </message>
    <message>
        <source>Take the parcel %1 back? The courier will not fetch it, its label is void, and the order can be booked anew.</source>
        <translation>要取消运单 %1 吗？快递不会上门取件，面单作废，订单可以重新下运单。</translation>
    </message>
    <message>
        <source>The booking of %1 is cancelled.</source>
        <translation>运单 %1 已取消。</translation>
    </message>
    <message>
        <source>The booking of %1 is cancelled already.</source>
        <translation>运单 %1 已经取消。</translation>
    </message>
    <message>
        <source>The courier has %1 already (%2). Use “Return…” to call it back.</source>
        <translation>快递已取走 %1（%2）。请用“退回…”召回。</translation>
    </message>
    <message>
        <source>It was not booked here, or the courier has fetched it meanwhile. Cancel it with the courier.</source>
        <translation>它不是在这里下的运单，或快递已经取走。请联系快递取消。</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>%1 to below %2</source>
        <translation>%1 至 %2 以下</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>cash on delivery</source>
        <translation>货到付款</translation>
    </message>
    <message>
        <source>paid before</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>every order</source>
        <translation>所有订单</translation>
    </message>
    <message>
        <source>carries it</source>
        <translation>由它承运</translation>
    </message>
    <message>
        <source>no: the order is of another shop</source>
        <translation>否：订单属于别的店铺</translation>
    </message>
    <message>
        <source>no: where it goes is not known</source>
        <translation>否：目的地未知</translation>
    </message>
    <message>
        <source>no: it goes to %1</source>
        <translation>否：寄往 %1</translation>
    </message>
    <message>
        <source>no: it is worth %1</source>
        <translation>否：金额为 %1</translation>
    </message>
    <message>
        <source>no: its weight is not known</source>
        <translation>否：重量未知</translation>
    </message>
    <message>
        <source>no: it weighs %1 g</source>
        <translation>否：重 %1 克</translation>
    </message>
    <message>
        <source>no: it is paid on delivery</source>
        <translation>否：是货到付款</translation>
    </message>
    <message>
        <source>no: it is not paid on delivery</source>
        <translation>否：不是货到付款</translation>
    </message>
</context>
<context>
    <name>supercargo::ActDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asking… You may close this; it goes on by itself.</source>
        <translation>正在请求… 可以关闭窗口，会自动继续。</translation>
    </message>
    <message>
        <source>It is accepted; the provider will say when it is done.</source>
        <translation>已受理，完成后对方会通知。</translation>
    </message>
    <message>
        <source>The provider refused.</source>
        <translation>对方拒绝了。</translation>
    </message>
    <message>
        <source>The provider refused: %1</source>
        <translation>对方拒绝：%1</translation>
    </message>
    <message>
        <source>The provider cannot be reached now. It is tried again by itself; you may close this.</source>
        <translation>暂时连接不上对方，会自动重试；可以关闭窗口。</translation>
    </message>
</context>
<context>
    <name>supercargo::BinsDialog</name>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Main warehouse</source>
        <translation>主仓库</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Where goods lie. Pick lists name the bin and lead along the shelves in their order.</source>
        <translation>货物放在哪里。拣货单会写明货位，并按货架顺序带路。</translation>
    </message>
    <message>
        <source>No bin is known. Say where a SKU lies, and pick lists will lead there.</source>
        <translation>还没有货位。填写 SKU 放在哪里，拣货单就会带您去取。</translation>
    </message>
    <message>
        <source>Add a bin</source>
        <translation>添加货位</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Search SKU or bin</source>
        <translation>搜索 SKU 或货位</translation>
    </message>
    <message>
        <source>as A-2-13</source>
        <translation>如 A-2-13</translation>
    </message>
    <message>
        <source>The first %1 of %2; search for the others.</source>
        <translation>显示前 %1 条，共 %2 条；其余请搜索。</translation>
    </message>
    <message>
        <source>No SKU and no bin is called so.</source>
        <translation>没有这样的 SKU 或货位。</translation>
    </message>
    <message>
        <source>Say which SKU lies there.</source>
        <translation>请填写那里放的 SKU。</translation>
    </message>
    <message>
        <source>Say which bin; to forget it, remove the line.</source>
        <translation>请填写货位；不再需要时请删除该行。</translation>
    </message>
</context>
<context>
    <name>supercargo::BulkBookingDialog</name>
    <message>
        <source>No order is chosen.</source>
        <translation>没有选择订单。</translation>
    </message>
    <message>
        <source>No connected account can book parcels. Connect a courier first.</source>
        <translation>没有可以下单的快递账户，请先连接一个。</translation>
    </message>
    <message>
        <source>Say how much one parcel weighs.</source>
        <translation>请填写每个包裹的重量。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Asking the courier for prices…</source>
        <translation>正在向快递询价…</translation>
    </message>
    <message>
        <source>The courier gave no prices: %1</source>
        <translation>快递没有报价：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>These prices hold for the first order; others may differ by place and weight.</source>
        <translation>以上是第一单的价格；其他订单会因地区和重量而不同。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 单</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 booked, %2 not booked</source>
        <translation>成功 %1 单，未成功 %2 单</translation>
    </message>
    <message>
        <source>Book parcels</source>
        <translation>批量下单</translation>
    </message>
    <message>
        <source>By my shipping rules</source>
        <translation>按发货规则</translation>
    </message>
    <message>
        <source>All with one courier</source>
        <translation>全部用同一家快递</translation>
    </message>
    <message>
        <source>C&amp;ourier account</source>
        <translation>快递账户(&amp;O)</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>服务(&amp;V)</translation>
    </message>
    <message>
        <source>Sent &amp;from</source>
        <translation>寄件地址(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Weight of a parcel</source>
        <translation>每件重量(&amp;W)</translation>
    </message>
    <message>
        <source>Courier account</source>
        <translation>快递账户</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>寄件地址</translation>
    </message>
    <message>
        <source>Weight of a parcel</source>
        <translation>每件重量</translation>
    </message>
    <message>
        <source>Ask for prices</source>
        <translation>询价</translation>
    </message>
    <message>
        <source>Orders and their bookings</source>
        <translation>订单与下单结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Print the labels when all are booked</source>
        <translation>全部下单后打印面单</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Stop the rest</source>
        <translation>停止其余</translation>
    </message>
    <message>
        <source>Try the failed ones again</source>
        <translation>重试失败的</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>打印面单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n orders taken back. What the courier has already been asked for goes on.</source>
        <translation>
            <numerusform>已撤回 %n 单。已经发给快递的照常进行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels sent to the print queue.</source>
        <translation>
            <numerusform>%n 张面单已加入打印队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n days</source>
        <translation>
            <numerusform>%1，%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book parcels for %n orders</source>
        <translation>
            <numerusform>为 %n 个订单下快递单</numerusform>
        </translation>
    </message>
    <message>
        <source>No sender&apos;s address is set. Add one with “Senders…”.</source>
        <translation>还没有发货地址。请用“发货地…”添加。</translation>
    </message>
    <message>
        <source>Shipping rules…</source>
        <translation>发货规则…</translation>
    </message>
    <message>
        <source>Senders…</source>
        <translation>发货地…</translation>
    </message>
    <message>
        <source>Courier collects</source>
        <translation>快递代收</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>by its articles or rule</source>
        <translation>按商品重量或规则</translation>
    </message>
    <message>
        <source>None of the chosen orders can be booked. The list says why of each.</source>
        <translation>所选订单都无法下单，原因见列表。</translation>
    </message>
    <message>
        <source>Book %1 of %2</source>
        <translation>下单 %1/%2</translation>
    </message>
    <message>
        <source>%1 to be booked, %2 not possible</source>
        <translation>%1 个可下单，%2 个无法下单</translation>
    </message>
    <message>
        <source>Looking at the orders…</source>
        <translation>正在查看订单…</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>承运</translation>
    </message>
    <message>
        <source>Write the size in centimetres, like 30 × 20 × 10.</source>
        <translation>请以厘米填写尺寸，例如 30 × 20 × 10。</translation>
    </message>
    <message>
        <source>Si&amp;ze in cm</source>
        <translation>尺寸（厘米）(&amp;Z)</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Length × width × height, like 30 × 20 × 10</source>
        <translation>长 × 宽 × 高，例如 30 × 20 × 10</translation>
    </message>
    <message>
        <source>Size in cm</source>
        <translation>尺寸（厘米）</translation>
    </message>
</context>
<context>
    <name>supercargo::CloseOrderDialog</name>
    <message>
        <source>Close order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>Order %1 will not be carried out. Its shop closes it for the buyer too, and nobody can open it again.</source>
        <translation>订单 %1 将不再执行。店铺也会为买家关闭它，且无法重新打开。</translation>
    </message>
    <message>
        <source>The shop is asked to close order %1.</source>
        <translation>已请求店铺关闭订单 %1。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why; the buyer may ask.</source>
        <translation>请填写原因，买家可能会问。</translation>
    </message>
    <message>
        <source>The order has ended already.</source>
        <translation>订单已经结束。</translation>
    </message>
</context>
<context>
    <name>supercargo::ListDialog</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>supercargo::OrderNoteDialog</name>
    <message>
        <source>Note to the shop</source>
        <translation>给店铺留言</translation>
    </message>
    <message>
        <source>The note is kept with order %1 at its shop.</source>
        <translation>留言保存在店铺的订单 %1 中。</translation>
    </message>
    <message>
        <source>Leave note</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>The note is left with order %1.</source>
        <translation>已给订单 %1 留言。</translation>
    </message>
    <message>
        <source>The buyer may read it</source>
        <translation>买家可见</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>请先写留言。</translation>
    </message>
</context>
<context>
    <name>supercargo::RefundDialog</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Order %1: %2 was paid, %3 can still be refunded. The money goes back the way it came.</source>
        <translation>订单 %1：已付 %2，还可退款 %3。款项原路退回。</translation>
    </message>
    <message>
        <source>The refund of order %1 is asked for.</source>
        <translation>已申请订单 %1 的退款。</translation>
    </message>
    <message>
        <source>for the shop and the buyer</source>
        <translation>给店铺和买家看</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>金额，%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Write an amount like 12.30.</source>
        <translation>请这样写金额：12.30。</translation>
    </message>
    <message>
        <source>At most %1 can still be refunded.</source>
        <translation>最多还能退款 %1。</translation>
    </message>
    <message>
        <source>Say why; the books keep it.</source>
        <translation>请填写原因，会留在账上。</translation>
    </message>
    <message>
        <source>That is more than can still be refunded, or nobody who can refund it is connected.</source>
        <translation>超过了可退金额，或没有连接能退款的渠道。</translation>
    </message>
</context>
<context>
    <name>supercargo::RuleTrial</name>
    <message>
        <source>No rule carries it; it waits until a person books it.</source>
        <translation>没有规则适用，等待人工下运单。</translation>
    </message>
    <message>
        <source>Its weight is not known: say it when you book.</source>
        <translation>重量未知：下运单时请填写。</translation>
    </message>
    <message>
        <source>It is booked by itself as soon as it may be shipped.</source>
        <translation>可发货时会自动下运单。</translation>
    </message>
    <message>
        <source>It is booked when you say so.</source>
        <translation>由您决定何时下运单。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try the rules on an order</source>
        <translation>用一个订单试规则</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>not weighed</source>
        <translation>未称重</translation>
    </message>
    <message>
        <source>Weight of the parcel</source>
        <translation>包裹重量</translation>
    </message>
    <message>
        <source>Write the number of an order.</source>
        <translation>请填写订单编号。</translation>
    </message>
    <message>
        <source>No order has the number %1.</source>
        <translation>没有编号为 %1 的订单。</translation>
    </message>
    <message>
        <source>Its articles weigh %1.</source>
        <translation>商品合计重 %1。</translation>
    </message>
    <message>
        <source>It waited before the rule began to book by itself or its shop was connected, so it is booked when you say so.</source>
        <translation>它在该规则开始自动下单或店铺接入之前就已在等待，因此由您决定何时下单。</translation>
    </message>
</context>
<context>
    <name>supercargo::SendersDialog</name>
    <message>
        <source>Senders</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>Where parcels leave from. Couriers print this address on the label and bring back there what cannot be delivered.</source>
        <translation>包裹从哪里发出。快递会把此地址印在面单上，送不到的也退回这里。</translation>
    </message>
    <message>
        <source>No address is known that parcels leave from. Add one, else nothing can be booked.</source>
        <translation>还没有发货地址。请先添加，否则无法下运单。</translation>
    </message>
    <message>
        <source>Add a sender</source>
        <translation>添加发货地</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>what you call it, as “Main warehouse”</source>
        <translation>您的叫法，如“主仓库”</translation>
    </message>
    <message>
        <source>two letters, as CN</source>
        <translation>两个字母，如 CN</translation>
    </message>
    <message>
        <source>Person or firm</source>
        <translation>姓名或公司</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Street and house</source>
        <translation>街道和门牌</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Give the place a name.</source>
        <translation>请给发货地取个名字。</translation>
    </message>
    <message>
        <source>Couriers need a name.</source>
        <translation>快递需要姓名。</translation>
    </message>
    <message>
        <source>Couriers need a telephone number.</source>
        <translation>快递需要电话号码。</translation>
    </message>
    <message>
        <source>Write two letters, as CN or US.</source>
        <translation>请写两个字母，如 CN 或 US。</translation>
    </message>
    <message>
        <source>Couriers need a street and house.</source>
        <translation>快递需要街道和门牌。</translation>
    </message>
    <message>
        <source>A shipping rule sends from here. Change that rule first.</source>
        <translation>有发货规则从这里发货，请先修改那条规则。</translation>
    </message>
</context>
<context>
    <name>supercargo::ShippedDialog</name>
    <message>
        <source>Mark shipped</source>
        <translation>标记已发货</translation>
    </message>
    <message>
        <source>Order %1 was sent with a parcel that was not booked here. Its shop is told the number.</source>
        <translation>订单 %1 的包裹不是在这里下的运单。单号会告知店铺。</translation>
    </message>
    <message>
        <source>Tell the shop</source>
        <translation>告知店铺</translation>
    </message>
    <message>
        <source>The shop knows how order %1 was sent.</source>
        <translation>店铺已知道订单 %1 的发货方式。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>surely %1</source>
        <translation>应为%1</translation>
    </message>
    <message>
        <source>probably %1</source>
        <translation>很可能是%1</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>可能是%1</translation>
    </message>
    <message>
        <source>By its number: %1.</source>
        <translation>按单号判断：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The check digit does not fit: look at the number again. It can be sent as it is.</source>
        <translation>校验码不符，请再核对一遍单号。也可以按原样提交。</translation>
    </message>
    <message>
        <source>Write the number on the label.</source>
        <translation>请填写面单上的单号。</translation>
    </message>
    <message>
        <source>Choose who carries it.</source>
        <translation>请选择承运快递。</translation>
    </message>
</context>
<context>
    <name>supercargo::ShippingRulesDialog</name>
    <message>
        <source>Shipping rules</source>
        <translation>发货规则</translation>
    </message>
    <message>
        <source>Which courier carries which order. Rules are asked from the top; the first that fits carries it.</source>
        <translation>哪家快递送哪些订单。从上往下比对，第一条符合的规则生效。</translation>
    </message>
    <message>
        <source>No rule is set. With one, orders find their courier by themselves.</source>
        <translation>还没有规则。有了规则，订单会自动找到快递。</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>承运</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>下单方式</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>This rule is in use</source>
        <translation>启用这条规则</translation>
    </message>
    <message>
        <source>Book by itself as soon as an order may be shipped</source>
        <translation>订单可发货时自动下运单</translation>
    </message>
    <message>
        <source>Ask this rule earlier</source>
        <translation>提前这条规则</translation>
    </message>
    <message>
        <source>Ask this rule later</source>
        <translation>推后这条规则</translation>
    </message>
    <message>
        <source>must be told</source>
        <translation>下单时填写</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>everywhere; or two letters: CN HK</source>
        <translation>不限；或两个字母：CN HK</translation>
    </message>
    <message>
        <source>everywhere; or: 浙江 上海</source>
        <translation>不限；或：浙江 上海</translation>
    </message>
    <message>
        <source>the courier&apos;s usual one</source>
        <translation>快递的默认服务</translation>
    </message>
    <message>
        <source>as agreed with the courier</source>
        <translation>按与快递的约定</translation>
    </message>
    <message>
        <source>paid in any way</source>
        <translation>任意付款方式</translation>
    </message>
    <message>
        <source>only cash on delivery</source>
        <translation>仅货到付款</translation>
    </message>
    <message>
        <source>only paid before</source>
        <translation>仅已付款</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Orders that it carries</source>
        <translation>适用的订单</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Weight from</source>
        <translation>重量至少</translation>
    </message>
    <message>
        <source>Weight below</source>
        <translation>重量低于</translation>
    </message>
    <message>
        <source>Worth from, %1</source>
        <translation>金额至少，%1</translation>
    </message>
    <message>
        <source>Worth below, %1</source>
        <translation>金额低于，%1</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Shops; none ticked: all</source>
        <translation>店铺（不勾选即全部）</translation>
    </message>
    <message>
        <source>How it is carried</source>
        <translation>如何发货</translation>
    </message>
    <message>
        <source>Courier account</source>
        <translation>快递账户</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>运费由谁付</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>Usual weight</source>
        <translation>通常重量</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>an account that is gone</source>
        <translation>已移除的账户</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>请给规则取个名字。</translation>
    </message>
    <message>
        <source>No parcel is both: this must be more than the weight above.</source>
        <translation>没有包裹同时满足：此处必须大于上面的重量。</translation>
    </message>
    <message>
        <source>Write an amount like 100 or 99.50.</source>
        <translation>请这样写金额：100 或 99.50。</translation>
    </message>
    <message>
        <source>No order is both: this must be more than the amount above.</source>
        <translation>没有订单同时满足：此处必须大于上面的金额。</translation>
    </message>
    <message>
        <source>No connected account can book parcels. Connect a courier first.</source>
        <translation>没有能下运单的账户，请先连接快递。</translation>
    </message>
    <message>
        <source>Choose who carries it.</source>
        <translation>请选择承运快递。</translation>
    </message>
    <message>
        <source>No sender is known. Add one under “Senders…” first.</source>
        <translation>还没有发货地。请先在“发货地…”中添加。</translation>
    </message>
    <message>
        <source>Choose where parcels leave from.</source>
        <translation>请选择发货地。</translation>
    </message>
    <message>
        <source>by itself since %1</source>
        <translation>自 %1 起自动</translation>
    </message>
    <message>
        <source>Waiting orders</source>
        <translation>待发货订单</translation>
    </message>
    <message numerus="yes">
        <source>%n orders that wait already would be booked at once.</source>
        <translation>
            <numerusform>已有 %n 个待发货订单会立即下单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders that may be shipped from now on are booked by themselves in any case. What is left alone can still be booked by hand.</source>
        <translation>从现在起可发货的订单都会自动下单。未处理的订单仍可手动下单。</translation>
    </message>
    <message>
        <source>Only orders from now on</source>
        <translation>仅限今后的订单</translation>
    </message>
    <message>
        <source>Those that wait too</source>
        <translation>也包括待发货订单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>
