#include "app/sandbox/http.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
QString decoded(QByteArray part)
{
  return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
}

Reply reply(QByteArray body, QByteArray type, int status)
{
  Reply reply;
  reply.status = status;
  reply.body = std::move(body);
  reply.setHeader("Content-Type", type);
  return reply;
}
} // namespace

Fields decodedFields(QByteArrayView encoded)
{
  Fields fields;
  for (const QByteArray& part : encoded.toByteArray().split('&')) {
    if (part.isEmpty())
      continue;
    const qsizetype equals = part.indexOf('=');
    fields.emplaceBack(decoded(part.left(equals < 0 ? part.size() : equals)),
                       equals < 0 ? u""_s : decoded(part.mid(equals + 1)));
  }
  return fields;
}

QString fieldValue(const Fields& fields, QStringView name)
{
  for (const auto& [key, value] : fields)
    if (key == name)
      return value;
  return {};
}

QByteArray Request::header(QByteArrayView name) const
{
  for (const auto& [key, value] : headers)
    if (key.compare(name, Qt::CaseInsensitive) == 0)
      return value;
  return {};
}

void Reply::setHeader(QByteArrayView name, QByteArrayView value)
{
  headers.emplace_back(name.toByteArray(), value.toByteArray());
}

Reply jsonReply(const QJsonObject& object, int status)
{
  return reply(QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json; charset=UTF-8", status);
}

Reply listReply(const QJsonArray& array)
{
  return reply(QJsonDocument(array).toJson(QJsonDocument::Compact), "application/json; charset=UTF-8", 200);
}

Reply htmlReply(const QString& title, int status)
{
  const QString page = u"<!DOCTYPE html><html><head><title>"_s + title + u"</title></head><body><h1>"_s + title +
                       u"</h1></body></html>"_s;
  return reply(page.toUtf8(), "text/html; charset=UTF-8", status);
}

QByteArray httpDate(Instant instant)
{
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC);
  return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QString compact(const QJsonObject& object)
{
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace supercargo::sandbox
