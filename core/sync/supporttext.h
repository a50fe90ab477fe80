#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What of recorded texts may leave the machine in a support bundle: shapes, words of ours, no values.
namespace supercargo {

/// A sentence of ours or of a provider without what could be a name, an id, a secret, an address or a place on the
/// disk: quoted parts, words that begin with a capital (all capitals stay: HTTP), long numbers, mixed tokens, anything
/// not ASCII, and each of `names`. Pure.
QString scrubbed(const QString& text, const QStringList& names = {});

/// A body as its shape: JSON with its keys, every text as its length, every number as 0, lists cut to two; anything
/// else as its size. Pure.
QByteArray bodyShape(const QByteArray& body);

/// A recorded message as its shape: first line without path, the names of its headers, the shape of its body. Values
/// stay of headers that are known to say nothing of anybody. Pure.
QByteArray messageShape(const QByteArray& message);

} // namespace supercargo
