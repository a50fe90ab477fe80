#include "ui/inventory/pastdialog.h"

#include "core/base/deliver.h"
#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QTableWidget>

namespace supercargo {
namespace {
constexpr int kMost = 1000; ///< rows shown; all of them are in the report and the command line
} // namespace

PastDialog::PastDialog(const PageContext& context, const QString& sku, const QTimeZone& zone, QWidget* parent)
    : ShortDialog(tr("Stock in the past"), QString(), parent), m_context(context), m_zone(zone),
      m_when(new QDateTimeEdit), m_sku(new QLineEdit(sku))
{
  resize(px(Size::Palette) + px(Size::Details) / 2, px(Size::Palette));
  QFormLayout* form = addForm();
  m_when->setTimeSpec(Qt::UTC); // a wall clock of the shop's zone, which the widget does not know
  const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMs(context.clock()), zone);
  const QDateTime now(here.date(), here.time(), Qt::UTC);
  m_when->setDateTime(now.addDays(-1));
  m_when->setMaximumDateTime(now);
  m_when->setAccessibleName(tr("At the end of"));
  m_sku->setPlaceholderText(tr("all articles"));
  m_sku->setClearButtonEnabled(true);
  m_sku->setAccessibleName(tr("SKU"));
  form->addRow(tr("Moment"), m_when);
  form->addRow(tr("SKU"), m_sku);
  m_table = addTable({tr("SKU"), tr("Warehouse"), tr("On hand"), tr("Reserved"), tr("Blocked"), tr("Available"),
                      tr("Incoming"), tr("In transfer")},
                     tr("Stock in the past"));
  m_count = addText(QString(), "muted");
  m_pause.setSingleShot(true);
  m_pause.setInterval(std::chrono::milliseconds(250));
  connect(&m_pause, &QTimer::timeout, this, &PastDialog::ask);
  connect(m_when, &QDateTimeEdit::dateTimeChanged, this, [this] { m_pause.start(); });
  connect(m_sku, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
  ask();
}

void PastDialog::ask()
{
  const int request = ++m_request;
  const QDateTime when(m_when->date(), m_when->time(), m_zone);
  const Instant instant = fromMs(when.toMSecsSinceEpoch());
  deliver(m_context.db.read(
              [instant, sku = m_sku->text().trimmed()](Connection& c) { return stockAt(c, instant, kMost, sku); }),
          this, [this, request](const Result<std::vector<StockRow>>& rows) {
            if (request != m_request)
              return;
            say(rows ? QString() : errorSentence(rows.error().kind).what);
            if (rows)
              show(*rows);
          });
}

void PastDialog::show(const std::vector<StockRow>& rows)
{
  m_table->setRowCount(int(rows.size()));
  for (int i = 0; i < m_table->rowCount(); ++i) {
    const StockRow& row = rows[std::size_t(i)];
    const QStringList cells{row.sku,
                            warehouseWord(row.warehouse),
                            numberText(row.onHand),
                            numberText(row.reserved),
                            numberText(row.blocked),
                            numberText(row.available()),
                            numberText(row.incoming),
                            numberText(row.inTransfer)};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      if (column > 1)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(i, column, item);
    }
  }
  m_count->setText(rows.empty()                ? tr("Nothing was known of it then.")
                   : int(rows.size()) == kMost ? tr("The first %n; narrow it down by SKU.", nullptr, kMost)
                                               : tr("%n balance(s)", nullptr, int(rows.size())));
}

} // namespace supercargo
