#include "ui/booking/sendersdialog.h"

#include "core/base/deliver.h"
#include "ui/text/format.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace supercargo {

SendersDialog::SendersDialog(const PageContext& context, QWidget* parent)
    : ListDialog(context.db,
                 {tr("Senders"),
                  tr("Where parcels leave from. Couriers print this address on the label and bring back there what "
                     "cannot be delivered."),
                  QStringLiteral("truck"),
                  tr("No address is known that parcels leave from. Add one, else nothing can be booked."),
                  tr("Add a sender")},
                 {tr("Place"), tr("Name"), tr("City"), tr("Street")}, parent),
      m_homeCountry(context.workspace.currency.code() == u"CNY" ? QStringLiteral("CN") : QString()),
      m_label(new QLineEdit), m_name(new QLineEdit), m_phone(new QLineEdit), m_country(new QLineEdit),
      m_province(new QLineEdit), m_city(new QLineEdit), m_district(new QLineEdit), m_street(new QLineEdit),
      m_postalCode(new QLineEdit)
{
  m_label->setPlaceholderText(tr("what you call it, as “Main warehouse”"));
  m_country->setPlaceholderText(tr("two letters, as CN"));
  form()->add(tr("Place"), m_label);
  form()->add(tr("Person or firm"), m_name);
  form()->add(tr("Telephone"), m_phone);
  form()->add(tr("Country"), m_country);
  form()->add(tr("Province or state"), m_province);
  form()->add(tr("City"), m_city);
  form()->add(tr("District"), m_district);
  form()->add(tr("Street and house"), m_street);
  form()->add(tr("Postal code"), m_postalCode);
  for (QWidget* field : form()->fields())
    connect(static_cast<QLineEdit*>(field), &QLineEdit::textEdited, this, &SendersDialog::checkAgain);
  reload();
}

void SendersDialog::reload()
{
  deliver(db().read([](Connection& c) { return senders(c); }), this, [this](Result<std::vector<Sender>> found) {
    if (!found)
      return sayError(found.error());
    m_senders = std::move(*found);
    std::vector<Entry> entries;
    for (const Sender& sender : m_senders)
      entries.push_back(
          {sender.id.value(), {sender.label, sender.address.name, sender.address.city, sender.address.street}});
    list(entries);
  });
}

void SendersDialog::fillForm(std::optional<size_t> entry)
{
  Sender sender;
  sender.address.country = m_homeCountry;
  if (entry)
    sender = m_senders[*entry];
  const AddressSnapshot& a = sender.address;
  m_label->setText(sender.label);
  m_name->setText(a.name);
  m_phone->setText(a.phone);
  m_country->setText(a.country);
  m_province->setText(a.province);
  m_city->setText(a.city);
  m_district->setText(a.district);
  m_street->setText(a.street);
  m_postalCode->setText(a.postalCode);
}

Sender SendersDialog::typed() const
{
  const auto text = [](const QLineEdit* field) { return field->text().trimmed(); };
  Sender sender;
  if (const auto entry = chosen())
    sender.id = m_senders[*entry].id;
  sender.label = text(m_label);
  sender.address = {text(m_name),     text(m_phone),  text(m_country).toUpper(), text(m_province), text(m_city),
                    text(m_district), text(m_street), text(m_postalCode)};
  return sender;
}

std::vector<FieldFault> SendersDialog::faults() const
{
  static const QRegularExpression kCountry(QStringLiteral("^[A-Z]{2}$"));
  const Sender sender = typed();
  std::vector<FieldFault> wrong;
  if (sender.label.isEmpty())
    wrong.push_back({m_label, tr("Give the place a name.")});
  if (sender.address.name.isEmpty())
    wrong.push_back({m_name, tr("Couriers need a name.")});
  if (sender.address.phone.isEmpty())
    wrong.push_back({m_phone, tr("Couriers need a telephone number.")});
  if (!kCountry.match(sender.address.country).hasMatch())
    wrong.push_back({m_country, tr("Write two letters, as CN or US.")});
  if (sender.address.street.isEmpty())
    wrong.push_back({m_street, tr("Couriers need a street and house.")});
  return wrong;
}

ListDialog::Change SendersDialog::saving() const
{
  return [sender = typed()](Connection& c, ChangeSet& changes) -> Result<qint64> {
    changes.settings = true;
    SC_TRY_ASSIGN(id, saveSender(c, sender));
    return id.value();
  };
}

QString SendersDialog::nameOf(size_t entry) const
{
  return m_senders[entry].label;
}

ListDialog::Change SendersDialog::removal(size_t entry) const
{
  return [id = m_senders[entry].id](Connection& c, ChangeSet& changes) -> Result<qint64> {
    changes.settings = true;
    SC_TRY(deleteSender(c, id));
    return 0;
  };
}

ListDialog::Change SendersDialog::restoring(size_t entry) const
{
  return [sender = m_senders[entry]](Connection& c, ChangeSet& changes) -> Result<qint64> {
    changes.settings = true;
    SC_TRY_ASSIGN(id, saveSender(c, sender));
    return id.value();
  };
}

QString SendersDialog::refusal(const Error& error) const
{
  return error.kind == ErrorKind::Conflict ? tr("A shipping rule sends from here. Change that rule first.")
                                           : ListDialog::refusal(error);
}

} // namespace supercargo
