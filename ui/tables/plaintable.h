#pragma once

#include <QTableView>

#include <initializer_list>

class QTableWidget;

namespace supercargo {

/// A short table that is only read: whole rows, one at a time, low rows, no grid, Tab leaves it. Columns are as wide as
/// their contents, `stretched` takes the rest. The model is set before, with all its columns. SelectItems is for tables
/// of which each cell can be opened.
void dressPlainTable(QTableView& table, int stretched,
                     QAbstractItemView::SelectionBehavior choice = QAbstractItemView::SelectRows);

/// Headings that begin where their cells do, those of `numbers` that end where they do.
void setHeadings(QTableWidget& table, const QStringList& headings, std::initializer_list<int> numbers = {});

} // namespace supercargo
