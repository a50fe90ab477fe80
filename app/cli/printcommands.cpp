#include "app/cli/parcellabel.h"
#include "app/cli/rowlist.h"
#include "core/labels/bins.h"
#include "core/labels/labelfacts.h"
#include "core/labels/printqueue.h"
#include "ui/print/labelpdf.h"
#include "ui/print/printwords.h"
#include "ui/print/textraster.h"

#include <QSaveFile>

namespace supercargo::cli {
namespace {

QString text(const char* source)
{
  return QCoreApplication::translate("cli", source);
}

Outcome<int> dotsAsked(Session& session)
{
  if (!session.has(QStringLiteral("--dpi")))
    return 203;
  SC_TRY_ASSIGN(dots, session.integer(session.value(QStringLiteral("--dpi")), QStringLiteral("--dpi")));
  constexpr qint64 kFewest = 100, kMost = 2400;
  if (dots < kFewest || dots > kMost)
    return wrongUse(QCoreApplication::translate("cli", "printers have 203, 300 or 600 dots an inch"),
                    QStringLiteral("--dpi"));
  return int(dots);
}

Outcome<PaperSize> paperAsked(Session& session, PaperSize usual)
{
  if (!session.has(QStringLiteral("--paper")))
    return usual;
  const auto paper = paperNamed(session.value(QStringLiteral("--paper")));
  if (!paper)
    return wrongUse(QCoreApplication::translate("cli", "a size of paper looks like 76x130 or a4"),
                    QStringLiteral("--paper"));
  return *paper;
}

Outcome<Exit> save(Session& session, const QByteArray& bytes, const QString& format)
{
  QSaveFile file(session.value(QStringLiteral("--out")));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    return fail(Failure(Error{ErrorKind::Denied, file.errorString(), file.fileName(), std::nullopt}));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("format"), format},
                          {QStringLiteral("bytes"), qint64(bytes.size())},
                          {QStringLiteral("file"), file.fileName()}});
  else
    print(QCoreApplication::translate("cli", "%1, %2 bytes: %3").arg(format).arg(bytes.size()).arg(file.fileName()));
  return Exit::Done;
}

Outcome<Exit> saveLayout(Session& session, const Layout& layout)
{
  SC_TRY_ASSIGN(dots, dotsAsked(session));
  if (!session.value(QStringLiteral("--out")).endsWith(QStringLiteral(".zpl"), Qt::CaseInsensitive)) {
    SC_TRY_ASSIGN(pdf, pdfOf(layout, dots));
    return save(session, pdf, QStringLiteral("pdf"));
  }
  QByteArray all;
  for (const LayoutPage& page : layout.pages) {
    SC_TRY_ASSIGN(zpl, zplOf(page, dots, textRaster()));
    all += zpl;
  }
  return save(session, all, QStringLiteral("zpl"));
}

Outcome<void> wantOut(Session& session)
{
  if (!session.has(QStringLiteral("--out")))
    return wrongUse(QCoreApplication::translate("cli", "where should the document go?"), QStringLiteral("--out"));
  return {};
}

Outcome<Exit> savePickList(Session& session)
{
  SC_TRY(wantOut(session));
  SC_TRY_ASSIGN(paper, paperAsked(session, kPaperA4));
  std::vector<OrderId> orders;
  for (int i = 0; i < session.arguments().operands.size(); ++i) {
    SC_TRY_ASSIGN(order, session.idOperand<OrderId>(i));
    orders.push_back(order);
  }
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(facts, picksFor(*c, orders, session.value(QStringLiteral("--warehouse"))));
  const PrintSetting setting = printSetting({}, systemNow(), session.zone());
  facts.printedAt = setting.printedAt;
  SC_TRY_ASSIGN(layout, pickList(facts, paper, setting.words));
  return saveLayout(session, layout);
}

