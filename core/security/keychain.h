#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <chrono>

/// The OS keychain (Keychain, Credential Manager, Secret Service, KWallet) under the service name "supercargo". Every
/// call waits for the answer and perhaps for a person at a prompt: not for the GUI thread.
namespace supercargo::keychain {

/// Subject of its Locked errors: other things are locked too.
inline constexpr QLatin1String kSubject("keychain");

/// Locked when there is no keychain, it refuses or does not answer in time; NotFound when it has no such entry.
Result<QByteArray> read(const QString& entry, std::chrono::milliseconds timeout);
Result<void> write(const QString& entry, const QByteArray& value, std::chrono::milliseconds timeout);

} // namespace supercargo::keychain
