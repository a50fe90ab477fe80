<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DocumentActions</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>No program on this computer opens this. Save it instead.</source>
        <translation>这台电脑上没有程序能打开它，请改为保存。</translation>
    </message>
    <message>
        <source>This document cannot be saved as .%1. It can as: %2</source>
        <translation>此单据不能保存为 .%1，可以保存为：%2</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存单据</translation>
    </message>
</context>
<context>
    <name>PrintColumns</name>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Files in %1</source>
        <translation>存到 %1 的文件</translation>
    </message>
    <message>
        <source>As set for this document</source>
        <translation>按此单据的设置</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>按%1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>From</source>
        <translation>寄</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>COD</source>
        <translation>代收货款</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>备注：</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>and %1 more articles</source>
        <translation>另有 %1 种商品</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>装箱单</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>拣货单</translation>
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
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>no bin</source>
        <translation>无货位</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>测试标签</translation>
    </message>
    <message>
        <source>The frame lies 2 mm inside the paper&apos;s edges and its marks are 1 cm apart. If it is cut off or scaled, choose this size of paper in the printer&apos;s settings.</source>
        <translation>边框距纸边 2 毫米，刻度间隔 1 厘米。如被裁切或缩放，请在打印机设置中选择此纸张尺寸。</translation>
    </message>
    <message>
        <source>Waybill label</source>
        <translation>快递面单</translation>
    </message>
    <message>
        <source>Product label</source>
        <translation>商品标签</translation>
    </message>
    <message>
        <source>No printer is chosen for this kind of document. Choose one in Settings.</source>
        <translation>这类单据还没有指定打印机，请在设置中选择。</translation>
    </message>
    <message>
        <source>The chosen printer is not known to this computer any more.</source>
        <translation>指定的打印机已不在本机上。</translation>
    </message>
    <message>
        <source>The printer reports an error or is switched off.</source>
        <translation>打印机报错或未开机。</translation>
    </message>
    <message>
        <source>The courier gave only an address for this label. Open it in the browser.</source>
        <translation>快递只提供了面单网址，请在浏览器中打开。</translation>
    </message>
    <message>
        <source>This computer cannot send such files to a printer by itself. Save the label and print the file.</source>
        <translation>本机无法直接打印这种文件，请先保存面单再打印。</translation>
    </message>
    <message>
        <source>The courier&apos;s label cannot be read. Ask for it again.</source>
        <translation>快递的面单无法读取，请重新获取。</translation>
    </message>
    <message>
        <source>The bar code is too wide for this paper. Choose a larger size.</source>
        <translation>条码超出纸宽，请选择更大的纸张。</translation>
    </message>
    <message>
        <source>Windows gives no PDF and no ZPL file to a printer by itself. Open the file and print it from there, or save it and use the printer&apos;s own program.</source>
        <translation>Windows 不能自行把 PDF 或 ZPL 文件交给打印机。请打开文件后在那里打印，或保存文件后用打印机自带的程序打印。</translation>
    </message>
    <message>
        <source>This document cannot become a file of that kind. Choose another ending.</source>
        <translation>此单据不能存成这种文件，请换一个后缀。</translation>
    </message>
</context>
<context>
    <name>supercargo::PagePreview</name>
    <message>
        <source>The courier gave only an address: %1</source>
        <translation>快递只提供了网址：%1</translation>
    </message>
    <message>
        <source>The courier&apos;s own label (%1). It is printed as it is; open the file to see it.</source>
        <translation>快递原始面单（%1），将原样打印；如需查看请打开文件。</translation>
    </message>
</context>
<context>
    <name>supercargo::PreviewDialog</name>
    <message>
        <source>Save courier&apos;s data…</source>
        <translation>保存快递方数据…</translation>
    </message>
    <message>
        <source>Only the courier&apos;s own print component prints these data. The page shown here is ours, and any printer prints it.</source>
        <translation>该数据只能由快递方的打印组件打印。此处显示的是自制面单，任意打印机均可打印。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Too long, the end is cut off: %1</source>
        <translation>内容过长，末尾已截断：%1</translation>
    </message>
    <message>
        <source>The bar code is too wide for this paper: %1</source>
        <translation>条码超出纸宽：%1</translation>
    </message>
    <message>
        <source>No font on this computer has these characters: %1</source>
        <translation>本机字体缺少这些字符：%1</translation>
    </message>
    <message>
        <source>The page as it will be printed</source>
        <translation>打印效果</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Prin&amp;ter</source>
        <translation>打印机(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>份数(&amp;C)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As set for this document</source>
        <translation>按此类单据的设置</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>In the program that this computer has for such files</source>
        <translation>用这台电脑上打开此类文件的程序</translation>
    </message>
</context>
<context>
    <name>supercargo::PrintQueueDialog</name>
    <message>
        <source>Nothing was printed yet. Labels that you print stand here.</source>
        <translation>还没有打印过。打印的面单会显示在这里。</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>打印队列</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>No paper came out</source>
        <translation>没有出纸</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>取消打印</translation>
    </message>
    <message numerus="yes">
        <source>Print %n lost again</source>
        <translation>
            <numerusform>重打丢失的 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>In the program that this computer has for such files</source>
        <translation>用这台电脑上打开此类文件的程序</translation>
    </message>
</context>
<context>
    <name>supercargo::PrinterSettings</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Files in %1</source>
        <translation>保存到 %1</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（未找到）</translation>
    </message>
    <message>
        <source>Files in a folder…</source>
        <translation>保存到文件夹…</translation>
    </message>
    <message>
        <source>Folder for printed files</source>
        <translation>打印文件的文件夹</translation>
    </message>
    <message>
        <source>The test label is in the print queue.</source>
        <translation>测试标签已加入打印队列。</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Each kind of document goes to its own printer. What a printer did not take waits in the print queue.</source>
        <translation>每类单据使用各自的打印机。打印机没有接收的会留在打印队列中。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Paper, mm</source>
        <translation>纸张（毫米）</translation>
    </message>
    <message>
        <source>Dots an inch</source>
        <translation>分辨率（dpi）</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>打印测试标签</translation>
    </message>
    <message>
        <source>Printer of: %1</source>
        <translation>%1的打印机</translation>
    </message>
    <message>
        <source>Paper of: %1</source>
        <translation>%1的纸张</translation>
    </message>
    <message>
        <source>Dots an inch of: %1</source>
        <translation>%1的分辨率</translation>
    </message>
    <message>
        <source>Copies of: %1</source>
        <translation>%1的份数</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Sent as, of: %1</source>
        <translation>发送形式：%1</translation>
    </message>
    <message>
        <source>A label printer takes ZPL, its own language; any printer takes a page. A courier&apos;s label goes as it came.</source>
        <translation>标签打印机可直接接收 ZPL；任何打印机都能打印页面。快递给的面单按原样发送。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>ZPL raw</source>
        <translation>ZPL 原始数据</translation>
    </message>
</context>
</TS>
