<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ParcelWords</name>
    <message>
        <source>The courier scanned it again after it was delivered: ask where it is.</source>
        <translation>签收之后快递又有扫描：请问清包裹在哪里。</translation>
    </message>
    <message>
        <source>Some times come without a time zone; they are read as the courier&apos;s usual one.</source>
        <translation>有些时间没有时区，按快递平常的时区理解。</translation>
    </message>
    <message>
        <source>Some events have no time that makes sense; they stand where the courier put them.</source>
        <translation>有些记录的时间不合理，按快递给出的顺序排列。</translation>
    </message>
    <message>
        <source>No event names a place that is known: it is not on the map. Teach the place below.</source>
        <translation>没有一条记录写明认得的地点，所以不在地图上。可在下方教它地点。</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>Will be late</source>
        <translation>将超时</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Came on time</source>
        <translation>准时送达</translation>
    </message>
    <message>
        <source>Came late</source>
        <translation>超时送达</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>the platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>your rule</source>
        <translation>您的规则</translation>
    </message>
    <message>
        <source>the courier</source>
        <translation>快递</translation>
    </message>
</context>
<context>
    <name>ShipmentColumns</name>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last place</source>
        <translation>最近地点</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最近扫描</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>承诺 %1 前送达</translation>
    </message>
    <message>
        <source>Expected %1</source>
        <translation>预计 %1 送达</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>supercargo::AskDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>supercargo::ParcelDetails</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Courier asked</source>
        <translation>已催快递</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>The message to the courier is copied; paste it into your chat with them.</source>
        <translation>催件内容已复制，粘贴到和快递的聊天里即可。</translation>
    </message>
    <message>
        <source>%1, waybill %2</source>
        <translation>%1运单 %2</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Hello, %1 has not been scanned yet. Please check whether you have it and tell us when it moves.</source>
        <translation>您好，%1 至今没有揽收记录，请核实是否已收件，发出后告知我们。</translation>
    </message>
    <message>
        <source>Hello, %1 has a problem since %2%3 (%4). Please see to it today and tell us what happens next.</source>
        <translation>您好，%1 自 %2%3 起出现问题（%4），请今天处理并告知下一步安排。</translation>
    </message>
    <message>
        <source>Hello, %1 has had no scan since %2%3. Please find out where it is and tell us when it will be delivered.</source>
        <translation>您好，%1 自 %2%3 后没有更新，请查明包裹现在何处、何时送达。</translation>
    </message>
    <message>
        <source>Claim against the courier</source>
        <translation>向快递理赔</translation>
    </message>
    <message>
        <source>Amount claimed, in %1</source>
        <translation>理赔金额（%1）</translation>
    </message>
    <message>
        <source>“%1” is no amount; write it like 12.30.</source>
        <translation>“%1”不是金额，请写成 12.30 这样。</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>已申请理赔</translation>
    </message>
    <message>
        <source>End the claim</source>
        <translation>结束理赔</translation>
    </message>
    <message>
        <source>Amount that the courier paid, in %1</source>
        <translation>快递实赔金额（%1）</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次查询</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺送达</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计送达</translation>
    </message>
    <message>
        <source>%1, at most %2 (by %3 like it)</source>
        <translation>%1，最晚 %2（依据 %3 个同类包裹）</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>派送失败次数</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>%1 (not a time)</source>
        <translation>%1（时间不合理）</translation>
    </message>
    <message>
        <source>No scan for %1</source>
        <translation>%1 没有扫描</translation>
    </message>
    <message>
        <source> (ended, %1 received)</source>
        <translation>（已结束，收到 %1）</translation>
    </message>
    <message>
        <source> (ended)</source>
        <translation>（已结束）</translation>
    </message>
    <message>
        <source>Parcel details</source>
        <translation>包裹详情</translation>
    </message>
    <message>
        <source>Choose a parcel in the list or on the map.</source>
        <translation>请在列表或地图上选择一个包裹。</translation>
    </message>
    <message>
        <source>Events of the chosen parcel</source>
        <translation>所选包裹的物流记录</translation>
    </message>
    <message>
        <source>What was done about the parcel</source>
        <translation>对这个包裹做过的处理</translation>
    </message>
    <message>
        <source>Note about this parcel</source>
        <translation>给这个包裹写备注</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Ask the courier</source>
        <translation>催快递</translation>
    </message>
    <message>
        <source>Copies a message to the courier and notes that you asked</source>
        <translation>复制催件内容，并记下已经催过</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>理赔…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>召回…</translation>
    </message>
    <message>
        <source>End it…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>The claim or return is over</source>
        <translation>理赔或召回已了结</translation>
    </message>
    <message>
        <source>Teach place…</source>
        <translation>教地点…</translation>
    </message>
    <message>
        <source>Say where the chosen event took place</source>
        <translation>说明所选记录发生在哪里</translation>
    </message>
    <message>
        <source>No scan has been told yet.</source>
        <translation>尚无物流轨迹。</translation>
    </message>
    <message>
        <source>This only notes here that the parcel is to come back; %1 is told nothing: call them.</source>
        <translation>这里只是记录该包裹要退回，不会通知%1，请自行致电。</translation>
    </message>
    <message>
        <source>A booking that was made here is taken back with “%1”.</source>
        <translation>在此下的单请用“%1”撤回。</translation>
    </message>
    <message>
        <source>Note a return</source>
        <translation>记录退回</translation>
    </message>
    <message>
        <source>Why is it to come back?</source>
        <translation>为什么要退回？</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Cancel booking…</source>
        <translation>取消运单…</translation>
    </message>
    <message>
        <source>The courier has it not yet: take the booking back</source>
        <translation>快递还没取件：取消该运单</translation>
    </message>
    <message>
        <source>Courier expects</source>
        <translation>快递预计</translation>
    </message>
