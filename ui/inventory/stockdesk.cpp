#include "ui/inventory/stockdesk.h"

#include "core/base/deliver.h"
#include "core/labels/printqueue.h"
#include "core/store/articleweights.h"
#include "ui/inventory/adjustdialog.h"
#include "ui/inventory/costdialog.h"
#include "ui/inventory/countdialog.h"
#include "ui/inventory/linksdialog.h"
#include "ui/inventory/openingdialog.h"
#include "ui/inventory/partsdialog.h"
#include "ui/inventory/pastdialog.h"
#include "ui/inventory/productlabelsdialog.h"
#include "ui/inventory/stockwords.h"
#include "ui/inventory/thresholdsdialog.h"
#include "ui/inventory/transfersdialog.h"
#include "ui/inventory/weightdialog.h"
#include "ui/text/format.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>

namespace supercargo {
namespace {

const QString kOwner = QStringLiteral("owner");

QStringList skusOf(const std::vector<StockListRow>& rows)
{
  QStringList skus;
  for (const StockListRow& row : rows)
    skus << row.sku;
  skus.removeDuplicates();
  return skus;
}

StockPlace placeOf(const StockListRow& row, const QString& lot = {})
{
  return {row.sku, row.warehouse, lot};
}

bool needsRow(StockTask task)
{
  switch (task) {
  case StockTask::Adjust:
  case StockTask::Receive:
  case StockTask::Scrap:
  case StockTask::Send:
  case StockTask::Block:
  case StockTask::Unblock:
  case StockTask::Hold:
  case StockTask::Labels:
  case StockTask::Cost:
  case StockTask::Weight:
  case StockTask::Parts:
    return true;
  default:
    return false;
  }
}

} // namespace

StockDesk::StockDesk(const PageContext& context, const QTimeZone& zone, QWidget* page)
    : QObject(page), m_context(context), m_zone(zone), m_page(page)
{
}

void StockDesk::fill(QMenu& menu)
{
  menu.clear();
  const auto add = [&menu](StockTask task, const QString& text) { menu.addAction(text)->setData(int(task)); };
  add(StockTask::Receive, tr("&Receive goods…"));
  add(StockTask::Send, tr("&Send to another warehouse…"));
  add(StockTask::Arrive, tr("Receive a &transfer…"));
  add(StockTask::Scrap, tr("Scra&p…"));
  add(StockTask::Count, tr("&Count…"));
  menu.addSeparator();
  add(StockTask::Block, tr("Bloc&k…"));
  add(StockTask::Unblock, tr("&Unblock…"));
  add(StockTask::Hold, tr("Hol&d for somebody…"));
  add(StockTask::Holds, tr("What is h&eld…"));
  menu.addSeparator();
  add(StockTask::Labels, tr("Bar code &labels…"));
  add(StockTask::Cost, tr("C&ost of a piece…"));
  add(StockTask::Weight, tr("&Weight of a piece…"));
  add(StockTask::Parts, tr("&Bundle…"));
  add(StockTask::Links, tr("Products of several s&hops…"));
  menu.addSeparator();
  add(StockTask::Limits, tr("Thresholds &in a block…"));
  add(StockTask::Past, tr("Stock in the p&ast…"));
  add(StockTask::Opening, tr("Opening stock from a &file…"));
}

void StockDesk::start(StockTask task, const std::vector<StockListRow>& chosen, const QString& text)
{
  if (needsRow(task) && chosen.empty())
    return m_context.actions.notify(tr("Choose an article first."));
  switch (task) {
  case StockTask::Adjust:
    return adjust(chosen.front());
  case StockTask::Receive:
    return receive(chosen.front());
  case StockTask::Scrap:
    return scrap(chosen.front());
  case StockTask::Send:
    return send(chosen.front());
  case StockTask::Arrive:
    return arrive();
  case StockTask::Count: // one chosen row is where the eye rests, several are a choice
    return count(chosen.size() > 1 ? skusOf(chosen) : QStringList());
  case StockTask::Block:
    return block(chosen.front());
  case StockTask::Unblock:
    return unblock(chosen.front());
  case StockTask::Hold:
    return hold(chosen.front());
  case StockTask::Holds:
    return showHolds();
  case StockTask::Labels:
    return printLabels(skusOf(chosen));
  case StockTask::Cost:
    return cost(chosen.front());
  case StockTask::Weight:
    return weight(chosen.front());
  case StockTask::Parts:
    return parts(chosen.front());
  case StockTask::Links:
    return open(new LinksDialog(m_context, chosen.empty() ? QString() : chosen.front().sku, m_page), [] {});
  case StockTask::Past:
    return open(new PastDialog(m_context, chosen.empty() ? text : chosen.front().sku, m_zone, m_page), [] {});
  case StockTask::Opening:
    return chooseFile();
  case StockTask::Limits:
    return limits();
  }
}

QDate StockDesk::today() const
{
  return QDateTime::fromMSecsSinceEpoch(toMs(m_context.clock()), m_zone).date();
}

void StockDesk::write(const Write& what, const QString& sentence)
{
  deliver(m_context.db.write(what), this, [this, sentence](const Result<void>& done) {
    m_context.actions.notify(done ? sentence : workFault(done.error()));
  });
}

void StockDesk::ask(StockMove move, const StockListRow& row, const std::function<void(const MoveWish&)>& then)
{
  auto* dialog = new MoveDialog(move, row, m_warehouses, m_context.workspace.currency, m_zone, today(), m_page);
  open(dialog, [dialog, then] { then(dialog->wish()); });
}

void StockDesk::adjust(const StockListRow& row)
{
  auto* dialog = new AdjustDialog(row, m_page);
  open(dialog, [this, dialog, row] {
    write(
        [row, delta = dialog->delta(), reason = dialog->reason(),
         now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(adjustByHand(c, {kOwner}, placeOf(row), delta, reason, now, changes));
          return {};
        },
        tr("%1 is adjusted.").arg(row.sku));
  });
}

void StockDesk::receive(const StockListRow& row)
{
  ask(StockMove::Receive, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(receiveStock(c, {kOwner}, {placeOf(row, wish.lot), wish.quantity, wish.why, {}, wish.until, wish.cost},
                              now, changes));
          return {};
        },
        tr("%n piece(s) of %1 have come in.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::scrap(const StockListRow& row)
{
  ask(StockMove::Scrap, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(
              scrapStock(c, {kOwner}, placeOf(row, wish.lot), wish.quantity, wish.why, wish.isBlocked, now, changes));
          return {};
        },
        tr("%n piece(s) of %1 are scrapped.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::send(const StockListRow& row)
{
  ask(StockMove::Send, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(sendTransfer(c, {kOwner}, row.warehouse, wish.to, {{row.sku, wish.lot, wish.quantity}}, wish.why, now,
                              changes));
          return {};
        },
        tr("%n piece(s) of %1 are on their way.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::arrive()
{
  deliver(m_context.db.read(openTransfers), this, [this](const Result<std::vector<TransferRow>>& transfers) {
    if (!transfers)
      return m_context.actions.notify(errorSentence(transfers.error().kind).what);
    auto* dialog = new TransfersDialog(*transfers, m_page);
    open(dialog, [this, dialog] {
      write(
          [id = dialog->transfer(), came = dialog->came(), rest = dialog->restIsMissing(),
           now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
            SC_TRY(receiveTransfer(c, {kOwner}, id, came, rest, now, changes));
            return {};
          },
          tr("The transfer is received."));
    });
  });
}

void StockDesk::count(const QStringList& skus)
{
  open(new CountDialog(m_context, skus, m_warehouses, m_page), [] {});
}

void StockDesk::printLabels(const QStringList& skus)
{
  auto* dialog = new ProductLabelsDialog(m_context, skus, m_page);
  open(dialog, [this, dialog] {
    const auto jobs = dialog->jobs();
    write(
        [jobs, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          for (const NewPrintJob& job : jobs)
            SC_TRY(enqueuePrint(c, job, kOwner, now, changes));
          return {};
        },
        tr("The labels are in the print queue."));
  });
}

void StockDesk::cost(const StockListRow& row)
{
  deliver(
      m_context.db.read([sku = row.sku](Connection& c) { return costHistory(c, sku); }), this,
      [this, row](const Result<std::vector<ArticleCost>>& history) {
        if (!history)
          return m_context.actions.notify(errorSentence(history.error().kind).what);
        auto* dialog = new CostDialog(row.sku, *history, m_context.workspace.currency, m_zone, today(), m_page);
        open(dialog, [this, dialog, row] {
          // A cost of today counts from now on, one of a past day from that day's beginning.
          const Instant now = m_context.clock();
          const Instant from =
              dialog->from() >= today() ? now : fromMs(dialog->from().startOfDay(m_zone).toMSecsSinceEpoch());
          write(
              [row, cost = *dialog->cost(), from, reason = dialog->reason(), now](Connection& c, ChangeSet& changes) {
                changes.stock = true;
                return setCost(c, {kOwner}, row.sku, cost, from, reason, now);
              },
              tr("The cost of %1 is saved.").arg(row.sku));
        });
      });
}

void StockDesk::weight(const StockListRow& row)
{
  using Known = std::pair<std::optional<ArticleWeight>, std::optional<qint64>>;
  const auto read = [sku = row.sku](Connection& c) -> Result<Known> {
    SC_TRY_ASSIGN(said, saidWeight(c, sku));
    SC_TRY_ASSIGN(grams, articleWeight(c, sku));
    return Known(std::move(said), grams);
  };
  deliver(m_context.db.read(read), this, [this, row](const Result<Known>& known) {
    if (!known)
      return m_context.actions.notify(errorSentence(known.error().kind).what);
    const auto& [said, grams] = *known;
    auto* dialog = new WeightDialog(row.sku, said ? grams : std::nullopt, said ? std::nullopt : grams, m_page);
    open(dialog, [this, dialog, row] {
      write([row, grams = dialog->grams(), now = m_context.clock()](
                Connection& c, ChangeSet& changes) { return setWeight(c, {kOwner}, row.sku, grams, now, changes); },
            dialog->grams() ? tr("The weight of %1 is saved.").arg(row.sku)
                            : tr("The weight of %1 is not known any more.").arg(row.sku));
    });
  });
}

void StockDesk::parts(const StockListRow& row)
{
  deliver(m_context.db.read([sku = row.sku](Connection& c) { return bundleParts(c, sku); }), this,
          [this, row](const Result<std::vector<ArticlePart>>& known) {
            if (!known)
              return m_context.actions.notify(errorSentence(known.error().kind).what);
            auto* dialog = new PartsDialog(row.sku, *known, m_page);
            open(dialog, [this, dialog, row] {
              const auto parts = dialog->parts();
              write(
                  [row, parts, now = m_context.clock()](Connection& c, ChangeSet& changes) {
                    return defineBundle(c, {kOwner}, row.sku, parts, now, changes);
                  },
                  parts.empty() ? tr("%1 is no bundle.").arg(row.sku)
                                : tr("%1 is a bundle of %n part(s).", nullptr, int(parts.size())).arg(row.sku));
            });
          });
}

void StockDesk::limits()
{
  using Known = std::pair<std::vector<StockThreshold>, ThresholdSubjects>;
  const auto read = [](Connection& c) -> Result<Known> {
    SC_TRY_ASSIGN(thresholds, stockThresholds(c));
    SC_TRY_ASSIGN(subjects, thresholdSubjects(c));
    return Known(std::move(thresholds), std::move(subjects));
  };
  deliver(m_context.db.read(read), this, [this](const Result<Known>& known) {
    if (!known)
      return m_context.actions.notify(errorSentence(known.error().kind).what);
    auto* dialog = new ThresholdsDialog(known->first, known->second, m_page);
    open(dialog, [this, dialog] {
      const auto changed = dialog->changed();
      write([changed, now = m_context.clock()](
                Connection& c, ChangeSet& changes) { return saveStockThresholds(c, changed, kOwner, now, changes); },
            tr("%n threshold(s) are saved.", nullptr, int(changed.size())));
    });
  });
}

void StockDesk::chooseFile()
{
  auto* dialog = new QFileDialog(m_page, tr("Opening stock"), QString(), tr("Tables (*.csv *.xlsx *.txt)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &StockDesk::openFile);
  dialog->open();
}

void StockDesk::openFile(const QString& path)
{
  QFile file(path);
  const auto content = file.open(QIODevice::ReadOnly)
                           ? readOpening(file.readAll(), m_context.workspace.currency, m_zone)
                           : Result<OpeningFile>(fail(ErrorKind::NotFound, file.errorString(), path));
  if (!content)
    return m_context.actions.notify(tr("%1 cannot be read as a table of stock: it needs SKU and pieces.").arg(path));
  const QString name = path.section(u'/', -1);
  open(new OpeningDialog(name, *content, m_page), [this, lines = content->lines, name] {
    const auto put = [lines, name, now = m_context.clock()](Connection& c, ChangeSet& changes) {
      return openStock(c, {kOwner}, lines, name, now, changes);
    };
    deliver(m_context.db.write(put), this, [this](const Result<std::vector<OpeningResult>>& results) {
      if (!results)
        return m_context.actions.notify(errorSentence(results.error().kind).what);
      const auto refused = std::ranges::count_if(*results, [](const OpeningResult& r) { return !r.refused.isEmpty(); });
      m_context.actions.notify(tr("%1 balances are opened, %2 were known before.")
                                   .arg(numberText(qint64(results->size()) - refused), numberText(refused)));
    });
  });
}

} // namespace supercargo
