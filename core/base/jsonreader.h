#pragma once

#include "core/base/instant.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace supercargo {

/// A place in a parsed JSON document. Reading never stops at the first fault: what is missing or of the wrong type
/// yields an empty value and a problem with its path ("orders[3].total: missing"), so that one answer reports all that
/// is wrong.
///
/// A value: cheap to copy, keeps its document alive. Keys passed in must outlive it (use literals). One thread at a
/// time. Ids above 2^53 stay exact; numbers are never routed through double unless they were written as decimals.
class JsonReader {
public:
  /// BadResponse for anything but one JSON value (HTML, cut text, PHP notices); a BOM and blanks around are accepted.
  static Result<JsonReader> parse(QByteArrayView bytes);

  JsonReader operator[](const char* key) const; ///< member; absent when there is none
  JsonReader at(qsizetype index) const;         ///< element; absent when out of range

  bool exists() const { return m_present; } ///< there, maybe null
  bool hasValue() const;
  bool isObject() const;
  bool isArray() const;
  bool isString() const;
  bool isNumber() const;
  bool isBool() const;

  /// Required values: a missing, null or wrongly typed one is a problem, and the result is empty.
  QString text() const;   ///< a string; a number gives its digits
  qint64 integer() const; ///< a whole number, or a string holding one
  bool boolean() const;
  Money money(Currency currency) const;      ///< decimal text exact; a JSON number rounded to the currency's digits
  Money minorMoney(Currency currency) const; ///< an integer in minor units
  Instant instant() const;                   ///< ISO text with offset
  Instant localInstant(std::chrono::seconds offset) const; ///< wall clock text at a fixed offset
  std::vector<JsonReader> items() const;                   ///< elements of an array

  /// Optional values: missing, null and "" are no value; a wrong type is still a problem.
  std::optional<QString> textIfAny() const;
  std::optional<qint64> integerIfAny() const;
  std::optional<Money> moneyIfAny(Currency currency) const;
  std::optional<Instant> instantIfAny() const;
  std::optional<Instant> localInstantIfAny(std::chrono::seconds offset) const;
  std::vector<JsonReader> itemsIfAny() const;

  std::vector<std::pair<QString, JsonReader>> members() const; ///< of an object; their paths show the object's only
  QByteArray json() const;                                     ///< this value as compact JSON; "null" when absent
  QString path() const;                                        ///< "orders[3].total"

  void problem(const QString& what) const; ///< notes a fault at this place
  /// The same place with a list of problems of its own: one item's faults do not spoil the others.
  JsonReader isolated() const;
  QStringList problems() const;
  /// Ok, or `kind` with all problems joined.
  Result<void> check(ErrorKind kind = ErrorKind::BadResponse) const;

private:
  struct Document;
  struct Step {
    const char* key = nullptr;
    qsizetype index = 0;
  };
  /// simdjson's element (a document and a place in it) as plain words, so that its header, the largest of all we use,
  /// stays out of the files that only read JSON.
  using Element = std::array<std::uintptr_t, 2>;
  JsonReader child(Step step) const;
  bool need(bool matches, const char* wanted) const;

  std::shared_ptr<const Document> m_document;
  std::shared_ptr<QStringList> m_problems;
  Element m_element{};
  bool m_present = false;
  std::array<Step, 10> m_steps;
  int m_depth = 0;
};

QString textOf(const JsonReader& node); ///< empty when there is none

} // namespace supercargo