</context>
<context>
    <name>supercargo::ParcelFilterBar</name>
    <message>
        <source>“%1” is not understood here: %2</source>
        <translation>这里看不懂“%1”：%2</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>恢复显示全部</translation>
    </message>
    <message>
        <source>Filter, e.g. late courier:sf to:浙江省 stuck:48</source>
        <translation>筛选，例如 超时 快递:sf 到:浙江省 停滞:48</translation>
    </message>
    <message>
        <source>Filter as text</source>
        <translation>文字筛选</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>把筛选存为视图</translation>
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
        <source>On its way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Will be late</source>
        <translation>将超时</translation>
    </message>
    <message>
        <source>No scan for 24 h</source>
        <translation>24 小时无扫描</translation>
    </message>
    <message>
        <source>No scan for 48 h</source>
        <translation>48 小时无扫描</translation>
    </message>
    <message>
        <source>No scan for 72 h</source>
        <translation>72 小时无扫描</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>记录矛盾</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Reason of the problem</source>
        <translation>问题原因</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Courier account</source>
        <translation>快递账户</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
</context>
<context>
    <name>supercargo::ParcelViews</name>
    <message>
        <source>Set a filter first; the view keeps it.</source>
        <translation>请先设好筛选，视图会记住它。</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>把筛选存为视图</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
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
        <source>The view is saved.</source>
        <translation>视图已保存。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Will be late</source>
        <translation>将超时</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The view is deleted.</source>
        <translation>视图已删除。</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>The views that were always here keep their names.</source>
        <translation>内置视图的名称不能更改。</translation>
    </message>
    <message>
        <source>The views that were always here cannot be deleted.</source>
        <translation>内置视图不能删除。</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>删除视图“%1”？</translation>
    </message>
    <message>
        <source>Its filter is “%1”. Parcels stay as they are.</source>
        <translation>它的筛选条件是“%1”。运单不受影响。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>supercargo::PerformanceView</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown courier</source>
        <translation>未知快递</translation>
    </message>
    <message>
        <source>No parcel was picked up in this time.</source>
        <translation>这段时间没有揽收的包裹。</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>failed tries</source>
        <translation>派送失败</translation>
    </message>
    <message>
        <source>with a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>By courier</source>
        <translation>按快递</translation>
    </message>
    <message>
        <source>By lane</source>
        <translation>按线路</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Time of the pick-up</source>
        <translation>揽收时间</translation>
    </message>
    <message>
        <source>Performance of couriers</source>
        <translation>快递表现</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递 / 线路</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>首次妥投</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Days on the way: half of the parcels, and nine of ten</source>
        <translation>在途天数：一半包裹，以及九成包裹</translation>
    </message>
    <message>
        <source>Parcels by the day of their pick-up. On time: arrived before the promise, of those whose promise has passed or that arrived. First try: delivered without a failed try, of those somebody tried to deliver. Choose a figure to see its parcels; a rate shows those that spoil it.</source>
        <translation>按揽收日统计。准时：在承诺时间前送达，占已到期或已送达的包裹。首次妥投：没有失败派送即签收，占派送过的包裹。点数字看对应包裹；点比率看拉低它的包裹。</translation>
    </message>
    <message>
        <source>Promises…</source>
        <translation>时效承诺…</translation>
    </message>
    <message>
        <source>In how many days buyers are promised their parcel</source>
        <translation>向买家承诺几天送达</translation>
    </message>
    <message>
        <source>Tariffs…</source>
        <translation>运费价格…</translation>
    </message>
    <message>
        <source>What couriers agreed to charge, so that their bills can be checked</source>
        <translation>与快递公司约定的价格，用来核对账单</translation>
    </message>
    <message>
        <source>The %1 with the most parcels of %2 are shown.</source>
        <translation>共 %2 行，只显示件数最多的 %1 行。</translation>
    </message>
    <message>
        <source>%1, %2: the first %3 of %4</source>
        <translation>%1，%2：%4 件中的前 %3 件</translation>
    </message>
