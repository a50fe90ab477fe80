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
    <message>
        <source>new</source>
        <translation>新增</translation>
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
    <message>
        <source>By %1, in the time zone %2. Press to see the rows.</source>
        <translation>按%1，时区 %2。点击查看明细。</translation>
    </message>
    <message>
        <source>What needs you in the warehouse</source>
        <translation>库存待处理</translation>
    </message>
</context>
<context>
    <name>supercargo::ShortStock</name>
    <message>
        <source>%1: %2, %3 a day</source>
        <translation>%1：%2，每天损失 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>All %n alert(s)</source>
        <translation>
            <numerusform>全部 %n 条提醒</numerusform>
        </translation>
    </message>
</context>
</TS>
