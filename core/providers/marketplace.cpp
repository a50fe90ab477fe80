#include "core/providers/marketplace.h"

#include "core/domain/courier.h"

#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace supercargo {

std::vector<Span> spanPieces(Instant from, Instant to, std::chrono::seconds longest)
{
  std::vector<Span> pieces;
  for (Instant at = from; at < to || pieces.empty(); at += longest)
    pieces.push_back({at, std::min<Instant>(at + longest, to)});
  return pieces;
}

Result<std::array<Span, 2>> halves(const Span& span, const char* platform)
{
  using std::chrono::floor, std::chrono::seconds;
  constexpr Instant kFirstShops = std::chrono::sys_days(std::chrono::year(2003) / 1 / 1); // no time: from the beginning
  const Instant from = floor<seconds>(std::max(span.from, kFirstShops)), to = floor<seconds>(span.to);
  if (to <= from)
    return fail(ErrorKind::Rejected,
                QStringLiteral("%1 shows only some of the goods that were changed at %2, which are too many for its "
                               "list: change a part of them once more in the shop, so that their times differ, and "
                               "read the goods again")
                    .arg(QLatin1String(platform), formatLocal(to, kChinaOffset)));
  const Instant middle = floor<seconds>(from + (to - from) / 2);
  return std::array{Span{from, middle}, Span{middle + seconds(1), to}};
}

bool saysTooDeep(const Declaration& declaration, const HttpRequest& sent, const Error& error)
{
  return sent.state.startsWith(QLatin1String("page ")) && error.kind == ErrorKind::Rejected &&
         declaration.says("depth_words", error.detail);
}

QString pageState(qint64 page)
{
  return QStringLiteral("page %1").arg(page);
}

std::optional<qint64> followingPage(const QString& state, qint64 total, int pageSize, qint64 firstPage)
{
  if (state.startsWith(QLatin1String("page "))) {
    const qint64 next = state.mid(5).toLongLong() - 1;
    return next >= firstPage ? std::optional(next) : std::nullopt;
  }
  if (state != QLatin1String("learn") || total <= pageSize || total > std::numeric_limits<int>::max())
    return std::nullopt;
  return firstPage + (total - 1) / pageSize;
}

QString shopId(const JsonReader& node)
{
  const QString id = textOf(node);
  return id == QLatin1String("0") ? QString() : id;
}

std::optional<Instant> chinaTime(const JsonReader& node)
{
  if (node.isString()) {
    const QString text = node.text();
    if (text.startsWith(QLatin1String("0001-01-01")) || text.startsWith(QLatin1String("1970-01-01 00:00:00")))
      return std::nullopt;
  }
  return node.localInstantIfAny(kChinaOffset);
}

std::optional<Instant> unixTime(const JsonReader& node)
{
  constexpr qint64 kYear2500 = 16'725'225'600;
  const qint64 seconds = node.integerIfAny().value_or(0);
  if (seconds == 0)
    return std::nullopt;
  if (seconds < 0 || seconds > kYear2500) {
    node.problem(QStringLiteral("no possible time: %1").arg(seconds));
    return std::nullopt;
  }
  return Instant(std::chrono::seconds(seconds));
}

std::optional<Instant> unixMilliseconds(const JsonReader& node)
{
  constexpr qint64 kYear2500 = 16'725'225'600'000;
  const qint64 ms = node.integerIfAny().value_or(0);
  return ms > 0 && ms < kYear2500 ? std::optional(fromMs(ms)) : std::nullopt;
}

void addTo(Money& sum, Money amount, const JsonReader& node)
{
  const auto result = sum.plus(amount);
  if (!result)
    node.problem(result.error().detail);
  sum = result.value_or(sum);
}

void noteChange(Snapshots& out, ChangeNotice::Kind kind, const char* where, const QString& sample)
{
  ChangeNotice notice{kind, QString::fromLatin1(where), sample.left(60)};
  if (std::find(out.changes.begin(), out.changes.end(), notice) == out.changes.end())
    out.changes.push_back(std::move(notice));
}

void readOrderStatus(const StatusRow* row, const char* where, OrderSnapshot& order, Snapshots& out)
{
  if (!row) {
    order.warnings.append(QStringLiteral("unknown order status \"%1\"").arg(order.rawStatus));
    noteChange(out, ChangeNotice::Kind::Value, where, order.rawStatus);
    return;
  }
  if (row->order == OrderStatus::Unknown)
    order.warnings.append(QStringLiteral("the shop itself calls this order abnormal"));
  order.status = row->order;
  order.payment = row->payment;
  order.fulfilment = row->fulfilment;
  order.shippable = row->shippable;
}

