<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::FeedList</name>
    <message>
        <source>What just happened</source>
        <translation>最新动态</translation>
    </message>
</context>
<context>
    <name>supercargo::FeedModel</name>
    <message>
        <source>Order %1: %2, %3</source>
        <translation>订单 %1：%2，%3</translation>
    </message>
</context>
<context>
    <name>supercargo::FigureCard</name>
    <message>
        <source>Nothing to compare with a week ago</source>
        <translation>一周前没有可比数据</translation>
    </message>
    <message>
        <source>A week ago: %1</source>
        <translation>一周前：%1</translation>
    </message>
    <message>
        <source>%1: %2, change %3</source>
        <translation>%1：%2，变化 %3</translation>
    </message>
</context>
<context>
    <name>supercargo::FlowStep</name>
    <message>
        <source>oldest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>none waiting</source>
        <translation>无待处理</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n orders, %2</source>
        <translation>
            <numerusform>%1：%n 笔订单，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest order here waits too long. Show them.</source>
        <translation>最早的订单等待过久，点击查看。</translation>
    </message>
    <message>
        <source>Show these orders.</source>
        <translation>查看这些订单。</translation>
    </message>
</context>
<context>
    <name>supercargo::FreshnessPanel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
</context>
<context>
    <name>supercargo::OverviewPage</name>
    <message>
        <source>By order date, in the time zone %1.</source>
        <translation>按下单日期统计，时区 %1。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Orders placed today, cancelled ones included.</source>
        <translation>今天下单的订单，含已取消。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Pieces in the orders placed today.</source>
        <translation>今天所下订单中的商品件数。</translation>
    </message>
    <message>
        <source>Placed sales</source>
        <translation>下单金额</translation>
    </message>
    <message>
        <source>Total of the orders placed today, paid or not.</source>
        <translation>今天所下订单的总额，无论是否付款。</translation>
    </message>
    <message>
        <source>Paid sales</source>
        <translation>付款金额</translation>
    </message>
    <message>
        <source>What has been paid of the orders placed today.</source>
        <translation>今天所下订单中已付的金额。</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>What has been refunded of the orders placed today.</source>
        <translation>今天所下订单中已退的金额。</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Placed sales divided by orders; none while orders are in several currencies.</source>
        <translation>下单金额除以订单数；订单有多种币种时不计算。</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1读取</translation>
    </message>
    <message>
        <source>compared with %1 until %2</source>
        <translation>对比 %1 截至 %2</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Ask every account now.</source>
        <translation>立即询问每个账户。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>What just happened</source>
        <translation>最新动态</translation>
    </message>
    <message>
        <source>How current it is</source>
        <translation>数据时效</translation>
    </message>
    <message>
        <source>Nothing has happened yet. New orders appear here by themselves.</source>
        <translation>还没有动态，新订单会自动出现在这里。</translation>
    </message>
    <message>
        <source>Connect your first shop</source>
        <translation>连接你的第一家店铺</translation>
    </message>
    <message>
        <source>Orders, stock and parcels of all your accounts come together here.</source>
        <translation>所有账户的订单、库存和包裹都汇集在这里。</translation>
    </message>
    <message>
        <source>Connect a shop</source>
        <translation>连接店铺</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>去看看</translation>
    </message>
</context>
</TS>
