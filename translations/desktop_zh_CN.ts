<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>desktop</name>
    <message>
        <source>Supercargo cannot open the workspace</source>
        <translation>掌柜无法打开工作区</translation>
    </message>
</context>
</TS>
