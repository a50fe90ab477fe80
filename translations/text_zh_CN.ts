<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>supercargo</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fulfilled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting our receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for pickup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After-sales changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself after a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept the key or login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the credentials of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is set up in a way the provider refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its address, permissions and allowed IP addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that this computer&apos;s clock is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set date and time of the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was too large for the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again in smaller parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the reason in the details and change what it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a failure of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the account; see the recorded call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database reported a failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the present value and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have permission for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the owner of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it with the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input does not make sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what the details name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
