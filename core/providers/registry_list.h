#pragma once

#include "core/providers/provider.h"

#include <span>

namespace supercargo {

struct ProviderEntry {
  const char* id;
  ProviderFunctions (*functions)();
};

/// Generated from providers.cmake.
std::span<const ProviderEntry> providerEntries();

} // namespace supercargo
