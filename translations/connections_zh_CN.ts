<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo::AccountCard</name>
    <message>
        <source>Renew credentials…</source>
        <translation>更换凭证…</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>查看调用记录</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sync %1 now</source>
        <translation>立即同步 %1</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>%1 的更多操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing has been read from it yet.</source>
        <translation>尚未从中读取任何数据。</translation>
    </message>
    <message>
        <source>Last 24 h: p50 %1 ms, p95 %2 ms</source>
        <translation>近 24 小时：p50 %1 毫秒，p95 %2 毫秒</translation>
    </message>
    <message>
        <source>Half of the answers came within p50, 95 of 100 within p95.</source>
        <translation>一半的响应在 p50 以内，95% 在 p95 以内。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n 次错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls of %1: %2</source>
        <translation>%1 的调用：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n records not understood</source>
        <translation>
            <numerusform>%n 条记录无法识别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::CallModel</name>
    <message>
        <source>Being checked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>supercargo::CallsPanel</name>
    <message>
        <source>All accounts</source>
        <translation>全部账户</translation>
    </message>
    <message>
        <source>No call matches this filter.</source>
        <translation>没有符合筛选条件的调用。</translation>
    </message>
    <message>
        <source>No calls yet. Each request to a provider is kept here, with secrets masked.</source>
        <translation>还没有调用记录。向服务商发出的每次请求都会保存在这里，密钥已遮盖。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was stored from it.</source>
        <translation>未存入任何数据。</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>已存入：%1</translation>
    </message>
    <message>
        <source>Search operation, path or error</source>
        <translation>搜索操作、路径或错误</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>搜索调用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Failed only</source>
        <translation>仅看失败</translation>
    </message>
    <message>
        <source>Calls to providers</source>
        <translation>对服务商的调用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Request (secrets masked)</source>
        <translation>请求（密钥已遮盖）</translation>
    </message>
    <message>
        <source>Answer (secrets masked)</source>
        <translation>响应（密钥已遮盖）</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>supercargo::ConnectDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>连接账户</translation>
    </message>
</context>
<context>
    <name>supercargo::ConnectionsPage</name>
    <message>
        <source>Failed records</source>
        <translation>失败记录</translation>
    </message>
    <message>
        <source>Failed records (%1)</source>
        <translation>失败记录（%1）</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1读取</translation>
    </message>
    <message>
        <source>%1 is connected; its data are being read.</source>
        <translation>%1 已连接，正在读取数据。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>%1 工作正常。</translation>
    </message>
    <message>
        <source>%1 does not work: %2</source>
        <translation>%1 无法使用：%2</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Its credentials, positions and recorded calls are deleted, and nothing is read from it any more. Orders, payments and parcels read so far stay as history.</source>
        <translation>其凭证、同步位置和调用记录将被删除，且不再从中读取数据。已读取的订单、付款和包裹作为历史保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>连接账户</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>尚未连接任何账户</translation>
    </message>
    <message>
        <source>Connect a shop, a payment provider or a courier; its data are then read by themselves.</source>
        <translation>连接店铺、支付或快递账户，之后会自动读取数据。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用记录</translation>
    </message>
</context>
<context>
    <name>supercargo::FailuresPanel</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Last tried</source>
        <translation>上次尝试</translation>
    </message>
    <message>
        <source>Records that could not be understood</source>
        <translation>无法识别的记录</translation>
    </message>
    <message>
        <source>Every record has been understood.</source>
        <translation>所有记录均已识别。</translation>
    </message>
    <message>
        <source>The record as it came</source>
        <translation>原始记录</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>查看调用</translation>
    </message>
</context>
<context>
    <name>supercargo::RenewDialog</name>
    <message>
        <source>Renew credentials</source>
        <translation>更换凭证</translation>
    </message>
    <message>
        <source>Renew the credentials of %1</source>
        <translation>更换 %1 的凭证</translation>
    </message>
    <message>
        <source>The new ones are checked with the provider first. Until they work the old ones stay.</source>
        <translation>新凭证会先向服务商验证，验证通过前继续使用旧凭证。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>检查并保存</translation>
    </message>
</context>
</TS>