</context>
<context>
    <name>supercargo::PlacesDialog</name>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Teach a place</source>
        <translation>教地点</translation>
    </message>
    <message>
        <source>The whole text of a courier, or only the words in it that stand for the place.</source>
        <translation>快递的整段文字，或其中表示地点的词。</translation>
    </message>
    <message>
        <source>Taught places</source>
        <translation>已教的地点</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“%1” means %2</source>
        <translation>“%1”指%2</translation>
    </message>
    <message>
        <source>Nothing has been taught yet.</source>
        <translation>还没有教过任何地点。</translation>
    </message>
    <message>
        <source>Taught so far:</source>
        <translation>已教过：</translation>
    </message>
    <message>
        <source>Write two letters or more: one would be met everywhere.</source>
        <translation>请至少写两个字：一个字到处都会匹配。</translation>
    </message>
    <message>
        <source>“%1” names no place that is known.</source>
        <translation>“%1”不是已知的地点。</translation>
    </message>
</context>
<context>
    <name>supercargo::ReplayBar</name>
    <message>
        <source>Stop the day</source>
        <translation>停止回放</translation>
    </message>
    <message>
        <source>Let the day run</source>
        <translation>播放这一天</translation>
    </message>
    <message>
        <source>Day to replay</source>
        <translation>回放日期</translation>
    </message>
    <message>
        <source>Time of the day</source>
        <translation>时刻</translation>
    </message>
