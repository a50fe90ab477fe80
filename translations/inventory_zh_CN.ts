<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>StockColumns</name>
    <message>
        <source>Not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>%1 a day are expected</source>
        <translation>预计每天 %1 件</translation>
    </message>
    <message>
        <source>Demand is being computed</source>
        <translation>正在计算需求</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>售出 %1 件</translation>
    </message>
    <message>
        <source>%1 sold in 30 days</source>
        <translation>30 天售出 %1 件</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>采购在途</translation>
    </message>
    <message>
        <source>Cover, days</source>
        <translation>可售天数</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>In transfer</source>
        <translation>调拨中</translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Shop&apos;s figure</source>
        <translation>店铺校正</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>已采购</translation>
    </message>
    <message>
        <source>Scrapped</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Sent to another warehouse</source>
        <translation>调拨出库</translation>
    </message>
    <message>
        <source>Came from another warehouse</source>
        <translation>调拨入库</translation>
    </message>
    <message>
        <source>Lost on the way</source>
        <translation>途中丢失</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unblocked</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Held for somebody</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Hold let go</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>释放占用</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Main warehouse</source>
        <translation>主仓</translation>
    </message>
    <message>
        <source>average, short history</source>
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
        <source>fading chance (TSB)</source>
        <translation>TSB 法（概率衰减）</translation>
    </message>
    <message>
        <source>trend (Holt)</source>
        <translation>趋势（Holt）</translation>
    </message>
    <message>
        <source>week pattern, added</source>
        <translation>周季节（加法）</translation>
    </message>
    <message>
        <source>week pattern, multiplied</source>
        <translation>周季节（乘法）</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定值</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>约定值</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>On its way from another warehouse</source>
        <translation>从其他仓库调拨途中</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>人工设定</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>on hand %1</source>
        <translation>在库 %1</translation>
    </message>
    <message>
        <source>reserved %1</source>
        <translation>占用 %1</translation>
    </message>
    <message>
        <source>blocked %1</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>incoming %1</source>
        <translation>在途 %1</translation>
    </message>
    <message>
        <source>in transfer %1</source>
        <translation>调拨 %1</translation>
    </message>
    <message>
        <source>Nothing was moved: there are not as many pieces any more.</source>
        <translation>未作变动：数量已不足。</translation>
    </message>
    <message>
        <source>Nothing was moved: it has been done already.</source>
        <translation>未作变动：此前已完成。</translation>
    </message>
    <message>
        <source>Nothing was moved: your role may not do this.</source>
        <translation>未作变动：您的角色无权进行此操作。</translation>
    </message>
</context>
<context>
    <name>supercargo::AdjustDialog</name>
    <message>
        <source>Adjust stock</source>
        <translation>调整库存</translation>
    </message>
    <message>
        <source>Difference in pieces</source>
        <translation>差异件数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Counted again</source>
        <translation>重新清点</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>Given away</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why? The ledger keeps it.</source>
        <translation>为什么调整？会记入台账。</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Only %1 are on hand.</source>
        <translation>在库只有 %1 件。</translation>
    </message>
    <message>
        <source>On hand: %1 now, %2 then.</source>
        <translation>在库：现在 %1 件，调整后 %2 件。</translation>
    </message>
</context>
<context>
    <name>supercargo::AlertsPanel</name>
    <message>
        <source>Nothing is wrong with the stock.</source>
        <translation>库存一切正常。</translation>
    </message>
    <message>
        <source>Stock alerts</source>
        <translation>库存预警</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Lost a day</source>
        <translation>每天损失</translation>
    </message>
    <message>
        <source>I take care of it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>%1 and %2 more of one cause</source>
        <translation>%1 等，同因另有 %2 个</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>For four hours</source>
        <translation>四小时</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人…</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Who takes care of it?</source>
        <translation>由谁处理？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 looks after it.</source>
        <translation>由 %1 处理。</translation>
    </message>
    <message>
        <source>Silent for another %1.</source>
        <translation>还会静默 %1。</translation>
    </message>
    <message>
        <source>Silent ones too</source>
        <translation>包括静默的</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Snooze the chosen alert</source>
        <translation>静默所选提醒</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who looks after the chosen alert</source>
        <translation>谁处理所选提醒</translation>
    </message>
