#include "tests/support/places.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/vectors.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace supercargo::vectors {
namespace {

std::vector<Checker>& checkers()
{
  static std::vector<Checker> list;
  return list;
}

void tellLine(const char* word, const QString& path, const QString& id, const QString& why)
{
  std::printf("%s %s %s%s%s\n", word, qUtf8Printable(path), qUtf8Printable(id), why.isEmpty() ? "" : ": ",
              qUtf8Printable(why));
}

/// The cases that are not checked, and which exceptions let them pass.
class Excused {
public:
  void note(const QString& path, const QString& name, const Exception& why)
  {
    ++m_count;
    m_used.push_back(&why);
    tellLine("skip", path, name, QLatin1String(why.reason));
  }
  bool uses(const Exception& one) const { return std::ranges::find(m_used, &one) != m_used.end(); }
  int count() const { return m_count; }

private:
  int m_count = 0;
  std::vector<const Exception*> m_used;
};

QString folder()
{
  const QString chosen = qEnvironmentVariable("SUPERCARGO_VECTORS");
  if (!chosen.isEmpty())
    return chosen;
  const QString source = supercargo::test::sourceDir();
  const QString shared = source + QStringLiteral("/../shared/vectors");
  return QDir(shared).exists() ? shared : source + QStringLiteral("/tests/vectors");
}

/// Cases that nobody told of: excused, or failures.
void tellUntold(const QString& path, const QStringList& names, const Report& report, Excused& excused)
{
  for (const QString& name : names) {
    const auto known = std::ranges::find_if(exceptions(), [&](const Exception& one) {
      return isAbout(one, path) && name.startsWith(QLatin1String(one.name));
    });
    if (known == exceptions().end())
      report.failed(name, QStringLiteral("nobody checks this case"));
    else
      excused.note(path, name, *known);
  }
}

/// An exception whose file is there, but without a case that needs it.
void tellStale(const QStringList& paths, const Excused& excused, int& failed)
{
  for (const Exception& one : exceptions()) {
    const bool isHere = std::ranges::any_of(paths, [&](const QString& path) { return isAbout(one, path); });
    if (isHere && !excused.uses(one)) {
      ++failed;
      tellLine("FAIL", QLatin1String(one.path), QLatin1String(one.name), QStringLiteral("no longer an exception"));
    }
  }
}

int run()
{
  const QDir root(QDir(folder()).absolutePath());
  QStringList paths;
  for (QDirIterator it(root.path(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
       it.hasNext();)
    paths.append(root.relativeFilePath(it.next()));
  paths.sort();
  int passed = 0, failed = 0;
  Excused excused;
  for (const QString& path : paths) {
    QFile file(root.filePath(path));
    QJsonParseError fault;
    const auto document =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll(), &fault) : QJsonDocument();
    QStringList told;
    const Report report{[&](const QString& id) {
                          ++passed;
                          told.append(id);
                          tellLine("ok", path, id, {});
                        },
                        [&](const QString& id, const QString& why) {
                          ++failed;
                          told.append(id);
                          tellLine("FAIL", path, id, why);
                        }};
    if (document.isNull()) {
      report.failed(QStringLiteral("-"), fault.errorString());
      continue;
    }
    for (const Checker& checker : checkers()) {
      const QString wanted = QString::fromLatin1(checker.path);
      if (path == wanted || (wanted.endsWith(u'/') && path.startsWith(wanted)))
        checker.run(path, document.object(), report);
    }
    tellUntold(path, untold(casesOf(path, document.object()), told), report, excused);
  }
  tellStale(paths, excused, failed);
  std::printf("%d passed, %d failed, %d not checked\n", passed, failed, excused.count());
  return failed || !passed ? 1 : 0;
}

} // namespace

Register::Register(Checker checker)
{
  checkers().push_back(checker);
}

} // namespace supercargo::vectors

int main(int argc, char** argv)
{
  QCoreApplication app(argc, argv);
  return supercargo::vectors::run();
}
