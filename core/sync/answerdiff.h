#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace supercargo {

/// One place where two answers differ.
struct AnswerDifference {
  QString where;         ///< "orders[3].total" in JSON, else "line 12"
  QString before, after; ///< as JSON; empty: there was nothing
  bool operator==(const AnswerDifference&) const = default;
};

/// What differs between the bodies of two answers as the flight recorder keeps them (status line, headers, body). JSON
/// is compared place by place, anything else line by line. Pure.
std::vector<AnswerDifference> answerDifferences(const QByteArray& before, const QByteArray& after);

} // namespace supercargo
