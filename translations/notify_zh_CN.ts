<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>notice</name>
    <message>
        <source>New order</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Order %1 has come in.</source>
        <translation>收到订单 %1。</translation>
    </message>
    <message>
        <source>New orders</source>
        <translation>新订单</translation>
    </message>
    <message numerus="yes">
        <source>%n orders have come in.</source>
        <translation>
            <numerusform>收到 %n 笔订单。</numerusform>
        </translation>
    </message>
    <message>
        <source>An account needs attention</source>
        <translation>有账户需要处理</translation>
    </message>
    <message>
        <source>Nothing is read from %1 until you look at it.</source>
        <translation>处理之前不会再从 %1 读取数据。</translation>
    </message>
    <message>
        <source>Accounts need attention</source>
        <translation>多个账户需要处理</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is read from %n accounts until you look at them.</source>
        <translation>
            <numerusform>处理之前不会再从 %n 个账户读取数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Records not understood</source>
        <translation>有记录无法识别</translation>
    </message>
    <message numerus="yes">
        <source>%n records could not be understood and wait for you.</source>
        <translation>
            <numerusform>%n 条记录无法识别，等待处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Nothing new can be stored until there is room again.</source>
        <translation>腾出空间之前无法保存新数据。</translation>
    </message>
    <message>
        <source>A provider changed something</source>
        <translation>平台有变化</translation>
    </message>
    <message numerus="yes">
        <source>%n things that Supercargo does not know yet; nothing has failed.</source>
        <translation>
            <numerusform>有 %n 处掌柜还不认识；目前没有出错。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something ends soon</source>
        <translation>有内容即将到期</translation>
    </message>
    <message>
        <source>%1: its credentials or its API version end soon.</source>
        <translation>%1：凭证或接口版本即将到期。</translation>
    </message>
    <message numerus="yes">
        <source>Credentials or API versions of %n accounts end soon.</source>
        <translation>
            <numerusform>%n 个账户的凭证或接口版本即将到期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stock is short</source>
        <translation>库存不足</translation>
    </message>
    <message>
        <source>%1 is sold out or runs short.</source>
        <translation>%1 已售罄或库存不足。</translation>
    </message>
    <message numerus="yes">
        <source>%n articles are sold out or run short.</source>
        <translation>
            <numerusform>%n 个商品已售罄或库存不足。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::TrayIcon</name>
    <message>
        <source>Open Supercargo</source>
        <translation>打开掌柜</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Go on syncing</source>
        <translation>继续同步</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>暂停同步</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Supercargo: syncing is paused</source>
        <translation>掌柜：同步已暂停</translation>
    </message>
    <message>
        <source>Supercargo</source>
        <translation>掌柜</translation>
    </message>
</context>
</TS>
