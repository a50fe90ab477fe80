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
        <source>Oversold</source>
        <translation>超卖</translation>
    </message>
    <message>
        <source>Over-reserved</source>
        <translation>占用超量</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Cover too short</source>
        <translation>撑不到到货</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>库存偏低</translation>
    </message>
    <message>
        <source>Count is old</source>
        <translation>久未盘点</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>即将过期</translation>
    </message>
    <message>
        <source>Does not sell</source>
        <translation>滞销</translation>
    </message>
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
        <source>%1 available; heals itself when stock comes in or orders are cancelled.</source>
        <translation>可用 %1 件；到货或订单取消后自动解除。</translation>
    </message>
    <message>
        <source>Nothing available, %1 a day are asked for.</source>
        <translation>已无可用库存，每天需求 %1 件。</translation>
    </message>
    <message>
        <source>Lasts %1 days; a delivery takes %2.</source>
        <translation>还能卖 %1 天，到货需要 %2 天。</translation>
    </message>
    <message>
        <source>%1 available, the threshold is %2.</source>
        <translation>可用 %1 件，预警线为 %2 件。</translation>
    </message>
    <message>
        <source>Not counted for %1 days.</source>
        <translation>已有 %1 天未盘点。</translation>
    </message>
    <message>
        <source>Lot %1 expires soon.</source>
        <translation>批次 %1 即将过期。</translation>
    </message>
    <message>
        <source>No sale for %1 days.</source>
        <translation>已有 %1 天没有销量。</translation>
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
        <source>Snooze for a day</source>
        <translation>推迟一天</translation>
    </message>
    <message>
        <source>Snooze the chosen alert for a day</source>
        <translation>将所选预警推迟一天</translation>
    </message>
    <message>
        <source>I take care of it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Take care of the chosen alert</source>
        <translation>认领所选预警</translation>
    </message>
    <message>
        <source>%1 and %2 more of one cause</source>
        <translation>%1 等，同因另有 %2 个</translation>
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
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Show the order of this movement</source>
        <translation>查看这条记录的订单</translation>
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
        <source>Thresholds…</source>
        <translation>预警线…</translation>
    </message>
    <message>
        <source>Edit thresholds as a block</source>
        <translation>批量编辑预警线</translation>
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
        <source>Choose an article first.</source>
        <translation>请先选择一个商品。</translation>
    </message>
    <message>
        <source>%1 is adjusted.</source>
        <translation>%1 已调整。</translation>
    </message>
    <message numerus="yes">
        <source>%n threshold(s) are saved.</source>
        <translation>
            <numerusform>已保存 %n 条预警线。</numerusform>
        </translation>
    </message>
    <message>
        <source>The alert is silent for a day.</source>
        <translation>该预警推迟一天。</translation>
    </message>
    <message>
        <source>The alert is yours.</source>
        <translation>已由你处理。</translation>
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
        <source>Copy cells from a spreadsheet and paste them here: SKU, pieces, warehouse. Without pieces the threshold is computed from demand and lead time; without warehouse it holds for all.</source>
        <translation>从表格复制后粘贴到这里：SKU、件数、仓库。不填件数则按需求和交货期计算；不填仓库则适用于所有仓库。</translation>
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
        <source>Thresholds of articles</source>
        <translation>商品预警线</translation>
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
        <source>“%1” for “%2” is no number of pieces.</source>
        <translation>“%2”的“%1”不是有效件数。</translation>
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
