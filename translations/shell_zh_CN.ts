<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>actions</name>
    <message>
        <source>Search and commands…</source>
        <translation>搜索与命令…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>搜索订单</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换中文与英文</translation>
    </message>
    <message>
        <source>Sync all accounts now</source>
        <translation>立即同步所有账户</translation>
    </message>
    <message>
        <source>Show running tasks</source>
        <translation>显示进行中的任务</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>打开详情</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>转到筛选</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在列表中搜索</translation>
    </message>
    <message>
        <source>Save the filter as a view…</source>
        <translation>将筛选保存为视图…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除此视图</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show or hide the buyer&apos;s name and address</source>
        <translation>显示或隐藏买家姓名和地址</translation>
    </message>
    <message>
        <source>Copy the order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一个视图</translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation>上一个视图</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>连接账户…</translation>
    </message>
    <message>
        <source>Check this account</source>
        <translation>检查此账户</translation>
    </message>
    <message>
        <source>Pause or resume this account</source>
        <translation>暂停或恢复此账户</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Read the overview again</source>
        <translation>重新读取概览</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Rename this view…</source>
        <translation>重命名此视图…</translation>
    </message>
    <message>
        <source>Move this view left</source>
        <translation>视图左移</translation>
    </message>
    <message>
        <source>Move this view right</source>
        <translation>视图右移</translation>
    </message>
    <message>
        <source>Show the print queue…</source>
        <translation>显示打印队列…</translation>
    </message>
    <message>
        <source>Book parcels for the chosen orders…</source>
        <translation>为所选订单下快递单…</translation>
    </message>
    <message>
        <source>Scan and pack…</source>
        <translation>扫描打包…</translation>
    </message>
    <message>
        <source>Print the labels of the chosen orders</source>
        <translation>打印所选订单的面单</translation>
    </message>
    <message>
        <source>Print packing slips of the chosen orders</source>
        <translation>打印所选订单的装箱单</translation>
    </message>
    <message>
        <source>Pick list of the chosen orders…</source>
        <translation>所选订单的拣货单…</translation>
    </message>
    <message>
        <source>Merge the chosen orders into one parcel…</source>
        <translation>将所选订单合并为一个包裹…</translation>
    </message>
    <message>
        <source>Split the order into parcels…</source>
        <translation>将订单拆分为多个包裹…</translation>
    </message>
    <message>
        <source>Approve the chosen orders for shipping…</source>
        <translation>批准所选订单发货…</translation>
    </message>
    <message>
        <source>Undo merge or split…</source>
        <translation>撤销合并或拆分…</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
</context>
<context>
    <name>supercargo::MainWindow</name>
    <message>
        <source>Supercargo</source>
        <translation>掌柜</translation>
    </message>
    <message>
        <source>%1 – Supercargo</source>
        <translation>%1 – 掌柜</translation>
    </message>
    <message>
        <source>Search orders, pages and commands</source>
        <translation>搜索订单、页面和命令</translation>
    </message>
    <message>
        <source>Simulated shop: everything here is made up. Nothing reaches a real shop, courier or bank.</source>
        <translation>模拟店铺：这里的一切都是虚构的，不会触及真实的店铺、快递或银行。</translation>
    </message>
    <message>
        <source>The simulated shop has stopped: nothing new comes in.</source>
        <translation>模拟店铺已停止，不会再有新订单。</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>%1 was not printed. %2</source>
        <translation>%1 没有打印。%2</translation>
    </message>
</context>
<context>
    <name>supercargo::Palette</name>
    <message>
        <source>Search pages, commands and orders</source>
        <translation>搜索页面、命令和订单</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>supercargo::ShortcutSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>列表中</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>转到页面</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Ctrl+1 … Ctrl+9</translation>
    </message>
</context>
<context>
    <name>supercargo::SyncState</name>
    <message>
        <source>No account connected</source>
        <translation>尚未连接账户</translation>
    </message>
    <message>
        <source>not yet synced</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Accounts that need attention: %1</source>
        <translation>需要处理的账户：%1</translation>
    </message>
    <message>
        <source>Accounts: %1</source>
        <translation>账户：%1</translation>
    </message>
</context>
<context>
    <name>supercargo::SyncTasks</name>
    <message>
        <source>Syncing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Importing in the background</source>
        <translation>正在后台导入</translation>
    </message>
</context>
<context>
    <name>supercargo::TaskIndicator</name>
    <message>
        <source>Cancel this task</source>
        <translation>取消此任务</translation>
    </message>
    <message>
        <source>Progress of the task</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已用 %1</translation>
    </message>
</context>
</TS>
