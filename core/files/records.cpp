#include "core/files/reading.h"

namespace supercargo {
namespace files {

Cells::Cells(const Sheet& sheet, const Mapping& mapping, const ImportDefaults& defaults, const SheetRow& row)
    : m_sheet(sheet), m_mapping(mapping), m_defaults(defaults), m_row(row)
{
}

int Cells::column(const char* field) const
{
  const auto heading = m_mapping.fields.constFind(QLatin1String(field));
  return heading == m_mapping.fields.cend() ? -1 : int(m_sheet.header.indexOf(*heading));
}

QString Cells::text(const char* field) const
{
  const QString value = m_row.cells.value(column(field)).trimmed();
  return value == QLatin1String("null") ? QString() : value;
}

QString Cells::id(const char* field)
{
  if (m_row.inexact.contains(column(field)))
    fault(RowFaultKind::RoundedNumber, text(field));
  return text(field);
}

std::optional<Money> Cells::amountIfAny(const char* field, Currency currency)
{
  const QString value = text(field);
  if (value.isEmpty())
    return std::nullopt;
  const auto amount = parseAmount(value, currency);
  if (!amount)
    fault(RowFaultKind::NoAmount, value);
  return amount ? std::optional(*amount) : std::nullopt;
}

Money Cells::amount(const char* field, Currency currency)
{
  return amountIfAny(field, currency).value_or(Money(0, currency));
}

std::optional<qint64> Cells::piecesIfAny(const char* field)
{
  const QString value = text(field);
  if (value.isEmpty())
    return std::nullopt;
  const auto pieces = parsePieces(value);
  if (!pieces)
    fault(RowFaultKind::NoPieces, value);
  return pieces ? std::optional(*pieces) : std::nullopt;
}

std::optional<Instant> Cells::timeIfAny(const char* field)
{
  const QString value = text(field);
  if (value.isEmpty())
    return std::nullopt;
  const bool china =
      m_mapping.layout.startsWith(QLatin1String("taobao-")) || m_mapping.layout.startsWith(QLatin1String("1688-"));
  const QTimeZone zone = china ? QTimeZone(int(kChinaOffset.count())) : m_defaults.zone;
  bool isNumber = false;
  const double days = value.toDouble(&isNumber);
  if (m_row.serialDate.contains(column(field)) && isNumber && days > 0 && days < 2'958'466)
    return serialTime(days, zone);
  const auto time = parseTime(value, zone);
  if (!time)
    fault(RowFaultKind::NoTime, value);
  return time ? std::optional(*time) : std::nullopt;
}

std::optional<qint64> Cells::gramsIfAny(const char* field, const QString& unit)
{
  const QString value = text(field);
  if (value.isEmpty())
    return std::nullopt;
  const QString ofHeading = weightUnitIn(m_mapping.fields.value(QLatin1String(field)));
  const auto grams = parseGrams(value, ofHeading.isEmpty() ? unit : ofHeading);
  if (!grams)
    fault(parseGrams(value, QStringLiteral("g")) ? RowFaultKind::NoWeightUnit : RowFaultKind::NoWeight, value);
  return grams ? std::optional(*grams) : std::nullopt;
}

QString Cells::fullName() const
{
  return (text("first_name") + u' ' + text("last_name")).trimmed();
}

QString Cells::line() const
{
  return m_row.cells.join(u'\t');
}

Currency currencyOf(Cells& row, const ImportDefaults& defaults)
{
  const QString code = row.text("currency");
  const auto currency = code.isEmpty() ? Result<Currency>(defaults.currency) : Currency::of(code);
  if (!currency)
    row.fault(RowFaultKind::NoCurrency, code);
  return currency.value_or(defaults.currency);
}

void Cells::forgive(size_t from)
{
  const auto first = m_faults.begin() + std::ptrdiff_t(from);
  m_notes.insert(m_notes.end(), first, m_faults.end());
  m_faults.erase(first, m_faults.end());
}

bool conclude(const std::vector<Cells*>& rows, const QString& id, ImportedRecords& out)
{
  std::vector<RowFault> faults;
  for (const Cells* row : rows)
    faults.insert(faults.end(), row->faults().begin(), row->faults().end());
  const bool isSound = faults.empty();
  for (const Cells* row : rows)
    out.rows.push_back({row->number(), isSound ? RowResult::Kind::Read : RowResult::Kind::Failed, id,
                        isSound ? row->notes() : faults});
  return isSound;
}

namespace {

void readStock(std::vector<Cells>& rows, ImportedRecords& out)
{
  for (Cells& row : rows) {
    StockSnapshot stock;
    stock.sku = row.id("sku");
    stock.variantExternalId = stock.productExternalId = stock.sku;
    stock.location = row.text("location");
    // Shopify's places without the article, WooCommerce's products whose variations have the stock.
    const QString told = row.text("available");
    if (told == QLatin1String("not stocked") || told == QLatin1String("parent")) {
      out.rows.push_back({row.number(), RowResult::Kind::Skipped, stock.sku, {{RowFaultKind::NotStocked, {}, {}}}});
      continue;
    }
    stock.available = row.piecesIfAny("available");
    stock.onHand = row.piecesIfAny("on_hand");
    stock.allocated = row.piecesIfAny("allocated");
    if (!stock.available && !stock.onHand && row.faults().empty()) {
      out.rows.push_back({row.number(), RowResult::Kind::Skipped, stock.sku, {{RowFaultKind::NoQuantity, {}, {}}}});
      continue; // such as a row that only brings a picture
    }
    if (stock.sku.isEmpty())
      row.fault(RowFaultKind::NoSku);
    if (conclude({&row}, stock.sku, out))
      out.snapshots.stock.push_back(std::move(stock));
  }
}

void readCustomers(std::vector<Cells>& rows, ImportedRecords& out)
{
  for (Cells& row : rows) {
    CustomerSnapshot customer;
    customer.externalId = row.id("id");
    customer.name = row.text("name");
    if (customer.name.isEmpty())
      customer.name = row.fullName();
    customer.email = row.text("email");
    customer.phone = row.text("phone");
    customer.country = row.text("country");
    customer.province = row.text("province");
    customer.city = row.text("city");
    customer.registeredAt = row.timeIfAny("registered_at");
    if (customer.externalId.isEmpty())
      customer.externalId = customer.email.isEmpty() ? customer.phone : customer.email;
    if (customer.externalId.isEmpty())
      row.fault(RowFaultKind::NoCustomer);
    if (conclude({&row}, customer.externalId, out))
      out.snapshots.customers.push_back(std::move(customer));
  }
}

} // namespace
} // namespace files

QString RowResult::reason() const
{
  QStringList reasons;
  for (const RowFault& fault : faults)
    reasons.append(rowFaultEnglish(fault));
  return reasons.join(QStringLiteral("; "));
}

ImportedRecords readRecords(ImportKind kind, const Sheet& sheet, const Mapping& mapping, const ImportDefaults& defaults)
{
  ImportedRecords out;
  std::vector<files::Cells> rows;
  rows.reserve(sheet.rows.size());
  for (const SheetRow& row : sheet.rows)
    rows.emplace_back(sheet, mapping, defaults, row);
  switch (kind) {
  case ImportKind::Orders:
    if (mapping.layout == QLatin1String(kOrderLinesLayout))
      files::readOrderLines(rows, defaults, out);
    else
      files::readOrders(rows, defaults, out);
    break;
  case ImportKind::Products:
    files::readProducts(rows, mapping.layout, defaults, out);
    break;
  case ImportKind::Stock:
    files::readStock(rows, out);
    break;
  case ImportKind::Customers:
    files::readCustomers(rows, out);
    break;
  case ImportKind::Freight:
    files::readFreight(rows, defaults, out);
    break;
  }
  for (const FaultyRow& faulty : sheet.faults)
    out.rows.push_back({faulty.row, RowResult::Kind::Failed, {}, {faulty.fault}});
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const RowResult& a, const RowResult& b) { return a.row < b.row; });
  return out;
}

} // namespace supercargo
