<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountFacts</name>
    <message>
        <source>Open: the schedule rests</source>
        <translation>已熔断：暂停定时同步</translation>
    </message>
    <message numerus="yes">
        <source>After %n failed calls in a row the schedule leaves the provider alone until %1 (%2); then one call tries whether it is back. What you ask for yourself is sent all the same.</source>
        <translation>
            <numerusform>连续 %n 次调用失败，定时同步在 %1（%2）之前不再请求该平台；届时先发一次调用试探是否恢复。您自己发起的请求照常发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>已由您暂停</translation>
    </message>
    <message>
        <source>Nothing is sent until you resume it.</source>
        <translation>恢复之前不会发送任何请求。</translation>
    </message>
    <message>
        <source>Stopped: it needs you</source>
        <translation>已停止：需要您处理</translation>
    </message>
    <message>
        <source>Nothing is sent until what is named above has been put right.</source>
        <translation>上述问题解决之前不会发送任何请求。</translation>
    </message>
    <message>
        <source>Not running here</source>
        <translation>未在此运行</translation>
    </message>
    <message>
        <source>This window does not sync the account at present, so there is no breaker to tell of.</source>
        <translation>当前窗口没有同步该账户，因此没有熔断状态可显示。</translation>
    </message>
    <message>
        <source>Half open: one call is trying</source>
        <translation>半开：正在试探</translation>
    </message>
    <message>
        <source>If it is answered, the schedule goes on; if not, the pause doubles, up to ten minutes.</source>
        <translation>若得到响应，定时同步随即恢复；否则暂停时间加倍，最长十分钟。</translation>
    </message>
    <message>
        <source>Closed: calls go through</source>
        <translation>正常：调用畅通</translation>
    </message>
    <message numerus="yes">
        <source>%n calls in a row have failed; at %1 the breaker opens.</source>
        <translation>
            <numerusform>已连续 %n 次调用失败；达到 %1 次即熔断。</numerusform>
        </translation>
    </message>
    <message>
        <source>After %1 failed calls in a row the schedule would leave the provider alone for a while.</source>
        <translation>连续失败 %1 次后，定时同步会暂停请求该平台一段时间。</translation>
    </message>
    <message>
        <source>The provider asks us to slow down until %1.</source>
        <translation>平台要求在 %1 之前放慢请求。</translation>
    </message>
    <message>
        <source>No version is named</source>
        <translation>未标明版本</translation>
    </message>
    <message>
        <source>Answers say they are of %1.</source>
        <translation>响应标明的版本是 %1。</translation>
    </message>
    <message>
        <source>Answers say the same.</source>
        <translation>响应标明的版本一致。</translation>
    </message>
    <message>
        <source>Its answers announce its end: %1 (%2).</source>
        <translation>响应已预告停用：%1（%2）。</translation>
    </message>
    <message>
        <source>It retires on %1 (%2).</source>
        <translation>将于 %1 停用（%2）。</translation>
    </message>
    <message>
        <source>No end of it is announced.</source>
        <translation>未公布停用日期。</translation>
    </message>
    <message>
        <source>Answers warn: %1</source>
        <translation>响应中的警告：%1</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>已使用 %1</translation>
    </message>
    <message>
        <source>Entered on %1.</source>
        <translation>录入于 %1。</translation>
    </message>
    <message>
        <source>They end on %1 (%2).</source>
        <translation>将于 %1 到期（%2）。</translation>
    </message>
    <message>
        <source>They ended on %1; renew them.</source>
        <translation>已于 %1 到期，请更换。</translation>
    </message>
    <message>
        <source>When they end is not known; note it to be reminded in time.</source>
        <translation>到期日未知；记下后可及时提醒。</translation>
    </message>
    <message>
        <source>Signed in until %1; that is renewed by itself.</source>
        <translation>登录有效至 %1，会自动续期。</translation>
    </message>
    <message>
        <source>%1 calls in the last 24 hours; no daily limit is known</source>
        <translation>最近 24 小时 %1 次调用；无已知的每日上限</translation>
    </message>
    <message>
        <source>%1 calls in the last minute; no limit is known</source>
        <translation>最近一分钟 %1 次调用；无已知上限</translation>
    </message>
    <message>
        <source>%1 of %2 calls in the last 24 hours</source>
        <translation>最近 24 小时 %1 / %2 次调用</translation>
    </message>
    <message>
        <source>%1 of %2 calls in the last minute</source>
        <translation>最近一分钟 %1 / %2 次调用</translation>
    </message>
    <message>
        <source>%1 of %2 points left; %3 come back every second</source>
        <translation>剩余 %1 / %2 点；每秒恢复 %3 点</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the provider&apos;s: set it, or calls may be refused.</source>
        <translation>本机时钟比平台慢 %1：请校准时间，否则请求可能被拒绝。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the provider&apos;s: set it, or calls may be refused.</source>
        <translation>本机时钟比平台快 %1：请校准时间，否则请求可能被拒绝。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>支付状态</translation>
    </message>
    <message>
        <source>Shipping status</source>
        <translation>发货状态</translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Completed at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Cancelled at</source>
        <translation>取消时间</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Total paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>货款</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Buyer&apos;s message</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Seller&apos;s note</source>
        <translation>卖家备注</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Payment number</source>
        <translation>支付单号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>促销价</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存数</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Variant&apos;s picture</source>
        <translation>规格图片</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Who counts the stock</source>
        <translation>库存管理方</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>仓位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>No column tells this: %1. Choose one.</source>
        <translation>没有一列对应：%1。请选择一列。</translation>
    </message>
    <message>
        <source>The columns do not fit this kind of record. Choose them below.</source>
        <translation>这些列与所选的记录类型不符，请在下方选择。</translation>
    </message>
    <message>
        <source>The column “%1” stands more than once: rename one of them in the file.</source>
        <translation>“%1”列出现了不止一次：请在文件中改掉其中一个列名。</translation>
    </message>
    <message>
        <source>The file cannot be read: it is larger than 512 MB.</source>
        <translation>无法读取文件：文件超过 512 MB。</translation>
    </message>
    <message>
        <source>The file cannot be read: it cannot be opened.</source>
        <translation>无法读取文件：文件打不开。</translation>
    </message>
    <message>
        <source>The file cannot be read: it is neither a workbook (XLSX) nor a text in UTF-8, UTF-16 or GB18030.</source>
        <translation>无法读取文件：既不是工作簿（XLSX），也不是 UTF-8、UTF-16 或 GB18030 编码的文本。</translation>
    </message>
    <message>
        <source>Freight bills</source>
        <translation>运费账单</translation>
    </message>
    <message>
        <source>Billed on</source>
        <translation>计费日期</translation>
    </message>
    <message>
        <source>Amount charged</source>
        <translation>收费金额</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Unit of weight</source>
        <translation>重量单位</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>apidocument</name>
    <message>
        <source>What is called</source>
        <translation>调用哪些接口</translation>
    </message>
    <message>
        <source>Fields of an account</source>
        <translation>账户字段</translation>
    </message>
    <message>
        <source>What is read, and how often</source>
        <translation>读取什么、多久一次</translation>
    </message>
    <message>
        <source>How order states are read</source>
        <translation>订单状态的对应关系</translation>
    </message>
    <message>
        <source>How parcel states are read</source>
        <translation>包裹状态的对应关系</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>接口版本</translation>
    </message>
    <message>
        <source>Retires</source>
        <translation>停用日期</translation>
    </message>
    <message>
        <source>not announced</source>
        <translation>未公布</translation>
    </message>
    <message>
        <source>Header that names the version</source>
        <translation>标明版本的响应头</translation>
    </message>
    <message>
        <source>Header that announces the end</source>
        <translation>预告停用的响应头</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Can</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用频率</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>每日调用上限</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>%1 a second, bursts of %2, %3 at a time</source>
        <translation>每秒 %1 次，突发 %2 次，同时 %3 个</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Where to find it</source>
        <translation>在哪里获取</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Looked for every</source>
        <translation>查新间隔</translation>
    </message>
    <message>
        <source>Open records read again every</source>
        <translation>未完结记录重读间隔</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>每页条数</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Days of history</source>
        <translation>历史天数</translation>
    </message>
    <message>
        <source>Changes that move its time</source>
        <translation>会更新其时间戳的变化</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>所需权限</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>平台的说法</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>履约</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>未能确认的内容</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>documented</source>
        <translation>官方文档</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>已实测</translation>
    </message>
    <message>
        <source>from the community</source>
        <translation>社区经验</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>未确认</translation>
    </message>
