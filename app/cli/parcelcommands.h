#pragma once

#include "app/cli/command.h"
#include "core/store/parcelsteps.h"

#include <QJsonObject>

/// What a person does about a parcel, and what its number and its price tell; part of `shipments`.
namespace supercargo::cli {

std::vector<Command> parcelCommands();

QJsonObject stepJson(const ParcelStep& step);

} // namespace supercargo::cli
