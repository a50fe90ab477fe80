#include "core/db/schema.h"

#include "core/db/schema_subjects.h"

#include <array>

namespace supercargo {
namespace {

constexpr std::array kVersions{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24};

consteval bool rising()
{
  for (size_t i = 0; i < kVersions.size(); ++i)
    if (kVersions[i] != static_cast<int>(i) + 1)
      return false;
  return true;
}
static_assert(rising(), "schema versions count up from 1 without a gap");

// Version 1, by subject. Provider truth and user truth are different tables; instants end in _at (ms, UTC), money in
// _minor.

const std::vector<QString> kWorkspace{
    QStringLiteral("CREATE TABLE id_blocks (name TEXT NOT NULL PRIMARY KEY, next BIGINT NOT NULL) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE workspace (id BIGINT NOT NULL PRIMARY KEY, shop_name TEXT NOT NULL, currency TEXT NOT NULL,"
        " time_zone TEXT NOT NULL, simulated SMALLINT NOT NULL, created_at BIGINT NOT NULL)"),
    QStringLiteral("CREATE TABLE vault (id BIGINT NOT NULL PRIMARY KEY, protection TEXT NOT NULL, salt $BLOB, cost_n "
                   "BIGINT NOT NULL,"
                   " cost_r BIGINT NOT NULL, cost_p BIGINT NOT NULL, wrapped_key $BLOB)"),
    QStringLiteral("CREATE TABLE saved_views (id $PK, page TEXT NOT NULL, name TEXT NOT NULL, filter TEXT NOT NULL,"
                   " position BIGINT NOT NULL)"),
};

const std::vector<QString> kAccounts{
    QStringLiteral("CREATE TABLE accounts (id $PK, provider TEXT NOT NULL, name TEXT NOT NULL, endpoint TEXT NOT NULL,"
                   " fields TEXT NOT NULL, state TEXT NOT NULL, error_kind TEXT NOT NULL, detail TEXT NOT NULL,"
                   " created_at BIGINT NOT NULL, credential_at BIGINT NOT NULL, clock_offset_ms BIGINT NOT NULL,"
                   " api_version_seen TEXT NOT NULL, removed_at BIGINT)"),
    QStringLiteral("CREATE TABLE secrets (account_id BIGINT NOT NULL, field TEXT NOT NULL, nonce $BLOB NOT NULL,"
                   " sealed $BLOB NOT NULL, changed_at BIGINT NOT NULL, PRIMARY KEY (account_id, field)) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE stream_states (account_id BIGINT NOT NULL, stream TEXT NOT NULL, cursor TEXT NOT NULL,"
        " covered_to BIGINT, last_ok_at BIGINT, last_try_at BIGINT, last_revisit_at BIGINT, last_audit_at BIGINT,"
        " last_error_kind TEXT NOT NULL, last_error TEXT NOT NULL, remote_total BIGINT NOT NULL,"
        " PRIMARY KEY (account_id, stream)) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE calls (id $PK, account_id BIGINT NOT NULL, at BIGINT NOT NULL, operation TEXT NOT NULL,"
        " method TEXT NOT NULL, host TEXT NOT NULL, path TEXT NOT NULL, status BIGINT NOT NULL, ms BIGINT NOT NULL,"
        " bytes BIGINT NOT NULL, attempt BIGINT NOT NULL, error_kind TEXT NOT NULL, error TEXT NOT NULL,"
        " request $BLOB, response $BLOB, stored TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX calls_by_account ON calls (account_id, id)"),
    QStringLiteral("CREATE INDEX calls_by_time ON calls (at)"),
    QStringLiteral("CREATE TABLE sync_failures (id $PK, account_id BIGINT NOT NULL, stream TEXT NOT NULL,"
                   " external_id TEXT NOT NULL, reason TEXT NOT NULL, payload $BLOB, attempts BIGINT NOT NULL,"
                   " first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, call_id BIGINT,"
                   " UNIQUE (account_id, stream, external_id))"),
};

// Orders have time-ordered keys (core/store/orderid.h), so "newest first" is the primary key's own order.
const std::vector<QString> kOrders{
    QStringLiteral(
        "CREATE TABLE orders (id $PK, account_id BIGINT NOT NULL, external_id TEXT NOT NULL, number TEXT NOT NULL,"
        " status TEXT NOT NULL, payment TEXT NOT NULL, fulfilment TEXT NOT NULL, aftersale TEXT NOT NULL,"
        " stage TEXT NOT NULL, raw_status TEXT NOT NULL, shippable SMALLINT NOT NULL, currency TEXT NOT NULL,"
        " total_minor BIGINT NOT NULL, paid_minor BIGINT NOT NULL, refunded_minor BIGINT NOT NULL,"
        " placed_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, line_count BIGINT NOT NULL, units BIGINT NOT NULL,"
        " first_title TEXT NOT NULL, customer_id BIGINT NOT NULL, customer_name TEXT NOT NULL, city TEXT NOT NULL,"
        " province TEXT NOT NULL, content_hash BIGINT NOT NULL, event_count BIGINT NOT NULL,"
        " stored_at BIGINT NOT NULL, next_check_at BIGINT, gone_at BIGINT)"),
    QStringLiteral("CREATE UNIQUE INDEX orders_by_external_id ON orders (account_id, external_id)"),
    QStringLiteral("CREATE INDEX orders_by_stage ON orders (stage, id)"),
    QStringLiteral("CREATE INDEX orders_by_account ON orders (account_id, id)"),
    QStringLiteral("CREATE INDEX orders_by_customer ON orders (customer_id)"),
    QStringLiteral("CREATE INDEX orders_by_number ON orders (number)"),
    QStringLiteral(
        "CREATE INDEX orders_to_check ON orders (account_id, next_check_at) WHERE next_check_at IS NOT NULL"),
    QStringLiteral(
        "CREATE TABLE order_details (order_id $PK, goods_minor BIGINT NOT NULL, shipping_minor BIGINT NOT NULL,"
        " discount_minor BIGINT NOT NULL, tax_minor BIGINT NOT NULL, paid_at BIGINT, shipped_at BIGINT,"
        " completed_at BIGINT, customer_email TEXT NOT NULL, customer_phone TEXT NOT NULL, ship_name TEXT NOT NULL,"
        " ship_phone TEXT NOT NULL, ship_country TEXT NOT NULL, ship_district TEXT NOT NULL, ship_street TEXT NOT NULL,"
        " ship_postal_code TEXT NOT NULL, buyer_note TEXT NOT NULL, seller_memo TEXT NOT NULL,"
        " payment_method TEXT NOT NULL, payment_reference TEXT NOT NULL, warnings TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX order_details_by_reference ON order_details (payment_reference)"
                   " WHERE payment_reference <> ''"),
    QStringLiteral(
        "CREATE TABLE order_lines (order_id BIGINT NOT NULL, position BIGINT NOT NULL, external_id TEXT NOT NULL,"
        " product_external_id TEXT NOT NULL, variant_external_id TEXT NOT NULL, sku TEXT NOT NULL, title TEXT NOT NULL,"
        " options TEXT NOT NULL, image_url TEXT NOT NULL, quantity BIGINT NOT NULL, shipped_quantity BIGINT NOT NULL,"
        " unit_minor BIGINT NOT NULL, discount_minor BIGINT NOT NULL, total_minor BIGINT NOT NULL,"
        " reserved BIGINT NOT NULL, taken BIGINT NOT NULL, PRIMARY KEY (order_id, position)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE order_events (order_id BIGINT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL,"
                   " kind TEXT NOT NULL, text TEXT NOT NULL, call_id BIGINT, PRIMARY KEY (order_id, seq)) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE order_refunds (order_id BIGINT NOT NULL, external_id TEXT NOT NULL,"
        " line_external_id TEXT NOT NULL, amount_minor BIGINT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,"
        " goods_returned SMALLINT NOT NULL, created_at BIGINT, PRIMARY KEY (order_id, external_id)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE order_tags (order_id BIGINT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (order_id, tag)) "
                   "$CLUSTERED"),
    // What happened last, for the live feed: a ring, trimmed by the writer.
    QStringLiteral("CREATE TABLE feed (id $PK, order_id BIGINT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL,"
                   " text TEXT NOT NULL, call_id BIGINT)"),
};

// The search text is stored beside the index: SQLite's external-content table needs the old words to forget them.
const std::vector<QString> kSearch{
    QStringLiteral("CREATE TABLE order_texts (order_id $PK, words TEXT NOT NULL)"),
    QStringLiteral("sqlite:CREATE VIRTUAL TABLE order_search USING fts5 (words, content='', columnsize=0, detail=none,"
                   " tokenize='ascii')"),
    QStringLiteral("postgresql:CREATE INDEX order_texts_words ON order_texts USING gin "
                   "(array_to_tsvector(string_to_array(words, ' ')))"),
};

const std::vector<QString> kRollups{
    QStringLiteral("CREATE TABLE stage_counts (account_id BIGINT NOT NULL, stage TEXT NOT NULL, status TEXT NOT NULL,"
                   " orders BIGINT NOT NULL, PRIMARY KEY (account_id, stage, status)) $CLUSTERED"),
    // A slot is a quarter of an hour since 1970: fine enough to cut a day in every time zone there is.
    QStringLiteral(
        "CREATE TABLE sales_slots (slot BIGINT NOT NULL, account_id BIGINT NOT NULL, currency TEXT NOT NULL,"
        " orders BIGINT NOT NULL, cancelled BIGINT NOT NULL, units BIGINT NOT NULL, placed_minor BIGINT NOT NULL,"
        " paid_minor BIGINT NOT NULL, refunded_minor BIGINT NOT NULL,"
        " PRIMARY KEY (slot, account_id, currency)) $CLUSTERED"),
};

const std::vector<QString> kCatalogue{
    QStringLiteral(
        "CREATE TABLE customers (id $PK, account_id BIGINT NOT NULL, external_id TEXT NOT NULL, name TEXT NOT NULL,"
        " phone TEXT NOT NULL, email TEXT NOT NULL, country TEXT NOT NULL, province TEXT NOT NULL, city TEXT NOT NULL,"
        " registered_at BIGINT, updated_at BIGINT)"),
    QStringLiteral("CREATE UNIQUE INDEX customers_by_external_id ON customers (account_id, external_id)"),
    QStringLiteral(
        "CREATE TABLE products (id $PK, account_id BIGINT NOT NULL, external_id TEXT NOT NULL, title TEXT NOT NULL,"
        " status TEXT NOT NULL, url TEXT NOT NULL, image_url TEXT NOT NULL, categories TEXT NOT NULL,"
        " updated_at BIGINT, content_hash BIGINT NOT NULL, UNIQUE (account_id, external_id))"),
    QStringLiteral("CREATE TABLE variants (id $PK, product_id BIGINT NOT NULL, account_id BIGINT NOT NULL,"
                   " external_id TEXT NOT NULL, sku TEXT NOT NULL, barcode TEXT NOT NULL, options TEXT NOT NULL,"
                   " image_url TEXT NOT NULL, price_minor BIGINT, currency TEXT NOT NULL, stock BIGINT,"
                   " managed_by TEXT NOT NULL, updated_at BIGINT, UNIQUE (account_id, external_id))"),
    QStringLiteral("CREATE INDEX variants_by_product ON variants (product_id)"),
    QStringLiteral("CREATE INDEX variants_by_sku ON variants (sku)"),
    QStringLiteral("CREATE TABLE shop_stock (account_id BIGINT NOT NULL, variant_external_id TEXT NOT NULL,"
                   " location TEXT NOT NULL, sku TEXT NOT NULL, on_hand BIGINT, allocated BIGINT, available BIGINT,"
                   " told_at BIGINT NOT NULL, PRIMARY KEY (account_id, variant_external_id, location)) $CLUSTERED"),
};

const std::vector<QString> kStock{
    // told: what the account that opened the balance last said; told_movement: the newest movement it could know of.
    QStringLiteral("CREATE TABLE stock (sku TEXT NOT NULL, warehouse TEXT NOT NULL, on_hand BIGINT NOT NULL,"
                   " reserved BIGINT NOT NULL, blocked BIGINT NOT NULL, incoming BIGINT NOT NULL, opened_by BIGINT,"
                   " told BIGINT, told_movement BIGINT,"
                   " PRIMARY KEY (sku, warehouse)) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE stock_movements (id $PK, sku TEXT NOT NULL, warehouse TEXT NOT NULL, at BIGINT NOT NULL,"
        " kind TEXT NOT NULL, on_hand_delta BIGINT NOT NULL, reserved_delta BIGINT NOT NULL, reason TEXT NOT NULL,"
        " actor TEXT NOT NULL, order_id BIGINT, call_id BIGINT)"),
    QStringLiteral("CREATE INDEX stock_movements_by_sku ON stock_movements (sku, id)"),
};

const std::vector<QString> kParcels{
    QStringLiteral(
        "CREATE TABLE shipments (id $PK, order_id BIGINT, account_id BIGINT, courier TEXT NOT NULL, number TEXT NOT "
        "NULL,"
        " status TEXT NOT NULL, reason TEXT NOT NULL, raw_status TEXT NOT NULL, place TEXT NOT NULL,"
        " phone_tail TEXT NOT NULL, shipped_at BIGINT, delivered_at BIGINT, estimated_at BIGINT, last_event_at BIGINT,"
        " event_count BIGINT NOT NULL, content_hash BIGINT NOT NULL, created_at BIGINT NOT NULL, next_check_at BIGINT,"
        " UNIQUE (number))"),
    QStringLiteral("CREATE INDEX shipments_by_order ON shipments (order_id)"),
    QStringLiteral("CREATE INDEX shipments_to_check ON shipments (next_check_at) WHERE next_check_at IS NOT NULL"),
    QStringLiteral("CREATE TABLE tracking_events (shipment_id BIGINT NOT NULL, seq BIGINT NOT NULL, at BIGINT,"
                   " wall_clock TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, place "
                   "TEXT NOT NULL,"
                   " raw_code TEXT NOT NULL, latitude $REAL, longitude $REAL, coordinate_system TEXT NOT NULL,"
                   " PRIMARY KEY (shipment_id, seq)) $CLUSTERED"),
};

// What we ask of providers. A parcel's recipient is never kept here: it is read from the order when the call is made.
const std::vector<QString> kOutbox{
    QStringLiteral(
        "CREATE TABLE outbox (id $PK, account_id BIGINT NOT NULL, idempotency_key TEXT NOT NULL, kind TEXT NOT NULL,"
        " payload TEXT NOT NULL, order_id BIGINT, target TEXT NOT NULL, actor TEXT NOT NULL, state TEXT NOT NULL,"
        " attempts BIGINT NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, next_try_at BIGINT,"
        " error_kind TEXT NOT NULL, error TEXT NOT NULL, outcome TEXT NOT NULL, compensates BIGINT, call_id BIGINT,"
        " UNIQUE (account_id, idempotency_key))"),
    QStringLiteral("CREATE INDEX outbox_to_send ON outbox (next_try_at) WHERE next_try_at IS NOT NULL"),
    QStringLiteral("CREATE INDEX outbox_by_order ON outbox (order_id)"),
    QStringLiteral("CREATE TABLE labels (shipment_id BIGINT NOT NULL, position BIGINT NOT NULL, format TEXT NOT NULL,"
                   " url TEXT NOT NULL, data $BLOB, created_at BIGINT NOT NULL, printed_at BIGINT,"
                   " PRIMARY KEY (shipment_id, position)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE senders (id $PK, label TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL,"
                   " country TEXT NOT NULL, province TEXT NOT NULL, city TEXT NOT NULL, district TEXT NOT NULL,"
                   " street TEXT NOT NULL, postal_code TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE shipping_rules (id $PK, position BIGINT NOT NULL, name TEXT NOT NULL,"
                   " enabled SMALLINT NOT NULL, automatic SMALLINT NOT NULL, conditions TEXT NOT NULL,"
                   " account_id BIGINT NOT NULL, service TEXT NOT NULL, pay_method TEXT NOT NULL,"
                   " sender_id BIGINT NOT NULL, weight_grams BIGINT NOT NULL)"),
};

const std::vector<QString> kMoney{
    QStringLiteral(
        "CREATE TABLE payments (id $PK, account_id BIGINT NOT NULL, external_id TEXT NOT NULL,"
        " order_number TEXT NOT NULL, order_id BIGINT, currency TEXT NOT NULL, amount_minor BIGINT NOT NULL,"
        " received_minor BIGINT, fee_minor BIGINT, refunded_minor BIGINT, status TEXT NOT NULL, raw_status TEXT NOT "
        "NULL,"
        " paid_at BIGINT, payer TEXT NOT NULL, method TEXT NOT NULL, content_hash BIGINT NOT NULL, checked_at BIGINT,"
        " UNIQUE (account_id, external_id))"),
    QStringLiteral("CREATE INDEX payments_by_order ON payments (order_id)"),
    QStringLiteral("CREATE INDEX payments_by_number ON payments (order_number)"),
    QStringLiteral("CREATE TABLE payment_checks (account_id BIGINT NOT NULL, order_number TEXT NOT NULL,"
                   " asked_at BIGINT NOT NULL, PRIMARY KEY (account_id, order_number)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE payment_refunds (payment_id BIGINT NOT NULL, external_id TEXT NOT NULL,"
                   " amount_minor BIGINT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, created_at BIGINT,"
                   " PRIMARY KEY (payment_id, external_id)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE bill_lines (account_id BIGINT NOT NULL, bill TEXT NOT NULL, entry_id TEXT NOT NULL,"
                   " kind TEXT NOT NULL, payment_external_id TEXT NOT NULL, order_number TEXT NOT NULL, refund_number "
                   "TEXT NOT NULL,"
                   " title TEXT NOT NULL, raw_line TEXT NOT NULL, currency TEXT NOT NULL, amount_minor BIGINT NOT NULL,"
                   " fee_minor BIGINT, net_minor BIGINT, balance_minor BIGINT, occurred_at BIGINT,"
                   " settled_on TEXT NOT NULL, PRIMARY KEY (account_id, bill, entry_id)) $CLUSTERED"),
    QStringLiteral("CREATE INDEX bill_lines_by_payment ON bill_lines (account_id, payment_external_id)"),
};

// Version 2.
const std::vector<QString> kWatch{
    QStringLiteral("ALTER TABLE accounts ADD COLUMN retirement_seen TEXT NOT NULL DEFAULT ''"),
    QStringLiteral("ALTER TABLE stream_states ADD COLUMN audit_compared BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stream_states ADD COLUMN audit_wrong BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("CREATE TABLE change_notices (id $PK, account_id BIGINT NOT NULL, kind TEXT NOT NULL,"
                   " cause TEXT NOT NULL, sample TEXT NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL,"
                   " times BIGINT NOT NULL, dismissed_at BIGINT, UNIQUE (account_id, kind, cause, sample))"),
};

// Version 10: the words there are in the search index, to find those that begin like what is being typed.
const std::vector<QString> kSearchWords{
    QStringLiteral("sqlite:CREATE VIRTUAL TABLE order_search_words USING fts5vocab (order_search, instance)"),
};

// Version 11: when an article was sold last is read from the ledger, never kept.
const std::vector<QString> kFactsOfStock{
    QStringLiteral("ALTER TABLE stock_facts DROP COLUMN last_sold_at"),
};

// Each SKU of a page asks for its own: without this, each read all of its shop's.
const std::vector<QString> kFiguresBySku{
    QStringLiteral("CREATE INDEX shop_stock_by_sku ON shop_stock (sku)"),
};

// What is due of one account, what has no target first; and what is under way of one target.
const std::vector<QString> kOutboxByAccount{
    QStringLiteral("CREATE INDEX outbox_of_account ON outbox (account_id, (CASE WHEN target = '' THEN 0 ELSE 1 END),"
                   " next_try_at, id) WHERE next_try_at IS NOT NULL"),
    QStringLiteral("CREATE INDEX outbox_of_target ON outbox (account_id, target, id) WHERE next_try_at IS NOT NULL OR"
                   " state = 'sending'"),
};

// Shops that give the gateway's own id as reference: their orders look for their payments by it.
const std::vector<QString> kPaymentsById{
    QStringLiteral("CREATE INDEX payments_by_external_id ON payments (external_id)"),
};

// A payment that two bills name was counted twice in the facts of its day.
const std::vector<QString> kSettledOnce{
    QStringLiteral("DELETE FROM cube_state"), // so that all days are made anew
};

std::vector<QString> joined(std::initializer_list<const std::vector<QString>*> parts)
{
  std::vector<QString> all;
  for (const auto* part : parts)
    all.insert(all.end(), part->begin(), part->end());
  return all;
}

} // namespace

const std::vector<Migration>& migrations()
{
  static const std::vector<Migration> list{
      {kVersions[0], "the keel",
       joined({&kWorkspace, &kAccounts, &kOrders, &kSearch, &kRollups, &kCatalogue, &kStock, &kParcels, &kOutbox,
               &kMoney})},
      {kVersions[1], "what providers change", kWatch},
      {kVersions[2], "inventory", inventorySchema()},
      {kVersions[3], "reports", reportsSchema()},
      {kVersions[4], "shipping desk", shippingDeskSchema()},
      {kVersions[5], "connections", connectionsSchema()},
      {kVersions[6], "channel stock", channelStockSchema()},
      {kVersions[7], "shipment map", shipmentMapSchema()},
      {kVersions[8], "more figures of orders", reportFiguresSchema()},
      {kVersions[9], "words of the search", kSearchWords},
      {kVersions[10], "facts of stock", kFactsOfStock},
      {kVersions[11], "freight bills", freightSchema()},
      {kVersions[12], "reasons of declined payments", declinesSchema()},
      {kVersions[13], "facts of days", dayFactsSchema()},
      {kVersions[14], "parcel plans", parcelPlansSchema()},
      {kVersions[15], "erasures", erasureSchema()},
      {kVersions[16], "promises", promisesSchema()},
      {kVersions[17], "weights of articles", articleWeightsSchema()},
      {kVersions[18], "products that are gone", goneProductsSchema()},
      {kVersions[19], "shops' figures by SKU", kFiguresBySku},
      {kVersions[20], "outbox by account", kOutboxByAccount},
      {kVersions[21], "payments by their gateway's id", kPaymentsById},
      {kVersions[22], "lines apart from their orders", keptLinesSchema()},
      {kVersions[23], "settlements counted once", kSettledOnce},
  };
  return list;
}

} // namespace supercargo
