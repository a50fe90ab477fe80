#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace supercargo::fuzz {

inline QByteArray bytesOf(const uint8_t* data, size_t size)
{
  return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/// What must hold for any input; the fuzzer keeps the one for which it does not.
inline void demand(bool holds, const char* what)
{
  if (holds)
    return;
  std::fprintf(stderr, "demand: %s\n", what);
  __builtin_trap();
}

/// A refusal says why.
template <class T>
void demandReason(const Result<T>& result)
{
  demand(result.has_value() || !result.error().detail.isEmpty(), "an error without a detail");
}

/// Qt drops a byte order mark from every text that it reads as UTF-8, so that of several in a row each reading has one
/// less: nothing that holds one reads as it was written.
inline bool holdsByteOrderMark(const QByteArray& json)
{
  return json.contains("\xef\xbb\xbf") || json.toLower().contains("\\ufeff");
}

} // namespace supercargo::fuzz