</context>
<context>
    <name>supercargo::ShipmentsPage</name>
    <message>
        <source>Shipments</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>There are no parcels yet.</source>
        <translation>还没有包裹。</translation>
    </message>
    <message>
        <source>Connect a courier</source>
        <translation>连接快递公司</translation>
    </message>
    <message>
        <source>The places of the map cannot be read: %1</source>
        <translation>无法读取地图的地点：%1</translation>
    </message>
    <message>
        <source>There is no parcel in the box.</source>
        <translation>框里没有包裹。</translation>
    </message>
    <message>
        <source>In the box: %1</source>
        <translation>框内：%1</translation>
    </message>
    <message>
        <source>Chosen on the map: %1</source>
        <translation>地图所选：%1</translation>
    </message>
    <message>
        <source>Map or couriers</source>
        <translation>地图或快递</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Couriers</source>
        <translation>快递表现</translation>
    </message>
    <message>
        <source>Parcels on their way on the map: %1.</source>
        <translation>地图上的在途包裹：%1。</translation>
    </message>
    <message>
        <source>Parcels on their way on the map: %1; without a place that is known: %2.</source>
        <translation>地图上的在途包裹：%1；地点不明：%2。</translation>
    </message>
    <message>
        <source>No parcel fits this filter.</source>
        <translation>没有符合筛选的包裹。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>It is noted as ended.</source>
        <translation>已记为结束。</translation>
    </message>
    <message>
        <source>One is open already for this parcel; end it first.</source>
        <translation>这个包裹已有一项未结束，请先结束它。</translation>
    </message>
    <message>
        <source>From now on “%1” means %2.</source>
        <translation>以后“%1”就是%2。</translation>
    </message>
    <message>
        <source>Promised delivery</source>
        <translation>承诺送达</translation>
    </message>
    <message>
        <source>One rule a line: courier, province, days; * stands for all. The first that fits holds where the courier promises nothing.
Example: sf 浙江 2</source>
        <translation>每行一条规则：快递 省份 天数；* 表示全部。快递没有给出时效时，用第一条符合的规则。
例如：sf 浙江 2</translation>
    </message>
    <message>
        <source>“%1” is no rule; write a courier, a province and 1 to 90 days.</source>
        <translation>“%1”不是规则；请写快递、省份和 1 到 90 的天数。</translation>
    </message>
    <message>
        <source>The promises are saved; parcels are measured by them from now on.</source>
        <translation>时效承诺已保存，今后按它衡量包裹。</translation>
    </message>
    <message>
        <source>None of the parcels on their way names a place that is known.</source>
        <translation>在途运单都没有可识别的地点。</translation>
    </message>
    <message>
        <source>No parcel is on its way.</source>
        <translation>没有在途的运单。</translation>
    </message>
    <message>
        <source>No parcel on its way fits this filter.</source>
        <translation>没有符合筛选的在途运单。</translation>
    </message>
    <message>
        <source>Only the chosen parcel</source>
        <translation>仅所选运单</translation>
    </message>
</context>
<context>
    <name>supercargo::TariffsDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Freight tariffs</source>
        <translation>运费价格</translation>
    </message>
    <message>
        <source>What couriers agreed to charge. Bills are compared with it, by the weight of each parcel and where it went. A price for a region goes before one for everywhere.</source>
        <translation>与快递公司约定的价格。账单会按每个包裹的重量和目的地与之比较。限定地区的价格优先于不限地区的价格。</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>From</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>First weight</source>
        <translation>首重</translation>
    </message>
    <message>
        <source>Each step</source>
        <translation>续重</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低收费</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>everywhere; or provinces and country codes: 新疆 西藏</source>
        <translation>不限；或填写省份和国家代码：新疆 西藏</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Its price, %1</source>
        <translation>首重价格（%1）</translation>
    </message>
    <message>
        <source>Each further weight</source>
        <translation>续重单位</translation>
    </message>
    <message>
        <source>Price of each, %1</source>
        <translation>续重价格（%1）</translation>
    </message>
    <message>
        <source>Least price, %1</source>
        <translation>最低收费（%1）</translation>
    </message>
    <message>
        <source>%1 g: %2</source>
        <translation>%1 克：%2</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Write prices like 3.50.</source>
        <translation>价格请写成 3.50。</translation>
    </message>
    <message>
        <source>There are no tariffs yet: add the first one below.</source>
        <translation>还没有运费标准：请在下方添加第一条。</translation>
    </message>
</context>
</TS>
