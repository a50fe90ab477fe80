#pragma once

#include "core/labels/zpl.h"

namespace supercargo {

/// Draws texts for ZPL with the fonts of every other renderer. Needs a QGuiApplication.
RasteriseText textRaster();

} // namespace supercargo