Outcome<Exit> saveSlip(Session& session)
{
  SC_TRY(wantOut(session));
  SC_TRY_ASSIGN(paper, paperAsked(session, kPaper100x150));
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(shop, workspaceInfo(*c));
  SC_TRY_ASSIGN(facts, packingSlipFacts(*c, order, shop ? shop->shopName : QString()));
  SC_TRY_ASSIGN(layout, packingSlips(facts, paper, labelWords()));
  return saveLayout(session, layout);
}

/// Into the queue: the window prints it.
Outcome<Exit> queueProductLabel(Session& session, PaperSize paper)
{
  NewPrintJob job;
  job.document = PrintDocument::ProductLabel;
  job.subject = session.operand(0);
  job.paper = paperName(paper);
  if (session.has(QStringLiteral("--copies"))) {
    SC_TRY_ASSIGN(copies, session.integer(session.value(QStringLiteral("--copies")), QStringLiteral("--copies")));
    job.copies = int(copies);
  }
  SC_TRY_ASSIGN(c, session.writer());
  SC_TRY(productLabelFacts(*c, job.subject)); // what cannot be printed is refused here
  ChangeSet changes;
  SC_TRY_ASSIGN(id,
                c->transaction([&] { return enqueuePrint(*c, job, QStringLiteral("owner"), systemNow(), changes); }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), id.value()}, {QStringLiteral("copies"), job.copies}});
  else
    print(QCoreApplication::translate("cli", "%1 label(s) of %2 wait; the window prints them")
              .arg(job.copies)
              .arg(job.subject));
  return Exit::Done;
}

Outcome<Exit> saveProductLabel(Session& session)
{
  SC_TRY_ASSIGN(paper, paperAsked(session, kPaper50x30));
  if (session.has(QStringLiteral("--queue")))
    return queueProductLabel(session, paper);
  SC_TRY(wantOut(session));
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(facts, productLabelFacts(*c, session.operand(0)));
  SC_TRY_ASSIGN(page, productLabel(facts, paper));
  return saveLayout(session, {facts.sku, {page}});
}

Outcome<Exit> saveTestLabel(Session& session)
{
  SC_TRY(wantOut(session));
  SC_TRY_ASSIGN(paper, paperAsked(session, kPaper76x130));
  const LabelWords words = labelWords();
  SC_TRY_ASSIGN(page, testLabel(paper, words));
  return saveLayout(session, {words.testLabel, {page}});
}

Outcome<Exit> listBins(Session& session)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(rows, binRows(*c, session.value(QStringLiteral("--warehouse"))));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", "Bin"), QCoreApplication::translate("cli", "SKU"),
       QCoreApplication::translate("cli", "Warehouse")},
      [](const BinRow& row) {
        return QJsonObject{{QStringLiteral("sku"), row.sku},
                           {QStringLiteral("warehouse"), row.warehouse},
                           {QStringLiteral("bin"), row.bin}};
      },
      [](const BinRow& row) {
        return QStringList{row.bin, row.sku, row.warehouse};
      });
  return Exit::Done;
}

Outcome<Exit> putBin(Session& session)
{
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  const BinRow row{session.operand(0), session.value(QStringLiteral("--warehouse")), session.operand(1)};
  SC_TRY(c->transaction([&] { return setBin(*c, row, changes); }));
  return Exit::Done;
}

QJsonObject jobJson(const PrintJob& job)
{
  return {{QStringLiteral("id"), job.id.value()},
          {QStringLiteral("document"), printDocumentName(job.what.document)},
          {QStringLiteral("order"), job.what.order ? QJsonValue(job.what.order->value()) : QJsonValue()},
          {QStringLiteral("shipment"), job.what.shipment ? QJsonValue(job.what.shipment->value()) : QJsonValue()},
          {QStringLiteral("subject"), job.what.subject},
          {QStringLiteral("paper"), job.what.paper},
          {QStringLiteral("copies"), job.what.copies},
          {QStringLiteral("state"), printStateName(job.state)},
          {QStringLiteral("error"), jsonOrNull(job.error)}};
}

