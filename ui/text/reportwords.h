#pragma once

#include "core/reports/report.h"

#include <QTimeZone>

namespace supercargo {

/// What the English words of core/reports are in the interface's language; words without a translation stay English.
QString reportWord(const QString& english);
QString columnTitle(const ReportColumn& column);
/// What a value of a dimension is called: "at_risk" of "segment" is "At risk"; most values are names and stay.
QString dimensionText(const QString& dimension, const QString& value);
/// "basis: order date": by which day something counts.
QString basisWord(Basis basis);
/// A note of a result; the words before its colon say which.
QString noteText(const QString& note);
/// A cell as people read it; "–" for no value. A text of `column` may be a word of ours (a state, a weekday).
QString cellText(const ReportCell& cell, const ReportColumn& column, const QTimeZone& zone);
/// Numbers, money and rates stand right.
bool isNumeric(ColumnKind kind);
/// A cell's size for a drawing: money in major units; nullopt for texts and for no value.
std::optional<double> cellNumber(const ReportCell& cell);

} // namespace supercargo
