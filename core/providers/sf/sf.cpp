#include "core/providers/provider.h"

namespace supercargo::sf {

ProviderFunctions functions() { return {}; }

} // namespace supercargo::sf
