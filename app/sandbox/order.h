#pragma once

#include "app/sandbox/catalogue.h"
#include "app/sandbox/life.h"
#include "app/sandbox/people.h"

#include <QJsonArray>
#include <QString>

#include <vector>

namespace supercargo::sandbox {

enum class Shop : quint8 {
  Woo,
  Vendure,
  Taobao,
  Jd,
  Pinduoduo,
  Douyin,
  Youzan,
  Shopify,
  Magento,
  Medusa,
};
constexpr std::size_t kShopCount = 10;

/// Who takes the money of a shop's customers.
enum class Gateway : quint8 { Alipay, WechatPay, UnionPay, PayPal, Stripe };
Gateway gatewayOf(Shop shop);

enum class State : quint8 { Unpaid, Paid, Shipped, Delivered, Cancelled, Refunded, OnHold, Failed, PartShipped };

enum class Courier : quint8 { Sf, Yto, Zto };

/// All amounts are minor units of CNY.
struct Line {
  const Variant* variant = nullptr;
  qint64 quantity = 1, unit = 0, discount = 0;
  int taxPercent = 0;

  qint64 subtotal() const { return unit * quantity; }    ///< before discount, without tax
  qint64 total() const { return subtotal() - discount; } ///< without tax
  qint64 taxOf(qint64 amount) const { return (amount * taxPercent + 50) / 100; }
  qint64 tax() const { return taxOf(total()); }
};

struct Refund {
  qint64 id = 0;
  QString request; ///< the gateway's out_request_no; empty: the gateway knows nothing of it
  Instant at{};
  qint64 amount = 0;
  QString reason;
  QJsonArray meta = {}; ///< what the asker wants kept with it
};

struct Note {
  qint64 id = 0;
  Instant at{};
  QString text;
  bool forBuyer = false;
};

struct Fulfilment {
  qint64 id = 0;
  Instant at{};
  QString state, method, tracking;
  std::vector<std::pair<qint64, qint64>> lines; ///< line id, quantity
};

/// What callers have done to an order. The world only ever adds to it.
struct Change {
  std::optional<State> state;
  std::vector<Refund> refunds;
  std::vector<Refund> asked; ///< refunds that the buyer wants and the merchant has not agreed to
  std::vector<Note> notes;
  std::vector<Fulfilment> fulfilments;
  QJsonArray meta;
  std::optional<Instant> modified; ///< of changes that move the shop's time
  bool merchantShips = false;      ///< the merchant sends it: the world no longer does
  bool isAtCashier = false;        ///< the buyer has begun to pay: the gateway awaits the money
  bool isEndedUnpaid = false;      ///< ended before anybody paid: nobody can any more
};

struct Waybill {
  Courier courier = Courier::Sf;
  QString number;
};

/// An order as of a moment.
struct Order {
  qint64 index = 0, id = 0;
  Shop shop = Shop::Woo;
  QString number; ///< the gateway's out_trade_no
  Person buyer;
  bool guest = false;
  std::vector<Line> lines;
  QString coupon, buyerNote;
  qint64 shipping = 0, shippingTax = 0;
  Life life; ///< until that moment
  State state = State::Unpaid;
  std::optional<Waybill> waybill; ///< once shipped by the world
  QString tradeNo;                ///< once paid
  std::vector<Refund> refunds;
  Change change;
  Instant modified{};

  qint64 subtotal() const; ///< lines before discount, without tax
  qint64 discount() const;
  qint64 tax() const; ///< with the shipping's
  qint64 total() const { return subtotal() - discount() + shipping + tax(); }
  qint64 refunded() const;
};

/// "12.30"
QString yuan(qint64 minor);

} // namespace supercargo::sandbox
