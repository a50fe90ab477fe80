#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

#include <array>

/// What the shops of China's platforms have in common. Pure.
namespace supercargo {

/// All amounts and times of these platforms; the wall clock is China's, whatever the zone of this computer.
inline constexpr Currency kYuan{};

/// A span of time, both ends included.
struct Span {
  Instant from{}, to{};
};

/// Pieces no longer than the API allows, oldest first. The engine plans such windows itself, but repairs a whole month
/// at once after an audit.
std::vector<Span> spanPieces(Instant from, Instant to, std::chrono::seconds longest);
/// Lists end at some depth: the part of one that was changed in a span is read as two of half as long, as often as it
/// takes. They have no second in common and leave none out. The error: one second has more than the platform shows.
Result<std::array<Span, 2>> halves(const Span& span, const char* platform);
/// A page is refused although the list has it: the platform shows less of it than was known.
bool saysTooDeep(const Declaration& declaration, const HttpRequest& sent, const Error& error);

/// Numbered lists are read from the last page to the first: records that leave the window while it is read then only
/// move others to pages that are still to come. HttpRequest::state says where a run stands: "learn" (the first page,
/// to learn how many there are) or "page 7".
QString pageState(qint64 page);
/// The page to ask for after the one of `state`; nullopt: that was the last to be read.
std::optional<qint64> followingPage(const QString& state, qint64 total, int pageSize, qint64 firstPage);

/// Ids as the platforms write them, text or number; 0 stands for "none" and gives empty text.
QString shopId(const JsonReader& node);
/// China's wall clock; empty, 0001-01-01 and 1970-01-01 00:00:00 mean "none".
std::optional<Instant> chinaTime(const JsonReader& node);
/// Seconds since 1970; 0 means "none".
std::optional<Instant> unixTime(const JsonReader& node);
/// Milliseconds since 1970; 0 and what no calendar reaches mean "none".
std::optional<Instant> unixMilliseconds(const JsonReader& node);
/// A sum; beyond 64 bits is a fault of the record.
void addTo(Money& sum, Money amount, const JsonReader& node);

/// Fills the states from a row of the declaration's table. No row: the status is unknown, warned of and noted as a
/// change.
void readOrderStatus(const StatusRow* row, const char* where, OrderSnapshot& order, Snapshots& out);
/// A raw after-sales status by a table of `extra`; an unknown one is noted. Empty text is None.
AftersaleStatus aftersaleOf(const Declaration& declaration, const char* table, const QString& raw, const char* where,
                            Snapshots& out);
/// A raw value in a table of `extra`; an unknown one stays as it is and is noted.
QString valueOf(const Declaration& declaration, const char* table, const QString& raw, const char* where,
                Snapshots& out);
/// Notes a change once for each cause and sample.
void noteChange(Snapshots& out, ChangeNotice::Kind kind, const char* where, const QString& sample);

/// The state that asks most for somebody's attention.
AftersaleStatus graver(AftersaleStatus one, AftersaleStatus other);
/// After lines and refunds are read: what has been refunded, the state of payment, and whether a refund that is under
/// way, or a missing receiver, forbids shipping.
void settleOrder(OrderSnapshot& order);

/// A record's faults, with its id where it can be read.
void reportFailure(const JsonReader& record, const char* idKey, Snapshots& out);

/// What a platform's list of couriers calls ours. Empty: it has no such courier.
struct ListedCourier {
  QString id, code, name;
};
const ListedCourier* findListed(const std::vector<ListedCourier>& list, const QString& code, const QString& name);

/// The parcel takes all lines of the order whole; no line named means all.
bool takesWholeOrder(const MarkShipped& action, const std::vector<LineSnapshot>& lines);

/// Seller memos are one text: ours is added below what stands there. nullopt: it is there already.
std::optional<QString> withMemo(const QString& memo, const QString& text);

/// A capability that the platform does not offer.
tl::unexpected<Error> cannot(const char* platform);

} // namespace supercargo
