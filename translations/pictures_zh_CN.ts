<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::PictureView</name>
    <message>
        <source>Picture of the product</source>
        <translation>商品图片</translation>
    </message>
</context>
</TS>
