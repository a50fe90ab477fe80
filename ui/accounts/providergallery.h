#pragma once

#include "core/providers/provider.h"

#include <QIcon>
#include <QLabel>
#include <QWidget>

class QLineEdit;
class QListWidget;

namespace supercargo {

/// Everything that can be connected, by kind, with a search field. Enter or a click chooses.
class ProviderGallery : public QWidget {
  Q_OBJECT
public:
  explicit ProviderGallery(QWidget* parent = nullptr);

Q_SIGNALS:
  void chosen(const QString& provider);

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void fill();
  void chooseCurrent();

  QLineEdit* m_search = nullptr;
  QListWidget* m_list = nullptr;
  QLabel* m_nothing = nullptr;
};

/// The provider's own icon, from its folder.
QIcon providerIcon(const QString& provider);

} // namespace supercargo
