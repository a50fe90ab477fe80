#pragma once

class QAbstractItemModel;
class QTableView;

namespace supercargo {

/// A short table in a dialog: whole rows, one at a time, low rows, no grid, Tab leaves it. Columns are as wide as their
/// contents, `stretched` takes the rest.
void dressPlainTable(QTableView& table, QAbstractItemModel* model, int stretched);

} // namespace supercargo
