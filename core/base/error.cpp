#include "core/base/error.h"

namespace supercargo {

QString errorKindName(ErrorKind kind)
{
  switch (kind) {
  case ErrorKind::Network:
    return QStringLiteral("network");
  case ErrorKind::Timeout:
    return QStringLiteral("timeout");
  case ErrorKind::RateLimited:
    return QStringLiteral("rate_limited");
  case ErrorKind::Auth:
    return QStringLiteral("auth");
  case ErrorKind::Config:
    return QStringLiteral("config");
  case ErrorKind::Clock:
    return QStringLiteral("clock");
  case ErrorKind::TooLarge:
    return QStringLiteral("too_large");
  case ErrorKind::Rejected:
    return QStringLiteral("rejected");
  case ErrorKind::ProviderDown:
    return QStringLiteral("provider_down");
  case ErrorKind::BadResponse:
    return QStringLiteral("bad_response");
  case ErrorKind::Database:
    return QStringLiteral("database");
  case ErrorKind::DiskFull:
    return QStringLiteral("disk_full");
  case ErrorKind::Conflict:
    return QStringLiteral("conflict");
  case ErrorKind::Denied:
    return QStringLiteral("denied");
  case ErrorKind::Locked:
    return QStringLiteral("locked");
  case ErrorKind::Cancelled:
    return QStringLiteral("cancelled");
  case ErrorKind::NotFound:
    return QStringLiteral("not_found");
  case ErrorKind::Invalid:
    return QStringLiteral("invalid");
  }
  Q_UNREACHABLE();
}

bool isTransient(ErrorKind kind)
{
  return kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::RateLimited ||
         kind == ErrorKind::ProviderDown || kind == ErrorKind::BadResponse;
}

bool isOfDatabase(ErrorKind kind)
{
  return kind == ErrorKind::Database || kind == ErrorKind::DiskFull;
}

} // namespace supercargo
