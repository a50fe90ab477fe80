#pragma once

#include <QHashFunctions>

#include <compare>
#include <functional>

namespace supercargo {

/// A row's key that cannot be mistaken for another table's. Explicit in, and out only by value().
template <class Tag>
class Id {
public:
  constexpr Id() = default;
  constexpr explicit Id(qint64 value) : m_value(value) {}
  constexpr qint64 value() const { return m_value; }
  constexpr auto operator<=>(const Id&) const = default;

private:
  qint64 m_value = 0;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
  return ::qHash(id.value(), seed);
}

using AccountId = Id<struct AccountTag>;
using OrderId = Id<struct OrderTag>;
using ProductId = Id<struct ProductTag>;
using VariantId = Id<struct VariantTag>;
using CustomerId = Id<struct CustomerTag>;
using ShipmentId = Id<struct ShipmentTag>;
using PaymentId = Id<struct PaymentTag>;
using CallId = Id<struct CallTag>;
using FailureId = Id<struct FailureTag>;
using ActionId = Id<struct ActionTag>;
using SenderId = Id<struct SenderTag>;
using ShippingRuleId = Id<struct ShippingRuleTag>;

} // namespace supercargo

template <class Tag>
struct std::hash<supercargo::Id<Tag>> {
  size_t operator()(supercargo::Id<Tag> id) const noexcept { return std::hash<qint64>()(id.value()); }
};
