#pragma once

#include <QObject>
#include <QStringList>
#include <QTest>

#include <functional>

namespace supercargo::test {

/// Makes a test class known under the name of its file, without ending.
struct Registration {
  Registration(const char* file, std::function<QObject*()> make);
};

int runTests(QStringList arguments);

} // namespace supercargo::test

#define SC_TEST(Class)                                                                                                 \
  static const supercargo::test::Registration registered##Class(__FILE__, [] { return new Class; });
