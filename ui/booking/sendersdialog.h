#pragma once

#include "core/rules/shippingrules.h"
#include "ui/booking/listdialog.h"
#include "ui/pages.h"

class QLineEdit;

namespace supercargo {

/// The addresses that parcels leave from.
class SendersDialog : public ListDialog {
  Q_OBJECT
public:
  explicit SendersDialog(const PageContext& context, QWidget* parent = nullptr);

private:
  void reload() override;
  void fillForm(std::optional<size_t> entry) override;
  std::vector<FieldFault> faults() const override;
  Change saving() const override;
  QString nameOf(size_t entry) const override;
  Change removal(size_t entry) const override;
  Change restoring(size_t entry) const override;
  QString refusal(const Error& error) const override;
  Sender typed() const;

  std::vector<Sender> m_senders;
  QString m_homeCountry; ///< of a new sender
  QLineEdit *m_label, *m_name, *m_phone, *m_country, *m_province, *m_city, *m_district, *m_street, *m_postalCode;
};

} // namespace supercargo
