#include "ui/connections/callmodel.h"

#include "ui/accounts/trouble.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>

namespace supercargo {
namespace {
constexpr int kPage = 200;
}

CallModel::CallModel(Database& db, QTimeZone zone, QObject* parent)
    : QAbstractTableModel(parent), m_db(db), m_zone(std::move(zone))
{
}

void CallModel::setFilter(const CallFilter& filter)
{
  m_filter = filter;
  reload();
}

void CallModel::setAccounts(const std::vector<AccountRow>& accounts)
{
  m_accounts.clear();
  for (const AccountRow& account : accounts)
    m_accounts.insert(account.id.value(), account.name);
  retranslate();
}

void CallModel::reload()
{
  read(0);
}

bool CallModel::canFetchMore(const QModelIndex& parent) const
{
  return !parent.isValid() && m_next > 0 && !m_busy;
}

void CallModel::fetchMore(const QModelIndex&)
{
  if (m_next > 0 && !m_busy)
    read(m_next);
}

/// `after` 0: a new list; the old one stays until the new one is there.
void CallModel::read(qint64 after)
{
  m_busy = true;
  deliver(m_db.read([filter = m_filter, after](Connection& c) { return page(c, filter, after); }), this,
          [this, after, mine = ++m_reading](Result<CallPage> found) {
            if (mine != m_reading)
              return;
            m_busy = false;
            if (!found) {
              m_next = 0;
              Q_EMIT failed(found.error());
              return;
            }
            m_next = found->next;
            take(std::move(found->rows), after == 0);
            // What is searched for may lie far back: on until there is something to see, or nothing left to look at.
            if (m_next > 0 && int(m_rows.size()) < kPage)
              read(m_next);
            Q_EMIT loaded();
          });
}

Result<CallPage> CallModel::page(Connection& c, const CallFilter& filter, qint64 after)
{
  if (!filter.text.isEmpty())
    return searchCalls(c, filter, kPage, after);
  CallPage page;
  SC_TRY_ASSIGN(rows, callRows(c, filter, kPage, after));
  page.rows = std::move(rows);
  page.next = int(page.rows.size()) == kPage ? page.rows.back().id.value() : 0;
  return page;
}

void CallModel::take(std::vector<CallRecord> rows, bool isNewList)
{
  m_loaded = true;
  if (isNewList) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
  } else if (!rows.empty()) {
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
  }
}

void CallModel::retranslate()
{
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_rows.empty())
    Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int CallModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_rows.size());
}
int CallModel::columnCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : ColumnCount;
}

QString CallModel::text(const CallRecord& call, int column) const
{
  switch (column) {
  case Time:
    return QDateTime::fromMSecsSinceEpoch(toMs(call.at), m_zone).toString(QStringLiteral("MM-dd HH:mm:ss"));
  case Account:
    return m_accounts.value(call.account.value(), tr("Being checked"));
  case Operation:
    return call.operation;
  case Method:
    return call.method;
  case Path:
    return call.path;
  case Status:
    return call.status > 0 ? QString::number(call.status) : QStringLiteral("–");
  case Duration:
    return tr("%1 ms").arg(QLocale().toString(qint64(call.duration.count())));
  case Bytes:
    return QLocale().formattedDataSize(call.bytes, 1, QLocale::DataSizeSIFormat);
  case Attempt:
    return QString::number(call.attempt);
  case Fault: {
    const auto kind = errorKindNamed(call.errorKind);
    return kind ? errorSentence(*kind).what : call.error;
  }
  default:
    return {};
  }
}

QVariant CallModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const CallRecord& call = m_rows.at(size_t(index.row()));
  const int column = index.column();
  const bool isNumber = column == Status || column == Duration || column == Bytes || column == Attempt;
  switch (role) {
  case Qt::DisplayRole:
    return text(call, column);
  case Qt::ToolTipRole:
    return column == Fault ? call.error : column == Path ? call.host + call.path : QVariant();
  case Qt::TextAlignmentRole:
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  case Qt::ForegroundRole:
    if (!call.errorKind.isEmpty() && (column == Status || column == Fault))
      return ink(Ink::Danger);
    return column == Operation || column == Path || column == Fault ? QVariant() : QVariant(ink(Ink::TextMuted));
  default:
    return {};
  }
}

QVariant CallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal)
    return {};
  const bool isNumber = section >= Status && section <= Attempt;
  if (role == Qt::TextAlignmentRole)
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Time:
    return tr("Time");
  case Account:
    return tr("Account");
  case Operation:
    return tr("Operation");
  case Method:
    return tr("Method");
  case Path:
    return tr("Path");
  case Status:
    return tr("Status");
  case Duration:
    return tr("Duration");
  case Bytes:
    return tr("Size");
  case Attempt:
    return tr("Attempt");
  case Fault:
    return tr("Error");
  default:
    return {};
  }
}

} // namespace supercargo