</context>
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
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>%1 的详情</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
</context>
<context>
    <name>supercargo::AccountDialog</name>
    <message>
        <source>Renew credentials</source>
        <translation>更换凭证</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>修改账户</translation>
    </message>
    <message>
        <source>Renew the credentials of %1</source>
        <translation>更换 %1 的凭证</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>The new ones are checked with the provider first. Until they work the old ones stay.</source>
        <translation>新凭证会先向服务商验证，验证通过前继续使用旧凭证。</translation>
    </message>
    <message>
        <source>What changes is checked with the provider first. Until it works everything stays as it is.</source>
        <translation>改动会先向服务商验证，验证通过前一切保持不变。</translation>
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
<context>
    <name>supercargo::AccountView</name>
    <message>
        <source>Nearly used up</source>
        <translation>即将用完</translation>
    </message>
    <message>
        <source>Within its limits</source>
        <translation>未超限</translation>
    </message>
    <message>
        <source>No limit is known</source>
        <translation>无已知上限</translation>
    </message>
    <message>
        <source>The simulated provider is not spared: there the limits do not hold.</source>
        <translation>模拟平台不受限：这些上限在模拟环境中不生效。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Change when they end…</source>
        <translation>修改到期日…</translation>
    </message>
    <message>
        <source>Note when they end…</source>
        <translation>记下到期日…</translation>
    </message>
    <message numerus="yes">
        <source>Calls (%n errors)</source>
        <translation>
            <numerusform>调用记录（%n 次错误）</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用记录</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账户</translation>
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
        <source>Renew credentials…</source>
        <translation>更换凭证…</translation>
    </message>
    <message>
        <source>API document</source>
        <translation>接口文档</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>接口版本</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>读取内容</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