</context>
<context>
    <name>supercargo::ArticlePanel</name>
    <message>
        <source>Article details</source>
        <translation>商品详情</translation>
    </message>
    <message>
        <source>Choose an article to see its figures and its ledger.</source>
        <translation>选择一个商品，查看库存数字和台账。</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已占用</translation>
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
        <source>Incoming</source>
        <translation>采购在途</translation>
    </message>
    <message>
        <source>In transfer</source>
        <translation>调拨中</translation>
    </message>
    <message>
        <source>Nobody has said how many there are. Count or adjust it to begin.</source>
        <translation>还没有人清点过。请先盘点或调整。</translation>
    </message>
    <message>
        <source>Replenishment</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>Nothing is suggested for stock that nobody has counted.</source>
        <translation>未清点的库存不给补货建议。</translation>
    </message>
    <message>
        <source>Order now</source>
        <translation>现在采购</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Demand a day</source>
        <translation>日均需求</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>By %1; %2 of %3 days in stock.</source>
        <translation>方法：%1；%3 天中有货 %2 天。</translation>
    </message>
    <message>
        <source>Lead time, days</source>
        <translation>交货期（天）</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>为%1。</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>补货点</translation>
    </message>
    <message>
        <source>Projected stock</source>
        <translation>预计库存</translation>
    </message>
    <message>
        <source>Days of cover</source>
        <translation>可售天数</translation>
    </message>
    <message>
        <source>To be ordered in %1 days.</source>
        <translation>%1 天后需要采购。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>还没有出入库记录。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Show the order of this movement</source>
        <translation>查看这条记录的订单</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Take this movement back</source>
        <translation>撤销此变动</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Weight of a piece</source>
        <translation>单件重量</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>supercargo::ClassMatrixView</name>
    <message>
        <source>Value and steadiness</source>
        <translation>价值与稳定性</translation>
    </message>
    <message>
        <source>A articles make 80 % of the value sold, B the next 15 %, C the rest. X sells steadily from week to week, Y varies, Z is erratic.</source>
        <translation>A 类占销售额的 80 %，B 类占其后的 15 %，其余为 C 类。X 每周销量稳定，Y 有波动，Z 难以预测。</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>Too little history to tell</source>
        <translation>历史太短，无法判断</translation>
    </message>
    <message>
        <source>%1%2: %3 articles, %4 sold</source>
        <translation>%1%2：%3 个商品，销售额 %4</translation>
    </message>
</context>
<context>
    <name>supercargo::CostDialog</name>
    <message>
        <source>Cost of a piece</source>
        <translation>单件成本</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>成本（%1）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sales since then whose cost was not known get it; what was sold at a known cost keeps that cost.</source>
        <translation>此后售出且当时成本未知的商品采用此成本；已按已知成本售出的保持不变。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Costs until now</source>
        <translation>历史成本</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
</context>
<context>
    <name>supercargo::CountDialog</name>
    <message>
        <source>being counted</source>
        <translation>盘点中</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Count stock</source>
        <translation>盘点库存</translation>
    </message>
    <message>
        <source>Blind: the book stays hidden</source>
        <translation>盲盘：隐藏账面数</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Everything is counted</source>
        <translation>全部盘完</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>盘点单</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>At most so many articles</source>
        <translation>最多多少个商品</translation>
    </message>
    <message>
        <source>counted longest ago:</source>
        <translation>最久未盘点：</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen article(s)</source>
        <translation>
            <numerusform>已选 %n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan each piece, or type a SKU or bar code</source>
        <translation>逐件扫描，或输入 SKU 或条码</translation>
    </message>
    <message>
        <source>Scanned SKU or bar code</source>
        <translation>扫描的 SKU 或条码</translation>
    </message>
    <message>
        <source>Who counts</source>
        <translation>盘点人</translation>
    </message>
    <message>
        <source>counted by</source>
        <translation>盘点人</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点数</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>盘点明细</translation>
    </message>
    <message>
        <source>A new count</source>
        <translation>新建盘点</translation>
    </message>
    <message>
        <source>Count %1 in %2: %3</source>
        <translation>盘点 %1，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left to count</source>
        <translation>
            <numerusform>还有 %n 行未盘</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has the SKU or bar code “%1”.</source>
        <translation>没有商品的 SKU 或条码是“%1”。</translation>
    </message>
    <message>
        <source>Several articles have the bar code “%1”: type the SKU.</source>
        <translation>多个商品的条码都是“%1”：请输入 SKU。</translation>
    </message>
    <message>
        <source>“%1” is no number of pieces.</source>
        <translation>“%1”不是件数。</translation>
    </message>
