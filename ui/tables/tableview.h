#pragma once

#include <QSet>
#include <QTableView>

namespace supercargo {

class WindowedModel;

/// A table over a WindowedModel: rows of one height, selection kept by id across reloads, columns that can be moved,
/// hidden and remembered, cells copied as TSV, a click on a header asks for another order.
class TableView : public QTableView {
  Q_OBJECT
public:
  explicit TableView(QWidget* parent = nullptr);
  void setWindowedModel(WindowedModel* model);

  std::optional<qint64> currentId() const;
  void step(int rows); ///< moves the current row
  int topRow() const;
  /// Where the list stood before: scrolls there and chooses that row, as soon as they are read.
  void restorePosition(int topRow, std::optional<qint64> id);
  void copySelection() const;
  QString selectionAsTsv() const;
  void chooseColumns();
  QByteArray columnState() const;
  void restoreColumns(const QByteArray& state);

Q_SIGNALS:
  void currentIdChanged(std::optional<qint64> id);
  void headerClicked(int column);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
  void tellVisible();
  void restoreSelection();
  void noteCurrent();
  void noteChosen(bool onlyMore);
  void scrollToWaiting();

  WindowedModel* m_model = nullptr;
  std::optional<qint64> m_current;
  QSet<qint64> m_chosen; ///< selected rows, also while the list is read again
  bool m_resetting = false;
  int m_waitingTop = -1; ///< to be scrolled to when there are so many rows
};

} // namespace supercargo
