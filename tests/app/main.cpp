#include "tests/support/testmain.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
  QCoreApplication app(argc, argv);
  return supercargo::test::runTests(QCoreApplication::arguments());
}
