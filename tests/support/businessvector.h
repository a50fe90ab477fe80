#pragma once

#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo::test {

/// A file of tests/vectors/business; the end of the program when it cannot be read.
inline QJsonObject businessVector(const QString& name)
{
  QFile file(sourceDir() + QStringLiteral("/tests/vectors/business/") + name);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no vector %s", qPrintable(name));
  return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace supercargo::test
