<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>cli</name>
    <message>
        <source>Account %1 works.</source>
        <translation>账户 %1 可以使用。</translation>
    </message>
    <message>
        <source>Account %1 does not work: %2</source>
        <translation>账户 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>%1 is needed</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>See supercargo-cli providers list.</source>
        <translation>请查看 supercargo-cli providers list。</translation>
    </message>
    <message>
        <source>&gt;Id</source>
        <translation>&gt;编号</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Last good sync</source>
        <translation>上次成功同步</translation>
    </message>
    <message>
        <source>Covered to</source>
        <translation>已覆盖至</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>no new credentials were given</source>
        <translation>没有给出新的凭证</translation>
    </message>
    <message>
        <source>Give secrets as field=value lines on standard input with --secrets-stdin.</source>
        <translation>请用 --secrets-stdin 在标准输入中按 字段=值 每行一条给出密钥。</translation>
    </message>
    <message>
        <source>Account %1 and its secrets are removed; its orders stay.</source>
        <translation>账户 %1 及其密钥已移除，订单保留。</translation>
    </message>
    <message>
        <source>a field that is not secret; may be repeated</source>
        <translation>非保密字段，可重复</translation>
    </message>
    <message>
        <source>read field=value lines from standard input</source>
        <translation>从标准输入读取 字段=值 各行</translation>
    </message>
    <message>
        <source>read this field&apos;s value from standard input</source>
        <translation>从标准输入读取该字段的值</translation>
    </message>
    <message>
        <source>base address, or the name of a declared one (sandbox)</source>
        <translation>接口基础地址，或已声明地址的名称（如 sandbox）</translation>
    </message>
    <message>
        <source>see providers list</source>
        <translation>见 providers list</translation>
    </message>
    <message>
        <source>what you call this account</source>
        <translation>您给这个账户起的名称</translation>
    </message>
    <message>
        <source>connect an account and check it</source>
        <translation>连接一个账户并检查</translation>
    </message>
    <message>
        <source>list the connected accounts</source>
        <translation>列出已连接的账户</translation>
    </message>
    <message>
        <source>show an account and how far its streams are</source>
        <translation>显示账户及各数据流的进度</translation>
    </message>
    <message>
        <source>prove that an account&apos;s credentials work</source>
        <translation>验证账户的凭证是否有效</translation>
    </message>
    <message>
        <source>replace an account&apos;s credentials after checking the new ones</source>
        <translation>检查新凭证后替换旧凭证</translation>
    </message>
    <message>
        <source>forget an account and its secrets; its orders stay</source>
        <translation>移除账户及其密钥，订单保留</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;</source>
        <translation>%1 没有字段“%2”</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>可用的有：%1</translation>
    </message>
    <message>
        <source>%1 must be one of: %2</source>
        <translation>%1 必须是以下之一：%2</translation>
    </message>
    <message>
        <source>the value of %1 does not look right</source>
        <translation>%1 的值看起来不正确</translation>
    </message>
    <message>
        <source>--set takes field=value</source>
        <translation>--set 的格式为 字段=值</translation>
    </message>
    <message>
        <source>%1 is a secret and must not stand on the command line, where other users can read it</source>
        <translation>%1 是密钥，不能写在命令行上，其他用户会看到</translation>
    </message>
    <message>
        <source>Give it on standard input: --secrets-stdin (lines %1=…) or --secret-stdin %1 (the whole input).</source>
        <translation>请通过标准输入给出：--secrets-stdin（每行 %1=…）或 --secret-stdin %1（整个输入）。</translation>
    </message>
    <message>
        <source>--secrets-stdin and --secret-stdin exclude each other</source>
        <translation>--secrets-stdin 与 --secret-stdin 不能同时使用</translation>
    </message>
    <message>
        <source>the shop&apos;s address is needed</source>
        <translation>需要店铺地址</translation>
    </message>
    <message>
        <source>https is allowed anywhere, http only on this machine.</source>
        <translation>https 可用于任何主机，http 仅限本机。</translation>
    </message>
    <message>
        <source>line %1 of standard input is not field=value</source>
        <translation>标准输入第 %1 行不是 字段=值</translation>
    </message>
    <message>
        <source>the key of %1 has no END line</source>
        <translation>%1 的密钥缺少 END 行</translation>
    </message>
    <message>
        <source>these fields are needed: %1</source>
        <translation>缺少以下字段：%1</translation>
    </message>
    <message>
        <source>Give them with --set field=value.</source>
        <translation>请用 --set 字段=值 给出。</translation>
    </message>
    <message>
        <source>See supercargo-cli --help.</source>
        <translation>请查看 supercargo-cli --help。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想输入“%1”？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs one more word</source>
        <translation>“%1”后面还需要一个词</translation>
    </message>
    <message>
        <source>there is no command &quot;%1&quot;</source>
        <translation>没有命令“%1”</translation>
    </message>
    <message>
        <source>there is no option &quot;%1&quot; here</source>
        <translation>这里没有选项“%1”</translation>
    </message>
    <message>
        <source>%1 needs: %2</source>
        <translation>%1 需要：%2</translation>
    </message>
    <message>
        <source>one word too many: &quot;%1&quot;</source>
        <translation>多了一个词：“%1”</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 不带值</translation>
    </message>
    <message>
        <source>%1 needs a value: %2</source>
        <translation>%1 需要一个值：%2</translation>
    </message>
    <message>
        <source>&gt;Account</source>
        <translation>&gt;账户</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>&gt;Status</source>
        <translation>&gt;状态码</translation>
    </message>
    <message>
        <source>&gt;ms</source>
        <translation>&gt;毫秒</translation>
    </message>
    <message>
        <source>&gt;Try</source>
        <translation>&gt;次数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Fresh (s)</source>
        <translation>新鲜度（秒）</translation>
    </message>
    <message>
        <source>&gt;Calls</source>
        <translation>&gt;调用</translation>
    </message>
    <message>
        <source>&gt;Errors</source>
        <translation>&gt;错误</translation>
    </message>
    <message>
        <source>&gt;p50</source>
        <translation>&gt;p50</translation>
    </message>
    <message>
        <source>&gt;p95</source>
        <translation>&gt;p95</translation>
    </message>
    <message>
        <source>&gt;p99</source>
        <translation>&gt;p99</translation>
    </message>
    <message>
        <source>list the recorded calls to providers, newest first</source>
        <translation>列出记录的接口调用，最新的在前</translation>
    </message>
    <message>
        <source>only this account</source>
        <translation>仅此账户</translation>
    </message>
    <message>
        <source>only calls that failed</source>
        <translation>仅失败的调用</translation>
    </message>
    <message>
        <source>found in operation, path or error</source>
        <translation>在操作、路径或错误中查找</translation>
    </message>
    <message>
        <source>show a call with what was sent and answered, masked</source>
        <translation>显示一次调用的请求与应答（已脱敏）</translation>
    </message>
    <message>
        <source>show how well every account works</source>
        <translation>显示每个账户的运行状况</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>&gt;Price</source>
        <translation>&gt;价格</translation>
    </message>
    <message>
        <source>&gt;Stock</source>
        <translation>&gt;库存</translation>
    </message>
    <message>
        <source>Only the first %1 are shown; --limit all shows all.</source>
        <translation>仅显示前 %1 条；--limit all 显示全部。</translation>
    </message>
    <message>
        <source>list the products of all shops</source>
        <translation>列出所有店铺的商品</translation>
    </message>
    <message>
        <source>Give the passphrase in SUPERCARGO_PASSPHRASE or with --passphrase-fd.</source>
        <translation>请通过 SUPERCARGO_PASSPHRASE 或 --passphrase-fd 给出口令。</translation>
    </message>
    <message>
        <source>Make room on the disk and try again. Nothing was changed.</source>
        <translation>请清理磁盘空间后重试。没有任何更改。</translation>
    </message>
    <message>
        <source>folder of the workspace (default: the desktop&apos;s)</source>
        <translation>工作区文件夹（默认：桌面程序的工作区）</translation>
    </message>
    <message>
        <source>language of the output</source>
        <translation>输出语言</translation>
    </message>
    <message>
        <source>one JSON document on standard output</source>
        <translation>在标准输出上给出一个 JSON 文档</translation>
    </message>
    <message>
        <source>read the vault&apos;s passphrase from this file descriptor</source>
        <translation>从该文件描述符读取保险库口令</translation>
    </message>
    <message>
        <source>explain the command</source>
        <translation>说明该命令</translation>
    </message>
    <message>
        <source>print the program&apos;s version</source>
        <translation>显示程序版本</translation>
    </message>
    <message>
        <source>there is no export &quot;%1&quot;</source>
        <translation>没有导出“%1”</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>&gt;Rows</source>
        <translation>&gt;行数</translation>
    </message>
    <message>
        <source>write every table as CSV and JSON Lines, unmasked and without secrets</source>
        <translation>将所有表导出为 CSV 和 JSON Lines，不脱敏、不含密钥</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>所有命令通用的选项：</translation>
    </message>
    <message>
        <source>--lang takes zh_CN or en</source>
        <translation>--lang 可取 zh_CN 或 en</translation>
    </message>
    <message>
        <source>no command was given</source>
        <translation>没有给出命令</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>&gt;Amount</source>
        <translation>&gt;金额</translation>
    </message>
    <message>
        <source>&gt;Fee</source>
        <translation>&gt;手续费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>&gt;Order</source>
        <translation>&gt;订单</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>&gt;Orders</source>
        <translation>&gt;订单数</translation>
    </message>
    <message>
        <source>&gt;Spent</source>
        <translation>&gt;消费</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>最近下单</translation>
    </message>
    <message>
        <source>list the payments of all gateways</source>
        <translation>列出所有支付渠道的收款</translation>
    </message>
    <message>
        <source>list the customers of all shops, masked</source>
        <translation>列出所有店铺的客户（已脱敏）</translation>
    </message>
    <message>
        <source>orders cannot be sorted by &quot;%1&quot;</source>
        <translation>订单不能按“%1”排序</translation>
    </message>
    <message>
        <source>It is the &quot;cursor&quot; of an order that orders list --json printed.</source>
        <translation>它是 orders list --json 所输出订单的“cursor”。</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>&gt;Total</source>
        <translation>&gt;合计</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>首件商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>&gt;Quantity</source>
        <translation>&gt;数量</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>&gt;Call</source>
        <translation>&gt;调用</translation>
    </message>
    <message>
        <source>list the orders of all shops</source>
        <translation>列出所有店铺的订单</translation>
    </message>
    <message>
        <source>status: stage: account: shop: placed: total: province: city: tag: and words to search for</source>
        <translation>status: stage: account: shop: placed: total: province: city: tag: 以及要查找的词</translation>
    </message>
    <message>
        <source>-placed (default), placed, -total, total or -updated</source>
        <translation>-placed（默认）、placed、-total、total 或 -updated</translation>
    </message>
    <message>
        <source>go on behind the order with this cursor</source>
        <translation>从带有该 cursor 的订单之后继续</translation>
    </message>
    <message>
        <source>show an order with its lines and its history</source>
        <translation>显示订单的商品与历程</translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation>无法连接到平台。</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>平台未在规定时间内应答。</translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation>平台要求放慢速度。</translation>
    </message>
    <message>
        <source>The provider does not accept the credentials.</source>
        <translation>平台不接受这些凭证。</translation>
    </message>
    <message>
        <source>The account is not set up correctly.</source>
        <translation>账户设置不正确。</translation>
    </message>
    <message>
        <source>The provider refused our time stamp; check this computer&apos;s clock.</source>
        <translation>平台拒绝了我们的时间戳，请检查本机时钟。</translation>
    </message>
    <message>
        <source>The provider found the request too large.</source>
        <translation>平台认为请求过大。</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation>平台拒绝了该请求。</translation>
    </message>
    <message>
        <source>The provider has trouble of its own; try later.</source>
        <translation>平台自身有故障，请稍后再试。</translation>
    </message>
    <message>
        <source>The provider&apos;s answer is not what its protocol promises.</source>
        <translation>平台的应答不符合其协议。</translation>
    </message>
    <message>
        <source>The database reports an error.</source>
        <translation>数据库报告错误。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>This does not fit what is there already.</source>
        <translation>这与现有内容冲突。</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>您没有权限这样做。</translation>
    </message>
    <message>
        <source>The workspace or its vault is closed.</source>
        <translation>工作区或其保险库已关闭。</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>There is no such thing.</source>
        <translation>没有这个对象。</translation>
    </message>
    <message>
        <source>This cannot be understood.</source>
        <translation>无法理解。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
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
        <source>Certainty</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Can</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>not announced</source>
        <translation>未公布</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
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
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>there is no provider &quot;%1&quot;</source>
        <translation>没有平台“%1”</translation>
    </message>
    <message>
        <source>list what can be connected</source>
        <translation>列出可以连接的平台</translation>
    </message>
    <message>
        <source>show a provider&apos;s fields, abilities and API version</source>
        <translation>显示平台的字段、功能与接口版本</translation>
    </message>
    <message>
        <source>print a provider&apos;s API document (Markdown)</source>
        <translation>输出平台的接口文档（Markdown）</translation>
    </message>
    <message>
        <source>Fields of an account</source>
        <translation>账户字段</translation>
    </message>
    <message>
        <source>Where to find it</source>
        <translation>在哪里获取</translation>
    </message>
    <message>
        <source>What is read, and how often</source>
        <translation>读取什么、多久一次</translation>
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
        <translation>每页</translation>
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
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How order states are read</source>
        <translation>订单状态的对应关系</translation>
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
        <translation>支付</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>履约</translation>
    </message>
    <message>
        <source>How parcel states are read</source>
        <translation>包裹状态的对应关系</translation>
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
        <source>en</source>
        <comment>code of this language</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>%1 a second, bursts of %2, %3 at a time</source>
        <translation>每秒 %1 次，突发 %2 次，同时 %3 个</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>每日调用</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>最多显示多少条</translation>
    </message>
    <message>
        <source>Make one: supercargo-cli init --shop NAME --currency CNY --time-zone Asia/Shanghai</source>
        <translation>请先创建：supercargo-cli init --shop 名称 --currency CNY --time-zone Asia/Shanghai</translation>
    </message>
    <message>
        <source>file descriptor %1 cannot be read</source>
        <translation>无法读取文件描述符 %1</translation>
    </message>
    <message>
        <source>--limit takes a number from 1, or &quot;all&quot;</source>
        <translation>--limit 可取从 1 开始的数字，或“all”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>See supercargo-cli account list.</source>
        <translation>请查看 supercargo-cli account list。</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近动态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>list the parcels under way and arrived</source>
        <translation>列出在途和已到达的包裹</translation>
    </message>
    <message>
        <source>show a parcel with every scan</source>
        <translation>显示包裹的每一次扫描</translation>
    </message>
    <message>
        <source>draft</source>
        <comment>order</comment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>awaiting payment</source>
        <comment>order</comment>
        <translation>待付款</translation>
    </message>
    <message>
        <source>deposit paid</source>
        <comment>order</comment>
        <translation>已付定金</translation>
    </message>
    <message>
        <source>on hold</source>
        <comment>order</comment>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>to ship</source>
        <comment>order</comment>
        <translation>待发货</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <comment>order</comment>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>shipped</source>
        <comment>order</comment>
        <translation>已发货</translation>
    </message>
    <message>
        <source>delivered</source>
        <comment>order</comment>
        <translation>已送达</translation>
    </message>
    <message>
        <source>completed</source>
        <comment>order</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>order</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>refunded</source>
        <comment>order</comment>
        <translation>已退款</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>order</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>parcel</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>parcel</comment>
        <translation>待处理</translation>
    </message>
    <message>
        <source>announced</source>
        <comment>parcel</comment>
        <translation>已下单</translation>
    </message>
    <message>
        <source>picked up</source>
        <comment>parcel</comment>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>in transit</source>
        <comment>parcel</comment>
        <translation>运输中</translation>
    </message>
    <message>
        <source>out for delivery</source>
        <comment>parcel</comment>
        <translation>派送中</translation>
    </message>
    <message>
        <source>ready for pickup</source>
        <comment>parcel</comment>
        <translation>待自提</translation>
    </message>
    <message>
        <source>delivery failed</source>
        <comment>parcel</comment>
        <translation>派送失败</translation>
    </message>
    <message>
        <source>exception</source>
        <comment>parcel</comment>
        <translation>异常</translation>
    </message>
    <message>
        <source>returning</source>
        <comment>parcel</comment>
        <translation>退回中</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>parcel</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>delivered</source>
        <comment>parcel</comment>
        <translation>已签收</translation>
    </message>
    <message>
        <source>returned</source>
        <comment>parcel</comment>
        <translation>已退回</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>parcel</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>payment</comment>
        <translation>待支付</translation>
    </message>
    <message>
        <source>paid</source>
        <comment>payment</comment>
        <translation>已支付</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <comment>payment</comment>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>refunded</source>
        <comment>payment</comment>
        <translation>已退款</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>payment</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>payment</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>payment</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>to pay</source>
        <comment>stage</comment>
        <translation>待付款</translation>
    </message>
    <message>
        <source>to review</source>
        <comment>stage</comment>
        <translation>待审核</translation>
    </message>
    <message>
        <source>to ship</source>
        <comment>stage</comment>
        <translation>待发货</translation>
    </message>
    <message>
        <source>in transit</source>
        <comment>stage</comment>
        <translation>运输中</translation>
    </message>
    <message>
        <source>delivered</source>
        <comment>stage</comment>
        <translation>已送达</translation>
    </message>
    <message>
        <source>after-sales</source>
        <comment>stage</comment>
        <translation>售后</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>stage</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>&gt;On hand</source>
        <translation>&gt;现有</translation>
    </message>
    <message>
        <source>&gt;Reserved</source>
        <translation>&gt;已占用</translation>
    </message>
    <message>
        <source>&gt;Blocked</source>
        <translation>&gt;冻结</translation>
    </message>
    <message>
        <source>&gt;Available</source>
        <translation>&gt;可用</translation>
    </message>
    <message>
        <source>&gt;Incoming</source>
        <translation>&gt;在途</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>--by 0 changes nothing</source>
        <translation>--by 0 不会改变任何东西</translation>
    </message>
    <message>
        <source>%1 lies in more than one warehouse</source>
        <translation>%1 存放在多个仓库</translation>
    </message>
    <message>
        <source>list what lies where</source>
        <translation>列出各仓库存</translation>
    </message>
    <message>
        <source>list every movement of an article, newest first</source>
        <translation>列出商品的每次库存变动，最新的在前</translation>
    </message>
    <message>
        <source>correct the stock on hand</source>
        <translation>更正现有库存</translation>
    </message>
    <message>
        <source>how many more, or with a minus sign fewer</source>
        <translation>增加多少；负数表示减少</translation>
    </message>
    <message>
        <source>why; kept in the ledger</source>
        <translation>原因，记入台账</translation>
    </message>
    <message>
        <source>where, if it lies in several</source>
        <translation>存放在多个仓库时指明哪一个</translation>
    </message>
    <message>
        <source>&gt;Fetched</source>
        <translation>&gt;获取</translation>
    </message>
    <message>
        <source>&gt;New</source>
        <translation>&gt;新增</translation>
    </message>
    <message>
        <source>&gt;Changed</source>
        <translation>&gt;变更</translation>
    </message>
    <message>
        <source>&gt;Unchanged</source>
        <translation>&gt;未变</translation>
    </message>
    <message>
        <source>&gt;Failed</source>
        <translation>&gt;失败</translation>
    </message>
    <message>
        <source>&gt;Requests</source>
        <translation>&gt;请求</translation>
    </message>
    <message>
        <source>&gt;Retries</source>
        <translation>&gt;重试</translation>
    </message>
    <message>
        <source>&gt;Seconds</source>
        <translation>&gt;秒</translation>
    </message>
    <message>
        <source>there is no stream &quot;%1&quot;</source>
        <translation>没有数据流“%1”</translation>
    </message>
    <message>
        <source>--watch keeps everything up to date; %1 does not go with it</source>
        <translation>--watch 会保持全部数据最新，不能与 %1 同时使用</translation>
    </message>
    <message>
        <source>fetch what is new</source>
        <translation>获取新数据</translation>
    </message>
    <message>
        <source>only this account; may be repeated</source>
        <translation>仅此账户，可重复</translation>
    </message>
    <message>
        <source>only orders, products, stock, customers, payments, bills or tracking; may be repeated</source>
        <translation>仅 orders、products、stock、customers、payments、bills 或 tracking，可重复</translation>
    </message>
    <message>
        <source>one pass, then end (the default)</source>
        <translation>执行一遍后结束（默认）</translation>
    </message>
    <message>
        <source>keep everything up to date until interrupted</source>
        <translation>持续保持最新，直到被中断</translation>
    </message>
    <message>
        <source>from the beginning of history</source>
        <translation>从最早的历史开始</translation>
    </message>
    <message>
        <source>there is no time zone &quot;%1&quot;</source>
        <translation>没有时区“%1”</translation>
    </message>
    <message>
        <source>Names are like Asia/Shanghai, Europe/Berlin, America/New_York.</source>
        <translation>名称例如 Asia/Shanghai、Europe/Berlin、America/New_York。</translation>
    </message>
    <message>
        <source>there is no currency &quot;%1&quot;</source>
        <translation>没有货币“%1”</translation>
    </message>
    <message>
        <source>Codes are like CNY, EUR, USD (ISO 4217).</source>
        <translation>代码例如 CNY、EUR、USD（ISO 4217）。</translation>
    </message>
    <message>
        <source>--protect takes keychain or passphrase</source>
        <translation>--protect 可取 keychain 或 passphrase</translation>
    </message>
    <message>
        <source>Without an OS keychain give a passphrase in SUPERCARGO_PASSPHRASE or with --passphrase-fd.</source>
        <translation>没有系统钥匙串时，请通过 SUPERCARGO_PASSPHRASE 或 --passphrase-fd 给出口令。</translation>
    </message>
    <message>
        <source>Choose another folder with --profile DIR; nothing was changed.</source>
        <translation>请用 --profile DIR 选择其他文件夹；没有任何更改。</translation>
    </message>
    <message>
        <source>The workspace of %1 is ready in %2.</source>
        <translation>%1 的工作区已在 %2 建立。</translation>
    </message>
    <message>
        <source>Backup written to %1 (%2).</source>
        <translation>备份已写入 %1（%2）。</translation>
    </message>
    <message>
        <source>The workspace of %1 is restored from %2.</source>
        <translation>%1 的工作区已从 %2 恢复。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>make a workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>currency of the books, ISO 4217</source>
        <translation>记账货币，ISO 4217</translation>
    </message>
    <message>
        <source>time zone that cuts the shop&apos;s days</source>
        <translation>划分店铺日期的时区</translation>
    </message>
    <message>
        <source>what guards the secrets</source>
        <translation>用什么保护密钥</translation>
    </message>
    <message>
        <source>keep the data on a PostgreSQL server; its password comes from PGPASSWORD or .pgpass</source>
        <translation>将数据存放在 PostgreSQL 服务器上；其密码取自 PGPASSWORD 或 .pgpass</translation>
    </message>
    <message>
        <source>fed by supercargo-sandbox; a banner says so</source>
        <translation>由 supercargo-sandbox 提供数据，横幅会提示</translation>
    </message>
    <message>
        <source>write a copy of everything; secrets stay sealed</source>
        <translation>写出全部数据的副本，密钥保持加密</translation>
    </message>
    <message>
        <source>replace the workspace&apos;s data with a backup&apos;s</source>
        <translation>用备份替换工作区的数据</translation>
    </message>
    <message>
        <source>recompute every sum and balance and compare</source>
        <translation>重新计算所有合计与余额并比较</translation>
    </message>
    <message>
        <source>there is no completion for &quot;%1&quot;</source>
        <translation>没有“%1”的补全脚本</translation>
    </message>
    <message>
        <source>print the completion of this program for a shell</source>
        <translation>输出本程序的命令补全脚本</translation>
    </message>
    <message>
        <source>print the manual page, for man -l</source>
        <translation>输出手册页，供 man -l 查看</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 rows read, %2 failed; %3 records are new, %4 changed.</source>
        <translation>已读取 %1 行，%2 行失败；新增 %3 条记录，更新 %4 条。</translation>
    </message>
    <message>
        <source>%1 rows can be read, %2 cannot. Nothing was stored.</source>
        <translation>可读取 %1 行，%2 行无法读取。未保存任何内容。</translation>
    </message>
    <message>
        <source>The fields are: %1</source>
        <translation>可用字段：%1</translation>
    </message>
    <message>
        <source>Say with --map which column is which, as in --map number=&quot;Order no&quot;,total=Sum</source>
        <translation>请用 --map 指明各列的含义，例如 --map number=&quot;订单号&quot;,total=金额</translation>
    </message>
    <message>
        <source>a CSV or XLSX file: an export of Taobao, 1688, Shopify, WooCommerce, or any table with headings</source>
        <translation>CSV 或 XLSX 文件：淘宝、1688、Shopify、WooCommerce 的导出文件，或任何带表头的表格</translation>
    </message>
    <message>
        <source>which column is which, where that is not guessed; remembered</source>
        <translation>无法自动识别时指明各列的含义；下次沿用</translation>
    </message>
    <message>
        <source>the account that the records go into, made when new (Files)</source>
        <translation>记录归入的账户，不存在时新建（默认 Files）</translation>
    </message>
    <message>
        <source>say what would be read, and store nothing</source>
        <translation>只显示将读取的内容，不保存</translation>
    </message>
    <message>
        <source>read orders from a file</source>
        <translation>从文件导入订单</translation>
    </message>
    <message>
        <source>read products from a file</source>
        <translation>从文件导入商品</translation>
    </message>
    <message>
        <source>read stock from a file</source>
        <translation>从文件导入库存</translation>
    </message>
    <message>
        <source>read customers from a file</source>
        <translation>从文件导入客户</translation>
    </message>
    <message>
        <source>there is no state &quot;%1&quot;</source>
        <translation>没有状态“%1”</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>&gt;Tries</source>
        <translation>&gt;尝试次数</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) still open</source>
        <translation>
            <numerusform>还有 %n 个操作未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>why, for the shop and the books</source>
        <translation>原因，供店铺与账目记录</translation>
    </message>
    <message>
        <source>write a note on the order at its shop</source>
        <translation>在店铺订单上写备注</translation>
    </message>
    <message>
        <source>the buyer may read it</source>
        <translation>买家可见</translation>
    </message>
    <message>
        <source>tell the shop which parcel carries the order</source>
        <translation>告知店铺订单由哪个包裹承运</translation>
    </message>
    <message>
        <source>who carries it</source>
        <translation>承运快递</translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>close an order that will not be carried out</source>
        <translation>关闭不再履行的订单</translation>
    </message>
    <message>
        <source>send money back to the buyer</source>
        <translation>向买家退款</translation>
    </message>
    <message>
        <source>how much, as 12.30</source>
        <translation>金额，如 12.30</translation>
    </message>
    <message>
        <source>tell the shop how many pieces may still be sold</source>
        <translation>告知店铺还可售出多少件</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>list what was asked of providers and how far it is</source>
        <translation>列出向平台提交的操作及其进度</translation>
    </message>
    <message>
        <source>only in this state</source>
        <translation>仅限此状态</translation>
    </message>
    <message>
        <source>only of this order</source>
        <translation>仅限此订单</translation>
    </message>
    <message>
        <source>send a refused action again</source>
        <translation>重新提交被拒绝的操作</translation>
    </message>
    <message>
        <source>take back an action that was not sent</source>
        <translation>撤回尚未提交的操作</translation>
    </message>
    <message>
        <source>send what is due now</source>
        <translation>立即提交到期的操作</translation>
    </message>
    <message>
        <source>no sender&apos;s address is set</source>
        <translation>尚未设置发货地址</translation>
    </message>
    <message>
        <source>Add one with: senders add</source>
        <translation>用此命令添加：senders add</translation>
    </message>
    <message>
        <source>there are several senders: name one</source>
        <translation>有多个发货地址，请指定一个</translation>
    </message>
    <message>
        <source>They are listed by: senders list</source>
        <translation>列出全部：senders list</translation>
    </message>
    <message>
        <source>no shipping rule matches this order</source>
        <translation>没有发货规则匹配此订单</translation>
    </message>
    <message>
        <source>Name the courier&apos;s account, or add a rule with: shipping-rules add</source>
        <translation>请指定快递账号，或添加规则：shipping-rules add</translation>
    </message>
    <message>
        <source>%1, %2 bytes: %3</source>
        <translation>%1，%2 字节：%3</translation>
    </message>
    <message>
        <source>where should the label go?</source>
        <translation>面单保存到哪里？</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不匹配的原因</translation>
    </message>
    <message>
        <source>the courier&apos;s account</source>
        <translation>快递账号</translation>
    </message>
    <message>
        <source>the courier&apos;s product</source>
        <translation>快递产品</translation>
    </message>
    <message>
        <source>who pays the courier</source>
        <translation>运费付款方</translation>
    </message>
    <message>
        <source>where the parcel leaves from</source>
        <translation>发货地址</translation>
    </message>
    <message>
        <source>what the parcel weighs</source>
        <translation>包裹重量</translation>
    </message>
    <message>
        <source>book a parcel for the order; its number goes back to the shop</source>
        <translation>为订单下单寄件；运单号会回传店铺</translation>
    </message>
    <message>
        <source>take a booked parcel back</source>
        <translation>取消已下单的寄件</translation>
    </message>
    <message>
        <source>save the parcel&apos;s label</source>
        <translation>保存面单</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>list the addresses that parcels leave from</source>
        <translation>列出发货地址</translation>
    </message>
    <message>
        <source>add an address that parcels leave from</source>
        <translation>添加一个发货地址</translation>
    </message>
    <message>
        <source>person or firm</source>
        <translation>个人或公司</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>country, two letters</source>
        <translation>国家，两位字母</translation>
    </message>
    <message>
        <source>province or state</source>
        <translation>省份或州</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>street and house</source>
        <translation>街道与门牌</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>list which courier carries which orders</source>
        <translation>列出哪些订单由哪家快递承运</translation>
    </message>
    <message>
        <source>add a rule behind the others; the first that matches wins</source>
        <translation>在现有规则之后添加一条；先匹配者生效</translation>
    </message>
    <message>
        <source>book as soon as an order may be shipped</source>
        <translation>订单可发货时立即下单</translation>
    </message>
    <message>
        <source>only orders of this shop; may be repeated</source>
        <translation>仅限此店铺的订单；可重复</translation>
    </message>
    <message>
        <source>only to this country; may be repeated</source>
        <translation>仅限寄往此国家；可重复</translation>
    </message>
    <message>
        <source>only to this province; may be repeated</source>
        <translation>仅限寄往此省份；可重复</translation>
    </message>
    <message>
        <source>only from this weight</source>
        <translation>仅限不低于此重量</translation>
    </message>
    <message>
        <source>only below this weight</source>
        <translation>仅限低于此重量</translation>
    </message>
    <message>
        <source>only from this value, in minor units</source>
        <translation>仅限不低于此金额（最小货币单位）</translation>
    </message>
    <message>
        <source>only below this value, in minor units</source>
        <translation>仅限低于此金额（最小货币单位）</translation>
    </message>
    <message>
        <source>only orders paid on delivery</source>
        <translation>仅限货到付款订单</translation>
    </message>
    <message>
        <source>remove a rule</source>
        <translation>删除一条规则</translation>
    </message>
    <message>
        <source>tell which rule carries an order, and why</source>
        <translation>说明订单由哪条规则承运及原因</translation>
    </message>
    <message>
        <source>New to us</source>
        <translation>新出现的</translation>
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
        <source>&gt;Times</source>
        <translation>&gt;次数</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>list the records that could not be stored, with the reason</source>
        <translation>列出无法保存的记录及原因</translation>
    </message>
    <message>
        <source>Account %1 &quot;%2&quot;, %3: %4</source>
        <translation>账户 %1“%2”，%3：%4</translation>
    </message>
    <message>
        <source>Account %1 &quot;%2&quot;, %3: record %4 was not stored: %5</source>
        <translation>账户 %1“%2”，%3：记录 %4 未保存：%5</translation>
    </message>
    <message>
        <source>There are %1 more; all are listed by: failures list</source>
        <translation>另有 %1 条；全部列出：failures list</translation>
    </message>
    <message>
        <source>show a customer with every order, masked</source>
        <translation>显示客户及其全部订单（已脱敏）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no instant</source>
        <translation>“%1”不是时间点</translation>
    </message>
    <message>
        <source>list what lay where at a past instant</source>
        <translation>列出过去某一时刻的库存</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>%1 takes a day like 2026-03-01</source>
        <translation>%1 后面要写日期，例如 2026-03-01</translation>
    </message>
    <message>
        <source>--set takes NAME=VALUE</source>
        <translation>--set 的写法是 名称=值</translation>
    </message>
    <message>
        <source>there is no report &quot;%1&quot;</source>
        <translation>没有名为“%1”的报表</translation>
    </message>
    <message>
        <source>there is no span &quot;%1&quot;</source>
        <translation>没有名为“%1”的时间段</translation>
    </message>
    <message>
        <source>%1 goes into a file: give --out</source>
        <translation>%1 只能写入文件：请用 --out 指定</translation>
    </message>
    <message>
        <source>there is no format &quot;%1&quot;</source>
        <translation>没有“%1”这种格式</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>上次的文件</translation>
    </message>
    <message>
        <source>--at takes a time like 06:00</source>
        <translation>--at 后面要写时间，例如 06:00</translation>
    </message>
    <message>
        <source>a parameter of the report; also account, currency, zone</source>
        <translation>报表的参数；也可以是 account、currency、zone</translation>
    </message>
    <message>
        <source>days by name: yesterday, last_week, last_month, double11 …</source>
        <translation>用名称指定日期：yesterday、last_week、last_month、double11 等</translation>
    </message>
    <message>
        <source>form of the file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>list the reports and their parameters</source>
        <translation>列出报表及其参数</translation>
    </message>
    <message>
        <source>run a report, or every schedule that is due</source>
        <translation>运行一个报表，或所有到期的定时报表</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>where to write it</source>
        <translation>写入位置</translation>
    </message>
    <message>
        <source>CSV begins with a byte order mark</source>
        <translation>CSV 以 BOM 开头</translation>
    </message>
    <message>
        <source>CSV ends with the totals</source>
        <translation>CSV 末尾附合计</translation>
    </message>
    <message>
        <source>write the files of all schedules due</source>
        <translation>写出所有到期的定时报表</translation>
    </message>
    <message>
        <source>reports written into a folder again and again</source>
        <translation>定时写入文件夹的报表</translation>
    </message>
    <message>
        <source>what to call it</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>time of day in the shop&apos;s zone</source>
        <translation>店铺时区的时刻</translation>
    </message>
    <message>
        <source>where the files go</source>
        <translation>文件放到哪里</translation>
    </message>
    <message>
        <source>Daily brief</source>
        <translation>每日简报</translation>
    </message>
    <message>
        <source>Sales over time</source>
        <translation>销售趋势</translation>
    </message>
    <message>
        <source>Sales by product</source>
        <translation>商品销售</translation>
    </message>
    <message>
        <source>Sales by channel</source>
        <translation>渠道销售</translation>
    </message>
    <message>
        <source>Sales by region</source>
        <translation>地区销售</translation>
    </message>
    <message>
        <source>Sales by hour and weekday</source>
        <translation>分时段销售</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Courier performance</source>
        <translation>快递表现</translation>
    </message>
    <message>
        <source>Payment fees</source>
        <translation>支付手续费</translation>
    </message>
    <message>
        <source>Tax summary</source>
        <translation>税额汇总</translation>
    </message>
    <message>
        <source>Own report</source>
        <translation>自定义报表</translation>
    </message>
    <message>
        <source>Stock and ageing</source>
        <translation>库存与库龄</translation>
    </message>
    <message>
        <source>Order ledger</source>
        <translation>订单总账</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Weekday (1 = Monday)</source>
        <translation>星期（1 为周一）</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>在途采购</translation>
    </message>
    <message>
        <source>0–30 days</source>
        <translation>0–30 天</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 天</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61–90 天</translation>
    </message>
    <message>
        <source>91–180 days</source>
        <translation>91–180 天</translation>
    </message>
    <message>
        <source>181–365 days</source>
        <translation>181–365 天</translation>
    </message>
    <message>
        <source>Over a year</source>
        <translation>一年以上</translation>
    </message>
    <message>
        <source>Oldest receipt</source>
        <translation>最早入库</translation>
    </message>
    <message>
        <source>Daily demand (30 days)</source>
        <translation>日均销量（30 天）</translation>
    </message>
    <message>
        <source>Days of cover</source>
        <translation>可售天数</translation>
    </message>
    <message>
        <source>No sale in 90 days</source>
        <translation>90 天无销售</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品金额</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Refunded in all</source>
        <translation>累计退款</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Line discount</source>
        <translation>单品优惠</translation>
    </message>
    <message>
        <source>Line total</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>GMV</translation>
    </message>
    <message>
        <source>Paid sales</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>Gross sales</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Refunds of these orders</source>
        <translation>这些订单的退款</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>净销售额</translation>
    </message>
    <message>
        <source>Net revenue</source>
        <translation>净收入</translation>
    </message>
    <message>
        <source>Freight charged</source>
        <translation>运费收入</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Total sales</source>
        <translation>总销售额</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Placed orders</source>
        <translation>下单数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Units per order</source>
        <translation>每单件数</translation>
    </message>
    <message>
        <source>Average order value</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Average selling price</source>
        <translation>件单价</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>优惠率</translation>
    </message>
    <message>
        <source>Cancelled orders</source>
        <translation>取消订单数</translation>
    </message>
    <message>
        <source>Cancellation rate</source>
        <translation>取消率</translation>
    </message>
    <message>
        <source>Cancelled after payment</source>
        <translation>付款后取消率</translation>
    </message>
    <message>
        <source>Refund count</source>
        <translation>退款笔数</translation>
    </message>
    <message>
        <source>With goods back</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Refund only</source>
        <translation>仅退款</translation>
    </message>
    <message>
        <source>Orders with a refund</source>
        <translation>有退款的订单</translation>
    </message>
    <message>
        <source>Refund rate</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>订单退款率</translation>
    </message>
    <message>
        <source>Cost of goods</source>
        <translation>商品成本</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>Contribution margin 1</source>
        <translation>边际贡献一</translation>
    </message>
    <message>
        <source>Units with known cost</source>
        <translation>已知成本件数占比</translation>
    </message>
    <message>
        <source>Orders with known fee</source>
        <translation>已知手续费订单占比</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付笔数</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功笔数</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>支付成功率</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>收款金额</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Fee ratio</source>
        <translation>费率</translation>
    </message>
    <message>
        <source>Refunded by gateway</source>
        <translation>支付渠道退款</translation>
    </message>
    <message>
        <source>Shipped orders</source>
        <translation>已发货订单</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹数</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准时率</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>首次派送成功率</translation>
    </message>
    <message>
        <source>Transit time</source>
        <translation>运输时长</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常率</translation>
    </message>
    <message>
        <source>Lost or damaged</source>
        <translation>丢损率</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1（对比期）</translation>
    </message>
    <message>
        <source>%1, change</source>
        <translation>%1（变化）</translation>
    </message>
    <message>
        <source>Several currencies are never added; each has rows of its own.</source>
        <translation>不同币种绝不相加，各自成行。</translation>
    </message>
    <message>
        <source>Margins have no value where the cost of any unit is unknown.</source>
        <translation>只要有一件商品成本未知，毛利就不显示。</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>这段时间没有数据。</translation>
    </message>
    <message>
        <source>Pieces are aged first in, first out; what lay there before the first receipt counts as over a year.</source>
        <translation>库龄按先进先出计算；首次入库记录之前就有的库存计为一年以上。</translation>
    </message>
    <message>
        <source>Compared with %1 to %2.</source>
        <translation>与 %1 至 %2 对比。</translation>
    </message>
</context>
</TS>
