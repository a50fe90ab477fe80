#include "app/sandbox/options.h"

#include "app/sandbox/faults.h"
#include "app/sandbox/peer.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
Result<double> number(const QString& name, const QString& value, double low, double high)
{
  bool ok = false;
  const double result = value.toDouble(&ok);
  if (!ok || result < low || result > high)
    return fail(ErrorKind::Invalid, name + u" wants a number from "_s + QString::number(low, 'g', 12) + u" to "_s +
                                        QString::number(high, 'g', 12));
  return result;
}

QStringList shopNames()
{
  QStringList names;
  for (const PeerEntry& entry : peerEntries())
    if (entry.shop)
      names.append(entry.provider);
  return names;
}

/// "taobao,jd", or "all".
Result<QList<Shop>> shopsNamed(const QString& value)
{
  const QStringList wanted = value == "all"_L1 ? shopNames() : value.split(u',', Qt::SkipEmptyParts);
  QList<Shop> shops;
  for (const PeerEntry& entry : peerEntries())
    if (entry.shop && wanted.contains(entry.provider))
      shops.append(*entry.shop);
  if (shops.isEmpty() || shops.size() != wanted.size())
    return fail(ErrorKind::Invalid, u"--shops knows all, "_s + shopNames().join(u", "_s));
  return shops;
}

Result<void> setOption(Options& options, const QString& name, const QString& value)
{
  if (name == "--start"_L1) {
    SC_TRY_ASSIGN(start, parseIso(value));
    options.start = start;
  } else if (name == "--fault"_L1) {
    SC_TRY_ASSIGN(probability, number(name, value.contains(u'=') ? value.section(u'=', 1) : u"0.1"_s, 0, 1));
    const QString fault = value.section(u'=', 0, 0);
    if (!faultNames().contains(fault))
      return fail(ErrorKind::Invalid, u"--fault knows "_s + faultNames().join(u", "_s));
    options.faults[fault] = probability;
  } else if (name == "--shops"_L1) {
    SC_TRY_ASSIGN(shops, shopsNamed(value));
    options.shops = shops;
  } else if (name == "--seed"_L1) {
    SC_TRY_ASSIGN(seed, number(name, value, 0, 1e15));
    options.seed = quint64(seed);
  } else if (name == "--orders-per-minute"_L1) {
    SC_TRY_ASSIGN(rate, number(name, value, 0, 6000));
    options.ordersPerMinute = rate;
  } else if (name == "--history-days"_L1) {
    SC_TRY_ASSIGN(days, number(name, value, 1, 3650));
    options.historyDays = int(days);
  } else if (name == "--orders"_L1) {
    SC_TRY_ASSIGN(orders, number(name, value, 0, 2'000'000));
    options.orders = qint64(orders);
  } else if (name == "--products"_L1) {
    SC_TRY_ASSIGN(products, number(name, value, 1, 50'000));
    options.products = int(products);
  } else if (name == "--port"_L1) {
    SC_TRY_ASSIGN(port, number(name, value, 0, 65535));
    options.port = quint16(port);
  } else if (name == "--speed"_L1) {
    SC_TRY_ASSIGN(speed, number(name, value, 0.001, 10000));
    options.speed = speed;
  } else {
    return fail(ErrorKind::Invalid, u"unknown option "_s + name);
  }
  return {};
}
} // namespace

Result<Options> parseOptions(const QStringList& arguments)
{
  Options options;
  SC_TRY_ASSIGN(all, shopsNamed(u"all"_s));
  options.shops = all;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString name = arguments[i];
    if (name == "--json"_L1)
      continue; // the only output there is
    if (name == "--serve-forever"_L1) {
      options.serveForever = true;
      continue;
    }
    const QString value = arguments.value(++i);
    if (i >= arguments.size())
      return fail(ErrorKind::Invalid, name + u" wants a value, or is not an option"_s);
    SC_TRY(setOption(options, name, value));
  }
  return options;
}

QString usage()
{
  return u"supercargo-sandbox: shops, payment gateways and couriers on 127.0.0.1, all invented.\n\n"
         "  --seed N               the same seed and start give the same world (1)\n"
         "  --orders N             orders in the past (2000), up to 2000000; fewer than 100 make a shop of 30 goods\n"
         "  --products N           goods, up to 50000\n"
         "  --history-days D       days over which they are spread (30)\n"
         "  --orders-per-minute R  new orders while running (20)\n"
         "  --shops NAMES          which shops share the orders (all): "_s +
         shopNames().join(u',') +
         u"\n"
         "  --fault NAME[=P]       misbehave with probability P (0.1); may be repeated: "_s +
         faultNames().join(u", "_s) +
         u"\n"
         "  --port N               0: any free port (0)\n"
         "  --start ISO            the world's clock at start (now)\n"
         "  --speed X              world seconds a second (1)\n"
         "  --serve-forever        do not end when standard input ends\n"
         "  --json                 accepted; the output is one JSON line anyway\n\n"
         "Prints one JSON line when ready. Ends on SIGTERM, SIGINT, or at the end of standard input when that is a "
         "pipe;\n"
         "a terminal, a file or /dev/null as standard input does not end it.\n"_s;
}

} // namespace supercargo::sandbox
