#include "core/sync/recipientquestion.h"

namespace supercargo {

RecipientQuestion::RecipientQuestion(AccountLink* shop, Database& database, RecipientSource source)
    : m_shop(shop), m_database(database), m_source(std::move(source))
{
}

RecipientQuestion::~RecipientQuestion()
{
  if (m_asking)
    m_shop->cancel(*m_asking);
}

void RecipientQuestion::ask(Told told)
{
  m_told = std::move(told);
  if (!m_shop)
    tell(fail(cannotReveal(m_source, {})));
  else if (!m_shop->provider().functions.askRecipient)
    tell(fail(cannotReveal(m_source, m_shop->provider().declaration.name.en)));
  else
    send(m_shop->provider().functions.askRecipient(m_shop->context(), m_source.orderExternalId));
}

void RecipientQuestion::send(HttpRequest request)
{
  Call call;
  call.context = m_shop->context();
  call.request = std::move(request);
  call.priority = Priority::Foreground;
  call.isConfidential = true;
  call.read = [this, context = call.context](const HttpRequest& sent, const HttpResponse& got) -> Result<void> {
    SC_TRY_ASSIGN(step, m_shop->provider().functions.parseRecipient(context, m_step.recipient, sent, got));
    m_step = std::move(step);
    return {};
  };
  call.done = [this](CallEnd end) {
    m_asking.reset();
    answered(std::move(end));
  };
  m_asking = m_shop->send(std::move(call));
}

void RecipientQuestion::answered(CallEnd end)
{
  if (!end.result) {
    Error error = end.result.error();
    error.detail = QStringLiteral("the shop did not tell the receiver: ") + error.detail;
    tell(fail(error));
    return;
  }
  keepCall(m_database, std::move(end.record));
  if (auto next = std::exchange(m_step.next, std::nullopt)) {
    send(std::move(*next));
    return;
  }
  const AddressSnapshot& told = m_step.recipient;
  if (isMasked(told) || told.name.isEmpty() || told.phone.isEmpty() || told.street.isEmpty())
    tell(fail(ErrorKind::Rejected, QStringLiteral("the shop still shows the receiver masked"), m_source.orderNumber));
  else
    tell(told);
}

/// The listener may end the question, so nothing of it is touched after.
void RecipientQuestion::tell(const Result<AddressSnapshot>& answer)
{
  const Told told = std::move(m_told);
  told(answer);
}

} // namespace supercargo
