#pragma once

#include "app/sandbox/world.h"

#include <map>

namespace supercargo::sandbox {

/// Whose telephone stands on every parcel that the world sends: couriers tell a parcel's way only to who knows the last
/// digits of either end's.
inline constexpr QLatin1StringView kSenderPhone("0571-88001234");

/// Where a parcel goes, as its caller wrote it.
struct Addressee {
  QString name, phone, city, street;
};
/// Nobody delivers to "张**, 138****0000": every courier refuses it in its own words.
bool isMasked(const Addressee& to);

/// A parcel that a caller has booked.
struct Booking {
  QString orderNumber, number;
  Addressee to;
  QStringList children;
  Courier courier = Courier::Sf;
  Journey journey;
  QStringList phones; ///< last four digits of sender and recipient
  bool cancelled = false;
};

/// A parcel under way, booked or sent by the world.
struct ParcelUnderWay {
  Courier courier = Courier::Sf;
  Journey journey;
  QStringList phones; ///< whose last four digits open its tracking
};

/// All parcels that callers booked, at whichever peer: an aggregator tracks what a courier took. A booked parcel leaves
/// after a minute and arrives five later.
class ParcelBook {
public:
  /// `key`: peer and order number, "zto:DEV-1".
  Booking* find(const QString& key);
  Booking* byNumber(const QString& number);
  Booking& book(const World& world, const QString& key, Courier courier, const QString& fromCity,
                const QString& fromPhone, const Addressee& to, qint64 parcels = 1);
  const std::map<QString, Booking>& all() const { return m_bookings; } ///< by key

  /// nullopt: nobody's number, not on its way yet, or cancelled.
  std::optional<ParcelUnderWay> underWay(const World& world, const QString& number) const;

private:
  std::map<QString, Booking> m_bookings;
  QHash<QString, QString> m_keys; ///< waybill -> key
};

/// The first place of that city; the biggest when there is none.
const Place& placeNamed(const QString& city);

/// Whose number it looks like.
Courier courierOfNumber(const QString& number);

/// A PDF of one page, 76 by 130 millimetres, that says this.
QByteArray onePagePdf(const QByteArray& text);

} // namespace supercargo::sandbox
