#pragma once

#include <QString>

#include <array>
#include <span>

namespace supercargo::sandbox {

/// Where a buyer lives or a parcel passes. District centres; coordinates in degrees.
struct Place {
  const char16_t* country;  ///< "CN"
  const char16_t* province; ///< with its suffix; "" abroad
  const char16_t* city;
  const char16_t* district; ///< "" abroad
  const char16_t* pinyin;
  int code;                 ///< administrative division; 0 abroad
  const char16_t* cityCode; ///< the courier's, which is the telephone area: "755"
  const char16_t* postcode;
  double lon, lat;
};

inline QString text(const char16_t* value)
{
  return QString::fromUtf16(value);
}

std::span<const Place> chinesePlaces(); ///< bigger ones first
std::span<const Place> foreignPlaces();
const Place& warehouse(); ///< where all parcels start

} // namespace supercargo::sandbox
