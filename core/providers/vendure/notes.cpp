#include "core/providers/vendure/vendure.h"

/// The shop takes the same note as often as it is sent. Whether one whose answer was lost has arrived is seen in the
/// order's history: the same words, not before we wanted them.
namespace supercargo::vendure {
namespace {

constexpr std::chrono::minutes kClocksDiffer{10};
constexpr char kNotes[] = "query Notes($id: ID!) { order(id: $id) { id history(options: { take: 100, sort: { "
                          "createdAt: DESC } }) { items { id type createdAt data } } } }";

bool isOurs(const JsonReader& entry, const AddOrderNote& wanted, const std::optional<Instant>& askedAt)
{
  return entry["type"].text() == QLatin1String("ORDER_NOTE") &&
         entry["data"]["note"].textIfAny().value_or(QString()) == wanted.text &&
         (!askedAt || entry["createdAt"].instant() > *askedAt - kClocksDiffer);
}

} // namespace

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  const auto* note = std::get_if<AddOrderNote>(&action.what);
  if (!note)
    return std::nullopt;
  return request(context, kNotes, {{QStringLiteral("id"), note->orderExternalId}}, QStringLiteral("note.query"));
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action& action, const HttpResponse& got)
{
  const auto* wanted = std::get_if<AddOrderNote>(&action.what);
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  std::optional<ActionOutcome> found;
  for (const JsonReader& entry : order["history"]["items"].items())
    if (!found && wanted && isOurs(entry, *wanted, action.askedAt)) {
      found.emplace();
      found->accepted = true;
      found->externalId = order["id"].text();
    }
  SC_TRY(order.check());
  return found;
}

} // namespace supercargo::vendure
