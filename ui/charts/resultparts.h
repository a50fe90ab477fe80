#pragma once

#include "ui/charts/resultcharts.h"

/// What the charts of a result have in common: which column, which rows, what they are called.
namespace supercargo {

inline const QString kCurrencyDim = QStringLiteral("currency");

std::optional<size_t> columnPlace(const ReportResult& result, const QString& key);
/// Whether a row has its place on a drawing in this currency.
bool isDrawn(const ReportRow& row, const QString& currency);
std::vector<const ReportRow*> drawnRows(const ReportResult& result, const QString& currency);
/// What a row stands for, in words: its texts before the figures, without the currency.
QString rowName(const ReportResult& result, const ReportRow& row);
/// A cell as a mark that can be chosen.
ChartValue valueOf(const ReportResult& result, const ReportRow& row, size_t column, const QString& name);

} // namespace supercargo
