#include "core/geo/bundledmap.h"

#include <QResource>

namespace supercargo {
namespace {

/// Lies in the program itself: not copied.
Result<QByteArray> bundled(const QString& name)
{
  const QResource file(QStringLiteral(":/map/") + name);
  if (!file.isValid())
    return fail(ErrorKind::NotFound, QStringLiteral("the program came without its map file %1").arg(name));
  return file.uncompressedData();
}

} // namespace

Result<MapPack> bundledMapPack(int level)
{
  SC_TRY_ASSIGN(bytes, bundled(QStringLiteral("base_L%1.z").arg(level)));
  return readMapPack(bytes);
}

Result<std::shared_ptr<const Gazetteer>> bundledGazetteer()
{
  SC_TRY_ASSIGN(places, bundled(QStringLiteral("gazetteer.tsv.gz")));
  SC_TRY_ASSIGN(english, bundled(QStringLiteral("divisions_en.tsv")));
  SC_TRY_ASSIGN(gazetteer, readGazetteer(places, english));
  return std::make_shared<const Gazetteer>(std::move(gazetteer));
}

} // namespace supercargo
