<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ReportExport</name>
    <message>
        <source>CSV, plain UTF-8</source>
        <translation>CSV（纯 UTF-8）</translation>
    </message>
    <message>
        <source>CSV for spreadsheet programs</source>
        <translation>CSV（适合表格软件）</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>PDF to print or send</source>
        <translation>PDF（打印或发送）</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON（供程序读取）</translation>
    </message>
    <message>
        <source>Accounting journal for hledger</source>
        <translation>会计日记账（hledger）</translation>
    </message>
    <message>
        <source>Accounting journal for Beancount</source>
        <translation>会计日记账（Beancount）</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>Arrived later</source>
        <translation>之后到达</translation>
    </message>
    <message>
        <source>Paid later</source>
        <translation>之后付款</translation>
    </message>
    <message>
        <source>Refunded later</source>
        <translation>之后退款</translation>
    </message>
    <message>
        <source>Cancelled later</source>
        <translation>之后取消</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Edited later</source>
        <translation>之后修改</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Months to come</source>
        <translation>未来月数</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
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
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>近度 × 频度</translation>
    </message>
    <message>
        <source>Share of customers</source>
        <translation>客户占比</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>按行的顺序</translation>
    </message>
    <message>
        <source>Commission, %</source>
        <translation>佣金（%）</translation>
    </message>
    <message>
        <source>Advertising, %</source>
        <translation>广告费（%）</translation>
    </message>
    <message>
        <source>Freight a parcel</source>
        <translation>每件运费</translation>
    </message>
    <message>
        <source>Packaging an order</source>
        <translation>每单包装</translation>
    </message>
    <message>
        <source>Handling an order</source>
        <translation>每单处理</translation>
    </message>
    <message>
        <source>Freight a return</source>
        <translation>每单退货运费</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>支付状态</translation>
    </message>
    <message>
        <source>Parcel status</source>
        <translation>包裹状态</translation>
    </message>
    <message>
        <source>Hours waiting</source>
        <translation>等待小时数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Article (SKU)</source>
        <translation>商品（SKU）</translation>
    </message>
    <message>
        <source>Tolerance, %</source>
        <translation>容差，%</translation>
    </message>
    <message>
        <source>A up to, %</source>
        <translation>A 类至，%</translation>
    </message>
    <message>
        <source>B up to, %</source>
        <translation>B 类至，%</translation>
    </message>
    <message>
        <source>New or returning</source>
        <translation>新客或回头客</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Decline reason</source>
        <translation>拒付原因</translation>
    </message>
    <message>
        <source>Zone (province)</source>
        <translation>区域（省份）</translation>
    </message>
</context>
<context>
    <name>schedules</name>
    <message>
        <source>Mondays at %1</source>
        <translation>每周一 %1</translation>
    </message>
    <message>
        <source>On the first at %1</source>
        <translation>每月一日 %1</translation>
    </message>
    <message>
        <source>Daily at %1</source>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>The report “%1” is in %2.</source>
        <translation>报表“%1”已写入 %2。</translation>
    </message>
    <message>
        <source>The report “%1” was not written. %2 %3</source>
        <translation>报表“%1”没有写出。%2 %3</translation>
    </message>
