#include "core/providers/provider.h"

namespace supercargo::woocommerce {

ProviderFunctions functions() { return {}; }

} // namespace supercargo::woocommerce
