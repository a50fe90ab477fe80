#include "core/providers/provider.h"

namespace supercargo::vendure {

ProviderFunctions functions() { return {}; }

} // namespace supercargo::vendure
