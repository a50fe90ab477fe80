#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace supercargo {

/// A kind of record that an account is read for.
enum class Stream { Orders, Products, Stock, Customers, Payments, Bills, Tracking };

QString streamName(Stream stream); ///< "orders"
/// "payouts" is the bills' other name: a payout is one of their lines.
std::optional<Stream> streamNamed(QStringView name);

/// Why a stream is read. Time stamps of real shops do not move on every change, so no loop is enough alone.
enum class Loop {
  Discover, ///< changed since the cursor, in a window that ends in the past
  Revisit,  ///< everything not final, again, by id
  Audit,    ///< counts and a sample compared; drift repaired
};

QString loopName(Loop loop);

} // namespace supercargo
