#pragma once

#include "core/domain/snapshot.h"
#include "core/domain/status.h"

#include <QString>

/// States in the language of the output.
namespace supercargo::cli {

QString statusText(OrderStatus status);
QString statusText(ParcelStatus status);
QString statusText(GatewayPaymentStatus status);
QString stageText(FlowStage stage);

} // namespace supercargo::cli