</context>
<context>
    <name>sqlviews</name>
    <message>
        <source>The order, in all tables</source>
        <translation>订单，各表通用</translation>
    </message>
    <message>
        <source>As the shop numbers it</source>
        <translation>店铺的订单号</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Its platform: woocommerce, shopify …</source>
        <translation>所在平台：woocommerce、shopify 等</translation>
    </message>
    <message>
        <source>TO_SHIP, SHIPPED, COMPLETED, CANCELLED …</source>
        <translation>TO_SHIP 待发货、SHIPPED 已发货、COMPLETED 已完成、CANCELLED 已取消等</translation>
    </message>
    <message>
        <source>PAID, UNPAID …</source>
        <translation>PAID 已付款、UNPAID 未付款等</translation>
    </message>
    <message>
        <source>When it was placed, in the shop&apos;s time zone</source>
        <translation>下单时间，按店铺时区</translation>
    </message>
    <message>
        <source>The shop&apos;s day of that</source>
        <translation>下单当天，按店铺时区</translation>
    </message>
    <message>
        <source>When it was paid</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Currency of the amounts</source>
        <translation>金额的币种</translation>
    </message>
    <message>
        <source>Amounts are whole numbers of the smallest unit; divide by this: 100 for CNY, 1 for JPY</source>
        <translation>金额是最小单位的整数，除以此数得到元：人民币为 100，日元为 1</translation>
    </message>
    <message>
        <source>What the buyer has to pay</source>
        <translation>买家应付</translation>
    </message>
    <message>
        <source>What was paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>What went back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Goods before discounts</source>
        <translation>优惠前的货款</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Freight charged</source>
        <translation>收取的运费</translation>
    </message>
    <message>
        <source>Tax, as the shop states it</source>
        <translation>税额，以店铺所述为准</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>收货地</translation>
    </message>
    <message>
        <source>How it was paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>The buyer, without name</source>
        <translation>买家编号，不含姓名</translation>
    </message>
    <message>
        <source>Its place in the order</source>
        <translation>在订单中的序号</translation>
    </message>
    <message>
        <source>Number of the article</source>
        <translation>商品编码</translation>
    </message>
    <message>
        <source>Name of the article</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Size, colour …</source>
        <translation>尺码、颜色等</translation>
    </message>
    <message>
        <source>Pieces shipped</source>
        <translation>已发件数</translation>
    </message>
    <message>
        <source>Price of a piece</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Price of the line</source>
        <translation>行金额</translation>
    </message>
    <message>
        <source>What goes back</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>SUCCEEDED, REQUESTED …</source>
        <translation>SUCCEEDED 已退、REQUESTED 申请中等</translation>
    </message>
    <message>
        <source>Why, as the shop says</source>
        <translation>店铺所述的原因</translation>
    </message>
    <message>
        <source>1: the goods come back</source>
        <translation>1 表示退货</translation>
    </message>
    <message>
        <source>When, in the shop&apos;s time zone</source>
        <translation>时间，按店铺时区</translation>
    </message>
    <message>
        <source>The payment</source>
        <translation>支付编号</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>账户名称</translation>
    </message>
    <message>
        <source>The number that the gateway knows</source>
        <translation>支付平台所知的订单号</translation>
    </message>
    <message>
        <source>What the gateway takes, if known</source>
        <translation>平台手续费，如已知</translation>
    </message>
    <message>
        <source>PAID, FAILED …</source>
        <translation>PAID 成功、FAILED 失败等</translation>
    </message>
    <message>
        <source>The parcel</source>
        <translation>包裹编号</translation>
    </message>
    <message>
        <source>Who carries it</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Its tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>in_transit, delivered, exception …</source>
        <translation>in_transit 运输中、delivered 已签收、exception 异常等</translation>
    </message>
    <message>
        <source>Why, where it is an exception</source>
        <translation>异常的原因</translation>
    </message>
    <message>
        <source>When it was handed over</source>
        <translation>揽收时间</translation>
    </message>
    <message>
        <source>When it arrived</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>When it should arrive</source>
        <translation>预计送达时间</translation>
    </message>
    <message>
        <source>When it was last seen</source>
        <translation>最近一次轨迹时间</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>Its bar code</source>
        <translation>条形码</translation>
    </message>
    <message>
        <source>Its categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>active, archived …</source>
        <translation>active 在售、archived 下架等</translation>
    </message>
    <message>
        <source>Price in the shop</source>
        <translation>店铺售价</translation>
    </message>
    <message>
        <source>Pieces that the shop says it has</source>
        <translation>店铺所报的库存</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>所在仓库</translation>
    </message>
    <message>
        <source>Pieces; empty when never counted</source>
        <translation>件数；从未盘点则为空</translation>
    </message>
    <message>
        <source>Sold and not shipped</source>
        <translation>已售未发</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>在途采购</translation>
    </message>
    <message>
        <source>Between warehouses</source>
        <translation>调拨途中</translation>
    </message>
    <message>
        <source>The movement</source>
        <translation>变动编号</translation>
    </message>
    <message>
        <source>sale, receipt, adjustment …</source>
        <translation>sale 销售、receipt 收货、adjustment 调整等</translation>
    </message>
    <message>
        <source>Pieces more or fewer on hand</source>
        <translation>在库件数的增减</translation>
    </message>
    <message>
        <source>Pieces more or fewer reserved</source>
        <translation>占用件数的增减</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Where the buyer lives</source>
        <translation>买家所在地</translation>
    </message>
    <message>
        <source>When the shop came to know the buyer</source>
        <translation>店铺认识买家的时间</translation>
    </message>
    <message>
        <source>Orders and sales by day</source>
        <translation>每日订单与销售额</translation>
    </message>
    <message>
        <source>Articles bought together</source>
        <translation>常一起购买的商品</translation>
    </message>
    <message>
        <source>Paid orders that wait longest</source>
        <translation>等得最久的已付款订单</translation>
    </message>
    <message>
        <source>Refunds by reason</source>
        <translation>按原因统计退款</translation>
    </message>
    <message>
        <source>One row for each order</source>
        <translation>每个订单一行</translation>
    </message>
    <message>
        <source>One row for each line of an order</source>
        <translation>订单的每一行商品一行</translation>
    </message>
    <message>
        <source>One row for each refund</source>
        <translation>每笔退款一行</translation>
    </message>
    <message>
        <source>One row for each payment at a gateway</source>
        <translation>支付平台的每笔付款一行</translation>
    </message>
    <message>
        <source>One row for each parcel</source>
        <translation>每个包裹一行</translation>
    </message>
    <message>
        <source>One row for each article that a shop offers</source>
        <translation>店铺的每个商品规格一行</translation>
    </message>
    <message>
        <source>One row for each article and warehouse</source>
        <translation>每个商品在每个仓库一行</translation>
    </message>
    <message>
        <source>One row for each movement of stock</source>
        <translation>每次库存变动一行</translation>
    </message>
    <message>
        <source>One row for each buyer that a shop knows, without name and address</source>
        <translation>每位买家一行，不含姓名和地址</translation>
    </message>
    <message>
        <source>The gateway&apos;s code for why it failed</source>
        <translation>支付渠道给出的失败代码</translation>
    </message>
    <message>
        <source>Why it failed: insufficient_funds, limit …</source>
        <translation>失败原因：insufficient_funds、limit 等</translation>
    </message>
