#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QTabBar>
#include <QTextDocument>

using namespace supercargo;
using namespace supercargo::test;

namespace {

/// A control a person acts on, not a part that Qt made inside another.
bool isControl(const QWidget* widget)
{
  const bool kind = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
                    qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
                    qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QTabBar*>(widget);
  for (const QWidget* above = widget->parentWidget(); above && kind; above = above->parentWidget())
    if (qobject_cast<const QComboBox*>(above) || qobject_cast<const QAbstractSpinBox*>(above) ||
        qobject_cast<const QLineEdit*>(above) || above->inherits("QTabBar") || above->inherits("QHeaderView"))
      return false;
  return kind && !widget->inherits("QHeaderView") && !widget->inherits("QTableCornerButton") &&
         !(widget->parentWidget() && widget->parentWidget()->inherits("QTabWidget") && !widget->inherits("QTabBar"));
}

QString described(const QWidget* widget)
{
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  const auto* label = qobject_cast<const QLabel*>(widget);
  return QStringLiteral("%1 “%2” %3")
      .arg(QString::fromLatin1(widget->metaObject()->className()),
           button  ? button->text()
           : label ? label->text()
                   : widget->accessibleName(),
           widget->objectName());
}

/// How many pixels of a text are cut off; 0: none.
int cutOff(const QLabel* label)
{
  if (label->text().isEmpty() || label->wordWrap() || !label->isVisible())
    return 0;
  return label->fontMetrics().size(Qt::TextSingleLine, label->text().remove(u'&')).width() -
         label->contentsRect().width();
}

int cutOff(const QAbstractButton* button)
{
  if (button->text().isEmpty() || !button->isVisible())
    return 0;
  return button->minimumSizeHint().width() - button->width();
}

} // namespace

/// Every page as it is at 1280 by 800, in both languages.
class EveryPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void pages_data()
  {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    for (const QString& language : languages())
      for (const PageInfo& page : pageTable())
        QTest::newRow(qPrintable(language + u' ' + QString::fromLatin1(page.id)))
            << language << QString::fromLatin1(page.id);
  }

  void controls_haveAccessibleNames_data() { pages_data(); }
  void controls_haveAccessibleNames()
  {
    PageFixture f(60);
    Page* page = shown(f);
    QStringList nameless;
    for (const QWidget* widget : page->findChildren<QWidget*>()) {
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      if (isControl(widget) && widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
        nameless.append(described(widget));
    }
    QCOMPARE(nameless.join(u'\n'), QString());
  }

  void tab_reachesEveryControlInReadingOrder_data() { pages_data(); }
  void tab_reachesEveryControlInReadingOrder()
  {
    PageFixture f(60);
    Page* page = shown(f);
    QList<QWidget*> order;
    QWidget* widget = page;
    for (int i = 0; i < 2000; ++i) {
      widget = widget->nextInFocusChain();
      if (widget == page)
        break;
      if (page->isAncestorOf(widget) && isControl(widget) && widget->isVisible() && widget->isEnabled() &&
          (widget->focusPolicy() & Qt::TabFocus))
        order.append(widget);
    }
    QStringList unreachable;
    for (QWidget* control : page->findChildren<QWidget*>())
      if (isControl(control) && control->isVisible() && control->isEnabled() && !order.contains(control) &&
          !(control->focusProxy() && order.contains(control->focusProxy())) && control->focusPolicy() != Qt::NoFocus)
        unreachable.append(described(control));
    QCOMPARE(unreachable.join(u'\n'), QString());
    // Inside one row of controls Tab goes from left to right.
    QStringList backwards;
    for (int i = 1; i < order.size(); ++i) {
      if (order[i]->parentWidget() != order[i - 1]->parentWidget())
        continue;
      const QPoint before = order[i - 1]->pos(), after = order[i]->pos();
      if (qAbs(before.y() - after.y()) < 4 && after.x() < before.x())
        backwards.append(described(order[i - 1]) + QStringLiteral(" → ") + described(order[i]));
    }
    QCOMPARE(backwards.join(u'\n'), QString());
  }

  void texts_areNotCut_data() { pages_data(); }
  void texts_areNotCut()
  {
    PageFixture f(60);
    Page* page = shown(f);
    QStringList cut;
    QList<QWidget*> widgets = page->findChildren<QWidget*>();
    widgets += f.window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
      const auto* label = qobject_cast<const QLabel*>(widget);
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const int missing = label ? cutOff(label) : button && isControl(button) ? cutOff(button) : 0;
      if (missing > 1)
        cut.append(QStringLiteral("%1: %2 px").arg(described(widget)).arg(missing));
    }
    cut.removeDuplicates();
    QCOMPARE(cut.join(u'\n'), QString());
  }

  void nothing_reachesBeyondThePage_data() { pages_data(); }
  void nothing_reachesBeyondThePage()
  {
    PageFixture f(60);
    const Page* page = shown(f);
    QVERIFY2(page->minimumSizeHint().width() <= page->width(),
             qPrintable(QStringLiteral("%1 > %2").arg(page->minimumSizeHint().width()).arg(page->width())));
    QCOMPARE(f.window->size(), QSize(1280, 800));
  }

private:
  static Page* shown(PageFixture& f)
  {
    QFETCH(QString, language);
    QFETCH(QString, page);
    setLanguage(language);
    f.openWindow();
    f.window->resize(1280, 800);
    Page* made = f.page(page);
    static_cast<void>(QTest::qWaitForWindowExposed(f.window.get()));
    QTest::qWait(350); // queries answered, debounces over
    return made;
  }
};

SC_TEST(EveryPageTest)
#include "everypage_test.moc"
