<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccountFacts</name>
    <message numerus="yes">
        <source>After %n failed calls in a row the schedule leaves the provider alone until %1 (%2); then one call tries whether it is back. What you ask for yourself is sent all the same.</source>
        <translation>
            <numerusform>After a failed call the schedule leaves the provider alone until %1 (%2); then one call tries whether it is back. What you ask for yourself is sent all the same.</numerusform>
            <numerusform>After %n failed calls in a row the schedule leaves the provider alone until %1 (%2); then one call tries whether it is back. What you ask for yourself is sent all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in a row have failed; at %1 the breaker opens.</source>
        <translation>
            <numerusform>%n call has failed; at %1 the breaker opens.</numerusform>
            <numerusform>%n calls in a row have failed; at %1 the breaker opens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintColumns</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message numerus="yes">
        <source>%n mark(s); arrow keys move over them, Return opens the rows</source>
        <translation>
            <numerusform>%n mark; arrow keys move over them, Return opens the rows</numerusform>
            <numerusform>%n marks; arrow keys move over them, Return opens the rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not on the map: %1 and %n more</source>
        <translation>
            <numerusform>Not on the map: %1 and %n more</numerusform>
            <numerusform>Not on the map: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First order in %1, %n month(s) later</source>
        <translation>
            <numerusform>First order in %1, %n month later</numerusform>
            <numerusform>First order in %1, %n months later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n action(s) still open</source>
        <translation>
            <numerusform>%n action still open</numerusform>
            <numerusform>%n actions still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) wait to be told; &quot;stock push&quot; sends them at once.</source>
        <translation>
            <numerusform>%n level waits to be told; &quot;stock push&quot; sends it at once.</numerusform>
            <numerusform>%n levels wait to be told; &quot;stock push&quot; sends them at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured lead time: %1 days, give or take %2, from %n receipts.</source>
        <translation>
            <numerusform>Measured lead time: %1 days, give or take %2, from %n receipt.</numerusform>
            <numerusform>Measured lead time: %1 days, give or take %2, from %n receipts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that wait already are booked at once.</source>
        <translation>
            <numerusform>%n order that waits already is booked at once.</numerusform>
            <numerusform>%n orders that wait already are booked at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that wait already would be booked at once; they are left alone.</source>
        <translation>
            <numerusform>%n order that waits already would be booked at once; it is left alone.</numerusform>
            <numerusform>%n orders that wait already would be booked at once; they are left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notice</name>
    <message numerus="yes">
        <source>%n orders have come in.</source>
        <translation>
            <numerusform>%n order has come in.</numerusform>
            <numerusform>%n orders have come in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is read from %n accounts until you look at them.</source>
        <translation>
            <numerusform>Nothing is read from %n account until you look at it.</numerusform>
            <numerusform>Nothing is read from %n accounts until you look at them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records could not be understood and wait for you.</source>
        <translation>
            <numerusform>%n record could not be understood and waits for you.</numerusform>
            <numerusform>%n records could not be understood and wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things that Supercargo does not know yet; nothing has failed.</source>
        <translation>
            <numerusform>%n thing that Supercargo does not know yet; nothing has failed.</numerusform>
            <numerusform>%n things that Supercargo does not know yet; nothing has failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Credentials or API versions of %n accounts end soon.</source>
        <translation>
            <numerusform>Credentials or the API version of %n account end soon.</numerusform>
            <numerusform>Credentials or API versions of %n accounts end soon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles are sold out or run short.</source>
        <translation>
            <numerusform>%n article is sold out or runs short.</numerusform>
            <numerusform>%n articles are sold out or run short.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::AccountCard</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records not understood</source>
        <translation>
            <numerusform>%n record not understood</numerusform>
            <numerusform>%n records not understood</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::AccountView</name>
    <message numerus="yes">
        <source>Calls (%n errors)</source>
        <translation>
            <numerusform>Calls (%n error)</numerusform>
            <numerusform>Calls (%n errors)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::BulkBookingDialog</name>
    <message numerus="yes">
        <source>%n orders taken back. What the courier has already been asked for goes on.</source>
        <translation>
            <numerusform>%n order taken back. What the courier has already been asked for goes on.</numerusform>
            <numerusform>%n orders taken back. What the courier has already been asked for goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels sent to the print queue.</source>
        <translation>
            <numerusform>%n label sent to the print queue.</numerusform>
            <numerusform>%n labels sent to the print queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n days</source>
        <translation>
            <numerusform>%1, %n day</numerusform>
            <numerusform>%1, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book parcels for %n orders</source>
        <translation>
            <numerusform>Book a parcel for %n order</numerusform>
            <numerusform>Book parcels for %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::CountDialog</name>
    <message numerus="yes">
        <source>%n chosen article(s)</source>
        <translation>
            <numerusform>%n chosen article</numerusform>
            <numerusform>%n chosen articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left to count</source>
        <translation>
            <numerusform>%n line left to count</numerusform>
            <numerusform>%n lines left to count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::FailuresPanel</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: fetch all again once the cause is put right</source>
        <translation>
            <numerusform>and one more: fetch all again once the cause is put right</numerusform>
            <numerusform>and %n more: fetch all again once the cause is put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::FigureRowsDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::FlowStep</name>
    <message numerus="yes">
        <source>%1: %n orders, %2</source>
        <translation>
            <numerusform>%1: %n order, %2</numerusform>
            <numerusform>%1: %n orders, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::LatencyChart</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::LinksDialog</name>
    <message numerus="yes">
        <source>%n pair(s) may be one article</source>
        <translation>
            <numerusform>%n pair may be one article</numerusform>
            <numerusform>%n pairs may be one article</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n SKU(s) are linked</source>
        <translation>
            <numerusform>%n SKU is linked</numerusform>
            <numerusform>%n SKUs are linked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::OpeningDialog</name>
    <message numerus="yes">
        <source>%n row(s) can be read. Balances that somebody has opened before stay as they are.</source>
        <translation>
            <numerusform>%n row can be read. Balances that somebody has opened before stay as they are.</numerusform>
            <numerusform>%n rows can be read. Balances that somebody has opened before stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::OrdersPage</name>
    <message numerus="yes">
        <source>%n labels sent to the print queue.</source>
        <translation>
            <numerusform>%n label sent to the print queue.</numerusform>
            <numerusform>%n labels sent to the print queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packing slips sent to the print queue.</source>
        <translation>
            <numerusform>%n packing slip sent to the print queue.</numerusform>
            <numerusform>%n packing slips sent to the print queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders may be shipped now.</source>
        <translation>
            <numerusform>%n order may be shipped now.</numerusform>
            <numerusform>%n orders may be shipped now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders may be shipped then: %1</source>
        <translation>
            <numerusform>%n order may be shipped then: %1</numerusform>
            <numerusform>%n orders may be shipped then: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::PastDialog</name>
    <message numerus="yes">
        <source>The first %n; narrow it down by SKU.</source>
        <translation>
            <numerusform>The first %n; narrow it down by SKU.</numerusform>
            <numerusform>The first %n; narrow it down by SKU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n balance(s)</source>
        <translation>
            <numerusform>%n balance</numerusform>
            <numerusform>%n balances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::PrintQueueDialog</name>
    <message numerus="yes">
        <source>Print %n lost again</source>
        <translation>
            <numerusform>Print %n lost again</numerusform>
            <numerusform>Print %n lost again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ProductLabelsDialog</name>
    <message numerus="yes">
        <source>%n label(s) altogether</source>
        <translation>
            <numerusform>%n label altogether</numerusform>
            <numerusform>%n labels altogether</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ReasonDialog</name>
    <message numerus="yes">
        <source>Dismiss %n records?</source>
        <translation>
            <numerusform>Dismiss %n record?</numerusform>
            <numerusform>Dismiss %n records?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ReplayDialog</name>
    <message numerus="yes">
        <source>The answer differs in %n places.</source>
        <translation>
            <numerusform>The answer differs in %n place.</numerusform>
            <numerusform>The answer differs in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ReportsPage</name>
    <message numerus="yes">
        <source>%n row(s) · %1 to %2 · by %3 · days of %4 · checksum %5</source>
        <translation>
            <numerusform>%n row · %1 to %2 · by %3 · days of %4 · checksum %5</numerusform>
            <numerusform>%n rows · %1 to %2 · by %3 · days of %4 · checksum %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::SecretTextEdit</name>
    <message numerus="yes">
        <source>%n characters, hidden</source>
        <translation>
            <numerusform>%n character, hidden</numerusform>
            <numerusform>%n characters, hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ShippingRulesDialog</name>
    <message numerus="yes">
        <source>%n orders that wait already would be booked at once.</source>
        <translation>
            <numerusform>%n order that waits already would be booked at once.</numerusform>
            <numerusform>%n orders that wait already would be booked at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::ShortStock</name>
    <message numerus="yes">
        <source>All %n alert(s)</source>
        <translation>
            <numerusform>All %n alert</numerusform>
            <numerusform>All %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::SqlConsoleView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s); there are more. Raise the limit or ask for less.</source>
        <translation>
            <numerusform>The first row; there are more. Raise the limit or ask for less.</numerusform>
            <numerusform>The first %n rows; there are more. Raise the limit or ask for less.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::StockDesk</name>
    <message numerus="yes">
        <source>%n piece(s) of %1 have come in.</source>
        <translation>
            <numerusform>%n piece of %1 has come in.</numerusform>
            <numerusform>%n pieces of %1 have come in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are scrapped.</source>
        <translation>
            <numerusform>%n piece of %1 is scrapped.</numerusform>
            <numerusform>%n pieces of %1 are scrapped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are on their way.</source>
        <translation>
            <numerusform>%n piece of %1 is on its way.</numerusform>
            <numerusform>%n pieces of %1 are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a bundle of %n part(s).</source>
        <translation>
            <numerusform>%1 is a bundle of %n part.</numerusform>
            <numerusform>%1 is a bundle of %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threshold(s) are saved.</source>
        <translation>
            <numerusform>%n threshold is saved.</numerusform>
            <numerusform>%n thresholds are saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are blocked.</source>
        <translation>
            <numerusform>%n piece of %1 is blocked.</numerusform>
            <numerusform>%n pieces of %1 are blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 can be sold again.</source>
        <translation>
            <numerusform>%n piece of %1 can be sold again.</numerusform>
            <numerusform>%n pieces of %1 can be sold again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are held.</source>
        <translation>
            <numerusform>%n piece of %1 is held.</numerusform>
            <numerusform>%n pieces of %1 are held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1 are held no longer.</source>
        <translation>
            <numerusform>%n piece of %1 is held no longer.</numerusform>
            <numerusform>%n pieces of %1 are held no longer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::TickList</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supercargo::WhyDialog</name>
    <message numerus="yes">
        <source>Then %1, now %2: %3 in %n row(s).</source>
        <translation>
            <numerusform>Then %1, now %2: %3 in %n row.</numerusform>
            <numerusform>Then %1, now %2: %3 in %n rows.</numerusform>
        </translation>
    </message>
</context>
</TS>
