#pragma once

#include <QWidget>

namespace supercargo {

class Thumbnails;

/// One picture of a product, square.
class PictureView : public QWidget {
  Q_OBJECT
public:
  PictureView(Thumbnails& thumbnails, const QString& url, int side, QWidget* parent = nullptr);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  Thumbnails& m_thumbnails;
  QString m_url;
};

} // namespace supercargo
