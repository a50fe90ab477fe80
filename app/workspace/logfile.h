#pragma once

#include <QString>

namespace supercargo {

/// Where a workspace's log lies.
QString logFileOf(const QString& profileDir);

/// A message on one line without what must not be kept: values of credentials, keys, telephones, mail addresses. A
/// message of many pages is cut.
QString maskedLine(const QString& message);

/// From now on everything the program logs is also appended to that file, a line each with its time, masked; a file of
/// more than a megabyte is put aside first (".1"). A file that cannot be opened is passed over: a log must stop nobody.
/// Once a process, since Qt has one message handler.
void keepLog(const QString& file);

} // namespace supercargo
