#pragma once

#include "app/sandbox/shopdesk.h"
#include "core/base/text.h"
#include "core/store/calls.h"
#include "core/store/orders.h"
#include "tests/app/wire.h"

/// What deeds leave behind: in the simulated world, and in the workspace.
namespace supercargo::test {

/// An order as its shop has it.
inline sandbox::Order orderInWorld(Wire& wire, sandbox::Shop shop, const OrderRow& row)
{
  sandbox::World& world = wire.sandbox().world();
  const auto index = shop == sandbox::Shop::Youzan ? world.orderByNumber(row.externalId)
                                                   : world.orderById(shop, row.externalId.toLongLong());
  return world.order(index.value());
}

/// Whether it waits to be shipped to a Chinese buyer with a name that stands nowhere by chance, as one of two signs
/// may.
inline bool waitsForChineseBuyer(Wire& wire, sandbox::Shop shop, const OrderRow& row)
{
  const sandbox::Person buyer = orderInWorld(wire, shop, row).buyer;
  return row.status == OrderStatus::ToShip && buyer.isChinese() && buyer.fullName().size() > 2;
}

/// Of whom parcels come.
inline AddressSnapshot senderInShenzhen()
{
  return {QStringLiteral("发货人"), QStringLiteral("13800001111"), QStringLiteral("CN"),      QStringLiteral("广东省"),
          QStringLiteral("深圳市"), QStringLiteral("南山区"),      QStringLiteral("某路1号"), QStringLiteral("518000")};
}

/// How often its shop was told of this parcel; WooCommerce keeps parcels in a plugin's record.
inline qsizetype timesTold(const sandbox::Order& order, const QString& number)
{
  return QJsonDocument(order.change.meta).toJson().count(number.toLatin1()) +
         std::ranges::count(sandbox::desk::parcels(order), number, &sandbox::desk::Parcel::number);
}

/// Whether one of these words stands there, as it is or encoded.
inline bool saysOneOf(const QStringList& words, const QByteArray& bytes)
{
  return std::ranges::any_of(words, [&](const QString& word) {
    return bytes.contains(word.toUtf8()) || bytes.contains(percentEncode(word)) ||
           QByteArray::fromPercentEncoding(bytes).contains(word.toUtf8());
  });
}

/// The recorded call that has one of these words; empty: none.
inline QString callWith(Desk& desk, const QStringList& words)
{
  const auto calls = must(desk.database->read([](Connection& c) { return callRows(c, {}, 1'000); }).result());
  for (const CallRecord& row : calls) { // their bodies are packed in the file
    const auto call = must(desk.database->read([id = row.id](Connection& c) { return callDetails(c, id); }).result());
    for (const QByteArray& part : {call->request, call->response, call->path.toUtf8(), call->error.toUtf8()})
      if (saysOneOf(words, part))
        return row.operation + QStringLiteral(": ") + QString::fromUtf8(call->request + call->response);
  }
  return {};
}

/// Where in the workspace one of these words stands; empty: nowhere.
inline QString placeOf(Desk& desk, const QStringList& words)
{
  for (const QString& path : {desk.config().sqliteFile, desk.config().sqliteFile + QStringLiteral("-wal")})
    if (QFile file(path); file.open(QIODevice::ReadOnly) && saysOneOf(words, file.readAll()))
      return path;
  return callWith(desk, words);
}

} // namespace supercargo::test
