<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::StateView</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
</TS>
