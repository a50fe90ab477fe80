#include "core/db/ids.h"
#include "core/stock/evaluation.h"
#include "core/store/orderfacts.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

/// Articles that one sweep looks at: alerts that come with time alone are found within some hours of syncing.
constexpr int kSwept = 32;
constexpr std::chrono::seconds kSweepEvery{10};
/// A first look at a whole workspace goes through everything in portions of one statement.
constexpr qint64 kPortion = 5000;

struct Known {
  qint64 id = 0;
  bool isActive = false;
  QString facts, cause;
  std::optional<qint64> lost;
};

QString keyOf(const QString& warehouse, StockAlertKind kind, const QString& lot)
{
  return warehouse + QChar(1) + stockAlertKindName(kind) + QChar(1) + lot;
}

/// One look at one article: what is wanted against what there is.
class ArticleLook {
public:
  ArticleLook(Connection& c, QString sku, Instant now, const std::vector<StockThreshold>& general)
      : m_connection(c), m_sku(std::move(sku)), m_now(now), m_thresholds(general)
  {
  }

  /// True when an alert opened, changed or healed.
  Result<bool> run()
  {
    SC_TRY(readKnown());
    SC_TRY_ASSIGN(rows, stockOfSku(m_connection, m_sku));
    if (std::any_of(rows.begin(), rows.end(), [](const StockRow& row) { return row.known; })) {
      SC_TRY_ASSIGN(facts, stockFacts(m_connection, m_sku, m_now));
      SC_TRY_ASSIGN(opened, openedAt());
      SC_TRY_ASSIGN(own, thresholdsOfSku(m_connection, m_sku));
      m_thresholds.insert(m_thresholds.end(), own.begin(), own.end());
      SC_TRY_ASSIGN(lots, lotsByWarehouse());
      for (const StockRow& row : rows) {
        const auto threshold = effectiveThreshold(m_thresholds, m_sku, row.warehouse, facts.categories);
        for (const WantedAlert& alert : wantedAlerts(row, lots.value(row.warehouse), facts, threshold,
                                                     row.warehouse == kMainWarehouse, opened, m_now))
          SC_TRY(want(alert, facts));
      }
    }
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
      if (it->isActive)
        SC_TRY(heal(it->id));
    return m_changed;
  }

private:
  Result<void> readKnown()
  {
    return m_connection.each(
        QStringLiteral(
            "SELECT id, kind, warehouse, lot, state, facts, cause, lost_minor FROM stock_alerts WHERE sku = ?"),
        {m_sku}, [this](const Row& row) {
          const auto kind = stockAlertKindNamed(row.text(1)).value_or(StockAlertKind::Low);
          m_known.insert(keyOf(row.text(2), kind, row.text(3)), {row.integer(0), row.text(4) != QLatin1String("healed"),
                                                                 row.text(5), row.text(6), row.integerIfAny(7)});
        });
  }

  Result<Instant> openedAt()
  {
    SC_TRY_ASSIGN(at,
                  m_connection.row(QStringLiteral("SELECT at FROM stock_movements WHERE sku = ? ORDER BY id LIMIT 1"),
                                   {m_sku}, [](const Row& row) { return row.instant(0); }));
    return at.value_or(m_now);
  }

  Result<QHash<QString, std::vector<LotOnHand>>> lotsByWarehouse()
  {
    QHash<QString, std::vector<LotOnHand>> lots;
    SC_TRY(m_connection.each(QStringLiteral("SELECT warehouse, lot, on_hand, expires_at FROM stock_lots WHERE sku = ?"),
                             {m_sku}, [&](const Row& row) {
                               lots[row.text(0)].push_back({row.text(1), row.integer(2), row.instantIfAny(3)});
                             }));
    return lots;
  }

  /// Why the article stands where it stands: its last movement there.
  Result<QString> causeOf(const QString& warehouse, const StockFacts& facts)
  {
    struct Last {
      QString kind, source;
      std::optional<qint64> call;
    };
    SC_TRY_ASSIGN(last, m_connection.row(QStringLiteral("SELECT kind, source, call_id FROM stock_movements WHERE "
                                                        "sku = ? AND warehouse = ? ORDER BY id DESC LIMIT 1"),
                                         {m_sku, warehouse}, [](const Row& row) {
                                           return Last{row.text(0), row.text(1), row.integerIfAny(2)};
                                         }));
    if (last && (last->kind == QLatin1String("correction") || last->kind == QLatin1String("opening")) && last->call)
      return QStringLiteral("call %1").arg(*last->call);
    if (last && !last->source.isEmpty())
      return last->source;
    return facts.product ? QStringLiteral("product %1").arg(facts.product->value()) : QStringLiteral("sold");
  }

