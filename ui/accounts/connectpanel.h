#pragma once

#include "ui/accounts/accountdraft.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace supercargo {

class AccountForm;
class ProviderGallery;

/// Connecting an account, from the choice of the provider over the form and the live check to the stored account.
class ConnectPanel : public QWidget {
  Q_OBJECT
public:
  explicit ConnectPanel(AccountActions actions, QWidget* parent = nullptr);

  void choose(const QString& provider); ///< straight to its form
  void showGallery();
  AccountForm* form() const { return m_form; } ///< nullptr while the gallery is shown
  bool isChecking() const { return m_checking; }

Q_SIGNALS:
  void added(supercargo::AccountId account, const QString& name);

protected:
  void changeEvent(QEvent* event) override;

private:
  QWidget* makeFormPage();
  void check();
  void cancel();
  void addDraft(const AccountDraft& draft);
  void finish(const std::optional<Error>& error);
  void setChecking(bool checking);
  void retranslate();

  AccountActions m_actions;
  QStackedWidget* m_stack = nullptr;
  ProviderGallery* m_gallery = nullptr;
  QScrollArea* m_scroll = nullptr;
  AccountForm* m_form = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_progressText = nullptr;
  QProgressBar* m_progress = nullptr;
  QPushButton* m_back = nullptr;
  QPushButton* m_cancel = nullptr;
  QPushButton* m_anyway = nullptr;
  QPushButton* m_connect = nullptr;
  int m_try = 0; ///< an answer to an earlier try is dropped
  bool m_checking = false;
};

} // namespace supercargo
