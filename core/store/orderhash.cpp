#include "core/store/orderhash.h"

#include "core/base/crypto.h"

#include <QtEndian>

namespace supercargo {
namespace {

/// Writes fields one after the other, each with its length, so that no two contents run together.
class Bytes {
public:
  Bytes() { m_bytes.reserve(1024); }
  Bytes& operator<<(qint64 value)
  {
    m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Bytes& operator<<(const QString& text)
  {
    *this << qint64(text.size());
    m_bytes.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    return *this;
  }
  Bytes& operator<<(Money amount) { return *this << amount.minor(); }
  Bytes& operator<<(const std::optional<Instant>& at) { return *this << (at ? toMs(*at) : -1); }
  QByteArrayView view() const { return m_bytes; }

private:
  QByteArray m_bytes;
};

} // namespace

qint64 contentHash(QByteArrayView bytes)
{
  return qFromLittleEndian<qint64>(crypto::digest(crypto::Hash::Md5, bytes).constData());
}

qint64 contentHash(const OrderSnapshot& o)
{
  Bytes b;
  b << o.number << o.rawStatus << qint64(o.status) << qint64(o.payment) << qint64(o.fulfilment) << qint64(o.aftersale)
    << qint64(o.shippable) << o.total.currency().code() << o.total << o.goods << o.shipping << o.discount << o.tax
    << o.paid << o.refunded << toMs(o.placedAt) << o.updatedAt << o.paidAt << o.shippedAt << o.completedAt
    << o.customerExternalId << o.customerName << o.customerEmail << o.customerPhone << o.shipTo.name << o.shipTo.phone
    << o.shipTo.country << o.shipTo.province << o.shipTo.city << o.shipTo.district << o.shipTo.street
    << o.shipTo.postalCode << o.buyerNote << o.sellerMemo << o.paymentMethod << o.paymentReference
    << qint64(o.lines.size());
  for (const LineSnapshot& l : o.lines)
    b << l.externalId << l.productExternalId << l.variantExternalId << l.sku << l.title << l.options << l.imageUrl
      << l.quantity << l.shippedQuantity << l.unitPrice << l.discount << l.total;
  b << qint64(o.refunds.size());
  for (const RefundSnapshot& r : o.refunds)
    b << r.externalId << r.lineExternalId << r.reason << r.amount << qint64(r.status) << qint64(r.goodsReturned)
      << r.createdAt;
  b << qint64(o.parcels.size());
  for (const OrderParcelSnapshot& p : o.parcels)
    b << p.externalId << p.courierCode << p.courierName << p.number << p.url << p.shippedAt;
  b << o.warnings.join(u'\n');
  if (o.shipBy || o.deliverBy) // orders of platforms that demand nothing keep the hashes they have
    b << o.shipBy << o.deliverBy;
  return contentHash(b.view());
}

} // namespace supercargo