Outcome<Exit> listPrints(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  std::vector<PrintState> states;
  if (session.has(QStringLiteral("--state"))) {
    const auto state = printStateNamed(session.value(QStringLiteral("--state")));
    if (!state)
      return wrongUse(
          QCoreApplication::translate("cli", "--state takes queued, printing, printed, failed, lost or cancelled"),
          QStringLiteral("--state"));
    states.push_back(*state);
  }
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(rows, printJobs(*c, states, limit == 0 ? std::numeric_limits<int>::max() : limit));
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Document"),
             QCoreApplication::translate("cli", "For"), QCoreApplication::translate("cli", "State"),
             QCoreApplication::translate("cli", "Reason")},
            jobJson, [](const PrintJob& job) {
              return QStringList{QString::number(job.id.value()), documentWord(job.what.document), job.what.subject,
                                 printStateName(job.state), printFaultText(job.error)};
            });
  return Exit::Done;
}

Outcome<Exit> printLostAgain(Session& session)
{
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(count, c->transaction([&] { return reprintLost(*c, systemNow(), changes); }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("queued"), count}});
  else
    print(QCoreApplication::translate("cli", "%1 queued again; the window prints them").arg(count));
  return Exit::Done;
}

Option option(const char* name, const char* placeholder, const char* help)
{
  return {QLatin1String(name), QLatin1String(placeholder), text(help)};
}

} // namespace

Outcome<Exit> saveOwnLabel(Session& session, ShipmentId shipment)
{
  SC_TRY_ASSIGN(paper, paperAsked(session, kPaper76x130));
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(facts, waybillFacts(*c, shipment));
  SC_TRY_ASSIGN(page, waybillLabel(facts, paper, labelWords()));
  return saveLayout(session, {facts.number, {page}});
}

std::vector<Command> printCommands()
{
  const Option out = option("--out", "FILE", QT_TRANSLATE_NOOP("cli", "where to; .zpl for a label printer, else PDF"));
  const Option paper = option("--paper", "76x130", QT_TRANSLATE_NOOP("cli", "millimetres, or a4"));
  const Option dots = option("--dpi", "203|300", QT_TRANSLATE_NOOP("cli", "the printer's dots an inch"));
  const Option warehouse = option("--warehouse", "NAME", QT_TRANSLATE_NOOP("cli", "whose bins"));
  constexpr int kMostOrders = 10'000;
  return {
      {QStringLiteral("orders picklist"),
       QStringLiteral("ID…"),
       1,
       kMostOrders,
       text(QT_TRANSLATE_NOOP("cli", "what to take from the shelves for these orders, along the bins")),
       {out, paper, dots, warehouse},
       savePickList},
      {QStringLiteral("orders slip"),
       QStringLiteral("ID"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "the packing slip of an order")),
       {out, paper, dots},
       saveSlip},
      {QStringLiteral("products label"),
       QStringLiteral("SKU"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "the label that sticks to a product")),
       {out, paper, dots,
        option("--queue", "", QT_TRANSLATE_NOOP("cli", "into the print queue rather than into a file")),
        option("--copies", "N", QT_TRANSLATE_NOOP("cli", "how many the queue prints, up to 99"))},
       saveProductLabel},
      {QStringLiteral("prints test"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "a label that shows whether a printer scales or cuts")),
       {out, paper, dots},
       saveTestLabel},
      {QStringLiteral("prints list"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "list what was and is to be printed")),
       {option("--state", "NAME", QT_TRANSLATE_NOOP("cli", "only those in this state")), limitOption()},
       listPrints},
      {QStringLiteral("prints again"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "queue again everything lost, and nothing else")),
       {},
       printLostAgain},
      {QStringLiteral("bins list"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "list where goods lie")),
       {warehouse},
       listBins},
      {QStringLiteral("bins set"),
       QStringLiteral("SKU BIN"),
       2,
       2,
       text(QT_TRANSLATE_NOOP("cli", "say where a SKU lies; an empty bin forgets it")),
       {warehouse},
       putBin},
  };
}

} // namespace supercargo::cli
