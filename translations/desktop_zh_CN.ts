<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>desktop</name>
    <message>
        <source>Supercargo cannot open the workspace</source>
        <translation>掌柜无法打开工作区</translation>
    </message>
    <message>
        <source>Simulated shop</source>
        <translation>模拟店铺</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>口令不正确。</translation>
    </message>
</context>
<context>
    <name>supercargo::UnlockDialog</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>保险库口令</translation>
    </message>
    <message>
        <source>The accounts&apos; secrets are sealed. Enter the passphrase to go on.</source>
        <translation>账户密钥已加密保存，请输入口令以继续。</translation>
    </message>
</context>
</TS>
