#pragma once

#include "app/sandbox/peer.h"
#include "tests/app/wire.h"

/// A merchant of any provider of the simulated world, and all that he knows of it in the end.
namespace supercargo::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// So few that also a small world has second pages.
inline constexpr int kMostOnAPage = 20;

/// The registry's provider, with short pages and a short history.
inline const Provider* inShortPages(QStringView id)
{
  static const std::vector<Provider> kShort = [] {
    std::vector<Provider> list = providers();
    for (Provider& provider : list)
      for (StreamDeclaration& stream : provider.declaration.streams) {
        stream.pageSize = std::min(stream.pageSize, kMostOnAPage);
        const bool byDay = stream.stream == Stream::Bills || stream.stream == Stream::Payments ||
                           (stream.maxWindow > 0s && stream.maxWindow <= 24h);
        stream.historyDays = byDay ? 12 : 0; // the world is ten days old
      }
    return list;
  }();
  const auto found = std::ranges::find(kShort, id, [](const Provider& one) { return one.declaration.id; });
  return found == kShort.end() ? nullptr : &*found;
}

inline bool isCourier(const Provider& provider)
{
  return provider.declaration.kind == ProviderKind::Courier;
}

/// A world in which the provider has something to tell.
inline sandbox::Options worldFor(const Provider& provider)
{
  sandbox::Shop shop = sandbox::Shop::Woo;
  for (const sandbox::PeerEntry& entry : sandbox::peerEntries()) {
    if (entry.provider != provider.declaration.id)
      continue;
    for (std::size_t i = 0; i < sandbox::kShopCount && entry.gateway; ++i)
      if (sandbox::gatewayOf(sandbox::Shop(i)) == *entry.gateway)
        shop = sandbox::Shop(i);
    shop = entry.shop.value_or(shop);
  }
  sandbox::Options options = Wire::smallWorld(shop);
  options.orders = isCourier(provider) ? 30 : 50;
  return options;
}

/// All that providers have said, without our own ids and the times at which we heard it.
inline QStringList everything(Connection& c)
{
  static const QStringList kQueries{
      u"SELECT 'order', o.external_id, o.number, o.raw_status, o.status, o.payment, o.fulfilment, o.aftersale, "
      "o.placed_at, o.updated_at, o.total_minor, o.paid_minor, o.refunded_minor, o.currency, o.customer_name, "
      "o.province, o.city, o.gone_at, d.paid_at, d.shipped_at, d.completed_at, d.tax_minor, d.discount_minor, "
      "d.shipping_minor, d.payment_reference, d.buyer_note, d.seller_memo, d.ship_street FROM orders o "
      "JOIN order_details d ON d.order_id = o.id"_s,
      u"SELECT 'line', o.external_id, l.position, l.external_id, l.sku, l.title, l.quantity, l.shipped_quantity, "
      "l.unit_minor, l.discount_minor, l.total_minor, l.variant_external_id FROM order_lines l "
      "JOIN orders o ON o.id = l.order_id"_s,
      u"SELECT 'refund', o.external_id, r.external_id, r.amount_minor, r.status, r.reason FROM order_refunds r "
      "JOIN orders o ON o.id = r.order_id"_s,
      u"SELECT 'product', external_id, title, status, updated_at, url, image_url, gone_at FROM products"_s,
      u"SELECT 'variant', external_id, sku, price_minor, options, stock, gone_at FROM variants"_s,
      u"SELECT 'stock', variant_external_id, location, sku, on_hand, available, allocated FROM shop_stock"_s,
      u"SELECT 'customer', external_id, name, email, phone, registered_at FROM customers WHERE external_id <> ''"_s,
      u"SELECT 'payment', external_id, order_number, raw_status, status, amount_minor, refunded_minor, fee_minor, "
      "received_minor, currency, method, payer, paid_at FROM payments"_s,
      u"SELECT 'bill', bill, entry_id, kind, amount_minor, fee_minor, net_minor, balance_minor, currency, occurred_at, "
      "settled_on, payment_external_id, order_number, refund_number, raw_line FROM bill_lines"_s,
      u"SELECT 'parcel', number, courier, status, reason, delivered_at, last_event_at, event_count FROM shipments"_s,
      u"SELECT 'scan', s.number, e.seq, e.at, e.status, e.reason, e.text, e.place FROM tracking_events e "
      "JOIN shipments s ON s.id = e.shipment_id"_s,
  };
  QStringList rows;
  for (const QString& query : kQueries) {
    const int columns = int(query.section(u" FROM "_s, 0, 0).count(u','));
    must(c.each(query, {}, [&](const Row& row) {
      QStringList values;
      for (int column = 0; column <= columns; ++column)
        values << row.text(column);
      rows << values.join(u'|');
    }));
  }
  rows.sort();
  return rows;
}

inline QString firstDifference(const QStringList& got, const QStringList& wanted)
{
  QString text = u"%1 rows instead of %2"_s.arg(got.size()).arg(wanted.size());
  for (const QString& row : wanted)
    if (!got.contains(row)) {
      text += u"; missing "_s + row;
      break;
    }
  for (const QString& row : got)
    if (!wanted.contains(row))
      return text + u"; too many "_s + row;
  return text;
}

/// A merchant of one provider; a courier's has a shop too, which tells of the parcels.
class Merchant {
public:
  Merchant(Wire& wire, const Provider& provider) : m_desk(wire, inShortPages), m_wire(wire), m_provider(provider)
  {
    if (isCourier(provider)) {
      m_desk.connect(u"woocommerce"_s);
      m_desk.sync({Stream::Orders});
      m_streams = {Stream::Tracking};
    }
    m_desk.connect(provider.declaration.id);
  }

  QStringList sync(bool full = false)
  {
    if (isCourier(m_provider))
      m_desk.askForAllParcels();
    return m_desk.sync(m_streams, full);
  }

  QStringList rows()
  {
    return must(m_desk.database->read([](Connection& c) -> Result<QStringList> { return everything(c); }).result());
  }

  qint64 fetched() const { return m_desk.fetched; }

  /// What is too young to be read, or rests after errors, has its turn later.
  QStringList settle(const std::function<bool(const QStringList&)>& done)
  {
    QStringList rows, errors;
    for (int pass = 0; pass < 8 && !(errors.isEmpty() && done(rows)); ++pass) {
      m_wire.time.advance(1h);
      errors = sync();
      rows = this->rows();
    }
    return rows;
  }

private:
  Desk m_desk;
  Wire& m_wire;
  const Provider& m_provider;
  std::vector<Stream> m_streams;
};

/// The rows of a merchant to whom nothing bad happens.
inline QStringList calmRows(Wire& wire, const Provider& provider)
{
  Merchant merchant(wire, provider);
  merchant.sync();
  QStringList before;
  return merchant.settle(
      [&](const QStringList& rows) { return std::exchange(before, rows) == rows && !rows.isEmpty(); });
}

} // namespace supercargo::test
