#pragma once

#include "app/sandbox/places.h"

#include <QString>

namespace supercargo::sandbox {

/// An invented buyer with an invented address.
struct Person {
  qint64 id = 0; ///< from 1
  const Place* place = nullptr;
  QString firstName, lastName; ///< Chinese names: given name and family name
  QString email, phone, street;

  bool isChinese() const { return place->code != 0; }
  QString fullName() const;
};

/// The same person for the same seed and id.
Person person(quint64 seed, qint64 id);

} // namespace supercargo::sandbox
