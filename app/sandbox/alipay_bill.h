#pragma once

#include "app/sandbox/books.h"

namespace supercargo::sandbox {

/// A bill as the gateway's link gives it: a zip of two GBK tables, its entries named in GBK. `type`: "trade" or
/// "signcustomer". `to` is the last day.
QByteArray billZip(const World& world, Books& books, const QString& type, QDate from, QDate to, const QString& pid);

/// "在线支付" and its like, as fund bills say it.
QString entryType(EntryKind kind);

/// "*晓明(138****0001)"
QString maskedBuyer(const Person& buyer);

} // namespace supercargo::sandbox