</context>
<context>
    <name>supercargo::ActionsPanel</name>
    <message>
        <source>Needs a person</source>
        <translation>需要人工处理</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Accepted, not final</source>
        <translation>已受理，未最终完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>What is asked of providers and not over</source>
        <translation>已向服务商提出、尚未结束的操作</translation>
    </message>
    <message>
        <source>All that was asked of providers is done.</source>
        <translation>所有操作都已完成。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>认定结果…</translation>
    </message>
    <message>
        <source>Tried again, it goes out as it is.</source>
        <translation>重试会原样发出。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
</context>
<context>
    <name>supercargo::ApiDocumentPanel</name>
    <message>
        <source>API document of %1</source>
        <translation>%1 的接口文档</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>在本文档中搜索</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
</context>
<context>
    <name>supercargo::CallHistoryCard</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>In the last 24 hours: %1.</source>
        <translation>最近 24 小时：%1。</translation>
    </message>
    <message>
        <source>In the last 7 days: %1.</source>
        <translation>最近 7 天：%1。</translation>
    </message>
    <message>
        <source>Point at the chart, or use the arrow keys in it, to read one span of time.</source>
        <translation>将鼠标移到图上，或在图中按方向键，可查看某一时段。</translation>
    </message>
    <message>
        <source>Latency and errors</source>
        <translation>延迟与错误</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Latency and errors over time</source>
        <translation>延迟与错误随时间的变化</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50（毫秒）</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95（毫秒）</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99（毫秒）</translation>
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
    <message>
        <source>All streams</source>
        <translation>所有数据流</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>任意状态</translation>
    </message>
    <message>
        <source>2xx, done</source>
        <translation>2xx 成功</translation>
    </message>
    <message>
        <source>3xx, elsewhere</source>
        <translation>3xx 重定向</translation>
    </message>
    <message>
        <source>4xx, refused</source>
        <translation>4xx 被拒绝</translation>
    </message>
    <message>
        <source>5xx, provider down</source>
        <translation>5xx 平台故障</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>最近 3 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>It cannot be asked again: %1</source>
        <translation>无法重新请求：%1</translation>
    </message>
    <message>
        <source>Searching older calls…</source>
        <translation>正在搜索更早的调用…</translation>
    </message>
    <message>
        <source>Search path, error, ids and bodies</source>
        <translation>搜索路径、错误、编号和内容</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新请求</translation>
    </message>
    <message>
        <source>Makes this call once more and compares the answers; nothing is stored</source>
        <translation>重新发出此调用并比较前后响应；不保存任何数据</translation>
    </message>
