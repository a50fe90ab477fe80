<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::AccountsStep</name>
    <message>
        <source>The simulated shop</source>
        <translation>模拟店铺</translation>
    </message>
    <message>
        <source>Connect your accounts</source>
        <translation>连接你的账户</translation>
    </message>
    <message>
        <source>It runs beside this program and ends with it.</source>
        <translation>它与本程序一同运行，一同结束。</translation>
    </message>
    <message>
        <source>As many as you like; more can be added under Connections at any time.</source>
        <translation>数量不限，随时可在“连接”页继续添加。</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>已连接：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Its accounts are connected and their orders are being read.</source>
        <translation>账户已连接，正在读取订单。</translation>
    </message>
    <message>
        <source>The simulated shop could not be started. It can be tried again from here: go back and forth.</source>
        <translation>模拟店铺未能启动。返回上一步再前进即可重试。</translation>
    </message>
    <message>
        <source>The simulated shop is starting…</source>
        <translation>正在启动模拟店铺…</translation>
    </message>
</context>
<context>
    <name>supercargo::BackupStep</name>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Best on another disk or in a folder that is synchronised elsewhere. Credentials stay encrypted in it.</source>
        <translation>最好放在另一块磁盘或会同步到别处的文件夹。凭证在备份中保持加密。</translation>
    </message>
    <message>
        <source>This folder cannot be written to. Choose another one.</source>
        <translation>此文件夹不可写入，请另选一个。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder for backups</source>
        <translation>选择备份文件夹</translation>
    </message>
</context>
<context>
    <name>supercargo::LookStep</name>
    <message>
        <source>Welcome to Supercargo</source>
        <translation>欢迎使用掌柜</translation>
    </message>
    <message>
        <source>A few questions, then you are at work. Each can be skipped and changed later in Settings.</source>
        <translation>几个问题之后即可开始工作。每一步都可以跳过，之后可在设置中更改。</translation>
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
</context>
<context>
    <name>supercargo::ProtectionChoice</name>
    <message>
        <source>Use at least eight characters.</source>
        <translation>请至少使用八个字符。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>The keychain does not take the key. Unlock it and try again, or choose a passphrase.</source>
        <translation>钥匙串无法保存密钥。请解锁钥匙串后重试，或改用口令。</translation>
    </message>
    <message>
        <source>Several words in a row are strong and easy to remember.</source>
        <translation>几个词连在一起既安全又好记。</translation>
    </message>
    <message>
        <source>Strength: too short</source>
        <translation>强度：太短</translation>
    </message>
    <message>
        <source>Strength: weak</source>
        <translation>强度：弱</translation>
    </message>
    <message>
        <source>Strength: fair</source>
        <translation>强度：中</translation>
    </message>
    <message>
        <source>Strength: strong</source>
        <translation>强度：强</translation>
    </message>
    <message>
        <source>Keychain of the system</source>
        <translation>系统钥匙串</translation>
    </message>
    <message>
        <source>Looking for one…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Unlocked together with your session; nothing to type.</source>
        <translation>随登录会话解锁，无需输入。</translation>
    </message>
    <message>
        <source>This system offers none at the moment.</source>
        <translation>系统当前没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Nobody can recover it, neither can we. Without it the accounts must be connected again; orders and other data stay readable.</source>
        <translation>口令无法找回，我们也不能。忘记后须重新连接账户；订单等数据仍可读取。</translation>
    </message>
</context>
<context>
    <name>supercargo::ProtectionStep</name>
    <message>
        <source>Protect your credentials</source>
        <translation>保护你的凭证</translation>
    </message>
    <message>
        <source>Keys and tokens of your accounts are encrypted on this computer.</source>
        <translation>账户的密钥和令牌在本机加密保存。</translation>
    </message>
</context>
<context>
    <name>supercargo::ShopStep</name>
    <message>
        <source>Your shop</source>
        <translation>你的店铺</translation>
    </message>
    <message>
        <source>The currency is that of totals and reports; the time zone says when a day begins.</source>
        <translation>币种用于合计和报表，时区决定一天从何时开始。</translation>
    </message>
    <message>
        <source>“%1” is not a currency. Use its three letters, such as CNY.</source>
        <translation>“%1”不是币种，请使用三字母代码，例如 CNY。</translation>
    </message>
    <message>
        <source>“%1” is not a time zone. Choose one of the list, such as Asia/Shanghai.</source>
        <translation>“%1”不是时区，请从列表中选择，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>As your colleagues know it</source>
        <translation>同事熟悉的名称</translation>
    </message>
</context>
<context>
    <name>supercargo::SummaryStep</name>
    <message>
        <source>Ready</source>
        <translation>一切就绪</translation>
    </message>
    <message>
        <source>You explore with the simulated shop. A banner says so on every page.</source>
        <translation>你正在使用模拟店铺体验，每个页面都有横幅提示。</translation>
    </message>
    <message>
        <source>Shop: %1</source>
        <translation>店铺：%1</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Currency %1, time zone %2.</source>
        <translation>币种 %1，时区 %2。</translation>
    </message>
    <message>
        <source>No account is connected yet: do it under Connections.</source>
        <translation>尚未连接账户，可在“连接”页进行。</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>已连接：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No folder for backups is set: do it in Settings.</source>
        <translation>尚未设置备份文件夹，可在设置中进行。</translation>
    </message>
    <message>
        <source>Backups go to %1.</source>
        <translation>备份保存到 %1。</translation>
    </message>
</context>
<context>
    <name>supercargo::WayStep</name>
    <message>
        <source>How do you want to start?</source>
        <translation>你想如何开始？</translation>
    </message>
    <message>
        <source>Explore with the simulated shop</source>
        <translation>用模拟店铺体验</translation>
    </message>
    <message>
        <source>Shops, payments and couriers on this computer, with orders that come in live. Nothing leaves the machine.</source>
        <translation>在本机模拟店铺、支付和快递，订单实时产生，数据不会离开本机。</translation>
    </message>
    <message>
        <source>Connect my own shop</source>
        <translation>连接我的店铺</translation>
    </message>
    <message>
        <source>Your accounts are read; nothing is changed in them unless you say so.</source>
        <translation>只读取你的账户；未经你确认不会作任何更改。</translation>
    </message>
</context>
<context>
    <name>supercargo::Wizard</name>
    <message>
        <source>Set up Supercargo</source>
        <translation>设置掌柜</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
</TS>
