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
</context>
<context>
    <name>supercargo::ReportForm</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等（另 %n 项）</numerusform>
        </translation>
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
</context>
</TS>
