#pragma once

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <vector>

/// What counts as a case of a file, and what it is called, so that the runner sees which of them nobody has checked.
namespace supercargo::vectors {

/// Its id or name; else its provider and number ("sf.3"), else its list and place ("rows[2]").
QString caseName(const QString& list, qsizetype place, const QJsonObject& given);

/// Every case of a list, with its name.
void forEachCase(const QJsonObject& file, const char* list,
                 const std::function<void(const QString& name, const QJsonObject& given)>& check);

/// The names of all cases: the objects of every list, the members of some objects. A file without any is one case.
QStringList casesOf(const QString& path, const QJsonObject& file);

/// Those of `names` that were not told of. A report's id is the case's name, or begins with it and a space.
QStringList untold(const QStringList& names, QStringList told);

/// A case that is not checked, and why.
struct Exception {
  const char* path; ///< a file, or a folder that ends with a slash
  const char* name; ///< what the case's name begins with; empty: every case
  const char* reason;
};
const std::vector<Exception>& exceptions();
bool isAbout(const Exception& exception, const QString& path);

} // namespace supercargo::vectors
