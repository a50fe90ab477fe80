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
        <source>No shipping rule matches this order.</source>
        <translation>没有适合此订单的发货规则。</translation>
    </message>
    <message>
        <source>A parcel is booked already. Cancel it first.</source>
        <translation>已有运单，请先取消。</translation>
    </message>
    <message>
        <source>The order is not waiting to be shipped.</source>
        <translation>订单不在待发货状态。</translation>
    </message>
    <message>
        <source>The weight or the sender&apos;s address is missing.</source>
        <translation>缺少重量或寄件地址。</translation>
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
        <translation>没有可以下单的快递账号，请先连接一个。</translation>
    </message>
    <message>
        <source>No sender&apos;s address is set. Add one with “senders add” on the command line.</source>
        <translation>还没有寄件地址，请用命令行的“senders add”添加。</translation>
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
        <translation>正在向快递询价……</translation>
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
        <translation>快递账号(&amp;O)</translation>
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
        <source>as the rule says</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Courier account</source>
        <translation>快递账号</translation>
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
</context>
</TS>