</context>
<context>
    <name>supercargo::HoldsDialog</name>
    <message>
        <source>What is held</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <source>For whom, why</source>
        <translation>为谁、为何</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>手动取消</translation>
    </message>
    <message>
        <source>Nothing is held for anybody.</source>
        <translation>没有为任何人预留。</translation>
    </message>
</context>
<context>
    <name>supercargo::InventoryFilterBar</name>
    <message>
        <source>SKU or title</source>
        <translation>SKU 或商品名</translation>
    </message>
    <message>
        <source>Search the stock</source>
        <translation>搜索库存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Adjust the chosen stock</source>
        <translation>调整所选库存</translation>
    </message>
    <message>
        <source>All warehouses</source>
        <translation>全部仓库</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Class by value</source>
        <translation>按价值分类</translation>
    </message>
    <message>
        <source>A, B, C</source>
        <translation>A、B、C</translation>
    </message>
    <message>
        <source>A: most value</source>
        <translation>A：价值最高</translation>
    </message>
    <message>
        <source>B: middle</source>
        <translation>B：居中</translation>
    </message>
    <message>
        <source>C: the rest</source>
        <translation>C：其余</translation>
    </message>
    <message>
        <source>Class by steadiness</source>
        <translation>按稳定性分类</translation>
    </message>
    <message>
        <source>X, Y, Z</source>
        <translation>X、Y、Z</translation>
    </message>
    <message>
        <source>X: steady</source>
        <translation>X：稳定</translation>
    </message>
    <message>
        <source>Y: varying</source>
        <translation>Y：波动</translation>
    </message>
    <message>
        <source>Z: erratic</source>
        <translation>Z：难预测</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>What can be done with stock</source>
        <translation>库存作业</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
</context>
<context>
    <name>supercargo::InventoryPage</name>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Article, alerts and classes</source>
        <translation>商品、预警和分类</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>ABC/XYZ</source>
        <translation>ABC/XYZ</translation>
    </message>
    <message>
        <source>There is no stock yet.</source>
        <translation>还没有库存。</translation>
    </message>
    <message>
        <source>Connect a shop</source>
        <translation>连接店铺</translation>
    </message>
    <message>
        <source>No stock fits this filter.</source>
        <translation>没有符合筛选的库存。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>预警（%1）</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>The alert is silent until %1.</source>
        <translation>提醒静默到 %1。</translation>
    </message>
    <message>
        <source>Nobody looks after the alert now.</source>
        <translation>该提醒现在无人处理。</translation>
    </message>
    <message>
        <source>%1 looks after the alert.</source>
        <translation>该提醒由 %1 处理。</translation>
    </message>
