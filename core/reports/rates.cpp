#include "core/reports/rates.h"

namespace supercargo {
namespace {

const QStringList& amountRates()
{
  static const QStringList list{QStringLiteral("freight"), QStringLiteral("packaging"), QStringLiteral("handling"),
                                QStringLiteral("return_freight")};
  return list;
}

const QStringList& percentRates()
{
  static const QStringList list{QStringLiteral("commission"), QStringLiteral("advertising")};
  return list;
}

Result<qint64> parsed(const QString& name, const QString& text, Currency unit)
{
  const auto money = Money::parse(text, unit); // hundredths are what CNY has
  if (!money || money->minor() < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("%1 takes a number like 3.50").arg(name), name);
  return money->minor();
}

} // namespace

QStringList rateNames()
{
  return percentRates() + amountRates();
}

std::vector<ReportOption> rateOptions()
{
  std::vector<ReportOption> options;
  for (const QString& name : rateNames())
    options.push_back({name, {}, {}});
  return options;
}

Result<FigureRates> ratesOf(const ReportSpec& spec, Currency currency, Currency stated)
{
  FigureRates rates;
  for (const QString& name : percentRates())
    if (const QString text = spec.options.value(name).trimmed(); !text.isEmpty()) {
      SC_TRY_ASSIGN(rate, parsed(name, text, Currency()));
      rates.insert(name, rate);
    }
  for (const QString& name : amountRates())
    if (const QString text = spec.options.value(name).trimmed(); !text.isEmpty()) {
      SC_TRY_ASSIGN(rate, parsed(name, text, stated));
      if (currency == stated)
        rates.insert(name, rate);
    }
  return rates;
}

Result<Currency> rateCurrency(Connection& c, const ReportSpec& spec)
{
  if (!spec.currency.isEmpty())
    return Currency::of(spec.currency);
  SC_TRY_ASSIGN(code, c.row(QStringLiteral("SELECT currency FROM workspace WHERE id = 1"), {},
                            [](const Row& row) { return row.text(0); }));
  return code ? Currency::of(*code) : Result<Currency>(Currency());
}

} // namespace supercargo