</context>
<context>
    <name>supercargo::ChangesPanel</name>
    <message>
        <source>New field</source>
        <translation>新字段</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新取值</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>新列</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Answers hold a field that Supercargo does not know: %1. Nothing is lost; it is not read.</source>
        <translation>响应中有掌柜不认识的字段：%1。数据没有丢失，只是不读取该字段。</translation>
    </message>
    <message>
        <source>%1 has a value that Supercargo does not know. The record is stored, with that state unknown.</source>
        <translation>%1 出现了掌柜不认识的取值。记录已保存，该状态标为未知。</translation>
    </message>
    <message>
        <source>A bill has other columns than Supercargo knows: %1. Check that its sums still agree.</source>
        <translation>账单的列与掌柜所知的不同：%1。请核对合计是否仍然一致。</translation>
    </message>
    <message>
        <source>The provider speaks of another version or of its end: %1.</source>
        <translation>平台提到了另一个版本或停用计划：%1。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>What providers changed</source>
        <translation>平台的变化</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Samples, the newest first</source>
        <translation>示例（最新在前）</translation>
    </message>
    <message>
        <source>All providers answer as Supercargo knows them. What changes is told here before it fails.</source>
        <translation>所有平台的响应都符合掌柜的认知。一有变化，会在出问题之前在此提示。</translation>
    </message>
    <message>
        <source>Seen, dismiss</source>
        <translation>已阅，忽略</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>全部忽略</translation>
    </message>
    <message>
        <source>Shrunk list</source>
        <translation>列表骤减</translation>
    </message>
    <message>
        <source>The shop lists far less than before: %1. What is missing is kept until the next complete reading misses it too.</source>
        <translation>店铺列出的内容远少于以前：%1。缺失的先保留，下次完整读取仍缺失时才视为已删除。</translation>
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
    <message>
        <source>Changes</source>
        <translation>接口变化</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>接口变化（%1）</translation>
    </message>
    <message>
        <source>API documents</source>
        <translation>接口文档</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>One file for whoever helps you: without secrets, buyers or records</source>
        <translation>供技术支持使用的文件：不含密钥、买家信息和业务记录</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>保存支持包</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip 文件 (*.zip)</translation>
    </message>
    <message>
        <source>The support bundle is in %1.</source>
        <translation>支持包已保存到 %1。</translation>
    </message>
    <message>
        <source>The support bundle was not written: %1</source>
        <translation>支持包未能保存：%1</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Orders, products, stock or customers from a table: CSV or XLSX</source>
        <translation>从 CSV 或 XLSX 表格导入订单、商品、库存或客户</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions (%1)</source>
        <translation>操作（%1）</translation>
    </message>
    <message>
        <source>It was not done: %1</source>
        <translation>未能完成：%1</translation>
    </message>
</context>
<context>
    <name>supercargo::ExpiryDialog</name>
    <message>
        <source>End of the credentials</source>
        <translation>凭证到期日</translation>
    </message>
    <message>
        <source>When do the credentials of %1 end?</source>
        <translation>%1 的凭证何时到期？</translation>
    </message>
    <message>
        <source>The provider&apos;s console mostly says it. You are reminded two weeks before.</source>
        <translation>平台后台一般会标明。到期前两周会提醒您。</translation>
    </message>
    <message>
        <source>Last day on which they hold</source>
        <translation>有效的最后一天</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>记下</translation>
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
        <source>Show the call</source>
        <translation>查看调用</translation>
    </message>
    <message>
        <source>a record without an id</source>
        <translation>没有编号的记录</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1（已修改）</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: fetch all again once the cause is put right</source>
        <translation>
            <numerusform>另有 %n 条：排除原因后请全部重新获取</numerusform>
        </translation>
    </message>
    <message>
        <source>The record as %1 edited it</source>
        <translation>%1 修改后的记录</translation>
    </message>
    <message>
        <source>Fetch it again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Fetch all %1 again</source>
        <translation>全部重新获取（%1 条）</translation>
    </message>
    <message>
        <source>This one can only be fetched again: too much stood around it in the answer.</source>
        <translation>此记录只能重新获取：响应中它周围的内容过多，未予保留。</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>忽略…</translation>
    </message>
    <message>
        <source>Dismiss all…</source>
        <translation>全部忽略…</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Check and store</source>
        <translation>检查并保存</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put right what the reason names, then check and store. The original is kept.</source>
        <translation>请按原因所述修正，然后检查并保存。原文会保留。</translation>
    </message>
    <message>
        <source>It is being fetched again. What is understood this time leaves the list by itself.</source>
        <translation>正在重新获取。这次能识别的会自动移出清单。</translation>
    </message>
    <message>
        <source>It is still not understood: %1</source>
        <translation>仍然无法识别：%1</translation>
    </message>
    <message>
        <source>It was not stored: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>It was not dismissed: %1</source>
        <translation>未能忽略：%1</translation>
    </message>
