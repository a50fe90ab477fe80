#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace supercargo {

class PictureFetcher;

/// How much room the kept pictures of products take, and a way to be rid of them.
class PictureSettings : public QFrame {
  Q_OBJECT
public:
  /// No fetcher: nothing is kept, and there is nothing to press.
  explicit PictureSettings(PictureFetcher* fetcher, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void measure();
  void clear();
  void retranslate();

  PictureFetcher* m_fetcher;
  qint64 m_bytes = 0;
  QLabel *m_heading, *m_note;
  QPushButton* m_clear;
};

} // namespace supercargo
