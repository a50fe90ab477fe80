#include "ui/maps/mapsource.h"

#include "core/settings/settings.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace supercargo {
namespace {

struct MapSourceTexts {
  Q_DECLARE_TR_FUNCTIONS(MapSourceTexts)
};

} // namespace

QString mapTroubleText(const Error& error)
{
  switch (error.kind) {
  case ErrorKind::Network:
  case ErrorKind::Timeout:
    return MapSourceTexts::tr("it does not answer");
  case ErrorKind::Auth:
  case ErrorKind::Denied:
    return MapSourceTexts::tr("it does not accept the key");
  case ErrorKind::Config:
    return error.subject == u"key" ? MapSourceTexts::tr("it wants a key of your own")
                                   : MapSourceTexts::tr("its address is wrong");
  case ErrorKind::RateLimited:
  case ErrorKind::ProviderDown:
    return MapSourceTexts::tr("it gives nothing at the moment");
  case ErrorKind::BadResponse:
    return MapSourceTexts::tr("it holds something other than map pictures (%1)").arg(error.detail);
  case ErrorKind::NotFound:
    return MapSourceTexts::tr("the file is not there");
  case ErrorKind::Invalid:
    return error.subject == u"layer" ? MapSourceTexts::tr("layer and matrix set are missing")
                                     : MapSourceTexts::tr("the address lacks {z}, {x} or {y}");
  default:
    return errorSentence(error.kind).what;
  }
}

TileSource chosenMap(const Settings& settings)
{
  TileSource source;
  source.kind = tileSourceKindNamed(settings.get(settings::kMapSource));
  source.address = settings.get(settings::kMapAddress).trimmed();
  source.layer = settings.get(settings::kMapLayer).trimmed();
  source.matrixSet = settings.get(settings::kMapMatrixSet).trimmed();
  source.attribution = settings.get(settings::kMapAttribution).trimmed();
  source.named = settings.get(settings::kMapNamed);
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
  settings.set(settings::kMapNamed, source.named);
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
