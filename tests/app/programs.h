#pragma once

#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

/// The real programs, run as a person or a script would.
namespace supercargo::test {

inline QString program(const char* name)
{
  return programDir() + QStringLiteral("/") + QLatin1String(name);
}

struct Ran {
  int status = -1;
  QByteArray out, err;
  QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
  QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
  QJsonObject error() const
  {
    return QJsonDocument::fromJson(err.trimmed().split('\n').last()).object().value(QStringLiteral("error")).toObject();
  }
  QByteArray all() const { return "exit " + QByteArray::number(status) + "\n" + out + "\n" + err; }
};

/// A workspace in a folder that ends with the test, and the command line on it.
class Profile {
public:
  QString dir() const { return m_dir.filePath(QStringLiteral("profile")); }
  QString file(const QString& name) const { return m_dir.filePath(name); }

  QStringList arguments(const QStringList& words) const
  {
    return QStringList{QStringLiteral("--profile"), dir(), QStringLiteral("--json")} + words;
  }
  QProcessEnvironment environment() const
  {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SUPERCARGO_PASSPHRASE"), m_passphrase);
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    return environment;
  }

  Ran run(const QStringList& words, const QByteArray& input = {}) const
  {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program("supercargo-cli"), arguments(words));
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
  }

  Ran init(const QStringList& more = {}) const
  {
    return run(QStringList{QStringLiteral("init"), QStringLiteral("--shop"), QStringLiteral("Test"),
                           QStringLiteral("--currency"), QStringLiteral("CNY"), QStringLiteral("--time-zone"),
                           QStringLiteral("Asia/Shanghai"), QStringLiteral("--protect"), QStringLiteral("passphrase")} +
               more);
  }

  /// For a shop whose real limits would make a test wait for minutes.
  Ran initHasty() const { return init({QStringLiteral("--simulated")}); }

  void setPassphrase(const QString& passphrase) { m_passphrase = passphrase; }

private:
  QTemporaryDir m_dir;
  QString m_passphrase = QStringLiteral("planted-passphrase-77");
};

/// A running supercargo-sandbox.
class World {
public:
  explicit World(const QStringList& options)
  {
    m_process.start(program("supercargo-sandbox"), QStringList{QStringLiteral("--json")} + options);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {
    }
    m_announcement = QJsonDocument::fromJson(m_process.readLine()).object();
  }
  ~World()
  {
    m_process.closeWriteChannel();
    m_process.terminate();
    m_process.waitForFinished(10'000);
  }

  bool isReady() const { return m_announcement.value(QStringLiteral("ready")).toBool(); }
  QJsonObject account(const QString& provider) const
  {
    for (const QJsonValue account : m_announcement.value(QStringLiteral("accounts")).toArray())
      if (account[QStringLiteral("provider")].toString() == provider)
        return account.toObject();
    return {};
  }

  QJsonObject control(const QString& path, const QJsonObject& body = {}) const
  {
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/control/%2")
                                     .arg(m_announcement.value(QStringLiteral("port")).toInt())
                                     .arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = body.isEmpty() ? network.get(request) : network.post(request, QJsonDocument(body).toJson());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll()).object();
  }
  void freeze() const { control(QStringLiteral("freeze"), {{QStringLiteral("on"), true}}); }

private:
  QProcess m_process;
  QJsonObject m_announcement;
};

inline QByteArray secretLines(const QJsonObject& account)
{
  QByteArray text;
  const QJsonObject fields = account.value(QStringLiteral("fields")).toObject();
  for (const QString& name : fields.keys())
    text += name.toUtf8() + "=" + fields.value(name).toString().toUtf8().replace("\n", "") + "\n";
  return text;
}

inline Ran addAccount(const Profile& profile, const QJsonObject& account, const QByteArray& lines = {},
                      const QString& endpoint = {})
{
  const QString provider = account.value(QStringLiteral("provider")).toString();
  return profile.run({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"), provider,
                      QStringLiteral("--name"), provider, QStringLiteral("--endpoint"),
                      endpoint.isEmpty() ? account.value(QStringLiteral("endpoint")).toString() : endpoint,
                      QStringLiteral("--secrets-stdin")},
                     lines.isEmpty() ? secretLines(account) : lines);
}

/// external id -> what a shop or our list says of it, so that two worlds can be compared.
inline QMap<QString, QString> truth(const World& world, const QString& provider)
{
  QMap<QString, QString> rows;
  const QJsonObject answer = world.control(QStringLiteral("orders?provider=") + provider);
  for (const QJsonValue order : answer.value(QStringLiteral("orders")).toArray())
    // Vendure places an order with its payment; what was never paid stays a cart there, and carts are not stored.
    if (provider != QStringLiteral("vendure") || order[QStringLiteral("trade_no")].isString())
      rows.insert(order[QStringLiteral("id")].toString(), QStringLiteral("%1 total %2 refunded %3 lines %4")
                                                              .arg(order[QStringLiteral("number")].toString())
                                                              .arg(order[QStringLiteral("total_minor")].toInteger())
                                                              .arg(order[QStringLiteral("refunded_minor")].toInteger())
                                                              .arg(order[QStringLiteral("lines")].toInteger()));
  return rows;
}

inline QMap<QString, QString> listed(const Profile& profile)
{
  QMap<QString, QString> rows;
  for (const QJsonValue order :
       profile.run({QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("all")})
           .array()) {
    const QString id = order[QStringLiteral("external_id")].toString();
    // An order listed twice would differ from the truth, not hide behind the other.
    rows.insert(rows.contains(id) ? id + QStringLiteral(" again") : id,
                QStringLiteral("%1 total %2 refunded %3 lines %4")
                    .arg(order[QStringLiteral("number")].toString())
                    .arg(order[QStringLiteral("total")][QStringLiteral("minor")].toInteger())
                    .arg(order[QStringLiteral("refunded")][QStringLiteral("minor")].toInteger())
                    .arg(order[QStringLiteral("lines")].toInteger()));
  }
  return rows;
}

/// The first few differences, for the message of a failing test.
inline QString difference(const QMap<QString, QString>& got, const QMap<QString, QString>& wanted)
{
  QStringList lines{QStringLiteral("%1 rows instead of %2").arg(got.size()).arg(wanted.size())};
  for (const auto& [id, row] : wanted.toStdMap())
    if (got.value(id) != row && lines.size() < 8)
      lines += QStringLiteral("%1: got \"%2\", wanted \"%3\"").arg(id, got.value(id), row);
  for (const QString& id : got.keys())
    if (!wanted.contains(id) && lines.size() < 8)
      lines += QStringLiteral("%1 is not in the shop").arg(id);
  return lines.join(u'\n');
}

} // namespace supercargo::test
