#pragma once

#include "app/sandbox/sandbox.h"

#include <QAbstractHttpServer>
#include <QTimer>

namespace supercargo::sandbox {

/// The sandbox on 127.0.0.1. Writes answers itself, since faults need more freedom than QHttpServerResponder gives.
class Server : public QAbstractHttpServer {
  Q_OBJECT

public:
  explicit Server(Sandbox& sandbox, QObject* parent = nullptr);

  /// The port; 0 when it cannot be had. Tells the sandbox its origin.
  quint16 open(quint16 port);

protected:
  bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
  void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
  Sandbox& m_sandbox;
  QTimer m_tick;
};

} // namespace supercargo::sandbox
