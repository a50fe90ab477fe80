#pragma once

#include "core/store/dirtyhours.h"
#include "core/store/facts.h"

#include <QSet>

#include <map>
#include <tuple>

namespace supercargo {

// Facts as numbers alone, for reports that need each of them rather than sums: percentiles, customers, settlement.
// Beside the day cubes a clean day keeps its facts in one value (core/store/columnpack.h), so that a million of them
// are read in the time of a few thousand rows. What a fact is called is looked up where it is shown. Members are whole
// numbers; those said to be words are places in the day's list of words.

/// A valid sale, on the day the order was placed.
struct SaleFact {
  qint64 order = 0, account = 0;
  qint64 currency = 0; ///< word
  qint64 customer = 0; ///< 0: nobody known
  qint64 net = 0;      ///< gross − discounts − refunds, minor units
  static constexpr std::array columns{&SaleFact::order, &SaleFact::account, &SaleFact::currency, &SaleFact::customer,
                                      &SaleFact::net};
  static constexpr std::array words{&SaleFact::currency};
  static constexpr FactSource source = FactSource::Orders;
  static constexpr const char* name = "sales";
};

/// What was asked for of a SKU in a shop, on the day the orders were placed (FactKind::Sold), of all its lines.
struct SoldFact {
  qint64 account = 0;
  qint64 sku = 0, currency = 0; ///< words
  qint64 pieces = 0, total = 0; ///< total: minor units, as the shop states its lines
  static constexpr std::array columns{&SoldFact::account, &SoldFact::sku, &SoldFact::currency, &SoldFact::pieces,
                                      &SoldFact::total};
  static constexpr std::array words{&SoldFact::sku, &SoldFact::currency};
  static constexpr FactSource source = FactSource::Orders;
  static constexpr const char* name = "sold";
};

/// A payment that succeeded, on the day it was paid, and what bills say of it.
struct SettledFact {
  qint64 payment = 0, account = 0;
  qint64 currency = 0; ///< word
  qint64 amount = 0;
  qint64 isBilled = 0, billed = 0; ///< by bills in its currency
  qint64 settledOn = 0;            ///< local day; 0: no bill says
  static constexpr std::array columns{&SettledFact::payment,  &SettledFact::account,  &SettledFact::currency,
                                      &SettledFact::amount,   &SettledFact::isBilled, &SettledFact::billed,
                                      &SettledFact::settledOn};
  static constexpr std::array words{&SettledFact::currency};
  static constexpr FactSource source = FactSource::Payments;
  static constexpr const char* name = "settled";
};

/// A parcel on the day it was handed over.
struct WayFact {
  qint64 parcel = 0, account = 0;                               ///< account 0: of no known order
  qint64 courier = 0, origin = 0, destination = 0, problem = 0; ///< words
  qint64 isPromised = 0, isKept = 0;                            ///< delivered with a promise; on or before it
  qint64 hours = -1; ///< whole hours from the first scan to delivery; -1: not known
  static constexpr std::array columns{&WayFact::parcel,     &WayFact::account,     &WayFact::courier,
                                      &WayFact::origin,     &WayFact::destination, &WayFact::problem,
                                      &WayFact::isPromised, &WayFact::isKept,      &WayFact::hours};
  static constexpr std::array words{&WayFact::courier, &WayFact::origin, &WayFact::destination, &WayFact::problem};
  static constexpr FactSource source = FactSource::Parcels;
  static constexpr const char* name = "ways";
};

template <class F>
struct DayFacts {
  qint64 day = 0; ///< local, days since 1970
  QStringList words;
  std::vector<F> facts;
};

/// Calls `sink` for every day of [from, before) with facts, in no particular order. Days that changed since, and all
/// of them in another zone than the workspace's, are read from the rows: right, and slower.
template <class F>
Result<void> eachDayOf(Connection& c, const DayCut& cut, qint64 from, qint64 before,
                       const std::function<void(const DayFacts<F>&)>& sink);

/// The same from the rows alone, oldest day first.
template <class F>
Result<std::vector<DayFacts<F>>> dayFactsFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before);

/// Puts facts into their days; those of a day come together.
template <class F>
class DayFactsBuilder {
public:
  F& add(qint64 day)
  {
    if (m_days.empty() || m_days.back().day != day) {
      m_days.push_back({day, {}, {}});
      m_places.clear();
    }
    return m_days.back().facts.emplace_back();
  }
  /// The place of a word in the day of the fact added last.
  qint64 word(const QString& text)
  {
    auto place = m_places.constFind(text);
    if (place == m_places.constEnd()) {
      place = m_places.insert(text, m_days.back().words.size());
      m_days.back().words.append(text);
    }
    return *place;
  }
  std::vector<DayFacts<F>> take() { return std::move(m_days); }

private:
  std::vector<DayFacts<F>> m_days;
  QHash<QString, qint64> m_places;
};

/// Appends the sale that a fact of an order is, if it is a valid one.
void addSale(DayFactsBuilder<SaleFact>& builder, const Fact& order);

/// Adds facts of FactKind::Sold up by shop, SKU and currency.
class SoldBuilder {
public:
  void add(const Fact& sold);
  std::vector<DayFacts<SoldFact>> take();

private:
  using Key = std::tuple<QString, QString, QString>;
  std::vector<std::pair<qint64, std::map<Key, std::pair<qint64, qint64>>>> m_days; ///< pieces and total
};

/// Keeps these days in place of what was kept of [from, before), in the caller's write transaction.
template <class F>
Result<void> keepDays(Connection& c, qint64 from, qint64 before, const std::vector<DayFacts<F>>& days);

/// Appends what the kept days [from, before), `dirty` ones apart, say otherwise than the rows.
Result<void> compareKeptDays(Connection& c, const DayCut& cut, FactSource source, qint64 from, qint64 before,
                             const QSet<qint64>& dirty, QStringList& differences);

} // namespace supercargo
