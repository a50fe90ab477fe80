#pragma once

#include "ui/wizard/wizardstep.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace supercargo {

/// Language and theme; both apply at once.
class LookStep : public WizardStep {
  Q_OBJECT
public:
  LookStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  QString note() const override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  QLabel *m_languageLabel = nullptr, *m_themeLabel = nullptr;
  QComboBox *m_language = nullptr, *m_theme = nullptr;
};

/// The simulated shop, or one's own.
class WayStep : public WizardStep {
  Q_OBJECT
public:
  WayStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  void enter() override;
  void take() override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  QRadioButton *m_simulated = nullptr, *m_own = nullptr;
  QLabel *m_simulatedNote = nullptr, *m_ownNote = nullptr;
};

/// The shop's name, currency and time zone.
class ShopStep : public WizardStep {
  Q_OBJECT
public:
  ShopStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  QString note() const override;
  void enter() override;
  void take() override;
  void leave() override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  bool check();
  QLabel *m_nameLabel = nullptr, *m_currencyLabel = nullptr, *m_zoneLabel = nullptr, *m_error = nullptr;
  QLineEdit* m_name = nullptr;
  QComboBox *m_currency = nullptr, *m_zone = nullptr;
};

} // namespace supercargo
