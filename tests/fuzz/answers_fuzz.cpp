/// What looks at answers beside the providers' parsers: the radar, the comparison of a replayed call, the frame and the
/// editor of a failed record, and what lies in the database as JSON: the outbox's actions and recorded calls. An input:
/// two texts with a zero byte between them.
#include "core/base/jsonreader.h"
#include "core/outbox/actionjson.h"
#include "core/sync/answerdiff.h"
#include "core/sync/answerframe.h"
#include "core/sync/answershape.h"
#include "core/sync/apiage.h"
#include "core/sync/mending.h"
#include "core/sync/recordedcall.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void compare(const QByteArray& one, const QByteArray& other)
{
  AnswerShape shape;
  const QString operation = QStringLiteral("orders.page");
  shape.learn(operation, one);
  demand(shape.strangeFields(operation, one).empty(), "what was learnt is strange");
  for (const ChangeNotice& notice : shape.strangeFields(operation, other))
    demand(!notice.where.isEmpty() && !notice.sample.isEmpty(), "a notice without a place or a sample");
  demand(answerDifferences(one, one).empty(), "an answer differs from itself");
  (void)answerDifferences(one, other);
  demandReason(checkJson(one));
}

/// Some of what lies in a document, as a provider takes its records out of it.
void gather(const JsonReader& value, int depth, QByteArrayList& records)
{
  constexpr qsizetype kMost = 4;
  constexpr int kDeepest = 4;
  if (records.size() >= kMost || depth > kDeepest)
    return;
  if (depth > 0)
    records.append(value.json());
  if (value.isArray())
    for (const JsonReader& item : value.items())
      gather(item, depth + 1, records);
  if (value.isObject())
    for (const auto& [name, member] : value.members())
      gather(member, depth + 1, records);
}

void frame(const QByteArray& answer, const QByteArray& other)
{
  (void)cutAround(answer, other);
  const auto root = JsonReader::parse(answer);
  if (!root)
    return;
  QByteArrayList records;
  gather(*root, 0, records);
  for (const QByteArray& record : records) {
    const auto halves = cutAround(answer, record);
    if (!halves)
      continue;
    demand(halves->first.size() + halves->second.size() <= kLargestFrame, "a frame that is too large");
    const QByteArray whole = halves->first + record + halves->second;
    demand(JsonReader::parse(whole).has_value(), "a framed record is no answer");
    demand(cutAround(whole, record) == halves, "a framed record has another frame");
  }
}

void readCalls(const QByteArray& json)
{
  const auto call = recordedCallFrom(json);
  demandReason(call);
  if (!call || holdsByteOrderMark(json))
    return;
  demand(!call->request.url.isEmpty(), "a recorded call to nowhere");
  const QByteArray written = recordedCallJson(call->context, call->request);
  const auto again = recordedCallFrom(written);
  demand(again && recordedCallJson(again->context, again->request) == written,
         "a recorded call reads differently when written");
}

void readActions(const QByteArray& json)
{
  for (const char16_t* kind : {u"set_stock", u"mark_shipped", u"add_note", u"close_order", u"refund", u"void_payment",
                               u"close_payment", u"quote_rates", u"book_parcel", u"cancel_parcel", u"fetch_label"}) {
    const auto action = actionFromJson(kind, json);
    demandReason(action);
    if (!action)
      continue;
    const QByteArray written = actionJson(*action);
    const auto again = actionFromJson(kind, written);
    demand(again && actionJson(*again) == written, "an action reads differently when written");
  }
  const auto outcome = outcomeFromJson(json);
  demandReason(outcome);
  if (outcome)
    demandReason(outcomeFromJson(outcomeJson(*outcome)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray bytes = bytesOf(data, size);
  const qsizetype cut = bytes.indexOf('\0');
  const QByteArray one = bytes.left(cut), other = cut < 0 ? QByteArray() : bytes.mid(cut + 1);
  compare(one, other);
  readActions(one);
  frame(one, other);
  readCalls(one);
  (void)retirementDate(QString::fromUtf8(one));
  return 0;
}
