#pragma once

#include "app/cli/command.h"
#include "core/providers/provider.h"

namespace supercargo::cli {

QString localText(const LocalText& text); ///< in the language of the output

/// What we ask of a provider's API and how its answers are read, from its declaration: Markdown.
QString providerDocument(const Provider& provider);

Failure unknownProvider(const QString& id); ///< wrong use, with the nearest one

} // namespace supercargo::cli
