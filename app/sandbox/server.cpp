#include "app/sandbox/server.h"

#include <QHttpServerRequest>
#include <QPointer>
#include <QTcpSocket>

#include <chrono>

using namespace std::chrono_literals;

namespace supercargo::sandbox {
namespace {
QByteArray reason(int status)
{
  switch (status) {
  case 200:
    return "OK";
  case 201:
    return "Created";
  case 400:
    return "Bad Request";
  case 401:
    return "Unauthorized";
  case 404:
    return "Not Found";
  case 429:
    return "Too Many Requests";
  default:
    break;
  }
  return status >= 500 ? "Server Error" : "Error";
}

QByteArray head(const Reply& reply)
{
  QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n";
  for (const auto& [name, value] : reply.headers)
    head += name + ": " + value + "\r\n";
  if (reply.more)
    return head + "Transfer-Encoding: chunked\r\n\r\n";
  return head + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
}

QByteArray chunk(const QByteArray& data)
{
  return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

/// Writes the next piece once the last has mostly left, so that a long answer needs little memory.
void writeMore(const QPointer<QTcpSocket>& socket, const std::function<QByteArray()>& more)
{
  if (!socket)
    return;
  if (socket->bytesToWrite() > 1 << 20) {
    QTimer::singleShot(5ms, socket, [socket, more] { writeMore(socket, more); });
    return;
  }
  const QByteArray piece = more();
  socket->write(piece.isEmpty() ? "0\r\n\r\n" : chunk(piece));
  if (!piece.isEmpty())
    QTimer::singleShot(0ms, socket, [socket, more] { writeMore(socket, more); });
}

void write(QTcpSocket* socket, const Reply& reply)
{
  if (reply.lost) {
    socket->abort();
  } else if (reply.more) {
    socket->write(head(reply) + chunk(reply.body));
    writeMore(socket, reply.more);
  } else if (reply.cut) {
    socket->write(head(reply) + reply.body.left(reply.body.size() / 2));
    socket->disconnectFromHost();
  } else {
    socket->write(head(reply) + reply.body);
  }
}

Request read(const QHttpServerRequest& request)
{
  static const QMap<QHttpServerRequest::Method, QByteArray> methods = {
      {QHttpServerRequest::Method::Get, "GET"},   {QHttpServerRequest::Method::Post, "POST"},
      {QHttpServerRequest::Method::Put, "PUT"},   {QHttpServerRequest::Method::Patch, "PATCH"},
      {QHttpServerRequest::Method::Head, "HEAD"}, {QHttpServerRequest::Method::Delete, "DELETE"}};
  Request result;
  result.method = methods.value(request.method(), "OTHER");
  result.path = request.url().path(QUrl::FullyDecoded).toUtf8();
  result.query = request.url().query(QUrl::FullyEncoded).toLatin1();
  result.body = request.body();
  for (const auto& [name, value] : request.headers())
    result.headers.emplace_back(name, value);
  return result;
}
} // namespace

Server::Server(Sandbox& sandbox, QObject* parent) : QAbstractHttpServer(parent), m_sandbox(sandbox)
{
  connect(&m_tick, &QTimer::timeout, this, [this] { m_sandbox.world().advance(); });
  m_tick.start(1s);
}

quint16 Server::open(quint16 port)
{
  const quint16 opened = listen(QHostAddress::LocalHost, port);
  m_sandbox.setOrigin(QStringLiteral("http://127.0.0.1:") + QString::number(opened));
  return opened;
}

bool Server::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
  const Reply reply = m_sandbox.answer(read(request));
  if (reply.delayMs > 0)
    QTimer::singleShot(reply.delayMs, socket, [socket, reply] { write(socket, reply); });
  else
    write(socket, reply);
  return true;
}

void Server::missingHandler(const QHttpServerRequest&, QTcpSocket*) {}

} // namespace supercargo::sandbox
