#pragma once

#include "ui/accounts/accountdraft.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace supercargo {

struct AccountRow;
class FormField;

/// The form of one provider, made from its declaration: name, address, declared fields.
class AccountForm : public QWidget {
  Q_OBJECT
public:
  enum class Purpose {
    Connect,
    Edit,        ///< all but the secret fields
    RenewSecrets ///< the secret fields only
  };

  AccountForm(const Provider& provider, Purpose purpose, QWidget* parent = nullptr);

  /// Shows what an account has; secrets stay empty.
  void fill(const AccountRow& account);
  const Declaration& declaration() const { return m_provider.declaration; }
  /// What was typed, if every field is as declared; else the faults are shown and the first one has the focus.
  std::optional<AccountDraft> draft();
  /// Shows an error of the check under the field it speaks of, else above the form.
  void showError(const Error& error);
  void clearErrors();
  FormField* field(const QString& name) const; ///< "name", "endpoint" or a declared one; nullptr: none such
  QString message() const;                     ///< what stands above the form; empty: nothing

Q_SIGNALS:
  void edited();

protected:
  void changeEvent(QEvent* event) override;

private:
  bool asksFor(const FieldDeclaration& field) const;
  FormField* addField(const FieldDeclaration& declaration);
  void addEnvironment();
  bool isOwnAddress() const;
  QString endpoint() const;
  bool checkAddress();
  void retranslate();
  void refreshMessage();

  const Provider& m_provider;
  Purpose m_purpose;
  QLabel* m_message = nullptr;
  QVBoxLayout* m_column = nullptr;
  QLabel* m_environmentLabel = nullptr;
  QComboBox* m_environment = nullptr; ///< null: the provider declares no address
  FormField* m_name = nullptr;
  FormField* m_endpoint = nullptr;
  std::vector<FormField*> m_fields;
  std::optional<Error> m_error;
};

} // namespace supercargo
