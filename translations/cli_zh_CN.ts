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
        <source>%1 has no shop at such an address</source>
        <translation>%1 没有此类地址的店铺</translation>
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
        <source>The request was refused.</source>
        <translation>请求被拒绝。</translation>
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
        <source>fetch what is new</source>
        <translation>获取新数据</translation>
    </message>
    <message>
        <source>only this account; may be repeated</source>
        <translation>仅此账户，可重复</translation>
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
        <translation>请指定快递账户，或添加规则：shipping-rules add</translation>
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
        <translation>快递账户</translation>
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
        <source>Only the courier&apos;s own print component prints these data. For a label of ours, which any printer prints, add: --own</source>
        <translation>该数据只能由快递方的打印组件打印。如需任意打印机均可打印的自制面单，请加上：--own</translation>
    </message>
    <message>
        <source>how large the parcel is, in centimetres</source>
        <translation>包裹尺寸，单位厘米</translation>
    </message>
    <message>
        <source>a parcel&apos;s size is three lengths in centimetres</source>
        <translation>包裹尺寸应为以厘米表示的长、宽、高</translation>
    </message>
    <message>
        <source>Write it like: 30x20x10</source>
        <translation>写法示例：30x20x10</translation>
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
        <source>&quot;%1&quot; does not name one place</source>
        <translation>“%1”不能确定是哪一个地点</translation>
    </message>
    <message>
        <source>Give a name with its city, or a GB/T 2260 code.</source>
        <translation>请写上所在城市，或给出 GB/T 2260 代码。</translation>
    </message>
    <message>
        <source>Give one of these codes: %1</source>
        <translation>请给出其中一个代码：%1</translation>
    </message>
    <message>
        <source>--correct takes TEXT=PLACE</source>
        <translation>--correct 的写法是 文字=地点</translation>
    </message>
    <message>
        <source>From now on &quot;%1&quot; means %2.</source>
        <translation>以后“%1”就是%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is read by its words again.</source>
        <translation>“%1”恢复按文字识别。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The text names no place that is known.</source>
        <translation>这段文字里没有认得的地点。</translation>
    </message>
    <message>
        <source>It may mean: %1</source>
        <translation>可能是：%1</translation>
    </message>
    <message>
        <source>no text was given</source>
        <translation>没有给出文字</translation>
    </message>
    <message>
        <source>Put the courier&apos;s sentence in quotes.</source>
        <translation>请把快递的原话放在引号里。</translation>
    </message>
    <message>
        <source>find the place that a courier&apos;s text names, offline</source>
        <translation>离线识别快递文字里的地点</translation>
    </message>
    <message>
        <source>what the courier&apos;s own field for the place says</source>
        <translation>快递自己的地点字段内容</translation>
    </message>
    <message>
        <source>teach what a text means: a name or a GB/T 2260 code</source>
        <translation>教它一段文字指哪里：地名或 GB/T 2260 代码</translation>
    </message>
    <message>
        <source>take back what was taught of a text</source>
        <translation>撤销教过的一段文字</translation>
    </message>
    <message>
        <source>list what was taught</source>
        <translation>列出教过的内容</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺送达</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始发</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>&gt;Shipped</source>
        <translation>&gt;已发</translation>
    </message>
    <message>
        <source>&gt;Median h</source>
        <translation>&gt;中位小时</translation>
    </message>
    <message>
        <source>&gt;90 % h</source>
        <translation>&gt;90% 小时</translation>
    </message>
    <message>
        <source>&gt;On time</source>
        <translation>&gt;准时</translation>
    </message>
    <message>
        <source>&gt;First try</source>
        <translation>&gt;首次妥投</translation>
    </message>
    <message>
        <source>&gt;Problems</source>
        <translation>&gt;有问题</translation>
    </message>
    <message>
        <source>&gt;Days</source>
        <translation>&gt;天数</translation>
    </message>
    <message>
        <source>as in the window: late soon stuck:48 courier:sf to:浙江省</source>
        <translation>与窗口里相同：超时 将超时 停滞:48 快递:sf 到:浙江省</translation>
    </message>
    <message>
        <source>how couriers do: time on the way, on time, first try, problems</source>
        <translation>快递表现：在途时间、准时、首次妥投、问题</translation>
    </message>
    <message>
        <source>a row for each courier, or for each lane</source>
        <translation>每家快递一行，或每条线路一行</translation>
    </message>
    <message>
        <source>picked up so many days ago at most</source>
        <translation>最近多少天揽收的</translation>
    </message>
    <message>
        <source>list or set in how many days buyers are promised their parcel</source>
        <translation>列出或设置向买家承诺几天送达</translation>
    </message>
    <message>
        <source>all rules, as &quot;sf 浙江 2; * 新疆 7; * * 4&quot;</source>
        <translation>全部规则，写成 &quot;sf 浙江 2; * 新疆 7; * * 4&quot;</translation>
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
        <source>The answer is the same as then.</source>
        <translation>响应与当时一致。</translation>
    </message>
    <message>
        <source>As far as the answers are kept (the first 64 KB, text only), they are the same as then.</source>
        <translation>就已保留的内容（仅文本，前 64 KB）而言，响应与当时一致。</translation>
    </message>
    <message>
        <source>look for the text in requests and answers too</source>
        <translation>在请求和响应内容中也查找该文字</translation>
    </message>
    <message>
        <source>only calls answered so</source>
        <translation>仅显示这类响应的调用</translation>
    </message>
    <message>
        <source>only calls made for this stream</source>
        <translation>仅显示该数据流的调用</translation>
    </message>
    <message>
        <source>only calls since then</source>
        <translation>仅显示此后的调用</translation>
    </message>
    <message>
        <source>make a call that reads once more and compare the answers</source>
        <translation>重新发出一次读取调用并比较前后响应</translation>
    </message>
    <message>
        <source>&gt;Records</source>
        <translation>&gt;记录数</translation>
    </message>
    <message>
        <source>&gt;First id</source>
        <translation>&gt;首个编号</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>As %1 edited it:</source>
        <translation>%1 修改后：</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>The record is understood now and stored.</source>
        <translation>该记录现已识别并保存。</translation>
    </message>
    <message>
        <source>It is still not understood: %1</source>
        <translation>仍然无法识别：%1</translation>
    </message>
    <message>
        <source>%1 fetched again, %2 still not understood.</source>
        <translation>已重新获取 %1 条，其中 %2 条仍无法识别。</translation>
    </message>
    <message>
        <source>%1 dismissed.</source>
        <translation>已忽略 %1 条。</translation>
    </message>
    <message>
        <source>Failed record %1 is in the list again.</source>
        <translation>失败记录 %1 已重新列入清单。</translation>
    </message>
    <message>
        <source>also all others that fail for the same cause</source>
        <translation>同时处理因同一原因失败的其他记录</translation>
    </message>
    <message>
        <source>also those dismissed</source>
        <translation>包括已忽略的</translation>
    </message>
    <message>
        <source>count the failed records by their cause</source>
        <translation>按原因统计失败记录</translation>
    </message>
    <message>
        <source>show a failed record as it came</source>
        <translation>显示失败记录的原始内容</translation>
    </message>
    <message>
        <source>fetch a failed record again, or store it as you mended it</source>
        <translation>重新获取失败记录，或保存您修正后的内容</translation>
    </message>
    <message>
        <source>the record as it should read; - is standard input</source>
        <translation>修正后的记录内容；- 表示标准输入</translation>
    </message>
    <message>
        <source>take a failed record off the list, with a reason</source>
        <translation>注明理由后将失败记录移出清单</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>take back the dismissal of a failed record</source>
        <translation>撤销对失败记录的忽略</translation>
    </message>
    <message>
        <source>What is called</source>
        <translation>调用哪些接口</translation>
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
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>所需权限</translation>
    </message>
    <message>
        <source>&gt;Error %</source>
        <translation>&gt;错误率 %</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>Write it as 2027-03-31, or none.</source>
        <translation>请写成 2027-03-31 的形式，或写 none。</translation>
    </message>
    <message>
        <source>The credentials of account %1 are noted to end with %2.</source>
        <translation>已记下：账户 %1 的凭证有效至 %2。</translation>
    </message>
    <message>
        <source>When the credentials of account %1 end is not known any more.</source>
        <translation>已清除账户 %1 的凭证到期日。</translation>
    </message>
    <message>
        <source>Dismissed: %1.</source>
        <translation>已忽略：%1。</translation>
    </message>
    <message>
        <source>The support bundle is in %1. Read it before you send it.</source>
        <translation>支持包已保存到 %1。发送前请先查看内容。</translation>
    </message>
    <message>
        <source>show latency and errors of an account&apos;s calls over time</source>
        <translation>显示账户调用的延迟和错误随时间的变化</translation>
    </message>
    <message>
        <source>seven days by three hours instead of one day by half hours</source>
        <translation>显示七天（每三小时一段），而不是一天（每半小时一段）</translation>
    </message>
    <message>
        <source>note the last day on which an account&apos;s credentials hold</source>
        <translation>记下账户凭证有效的最后一天</translation>
    </message>
    <message>
        <source>list what providers changed that is not known yet</source>
        <translation>列出平台接口中出现的未知变化</translation>
    </message>
    <message>
        <source>take a change off the list: you have seen it</source>
        <translation>将一项变化标为已阅并移出清单</translation>
    </message>
    <message>
        <source>write one zip file for whoever helps you, without secrets or buyers</source>
        <translation>生成一个供技术支持使用的 zip 文件，不含密钥和买家信息</translation>
    </message>
    <message>
        <source>a size of paper looks like 76x130 or a4</source>
        <translation>纸张尺寸写作 76x130 或 a4</translation>
    </message>
    <message>
        <source>where should the document go?</source>
        <translation>文件保存到哪里？</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>--state takes queued, printing, printed, failed, lost or cancelled</source>
        <translation>--state 可取 queued、printing、printed、failed、lost 或 cancelled</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1 queued again; the window prints them</source>
        <translation>已重新排队 %1 份，由主窗口打印</translation>
    </message>
    <message>
        <source>where to; .zpl for a label printer, else PDF</source>
        <translation>保存位置；.zpl 供标签打印机，其余为 PDF</translation>
    </message>
    <message>
        <source>millimetres, or a4</source>
        <translation>毫米，或 a4</translation>
    </message>
    <message>
        <source>the printer&apos;s dots an inch</source>
        <translation>打印机分辨率（dpi）</translation>
    </message>
    <message>
        <source>whose bins</source>
        <translation>哪个仓库的货位</translation>
    </message>
    <message>
        <source>what to take from the shelves for these orders, along the bins</source>
        <translation>这些订单的拣货单，按货位排序</translation>
    </message>
    <message>
        <source>the packing slip of an order</source>
        <translation>订单的装箱单</translation>
    </message>
    <message>
        <source>the label that sticks to a product</source>
        <translation>商品标签</translation>
    </message>
    <message>
        <source>a label that shows whether a printer scales or cuts</source>
        <translation>测试标签，检查打印机是否缩放或裁切</translation>
    </message>
    <message>
        <source>list what was and is to be printed</source>
        <translation>列出打印队列</translation>
    </message>
    <message>
        <source>only those in this state</source>
        <translation>只列此状态</translation>
    </message>
    <message>
        <source>queue again everything lost, and nothing else</source>
        <translation>只重打丢失的</translation>
    </message>
    <message>
        <source>list where goods lie</source>
        <translation>列出货位</translation>
    </message>
    <message>
        <source>say where a SKU lies; an empty bin forgets it</source>
        <translation>设置 SKU 的货位；留空则清除</translation>
    </message>
    <message>
        <source>our own label, whatever the courier has</source>
        <translation>用我们自己的面单模板</translation>
    </message>
    <message>
        <source>%1 pieces are promised that are no longer there</source>
        <translation>已承诺的 %1 件已不在库中</translation>
    </message>
    <message>
        <source>nothing is left to sell</source>
        <translation>已无货可售</translation>
    </message>
    <message>
        <source>stock lasts %1 days, new goods take %2</source>
        <translation>库存还够 %1 天，补货需要 %2 天</translation>
    </message>
    <message>
        <source>%1 pieces here or on their way, the limit is %2</source>
        <translation>在库及在途共 %1 件，预警线 %2 件</translation>
    </message>
    <message>
        <source>not counted for %1 days</source>
        <translation>已有 %1 天未盘点</translation>
    </message>
    <message>
        <source>%1 pieces of lot %2 expire on %3</source>
        <translation>批次 %2 的 %1 件将于 %3 到期</translation>
    </message>
    <message>
        <source>%1 pieces lie here, not sold for %2 days</source>
        <translation>积压 %1 件，已有 %2 天未售出</translation>
    </message>
    <message>
        <source>There is no kind of alert &quot;%1&quot;</source>
        <translation>没有名为“%1”的预警类型</translation>
    </message>
    <message>
        <source>&gt;Lost a day</source>
        <translation>&gt;日损失</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Alert %1 is silent until %2, unless it becomes worse.</source>
        <translation>预警 %1 已静默至 %2，情况恶化时除外。</translation>
    </message>
    <message>
        <source>(all)</source>
        <translation>（全部）</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>&gt;Share</source>
        <translation>&gt;分配比例</translation>
    </message>
    <message>
        <source>&gt;Safety</source>
        <translation>&gt;安全库存</translation>
    </message>
    <message>
        <source>&gt;Maximum</source>
        <translation>&gt;上限</translation>
    </message>
    <message>
        <source>&gt;Quota</source>
        <translation>&gt;固定配额</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) wait to be told; &quot;stock push&quot; sends them at once.</source>
        <translation>
            <numerusform>有 %n 个可售数量待同步；“stock push” 可立即发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>&gt;Level</source>
        <translation>&gt;同步数量</translation>
    </message>
    <message>
        <source>&gt;Shop shows</source>
        <translation>&gt;店铺显示</translation>
    </message>
    <message>
        <source>Nothing can be compared yet.</source>
        <translation>暂时还没有可比对的数据。</translation>
    </message>
    <message>
        <source>%1 compared, %2 wrong, %3 sent again: %4 % right.</source>
        <translation>比对 %1 个，不一致 %2 个，已重发 %3 个：%4 % 正确。</translation>
    </message>
    <message>
        <source>%1 new levels, %2 not told yet.</source>
        <translation>新增 %1 个可售数量，%2 个尚未同步。</translation>
    </message>
    <message>
        <source>list what each shop may sell of our stock</source>
        <translation>列出各店铺可售库存的规则</translation>
    </message>
    <message>
        <source>set what a shop may sell of our stock</source>
        <translation>设置一个店铺可售多少库存</translation>
    </message>
    <message>
        <source>only of this article (default: of all)</source>
        <translation>仅限这个商品（默认：全部）</translation>
    </message>
    <message>
        <source>of what is available</source>
        <translation>占可用库存的百分比</translation>
    </message>
    <message>
        <source>pieces kept back first</source>
        <translation>先保留的件数</translation>
    </message>
    <message>
        <source>never told more</source>
        <translation>同步数量不超过此值</translation>
    </message>
    <message>
        <source>so many instead of a share, while they last</source>
        <translation>不按比例而按固定数量分配，有货为限</translation>
    </message>
    <message>
        <source>tell the shop nothing</source>
        <translation>不向该店铺同步</translation>
    </message>
    <message>
        <source>list what the shops were told, and what they show</source>
        <translation>列出告诉各店铺的数量以及它们显示的数量</translation>
    </message>
    <message>
        <source>compare what a shop shows with what it was told, and repair it</source>
        <translation>比对店铺显示的数量与告知的数量，并修正</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>The limits are saved and the alerts looked at anew.</source>
        <translation>预警线已保存，预警已重新计算。</translation>
    </message>
    <message>
        <source>list what is wrong with stock, the dearest first</source>
        <translation>列出库存预警，损失最大的排在最前</translation>
    </message>
    <message>
        <source>only alerts of this kind</source>
        <translation>仅此类型的预警</translation>
    </message>
    <message>
        <source>only this article</source>
        <translation>仅此货品</translation>
    </message>
    <message>
        <source>the snoozed ones too</source>
        <translation>包括已静默的</translation>
    </message>
    <message>
        <source>keep an alert silent for a while</source>
        <translation>让一条预警静默一段时间</translation>
    </message>
    <message>
        <source>for how many hours (24)</source>
        <translation>静默多少小时（24）</translation>
    </message>
    <message>
        <source>say who looks after an alert</source>
        <translation>指定预警的负责人</translation>
    </message>
    <message>
        <source>set when stock is too little, too old or too long uncounted; without a value the limit is removed</source>
        <translation>设置缺货、滞销、久未盘点的预警线；不给数值即删除该预警线</translation>
    </message>
    <message>
        <source>for this article</source>
        <translation>针对此货品</translation>
    </message>
    <message>
        <source>for articles of this category</source>
        <translation>针对此类目的货品</translation>
    </message>
    <message>
        <source>in this warehouse</source>
        <translation>在此仓库</translation>
    </message>
    <message>
        <source>pieces here or on their way; else computed</source>
        <translation>在库及在途件数；不设则自动计算</translation>
    </message>
    <message>
        <source>days from ordering to receipt</source>
        <translation>从下单到入库的天数</translation>
    </message>
    <message>
        <source>service level, such as 0.95</source>
        <translation>服务水平，例如 0.95</translation>
    </message>
    <message>
        <source>days without a sale</source>
        <translation>多少天没有售出</translation>
    </message>
    <message>
        <source>days without a count</source>
        <translation>多少天没有盘点</translation>
    </message>
    <message>
        <source>days before a lot expires</source>
        <translation>批次到期前多少天</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>货品</translation>
    </message>
    <message>
        <source>%1 is the article %2 now.</source>
        <translation>%1 现在对应货品 %2。</translation>
    </message>
    <message>
        <source>Its title</source>
        <translation>货品标题</translation>
    </message>
    <message>
        <source>&gt;Score</source>
        <translation>&gt;匹配分</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>&gt;Pieces</source>
        <translation>&gt;件数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount</source>
        <translation>“%1”不是金额</translation>
    </message>
    <message>
        <source>&gt;Cost</source>
        <translation>&gt;成本</translation>
    </message>
    <message>
        <source>why; kept beside it</source>
        <translation>原因，一并保存</translation>
    </message>
    <message>
        <source>say which article of the warehouse a shop&apos;s SKU is</source>
        <translation>指定店铺 SKU 对应仓库中的哪个货品</translation>
    </message>
    <message>
        <source>link all SKUs whose barcode only one other article has</source>
        <translation>把条码唯一匹配的 SKU 全部关联</translation>
    </message>
    <message>
        <source>take a link away, or part two things that share a SKU</source>
        <translation>取消关联，或把同 SKU 的不同货品分开</translation>
    </message>
    <message>
        <source>list the links between shops&apos; SKUs and articles</source>
        <translation>列出店铺 SKU 与货品的关联</translation>
    </message>
    <message>
        <source>list SKUs that may be one article, with the reasons</source>
        <translation>列出可能是同一货品的 SKU 及理由</translation>
    </message>
    <message>
        <source>show or set what a bundle is made of</source>
        <translation>查看或设置组合装的组件</translation>
    </message>
    <message>
        <source>a part and how many; may be given many times</source>
        <translation>组件及数量，可多次给出</translation>
    </message>
    <message>
        <source>it is no bundle any more</source>
        <translation>不再是组合装</translation>
    </message>
    <message>
        <source>show the history of an article&apos;s cost, or set it</source>
        <translation>查看货品的成本历史，或设置成本</translation>
    </message>
    <message>
        <source>what a piece costs</source>
        <translation>每件成本</translation>
    </message>
    <message>
        <source>since when (now); lines sold since then without a cost get it</source>
        <translation>生效时间（现在）；此后售出且没有成本的明细将补上该成本</translation>
    </message>
    <message>
        <source>&gt;In transfer</source>
        <translation>&gt;调拨在途</translation>
    </message>
    <message>
        <source>--review is not below zero, --days lies between 1 and 1100</source>
        <translation>--review 不能为负，--days 应在 1 到 1100 之间</translation>
    </message>
    <message>
        <source>Together: %1.</source>
        <translation>合计：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of %2</source>
        <translation>“%1”不是有效的 %2 金额</translation>
    </message>
    <message numerus="yes">
        <source>Measured lead time: %1 days, give or take %2, from %n receipts.</source>
        <translation>
            <numerusform>实测交货期：%1 天，波动 ±%2 天，依据 %n 次收货。</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted. Lead times are measured from three receipts on.</source>
        <translation>已记录。收货满三次后开始按实际计算交货期。</translation>
    </message>
    <message>
        <source>suggest what to order, with every figure behind it</source>
        <translation>建议采购什么，并列出每个依据数字</translation>
    </message>
    <message>
        <source>only this warehouse</source>
        <translation>仅此仓库</translation>
    </message>
    <message>
        <source>share of delivery cycles without a stock-out (default 95)</source>
        <translation>不断货的补货周期占比（默认 95）</translation>
    </message>
    <message>
        <source>days between two orders (default 7)</source>
        <translation>两次下单相隔的天数（默认 7）</translation>
    </message>
    <message>
        <source>history to learn from (default 180)</source>
        <translation>参考多少天的历史（默认 180）</translation>
    </message>
    <message>
        <source>also what need not be ordered now</source>
        <translation>同时列出暂时不用补货的</translation>
    </message>
    <message>
        <source>how each number came about</source>
        <translation>说明每个数字的来历</translation>
    </message>
    <message>
        <source>list what suppliers agreed to</source>
        <translation>列出供应商的供货条件</translation>
    </message>
    <message>
        <source>set a supplier&apos;s terms for an article (&quot;&quot;: for all)</source>
        <translation>设置供应商对某商品的供货条件（“”：全部商品）</translation>
    </message>
    <message>
        <source>whose terms</source>
        <translation>哪个供应商</translation>
    </message>
    <message>
        <source>days from order to receipt</source>
        <translation>从下单到收货的天数</translation>
    </message>
    <message>
        <source>how much they vary, as a deviation</source>
        <translation>天数的波动（标准差）</translation>
    </message>
    <message>
        <source>pieces in a pack</source>
        <translation>每箱件数</translation>
    </message>
    <message>
        <source>pieces that must be ordered at least</source>
        <translation>最少起订件数</translation>
    </message>
    <message>
        <source>cost of a piece</source>
        <translation>单件成本</translation>
    </message>
    <message>
        <source>cost of an order beside its goods</source>
        <translation>每次下单的固定费用</translation>
    </message>
    <message>
        <source>suggestions name this supplier</source>
        <translation>建议中优先用这个供应商</translation>
    </message>
    <message>
        <source>note a delivery, from which lead times are measured</source>
        <translation>记录一次到货，用来计算实际交货期</translation>
    </message>
    <message>
        <source>who delivered</source>
        <translation>哪个供应商送的货</translation>
    </message>
    <message>
        <source>when it was ordered</source>
        <translation>何时下的单</translation>
    </message>
    <message>
        <source>when it came (default: now)</source>
        <translation>何时到货（默认：现在）</translation>
    </message>
    <message>
        <source>how many came</source>
        <translation>到了多少件</translation>
    </message>
    <message>
        <source>average (short history)</source>
        <translation>平均值（历史较短）</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>exponential smoothing</source>
        <translation>指数平滑</translation>
    </message>
    <message>
        <source>Croston</source>
        <translation>Croston 法</translation>
    </message>
    <message>
        <source>Croston, corrected</source>
        <translation>Croston 修正法</translation>
    </message>
    <message>
        <source>fading chance</source>
        <translation>TSB 法（概率衰减）</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>week, added</source>
        <translation>周季节（加法）</translation>
    </message>
    <message>
        <source>week, multiplied</source>
        <translation>周季节（乘法）</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>约定</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>  If a delivery took %1 days rather than %2: %3 pieces.</source>
        <translation>  若交货需 %1 天而不是 %2 天：%3 件。</translation>
    </message>
    <message>
        <source>  If %1 pieces a day were sold rather than %2: %3 pieces.</source>
        <translation>  若每天卖 %1 件而不是 %2 件：%3 件。</translation>
    </message>
    <message>
        <source>  At a service level of %1 % rather than %2 %: %3 pieces.</source>
        <translation>  若服务水平为 %1 % 而不是 %2 %：%3 件。</translation>
    </message>
    <message>
        <source>  Without packs and minimum: %1 pieces.</source>
        <translation>  若不受箱规和起订量限制：%1 件。</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>&gt;Cover, days</source>
        <translation>&gt;可售天数</translation>
    </message>
    <message>
        <source>&gt;Demand a day</source>
        <translation>&gt;日均需求</translation>
    </message>
    <message>
        <source>&gt;Lead time</source>
        <translation>&gt;交货期</translation>
    </message>
    <message>
        <source>&gt;Reorder at</source>
        <translation>&gt;补货点</translation>
    </message>
    <message>
        <source>&gt;Projected</source>
        <translation>&gt;预计库存</translation>
    </message>
    <message>
        <source>of which lot</source>
        <translation>哪个批次</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no SKU=N</source>
        <translation>“%1”不是 SKU=数量 的形式</translation>
    </message>
    <message>
        <source>&gt;Transfer</source>
        <translation>&gt;调拨单</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>&gt;Received</source>
        <translation>&gt;已收</translation>
    </message>
    <message>
        <source>&gt;Missing</source>
        <translation>&gt;短少</translation>
    </message>
    <message>
        <source>Movement %1 is taken back by movement %2.</source>
        <translation>流水 %1 已由流水 %2 冲销。</translation>
    </message>
    <message>
        <source>Count %1 in %2: %3</source>
        <translation>盘点单 %1（%2）：%3</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>&gt;Counted</source>
        <translation>&gt;实盘</translation>
    </message>
    <message>
        <source>&gt;Book</source>
        <translation>&gt;账面</translation>
    </message>
    <message>
        <source>&gt;Difference</source>
        <translation>&gt;差异</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>%1 balances opened, %2 rows refused.</source>
        <translation>已建立 %1 条期初库存，%2 行被拒绝。</translation>
    </message>
    <message>
        <source>which warehouse (the one that orders are taken from)</source>
        <translation>哪个仓库（默认为订单出库的仓库）</translation>
    </message>
    <message>
        <source>how many pieces</source>
        <translation>多少件</translation>
    </message>
    <message>
        <source>an article and how many; may be given many times</source>
        <translation>货品及数量，可多次给出</translation>
    </message>
    <message>
        <source>open a count, enter what was counted, approve the differences; alone: list</source>
        <translation>新建盘点、录入实盘数、审核差异；不带参数时列出盘点单</translation>
    </message>
    <message>
        <source>begin a new count</source>
        <translation>新建盘点</translation>
    </message>
    <message>
        <source>count this article; without it those counted longest ago</source>
        <translation>盘点此货品；不给出时选最久未盘点的货品</translation>
    </message>
    <message>
        <source>at most so many articles (50)</source>
        <translation>最多多少个货品（50）</translation>
    </message>
    <message>
        <source>show what the ledger says while counting</source>
        <translation>盘点时显示账面数（明盘）</translation>
    </message>
    <message>
        <source>what was counted; may be given many times</source>
        <translation>实盘数，可多次给出</translation>
    </message>
    <message>
        <source>everything is counted: show the differences</source>
        <translation>全部盘完，显示差异</translation>
    </message>
    <message>
        <source>book the differences</source>
        <translation>审核通过，差异入账</translation>
    </message>
    <message>
        <source>book nothing</source>
        <translation>驳回，不入账</translation>
    </message>
    <message>
        <source>send goods to another warehouse; they arrive by &quot;stock receive&quot;</source>
        <translation>把货调往另一仓库，到货时用“stock receive”收货</translation>
    </message>
    <message>
        <source>from which warehouse</source>
        <translation>调出仓库</translation>
    </message>
    <message>
        <source>to which warehouse</source>
        <translation>调入仓库</translation>
    </message>
    <message>
        <source>list transfers that have not arrived</source>
        <translation>列出尚未到货的调拨单</translation>
    </message>
    <message>
        <source>book goods that came in, from a supplier or by a transfer</source>
        <translation>登记入库，来自供应商或调拨</translation>
    </message>
    <message>
        <source>when the lot expires</source>
        <translation>批次的到期时间</translation>
    </message>
    <message>
        <source>purchase order or delivery note</source>
        <translation>采购单号或送货单号</translation>
    </message>
    <message>
        <source>what a piece costs from now on</source>
        <translation>此后每件的成本</translation>
    </message>
    <message>
        <source>the transfer that arrived</source>
        <translation>到货的调拨单</translation>
    </message>
    <message>
        <source>what did not come with the transfer is lost</source>
        <translation>调拨中未到的货按短少处理</translation>
    </message>
    <message>
        <source>take out what is broken or expired</source>
        <translation>报废损坏或过期的货品</translation>
    </message>
    <message>
        <source>pieces that were blocked before</source>
        <translation>报废此前已冻结的货品</translation>
    </message>
    <message>
        <source>set pieces apart that must not be sold</source>
        <translation>冻结不可销售的货品</translation>
    </message>
    <message>
        <source>give them free again</source>
        <translation>解除冻结</translation>
    </message>
    <message>
        <source>take a movement back by a counter-movement</source>
        <translation>用红冲流水撤销一条库存流水</translation>
    </message>
    <message>
        <source>open balances from a table of SKUs and pieces; known balances stay</source>
        <translation>从 SKU 与数量的表格建立期初库存，已有库存不变</translation>
    </message>
    <message>
        <source>which column is which, where that is not guessed</source>
        <translation>无法自动识别时，说明各列的含义</translation>
    </message>
    <message>
        <source>%1 in %2: order %3</source>
        <translation>%1（%2）：采购 %3 件</translation>
    </message>
    <message>
        <source>  Demand: %1 a day, deviation %2 (%3; %4 of %5 days in stock, share %6 %).</source>
        <translation>  需求：每天 %1 件，标准差 %2（%3；%5 天中有货 %4 天，占比 %6 %）。</translation>
    </message>
    <message>
        <source>  Lead time: %1 days, deviation %2 (%3).</source>
        <translation>  交货期：%1 天，标准差 %2（%3）。</translation>
    </message>
    <message>
        <source>  Safety stock: %1 × √(%2 × %3² + %4² × %5²) = %6.</source>
        <translation>  安全库存：%1 × √(%2 × %3² + %4² × %5²) = %6。</translation>
    </message>
    <message>
        <source>  Reorder at: %1 × %2 + %3 = %4.</source>
        <translation>  补货点：%1 × %2 + %3 = %4。</translation>
    </message>
    <message>
        <source>  Projected: %1 on hand + %2 incoming + %3 in transfer − %4 reserved − %5 blocked = %6.</source>
        <translation>  预计库存：在库 %1 + 在途 %2 + 调拨中 %3 − 已占用 %4 − 冻结 %5 = %6。</translation>
    </message>
    <message>
        <source>  Up to %1: %2 wanted, %3 in packs of %4 (at least %5).</source>
        <translation>  补到 %1：需要 %2，按每箱 %4 件（至少 %5 件）取 %3 件。</translation>
    </message>
    <message>
        <source>  To be ordered in %1 days.</source>
        <translation>  %1 天后需要采购。</translation>
    </message>
    <message>
        <source>  Economic lot: %1.</source>
        <translation>  经济订货量：%1。</translation>
    </message>
    <message>
        <source>&gt;Deviation</source>
        <translation>&gt;波动</translation>
    </message>
    <message>
        <source>&gt;Pack</source>
        <translation>&gt;箱规</translation>
    </message>
    <message>
        <source>&gt;Minimum</source>
        <translation>&gt;起订量</translation>
    </message>
    <message>
        <source>&gt;Unit cost</source>
        <translation>&gt;单件成本</translation>
    </message>
    <message>
        <source>&gt;Order cost</source>
        <translation>&gt;下单费用</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>首选</translation>
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
    <message>
        <source>%1 pieces are sold that are not there</source>
        <translation>超卖 %1 件</translation>
    </message>
    <message>
        <source>tell the shops their new levels, or one of them how many may be sold</source>
        <translation>把新的可售数量告诉各店铺，或告诉其中一个商品可售多少件</translation>
    </message>
    <message>
        <source>a service level lies between 0 and 100 percent</source>
        <translation>服务水平应在 0 到 100 % 之间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>预测方法</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>printers have 203, 300 or 600 dots an inch</source>
        <translation>打印机分辨率为 203、300 或 600 dpi</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no class of statuses</source>
        <translation>“%1”不是状态码类别</translation>
    </message>
    <message>
        <source>a report of one&apos;s own is called like own.3</source>
        <translation>自存报表的编号形如 own.3</translation>
    </message>
    <message>
        <source>save a report with parameters of one&apos;s own under a name</source>
        <translation>把带有自定参数的报表取名保存</translation>
    </message>
    <message>
        <source>remove a report of one&apos;s own</source>
        <translation>删除一张自存报表</translation>
    </message>
    <message>
        <source>Kept as run %1.</source>
        <translation>已留存为第 %1 次运行。</translation>
    </message>
    <message>
        <source>keep what its figures are made of, for report why</source>
        <translation>留存各指标的构成，供 report why 比对</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>&gt;Run</source>
        <translation>&gt;运行</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Ran at</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>arrived since</source>
        <translation>之后到达</translation>
    </message>
    <message>
        <source>paid since</source>
        <translation>之后付款</translation>
    </message>
    <message>
        <source>refunded since</source>
        <translation>之后退款</translation>
    </message>
    <message>
        <source>cancelled since</source>
        <translation>之后取消</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>edited since</source>
        <translation>之后修改</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>&gt;Before</source>
        <translation>&gt;当时</translation>
    </message>
    <message>
        <source>&gt;Now</source>
        <translation>&gt;现在</translation>
    </message>
    <message>
        <source>no figure of this run is called &quot;%1&quot;</source>
        <translation>这次运行里没有叫“%1”的指标</translation>
    </message>
    <message>
        <source>list the runs of reports that were kept</source>
        <translation>列出已留存的报表运行</translation>
    </message>
    <message>
        <source>say why a figure is another than in a kept run</source>
        <translation>说明某个指标与留存的运行为何不同</translation>
    </message>
    <message>
        <source>which figure; net_sales, or the first one</source>
        <translation>哪个指标；默认 net_sales，否则第一个</translation>
    </message>
    <message>
        <source>compare with a later run instead of now</source>
        <translation>与之后的一次运行比较，而不是与现在</translation>
    </message>
    <message>
        <source>%1 label(s) of %2 wait; the window prints them</source>
        <translation>%2 的 %1 张标签已排队，由窗口打印</translation>
    </message>
    <message>
        <source>into the print queue rather than into a file</source>
        <translation>放入打印队列而不是写成文件</translation>
    </message>
    <message>
        <source>how many the queue prints, up to 99</source>
        <translation>队列打印多少张，最多 99</translation>
    </message>
    <message>
        <source>Some articles have no cost; &quot;products cost&quot; tells it.</source>
        <translation>有些商品没有成本；用“products cost”设置。</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>人工设定</translation>
    </message>
    <message>
        <source>  Reorder at: %1, set by hand.</source>
        <translation>  再订货点：%1，人工设定。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount; write it like 12.30</source>
        <translation>“%1”不是金额，请写成 12.30 这样</translation>
    </message>
    <message>
        <source>As %1 the check digit is wrong; look at the number again.</source>
        <translation>按 %1 规则校验位不对，请再核对单号。</translation>
    </message>
    <message>
        <source>No courier is known by this number.</source>
        <translation>没有快递公司使用这样的单号。</translation>
    </message>
    <message>
        <source>write a note about the parcel</source>
        <translation>给包裹写备注</translation>
    </message>
    <message>
        <source>note that the courier was asked where it is</source>
        <translation>记下已向快递公司催件</translation>
    </message>
    <message>
        <source>open a claim against the courier</source>
        <translation>向快递公司发起理赔</translation>
    </message>
    <message>
        <source>note that the parcel was called back</source>
        <translation>记下已要求退回包裹</translation>
    </message>
    <message>
        <source>end the open claim or return</source>
        <translation>结束未了的理赔或退回</translation>
    </message>
    <message>
        <source>what the courier paid, as 12.30</source>
        <translation>快递公司赔付的金额，如 12.30</translation>
    </message>
    <message>
        <source>ask what a parcel for the order would cost</source>
        <translation>询问该订单寄件的运费</translation>
    </message>
    <message>
        <source>say which courier a number may belong to</source>
        <translation>说明单号可能属于哪家快递公司</translation>
    </message>
    <message>
        <source>&gt;Hold</source>
        <translation>&gt;预留</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Hold %1 is made.</source>
        <translation>已建立预留 %1。</translation>
    </message>
    <message>
        <source>Hold %1 is let go.</source>
        <translation>预留 %1 已取消。</translation>
    </message>
    <message>
        <source>set pieces aside for somebody; of a bundle all its parts</source>
        <translation>为某人预留；套装则预留其全部组件</translation>
    </message>
    <message>
        <source>when they are let go by themselves</source>
        <translation>何时自动取消</translation>
    </message>
    <message>
        <source>list what is set aside for somebody</source>
        <translation>列出预留</translation>
    </message>
    <message>
        <source>end a hold</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <source>Say with --map which column is which, as in --map &quot;Order no&quot;=number,Sum=total</source>
        <translation>请用 --map 指明各列的含义，例如 --map &quot;订单号&quot;=number,合计=total</translation>
    </message>
    <message>
        <source>take a whole payment back on the day it was made, before it is settled</source>
        <translation>在付款当日清算前全额撤销一笔付款</translation>
    </message>
    <message>
        <source>end the payment that a gateway still awaits for an order</source>
        <translation>关闭支付渠道中该订单尚未支付的交易</translation>
    </message>
    <message>
        <source>the gateway&apos;s account</source>
        <translation>支付渠道的账户</translation>
    </message>
    <message>
        <source>&gt;First weight</source>
        <translation>&gt;首重</translation>
    </message>
    <message>
        <source>&gt;Step</source>
        <translation>&gt;续重单位</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>write a day like 2026-03-01</source>
        <translation>日期请写成 2026-03-01</translation>
    </message>
    <message>
        <source>list what couriers agreed to charge</source>
        <translation>列出与快递公司约定的价格</translation>
    </message>
    <message>
        <source>add a price of a courier; one for a region goes before one for everywhere</source>
        <translation>添加快递公司的价格；限定地区的优先于不限地区的</translation>
    </message>
    <message>
        <source>for parcels handed over on this day and later</source>
        <translation>适用于当天及以后交寄的包裹</translation>
    </message>
    <message>
        <source>only to this province or country; may be repeated</source>
        <translation>仅限寄往该省份或国家；可重复</translation>
    </message>
    <message>
        <source>the first weight (1000)</source>
        <translation>首重（1000）</translation>
    </message>
    <message>
        <source>what it costs, as 3.50</source>
        <translation>首重价格，如 3.50</translation>
    </message>
    <message>
        <source>each further weight (1000)</source>
        <translation>续重单位（1000）</translation>
    </message>
    <message>
        <source>what each begun one costs</source>
        <translation>每个续重单位的价格（不足按一个计）</translation>
    </message>
    <message>
        <source>the least that a parcel costs</source>
        <translation>每个包裹的最低收费</translation>
    </message>
    <message>
        <source>of the prices (the workspace&apos;s)</source>
        <translation>价格的货币（默认为工作区的货币）</translation>
    </message>
    <message>
        <source>remove a price</source>
        <translation>删除价格</translation>
    </message>
    <message>
        <source>note what the parcel weighs, as its freight is expected by it</source>
        <translation>登记包裹的重量，应付运费据此计算</translation>
    </message>
    <message>
        <source>read a courier&apos;s bill from a file; what is on it already is replaced</source>
        <translation>从文件读取快递账单；已有的账单行会被替换</translation>
    </message>
    <message>
        <source>Account %1: %2</source>
        <translation>账户 %1：%2</translation>
    </message>
    <message>
        <source>Its credentials are not here any more; give them again with account rotate.</source>
        <translation>此账户的凭证已不在本机；请用 account rotate 重新提供。</translation>
    </message>
    <message>
        <source>read and send nothing until it is resumed</source>
        <translation>暂停账户：恢复前不读取也不发送</translation>
    </message>
    <message>
        <source>end an account&apos;s pause</source>
        <translation>恢复已暂停的账户</translation>
    </message>
    <message>
        <source>Tried again, it goes out as it is. To change it: actions cancel %1, then ask for it anew.</source>
        <translation>重试会原样发出。如需修改：先运行 actions cancel %1，再重新提交。</translation>
    </message>
    <message>
        <source>the courier collects %1</source>
        <translation>快递代收 %1</translation>
    </message>
    <message>
        <source>say either --happened or --did-not-happen</source>
        <translation>请在 --happened 与 --did-not-happen 中选择其一</translation>
    </message>
    <message>
        <source>say how an action ended whose outcome the provider does not tell</source>
        <translation>说明一个服务商未告知结果的操作如何结束</translation>
    </message>
    <message>
        <source>the provider did it</source>
        <translation>服务商已执行</translation>
    </message>
    <message>
        <source>number of the waybill or refund that it led to</source>
        <translation>由此产生的运单号或退款号</translation>
    </message>
    <message>
        <source>the provider did not do it</source>
        <translation>服务商未执行</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>erased data cannot be brought back</source>
        <translation>抹除的资料无法恢复</translation>
    </message>
    <message>
        <source>Say --yes to erase them.</source>
        <translation>确认抹除请加 --yes。</translation>
    </message>
    <message>
        <source>Backups and exports made before still hold the data.</source>
        <translation>此前的备份和导出文件中仍有这些资料。</translation>
    </message>
    <message>
        <source>write everything held about a customer as JSON, unmasked</source>
        <translation>以 JSON 写出某客户的全部资料，不打码</translation>
    </message>
    <message>
        <source>into this new file instead of standard output</source>
        <translation>写入这个新文件，而不是标准输出</translation>
    </message>
    <message>
        <source>overwrite a customer&apos;s personal data for good; amounts and figures stay</source>
        <translation>永久抹除某客户的个人资料；金额和统计保留</translation>
    </message>
    <message>
        <source>do it: there is no way back</source>
        <translation>执行：无法撤销</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s behind that of account %2 (%3): set it, or calls may be refused.</source>
        <translation>本机时钟比账户 %2（%3）的平台慢 %1 秒：请校准时间，否则请求可能被拒绝。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s ahead of that of account %2 (%3): set it, or calls may be refused.</source>
        <translation>本机时钟比账户 %2（%3）的平台快 %1 秒：请校准时间，否则请求可能被拒绝。</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>name the orders to approve</source>
        <translation>请指明要批准的订单</translation>
    </message>
    <message>
        <source>They are listed by: orders review</source>
        <translation>可用 orders review 列出</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>订单 %1：%2</translation>
    </message>
    <message>
        <source>Order %1 may be shipped.</source>
        <translation>订单 %1 可以发货。</translation>
    </message>
    <message>
        <source>Order %1 was to be shipped already.</source>
        <translation>订单 %1 本就待发货。</translation>
    </message>
    <message>
        <source>It was so already.</source>
        <translation>之前已是如此。</translation>
    </message>
    <message>
        <source>One parcel: %1</source>
        <translation>一个包裹：%1</translation>
    </message>
    <message>
        <source>Parcel %1: %2</source>
        <translation>包裹 %1：%2</translation>
    </message>
    <message>
        <source>Each on its own again: %1</source>
        <translation>恢复单独发货：%1</translation>
    </message>
    <message>
        <source>The order is neither merged nor split.</source>
        <translation>该订单既未合并也未拆分。</translation>
    </message>
    <message>
        <source>name two orders or more</source>
        <translation>请指明两个或更多订单</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not SKU=N</source>
        <translation>“%1”不是 SKU=N 的形式</translation>
    </message>
    <message>
        <source>the order has no line &quot;%1&quot;</source>
        <translation>订单中没有商品行“%1”</translation>
    </message>
    <message>
        <source>several lines have the SKU &quot;%1&quot;</source>
        <translation>有多个商品行的 SKU 为“%1”</translation>
    </message>
    <message>
        <source>Lines have numbers too: 1 is the first.</source>
        <translation>商品行也可用序号表示：1 为第一行。</translation>
    </message>
    <message>
        <source>What no --part names goes into a last parcel.</source>
        <translation>--part 未提到的商品放入最后一个包裹。</translation>
    </message>
    <message>
        <source>why; it stands in the orders&apos; timelines</source>
        <translation>原因；会记入订单时间线</translation>
    </message>
    <message>
        <source>take it back, until a parcel is booked</source>
        <translation>撤销，下运单之前有效</translation>
    </message>
    <message>
        <source>list the orders that wait for a person, or these ones, and why</source>
        <translation>列出等待人工处理的订单（或所给订单）及原因</translation>
    </message>
    <message>
        <source>these orders may be shipped</source>
        <translation>这些订单可以发货</translation>
    </message>
    <message>
        <source>send orders of one recipient as one parcel; the first one is booked for all</source>
        <translation>将同一收件人的订单合为一个包裹寄出；以第一个订单下运单</translation>
    </message>
    <message>
        <source>send an order as several parcels</source>
        <translation>将一个订单分为多个包裹寄出</translation>
    </message>
    <message>
        <source>what a parcel holds, by SKUs or line numbers; may be repeated; the rest makes the last parcel</source>
        <translation>一个包裹的内容，用 SKU 或行序号表示；可重复；其余放入最后一个包裹</translation>
    </message>
    <message>
        <source>insure it for this value, as 12.30</source>
        <translation>保价金额，如 12.30</translation>
    </message>
    <message>
        <source>--once and --watch do not go together</source>
        <translation>--once 与 --watch 不能同时使用</translation>
    </message>
    <message>
        <source>only orders, products, stock, customers, payments, bills (or payouts) or tracking; may be repeated</source>
        <translation>仅 orders、products、stock、customers、payments、bills（或 payouts）、tracking；可重复</translation>
    </message>
    <message>
        <source>from the beginning of history; with --watch, once</source>
        <translation>从历史起点开始；与 --watch 同用时只做一次</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation>%1 与 %2 不能同时使用</translation>
    </message>
    <message>
        <source>What %1 weighs is not known.</source>
        <translation>%1 的重量未知。</translation>
    </message>
    <message>
        <source>&gt;Grams</source>
        <translation>&gt;克</translation>
    </message>
    <message>
        <source>show what a piece of an article weighs, or set it</source>
        <translation>显示或设置商品的单件重量</translation>
    </message>
    <message>
        <source>what a piece weighs</source>
        <translation>单件重量</translation>
    </message>
    <message>
        <source>it is not known any more</source>
        <translation>改为未知</translation>
    </message>
    <message>
        <source>list the articles whose weight was set</source>
        <translation>列出已设置重量的商品</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>also those that their shops have deleted</source>
        <translation>包括店铺已删除的商品</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>未能确认的内容</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that wait already are booked at once.</source>
        <translation>
            <numerusform>已在等待的 %n 个订单会立即下单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that wait already would be booked at once; they are left alone.</source>
        <translation>
            <numerusform>已在等待的 %n 个订单本会立即下单；现予保留不动。</numerusform>
        </translation>
    </message>
    <message>
        <source>only a rule with --automatic books by itself</source>
        <translation>只有带 --automatic 的规则才会自动下单</translation>
    </message>
    <message>
        <source>with --automatic: also the orders that wait already</source>
        <translation>与 --automatic 一起使用：也包括已在等待的订单</translation>
    </message>
    <message>
        <source>Give the passphrase in SUPERCARGO_PASSPHRASE or with --passphrase-fd. If it is forgotten, begin a new vault: supercargo-cli vault renew; the credentials of all accounts must then be given again with account rotate.</source>
        <translation>请通过 SUPERCARGO_PASSPHRASE 或 --passphrase-fd 给出口令。若口令已忘记，可新建保险库：supercargo-cli vault renew；之后须用 account rotate 重新提供所有账户的凭证。</translation>
    </message>
    <message>
        <source>The key of this workspace is not in this computer&apos;s keychain. Open the keychain it was made with, or begin a new vault: supercargo-cli vault renew; the credentials of all accounts must then be given again with account rotate.</source>
        <translation>本机的钥匙串中没有此工作区的密钥。请打开创建时使用的钥匙串，或新建保险库：supercargo-cli vault renew；之后须用 account rotate 重新提供所有账户的凭证。</translation>
    </message>
    <message>
        <source>The key of this workspace is in the system&apos;s keychain. Unlock the keychain and try again. If the key is lost, begin a new vault: supercargo-cli vault renew; the credentials of all accounts must then be given again with account rotate.</source>
        <translation>此工作区的密钥保存在系统钥匙串中。请解锁钥匙串后重试。若密钥已丢失，可新建保险库：supercargo-cli vault renew；之后须用 account rotate 重新提供所有账户的凭证。</translation>
    </message>
    <message>
        <source>the credentials of all accounts would be forgotten</source>
        <translation>所有账户的凭证都将被清除</translation>
    </message>
    <message>
        <source>Say --yes to begin a new vault.</source>
        <translation>确认新建保险库请加 --yes。</translation>
    </message>
    <message>
        <source>A new vault is begun. Accounts that need their credentials again: %1</source>
        <translation>已新建保险库。需要重新提供凭证的账户数：%1</translation>
    </message>
    <message>
        <source>See account list, and give them with account rotate N --secrets-stdin.</source>
        <translation>请查看 account list，并用 account rotate N --secrets-stdin 提供凭证。</translation>
    </message>
    <message>
        <source>begin a new vault where the key or passphrase is lost; all but the accounts&apos; credentials stays</source>
        <translation>密钥或口令丢失时新建保险库；除账户凭证外全部保留</translation>
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
</TS>
