#include "core/db/sqlitestatement.h"

#include <QLocale>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QStringConverter>
#include <QVariant>

#include <cstring>
#include <sqlite3.h>

namespace supercargo {
namespace {

/// Larger buffers are not kept between two runs of a statement.
constexpr qsizetype kMostKeptText = 64 * 1024;
/// UTF-8 needs no more bytes for a UTF-16 unit.
constexpr qsizetype kBytesPerUnit = 3;

qsizetype mostBytes(std::span<const SqlValue> values)
{
  qsizetype units = 0;
  for (const SqlValue& value : values)
    if (const auto* text = std::get_if<QString>(&value.held()))
      units += text->size();
  return units * kBytesPerUnit;
}

} // namespace

sqlite3* sqliteHandle(const QSqlDatabase& database)
{
  const QVariant handle = database.driver()->handle();
  if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
    return nullptr;
  QSqlQuery source(database);
  if (!source.exec(QStringLiteral("SELECT sqlite_source_id()")) || !source.next() ||
      source.value(0).toString() != QLatin1String(sqlite3_sourceid()))
    return nullptr;
  return *static_cast<sqlite3* const*>(handle.constData());
}

SqliteStatement::SqliteStatement(sqlite3* handle, const QString& sql) : m_handle(handle)
{
  const QByteArray utf8 = sql.toUtf8();
  const char* rest = nullptr;
  if (sqlite3_prepare_v3(handle, utf8.constData(), int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT, &m_statement,
                         &rest) != SQLITE_OK) {
    keepFailure();
  } else if (!m_statement || !QByteArray(rest).trimmed().isEmpty()) {
    m_failure = StatementFailure{QString(), QStringLiteral("not one statement")};
    sqlite3_finalize(std::exchange(m_statement, nullptr));
  }
}

SqliteStatement::~SqliteStatement()
{
  sqlite3_finalize(m_statement);
}

bool SqliteStatement::execute(std::span<const SqlValue> values)
{
  if (!m_statement)
    return false;
  m_failure.reset();
  if (!bind(values) || !step())
    return false;
  m_place = m_place == Place::OnRow ? Place::BeforeRow : Place::AtEnd;
  return true;
}

bool SqliteStatement::bind(std::span<const SqlValue> values)
{
  if (sqlite3_bind_parameter_count(m_statement) != int(values.size())) {
    m_failure = StatementFailure{QString(), QStringLiteral("%1 parameters given, %2 wanted")
                                                .arg(values.size())
                                                .arg(sqlite3_bind_parameter_count(m_statement))};
    return false;
  }
  if (const qsizetype most = mostBytes(values); m_texts.size() < most)
    m_texts.resize(most);
  QStringEncoder utf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
  char* end = m_texts.data();
  int index = 0, result = SQLITE_OK;
  const auto bindOne = [&](const auto& value) {
    using T = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<T, qint64>) {
      return sqlite3_bind_int64(m_statement, index, value);
    } else if constexpr (std::is_same_v<T, double>) {
      return sqlite3_bind_double(m_statement, index, value);
    } else if constexpr (std::is_same_v<T, QString>) {
      const char* begin = end;
      end = utf8.appendToBuffer(end, value);
      return sqlite3_bind_text(m_statement, index, begin, int(end - begin), SQLITE_STATIC);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
      return sqlite3_bind_blob(m_statement, index, value.constData(), int(value.size()), SQLITE_STATIC);
    } else {
      return sqlite3_bind_null(m_statement, index);
    }
  };
  for (const SqlValue& value : values) {
    ++index;
    result = std::visit(bindOne, value.held());
    if (result == SQLITE_OK)
      continue;
    keepFailure();
    return false;
  }
  return true;
}

bool SqliteStatement::step()
{
  switch (sqlite3_step(m_statement)) {
  case SQLITE_ROW:
    m_place = Place::OnRow;
    return true;
  case SQLITE_DONE:
    m_place = Place::AtEnd;
    return true;
  default:
    m_place = Place::AtEnd;
    keepFailure();
    return false;
  }
}

bool SqliteStatement::next()
{
  if (m_place == Place::BeforeRow) {
    m_place = Place::OnRow;
    return true;
  }
  return m_place == Place::OnRow && step() && m_place == Place::OnRow;
}

void SqliteStatement::finish()
{
  sqlite3_reset(m_statement);          // repeats the failure of the last step, which is known
  sqlite3_clear_bindings(m_statement); // they point into what the caller may now drop
  m_place = Place::AtEnd;
  m_failure.reset();
  if (m_texts.size() > kMostKeptText)
    m_texts.clear();
}

qint64 SqliteStatement::rowsChanged() const
{
  return sqlite3_changes(m_handle);
}

void SqliteStatement::keepFailure()
{
  m_failure = StatementFailure{QString::number(sqlite3_extended_errcode(m_handle)),
                               QString::fromUtf8(sqlite3_errmsg(m_handle))};
}

bool SqliteStatement::isNull(int column) const
{
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqliteStatement::integer(int column) const
{
  switch (sqlite3_column_type(m_statement, column)) {
  case SQLITE_INTEGER:
  case SQLITE_NULL:
    return sqlite3_column_int64(m_statement, column);
  case SQLITE_FLOAT:
    return qRound64(sqlite3_column_double(m_statement, column));
  default:
    return text(column).toLongLong();
  }
}

double SqliteStatement::real(int column) const
{
  const bool isText = sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
  return isText ? text(column).toDouble() : sqlite3_column_double(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
  if (sqlite3_column_type(m_statement, column) == SQLITE_FLOAT) // SQLite's own words have 15 digits and "1.0"
    return QString::number(sqlite3_column_double(m_statement, column), 'g', QLocale::FloatingPointShortest);
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  return text ? QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray SqliteStatement::bytes(int column) const
{
  if (sqlite3_column_type(m_statement, column) == SQLITE_FLOAT)
    return text(column).toLatin1();
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
  return QByteArray(bytes, bytes ? sqlite3_column_bytes(m_statement, column) : 0);
}

SqlValue SqliteStatement::value(int column) const
{
  switch (sqlite3_column_type(m_statement, column)) {
  case SQLITE_INTEGER:
    return qint64(sqlite3_column_int64(m_statement, column));
  case SQLITE_FLOAT:
    return sqlite3_column_double(m_statement, column);
  case SQLITE_TEXT:
    return text(column);
  case SQLITE_BLOB: {
    const QByteArray stored = bytes(column);
    return stored.isNull() ? QByteArray("") : stored; // SQLite has no pointer for an empty one
  }
  default:
    return std::nullopt;
  }
}

} // namespace supercargo