  Result<void> want(const WantedAlert& alert, const StockFacts& facts)
  {
    const QString key = keyOf(alert.warehouse, alert.kind, alert.lot);
    const QString text = QString::fromUtf8(QJsonDocument(alert.facts).toJson(QJsonDocument::Compact));
    const auto lost = alert.lostPerDay ? std::optional(alert.lostPerDay->minor()) : std::nullopt;
    const Known known = m_known.take(key);
    if (known.isActive && known.facts == text && known.lost == lost)
      return {};
    m_changed = true;
    const QString currency = alert.lostPerDay ? alert.lostPerDay->currency().code() : QString();
    if (known.isActive) {
      SC_TRY(m_connection.run(QStringLiteral("UPDATE stock_alerts SET facts = ?, lost_minor = ?, currency = ?, "
                                             "changed_at = ? WHERE id = ?"),
                              {text, lost, currency, m_now, known.id}));
      return {};
    }
    SC_TRY_ASSIGN(cause, causeOf(alert.warehouse, facts));
    if (known.id > 0) {
      SC_TRY(m_connection.run(
          QStringLiteral("UPDATE stock_alerts SET state = 'open', since = ?, changed_at = ?, snoozed_until = NULL, "
                         "owner = '', cause = ?, facts = ?, lost_minor = ?, currency = ? WHERE id = ?"),
          {m_now, m_now, cause, text, lost, currency, known.id}));
      return {};
    }
    SC_TRY_ASSIGN(id, nextIds(m_connection, QStringLiteral("stock_alerts")));
    SC_TRY(m_connection.run(
        QStringLiteral("INSERT INTO stock_alerts (id, kind, sku, warehouse, lot, state, since, changed_at, "
                       "snoozed_until, owner, cause, facts, lost_minor, currency) VALUES "
                       "(?, ?, ?, ?, ?, 'open', ?, ?, NULL, '', ?, ?, ?, ?)"),
        {id, stockAlertKindName(alert.kind), m_sku, alert.warehouse, alert.lot, m_now, m_now, cause, text, lost,
         currency}));
    return {};
  }

  Result<void> heal(qint64 id)
  {
    m_changed = true;
    SC_TRY(m_connection.run(QStringLiteral("UPDATE stock_alerts SET state = 'healed', changed_at = ?, "
                                           "snoozed_until = NULL WHERE id = ?"),
                            {m_now, id}));
    return {};
  }

  Connection& m_connection;
  QString m_sku;
  Instant m_now;
  std::vector<StockThreshold> m_thresholds;
  QHash<QString, Known> m_known; // what is left at the end heals
  bool m_changed = false;
};

struct Progress {
  qint64 lastMovement = 0;
  QString sweptTo;
  Instant sweptAt{};
};

Result<Progress> progress(Connection& c)
{
  SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT last_movement, swept_to, swept_at FROM stock_alert_progress "
                                            "WHERE id = 1"),
                             {}, [](const Row& row) {
                               return Progress{row.integer(0), row.text(1), row.instant(2)};
                             }));
  return found.value_or(Progress());
}

Result<void> saveProgress(Connection& c, const Progress& progress)
{
  SC_TRY(c.run(QStringLiteral("INSERT INTO stock_alert_progress (id, last_movement, swept_to, swept_at) VALUES "
                              "(1, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET last_movement = excluded.last_movement, "
                              "swept_to = excluded.swept_to, swept_at = excluded.swept_at"),
               {progress.lastMovement, progress.sweptTo, progress.sweptAt}));
  return {};
}

Result<QStringList> skus(Connection& c, const QString& sql, const std::vector<SqlValue>& values)
{
  QStringList list;
  SC_TRY(c.each(sql, values, [&](const Row& row) { list << row.text(0); }));
  return list;
}

Result<QStringList> nextSkus(Connection& c, const QString& after, qint64 count)
{
  return skus(c, QStringLiteral("SELECT DISTINCT sku FROM stock WHERE sku > ? ORDER BY sku LIMIT ?"), {after, count});
}

} // namespace

Result<void> refreshStockAlertsOf(Connection& c, const QStringList& articles, Instant now, ChangeSet& changes)
{
  if (articles.isEmpty())
    return {};
  SC_TRY_ASSIGN(general, generalThresholds(c));
  for (const QString& sku : articles) {
    SC_TRY_ASSIGN(changed, ArticleLook(c, sku, now, general).run());
    changes.stock |= changed;
  }
  return {};
}

Result<void> refreshStockAlerts(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(before, progress(c));
  SC_TRY_ASSIGN(last, c.number(QStringLiteral("SELECT coalesce(max(id), 0) FROM stock_movements")));
  if (last <= before.lastMovement)
    return {};
  // Not DISTINCT: SQLite would find that by reading the whole index of SKUs.
  SC_TRY_ASSIGN(moved, skus(c, QStringLiteral("SELECT sku FROM stock_movements WHERE id > ? ORDER BY id"),
                            {before.lastMovement}));
  moved.removeDuplicates();
  SC_TRY(refreshStockAlertsOf(c, moved, now, changes));
  return saveProgress(c, {last, before.sweptTo, before.sweptAt});
}

Result<void> sweepStockAlerts(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(before, progress(c));
  if (now >= before.sweptAt && now - before.sweptAt < kSweepEvery)
    return {};
  SC_TRY_ASSIGN(portion, nextSkus(c, before.sweptTo, kSwept));
  if (portion.isEmpty() && before.sweptTo.isEmpty())
    return {};
  SC_TRY(refreshStockAlertsOf(c, portion, now, changes));
  return saveProgress(c, {before.lastMovement, portion.size() < kSwept ? QString() : portion.last(), now});
}

Result<void> refreshAllStockAlerts(Connection& c, Instant now, ChangeSet& changes)
{
  QString after;
  while (true) {
    SC_TRY_ASSIGN(portion, nextSkus(c, after, kPortion));
    if (portion.isEmpty())
      return {};
    SC_TRY(refreshStockAlertsOf(c, portion, now, changes));
    after = portion.last();
  }
}

Result<void> saveStockThresholds(Connection& c, const std::vector<StockThreshold>& thresholds, const QString& actor,
                                 Instant now, ChangeSet& changes)
{
  QStringList skus;
  for (const StockThreshold& threshold : thresholds) {
    SC_TRY(saveStockThreshold(c, threshold, actor, now, changes));
    if (threshold.scope == ThresholdScope::Sku)
      skus << threshold.subject;
  }
  return skus.size() == qsizetype(thresholds.size()) ? refreshStockAlertsOf(c, skus, now, changes)
                                                     : refreshAllStockAlerts(c, now, changes);
}

} // namespace supercargo
