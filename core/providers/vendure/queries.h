#pragma once

/// The lists that are read: one query each, the options (page, filter, order) as a variable.
namespace supercargo::vendure {

inline constexpr char kOrdersQuery[] =
    "query Orders($options: OrderListOptions) { orders(options: $options) { totalItems items { "
    "id code state active createdAt updatedAt orderPlacedAt currencyCode totalWithTax subTotalWithTax shippingWithTax "
    "discounts { amountWithTax } taxSummary { taxTotal } "
    "customer { id firstName lastName emailAddress phoneNumber } "
    "shippingAddress { fullName streetLine1 streetLine2 city province postalCode countryCode phoneNumber } "
    "lines { id quantity unitPriceWithTax linePriceWithTax discountedLinePriceWithTax featuredAsset { preview } "
    "productVariant { id sku name product { id } options { name group { name } } } } "
    "payments { id method state amount transactionId createdAt "
    "refunds { id state total reason createdAt lines { orderLineId quantity } } } "
    "fulfillments { id state method trackingCode createdAt updatedAt lines { orderLineId quantity } } } } }";

#define SC_VENDURE_PRODUCT                                                                                             \
  "id name enabled updatedAt featuredAsset { preview } assets { preview } collections { name } "                       \
  "variants { id sku enabled updatedAt priceWithTax currencyCode trackInventory featuredAsset { preview } "            \
  "stockLevels { stockOnHand stockAllocated stockLocation { id } } options { name group { name } } }"

inline constexpr char kProductsQuery[] =
    "query Products($options: ProductListOptions) { products(options: $options) { totalItems items "
    "{ " SC_VENDURE_PRODUCT " } } }";

/// A change of a variant does not move its product's time, so the products of changed variants are read as well.
inline constexpr char kChangedVariantsQuery[] =
    "query ChangedVariants($options: ProductVariantListOptions) { productVariants(options: $options) { totalItems "
    "items { id product { " SC_VENDURE_PRODUCT " } } } }";

#undef SC_VENDURE_PRODUCT

inline constexpr char kStockQuery[] =
    "query Stock($options: ProductVariantListOptions) { productVariants(options: $options) { totalItems items { "
    "id sku trackInventory product { id } stockLevels { stockOnHand stockAllocated stockLocation { id } } } } }";

inline constexpr char kCustomersQuery[] =
    "query Customers($options: CustomerListOptions) { customers(options: $options) { totalItems items { "
    "id firstName lastName emailAddress phoneNumber createdAt updatedAt "
    "addresses { city province country { code } defaultShippingAddress } } } }";

} // namespace supercargo::vendure
