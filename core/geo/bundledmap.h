#pragma once

#include "core/geo/gazetteer.h"
#include "core/geo/mappack.h"

#include <memory>

/// The map that comes with the program (resources/map). Each call reads it anew: whoever needs it keeps it.
namespace supercargo {

Result<MapPack> bundledMapPack(int level); ///< 0 to kMapLevels - 1
Result<std::shared_ptr<const Gazetteer>> bundledGazetteer();

} // namespace supercargo