</context>
<context>
    <name>supercargo::LinksDialog</name>
    <message>
        <source>same bar code</source>
        <translation>条码相同</translation>
    </message>
    <message>
        <source>similar SKU</source>
        <translation>SKU 相近</translation>
    </message>
    <message>
        <source>similar title</source>
        <translation>名称相近</translation>
    </message>
    <message>
        <source>same options</source>
        <translation>规格相同</translation>
    </message>
    <message>
        <source>similar price</source>
        <translation>价格相近</translation>
    </message>
    <message>
        <source>Products of several shops</source>
        <translation>多店铺商品对应</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Link all with the same bar code</source>
        <translation>关联全部同条码商品</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>What may be one article</source>
        <translation>可能是同一商品</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工关联</translation>
    </message>
    <message>
        <source>SKU in the shop</source>
        <translation>店铺 SKU</translation>
    </message>
    <message>
        <source>Article in the warehouse</source>
        <translation>仓库商品</translation>
    </message>
    <message>
        <source>is</source>
        <translation>即</translation>
    </message>
    <message>
        <source>Link by hand</source>
        <translation>手工关联</translation>
    </message>
    <message>
        <source>“%1” may be “%2”</source>
        <translation>“%1”可能就是“%2”</translation>
    </message>
    <message>
        <source>Nothing looks like one article under two names.</source>
        <translation>没有疑似同一商品的不同名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one article</source>
        <translation>
            <numerusform>%n 对可能是同一商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is linked: a SKU is the article of the same name.</source>
        <translation>没有关联：SKU 即同名商品。</translation>
    </message>
    <message numerus="yes">
        <source>%n SKU(s) are linked</source>
        <translation>
            <numerusform>已关联 %n 个 SKU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::MoveDialog</name>
    <message>
        <source>Receive goods</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Scrap goods</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Send to another warehouse</source>
        <translation>调拨到其他仓库</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>To warehouse</source>
        <translation>调入仓库</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>送货单号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The ledger keeps it.</source>
        <translation>记入台账。</translation>
    </message>
    <message>
        <source>Of the %1 that are blocked</source>
        <translation>从冻结的 %1 件中</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Cost of a piece, %1</source>
        <translation>单件成本（%1）</translation>
    </message>
    <message>
        <source>Only %1 are blocked.</source>
        <translation>只有 %1 件被冻结。</translation>
    </message>
    <message>
        <source>Only %1 are available.</source>
        <translation>只有 %1 件可用。</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>A date of expiry belongs to a lot.</source>
        <translation>有效期需要填写批次。</translation>
    </message>
    <message>
        <source>Block goods</source>
        <translation>冻结货品</translation>
    </message>
    <message>
        <source>Unblock goods</source>
        <translation>解冻货品</translation>
    </message>
    <message>
        <source>Hold for somebody</source>
        <translation>为某人预留</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Quality check</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>Damaged packaging</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>Found good</source>
        <translation>检查合格</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>For whom, why</source>
        <translation>为谁、为何</translation>
    </message>
</context>
<context>
    <name>supercargo::OpeningDialog</name>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Open the balances</source>
        <translation>建立期初库存</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be read. Balances that somebody has opened before stay as they are.</source>
        <translation>
            <numerusform>可读取 %n 行。已建立过的库存保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Opening stock of the file</source>
        <translation>文件中的期初库存</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…还有 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::PartsDialog</name>
    <message>
        <source>Bundle</source>
        <translation>组合商品</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Whoever buys it takes these parts from the warehouse. Without parts it is an article of its own. Orders that are open go on as they were.</source>
        <translation>买家购买时从仓库扣减这些组件。没有组件时它就是独立商品。未完成的订单保持原样。</translation>
    </message>
    <message>
        <source>SKU of the part</source>
        <translation>组件 SKU</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>组合的组件</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>添加组件</translation>
    </message>
    <message>
        <source>How many of %1?</source>
        <translation>%1 要多少件？</translation>
    </message>
    <message>
        <source>A bundle is no part of itself.</source>
        <translation>组合不能包含自身。</translation>
    </message>
    <message>
        <source>%1 stands here twice.</source>
        <translation>%1 重复出现。</translation>
    </message>
