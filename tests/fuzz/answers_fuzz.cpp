/// What looks at answers beside the providers' parsers: the radar, the comparison of a replayed call, the editor of a
/// failed record, and the outbox, whose actions lie in the database as JSON. An input: two texts with a zero byte
/// between them.
#include "core/outbox/actionjson.h"
#include "core/sync/answerdiff.h"
#include "core/sync/answershape.h"
#include "core/sync/apiage.h"
#include "core/sync/mending.h"
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
  (void)retirementDate(QString::fromUtf8(one));
  return 0;
}
