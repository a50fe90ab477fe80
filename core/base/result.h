#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace supercargo {

/// A value or the reason why there is none. Every function that can fail for input, network, disk or database returns
/// it.
template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString detail, QString subject = {})
{
  return tl::unexpected<Error>(Error{kind, std::move(detail), std::move(subject), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
  return tl::unexpected<Error>(std::move(error));
}

} // namespace supercargo

/// Leaves the function with the error of `expression`, a Result<…>, if it has one; its value, if any, is dropped.
#define SC_TRY(expression)                                                                                             \
  do {                                                                                                                 \
    if (auto sc_result = (expression); !sc_result)                                                                     \
      return ::supercargo::fail(std::move(sc_result).error());                                                         \
  } while (false)

/// Declares `name` with the value of `expression`, a Result<…>, or leaves the function with its error.
#define SC_TRY_ASSIGN(name, expression)                                                                                \
  auto sc_result_##name = (expression);                                                                                \
  if (!sc_result_##name)                                                                                               \
    return ::supercargo::fail(std::move(sc_result_##name).error());                                                    \
  auto name = std::move(*sc_result_##name)
