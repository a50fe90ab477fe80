<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ShipmentColumns</name>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last place</source>
        <translation>最近地点</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最近扫描</translation>
    </message>
</context>
<context>
    <name>supercargo::ShipmentsPage</name>
    <message>
        <source>Shipments</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Events of the chosen parcel</source>
        <translation>所选包裹的轨迹</translation>
    </message>
    <message>
        <source>%1 parcels on their way are on the map, %2 name no place that is known.</source>
        <translation>地图上有 %1 个在途包裹，另有 %2 个没有可识别的地点。</translation>
    </message>
    <message>
        <source>There are no parcels yet.</source>
        <translation>还没有包裹。</translation>
    </message>
    <message>
        <source>Connect a courier</source>
        <translation>连接快递公司</translation>
    </message>
    <message>
        <source>The places of the map cannot be read: %1</source>
        <translation>无法读取地图的地点：%1</translation>
    </message>
</context>
</TS>
