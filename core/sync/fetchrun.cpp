#include "core/sync/fetchrun.h"

#include "core/base/deliver.h"
#include "core/sync/answerframe.h"

#include <algorithm>

namespace supercargo {
namespace {

/// Says in plain words which right a person must grant.
Error namingPermission(Error error, const Declaration& declaration, const StreamDeclaration& stream)
{
  const QString name = streamName(stream.stream);
  const QString permission = stream.permission.isEmpty() ? name + QStringLiteral(".read") : stream.permission;
  error.detail = QStringLiteral("%1 does not let this account read %2: the permission \"%3\" is missing (%4)")
                     .arg(declaration.name.en, name, permission, error.detail);
  return error;
}

} // namespace

FetchRun::FetchRun(AccountLink& link, Database& database, Timing timing, RunOrder order)
    : m_link(link), m_database(database), m_timing(std::move(timing)), m_order(order),
      m_declared(link.provider().declaration.stream(order.stream)), m_startedAt(m_timing.now())
{
  m_report.account = link.account().id;
  m_report.stream = order.stream;
  m_report.loop = order.loop;
}

FetchRun::~FetchRun()
{
  if (m_asking)
    m_link.cancel(*m_asking);
}

void FetchRun::beginPart()
{
  if (m_parts.empty()) {
    finish(std::nullopt);
    return;
  }
  const Part& part = m_parts.front();
  if (part.closesList) {
    endPart();
    return;
  }
  m_context = m_link.context();
  m_context.stream = m_order.stream;
  m_context.loop = part.ids.isEmpty() ? part.loop : Loop::Revisit;
  m_context.cursor = m_order.full || readsWholeList(part) ? QString() : m_state.cursor;
  m_context.from = part.window.from;
  m_context.to = part.window.to;
  m_context.ids = part.ids;
  m_context.pageSize = m_link.pageSize(m_order.stream);
  m_rereads = 0;
  readPartAgain();
  if (m_requests.empty())
    endPart();
  else
    pump();
}

void FetchRun::readPartAgain()
{
  m_guard = PageGuard();
  m_cursor.reset();
  m_answered.clear();
  m_spokenOf.clear();
  m_metInLists.clear();
  m_met = 0;
  m_pageCameTwice = false;
  m_partTotal = -1;
  m_hasUnreadable = false;
  const auto first = m_link.provider().functions.first(m_context);
  m_requests.assign(first.begin(), first.end());
}

/// A part without any request: only its end is stored.
void FetchRun::endPart()
{
  FetchedPage page = newPage();
  closePart(page);
  arrived(std::move(page));
}

FetchedPage FetchRun::newPage() const
{
  FetchedPage page;
  page.account = m_report.account;
  page.stream = m_order.stream;
  page.loop = m_parts.front().loop;
  page.now = m_timing.now();
  page.pace = m_link.pace();
  return page;
}

/// Makes the page its part's last: with it, the cursor moves.
void FetchRun::closePart(FetchedPage& page) const
{
  const Part& part = m_parts.front();
  page.asked = part.ids;
  for (const QString& id : part.ids)
    if (!m_spokenOf.contains(id))
      page.missing << id;
  page.end = PartEnd{m_cursor, std::nullopt, m_remoteTotal};
  if (part.loop == Loop::Discover)
    page.end->coveredTo = part.window.to;
  if (part.closesList)
    closeList(page);
}

void FetchRun::askNext()
{
  HttpRequest request = std::move(m_requests.front());
  m_requests.pop_front();
  if (auto allowed = m_guard.admit(request); !allowed) {
    giveUp(allowed.error());
    return;
  }
  Call call;
  call.context = m_context;
  call.context.now = m_link.providerNow();
  call.request = request;
  call.priority = m_order.priority;
  call.stream = m_order.stream;
  call.read = [this, context = call.context, request](const HttpRequest& sent,
                                                      const HttpResponse& got) -> Result<void> {
    SC_TRY_ASSIGN(step, m_link.provider().functions.parse(context, sent, got));
    m_step = std::move(step);
    m_frames = framesOf(context, request, got, m_step->snapshots.failures);
    return {};
  };
  call.done = [this, request](CallEnd end) { answered(std::move(end), request); };
  m_asking = m_link.send(std::move(call));
}

void FetchRun::answered(CallEnd end, const HttpRequest& request)
{
  m_asking.reset();
  m_report.requests += end.attempts;
  m_report.retries += end.attempts - 1;
  if (end.result) {
    understood(request, std::move(end.record));
    return;
  }
  const Error& error = end.result.error();
  if (error.kind == ErrorKind::TooLarge && m_link.pageSize(m_order.stream) > 1) {
    m_link.halvePageSize(m_order.stream);
    beginPart();
    return;
  }
  const bool thisOneOnly = error.kind == ErrorKind::Rejected || error.kind == ErrorKind::NotFound;
  if (thisOneOnly && !m_parts.front().ids.isEmpty())
    skipRefused(request, error);
  else
    giveUp(namingCall(error.subject == kPermissionSubject
                          ? namingPermission(error, m_link.provider().declaration, *m_declared)
                          : error,
                      end.record));
}

void FetchRun::understood(const HttpRequest& request, CallRecord record)
{
  FetchStep step = std::move(*std::exchange(m_step, std::nullopt));
  if (windowWasWrong()) {
    // The first answer has shown that our clock is not the provider's: plan anew, now with its own.
    m_replanned = true;
    keepCall(m_database, std::move(record));
    planDiscover(m_state);
    return;
  }
  m_requests.insert(m_requests.begin(), step.next.begin(), step.next.end());
  if (step.total) {
    m_guard.learnTotal(request, *step.total, m_context.pageSize);
    m_total = std::max(m_total, *step.total);
    m_partTotal = std::max(m_partTotal, *step.total);
  }
  if (step.cursor)
    m_cursor = step.cursor;
  const auto records = qint64(step.snapshots.size());
  m_done += records;
  m_report.fetched += records;
  m_hasUnreadable |= !step.snapshots.failures.empty();
  noteMet(request, step.snapshots);
  if (countsOnly(m_parts.front())) {
    m_remoteTotal = step.total;
    m_requests.clear(); // the count was all that was wanted
  }
  FetchedPage page = newPage();
  page.orders = prepareOrders(std::move(step.snapshots.orders));
  page.snapshots = std::move(step.snapshots);
  page.call = packedCall(std::move(record));
  page.frames = std::exchange(m_frames, {});
  if (m_requests.empty() && missedAPage()) {
    ++m_rereads;
    readPartAgain();
  } else if (m_requests.empty()) {
    closePart(page);
  }
  Q_EMIT progressed(m_done, m_total);
  arrived(std::move(page));
}

bool FetchRun::windowWasWrong() const
{
  if (m_replanned || m_order.loop != Loop::Discover || !m_declared->discoverByTime)
    return false;
  // A clock that was put right in between leaves a window that ends too early; too late is worse, since what happens
  // until then would be taken for read.
  constexpr std::chrono::minutes kTooEarly{1};
  const auto moved = m_link.providerNow() - m_timing.now() - m_plannedOffset;
  return m_context.to > m_link.providerNow() || moved > kTooEarly;
}

/// The stream's own records of an answer; what else stands beside them (a buyer beside an order) may well come again.
void FetchRun::noteMet(const HttpRequest& request, const Snapshots& snapshots)
{
  // Some learn from the first page how many there are and come back to it: that is no repetition.
  const QByteArray asked = request.method + '\n' + request.url + '\n' + request.body;
  const bool isNewQuestion = !m_answered.contains(asked);
  m_answered.insert(asked);
  const qsizetype before = m_metInLists.size();
  qsizetype records = 0;
  const auto speakOf = [&](const QString& id) {
    m_spokenOf.insert(id);
    m_metInLists.insert(request.operation + u'\n' + id);
    ++records;
  };
  const auto speakOfAll = [&](Stream stream, const auto& list, auto idOf) {
    if (m_order.stream == stream)
      for (const auto& record : list)
        speakOf(idOf(record));
  };
  const auto external = [](const auto& record) { return record.externalId; };
  for (const OrderSnapshot& order : snapshots.orders)
    speakOf(order.externalId);
  for (const ProductSnapshot& product : snapshots.products)
    speakOf(product.externalId);
  for (const QString& id : snapshots.gone)
    speakOf(id);
  speakOfAll(Stream::Customers, snapshots.customers, external);
  speakOfAll(Stream::Payments, snapshots.payments, external);
  speakOfAll(Stream::Stock, snapshots.stock,
             [](const StockSnapshot& stock) { return stock.variantExternalId + u'\n' + stock.location; });
  speakOfAll(Stream::Bills, snapshots.billLines,
             [](const BillLineSnapshot& line) { return line.bill + u'\n' + line.entryId; });
  m_met += records;
  m_pageCameTwice |= isNewQuestion && records > 1 && m_metInLists.size() == before;
}

/// A page that came twice stood in the place of another. Of orders and products the provider says how many there are:
/// fewer were met, and some more than once. Other totals count something else than our records; there, a page that
/// tells nothing new is suspicious enough. Reading the part again helps, but not for ever.
bool FetchRun::missedAPage() const
{
  constexpr int kMostRereads = 5;
  if (m_parts.front().loop != Loop::Discover || m_rereads >= kMostRereads)
    return false;
  const bool isCounted = m_order.stream == Stream::Orders || m_order.stream == Stream::Products;
  return isCounted ? m_met > m_spokenOf.size() && m_spokenOf.size() < m_partTotal : m_pageCameTwice;
}

/// One id was refused: it is noted, and the others go on.
void FetchRun::skipRefused(const HttpRequest& request, const Error& error)
{
  const QStringList& ids = m_parts.front().ids;
  const QString id = ids.size() == 1 ? ids.first() : !request.state.isEmpty() ? request.state : request.operation;
  FetchedPage page = newPage();
  page.snapshots.failures.push_back({id, error.detail, {}});
  if (m_requests.empty())
    closePart(page);
  arrived(std::move(page));
}

void FetchRun::arrived(FetchedPage page)
{
  m_ready = std::move(page);
  pump();
}

void FetchRun::pump()
{
  if (m_over)
    return;
  if (m_ready && !m_storing)
    store(*std::exchange(m_ready, std::nullopt));
  if (!m_asking && !m_ready && !m_requests.empty())
    askNext();
}

void FetchRun::store(FetchedPage page)
{
  m_storing = true;
  const bool last = page.end.has_value();
  if (last)
    page.end->wrongBefore = m_wrong;
  const auto gone = qint64(page.snapshots.gone.size());
  auto written = m_database.write(
      [page = std::move(page)](Connection& c, ChangeSet& changes) { return storePage(c, page, changes); });
  deliver(written, this, [this, last, gone](const Result<UpsertCount>& count) {
    m_wrong = last || !count ? 0 : m_wrong + count->changed + gone;
    stored(count, last);
  });
}

void FetchRun::stored(const Result<UpsertCount>& count, bool lastOfPart)
{
  m_storing = false;
  if (m_over)
    return;
  if (!count) {
    giveUp(count.error());
    return;
  }
  m_report.count += *count;
  if (!lastOfPart) {
    pump();
    return;
  }
  if (countsOnly(m_parts.front())) {
    compareCounts();
    return;
  }
  if (readsWholeList(m_parts.front())) {
    judgeList();
    return;
  }
  m_parts.pop_front();
  beginPart();
}

void FetchRun::giveUp(const Error& error)
{
  if (m_over)
    return;
  if (m_asking)
    m_link.cancel(*std::exchange(m_asking, std::nullopt));
  m_over = true;
  auto noted = m_database.write(
      [account = m_report.account, order = m_order, error, now = m_timing.now()](Connection& c, ChangeSet& changes) {
        return noteRunFailed(c, account, order.stream, order.loop, error, now, changes);
      });
  // When even this cannot be written (disk full), the engine's own memory of the try is enough.
  deliver(noted, this, [this, error](const Result<void>&) { finish(error); });
}

void FetchRun::finish(std::optional<Error> error)
{
  m_over = true;
  m_report.error = std::move(error);
  m_report.duration = std::max(std::chrono::milliseconds(0), m_timing.now() - m_startedAt);
  Q_EMIT finished(m_report);
}

} // namespace supercargo
