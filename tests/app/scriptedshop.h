#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>

namespace supercargo::test {

/// A WooCommerce that answers what a test wants to hear, on loopback, in the test's own process.
class ScriptedShop : public QSslServer {
public:
  struct Answer {
    int status = 200;
    QByteArray body = "[]";
    QByteArray type = "application/json";
    qsizetype promised = -1; ///< Content-Length when it is not the truth
  };
  using Script = std::function<Answer(const QByteArray& path)>;

  explicit ScriptedShop(Script script) : m_script(std::move(script)) { listen(QHostAddress::LocalHost); }
  ScriptedShop(const QSslCertificate& certificate, const QSslKey& key, Script script) : ScriptedShop(std::move(script))
  {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    setSslConfiguration(configuration);
    m_tls = true;
  }

  void setScript(Script script) { m_script = std::move(script); }
  QString endpoint() const
  {
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(serverPort());
  }

protected:
  void incomingConnection(qintptr descriptor) override
  {
    if (m_tls) {
      QSslServer::incomingConnection(descriptor);
      connect(this, &QSslServer::pendingConnectionAvailable, this, [this] { serve(nextPendingConnection()); });
      return;
    }
    auto* socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    serve(socket);
  }

private:
  void serve(QTcpSocket* socket)
  {
    if (!socket)
      return;
    connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
      const QByteArray request = socket->readAll();
      if (!request.contains("\r\n\r\n"))
        return;
      const Answer answer = m_script(request.split(' ').value(1));
      const qsizetype length = answer.promised < 0 ? answer.body.size() : answer.promised;
      socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nContent-Type: " + answer.type +
                    "\r\nX-WP-Total: 1\r\nX-WP-TotalPages: 1\r\nContent-Length: " + QByteArray::number(length) +
                    "\r\nConnection: close\r\n\r\n" + answer.body);
      socket->disconnectFromHost();
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
  }

  Script m_script;
  bool m_tls = false;
};

/// An order as WooCommerce tells it, with one line; tests spoil what they are about.
inline QJsonObject wooOrder(int id, const QDateTime& at)
{
  const QString time = at.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
  const QJsonObject line{
      {QStringLiteral("id"), 10 * id},
      {QStringLiteral("name"), QStringLiteral("Lamp")},
      {QStringLiteral("product_id"), 1},
      {QStringLiteral("variation_id"), 0},
      {QStringLiteral("quantity"), 1},
      {QStringLiteral("subtotal"), QStringLiteral("10.00")},
      {QStringLiteral("subtotal_tax"), QStringLiteral("0.00")},
      {QStringLiteral("total"), QStringLiteral("10.00")},
      {QStringLiteral("total_tax"), QStringLiteral("0.00")},
      {QStringLiteral("sku"), QStringLiteral("L-1")},
      {QStringLiteral("price"), 10},
      {QStringLiteral("meta_data"), QJsonArray()},
  };
  return {{QStringLiteral("id"), id},
          {QStringLiteral("number"), QString::number(id)},
          {QStringLiteral("status"), QStringLiteral("processing")},
          {QStringLiteral("currency"), QStringLiteral("CNY")},
          {QStringLiteral("date_created_gmt"), time},
          {QStringLiteral("date_modified_gmt"), time},
          {QStringLiteral("date_paid_gmt"), time},
          {QStringLiteral("date_completed_gmt"), QJsonValue::Null},
          {QStringLiteral("discount_total"), QStringLiteral("0.00")},
          {QStringLiteral("discount_tax"), QStringLiteral("0.00")},
          {QStringLiteral("shipping_total"), QStringLiteral("0.00")},
          {QStringLiteral("shipping_tax"), QStringLiteral("0.00")},
          {QStringLiteral("total"), QStringLiteral("10.00")},
          {QStringLiteral("total_tax"), QStringLiteral("0.00")},
          {QStringLiteral("prices_include_tax"), false},
          {QStringLiteral("customer_id"), 0},
          {QStringLiteral("customer_note"), QString()},
          {QStringLiteral("payment_method"), QStringLiteral("bacs")},
          {QStringLiteral("payment_method_title"), QStringLiteral("Bank")},
          {QStringLiteral("transaction_id"), QString()},
          {QStringLiteral("billing"), QJsonObject{{QStringLiteral("first_name"), QStringLiteral("Uma")}}},
          {QStringLiteral("shipping"), QJsonObject{{QStringLiteral("country"), QStringLiteral("CN")}}},
          {QStringLiteral("line_items"), QJsonArray{line}},
          {QStringLiteral("refunds"), QJsonArray()},
          {QStringLiteral("meta_data"), QJsonArray()}};
}

} // namespace supercargo::test
