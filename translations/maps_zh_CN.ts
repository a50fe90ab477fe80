<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>Natural Earth, GeoNames</source>
        <translation>数据：Natural Earth、GeoNames</translation>
    </message>
    <message>
        <source>The map cannot be shown: %1</source>
        <translation>无法显示地图：%1</translation>
    </message>
</context>
</TS>
