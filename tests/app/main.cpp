#include "tests/support/testmain.h"

#include <QApplication>

int main(int argc, char** argv)
{
  QApplication app(argc, argv);
  return supercargo::test::runTests(QApplication::arguments());
}
