<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Foresight</name>
    <message>
        <source>within a day</source>
        <translation>不到一天</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>The credentials of %1 end on %2 (%3): renew them before.</source>
        <translation>%1 的凭证将于 %2 到期（%3）：请提前更换。</translation>
    </message>
    <message>
        <source>The credentials of %1 ended on %2: renew them.</source>
        <translation>%1 的凭证已于 %2 到期：请更换。</translation>
    </message>
    <message>
        <source>The API version that %1 uses retires on %2 (%3): an update of Supercargo is needed before.</source>
        <translation>%1 所用的接口版本将于 %2 停用（%3）：请在此之前更新掌柜。</translation>
    </message>
    <message>
        <source>The API version that %1 uses was retired on %2: update Supercargo.</source>
        <translation>%1 所用的接口版本已于 %2 停用：请更新掌柜。</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Couriers</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>supercargo::AccountForm</name>
    <message>
        <source>The address must start with https:// and name a host, such as https://shop.example.com.</source>
        <translation>地址须以 https:// 开头并包含主机名，例如 https://shop.example.com。</translation>
    </message>
    <message>
        <source>%1 has no shop at such an address.</source>
        <translation>%1 没有此类地址的店铺。</translation>
    </message>
    <message>
        <source>The provider does not accept this. Copy it again from its console.</source>
        <translation>服务商不接受此项，请从其后台重新复制。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How this account is called in lists.</source>
        <translation>此账户在列表中的名称。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Where %1 answers, beginning with https://.</source>
        <translation>%1 的接口地址，以 https:// 开头。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>正式环境</translation>
    </message>
    <message>
        <source>Provider&apos;s sandbox</source>
        <translation>服务商沙箱</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
</context>
<context>
    <name>supercargo::ConnectPanel</name>
    <message>
        <source>All providers</source>
        <translation>全部服务商</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Asking the provider whether this works…</source>
        <translation>正在向服务商验证…</translation>
    </message>
    <message>
        <source>Check under way</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Details of the account</source>
        <translation>账户信息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>仍然添加</translation>
    </message>
    <message>
        <source>Stores the account now; it is tried again by itself.</source>
        <translation>先保存账户，之后会自动重试。</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>检查并连接</translation>
    </message>
</context>
<context>
    <name>supercargo::FormField</name>
    <message>
        <source>This is needed to connect.</source>
        <translation>连接需要此项。</translation>
    </message>
    <message>
        <source>This does not look like a valid “%1”. Compare it with what the provider shows.</source>
        <translation>这不像有效的“%1”，请与服务商后台显示的内容核对。</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>隐藏“%1”</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>显示“%1”</translation>
    </message>
</context>
<context>
    <name>supercargo::ProviderGallery</name>
    <message>
        <source>Search platforms, payments and couriers</source>
        <translation>搜索平台、支付与快递</translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation>搜索服务商</translation>
    </message>
    <message>
        <source>Providers that can be connected</source>
        <translation>可连接的服务商</translation>
    </message>
    <message>
        <source>No provider matches “%1”.</source>
        <translation>没有与“%1”匹配的服务商。</translation>
    </message>
</context>
<context>
    <name>supercargo::SecretTextEdit</name>
    <message numerus="yes">
        <source>%n characters, hidden</source>
        <translation>
            <numerusform>共 %n 个字符，已隐藏</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences, one after the other; the blank between them is not wanted in Chinese.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Its credentials were forgotten together with the lost key of the vault. Give them again with “Renew credentials…”.</source>
        <translation>其凭证已随保险库丢失的密钥一并清除。请通过“更换凭证…”重新提供。</translation>
    </message>
</context>
</TS>
