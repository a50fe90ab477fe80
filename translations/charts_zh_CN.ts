<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>charts</name>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>对比期</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1, %2 to %3 o&apos;clock</source>
        <translation>%1，%2 至 %3 点</translation>
    </message>
    <message numerus="yes">
        <source>First order in %1, %n month(s) later</source>
        <translation>
            <numerusform>首单在 %1，%n 个月后</numerusform>
        </translation>
    </message>
    <message>
        <source>F %1</source>
        <translation>频度 %1</translation>
    </message>
    <message>
        <source>R %1</source>
        <translation>近度 %1</translation>
    </message>
    <message>
        <source>Recency %1, frequency %2</source>
        <translation>近度 %1，频度 %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>Not on the map: %1 and %n more</source>
        <translation>
            <numerusform>不在地图上：%1，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on the map: %1</source>
        <translation>不在地图上：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s); arrow keys move over them, Return opens the rows</source>
        <translation>
            <numerusform>%n 个标记；方向键移动，回车打开明细</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>periods</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Double 11 festival</source>
        <translation>双11</translation>
    </message>
    <message>
        <source>618 festival</source>
        <translation>618</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>With the weeks before</source>
        <translation>与前几周对比（对齐星期）</translation>
    </message>
    <message>
        <source>With 52 weeks before</source>
        <translation>与 52 周前对比</translation>
    </message>
    <message>
        <source>With last year&apos;s holiday</source>
        <translation>与去年同一节日对比</translation>
    </message>
</context>
<context>
    <name>supercargo::ChartPanel</name>
    <message>
        <source>Table: %1</source>
        <translation>表格：%1</translation>
    </message>
    <message>
        <source>Copy or save: %1</source>
        <translation>复制或保存：%1</translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation>复制或保存</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>按%1</translation>
    </message>
    <message>
        <source>drawn in %1</source>
        <translation>图中为 %1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>图片 (*.png);;矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose another folder.</source>
        <translation>图片无法写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>supercargo::FigureRowModel</name>
    <message>
        <source>counted below</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Part of the quotient</source>
        <translation>比率的部分</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>supercargo::FigureRowsDialog</name>
    <message>
        <source>Nothing went into this figure.</source>
        <translation>这个数值没有明细。</translation>
    </message>
    <message>
        <source>Rows of &quot;%1&quot;</source>
        <translation>“%1”的明细</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
    </message>
    <message>
        <source>%1 to %2 · by %3 · days of %4</source>
        <translation>%1 至 %2 · 按%3 · %4 时区</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 divided by %3</source>
        <translation>%1：%2 ÷ %3</translation>
    </message>
    <message>
        <source>%1, together %2</source>
        <translation>%1，合计 %2</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>supercargo::PeriodBar</name>
    <message>
        <source>Period</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>supercargo::ReportModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
</TS>
