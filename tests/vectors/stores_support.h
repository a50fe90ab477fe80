#pragma once

#include "core/providers/provider.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

/// What the checkers of shops share.
namespace supercargo::vectors {

/// The vectors' class of an error: RETRY, BAD_BODY, REAUTH, …
QString errorClass(ErrorKind kind);

/// A context of the kind the engine makes: one stream, read from the beginning.
FetchContext contextOf(const Provider& provider, Stream stream);

/// A vector's answer (`http_status` or `status`, `headers`, `body`), JSON bodies as text.
HttpResponse answerOf(const QJsonObject& object);

/// What the engine would make of an answer to the first page of a stream.
Result<FetchStep> readPage(const Provider& provider, Stream stream, const HttpResponse& answer);

/// One case of a file of sample answers: its `expect` against what our parsers make of its `body`.
void checkAnswer(const Provider& provider, const QJsonObject& given, const Report& report);

/// Runs one case: its function returns empty text, or why it failed.
void run(const Report& report, const QString& id, const std::function<QString()>& check);

inline QString differs(const char* what, const QString& wanted, const QString& got)
{
  return wanted == got ? QString()
                       : QStringLiteral("%1: wanted \"%2\", got \"%3\"").arg(QLatin1String(what), wanted, got);
}

} // namespace supercargo::vectors
