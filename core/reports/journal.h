#pragma once

#include "core/reports/report.h"

#include <QIODevice>

namespace supercargo {

/// Orders, payments' fees and refunds of a span as double entries: what plain-text accounting programs accept, strict
/// checks included. One entry an order on the day it was placed (sales, freight, tax, discount against what buyers
/// owe), one a payment on its day (owed against the gateway, its fee), one a refund on its day. Amounts in each order's
/// own currency, never converted.
enum class JournalKind { Hledger, Beancount };
Result<void> writeJournal(Connection& c, const ReportSpec& spec, JournalKind kind, QIODevice& out);

} // namespace supercargo
