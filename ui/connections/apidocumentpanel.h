#pragma once

#include "core/providers/apidocument.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace supercargo {

/// A document of ours as rich text in the theme's colours.
QString htmlOf(const ApiDocument& document);

/// The API documents of all providers: chosen at the left, read, searched and copied at the right.
class ApiDocumentPanel : public QWidget {
  Q_OBJECT
public:
  explicit ApiDocumentPanel(QWidget* parent = nullptr);
  void showProvider(const QString& id);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeReader();
  void fillList();
  void showDocument();
  void find(bool backwards);
  void retranslate();

  QListWidget* m_list = nullptr;
  QTextBrowser* m_text = nullptr;
  QLineEdit* m_search = nullptr;
  QPushButton *m_next = nullptr, *m_previous = nullptr, *m_copy = nullptr;
  QLabel* m_found = nullptr;
  ApiDocument m_document;
};

} // namespace supercargo