</context>
<context>
    <name>supercargo::ImportDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>CSV or XLSX: an export of Taobao, 1688, Shopify or WooCommerce, or any table with headings</source>
        <translation>CSV 或 XLSX：淘宝、1688、Shopify、WooCommerce 的导出文件，或任何带表头的表格</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Only rows that are not taken</source>
        <translation>只看未被采用的行</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Account that the records go into</source>
        <translation>记录归入的账户</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>首个值</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件的行</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Into the account</source>
        <translation>归入账户</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx)</source>
        <translation>表格 (*.csv *.txt *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1（必需）</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— 无 —</translation>
    </message>
    <message>
        <source>%1 rows can be read, %2 are skipped, %3 cannot be read. Nothing is stored yet.</source>
        <translation>可读取 %1 行，跳过 %2 行，无法读取 %3 行。尚未保存任何内容。</translation>
    </message>
    <message>
        <source>Stored: %1 records are new, %2 changed, %3 were known; %4 rows could not be read.</source>
        <translation>已保存：新增 %1 条，更新 %2 条，已有 %3 条；%4 行无法读取。</translation>
    </message>
    <message>
        <source>Importing a file</source>
        <translation>正在导入文件</translation>
    </message>
</context>
<context>
    <name>supercargo::ImportRowsModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>supercargo::LatencyChart</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>没有调用</translation>
    </message>
    <message>
        <source>%1, %2 (%3), p50 %4, p95 %5, p99 %6</source>
        <translation>%1，%2（%3），p50 %4，p95 %5，p99 %6</translation>
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
        <source>%1 – %2: %3</source>
        <translation>%1 – %2：%3</translation>
    </message>
    <message>
        <source>Nothing was called in this time, so there is nothing to draw.</source>
        <translation>这段时间没有调用，因此没有可绘制的内容。</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>supercargo::ReasonDialog</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n records?</source>
        <translation>
            <numerusform>忽略 %n 条记录？</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the list, with who did it and why. Should one fail for another reason later, it comes back.</source>
        <translation>它们会移出清单，并记下操作人和理由。若之后因其他原因失败，会重新出现。</translation>
    </message>
    <message>
        <source>Why, for example: a test order</source>
        <translation>理由，例如：测试订单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>supercargo::ReplayDialog</name>
    <message>
        <source>Asked again: %1</source>
        <translation>重新请求：%1</translation>
    </message>
    <message>
        <source>The new call stands in the flight recorder. Nothing of its answer was stored.</source>
        <translation>新的调用已记入调用记录，其响应没有保存为数据。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It was not answered. %1</source>
        <translation>没有得到响应。%1</translation>
    </message>
    <message>
        <source>It was refused this time. %1</source>
        <translation>这次被拒绝。%1</translation>
    </message>
    <message>
        <source>The answer is the same as then.</source>
        <translation>响应与当时一致。</translation>
    </message>
    <message>
        <source>As far as the answers are kept (the first 64 KB, text only), they are the same as then.</source>
        <translation>就已保留的内容（仅文本，前 64 KB）而言，响应与当时一致。</translation>
    </message>
    <message numerus="yes">
        <source>The answer differs in %n places.</source>
        <translation>
            <numerusform>响应有 %n 处不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>supercargo::SettleDialog</name>
    <message>
        <source>Settle</source>
        <translation>认定结果</translation>
    </message>
    <message>
        <source>The provider does not say how it ended. Look in its console, then say it here; the order&apos;s timeline keeps who said so.</source>
        <translation>服务商没有告知结果。请到其后台查看后在此说明；订单时间线会记录由谁认定。</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>已发生</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>未发生</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Number of the refund, if there is one</source>
        <translation>退款号（如有）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>supercargo::StreamTable</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>not audited</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%3 条中 %2 条）</translation>
    </message>
    <message>
        <source>nothing to compare</source>
        <translation>无可比较</translation>
    </message>
    <message>
        <source>Streams of the account</source>
        <translation>账户的数据流</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>新鲜度</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Covered to</source>
        <translation>已覆盖至</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>游标</translation>
    </message>
    <message>
        <source>Drift found by the audit</source>
        <translation>核对发现的偏差</translation>
    </message>
</context>
</TS>
