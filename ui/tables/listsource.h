#pragma once

#include "ui/tables/rowmodel.h"

namespace supercargo {

/// Rows that are in memory already, as the source of a list: for dialogs over a handful of things. The list is read
/// when asked for; after a change call `WindowedModel::noteChanged`, after rows came or went `reload`.
template <class Row>
RowSource<Row> listSource(std::shared_ptr<const std::vector<Row>> rows, std::function<qint64(const Row&)> id)
{
  const auto ready = [](std::vector<Row> found) {
    QPromise<Result<std::vector<Row>>> promise;
    promise.start();
    promise.addResult(std::move(found));
    promise.finish();
    return promise.future();
  };
  RowSource<Row> source;
  source.id = id;
  source.window = [rows, id, ready](const std::optional<Row>& after, int limit) {
    std::vector<Row> found;
    bool isPast = !after;
    for (const Row& row : *rows) {
      if (isPast && int(found.size()) < limit)
        found.push_back(row);
      isPast = isPast || id(row) == id(*after);
    }
    return ready(std::move(found));
  };
  source.again = [rows, id, ready](const std::vector<qint64>& ids) {
    std::vector<Row> found;
    for (const Row& row : *rows)
      if (std::ranges::find(ids, id(row)) != ids.end())
        found.push_back(row);
    return ready(std::move(found));
  };
  return source;
}

} // namespace supercargo
