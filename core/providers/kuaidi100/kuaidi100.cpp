#include "core/providers/provider.h"

namespace supercargo::kuaidi100 {

ProviderFunctions functions() { return {}; }

} // namespace supercargo::kuaidi100
