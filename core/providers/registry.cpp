#include "core/providers/registry_list.h"

#include <QFile>

namespace supercargo {
namespace {

std::vector<Provider> load()
{
  std::vector<Provider> list;
  for (const ProviderEntry& entry : providerEntries()) {
    QFile file(QStringLiteral(":/providers/%1/provider.json").arg(QLatin1String(entry.id)));
    if (!file.open(QIODevice::ReadOnly))
      qFatal("provider %s has no declaration", entry.id);
    auto declaration = parseDeclaration(file.readAll());
    if (!declaration)
      qFatal("provider %s: %s", entry.id, qPrintable(declaration.error().detail));
    if (declaration->id != QLatin1String(entry.id))
      qFatal("provider %s calls itself %s", entry.id, qPrintable(declaration->id));
    list.push_back({std::move(*declaration), entry.functions()});
  }
  return list;
}

} // namespace

const std::vector<Provider>& providers()
{
  static const std::vector<Provider> list = load();
  return list;
}

const Provider* findProvider(QStringView id)
{
  for (const Provider& provider : providers())
    if (provider.declaration.id == id)
      return &provider;
  return nullptr;
}

} // namespace supercargo
