#pragma once

#include "core/base/instant.h"

#include <QString>

#include <vector>

namespace supercargo::sandbox {

struct Variant {
  int number = 0;               ///< position in Catalogue::variants
  int product = 0;              ///< position in Catalogue::products
  int place = 0;                ///< among the variants of its product
  QString sku, barcode, option; ///< option: "红色"; empty when the product has one variant only
  qint64 price = 0;             ///< minor units, without tax
  qint64 stock = 0;             ///< in each shop when the sandbox starts
};

struct Product {
  int number = 0;
  QString title, category, slug;
  int weightGrams = 0;
  int firstVariant = 0, variants = 1; ///< range in Catalogue::variants

  bool isSimple() const { return variants == 1; }
};

/// What both shops sell: the same goods under the same article numbers.
struct Catalogue {
  std::vector<Product> products;
  std::vector<Variant> variants;

  const Product& productOf(const Variant& variant) const { return products[std::size_t(variant.product)]; }
  QString title(const Variant& variant) const; ///< "棉麻抱枕 - 红色"
};

Catalogue catalogue(quint64 seed, int products = 300);

} // namespace supercargo::sandbox
