#pragma once

#include "core/domain/snapshot.h"
#include "core/providers/provider.h"
#include "core/store/failures.h"

namespace supercargo {

/// A JSON answer cut open around one of its records: what stands before it and after it, without the record's
/// neighbours in the lists that it lies in. The record may lie in JSON that is a text of the answer: the halves then
/// begin and end that text. nullopt when the record (compact JSON) is not in it, or the rest is larger than
/// kLargestFrame. Pure.
constexpr qsizetype kLargestFrame = 64 * 1024;
std::optional<std::pair<QByteArray, QByteArray>> cutAround(QByteArrayView answer, const QByteArray& record);

/// The answer with a record in its frame, written as the texts that it lies in want it. Pure.
QByteArray putBack(const FailureFrame& frame, QByteArray record);

constexpr size_t kMostFrames = 1000;
constexpr qsizetype kRoomForFrames = qsizetype(4) * 1024 * 1024; ///< bytes, of one answer
/// The frames of what an answer held and could not be understood, in the order of `failures`. A line of a file stands
/// below its heading. Behind kMostFrames, a record can only be fetched again.
std::vector<FailureFrame> framesOf(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got,
                                   const std::vector<ItemFailure>& failures);

} // namespace supercargo
