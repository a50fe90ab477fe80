#include "tests/support/places.h"
#include "tests/vectors/vectors.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstdio>
#include <vector>

namespace supercargo::vectors {
namespace {

std::vector<Checker>& checkers()
{
  static std::vector<Checker> list;
  return list;
}

QString folder()
{
  const QString chosen = qEnvironmentVariable("SUPERCARGO_VECTORS");
  if (!chosen.isEmpty())
    return chosen;
  const QString source = supercargo::test::sourceDir();
  const QString shared = source + QStringLiteral("/../shared/vectors");
  return QDir(shared).exists() ? shared : source + QStringLiteral("/tests/vectors");
}

int run()
{
  const QDir root(QDir(folder()).absolutePath());
  QStringList paths;
  for (QDirIterator it(root.path(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
       it.hasNext();)
    paths.append(root.relativeFilePath(it.next()));
  paths.sort();
  int passed = 0, failed = 0, skipped = 0;
  for (const QString& path : paths) {
    QFile file(root.filePath(path));
    QJsonParseError fault;
    const auto document =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll(), &fault) : QJsonDocument();
    const auto line = [&](const char* word, const QString& id, const QString& why) {
      std::printf("%s %s %s%s%s\n", word, qUtf8Printable(path), qUtf8Printable(id), why.isEmpty() ? "" : ": ",
                  qUtf8Printable(why));
    };
    const Report report{[&](const QString& id) { ++passed, line("ok", id, {}); },
                        [&](const QString& id, const QString& why) { ++failed, line("FAIL", id, why); },
                        [&](const QString& id, const QString& why) { ++skipped, line("skip", id, why); }};
    if (document.isNull()) {
      report.failed(QStringLiteral("-"), fault.errorString());
      continue;
    }
    for (const Checker& checker : checkers()) {
      const QString wanted = QString::fromLatin1(checker.path);
      if (path == wanted || (wanted.endsWith(u'/') && path.startsWith(wanted)))
        checker.run(path, document.object(), report);
    }
  }
  std::printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped);
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
