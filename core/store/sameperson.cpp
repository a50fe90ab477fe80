#include "core/store/sameperson.h"

namespace supercargo {
namespace {

struct Known {
  QString name, phone, email;
};

/// Empty when parts of it are hidden.
QString telling(const QString& text)
{
  return text.contains(u'*') ? QString() : text.trimmed();
}

} // namespace

Result<std::vector<CustomerId>> samePerson(Connection& c, CustomerId customer)
{
  SC_TRY_ASSIGN(known, c.row(QStringLiteral("SELECT name, phone, email FROM customers WHERE id = ?"), {customer},
                             [](const Row& row) {
                               return Known{telling(row.text(0)), telling(row.text(1)), telling(row.text(2))};
                             }));
  if (!known)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no such customer"), QString::number(customer.value()));
  const QString phone = known->name.isEmpty() ? QString() : known->phone;
  std::vector<CustomerId> person{customer};
  SC_TRY(c.each(QStringLiteral("SELECT id FROM customers WHERE id <> ? AND ((email <> '' AND lower(email) = ?) OR "
                               "(phone <> '' AND phone = ? AND name = ?)) ORDER BY id"),
                {customer, known->email.toLower(), phone, known->name},
                [&](const Row& row) { person.push_back(row.id<CustomerId>(0)); }));
  return person;
}

} // namespace supercargo