AftersaleStatus aftersaleOf(const Declaration& declaration, const char* table, const QString& raw, const char* where,
                            Snapshots& out)
{
  if (raw.isEmpty())
    return AftersaleStatus::None;
  const QJsonObject names = declaration.extra.value(QLatin1String(table)).toObject();
  if (!names.contains(raw))
    noteChange(out, ChangeNotice::Kind::Value, where, raw);
  return aftersaleStatusNamed(names.value(raw).toString()).value_or(AftersaleStatus::Unknown);
}

QString valueOf(const Declaration& declaration, const char* table, const QString& raw, const char* where,
                Snapshots& out)
{
  const QJsonObject values = declaration.extra.value(QLatin1String(table)).toObject();
  if (!raw.isEmpty() && !values.contains(raw))
    noteChange(out, ChangeNotice::Kind::Value, where, raw);
  return values.value(raw).toString(raw);
}

AftersaleStatus graver(AftersaleStatus one, AftersaleStatus other)
{
  static const std::array<AftersaleStatus, 9> kFromCalm{
      AftersaleStatus::None,      AftersaleStatus::Closed,
      AftersaleStatus::Succeeded, AftersaleStatus::Refused,
      AftersaleStatus::Refunding, AftersaleStatus::AwaitReturn,
      AftersaleStatus::Requested, AftersaleStatus::AwaitMerchantReceipt,
      AftersaleStatus::Unknown};
  const auto place = [](AftersaleStatus status) { return std::find(kFromCalm.begin(), kFromCalm.end(), status); };
  return place(one) < place(other) ? other : one;
}

void settleOrder(OrderSnapshot& order)
{
  for (const RefundSnapshot& refund : order.refunds) {
    order.aftersale = graver(order.aftersale, refund.status);
    if (refund.status == AftersaleStatus::Succeeded)
      order.refunded = order.refunded.plus(refund.amount).value_or(order.refunded);
  }
  if (order.refunded.minor() > 0 && (order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Cod))
    order.payment =
        order.refunded.minor() >= order.paid.minor() ? PaymentStatus::Refunded : PaymentStatus::PartiallyRefunded;
  const bool running = order.aftersale == AftersaleStatus::Requested || order.aftersale == AftersaleStatus::Refunding ||
                       order.aftersale == AftersaleStatus::AwaitReturn ||
                       order.aftersale == AftersaleStatus::AwaitMerchantReceipt;
  if (order.shippable && running) {
    order.shippable = false;
    order.warnings.append(QStringLiteral("a refund is under way: ask before shipping"));
  }
  if (order.shippable && order.shipTo.street.isEmpty() && order.shipTo.name.isEmpty()) {
    order.shippable = false;
    order.warnings.append(QStringLiteral("the shop tells no receiver"));
  }
  if (order.total.minor() < 0)
    order.warnings.append(QStringLiteral("the total is negative"));
  for (const LineSnapshot& line : order.lines)
    if (line.quantity <= 0)
      order.warnings.append(QStringLiteral("line %1 has the quantity %2").arg(line.externalId).arg(line.quantity));
}

void reportFailure(const JsonReader& record, const char* idKey, Snapshots& out)
{
  const JsonReader id = record[idKey].isolated();
  out.failures.push_back(
      {id.hasValue() ? id.text() : QString(), record.problems().join(QStringLiteral("; ")), record.json()});
}

const ListedCourier* findListed(const std::vector<ListedCourier>& list, const QString& code, const QString& name)
{
  const Courier* wanted = findCourier(code) ? findCourier(code) : courierNamed(name);
  for (const ListedCourier& one : list) {
    const Courier* known = courierNamed(one.name) ? courierNamed(one.name) : courierNamed(one.code);
    if (wanted ? known == wanted : one.code == code || one.id == code || (!name.isEmpty() && one.name == name))
      return &one;
  }
  return nullptr;
}

bool takesWholeOrder(const MarkShipped& action, const std::vector<LineSnapshot>& lines)
{
  if (action.lines.empty())
    return true;
  return std::all_of(lines.begin(), lines.end(), [&](const LineSnapshot& line) {
    qint64 left = line.quantity;
    for (const auto& [id, quantity] : action.lines)
      left -= id == line.externalId ? std::clamp<qint64>(quantity, 0, line.quantity) : 0;
    return left <= 0;
  });
}

std::optional<QString> withMemo(const QString& memo, const QString& text)
{
  if ((u'\n' + memo + u'\n').contains(u'\n' + text + u'\n'))
    return std::nullopt;
  return memo.isEmpty() ? text : memo + u'\n' + text;
}

tl::unexpected<Error> cannot(const char* platform)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a shop on %1 cannot do this").arg(QLatin1String(platform)));
}

} // namespace supercargo
