#include "app/workspace/workspacelock.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace supercargo {
namespace {

tl::unexpected<Error> inUse(const QString& dir, WorkspaceLock::Mode mode)
{
  return fail(ErrorKind::Locked,
              mode == WorkspaceLock::Mode::Exclusive
                  ? QStringLiteral("the workspace is open in another program; close it first")
                  : QStringLiteral("another program is making or restoring this workspace; try again when it is done"),
              dir);
}

} // namespace

#ifdef Q_OS_WIN

Result<WorkspaceLock> WorkspaceLock::take(const QString& dir, Mode mode)
{
  const QString path = QDir::toNativeSeparators(QDir(dir).filePath(QStringLiteral("workspace.lock")));
  const DWORD share = mode == Mode::Shared ? FILE_SHARE_READ | FILE_SHARE_WRITE : 0;
  HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t*>(path.utf16()), GENERIC_READ | GENERIC_WRITE, share,
                              nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle != INVALID_HANDLE_VALUE)
    return WorkspaceLock(reinterpret_cast<qintptr>(handle));
  if (GetLastError() == ERROR_SHARING_VIOLATION)
    return inUse(dir, mode);
  return fail(ErrorKind::Denied, QStringLiteral("the workspace's folder cannot be written"), dir);
}

WorkspaceLock::~WorkspaceLock()
{
  if (m_handle != kNone)
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

#else

Result<WorkspaceLock> WorkspaceLock::take(const QString& dir, Mode mode)
{
  const QByteArray path = QFile::encodeName(QDir(dir).filePath(QStringLiteral("workspace.lock")));
  const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return fail(ErrorKind::Denied, QStringLiteral("the workspace's folder cannot be written"), dir);
  WorkspaceLock lock(file);
  if (::flock(file, (mode == Mode::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0)
    return inUse(dir, mode);
  return lock;
}

WorkspaceLock::~WorkspaceLock()
{
  if (m_handle != kNone)
    ::close(static_cast<int>(m_handle));
}

#endif

} // namespace supercargo
