#pragma once

#include "core/store/calls.h"
#include "core/sync/answerdiff.h"

namespace supercargo {

/// A recorded call asked again, and what is different now. Nothing of the new answer is stored but the call itself.
struct CallReplay {
  CallRecord before, after; ///< after.status 0: no answer
  std::vector<AnswerDifference> differences;
  std::optional<Error> error; ///< why the new one failed
  bool isWhole = true;        ///< the recorder keeps all of both answers, so that all of them was compared
};

} // namespace supercargo
