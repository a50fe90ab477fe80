#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

#include <cstdio>
#include <memory>

namespace supercargo::test {
namespace {
QMap<QString, std::function<QObject*()>>& registry()
{
  static QMap<QString, std::function<QObject*()>> map;
  return map;
}
} // namespace

Registration::Registration(const char* file, std::function<QObject*()> make)
{
  registry().insert(QFileInfo(QString::fromLocal8Bit(file)).baseName(), std::move(make));
}

/// `PROGRAM [TEST_FILE_STEM [Qt Test options]]`: one test class, or all.
int runTests(QStringList arguments)
{
  const QString program = arguments.takeFirst();
  QStringList names = registry().keys();
  if (!arguments.isEmpty() && !arguments.first().startsWith(u'-'))
    names = {arguments.takeFirst()};
  int failed = 0;
  for (const QString& name : names) {
    if (!registry().contains(name)) {
      std::fprintf(stderr, "no test file \"%s\"\n", qPrintable(name));
      return 2;
    }
    const std::unique_ptr<QObject> test(registry().value(name)());
    failed += QTest::qExec(test.get(), QStringList{program} + arguments);
  }
  return failed ? 1 : 0;
}

} // namespace supercargo::test
