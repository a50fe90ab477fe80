#pragma once

#include "tests/vectors/stores_support.h"

#include <QUrl>

/// What the checkers of recorded exchanges share.
namespace supercargo::vectors {

/// One recorded exchange.
struct Exchange {
  QByteArray method;
  QUrl url;
  QJsonObject body; ///< of the request
  HttpResponse answer;
  QJsonObject answerBody;
};

Exchange exchangeOf(const QJsonObject& file);
QJsonObject bodyOf(const HttpRequest& request);
/// Everything in `wanted` is in `got`, however deep.
bool holds(const QJsonObject& got, const QJsonObject& wanted);
QString sameCall(const Exchange& recorded, const HttpRequest& ours);
QString readsAll(const Provider& provider, Stream stream, const HttpResponse& answer, size_t records);
QString accepts(const Provider& provider, const Action& action, const HttpResponse& answer);
QString fails(const Result<void>& result, ErrorKind wanted);

template <class T>
Result<void> withoutValue(const Result<T>& result)
{
  return result ? Result<void>() : Result<void>(fail(result.error()));
}

} // namespace supercargo::vectors
