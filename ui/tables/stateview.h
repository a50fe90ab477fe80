#pragma once

#include "core/base/error.h"

#include <QStackedWidget>
#include <QTimer>

class QLabel;
class QPushButton;

namespace supercargo {

/// Around a list (or any content): its five designed states. Loading shows bars after 150 ms, empty an icon, one
/// sentence and one button, an error what to do and "Try again", stale a strip above the content; else the content
/// itself.
class StateView : public QStackedWidget {
  Q_OBJECT
public:
  explicit StateView(QWidget* content, QWidget* parent = nullptr);

  void showContent();
  void showLoading();
  void showEmpty(const QString& icon, const QString& sentence, const QString& button = {});
  void showError(const Error& error);
  void setStale(const QString& sentence); ///< empty: not stale

Q_SIGNALS:
  void buttonPressed();
  void retryPressed();

private:
  void showMessage(const QString& icon, const QString& sentence, const QString& more, const QString& button);

  QWidget* m_full;
  QWidget* m_skeleton;
  QWidget* m_message;
  QLabel* m_icon;
  QLabel* m_sentence;
  QLabel* m_more;
  QPushButton* m_button;
  QLabel* m_stale;
  QTimer m_delay;
  bool m_failed = false;
};

} // namespace supercargo
