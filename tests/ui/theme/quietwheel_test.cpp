#include "tests/support/testmain.h"
#include "ui/theme/quietwheel.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

using namespace supercargo;

namespace {

/// One notch towards the reader, over the middle of a widget, as a hand turns it: it gives focus, and goes on to what
/// stands around. sendEvent would take it for one that a program made up.
void turnWheelOver(QWidget& widget)
{
  const QPointF at(widget.rect().center());
  QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QSpontaneKeyEvent::setSpontaneous(&event);
  qApp->notify(&widget, &event);
}

/// A form that is higher than its window.
struct Form {
  Form()
  {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    choice = new QComboBox;
    choice->addItems({QStringLiteral("any"), QStringLiteral("paid"), QStringLiteral("at the door")});
    number = new QSpinBox;
    number->setRange(0, 100);
    number->setValue(50);
    column->addWidget(choice);
    column->addWidget(number);
    column->addSpacing(2000);
    area.setWidget(content);
    area.resize(200, 200);
    area.show();
    area.activateWindow();
  }
  QScrollArea area;
  QComboBox* choice;
  QSpinBox* number;
};

} // namespace

class QuietWheelTest : public QObject {
  Q_OBJECT

  QuietWheel m_filter;

private Q_SLOTS:
  void initTestCase() { qApp->installEventFilter(&m_filter); }
  void cleanupTestCase() { qApp->removeEventFilter(&m_filter); }

  void boxesThatTheWheelPassesOver_keepTheirValues()
  {
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.area));
    form.area.setFocus();
    for (QWidget* box : std::initializer_list<QWidget*>{form.choice, form.number}) {
      const int before = form.area.verticalScrollBar()->value();
      turnWheelOver(*box);
      QVERIFY(form.area.verticalScrollBar()->value() > before);
      QVERIFY(!box->hasFocus());
    }
    QCOMPARE(form.choice->currentIndex(), 0);
    QCOMPARE(form.number->value(), 50);
  }

  void boxWithTheFocus_turns()
  {
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.area));
    form.number->setFocus();
    turnWheelOver(*form.number);
    QCOMPARE(form.number->value(), 49);
    form.choice->setFocus();
    turnWheelOver(*form.choice);
    QCOMPARE(form.choice->currentIndex(), 1);
    QCOMPARE(form.area.verticalScrollBar()->value(), 0);
  }
};

SC_TEST(QuietWheelTest)
#include "quietwheel_test.moc"
