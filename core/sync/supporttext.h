#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What of recorded texts may leave the machine in a support bundle: shapes, words of ours, no values.
namespace supercargo {

/// A sentence of ours or of a provider, of which only that stays which is known to name nobody: words and codes of
/// core/sync/supportwords.h, our providers' names, numbers of up to three digits, and a code where our sentences put
/// one ("Alipay: 40004"). A nick in small letters goes like anything else that is not known; so do quoted parts, groups
/// of digits, words with a capital in front, and each of `names`. Pure.
QString scrubbed(const QString& text, const QStringList& names = {});

/// A body as its shape: JSON with its keys (those of known words, else "*"), every text as its length, every number as
/// 0, lists cut to two; anything else as its size. Pure.
QByteArray bodyShape(const QByteArray& body);

/// A recorded message as its shape: first line without path, the names of its headers, the shape of its body. Values
/// stay of headers that are known to say nothing of anybody. Pure.
QByteArray messageShape(const QByteArray& message);

} // namespace supercargo
