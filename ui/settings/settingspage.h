#pragma once

#include "core/store/workspace.h"
#include "ui/pages.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace supercargo {

/// Choices of the person at this machine. Every one holds at once; there is no button to apply them.
class SettingsPage : public Page {
  Q_OBJECT
public:
  explicit SettingsPage(const PageContext& context);

protected:
  void changeEvent(QEvent* event) override;

private:
  /// A card with a heading; the caller fills the returned column.
  QVBoxLayout* addCard(QVBoxLayout* column, QLabel*& heading);
  void addLook(QVBoxLayout* column);
  void addShop(QVBoxLayout* column);
  void addNotices(QVBoxLayout* column);
  void addBackup(QVBoxLayout* column);
  void addData(QVBoxLayout* column);
  void chooseFolder();
  void backUp();
  void verifyNow();
  void showVerdict(const Result<std::vector<VerifyCheck>>& checks);
  void showQuiet();
  void retranslate();

  PageContext m_context;
  QLabel *m_look, *m_languageLabel, *m_themeLabel, *m_scaleLabel, *m_shop, *m_shopText, *m_notices, *m_from, *m_until,
      *m_backup, *m_folder, *m_backupResult, *m_data, *m_dataNote, *m_verdict;
  QComboBox *m_language, *m_theme;
  QSpinBox* m_scale;
  QCheckBox *m_notify, *m_quiet, *m_stay;
  QTimeEdit *m_quietFrom, *m_quietUntil;
  QPushButton *m_wizard, *m_choose, *m_backUpNow, *m_verify;
};

} // namespace supercargo
