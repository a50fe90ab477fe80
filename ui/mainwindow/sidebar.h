#pragma once

#include <QFrame>

class QButtonGroup;
class QBoxLayout;

namespace supercargo {

/// The list of pages at the left: icon and word, the chosen one marked, a counter where a page has one.
class SideBar : public QFrame {
  Q_OBJECT
public:
  explicit SideBar(QWidget* parent = nullptr);

  void addPage(const QString& icon, const QKeySequence& shortcut);
  void setTitle(int index, const QString& title);
  void setBadge(int index, qint64 count, bool attention);
  void setCurrent(int index);

Q_SIGNALS:
  void chosen(int index);

private:
  QButtonGroup* m_buttons;
  QBoxLayout* m_layout;
};

} // namespace supercargo
