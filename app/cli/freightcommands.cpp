#include "app/cli/rowlist.h"
#include "core/store/freightbills.h"

namespace supercargo::cli {
namespace {

QJsonObject tariffJson(const FreightTariff& tariff)
{
  return {{QStringLiteral("id"), tariff.id},
          {QStringLiteral("courier"), tariff.courier},
          {QStringLiteral("from"), tariff.validFrom.toString(Qt::ISODate)},
          {QStringLiteral("regions"), QJsonArray::fromStringList(tariff.regions)},
          {QStringLiteral("first_grams"), tariff.firstGrams},
          {QStringLiteral("first"), toJson(tariff.first)},
          {QStringLiteral("step_grams"), tariff.stepGrams},
          {QStringLiteral("step"), toJson(tariff.step)},
          {QStringLiteral("minimum"), toJson(tariff.minimum)}};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(rows, freightTariffs(*c));
  printRows(session, rows, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Courier"),
             QCoreApplication::translate("cli", "From"), QCoreApplication::translate("cli", ">First weight"),
             QCoreApplication::translate("cli", ">Price"), QCoreApplication::translate("cli", ">Step"),
             QCoreApplication::translate("cli", ">Price"), QCoreApplication::translate("cli", ">Minimum"),
             QCoreApplication::translate("cli", "Regions")},
            tariffJson, [](const FreightTariff& tariff) {
              const auto grams = [](qint64 weight) { return QStringLiteral("%1 g").arg(weight); };
              return QStringList{QString::number(tariff.id),
                                 tariff.courier,
                                 tariff.validFrom.toString(Qt::ISODate),
                                 grams(tariff.firstGrams),
                                 moneyText(tariff.first),
                                 grams(tariff.stepGrams),
                                 moneyText(tariff.step),
                                 moneyText(tariff.minimum),
                                 tariff.regions.isEmpty() ? QCoreApplication::translate("cli", "everywhere")
                                                          : tariff.regions.join(u' ')};
            });
  return Exit::Done;
}

/// An option's price; 0 where it is not given.
Outcome<Money> price(const Session& session, const QString& option, Currency currency)
{
  return session.has(option) ? session.amount(option, currency) : Outcome<Money>(Money(0, currency));
}

Outcome<qint64> grams(const Session& session, const QString& option)
{
  constexpr qint64 kKilogram = 1000;
  return session.has(option) ? session.integer(session.value(option), option) : Outcome<qint64>(kKilogram);
}

Outcome<Exit> add(Session& session)
{
  for (const char* needed : {"--from", "--first-price", "--step-price"})
    if (!session.has(QLatin1String(needed)))
      return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QLatin1String(needed)),
                      QLatin1String(needed));
  SC_TRY_ASSIGN(workspace, session.workspace());
  Currency currency = workspace->info().currency;
  if (session.has(QStringLiteral("--currency"))) {
    SC_TRY_ASSIGN(named, Currency::of(session.value(QStringLiteral("--currency"))));
    currency = named;
  }
  FreightTariff tariff;
  tariff.courier = courierCodeOf(session.operand(0));
  tariff.validFrom = QDate::fromString(session.value(QStringLiteral("--from")), Qt::ISODate);
  tariff.regions = session.arguments().values(QStringLiteral("--region"));
  SC_TRY_ASSIGN(firstGrams, grams(session, QStringLiteral("--first")));
  SC_TRY_ASSIGN(stepGrams, grams(session, QStringLiteral("--step")));
  SC_TRY_ASSIGN(first, price(session, QStringLiteral("--first-price"), currency));
  SC_TRY_ASSIGN(step, price(session, QStringLiteral("--step-price"), currency));
  SC_TRY_ASSIGN(minimum, price(session, QStringLiteral("--minimum"), currency));
  tariff.firstGrams = firstGrams;
  tariff.stepGrams = stepGrams;
  tariff.first = first;
  tariff.step = step;
  tariff.minimum = minimum;
  if (!tariff.validFrom.isValid())
    return wrongUse(QCoreApplication::translate("cli", "write a day like 2026-03-01"), QStringLiteral("--from"));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(id, c->transaction([&] { return saveFreightTariff(*c, tariff, changes); }));
  tariff.id = id;
  if (session.isJson())
    printJson(tariffJson(tariff));
  else
    print(QString::number(id));
  return Exit::Done;
}

Outcome<Exit> remove(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("ID")));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY(c->transaction([&] { return deleteFreightTariff(*c, id, changes); }));
  return Exit::Done;
}

Outcome<Exit> weigh(Session& session)
{
  SC_TRY_ASSIGN(shipment, session.idOperand<ShipmentId>(0));
  SC_TRY_ASSIGN(weight, session.integer(session.operand(1), QStringLiteral("GRAMS")));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY(c->transaction([&] { return weighParcel(*c, shipment, weight, changes); }));
  return Exit::Done;
}

} // namespace

std::vector<Command> freightCommands()
{
  const QString grams = QStringLiteral("GRAMS"), amount = QStringLiteral("A");
  return {
      {QStringLiteral("tariffs list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what couriers agreed to charge"),
       {},
       list},
      {QStringLiteral("tariffs add"),
       QStringLiteral("COURIER"),
       1,
       1,
       QCoreApplication::translate("cli", "add a price of a courier; one for a region goes before one for everywhere"),
       {{QStringLiteral("--from"), QStringLiteral("DAY"),
         QCoreApplication::translate("cli", "for parcels handed over on this day and later")},
        {QStringLiteral("--region"), QStringLiteral("NAME"),
         QCoreApplication::translate("cli", "only to this province or country; may be repeated")},
        {QStringLiteral("--first"), grams, QCoreApplication::translate("cli", "the first weight (1000)")},
        {QStringLiteral("--first-price"), amount, QCoreApplication::translate("cli", "what it costs, as 3.50")},
        {QStringLiteral("--step"), grams, QCoreApplication::translate("cli", "each further weight (1000)")},
        {QStringLiteral("--step-price"), amount, QCoreApplication::translate("cli", "what each begun one costs")},
        {QStringLiteral("--minimum"), amount, QCoreApplication::translate("cli", "the least that a parcel costs")},
        {QStringLiteral("--currency"), QStringLiteral("CODE"),
         QCoreApplication::translate("cli", "of the prices (the workspace's)")}},
       add},
      {QStringLiteral("tariffs remove"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "remove a price"),
       {},
       remove},
      {QStringLiteral("shipments weigh"),
       QStringLiteral("ID GRAMS"),
       2,
       2,
       QCoreApplication::translate("cli", "note what the parcel weighs, as its freight is expected by it"),
       {},
       weigh},
  };
}

} // namespace supercargo::cli
