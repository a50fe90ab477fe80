/// Single values as people and providers write them: refused with a reason, or understood so that writing them and
/// reading them again gives the same.
#include "core/base/instant.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "core/domain/courier.h"
#include "core/http/message.h"
#include "core/store/orders.h"
#include "core/transit/promises.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void readMoney(const QString& text)
{
  for (const char16_t* code : {u"JPY", u"CNY", u"KWD"}) {
    const Currency currency = *Currency::of(code);
    const auto amount = Money::parse(text, currency);
    demandReason(amount);
    if (amount)
      demand(Money::parse(amount->text(), currency) == *amount, "an amount reads differently when written");
    const auto rounded = Money::parseRounded(text, currency);
    demandReason(rounded);
    demand(!amount || rounded == amount, "an exact amount is rounded");
  }
  demandReason(Currency::of(text));
}

void readTime(const QString& text)
{
  const auto instant = parseIso(text);
  demandReason(instant);
  if (instant)
    demand(parseIso(toIso(*instant)) == *instant, "an instant reads differently when written");
  const auto local = parseLocal(text, kChinaOffset);
  demandReason(local);
  if (local) // written to the second
    demand(parseLocal(formatLocal(*local, kChinaOffset), kChinaOffset) ==
               std::chrono::floor<std::chrono::seconds>(*local),
           "a wall clock reads differently when written");
  (void)parseHttpDate(text.toLatin1());
  const auto wait = retryAfter({429, {{"Retry-After", text.toLatin1()}}, {}, {}});
  demand(!wait || wait->count() >= 0, "a wait of less than no time");
}

void readText(const QByteArray& bytes, const QString& text)
{
  if (const auto decoded = decodeGb18030(bytes)) {
    const auto encoded = encodeGb18030(*decoded);
    demand(encoded && decodeGb18030(*encoded) == *decoded, "GB18030 reads differently when written");
  }
  if (const auto decoded = decodeUtf8(bytes))
    demand(decodeUtf8(decoded->toUtf8()) == *decoded || decoded->startsWith(QChar::ByteOrderMark),
           "UTF-8 reads differently when written");
  demand(QByteArray::fromPercentEncoding(percentEncode(text)) == text.toUtf8(), "percent-encoding loses something");
  (void)javaUrlEncode(text);
  (void)maskName(text);
  (void)maskPhone(text);
  (void)maskEmail(text);
}

void readCourier(const QString& text)
{
  (void)courierNamed(text);
  const QString number = normalisedNumber(text);
  demand(normalisedNumber(number) == number, "a number changes when normalised again");
  for (const CourierCandidate& candidate : courierCandidates(text))
    demand(candidate.courier != nullptr, "a candidate without a courier");
  (void)checkDigits(text);
}

void readTyped(const QString& text)
{
  const auto position = OrderCursor::parse(text);
  demandReason(position);
  if (position) {
    const auto again = OrderCursor::parse(position->text());
    demand(again && again->value == position->value && again->id == position->id,
           "a position in a list reads differently when written");
  }
  const auto rules = parsePromiseRules(text);
  demandReason(rules);
  if (rules)
    demand(parsePromiseRules(promiseRulesText(*rules)) == *rules, "promises read differently when written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray bytes = bytesOf(data, size);
  const QString text = QString::fromUtf8(bytes);
  readMoney(text);
  readTime(text);
  readText(bytes, text);
  readCourier(text);
  readTyped(text);
  (void)checkEndpoint(text);
  return 0;
}
