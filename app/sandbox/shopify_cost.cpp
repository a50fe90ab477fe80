#include "app/sandbox/shopify.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox::shopify {
namespace {

bool isFree(const QString& name)
{
  return name == "pageInfo"_L1 || name.endsWith("Set"_L1) || name == "amountSpent"_L1 || name == "shopMoney"_L1 ||
         name == "presentmentMoney"_L1;
}

bool isConnection(const GraphField& field)
{
  return std::ranges::any_of(field.below, [](const GraphField& one) { return one.name == "nodes"_L1; });
}

} // namespace

int queryCost(const std::vector<GraphField>& fields)
{
  int sum = 0;
  for (const GraphField& field : fields) {
    if (field.below.empty() || isFree(field.name))
      continue;
    const int below = queryCost(field.below);
    const int first = std::max(1, field.arguments.value("first"_L1).toInt(1));
    sum += isConnection(field) ? 2 + std::max(1, int(std::floor(2 * std::log(double(first))))) * below : 1 + below;
  }
  return sum;
}

} // namespace supercargo::sandbox::shopify
