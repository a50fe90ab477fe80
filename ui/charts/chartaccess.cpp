#include "ui/charts/chartview.h"

#include <QAccessibleWidget>
#include <QCoreApplication>

namespace supercargo {
namespace {

/// A chart is read as its name, how many marks it has, and the mark that the keyboard stands on.
class ChartAccess : public QAccessibleWidget {
public:
  explicit ChartAccess(ChartView* view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}

  QString text(QAccessible::Text kind) const override
  {
    const int mark = m_view->currentMark();
    if (kind == QAccessible::Value && mark >= 0)
      return m_view->marks()[size_t(mark)].name + QStringLiteral(": ") + m_view->marks()[size_t(mark)].text;
    if (kind == QAccessible::Description && !m_view->isEmpty())
      return QCoreApplication::translate("charts", "%n mark(s); arrow keys move over them, Return opens the rows",
                                         nullptr, int(m_view->marks().size()));
    return QAccessibleWidget::text(kind);
  }

private:
  ChartView* m_view;
};

QAccessibleInterface* makeChartAccess(const QString&, QObject* object)
{
  auto* view = qobject_cast<ChartView*>(object);
  return view ? new ChartAccess(view) : nullptr;
}

} // namespace

void installChartAccessibility()
{
  static const bool installed = [] {
    QAccessible::installFactory(makeChartAccess);
    return true;
  }();
  Q_UNUSED(installed)
}

} // namespace supercargo
