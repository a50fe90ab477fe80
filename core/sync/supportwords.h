#pragma once

#include <QSet>

namespace supercargo {

/// What may stand in a support bundle (core/sync/supporttext.h): nobody is called so. Lower case, letters only; words
/// that are joined ("access-token", "orderList") are looked up one by one.
const QSet<QString>& supportWords();
/// Known codes and words that hold digits, in capitals: "A1011", "SHA256".
const QSet<QString>& supportCodes();

} // namespace supercargo
