#pragma once

#include <QByteArray>
#include <QString>

namespace supercargo {

/// Where a shop's picture is asked for, fully encoded: shops also write "//cdn…" and http, and both mean https, except
/// on loopback. Empty: it is no address of the web.
QByteArray pictureAddress(const QString& told);

/// PNG, JPEG, GIF or WebP by their first bytes, and whole as far as the format tells; a page of HTML, half a file or
/// one that holds nothing is none. SVG is refused: it is a document that may ask for others.
bool isPicture(QByteArrayView bytes);

} // namespace supercargo
