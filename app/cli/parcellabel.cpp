#include "app/cli/parcellabel.h"

#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "core/outbox/shipping.h"

#include <QSaveFile>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

Outcome<Exit> saveLabel(Session& session, ShipmentId shipment)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(labels, parcelLabels(*c, shipment));
  const auto label =
      std::find_if(labels.rbegin(), labels.rend(), [](const ParcelLabel& one) { return !one.data.isEmpty(); });
  if (label == labels.rend())
    return fail(notFound(QStringLiteral("label of shipment %1").arg(shipment.value())));
  QSaveFile file(session.value(QStringLiteral("--out")));
  if (!file.open(QIODevice::WriteOnly) || file.write(label->data) != label->data.size() || !file.commit())
    return fail(Failure(Error{ErrorKind::Denied, file.errorString(), file.fileName(), std::nullopt}));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("format"), label->format},
                          {QStringLiteral("bytes"), qint64(label->data.size())},
                          {QStringLiteral("file"), file.fileName()}});
  else
    print(QCoreApplication::translate("cli", "%1, %2 bytes: %3")
              .arg(label->format)
              .arg(label->data.size())
              .arg(file.fileName()));
  if (isForPrintComponent(label->format))
    say(QCoreApplication::translate("cli", "Only the courier's own print component prints these data. For a label of "
                                           "ours, which any printer prints, add: --own"));
  return Exit::Done;
}

bool hasFile(const std::vector<ParcelLabel>& labels)
{
  return std::ranges::any_of(labels, [](const ParcelLabel& one) { return !one.data.isEmpty(); });
}

Outcome<std::vector<ParcelLabel>> keptLabels(Session& session, ShipmentId shipment)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(kept, parcelLabels(*c, shipment));
  return kept;
}

} // namespace

Outcome<Exit> saveParcelLabel(Session& session)
{
  SC_TRY_ASSIGN(shipment, session.idOperand<ShipmentId>(0));
  if (!session.has(QStringLiteral("--out")))
    return wrongUse(QCoreApplication::translate("cli", "where should the label go?"), QStringLiteral("--out"));
  if (session.has(QStringLiteral("--own")))
    return saveOwnLabel(session, shipment);
  SC_TRY_ASSIGN(kept, keptLabels(session, shipment));
  if (hasFile(kept))
    return saveLabel(session, shipment);
  const QString paper =
      session.has(QStringLiteral("--paper")) ? session.value(QStringLiteral("--paper")) : QStringLiteral("76x130");
  SC_TRY_ASSIGN(syncing, makeSyncing(session));
  const auto asked = session.await(syncing.database->write([shipment, paper](Connection& c, ChangeSet& changes) {
    return requestLabel(c, shipment, paper, kActor, systemNow(), changes);
  }));
  if (!asked && asked.error().kind != ErrorKind::Rejected)
    return fail(asked.error());
  if (asked)
    SC_TRY(sendDueActions(session, syncing));
  SC_TRY_ASSIGN(brought, keptLabels(session, shipment));
  return hasFile(brought) ? saveLabel(session, shipment) : saveOwnLabel(session, shipment);
}

} // namespace supercargo::cli
