#pragma once

#include "app/sandbox/order.h"
#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace supercargo::sandbox {

struct Options {
  quint64 seed = 1;
  double ordersPerMinute = 20;
  int historyDays = 30;
  qint64 orders = 2000;
  int products = 0; ///< 0: as many as go with the orders
  quint16 port = 0;
  QMap<QString, double> faults;                ///< name -> probability
  std::optional<Instant> start;                ///< nullopt: now
  double speed = 1;                            ///< world seconds a second
  QList<Shop> shops{Shop::Woo, Shop::Vendure}; ///< they take turns in getting an order; never empty
  bool serveForever = false;                   ///< do not end with standard input
};

/// Reads the command line; the error is a sentence for the person who typed it. `arguments` without the program's name.
Result<Options> parseOptions(const QStringList& arguments);

QString usage();

} // namespace supercargo::sandbox
