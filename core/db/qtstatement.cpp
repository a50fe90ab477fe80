#include "core/db/qtstatement.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

namespace supercargo {
namespace {

struct ToVariant {
  bool isPostgres;

  QVariant operator()(std::monostate) const { return QVariant(QMetaType(QMetaType::LongLong)); }
  QVariant operator()(qint64 value) const { return value; }
  QVariant operator()(double value) const { return value; }
  QVariant operator()(const QByteArray& value) const { return value; }
  QVariant operator()(const QString& value) const
  {
    if (value.isNull())
      return QString::fromLatin1("");
    if (!isPostgres || !value.contains(QChar(0)))
      return value;
    QString text = value;
    return text.remove(QChar(0)); // PostgreSQL's text cannot hold NUL
  }
};

} // namespace

QtStatement::QtStatement(const QSqlDatabase& database, const QString& sql, bool isPrepared)
    : m_query(database), m_sql(sql), m_isPrepared(isPrepared),
      m_isPostgres(database.driver()->dbmsType() == QSqlDriver::PostgreSQL)
{
  // QPSQL loses a forward-only result as soon as another statement runs; QSQLITE would copy every row without it.
  m_query.setForwardOnly(!m_isPostgres);
  if (m_isPrepared)
    m_query.prepare(sql);
}

bool QtStatement::execute(std::span<const SqlValue> values)
{
  if (!m_isPrepared)
    return m_query.exec(m_sql);
  // Those of the run before stay bound: with fewer now, the last of them would be taken for this run's.
  if (m_query.boundValues().size() > qsizetype(values.size()) && !m_query.prepare(m_sql))
    return false;
  for (size_t i = 0; i < values.size(); ++i)
    m_query.bindValue(int(i), std::visit(ToVariant{m_isPostgres}, values[i].held()));
  return m_query.exec();
}

std::optional<StatementFailure> QtStatement::failure() const
{
  const QSqlError error = m_query.lastError();
  if (!error.isValid())
    return std::nullopt;
  return StatementFailure{error.nativeErrorCode(), error.databaseText()};
}

QString QtStatement::text(int column) const
{
  const QVariant value = m_query.value(column);
  return value.isNull() ? QString() : value.toString(); // QPSQL's NULL number would read "0"
}

SqlValue QtStatement::value(int column) const
{
  const QVariant value = m_query.value(column);
  if (value.isNull())
    return std::nullopt;
  switch (value.typeId()) {
  case QMetaType::Bool:
  case QMetaType::Int:
  case QMetaType::UInt:
  case QMetaType::LongLong:
  case QMetaType::ULongLong:
    return value.toLongLong();
  case QMetaType::Float:
  case QMetaType::Double:
    return value.toDouble();
  case QMetaType::QByteArray: {
    const QByteArray stored = value.toByteArray();
    return stored.isNull() ? QByteArray("") : stored; // QSQLITE's empty one
  }
  default:
    return value.toString();
  }
}

} // namespace supercargo
