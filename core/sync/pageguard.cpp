#include "core/sync/pageguard.h"

#include "core/base/crypto.h"

#include <algorithm>

namespace supercargo {
namespace {

QByteArray digestOf(const HttpRequest& request)
{
  return crypto::digest(crypto::Hash::Sha256, request.method + '\n' + request.url + '\n' + request.body + '\n' +
                                                  request.operation.toUtf8() + '\n' + request.state.toUtf8());
}

/// Pages of one list have operation and path in common.
QByteArray listOf(const HttpRequest& request)
{
  const auto query = request.url.indexOf('?');
  return request.operation.toUtf8() + '\n' + (query < 0 ? request.url : request.url.left(query));
}

} // namespace

Result<void> PageGuard::admit(const HttpRequest& request)
{
  if (++m_seen[digestOf(request)] > kMostRepeats)
    return fail(ErrorKind::BadResponse,
                QStringLiteral("paging goes in a circle: the same page was asked for again and again"),
                request.operation);
  const QByteArray list = listOf(request);
  const qint64 sent = ++m_sent[list];
  if (const auto allowed = m_allowed.constFind(list); allowed != m_allowed.cend() && sent > *allowed)
    return fail(ErrorKind::BadResponse,
                QStringLiteral("paging does not end: %1 pages were read and there are still more").arg(sent - 1),
                request.operation);
  return {};
}

void PageGuard::learnTotal(const HttpRequest& request, qint64 total, int pageSize)
{
  const qint64 size = std::max(1, pageSize);
  qint64& allowed = m_allowed[listOf(request)];
  // A total may shrink while reading; the largest one counts.
  allowed = std::max(allowed, (std::max<qint64>(0, total) + size - 1) / size + kSlack);
}

} // namespace supercargo
