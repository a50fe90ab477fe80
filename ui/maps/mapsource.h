#pragma once

#include "core/tiles/tilefetcher.h"

namespace supercargo {

class Settings;

/// The base map that the person chose on this machine, without its key (ui/maps/mapkey.h); the offline one when there
/// is none.
TileSource chosenMap(const Settings& settings);
void keepChosenMap(Settings& settings, const TileSource& source);

/// Pictures are kept in this user's cache folder and asked for in this program's name.
/// Why a map cannot be used, as a sentence for people without its full stop.
QString mapTroubleText(const Error& error);
TileFetchOptions mapFetchOptions(Clock clock);

} // namespace supercargo
