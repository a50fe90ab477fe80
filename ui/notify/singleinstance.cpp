#include "ui/notify/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>

namespace supercargo {
namespace {
constexpr int kAnswerTimeoutMs = 500;

/// Two spellings of one folder must give one name; a folder that is yet to be made has no canonical path.
QString nameOf(const QString& directory)
{
  const QString canonical = QFileInfo(directory).canonicalFilePath();
  const QString path = canonical.isEmpty() ? QDir::cleanPath(QFileInfo(directory).absoluteFilePath()) : canonical;
  const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
  return QStringLiteral("supercargo-") + QString::fromLatin1(hash);
}
} // namespace

SingleInstance::SingleInstance(const QString& profileDirectory, QObject* parent)
    : QObject(parent), m_name(nameOf(profileDirectory))
{
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
      connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
      Q_EMIT raiseRequested();
      socket->disconnectFromServer();
    }
  });
}

Result<SingleInstance::Role> SingleInstance::claim()
{
  // Two starts in the same moment would both find nobody listening; the lock lets one look after the other.
  QLockFile turn(QDir::temp().filePath(m_name + QStringLiteral(".lock")));
  if (!turn.tryLock(kAnswerTimeoutMs * 2))
    return fail(ErrorKind::Conflict, QStringLiteral("another start of this profile is under way"));
  if (askRunning())
    return Role::Second;
  QLocalServer::removeServer(m_name); // what a crash left behind
  if (!m_server.listen(m_name))
    return fail(ErrorKind::Denied, m_server.errorString(), m_name);
  return Role::First;
}

bool SingleInstance::askRunning() const
{
  QLocalSocket socket;
  socket.connectToServer(m_name);
  return socket.waitForConnected(kAnswerTimeoutMs); // the event loop does not run yet
}

} // namespace supercargo
