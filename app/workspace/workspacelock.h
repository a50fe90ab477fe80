#pragma once

#include "core/base/result.h"

#include <QString>

namespace supercargo {

/// Keeps other processes from replacing a workspace while this one uses it. Everybody who opens it holds the lock
/// together
/// (`Shared`: SQLite's log and busy timeout order their writes, PostgreSQL needs neither); making and restoring one
/// need it alone (`Exclusive`). The operating system lets go of it when the process ends in any way.
class WorkspaceLock {
public:
  enum class Mode { Shared, Exclusive };

  /// Locked when another process holds it in a way that forbids this; Denied when the folder cannot be used.
  static Result<WorkspaceLock> take(const QString& dir, Mode mode);

  WorkspaceLock(WorkspaceLock&& other) noexcept : m_handle(std::exchange(other.m_handle, kNone)) {}
  WorkspaceLock& operator=(WorkspaceLock&& other) noexcept
  {
    std::swap(m_handle, other.m_handle);
    return *this;
  }
  ~WorkspaceLock();

private:
  static constexpr qintptr kNone = -1;
  explicit WorkspaceLock(qintptr handle) : m_handle(handle) {}
  qintptr m_handle = kNone; ///< a file descriptor, on Windows a HANDLE
};

} // namespace supercargo
