<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>text</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>Deposit paid</source>
        <translation>已付定金</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>已授权</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>货到付款</translation>
    </message>
    <message>
        <source>Not fulfilled</source>
        <translation>未履约</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排期</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Nothing to ship</source>
        <translation>无需发货</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Awaiting return</source>
        <translation>待退货</translation>
    </message>
    <message>
        <source>Awaiting our receipt</source>
        <translation>待收退货</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>退款中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>暂无信息</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Ready for pickup</source>
        <translation>待自取</translation>
    </message>
    <message>
        <source>Delivery failed</source>
        <translation>派送失败</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>退回中</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Stock reserved</source>
        <translation>已占用库存</translation>
    </message>
    <message>
        <source>Stock released</source>
        <translation>已释放库存</translation>
    </message>
    <message>
        <source>Parcel booked</source>
        <translation>已预约快递</translation>
    </message>
    <message>
        <source>Parcel scanned</source>
        <translation>包裹已扫描</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>After-sales changed</source>
        <translation>售后变更</translation>
    </message>
    <message>
        <source>No longer in the shop</source>
        <translation>店铺中已不存在</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
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
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>物流跟踪</translation>
    </message>
    <message>
        <source>There is no connection to the provider.</source>
        <translation>无法连接到服务商。</translation>
    </message>
    <message>
        <source>Check the network; it is tried again by itself.</source>
        <translation>请检查网络；系统会自动重试。</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>服务商未及时响应。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>系统会自动重试。</translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation>服务商要求放慢请求。</translation>
    </message>
    <message>
        <source>It goes on by itself after a pause.</source>
        <translation>稍后会自动继续。</translation>
    </message>
    <message>
        <source>The provider does not accept the key or login.</source>
        <translation>服务商不接受该密钥或登录。</translation>
    </message>
    <message>
        <source>Renew the credentials of this account.</source>
        <translation>请更新此账户的凭据。</translation>
    </message>
    <message>
        <source>The account is set up in a way the provider refuses.</source>
        <translation>服务商拒绝了此账户的设置。</translation>
    </message>
    <message>
        <source>Check its address, permissions and allowed IP addresses.</source>
        <translation>请检查地址、权限和 IP 白名单。</translation>
    </message>
    <message>
        <source>The provider says that this computer&apos;s clock is wrong.</source>
        <translation>服务商认为本机时钟有误。</translation>
    </message>
    <message>
        <source>Set date and time of the computer.</source>
        <translation>请校准本机的日期和时间。</translation>
    </message>
    <message>
        <source>The request was too large for the provider.</source>
        <translation>请求对服务商来说过大。</translation>
    </message>
    <message>
        <source>It is asked again in smaller parts.</source>
        <translation>将分成更小的部分重新请求。</translation>
    </message>
    <message>
        <source>The provider refused this.</source>
        <translation>服务商拒绝了此操作。</translation>
    </message>
    <message>
        <source>Read the reason in the details and change what it names.</source>
        <translation>请查看详情中的原因并作相应修改。</translation>
    </message>
    <message>
        <source>The provider has a failure of its own.</source>
        <translation>服务商自身出现故障。</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be understood.</source>
        <translation>无法理解服务商的响应。</translation>
    </message>
    <message>
        <source>Check the address of the account; see the recorded call.</source>
        <translation>请检查账户地址，并查看调用记录。</translation>
    </message>
    <message>
        <source>The local database reported a failure.</source>
        <translation>本地数据库报告了故障。</translation>
    </message>
    <message>
        <source>Try again; if it stays, restore a backup.</source>
        <translation>请重试；若仍失败，请恢复备份。</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>磁盘空间已满。</translation>
    </message>
    <message>
        <source>Free some space; nothing was changed.</source>
        <translation>请释放空间；没有任何数据被更改。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>其他人已在此期间修改了它。</translation>
    </message>
    <message>
        <source>Look at the present value and decide again.</source>
        <translation>请查看当前值后再决定。</translation>
    </message>
    <message>
        <source>You do not have permission for this.</source>
        <translation>您没有此项权限。</translation>
    </message>
    <message>
        <source>Ask the owner of the workspace.</source>
        <translation>请联系工作区所有者。</translation>
    </message>
    <message>
        <source>The workspace is locked.</source>
        <translation>工作区已锁定。</translation>
    </message>
    <message>
        <source>Unlock it with the passphrase.</source>
        <translation>请用口令解锁。</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Start it again when you want.</source>
        <translation>需要时可重新开始。</translation>
    </message>
    <message>
        <source>This does not exist.</source>
        <translation>该内容不存在。</translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation>请重新读取列表。</translation>
    </message>
    <message>
        <source>The input does not make sense.</source>
        <translation>输入无效。</translation>
    </message>
    <message>
        <source>Correct what the details name.</source>
        <translation>请按详情更正。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
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
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Buyer shown in clear</source>
        <translation>已查看买家信息</translation>
    </message>
    <message>
        <source>News of the parcel</source>
        <translation>包裹有新动态</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>Label printed</source>
        <translation>已打印面单</translation>
    </message>
    <message>
        <source>Packing slip printed</source>
        <translation>已打印装箱单</translation>
    </message>
</context>
</TS>
