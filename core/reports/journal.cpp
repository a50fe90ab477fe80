#include "core/reports/journal.h"

#include "core/store/daycubes.h"

#include <QSet>

#include <array>

namespace supercargo {
namespace {

enum Account { kBuyers, kGateway, kSales, kDiscounts, kFreight, kTax, kAdjustments, kRefunds, kFees };
constexpr std::array<const char*, 9> kHledgerNames{"assets:receivable:buyers", "assets:gateways", "income:sales",
                                                   "income:discounts",         "income:freight",  "liabilities:tax",
                                                   "income:adjustments",       "income:refunds",  "expenses:fees"};
constexpr std::array<const char*, 9> kBeancountNames{"Assets:Receivable:Buyers", "Assets:Gateways", "Income:Sales",
                                                     "Income:Discounts",         "Income:Freight",  "Liabilities:Tax",
                                                     "Income:Adjustments",       "Income:Refunds",  "Expenses:Fees"};

struct JournalEntry {
  qint64 day = 0;
  QString code;
  const char* what = "";
  Currency currency;
  std::array<qint64, 9> amounts{}; ///< by account; adds up to nothing
};

class EntryList {
public:
  explicit EntryList(const ReportSpec& spec) : m_spec(spec) {}

  Result<void> collect(Connection& c)
  {
    SC_TRY(each(c, FactKind::Order, [this](const Fact& fact) { addOrder(fact); }));
    SC_TRY(each(c, FactKind::Paid, [this](const Fact& fact) {
      add(fact, "payment",
          {{kGateway, of(FactKind::Paid, fact, "paid")}, {kBuyers, -of(FactKind::Paid, fact, "paid")}});
    }));
    SC_TRY(each(c, FactKind::Refund, [this](const Fact& fact) {
      const qint64 amount = of(FactKind::Refund, fact, "refunded");
      add(fact, "refund", {{kRefunds, amount}, {kGateway, -amount}});
    }));
    SC_TRY(each(c, FactKind::Gateway, [this](const Fact& fact) {
      const qint64 fee = of(FactKind::Gateway, fact, "fee");
      add(fact, "fee", {{kFees, fee}, {kGateway, -fee}});
    }));
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const JournalEntry& a, const JournalEntry& b) { return a.day < b.day; });
    return {};
  }

  const std::vector<JournalEntry>& entries() const { return m_entries; }

private:
  static qint64 of(FactKind kind, const Fact& fact, const char* measure)
  {
    return fact.measures[size_t(factShape(kind).measure(QLatin1String(measure)))];
  }

  template <class Sink>
  Result<void> each(Connection& c, FactKind kind, Sink sink)
  {
    CubeQuery query;
    query.facts = kind;
    query.from = DayCut::number(m_spec.from);
    query.before = DayCut::number(m_spec.to) + 1;
    for (const AccountId account : m_spec.accounts)
      query.filters[QStringLiteral("account")].append(QString::number(account.value()));
    if (!m_spec.currency.isEmpty())
      query.filters[QStringLiteral("currency")] = {m_spec.currency};
    return eachFactIn(c, DayCut(m_spec.timeZone), query, sink);
  }

  /// What buyers owe, and why. What a total holds beyond its parts (tax within prices, above all) is adjusted.
  void addOrder(const Fact& fact)
  {
    if (fact.dims[2] != saleStateName(kValidSale))
      return;
    const qint64 total = of(FactKind::Order, fact, "total"), gross = of(FactKind::Order, fact, "gross"),
                 discount = of(FactKind::Order, fact, "discount"), freight = of(FactKind::Order, fact, "shipping"),
                 tax = of(FactKind::Order, fact, "tax");
    add(fact, "order",
        {{kBuyers, total},
         {kSales, -gross},
         {kDiscounts, discount},
         {kFreight, -freight},
         {kTax, -tax},
         {kAdjustments, gross - discount + freight + tax - total}});
  }

  void add(const Fact& fact, const char* what, std::initializer_list<std::pair<Account, qint64>> amounts)
  {
    JournalEntry entry;
    entry.day = fact.day;
    entry.code = fact.label;
    entry.what = what;
    entry.currency = Currency::of(fact.dims[1]).value_or(Currency());
    for (const auto& [account, amount] : amounts)
      entry.amounts[account] += amount;
    if (entry.amounts != std::array<qint64, 9>{})
      m_entries.push_back(std::move(entry));
  }

  const ReportSpec& m_spec;
  std::vector<JournalEntry> m_entries;
};

/// A number that somebody else made up, without what either program reads as its own.
QString plainCode(const QString& code)
{
  QString plain;
  for (const QChar c : code.left(80))
    plain += c.isLetterOrNumber() || QStringLiteral("-_./#").contains(c) ? c : u'_';
  return plain;
}

QByteArray postings(const JournalEntry& entry, const std::array<const char*, 9>& names)
{
  QByteArray text;
  for (size_t i = 0; i < names.size(); ++i)
    if (entry.amounts[i] != 0)
      text += QByteArray("  ") + QByteArray(names[i]).leftJustified(28) + "  " +
              Money(entry.amounts[i], entry.currency).text().toLatin1() + ' ' + entry.currency.code().toLatin1() + '\n';
  return text;
}

QByteArray day(qint64 number)
{
  return DayCut::date(number).toString(Qt::ISODate).toLatin1();
}

QByteArray hledgerHead(const EntryList& list)
{
  QByteArray text = "; orders, payments, refunds and fees of the shops\n";
  QSet<QString> told;
  for (const JournalEntry& entry : list.entries())
    if (!told.contains(entry.currency.code())) {
      told.insert(entry.currency.code());
      text +=
          "commodity 1,000." + QByteArray(entry.currency.digits(), '0') + ' ' + entry.currency.code().toLatin1() + '\n';
    }
  for (const char* name : kHledgerNames)
    text += QByteArray("account ") + name + '\n';
  return text;
}

QByteArray beancountHead(const EntryList& list)
{
  QByteArray text = "; orders, payments, refunds and fees of the shops\n";
  const QByteArray first = list.entries().empty() ? QByteArray("2000-01-01") : day(list.entries().front().day);
  for (const char* name : kBeancountNames)
    text += first + " open " + name + '\n';
  return text;
}

QByteArray entryText(const JournalEntry& entry, JournalKind kind)
{
  const QByteArray code = plainCode(entry.code).toUtf8(), date = day(entry.day);
  if (kind == JournalKind::Hledger)
    return '\n' + date + " * (" + code + ") " + entry.what + '\n' + postings(entry, kHledgerNames);
  return '\n' + date + " * \"" + entry.what + "\" \"" + code + "\"\n" + postings(entry, kBeancountNames);
}

} // namespace

Result<void> writeJournal(Connection& c, const ReportSpec& spec, JournalKind kind, QIODevice& out)
{
  EntryList list(spec);
  SC_TRY(list.collect(c));
  bool isWhole = true;
  const auto write = [&](const QByteArray& text) { isWhole = isWhole && out.write(text) == text.size(); };
  write(kind == JournalKind::Hledger ? hledgerHead(list) : beancountHead(list));
  for (const JournalEntry& entry : list.entries())
    write(entryText(entry, kind));
  return isWhole ? Result<void>() : fail(ErrorKind::DiskFull, out.errorString());
}

} // namespace supercargo
