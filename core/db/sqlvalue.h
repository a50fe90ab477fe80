#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace supercargo {

/// One value of a row or parameter of a statement. Implicit on purpose: these are the only types that reach the
/// database. A null QString is empty text; a null QByteArray is NULL.
class SqlValue {
public:
  using Held = std::variant<std::monostate, qint64, double, QString, QByteArray>; ///< monostate: NULL

  SqlValue(qint64 value) : m_held(value) {}
  SqlValue(int value) : m_held(qint64(value)) {}
  SqlValue(double value) : m_held(value) {}
  SqlValue(bool value) : m_held(qint64(value ? 1 : 0)) {}
  SqlValue(const QString& value) : m_held(value) {}
  SqlValue(const QByteArray& value)
  {
    if (!value.isNull())
      m_held = value;
  }
  SqlValue(Instant value) : m_held(qint64(toMs(value))) {}
  SqlValue(std::nullopt_t) {}
  template <class Tag>
  SqlValue(Id<Tag> id) : m_held(qint64(id.value()))
  {
  }
  template <class T>
  SqlValue(const std::optional<T>& value) : SqlValue(value ? SqlValue(*value) : SqlValue(std::nullopt))
  {
  }

  const Held& held() const { return m_held; }

private:
  Held m_held;
};

} // namespace supercargo
