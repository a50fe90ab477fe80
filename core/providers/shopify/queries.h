#pragma once

/// What is read, as queries of API version 2026-10; all fields exist in 2026-01 too. Costs follow the documented way of
/// counting: a page of 100 orders asks for about 400 points of a bucket of 2000.
namespace supercargo::shopify {

#define SC_SHOPIFY_LINES                                                                                               \
  "pageInfo { hasNextPage endCursor } nodes { id sku title variantTitle quantity currentQuantity "                     \
  "unfulfilledQuantity originalUnitPriceSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } } "     \
  "image { url } product { id } variant { id } }"

#define SC_SHOPIFY_ORDER                                                                                               \
  "fragment OrderFields on Order { id name createdAt updatedAt cancelledAt closed closedAt displayFinancialStatus "    \
  "displayFulfillmentStatus returnStatus currencyCode note totalPriceSet { shopMoney { amount } } "                    \
  "totalReceivedSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } } "                               \
  "totalShippingPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } "                               \
  "totalDiscountsSet { shopMoney { amount } } "                                                                        \
  "customer { id displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } } "               \
  "shippingAddress { name company address1 address2 city province zip countryCodeV2 phone } "                          \
  "transactions(first: 10) { kind status gateway formattedGateway processedAt paymentId } "                            \
  "fulfillments(first: 20) { id status createdAt trackingInfo(first: 5) { company number url } } "                     \
  "refunds(first: 20) { id createdAt note totalRefundedSet { shopMoney { amount } } } "                                \
  "lineItems(first: 50) { " SC_SHOPIFY_LINES " } }"

inline constexpr char kOrdersQuery[] =
    "query Orders($n: Int!, $after: String, $q: String) { orders(first: $n, after: $after, query: $q, sortKey: "
    "UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { ...OrderFields } } } " SC_SHOPIFY_ORDER;
inline constexpr char kOrdersByIdQuery[] =
    "query OrdersById($ids: [ID!]!) { nodes(ids: $ids) { ...OrderFields } } " SC_SHOPIFY_ORDER;
inline constexpr char kMoreLinesQuery[] =
    "query MoreLines($id: ID!, $after: String) { order(id: $id) { lineItems(first: 250, after: $after) "
    "{ " SC_SHOPIFY_LINES " } } }";
inline constexpr char kOrdersCountQuery[] =
    "query OrdersCount($q: String) { ordersCount(query: $q, limit: null) { count } }";

#define SC_SHOPIFY_VARIANTS                                                                                            \
  "pageInfo { hasNextPage endCursor } nodes { id sku barcode price inventoryQuantity updatedAt "                       \
  "selectedOptions { name value } inventoryItem { tracked } media(first: 1) { nodes { preview { image { url } } } } }"

#define SC_SHOPIFY_PRODUCT                                                                                             \
  "fragment ProductFields on Product { id title status onlineStoreUrl productType updatedAt "                          \
  "media(first: 10) { nodes { preview { image { url } } } } collections(first: 10) { nodes { title } } "               \
  "variants(first: 50) { " SC_SHOPIFY_VARIANTS " } }"

/// Prices of variants are plain decimals: the currency is the shop's.
inline constexpr char kProductsQuery[] =
    "query Products($n: Int!, $after: String, $q: String) { shop { currencyCode } products(first: $n, after: $after, "
    "query: $q, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { ...ProductFields } } "
    "} " SC_SHOPIFY_PRODUCT;
inline constexpr char kProductsByIdQuery[] = "query ProductsById($ids: [ID!]!) { shop { currencyCode } nodes(ids: "
                                             "$ids) { ...ProductFields } } " SC_SHOPIFY_PRODUCT;
inline constexpr char kMoreVariantsQuery[] =
    "query MoreVariants($id: ID!, $after: String) { shop { currencyCode } product(id: $id) { variants(first: 100, "
    "after: $after) { " SC_SHOPIFY_VARIANTS " } } }";

#define SC_SHOPIFY_LEVELS                                                                                              \
  "inventoryLevels(first: 20) { nodes { location { id } quantities(names: [\"available\", \"on_hand\", "               \
  "\"committed\"]) { name quantity } } }"

inline constexpr char kStockQuery[] =
    "query Stock($n: Int!, $after: String) { productVariants(first: $n, after: $after, sortKey: ID) { pageInfo { "
    "hasNextPage endCursor } nodes { id sku product { id } inventoryItem { id tracked " SC_SHOPIFY_LEVELS " } } } }";
inline constexpr char kStockOfVariantQuery[] =
    "query StockOfVariant($id: ID!) { productVariant(id: $id) { id sku inventoryItem { id tracked " SC_SHOPIFY_LEVELS
    " } } }";

#define SC_SHOPIFY_CUSTOMER                                                                                            \
  "fragment CustomerFields on Customer { id displayName createdAt updatedAt defaultEmailAddress { emailAddress } "     \
  "defaultPhoneNumber { phoneNumber } defaultAddress { city province countryCodeV2 } }"

inline constexpr char kCustomersQuery[] =
    "query Customers($n: Int!, $after: String, $q: String) { customers(first: $n, after: $after, query: $q, sortKey: "
    "UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { ...CustomerFields } } } " SC_SHOPIFY_CUSTOMER;
inline constexpr char kCustomersByIdQuery[] =
    "query CustomersById($ids: [ID!]!) { nodes(ids: $ids) { ...CustomerFields } } " SC_SHOPIFY_CUSTOMER;

inline constexpr char kCheckQuery[] = "query Check { shop { id name currencyCode } orders(first: 1) { nodes { id } } }";

} // namespace supercargo::shopify
