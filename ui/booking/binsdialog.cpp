#include "ui/booking/binsdialog.h"

#include "core/base/deliver.h"
#include "core/stock/stocklist.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr size_t kMostShown = 500; ///< more are found by searching, not by scrolling

QString placeWord(const QString& warehouse)
{
  if (warehouse.isEmpty())
    return BinsDialog::tr("not told");
  return warehouse == u"main" ? BinsDialog::tr("Main warehouse") : warehouse;
}

bool isOfSamePlace(const BinRow& a, const BinRow& b)
{
  return a.sku == b.sku && a.warehouse == b.warehouse;
}

} // namespace

BinsDialog::BinsDialog(const PageContext& context, QWidget* parent)
    : ListDialog(context.db,
                 {tr("Bins"), tr("Where goods lie. Pick lists name the bin and lead along the shelves in their order."),
                  QStringLiteral("package"),
                  tr("No bin is known. Say where a SKU lies, and pick lists will lead there."), tr("Add a bin")},
                 {tr("Bin"), tr("SKU"), tr("Warehouse")}, parent),
      m_search(new QLineEdit), m_count(new QLabel), m_sku(new QLineEdit), m_bin(new QLineEdit),
      m_warehouse(new QComboBox)
{
  m_search->setPlaceholderText(tr("Search SKU or bin"));
  m_search->setAccessibleName(m_search->placeholderText());
  m_search->setClearButtonEnabled(true);
  setRole(m_count, "small");
  m_count->setWordWrap(true);
  m_bin->setPlaceholderText(tr("as A-2-13"));
  listColumn()->insertWidget(0, m_search);
  listColumn()->insertWidget(2, m_count);
  form()->add(tr("SKU"), m_sku);
  form()->add(tr("Warehouse"), m_warehouse);
  form()->add(tr("Bin"), m_bin);
  connect(m_search, &QLineEdit::textChanged, this, &BinsDialog::showFound);
  connect(m_sku, &QLineEdit::textEdited, this, &BinsDialog::checkAgain);
  connect(m_bin, &QLineEdit::textEdited, this, &BinsDialog::checkAgain);
  reload();
}

void BinsDialog::reload()
{
  struct Kept {
    std::vector<BinRow> rows;
    QStringList warehouses;
  };
  const auto read = [](Connection& c) -> Result<Kept> {
    SC_TRY_ASSIGN(rows, binRows(c));
    SC_TRY_ASSIGN(warehouses, stockWarehouses(c));
    return Kept{std::move(rows), std::move(warehouses)};
  };
  deliver(db().read(read), this, [this](Result<Kept> kept) {
    if (!kept)
      return sayError(kept.error());
    m_all = std::move(kept->rows);
    offerWarehouses(std::move(kept->warehouses));
    showFound();
  });
}

void BinsDialog::offerWarehouses(QStringList known)
{
  for (const BinRow& row : m_all)
    if (!known.contains(row.warehouse))
      known.append(row.warehouse);
  if (!known.contains(QString()))
    known.append(QString());
  const QString chosenOne = m_warehouse->currentData().toString();
  m_warehouse->clear();
  for (const QString& warehouse : known)
    m_warehouse->addItem(placeWord(warehouse), warehouse);
  m_warehouse->setCurrentIndex(std::max(0, m_warehouse->findData(chosenOne)));
}

void BinsDialog::showFound()
{
  const QString wanted = m_search->text().trimmed();
  m_shown.clear();
  std::vector<Entry> entries;
  size_t found = 0;
  for (const BinRow& row : m_all) {
    if (!row.sku.contains(wanted, Qt::CaseInsensitive) && !row.bin.contains(wanted, Qt::CaseInsensitive))
      continue;
    if (++found > kMostShown)
      continue;
    m_shown.push_back(row);
    entries.push_back({qint64(found), {row.bin, row.sku, placeWord(row.warehouse)}});
  }
  m_count->setText(found > m_shown.size() ? tr("The first %1 of %2; search for the others.")
                                                .arg(numberText(qint64(m_shown.size())), numberText(qint64(found)))
                   : entries.empty() && !m_all.empty() ? tr("No SKU and no bin is called so.")
                                                       : QString());
  m_count->setVisible(!m_count->text().isEmpty());
  list(entries, !m_all.empty());
}

void BinsDialog::fillForm(std::optional<size_t> entry)
{
  const BinRow row = entry ? m_shown[*entry] : BinRow{{}, m_warehouse->currentData().toString(), {}};
  m_sku->setText(row.sku);
  m_bin->setText(row.bin);
  m_warehouse->setCurrentIndex(std::max(0, m_warehouse->findData(row.warehouse)));
}

BinRow BinsDialog::typed() const
{
  return {m_sku->text().trimmed(), m_warehouse->currentData().toString(), m_bin->text().trimmed()};
}

std::vector<FieldFault> BinsDialog::faults() const
{
  std::vector<FieldFault> wrong;
  const BinRow row = typed();
  if (row.sku.isEmpty())
    wrong.push_back({m_sku, tr("Say which SKU lies there.")});
  if (row.bin.isEmpty())
    wrong.push_back({m_bin, tr("Say which bin; to forget it, remove the line.")});
  return wrong;
}

ListDialog::Change BinsDialog::saving() const
{
  std::optional<BinRow> before;
  if (const auto entry = chosen())
    before = m_shown[*entry];
  return [row = typed(), before](Connection& c, ChangeSet& changes) -> Result<qint64> {
    if (before && !isOfSamePlace(*before, row))
      SC_TRY(setBin(c, {before->sku, before->warehouse, {}}, changes));
    SC_TRY(setBin(c, row, changes));
    return 0; // the next one: bins are told many at a time
  };
}

QString BinsDialog::nameOf(size_t entry) const
{
  return m_shown[entry].bin + QStringLiteral(" · ") + m_shown[entry].sku;
}

ListDialog::Change BinsDialog::removal(size_t entry) const
{
  return [row = m_shown[entry]](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY(setBin(c, {row.sku, row.warehouse, {}}, changes));
    return 0;
  };
}

ListDialog::Change BinsDialog::restoring(size_t entry) const
{
  return [row = m_shown[entry]](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY(setBin(c, row, changes));
    return 0;
  };
}

std::vector<QWidget*> BinsDialog::listStops() const
{
  std::vector<QWidget*> stops = ListDialog::listStops();
  stops.insert(stops.begin(), m_search);
  return stops;
}

} // namespace supercargo
