#include "ui/tables/windowedmodel.h"

namespace supercargo {

void WindowedModel::reload()
{
  ++m_generation; // answers on their way are about the list as it was
  m_asked.clear();
  if (m_known == 0)
    setState(State::Loading);
  askTotal();
  readWindow(0);
}

void WindowedModel::setVisible(int first, int last)
{
  m_firstVisible = first;
  m_lastVisible = last;
  readMissing();
  const int middle = (first + last) / 2 / kWindowRows;
  QList<int> held = windowsHeld();
  std::sort(held.begin(), held.end(), [middle](int a, int b) { return std::abs(a - middle) < std::abs(b - middle); });
  while (held.size() > kWindowsKept)
    forgetWindow(held.takeLast());
}

void WindowedModel::readMissing()
{
  const int ahead = (m_lastVisible + kWindowRows / 2) / kWindowRows;
  for (int window = m_firstVisible / kWindowRows; window <= ahead; ++window) {
    const bool there = window * kWindowRows < m_known || (!m_complete && window * kWindowRows == m_known);
    if (there && m_known > 0 && !hasWindow(window) && !m_asked.contains(window) && m_asked.size() < kReadsAtOnce)
      readWindow(window);
  }
}

void WindowedModel::noteChanged(const QSet<qint64>& ids)
{
  std::vector<qint64> shown;
  for (int row = m_firstVisible; row <= std::min(m_lastVisible, m_known - 1); ++row)
    if (const auto id = idAt(row); id && ids.contains(*id))
      shown.push_back(*id);
  if (!shown.empty())
    readAgain(shown);
}

void WindowedModel::retranslate()
{
  if (columnCount() == 0)
    return;
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (m_known > 0)
    Q_EMIT dataChanged(index(0, 0), index(m_known - 1, columnCount() - 1));
}

void WindowedModel::clear()
{
  beginResetModel();
  ++m_generation;
  m_asked.clear();
  forget();
  m_known = 0;
  m_complete = false;
  endResetModel();
}

int WindowedModel::beginReading(int window)
{
  m_asked.insert(window);
  return m_generation;
}

bool WindowedModel::endReading(int window, int token)
{
  if (token != m_generation)
    return false;
  m_asked.remove(window);
  return true;
}

void WindowedModel::resize(int rows, bool complete)
{
  rows = std::min(rows, kMostRows);
  m_complete = complete;
  if (rows > m_known) {
    beginInsertRows({}, m_known, rows - 1);
    m_known = rows;
    endInsertRows();
  } else if (rows < m_known) {
    beginRemoveRows({}, rows, m_known - 1);
    m_known = rows;
    endRemoveRows();
  }
}

void WindowedModel::settle()
{
  readMissing(); // what came on screen while this was read
  setState(m_known > 0 ? State::Full : State::Empty);
}

void WindowedModel::takeError(const Error& error)
{
  m_error = error;
  if (m_known == 0)
    setState(State::Failed);
}

void WindowedModel::setState(State state)
{
  m_state = state;
  Q_EMIT stateChanged();
}

} // namespace supercargo