</context>
<context>
    <name>supercargo::DifferenceModel</name>
    <message>
        <source>divided by</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
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
        <source>Difference</source>
        <translation>差额</translation>
    </message>
</context>
<context>
    <name>supercargo::ReportGallery</name>
    <message>
        <source>Your own</source>
        <translation>自存报表</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Ask the database itself</source>
        <translation>直接查询数据库</translation>
    </message>
    <message>
        <source>Questions in SQL</source>
        <translation>SQL 查询</translation>
    </message>
</context>
<context>
    <name>supercargo::ReportsPage</name>
    <message>
        <source>There is nothing to report in these days.</source>
        <translation>这段时间没有可报告的数据。</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>显示全部时间</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报表</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>制表时间 %1</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报表已保存到 %1。</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>已停止，没有写入文件。</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder, or close the program that has the file open.</source>
        <translation>无法写入 %1。请选择其他文件夹，或关闭占用该文件的程序。</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>导出 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) · %1 to %2 · by %3 · days of %4 · checksum %5</source>
        <translation>
            <numerusform>%n 行 · %1 至 %2 · 按%3 · %4 时区 · 校验码 %5</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>报表预览</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write what is shown into a file</source>
        <translation>把当前显示的内容写入文件</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>Rename report</source>
        <translation>重命名报表</translation>
    </message>
    <message>
        <source>Name of the report</source>
        <translation>报表名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is a report of that name already. Choose another name.</source>
        <translation>已有同名报表，请换一个名称。</translation>
    </message>
    <message>
        <source>A report needs a name.</source>
        <translation>请给报表取个名称。</translation>
    </message>
    <message>
        <source>“%1” is saved; it stands under “Your own”.</source>
        <translation>“%1”已保存，在“自存报表”下。</translation>
    </message>
    <message>
        <source>The changes of “%1” are saved.</source>
        <translation>“%1”的更改已保存。</translation>
    </message>
    <message>
        <source>“%1” is deleted. Its schedules go on.</source>
        <translation>“%1”已删除，它的定时任务照常进行。</translation>
    </message>
    <message>
        <source>This run is too large to keep. Choose fewer days.</source>
        <translation>这次运行太大，无法留存。请缩短日期范围。</translation>
    </message>
    <message>
        <source>This report lists single orders; there is no figure to explain.</source>
        <translation>这张报表逐条列出订单，没有可解释的指标。</translation>
    </message>
    <message>
        <source>This run is kept. Later, “Why did it change?” compares with it.</source>
        <translation>已留存这次运行，以后可用“为什么变了？”与它比较。</translation>
    </message>
    <message>
        <source>Save what is shown as a report of your own</source>
        <translation>把当前内容保存为自己的报表</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Keep this run, or see why a figure changed since an earlier one</source>
        <translation>留存这次运行，或查看指标与以前相比为何变化</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Reports that are written into a folder by themselves</source>
        <translation>自动写入文件夹的报表</translation>
    </message>
    <message>
        <source>Save as a report of your own…</source>
        <translation>存为自己的报表…</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep this run</source>
        <translation>留存这次运行</translation>
    </message>
    <message>
        <source>Why did it change?…</source>
        <translation>为什么变了？…</translation>
    </message>
