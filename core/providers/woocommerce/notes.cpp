#include "core/providers/woocommerce/woocommerce.h"

/// The shop takes the same note as often as it is sent. Whether one whose answer was lost has arrived is seen in the
/// order's list of notes: the same words to the same reader, not before we wanted them.
namespace supercargo::woocommerce {
namespace {

constexpr std::chrono::minutes kClocksDiffer{10};

bool isOurs(const JsonReader& note, const AddOrderNote& wanted, const std::optional<Instant>& askedAt)
{
  const auto at = note["date_created_gmt"].localInstantIfAny(std::chrono::seconds(0));
  return note["note"].textIfAny().value_or(QString()).simplified() == wanted.text.simplified() &&
         note["customer_note"].boolean() == wanted.visibleToBuyer &&
         (!at || !askedAt || *at > *askedAt - kClocksDiffer);
}

} // namespace

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  const auto* note = std::get_if<AddOrderNote>(&action.what);
  if (!note)
    return std::nullopt;
  return request(context, "GET", QStringLiteral("orders/") + note->orderExternalId + QStringLiteral("/notes"), Query(),
                 QStringLiteral("note.query"));
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action& action, const HttpResponse& got)
{
  const auto* wanted = std::get_if<AddOrderNote>(&action.what);
  SC_TRY_ASSIGN(notes, JsonReader::parse(got.body));
  std::optional<ActionOutcome> found;
  for (const JsonReader& note : notes.items())
    if (!found && wanted && isOurs(note, *wanted, action.askedAt)) {
      found.emplace();
      found->accepted = true;
      found->externalId = note["id"].text();
    }
  SC_TRY(notes.check());
  return found;
}

} // namespace supercargo::woocommerce
