<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>The map cannot be shown: %1</source>
        <translation>无法显示地图：%1</translation>
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
</context>
</TS>
