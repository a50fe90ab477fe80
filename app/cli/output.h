#pragma once

#include "app/cli/command.h"
#include "core/base/instant.h"
#include "core/base/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <optional>

/// Data go to standard output, everything said to a person beside them to standard error.
namespace supercargo::cli {

void print(const QString& text); ///< to stdout, as UTF-8, with a line end
void say(const QString& text);   ///< to stderr, as UTF-8, with a line end
void printJson(const QJsonObject& object);
void printJson(const QJsonArray& array);

/// A JSON array written element by element, so that a million rows need no memory.
class JsonList {
public:
  void add(const QJsonObject& object);
  void end(); ///< once, also for an empty list

private:
  bool m_isFirst = true;
};

/// Columns aligned for a terminal; Chinese characters count two cells.
class Table {
public:
  /// A heading that begins with `>` aligns its column to the right.
  explicit Table(QStringList headings);
  void add(QStringList row) { m_rows.push_back(std::move(row)); }
  void print() const;

private:
  QStringList m_headings;
  std::vector<bool> m_isRight;
  std::vector<QStringList> m_rows;
};

int cellWidth(QStringView text); ///< of a terminal

QJsonObject toJson(Money amount); ///< {"minor": 1230, "currency": "CNY", "text": "12.30"}
QJsonObject toJson(const Error& error, const QString& hint = {});
QJsonValue toJson(Instant instant);

/// A member that may be absent: null.
template <class T>
QJsonValue jsonOrNull(const std::optional<T>& value)
{
  if (!value)
    return QJsonValue::Null;
  if constexpr (requires { value->value(); })
    return value->value();
  else if constexpr (std::is_arithmetic_v<T>)
    return *value;
  else
    return toJson(*value);
}
QJsonValue jsonOrNull(const QString& text); ///< empty: null

QString moneyText(Money amount); ///< "12.30 CNY"
/// Wall clock in the workspace's zone; empty for none.
QString timeText(const std::optional<Instant>& instant, const QTimeZone& zone);

/// What happened, in the language of the output: a sentence for the kind, then the details.
QString errorText(const Error& error);
void sayFailure(const Failure& failure, bool asJson);

} // namespace supercargo::cli