</context>
<context>
    <name>supercargo::PastDialog</name>
    <message>
        <source>Stock in the past</source>
        <translation>历史库存</translation>
    </message>
    <message>
        <source>At the end of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已占用</translation>
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
        <source>Incoming</source>
        <translation>采购在途</translation>
    </message>
    <message>
        <source>In transfer</source>
        <translation>调拨中</translation>
    </message>
    <message>
        <source>Nothing was known of it then.</source>
        <translation>当时还没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; narrow it down by SKU.</source>
        <translation>
            <numerusform>仅显示前 %n 行；请用 SKU 缩小范围。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n balance(s)</source>
        <translation>
            <numerusform>%n 条库存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ProductLabelsDialog</name>
    <message>
        <source>Bar code labels</source>
        <translation>条码标签</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No shop sells it</source>
        <translation>没有店铺销售</translation>
    </message>
    <message>
        <source>The label as it will be printed</source>
        <translation>标签打印效果</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Articles and copies</source>
        <translation>商品与份数</translation>
    </message>
    <message>
        <source>Copies of %1</source>
        <translation>%1 的份数</translation>
    </message>
    <message>
        <source>Copies of each article</source>
        <translation>每个商品的份数</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>每个份数</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>As set for this document</source>
        <translation>按此单据的设置</translation>
    </message>
    <message>
        <source>No shop sells %1, so there is nothing to print on its label.</source>
        <translation>没有店铺销售 %1，标签上没有可打印的内容。</translation>
    </message>
    <message>
        <source>The bar code of %1 is too wide for this paper.</source>
        <translation>%1 的条码对这种纸张太宽。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) altogether</source>
        <translation>
            <numerusform>共 %n 张标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ShortDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>supercargo::StockDesk</name>
    <message>
        <source>&amp;Receive goods…</source>
        <translation>收货(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Send to another warehouse…</source>
        <translation>调拨到其他仓库(&amp;S)…</translation>
    </message>
    <message>
        <source>Receive a &amp;transfer…</source>
        <translation>调拨入库(&amp;T)…</translation>
    </message>
    <message>
        <source>Scra&amp;p…</source>
        <translation>报废(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Count…</source>
        <translation>盘点(&amp;C)…</translation>
    </message>
    <message>
        <source>Bar code &amp;labels…</source>
        <translation>条码标签(&amp;L)…</translation>
    </message>
    <message>
        <source>C&amp;ost of a piece…</source>
        <translation>单件成本(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Bundle…</source>
        <translation>组合商品(&amp;B)…</translation>
    </message>
    <message>
        <source>Products of several s&amp;hops…</source>
        <translation>多店铺商品对应(&amp;H)…</translation>
    </message>
    <message>
        <source>Thresholds &amp;in a block…</source>
        <translation>批量编辑阈值(&amp;I)…</translation>
    </message>
    <message>
        <source>Stock in the p&amp;ast…</source>
        <translation>历史库存(&amp;A)…</translation>
    </message>
    <message>
        <source>Opening stock from a &amp;file…</source>
        <translation>从文件导入期初库存(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose an article first.</source>
        <translation>请先选择一个商品。</translation>
    </message>
    <message>
        <source>%1 is adjusted.</source>
        <translation>%1 已调整。</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 have come in.</source>
        <translation>
            <numerusform>%1 已收货 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are scrapped.</source>
        <translation>
            <numerusform>%1 已报废 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are on their way.</source>
        <translation>
            <numerusform>%1 已发出 %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer is received.</source>
        <translation>调拨已入库。</translation>
    </message>
    <message>
        <source>The labels are in the print queue.</source>
        <translation>标签已进入打印队列。</translation>
    </message>
    <message>
        <source>The cost of %1 is saved.</source>
        <translation>%1 的成本已保存。</translation>
    </message>
    <message>
        <source>%1 is no bundle.</source>
        <translation>%1 不是组合商品。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a bundle of %n part(s).</source>
        <translation>
            <numerusform>%1 是由 %n 个组件组成的组合。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threshold(s) are saved.</source>
        <translation>
            <numerusform>已保存 %n 个阈值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.txt)</source>
        <translation>表格 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>%1 cannot be read as a table of stock: it needs SKU and pieces.</source>
        <translation>%1 不能作为库存表读取：需要 SKU 和件数。</translation>
    </message>
    <message>
        <source>%1 balances are opened, %2 were known before.</source>
        <translation>已建立 %1 条期初库存，%2 条此前已有。</translation>
    </message>
    <message>
        <source>Bloc&amp;k…</source>
        <translation>冻结(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Unblock…</source>
        <translation>解冻(&amp;U)…</translation>
    </message>
    <message>
        <source>Hol&amp;d for somebody…</source>
        <translation>为某人预留(&amp;D)…</translation>
    </message>
    <message>
        <source>What is h&amp;eld…</source>
        <translation>查看预留(&amp;E)…</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are blocked.</source>
        <translation>
            <numerusform>%1 已冻结 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 can be sold again.</source>
        <translation>
            <numerusform>%1 有 %n 件恢复可售。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are held.</source>
        <translation>
            <numerusform>%1 已预留 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are held no longer.</source>
        <translation>
            <numerusform>%1 的 %n 件预留已取消。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” of %2 is taken back.</source>
        <translation>已撤销 %2 的“%1”。</translation>
    </message>
    <message>
        <source>&amp;Weight of a piece…</source>
        <translation>单件重量(&amp;W)…</translation>
    </message>
    <message>
        <source>The weight of %1 is saved.</source>
        <translation>%1 的重量已保存。</translation>
    </message>
    <message>
        <source>The weight of %1 is not known any more.</source>
        <translation>%1 的重量已改为未知。</translation>
    </message>
</context>
<context>
    <name>supercargo::ThresholdTable</name>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>SKU or category</source>
        <translation>SKU 或类目</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Lead time, days</source>
        <translation>交货期（天）</translation>
    </message>
    <message>
        <source>Service, %</source>
        <translation>服务水平（%）</translation>
    </message>
    <message>
        <source>Dead after, days</source>
        <translation>滞销天数</translation>
    </message>
    <message>
        <source>Count every, days</source>
        <translation>盘点周期（天）</translation>
    </message>
    <message>
        <source>Expiry notice, days</source>
        <translation>临期提醒（天）</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>预警线</translation>
    </message>
    <message>
        <source>Line %1 does not say what it holds for.</source>
        <translation>第 %1 行没有写明适用于什么。</translation>
    </message>
    <message>
        <source>Line %1, “%2”: a cell is no number, or no share between 0 and 100 %.</source>
        <translation>第 %1 行“%2”：有单元格不是数字，或不是 0 到 100 % 之间的比例。</translation>
    </message>
</context>
<context>
    <name>supercargo::ThresholdsDialog</name>
    <message>
        <source>Line %1 is not SKU, pieces, warehouse: “%2”</source>
        <translation>第 %1 行不是“SKU、件数、仓库”：“%2”</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>预警线</translation>
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
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>The narrowest value counts: the article in a warehouse, the article, its category, the warehouse, everything. An empty cell is looked for at the next; pieces that nobody set are computed from demand and lead time. Cells of a spreadsheet can be pasted: SKU, pieces, warehouse.</source>
        <translation>以最具体的值为准：某仓库的商品、商品、所属类目、仓库、全部。空单元格取下一级的值；没有设置的件数按需求和交货期计算。可粘贴表格中的单元格：SKU、件数、仓库。</translation>
    </message>
</context>
<context>
    <name>supercargo::TransfersDialog</name>
    <message>
        <source>Receive a transfer</source>
        <translation>调拨入库</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>What did not come is lost</source>
        <translation>未到的视为丢失</translation>
    </message>
    <message>
        <source>Nothing is on its way between warehouses.</source>
        <translation>没有在途的调拨。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>调拨单</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到货</translation>
    </message>
    <message>
        <source>Goods of the transfer</source>
        <translation>调拨明细</translation>
    </message>
    <message>
        <source>Pieces of %1 that came</source>
        <translation>%1 到货件数</translation>
    </message>
</context>
<context>
    <name>supercargo::UndoDialog</name>
    <message>
        <source>Take a movement back</source>
        <translation>撤销变动</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>A counter-movement is written; the ledger keeps both.</source>
        <translation>将写入一笔反向变动，台账保留两笔记录。</translation>
    </message>
    <message>
        <source>The ledger keeps it.</source>
        <translation>将记入台账。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>supercargo::WeightDialog</name>
    <message>
        <source>Weight of a piece</source>
        <translation>单件重量</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Its parts weigh %1 together; a weight that you say here counts instead.</source>
        <translation>其组成部分合计 %1；在此填写的重量优先。</translation>
    </message>
    <message>
        <source>Shipping rules and bookings go by it when nobody has weighed the parcel and every article in it is known.</source>
        <translation>包裹未称重且其中每件商品的重量都已知时，发货规则和下单按此计算。</translation>
    </message>
</context>
<context>
    <name>supercargo::WhatIfView</name>
    <message>
        <source>What if the service level were other?</source>
        <translation>如果换一个服务水平？</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>服务水平</translation>
    </message>
    <message>
        <source>Without demand there is nothing to weigh.</source>
        <translation>没有需求，无需权衡。</translation>
    </message>
    <message>
        <source>At %1 no stock-out in a cycle: %2 pieces of safety stock, order at %3. About %4 pieces a year are asked for in vain; %5 of demand is served at once.</source>
        <translation>周期不断货的概率为 %1 时：安全库存 %2 件，补货点 %3 件。每年约有 %4 件需求落空；%5 的需求可立即满足。</translation>
    </message>
    <message>
        <source>The safety stock ties up %1.</source>
        <translation>安全库存占用资金 %1。</translation>
    </message>
</context>
</TS>
