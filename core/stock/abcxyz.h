#pragma once

#include <optional>
#include <vector>

namespace supercargo {

enum class ValueClass { A, B, C };
enum class SteadinessClass { X, Y, Z };

/// Where the classes end: shares of the value, and variation coefficients of demand by period.
struct ClassLimits {
  double a = 0.80, b = 0.95;
  double x = 0.20, y = 0.50;
};

/// Classes by value used (its currency is the caller's, one for all): the dearest first, A while what came before is
/// below the share `a`, and so on. Without any value everything is C. The result is in the order given.
std::vector<ValueClass> valueClasses(const std::vector<double>& values, const ClassLimits& limits = {});

/// By the variation coefficient sd/mean (n) of demand by period; at least 12 periods, and some demand, else no value.
std::optional<SteadinessClass> steadinessClass(const std::vector<double>& periods, const ClassLimits& limits = {});

} // namespace supercargo
