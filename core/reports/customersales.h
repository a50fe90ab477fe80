#pragma once

#include "core/reports/report.h"
#include "core/store/daycut.h"

#include <span>

namespace supercargo {

/// A valid sale to somebody known: what the figures of customers are made of. Guests without mail and phone are nobody.
struct CustomerSale {
  CustomerId customer;
  OrderId order;
  Instant placedAt{};
  qint64 netMinor = 0; ///< goods − discounts − refunds of this order, in the currency asked for
};

/// The sales in one currency placed before the end of `spec.to`, by customer and then by time; of all shops or the
/// spec's. Orders that are cancelled or wait for payment are no sales (core/store/facts.h).
Result<std::vector<CustomerSale>> customerSales(Connection& c, const ReportSpec& spec, const QString& currency,
                                                const DayCut& cut);

/// Currencies of sales to known customers, the spec's only when it names one.
Result<QStringList> customerCurrencies(Connection& c, const ReportSpec& spec);

/// Calls `each` with the sales of one customer after the other.
template <class Each>
void eachCustomer(const std::vector<CustomerSale>& sales, Each each)
{
  for (size_t i = 0, end = 0; i < sales.size(); i = end) {
    while (end < sales.size() && sales[end].customer == sales[i].customer)
      ++end;
    each(std::span(sales).subspan(i, end - i));
  }
}

/// A share of a figure that one order has.
struct OrderShare {
  OrderId order;
  FigureRow::Part part = FigureRow::Part::Value;
  qint64 amount = 0;
  QString currency; ///< empty for counts
};
/// The same with the order's number, its buyer and when it was placed; oldest first.
Result<std::vector<FigureRow>> figureRowsOf(Connection& c, const std::vector<OrderShare>& shares);

} // namespace supercargo
