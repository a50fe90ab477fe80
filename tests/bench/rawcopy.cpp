#include "tests/bench/rawcopy.h"

#include <sqlite3.h>
#include <variant>
#include <vector>

namespace supercargo::bench {
namespace {

using Cell = std::variant<std::monostate, qint64, double, std::string>;
using CellRow = std::vector<Cell>;

class RawCopy {
public:
  RawCopy(const QString& from, const QString& to) : m_from(open(from)), m_to(open(to))
  {
    run(m_to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON");
    // No triggers: what they wrote is among the rows.
    for (const CellRow& row : rows("SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT "
                                   "NULL AND name NOT LIKE 'order_search_%' AND name NOT LIKE 'sqlite_%'"
                                   " ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END"))
      run(m_to, std::get<std::string>(row[0]).c_str());
  }
  ~RawCopy()
  {
    sqlite3_close(m_from);
    sqlite3_close(m_to);
  }

  RawTime copy(qint64 transactions)
  {
    struct Table {
      std::string name, order;
      sqlite3_stmt *select = nullptr, *insert = nullptr;
      qint64 rows = 0, done = 0;
    };
    std::vector<Table> tables;
    for (const CellRow& row : rows("SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE type = 'table' "
                                   "AND name NOT LIKE 'order_search%'"
                                   " AND name NOT LIKE 'sqlite_%' AND name <> 'schema_history'"))
      tables.push_back({std::get<std::string>(row[0]), std::get<qint64>(row[1]) ? "" : " ORDER BY rowid"});
    tables.push_back({"order_search", ""});
    for (Table& table : tables) {
      const bool search = table.name == "order_search";
      const std::string source = search ? "order_texts" : table.name;
      table.rows = std::get<qint64>(rows(("SELECT COUNT(*) FROM " + source).c_str())[0][0]);
      table.select =
          prepare(m_from, ("SELECT * FROM " + source + (search ? " ORDER BY order_id" : table.order)).c_str());
      const int columns = sqlite3_column_count(table.select);
      std::string marks = "?";
      for (int i = 1; i < columns; ++i)
        marks += ",?";
      table.insert = prepare(m_to, search ? "INSERT INTO order_search (rowid, words) VALUES (?,?)"
                                          : ("INSERT INTO " + table.name + " VALUES (" + marks + ")").c_str());
    }
    RawTime time;
    for (qint64 part = 0; part < transactions; ++part) {
      std::vector<std::vector<CellRow>> slices;
      for (Table& table : tables) {
        std::vector<CellRow>& slice = slices.emplace_back();
        for (const qint64 until = table.rows * (part + 1) / transactions; table.done < until; ++table.done) {
          sqlite3_step(table.select);
          slice.push_back(cells(table.select));
        }
      }
      const Stopwatch watch;
      const double before = threadSeconds();
      run(m_to, "BEGIN");
      for (size_t i = 0; i < tables.size(); ++i)
        for (const CellRow& row : slices[i])
          write(tables[i].insert, row);
      run(m_to, "COMMIT");
      time.seconds += watch.seconds();
      time.processorSeconds += threadSeconds() - before;
    }
    for (Table& table : tables) {
      sqlite3_finalize(table.select);
      sqlite3_finalize(table.insert);
    }
    return time;
  }

private:
  static sqlite3* open(const QString& file)
  {
    sqlite3* handle = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &handle) != SQLITE_OK)
      qFatal("baseline cannot open %s", qPrintable(file));
    return handle;
  }
  static void run(sqlite3* db, const char* sql)
  {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      qFatal("baseline: %s in %s", sqlite3_errmsg(db), sql);
  }
  static sqlite3_stmt* prepare(sqlite3* db, const char* sql)
  {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
      qFatal("baseline: %s in %s", sqlite3_errmsg(db), sql);
    return statement;
  }
  static CellRow cells(sqlite3_stmt* statement)
  {
    CellRow row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      switch (sqlite3_column_type(statement, i)) {
      case SQLITE_INTEGER:
        row.emplace_back(qint64(sqlite3_column_int64(statement, i)));
        break;
      case SQLITE_FLOAT:
        row.emplace_back(sqlite3_column_double(statement, i));
        break;
      case SQLITE_NULL:
        row.emplace_back();
        break;
      default:
        row.emplace_back(std::string(static_cast<const char*>(sqlite3_column_blob(statement, i)),
                                     size_t(sqlite3_column_bytes(statement, i))));
      }
    }
    return row;
  }
  std::vector<CellRow> rows(const char* sql)
  {
    std::vector<CellRow> list;
    sqlite3_stmt* statement = prepare(m_from, sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
      list.push_back(cells(statement));
    sqlite3_finalize(statement);
    return list;
  }
  static void write(sqlite3_stmt* insert, const CellRow& row)
  {
    int index = 0;
    for (const Cell& cell : row) {
      ++index;
      if (const auto* integer = std::get_if<qint64>(&cell))
        sqlite3_bind_int64(insert, index, *integer);
      else if (const auto* real = std::get_if<double>(&cell))
        sqlite3_bind_double(insert, index, *real);
      else if (const auto* text = std::get_if<std::string>(&cell))
        sqlite3_bind_text(insert, index, text->data(), int(text->size()), SQLITE_STATIC);
      else
        sqlite3_bind_null(insert, index);
    }
    if (sqlite3_step(insert) != SQLITE_DONE)
      qFatal("baseline: %s", sqlite3_errmsg(sqlite3_db_handle(insert)));
    sqlite3_reset(insert);
  }

  sqlite3 *m_from, *m_to;
};

} // namespace

RawTime rawTime(const QString& from, const QString& to, qint64 transactions)
{
  return RawCopy(from, to).copy(transactions);
}

} // namespace supercargo::bench
