#pragma once

#include "app/sandbox/site.h"

namespace supercargo::sandbox {

/// Where the shops have a picture of it.
QString pictureUrl(const Site& site, const Product& product);
QString pictureUrl(const Site& site, const Variant& variant);

/// "/pictures/item-101" or "…-2" for one of its variants: drawn when asked for, always the same, in the variant's
/// colour.
Reply pictureReply(const Site& site, const Request& request);

} // namespace supercargo::sandbox
