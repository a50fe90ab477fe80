#include "ui/maps/mapsource.h"

#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace supercargo {

TileSource chosenMap(const Settings& settings)
{
  TileSource source;
  source.kind = tileSourceKindNamed(settings.get(settings::kMapSource));
  source.address = settings.get(settings::kMapAddress).trimmed();
  source.layer = settings.get(settings::kMapLayer).trimmed();
  source.matrixSet = settings.get(settings::kMapMatrixSet).trimmed();
  source.attribution = settings.get(settings::kMapAttribution).trimmed();
  source.shifted = settings.get(settings::kMapShifted);
  if (source.kind == TileSourceKind::Offline)
    return {};
  return source;
}

void keepChosenMap(Settings& settings, const TileSource& source)
{
  settings.set(settings::kMapAddress, source.address);
  settings.set(settings::kMapLayer, source.layer);
  settings.set(settings::kMapMatrixSet, source.matrixSet);
  settings.set(settings::kMapAttribution, source.attribution);
  settings.set(settings::kMapShifted, source.shifted);
  settings.set(settings::kMapSource, tileSourceKindName(source.kind));
}

TileFetchOptions mapFetchOptions(Clock clock)
{
  TileFetchOptions options;
  options.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/maps");
  options.userAgent = "Supercargo/" + QCoreApplication::applicationVersion().toUtf8();
  options.clock = std::move(clock);
  return options;
}

} // namespace supercargo
