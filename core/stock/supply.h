#pragma once

#include "core/base/money.h"
#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QHash>

#include <optional>

/// What suppliers agreed to, and how long their deliveries really took.
namespace supercargo {

struct SupplyTerms {
  QString sku, supplier; ///< sku empty: for every SKU of this supplier without terms of its own
  double leadDays = 0, leadDeviation = 0;
  qint64 pack = 1, minimum = 0; ///< pieces
  std::optional<Money> unitCost;
  std::optional<Money> orderCost; ///< what an order costs beside its goods; same currency as `unitCost`
  bool preferred = false;         ///< of several suppliers of a SKU the one that suggestions name
};

/// Adds or replaces; alerts follow at the next refresh of the articles concerned. Invalid: no supplier, a negative
/// figure, a lead time that is no number, two currencies.
Result<void> saveSupplyTerms(Connection& c, const SupplyTerms& terms, const QString& actor, Instant now,
                             ChangeSet& changes);
Result<void> removeSupplyTerms(Connection& c, const QString& sku, const QString& supplier, ChangeSet& changes);
Result<std::vector<SupplyTerms>> supplyTerms(Connection& c); ///< by SKU, then supplier

struct SupplyReceipt {
  QString sku, supplier;
  Instant orderedAt{}, receivedAt{};
  qint64 quantity = 0;
};
/// A delivery that came: lead times are measured by them. Invalid when it came before it was ordered.
Result<void> noteSupplyReceipt(Connection& c, const SupplyReceipt& receipt, ChangeSet& changes);

enum class LeadTimeSource { Assumed, Agreed, Measured, Set }; ///< Set: by a person's threshold
QString leadTimeSourceName(LeadTimeSource source);            ///< "assumed", "agreed", "measured", "set"
std::optional<LeadTimeSource> leadTimeSourceNamed(QStringView name);

/// Receipt minus order, in days (figure 41).
struct LeadTime {
  double days = 0, deviation = 0;
  LeadTimeSource source = LeadTimeSource::Assumed;
  qint64 receipts = 0;             ///< how many were measured
  std::optional<double> slowTenth; ///< nine of ten came within: the 90th percentile, when measured
};
/// Where no supplier is known.
constexpr LeadTime kAssumedLead{7, 2, LeadTimeSource::Assumed, 0, std::nullopt};
/// Mean, sample deviation and 90th percentile; nullopt with less than three.
std::optional<LeadTime> measuredLeadTime(std::vector<double> days);

/// Who supplies a SKU, and how fast.
struct Supply {
  std::optional<SupplyTerms> terms;
  LeadTime lead;
};
/// All terms and receipts, read once; then asked SKU by SKU.
class SupplyBook {
public:
  /// `sku` empty: of all.
  static Result<SupplyBook> read(Connection& c, const QString& sku = {});
  /// The preferred supplier's terms, else the first's by name, else the preferred supplier's terms for everything;
  /// its measured lead time where three receipts are known, else the agreed one, else `assumed`.
  Supply of(const QString& sku, const LeadTime& assumed) const;

private:
  std::optional<SupplyTerms> termsOf(const QString& sku) const;

  QHash<QString, SupplyTerms> m_terms;                 ///< the one in use, by SKU
  QHash<std::pair<QString, QString>, LeadTime> m_lead; ///< by SKU and supplier
  QHash<QString, LeadTime> m_leadOfSupplier;           ///< over all its SKUs
};

} // namespace supercargo
