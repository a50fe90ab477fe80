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
    <message>
        <source>The key is not in this computer&apos;s keychain. Open the keychain that the workspace was made with, or begin a new vault.</source>
        <translation>本机的钥匙串中没有该密钥。请打开创建工作区时使用的钥匙串，或新建保险库。</translation>
    </message>
    <message>
        <source>The keychain does not give out the key. Unlock it and try again.</source>
        <translation>钥匙串未给出密钥。请解锁钥匙串后重试。</translation>
    </message>
</context>
<context>
    <name>supercargo::NewVaultDialog</name>
    <message>
        <source>New vault</source>
        <translation>新建保险库</translation>
    </message>
    <message>
        <source>Begin a new vault?</source>
        <translation>要新建保险库吗？</translation>
    </message>
    <message>
        <source>Orders, products and settings stay.</source>
        <translation>订单、商品和设置都会保留。</translation>
    </message>
    <message>
        <source>Accounts whose credentials are forgotten and must be typed again: %1. So must the key of a map, if you have given one. There is no way back.</source>
        <translation>凭证将被清除、需要重新输入的账户数：%1。若曾填写地图密钥，也须重新输入。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Begin a new vault</source>
        <translation>新建保险库</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <message>
        <source>The accounts&apos; secrets are sealed, and their key is in a keychain.</source>
        <translation>账户密钥已加密保存，解密所需的密钥在钥匙串中。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Forgotten?…</source>
        <translation>忘记口令？…</translation>
    </message>
    <message>
        <source>New vault…</source>
        <translation>新建保险库…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The passphrase is forgotten: begin a new vault</source>
        <translation>口令已忘记：新建保险库</translation>
    </message>
    <message>
        <source>The key is lost: begin a new vault</source>
        <translation>密钥已丢失：新建保险库</translation>
    </message>
</context>
</TS>
