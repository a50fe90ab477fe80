#include "app/sandbox/parcelbook.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qint64 kBookedFrom = 100'000'000'000; ///< numbers of booked parcels lie beyond those of orders
constexpr auto kSenderTail = kSenderPhone.last(4);
} // namespace

bool isMasked(const Addressee& to)
{
  return to.name.contains(u'*') || to.phone.contains(u'*') || to.street.contains("**"_L1);
}

Booking* ParcelBook::find(const QString& key)
{
  const auto booking = m_bookings.find(key);
  return booking == m_bookings.end() ? nullptr : &booking->second;
}

Booking* ParcelBook::byNumber(const QString& number)
{
  return m_keys.contains(number) ? find(m_keys.value(number)) : nullptr;
}

Booking& ParcelBook::book(const World& world, const QString& key, Courier courier, const QString& fromCity,
                          const QString& fromPhone, const Addressee& to, qint64 parcels)
{
  Booking& booking = m_bookings[key];
  booking.orderNumber = key.section(u':', 1);
  booking.to = to;
  booking.courier = courier;
  for (qint64 i = 0; i < parcels; ++i) {
    const QString number = world.numbers().waybill(courier, kBookedFrom + m_keys.size());
    m_keys.insert(number, key);
    (i == 0 ? booking.number : booking.children.emplaceBack()) = number;
  }
  const Instant now = world.now();
  booking.journey = {now + std::chrono::minutes(1), now + std::chrono::minutes(6), &placeNamed(fromCity),
                     &placeNamed(to.city),          courierName(courier),          false};
  booking.phones = {fromPhone.right(4), to.phone.right(4)};
  return booking;
}

std::optional<ParcelUnderWay> ParcelBook::underWay(const World& world, const QString& number) const
{
  if (const auto booking = m_bookings.find(m_keys.value(number)); booking != m_bookings.end()) {
    const Booking& found = booking->second;
    if (found.cancelled || found.journey.left > world.present())
      return std::nullopt;
    return ParcelUnderWay{found.courier, found.journey, found.phones + QStringList{kSenderTail}};
  }
  const auto index = world.orderByWaybill(number);
  if (!index)
    return std::nullopt;
  const Order order = world.order(*index);
  return ParcelUnderWay{
      order.waybill->courier, *world.journey(order), {order.buyer.phone.right(4), QString(kSenderTail)}};
}

const Place& placeNamed(const QString& city)
{
  for (const Place& place : chinesePlaces())
    if (!city.isEmpty() && text(place.city).startsWith(city.left(2)))
      return place;
  return chinesePlaces()[0];
}

Courier courierOfNumber(const QString& number)
{
  return number.startsWith("SF"_L1) ? Courier::Sf : number.startsWith("YT"_L1) ? Courier::Yto : Courier::Zto;
}

QByteArray onePagePdf(const QByteArray& text)
{
  const QByteArray drawing = "BT /F 14 Tf 20 180 Td (" + text + ") Tj ET";
  const QByteArrayList objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 215 369]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length " + QByteArray::number(drawing.size()) + ">>stream\n" + drawing + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  QByteArray pdf = "%PDF-1.4\n";
  QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
  for (qsizetype i = 0; i < objects.size(); ++i) {
    table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
    pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const QByteArray start = QByteArray::number(pdf.size());
  return pdf + table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace supercargo::sandbox
