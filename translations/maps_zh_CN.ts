<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>MapSourceTexts</name>
    <message>
        <source>it does not answer</source>
        <translation>它没有应答</translation>
    </message>
    <message>
        <source>it does not accept the key</source>
        <translation>它不接受这个密钥</translation>
    </message>
    <message>
        <source>it wants a key of your own</source>
        <translation>它需要您自己的密钥</translation>
    </message>
    <message>
        <source>its address is wrong</source>
        <translation>它的地址不对</translation>
    </message>
    <message>
        <source>it gives nothing at the moment</source>
        <translation>它暂时不提供地图</translation>
    </message>
    <message>
        <source>it holds something other than map pictures (%1)</source>
        <translation>它给出的不是地图图片（%1）</translation>
    </message>
    <message>
        <source>the file is not there</source>
        <translation>找不到这个文件</translation>
    </message>
    <message>
        <source>layer and matrix set are missing</source>
        <translation>缺少图层和矩阵集</translation>
    </message>
    <message>
        <source>the address lacks {z}, {x} or {y}</source>
        <translation>地址中缺少 {z}、{x} 或 {y}</translation>
    </message>
</context>
<context>
    <name>MapTexts</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>supercargo::MapPanel</name>
    <message>
        <source>No place of this name</source>
        <translation>没有这个地名</translation>
    </message>
    <message>
        <source>Parcels on their way</source>
        <translation>在途包裹</translation>
    </message>
    <message>
        <source>Save the map as a picture</source>
        <translation>把地图存为图片</translation>
    </message>
    <message>
        <source>Save the map as PDF</source>
        <translation>把地图存为 PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The map could not be saved: %1</source>
        <translation>地图无法保存：%1</translation>
    </message>
    <message>
        <source>There is no printer that can be drawn on. Save the map as PDF instead.</source>
        <translation>没有可用的打印机，请改存为 PDF。</translation>
    </message>
    <message>
        <source>The map could not be printed: %1</source>
        <translation>地图无法打印：%1</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>查找地点</translation>
    </message>
    <message>
        <source>Find a place on the map</source>
        <translation>在地图上查找地点</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的地点</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all parcels</source>
        <translation>显示全部包裹</translation>
    </message>
    <message>
        <source>Choose parcels with a box</source>
        <translation>框选包裹</translation>
    </message>
    <message>
        <source>Show routes</source>
        <translation>显示线路</translation>
    </message>
    <message>
        <source>Replay a day</source>
        <translation>回放一天</translation>
    </message>
    <message>
        <source>Export or print the map</source>
        <translation>导出或打印地图</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>supercargo::MapView</name>
    <message>
        <source>Map of parcels</source>
        <translation>包裹地图</translation>
    </message>
    <message>
        <source>Parcels: %1</source>
        <translation>包裹：%1</translation>
    </message>
    <message>
        <source>With a problem: %1</source>
        <translation>有问题：%1</translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>已晚点：%1</translation>
    </message>
    <message>
        <source>Quiet for long: %1</source>
        <translation>久无动静：%1</translation>
    </message>
    <message>
        <source>Natural Earth, GeoNames</source>
        <translation>数据：Natural Earth、GeoNames</translation>
    </message>
    <message>
        <source>Arrow keys move, plus and minus zoom, Home shows everything, Enter opens what is nearest to the middle.</source>
        <translation>方向键移动，加减号缩放，Home 显示全部，回车打开离中心最近的一处。</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正常在途</translation>
    </message>
    <message>
        <source>Quiet for long</source>
        <translation>久无动静</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Route, by number</source>
        <translation>线路，越粗越多</translation>
    </message>
    <message>
        <source>The chosen map gives nothing, the offline map stands in: %1</source>
        <translation>所选地图没有内容，先用离线地图：%1</translation>
    </message>
    <message>
        <source>The map of the program is damaged (%1). Install the program again.</source>
        <translation>程序自带的地图已损坏（%1）。请重新安装程序。</translation>
    </message>
    <message>
        <source>Place known only roughly</source>
        <translation>只知大致位置</translation>
    </message>
</context>
</TS>
