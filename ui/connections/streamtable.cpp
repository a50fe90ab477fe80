#include "ui/connections/streamtable.h"

#include "ui/accounts/freshness.h"
#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace supercargo {

StreamTable::StreamTable(QWidget* parent) : QTableWidget(0, ColumnCount, parent)
{
  setObjectName(QStringLiteral("streams"));
  dressPlainTable(*this, Cursor);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  verticalHeader()->setDefaultSectionSize(px(Size::Row));
  retranslate();
}

QStringList StreamTable::cells(const StreamDetail& stream, const AccountRow& account, const FactTime& time)
{
  const StreamState& state = stream.state;
  const auto moment = [&](const std::optional<Instant>& at) {
    return at ? dateTimeText(*at, time.zone) : QStringLiteral("–");
  };
  QString next = QStringLiteral("–");
  if (stream.nextAt)
    next = *stream.nextAt <= time.now ? tr("now") : tr("in %1").arg(ageText(*stream.nextAt - time.now));
  QString drift = tr("not audited");
  if (const auto share = stream.drift())
    drift = tr("%1 (%2 of %3)").arg(percentText(share), numberText(state.auditWrong), numberText(state.auditCompared));
  else if (state.lastAuditAt)
    drift = tr("nothing to compare");
  return {streamWord(state.stream),
          freshnessText(freshnessOf(account, state, time.now).state),
          state.lastOkAt ? agoText(*state.lastOkAt, time.now) : QStringLiteral("–"),
          next,
          moment(state.coveredTo),
          state.cursor.isEmpty() ? QStringLiteral("–") : state.cursor,
          drift};
}

void StreamTable::show(const AccountDetail& detail, const FactTime& time)
{
  setRowCount(int(detail.streams.size()));
  for (int row = 0; row < rowCount(); ++row) {
    const StreamDetail& stream = detail.streams[size_t(row)];
    const FreshnessState fresh = freshnessOf(detail.account, stream.state, time.now).state;
    const QStringList texts = cells(stream, detail.account, time);
    for (int column = 0; column < ColumnCount; ++column) {
      QTableWidgetItem* item = this->item(row, column);
      if (!item) {
        item = new QTableWidgetItem;
        setItem(row, column, item);
      }
      item->setText(texts[column]);
      item->setToolTip(column == Freshness && !stream.state.lastError.isEmpty() ? stream.state.lastError
                                                                                : texts[column]);
      if (column == Freshness) {
        item->setIcon(themedIcon(freshnessIcon(fresh), toneInk(freshnessTone(fresh))));
        item->setForeground(ink(toneInk(freshnessTone(fresh))));
      } else if (column != StreamName) {
        item->setForeground(ink(Ink::TextMuted));
      }
      if (column == Drift && stream.drift().value_or(0) > 0)
        item->setForeground(ink(Ink::Warning));
    }
  }
  fitHeight();
}

void StreamTable::fitHeight()
{
  const int rows = rowCount() * verticalHeader()->defaultSectionSize();
  setFixedHeight(rows + horizontalHeader()->sizeHint().height() + 2 * frameWidth());
}

void StreamTable::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QTableWidget::changeEvent(event);
}

void StreamTable::retranslate()
{
  setAccessibleName(tr("Streams of the account"));
  setHeadings(*this, {tr("Stream"), tr("Freshness"), tr("Last success"), tr("Next"), tr("Covered to"), tr("Cursor"),
                      tr("Drift found by the audit")});
}

} // namespace supercargo
