#pragma once

#include "core/reports/report.h"
#include "core/store/daycut.h"

#include <span>

namespace supercargo {

/// A valid sale to somebody known: what the figures of customers are made of. Guests without mail and phone are nobody.
struct CustomerSale {
  CustomerId customer;
  OrderId order;
  qint64 day = 0;      ///< local
  qint64 netMinor = 0; ///< gross − discounts − refunds, as everywhere else
};

/// The sales in one currency by customer and then by time.
using CustomerSales = std::vector<CustomerSale>;

/// The sales from this day to the end of `spec.to`, by currency: the spec's own if it names one. Of all shops or the
/// spec's.
Result<QMap<QString, CustomerSales>> customerSales(Connection& c, const ReportSpec& spec, qint64 fromDay);
constexpr qint64 kSinceEver = 0;

/// Calls `each` with the sales of one customer after the other.
template <class Each>
void eachCustomer(const CustomerSales& sales, Each each)
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
