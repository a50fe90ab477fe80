<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::MapSettings</name>
    <message>
        <source>Type the address of the map; until then the program&apos;s own map is used.</source>
        <translation>请填写地图地址；填好之前使用自带地图。</translation>
    </message>
    <message>
        <source>This map cannot be used: %1. The program&apos;s own map is used.</source>
        <translation>这个地图用不了：%1。现在使用自带地图。</translation>
    </message>
    <message>
        <source>Type who made the map, as its provider demands; until then the program&apos;s own map is used.</source>
        <translation>请按服务商的要求填写地图来源；填好之前使用自带地图。</translation>
    </message>
    <message>
        <source>Map file</source>
        <translation>地图文件</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>The program&apos;s own map needs no network. Another one is asked for at its provider under this program&apos;s name, with two connections at most, and kept in the cache as long as the provider allows. Mind the provider&apos;s terms; a public map of China needs a review number.</source>
        <translation>自带地图不需要网络。其他地图以本软件的名义向服务商请求，最多两个连接，并按服务商允许的期限缓存。请遵守服务商条款；公开展示的中国地图需要审图号。</translation>
    </message>
    <message>
        <source>The program&apos;s own (offline)</source>
        <translation>自带（离线）</translation>
    </message>
    <message>
        <source>Tile server (XYZ)</source>
        <translation>瓦片服务（XYZ）</translation>
    </message>
    <message>
        <source>Map service (WMTS)</source>
        <translation>地图服务（WMTS）</translation>
    </message>
    <message>
        <source>File (MBTiles)</source>
        <translation>文件（MBTiles）</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>您的密钥</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Matrix set</source>
        <translation>矩阵集</translation>
    </message>
    <message>
        <source>Who made it</source>
        <translation>地图来源</translation>
    </message>
    <message>
        <source>Map review number</source>
        <translation>审图号</translation>
    </message>
    <message>
        <source>drawn at the lower left of the map</source>
        <translation>显示在地图左下角</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>The map is in GCJ-02 (Amap, Tencent)</source>
        <translation>该地图使用 GCJ-02 坐标（高德、腾讯）</translation>
    </message>
    <message>
        <source>The key was not kept: %1</source>
        <translation>密钥未能保存：%1</translation>
    </message>
    <message>
        <source>The map shows names of places itself</source>
        <translation>该地图自带地名</translation>
    </message>
</context>
<context>
    <name>supercargo::PictureSettings</name>
    <message>
        <source>Pictures of products</source>
        <translation>商品图片</translation>
    </message>
    <message>
        <source>They come from the shops and are kept on this machine, so that they are there without a network. They take %1 now.</source>
        <translation>图片来自店铺并保存在本机，断网时也可显示。目前占用 %1。</translation>
    </message>
    <message>
        <source>Delete the pictures</source>
        <translation>删除图片</translation>
    </message>
</context>
<context>
    <name>supercargo::SettingsPage</name>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>正在检查数据</translation>
    </message>
    <message>
        <source>Every total agrees with its rows.</source>
        <translation>所有合计与明细一致。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>%1, currency %2, days cut in %3.</source>
        <translation>%1，货币 %2，按 %3 时区划分日期。</translation>
    </message>
    <message>
        <source>Open the set-up again</source>
        <translation>重新打开设置向导</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me about new orders and troubled accounts</source>
        <translation>有新订单或账户异常时通知我</translation>
    </message>
    <message>
        <source>Be silent in quiet hours</source>
        <translation>免打扰时段内不提示</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>免打扰开始时间</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>免打扰结束时间</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>关闭窗口后继续在托盘中运行</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>No folder chosen yet.</source>
        <translation>尚未选择文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Recomputes every total from its rows and says what differs.</source>
        <translation>根据明细重新计算所有合计，并指出不一致之处。</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>检查数据</translation>
    </message>
</context>
<context>
    <name>supercargo::ShippingSettings</name>
    <message>
        <source>Shipping</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Where parcels leave from, which courier carries which order, and where goods lie.</source>
        <translation>包裹从哪里发出、哪家快递送哪些订单、货物放在哪里。</translation>
    </message>
    <message>
        <source>Senders…</source>
        <translation>发货地…</translation>
    </message>
    <message>
        <source>Shipping rules…</source>
        <translation>发货规则…</translation>
    </message>
    <message>
        <source>Bins…</source>
        <translation>货位…</translation>
    </message>
</context>
</TS>
