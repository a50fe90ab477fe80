#include "core/providers/provider.h"

namespace supercargo::alipay {

ProviderFunctions functions() { return {}; }

} // namespace supercargo::alipay