</context>
<context>
    <name>supercargo::ScheduleForm</name>
    <message>
        <source>New schedule</source>
        <translation>新建定时任务</translation>
    </message>
    <message>
        <source>Change schedule</source>
        <translation>修改定时任务</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Files are written while this program runs, in the shop&apos;s time zone. With the program closed, “supercargo-cli report run --due” writes what is due.</source>
        <translation>程序运行期间按店铺时区写出文件。程序关闭时，可用“supercargo-cli report run --due”写出到期的报表。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every Monday</source>
        <translation>每周一</translation>
    </message>
    <message>
        <source>on the first of each month</source>
        <translation>每月一日</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
</context>
<context>
    <name>supercargo::ScheduleModel</name>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>%1 已写出</translation>
    </message>
    <message>
        <source>Failed %1: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>supercargo::SchedulesDialog</name>
    <message>
        <source>No report is written by itself yet.</source>
        <translation>还没有自动写出的报表。</translation>
    </message>
    <message>
        <source>Add a schedule</source>
        <translation>添加定时任务</translation>
    </message>
    <message>
        <source>Scheduled reports</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Each report is written into its folder while this program runs. Files are never overwritten.</source>
        <translation>程序运行期间，各报表会写入各自的文件夹，从不覆盖已有文件。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>supercargo::SqlConsoleView</name>
    <message>
        <source>No row answers this question.</source>
        <translation>没有符合查询的行。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Only the tables listed here can be read, and nothing can be changed. %1</source>
        <translation>只能读取这里列出的表，不能做任何更改。%1</translation>
    </message>
    <message>
        <source>Questions can be asked of a local database only; this workspace is on a shared server. Ask it with that server&apos;s own tools.</source>
        <translation>只能查询本地数据库；此工作区位于共享服务器上，请用该服务器自带的工具查询。</translation>
    </message>
    <message>
        <source>The database does not understand this: %1</source>
        <translation>数据库看不懂这条查询：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s); there are more. Raise the limit or ask for less.</source>
        <translation>
            <numerusform>仅前 %n 行，后面还有。可提高上限或缩小查询范围。</numerusform>
        </translation>
    </message>
    <message>
        <source>Questions in SQL</source>
        <translation>SQL 查询</translation>
    </message>
    <message>
        <source>For those who know SQL. Nothing can be changed from here, and neither secrets nor buyers&apos; names and addresses can be read. Ctrl+Return asks.</source>
        <translation>供熟悉 SQL 的人使用。这里不能更改任何数据，也读不到密钥以及买家的姓名和地址。按 Ctrl+Enter 执行。</translation>
    </message>
    <message>
        <source>What can be asked</source>
        <translation>可查询的内容</translation>
    </message>
    <message>
        <source>Table or column</source>
        <translation>表或列</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> 行</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Question in SQL</source>
        <translation>SQL 语句</translation>
    </message>
    <message>
        <source>Most rows</source>
        <translation>最多行数</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>supercargo::TickList</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::WhyDialog</name>
    <message>
        <source>No run of this report was kept yet. Runs are kept with every file, and when you choose “Keep this run”.</source>
        <translation>这张报表还没有留存的运行。每次导出文件或选择“留存这次运行”时都会留存。</translation>
    </message>
    <message>
        <source>Nothing has changed: the figure is the same as then.</source>
        <translation>没有变化：指标与当时相同。</translation>
    </message>
    <message>
        <source>%1, days %2 to %3, kept by hand</source>
        <translation>%1，日期 %2 至 %3，手动留存</translation>
    </message>
    <message>
        <source>%1, days %2 to %3, kept with a file</source>
        <translation>%1，日期 %2 至 %3，随文件留存</translation>
    </message>
    <message>
        <source>Why did it change? – %1</source>
        <translation>为什么变了？– %1</translation>
    </message>
    <message>
        <source>A figure of the past changes when orders come in late, are edited, cancelled or refunded. Choose a run that was kept; the rows below make up the whole difference.</source>
        <translation>订单晚到、修改、取消或退款，都会改变过去的指标。选择一次留存的运行，下面各行合起来就是全部差额。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Kept run</source>
        <translation>留存的运行</translation>
    </message>
    <message>
        <source>What makes the difference</source>
        <translation>差额的构成</translation>
    </message>
    <message>
        <source>Forget this run</source>
        <translation>删除这次运行</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Then %1, now %2: %3 in %n row(s).</source>
        <translation>
            <numerusform>当时 %1，现在 %2：%n 行合计 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Divided by %1 then, by %2 now.</source>
        <translation>当时除以 %1，现在除以 %2。</translation>
    </message>
</context>
</TS>
