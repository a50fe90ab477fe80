<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::PackDialog</name>
    <message>
        <source>In the box</source>
        <translation>已装</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Order %1 was packed already, %2.</source>
        <translation>订单 %1 已经打包过（%2）。</translation>
    </message>
    <message>
        <source>Order %1 is open. Scan its goods.</source>
        <translation>已打开订单 %1，请扫描商品。</translation>
    </message>
    <message>
        <source>%1 does not belong to order %2. Take it out.</source>
        <translation>%1 不属于订单 %2，请取出。</translation>
    </message>
    <message>
        <source>One too many: all pieces of %1 are in the box already.</source>
        <translation>多了一件：%1 已经装够。</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>One piece less of %1.</source>
        <translation>已取出一件 %1。</translation>
    </message>
    <message>
        <source>Nothing of that is in the box.</source>
        <translation>箱中没有这件商品。</translation>
    </message>
    <message>
        <source>Scan an order or a waybill.</source>
        <translation>请扫描订单号或运单号。</translation>
    </message>
    <message>
        <source>Order %1 is packed. It has no parcel yet, so there is no label to print: book one.</source>
        <translation>订单 %1 已打包。还没有运单，无面单可打印，请先下单。</translation>
    </message>
    <message>
        <source>Order %1 is packed. Scan the next one.</source>
        <translation>订单 %1 已打包，请扫描下一单。</translation>
    </message>
    <message>
        <source>No order and no waybill has the number %1.</source>
        <translation>找不到订单或运单 %1。</translation>
    </message>
    <message>
        <source>Order %1 was packed by somebody else meanwhile.</source>
        <translation>订单 %1 已被他人打包。</translation>
    </message>
    <message>
        <source>Several orders have the number %1. Scan the waybill instead.</source>
        <translation>有多个订单的编号是 %1，请改扫运单号。</translation>
    </message>
    <message>
        <source>Order %1 is not to be packed: it is cancelled, unpaid, finished or empty.</source>
        <translation>订单 %1 不能打包：已取消、未付款、已完成或没有商品。</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>未打开订单</translation>
    </message>
    <message>
        <source>Scan the number of an order or a waybill to begin.</source>
        <translation>扫描订单号或运单号开始。</translation>
    </message>
    <message>
        <source>No parcel is booked yet.</source>
        <translation>尚未下运单。</translation>
    </message>
    <message>
        <source>Waybill %1</source>
        <translation>运单 %1</translation>
    </message>
    <message>
        <source>%1 of %2 pieces</source>
        <translation>%1 / %2 件</translation>
    </message>
    <message>
        <source>Scan and pack</source>
        <translation>扫描打包</translation>
    </message>
    <message>
        <source>Scan, or type and press Enter</source>
        <translation>扫描，或输入后按回车</translation>
    </message>
    <message>
        <source>Scanned number</source>
        <translation>扫描的号码</translation>
    </message>
    <message>
        <source>Goods of the order</source>
        <translation>订单商品</translation>
    </message>
    <message>
        <source>Pieces in the box</source>
        <translation>已装件数</translation>
    </message>
    <message>
        <source>Print the waybill label when everything is in</source>
        <translation>装齐后打印面单</translation>
    </message>
    <message>
        <source>Print a packing slip when everything is in</source>
        <translation>装齐后打印装箱单</translation>
    </message>
    <message>
        <source>Take one out</source>
        <translation>取出一件</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>换一单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Order %1 has no parcel yet: book one, then weigh it.</source>
        <translation>订单 %1 还没有包裹：请先下单取号，再称重。</translation>
    </message>
    <message>
        <source>The parcel of order %1 weighs %2 g.</source>
        <translation>订单 %1 的包裹重 %2 克。</translation>
    </message>
    <message>
        <source>%1 of %2 pieces of order %3 are in the box.</source>
        <translation>订单 %3 的 %2 件中已有 %1 件装箱。</translation>
    </message>
    <message>
        <source>If you stop now, these pieces are to be scanned again.</source>
        <translation>现在停止，这些件要重新扫描。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on packing</source>
        <translation>继续装箱</translation>
    </message>
    <message>
        <source>Parcel %1 of %2 of order %3 is packed. Scan the next one.</source>
        <translation>订单 %3 的包裹 %1/%2 已打包。请扫描下一个。</translation>
    </message>
    <message>
        <source>The lines of order %1 have changed since it was split. Undo the split first.</source>
        <translation>订单 %1 拆分后商品有变。请先撤销拆分。</translation>
    </message>
    <message>
        <source>Parcel %1 of %2</source>
        <translation>包裹 %1/%2</translation>
    </message>
    <message>
        <source>Together with %1</source>
        <translation>与 %1 合包</translation>
    </message>
    <message>
        <source>Parcel %1 of %2 of order %3 was packed already, %4.</source>
        <translation>订单 %3 的第 %1 个包裹（共 %2 个）已经打包，时间：%4。</translation>
    </message>
    <message>
        <source>Order %1 has no parcel %2 now. Scan a newer slip or the waybill.</source>
        <translation>订单 %1 现在没有第 %2 个包裹。请扫描较新的装箱单或运单。</translation>
    </message>
</context>
</TS>
