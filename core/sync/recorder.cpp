#include "core/sync/recorder.h"

#include <QUrl>

namespace supercargo {

CallRecord callRecord(const Mask& mask, AccountId account, const HttpRequest& sent, const HttpResponse* answer,
                      Instant sentAt, Instant endedAt)
{
  CallRecord call;
  call.account = account;
  call.at = sentAt;
  call.operation = sent.operation;
  call.method = QString::fromLatin1(sent.method);
  call.host = QUrl::fromEncoded(sent.url).host();
  call.path = mask.path(sent.url);
  call.duration = std::max(std::chrono::milliseconds(0), endedAt - sentAt);
  call.request = mask.request(sent);
  if (answer) {
    call.status = answer->status;
    call.bytes = answer->body.size();
    call.response = mask.response(*answer);
  }
  return call;
}

bool holdsWholeAnswer(const CallRecord& call)
{
  return call.bytes <= Mask::kKeptBody && !call.response.endsWith(Mask::kNoText);
}

void keepCall(Database& database, CallRecord call)
{
  database.write([call = packedCall(std::move(call))](Connection& c, ChangeSet& changes) -> Result<void> {
    changes.calls = true;
    SC_TRY(recordCall(c, call));
    return {};
  });
}

QString storedText(Stream stream, const UpsertCount& count)
{
  QStringList parts;
  const auto add = [&](qint64 n, const char* what) {
    if (n > 0)
      parts << QStringLiteral("%1 %2").arg(n).arg(QLatin1String(what));
  };
  add(count.inserted, "new");
  add(count.changed, "changed");
  add(count.failed, "not stored");
  if (parts.isEmpty())
    parts << QStringLiteral("nothing new");
  return QStringLiteral("%1: %2").arg(streamName(stream), parts.join(QLatin1String(", ")));
}

} // namespace supercargo
