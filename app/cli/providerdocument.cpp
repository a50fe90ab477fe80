#include "app/cli/providerdocument.h"

#include <QCoreApplication>
#include <QLocale>

namespace supercargo::cli {
namespace {

QString row(const QStringList& cells)
{
  return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString tableHead(const QStringList& headings)
{
  return row(headings) + QStringLiteral("|") + QStringLiteral("---|").repeated(headings.size()) + u'\n';
}

QString heading(const QString& text)
{
  return QStringLiteral("\n## ") + text + QStringLiteral("\n\n");
}

QString seconds(std::chrono::seconds duration)
{
  return QStringLiteral("%1 s").arg(duration.count());
}

QString fieldsPart(const Declaration& d)
{
  QString text = heading(QCoreApplication::translate("cli", "Fields of an account"));
  text += tableHead({QCoreApplication::translate("cli", "Field"), QCoreApplication::translate("cli", "Meaning"),
                     QCoreApplication::translate("cli", "Needed"), QCoreApplication::translate("cli", "Secret"),
                     QCoreApplication::translate("cli", "Where to find it")});
  const auto mark = [](bool is) { return is ? QStringLiteral("✓") : QString(); };
  for (const FieldDeclaration& f : d.fields)
    text += row(
        {QStringLiteral("`%1`").arg(f.name), localText(f.label), mark(f.required), mark(f.secret), localText(f.help)});
  return text;
}

QString streamsPart(const Declaration& d)
{
  QString text = heading(QCoreApplication::translate("cli", "What is read, and how often"));
  text += tableHead(
      {QCoreApplication::translate("cli", "Stream"), QCoreApplication::translate("cli", "Looked for every"),
       QCoreApplication::translate("cli", "Open records read again every"), QCoreApplication::translate("cli", "Page"),
       QCoreApplication::translate("cli", "Overlap"), QCoreApplication::translate("cli", "Days of history"),
       QCoreApplication::translate("cli", "Changes that move its time")});
  for (const StreamDeclaration& s : d.streams)
    text += row({streamName(s.stream), seconds(s.discoverEvery),
                 s.revisitBatch > 0 ? seconds(s.revisitEvery) : QStringLiteral("–"), QString::number(s.pageSize),
                 seconds(s.overlap),
                 s.historyDays > 0 ? QString::number(s.historyDays) : QCoreApplication::translate("cli", "all"),
                 s.movesTime.join(QStringLiteral(", "))});
  return text;
}

QString statusesPart(const Declaration& d)
{
  QString text;
  if (!d.statuses.empty()) {
    text += heading(QCoreApplication::translate("cli", "How order states are read"));
    text +=
        tableHead({QCoreApplication::translate("cli", "Provider says"), QCoreApplication::translate("cli", "Order"),
                   QCoreApplication::translate("cli", "Payment"), QCoreApplication::translate("cli", "Fulfilment")});
    for (const StatusRow& s : d.statuses) {
      QStringList raw;
      for (const auto& [key, value] : s.raw.toStdMap())
        raw += QStringLiteral("%1 = %2").arg(key, value);
      text +=
          row({raw.join(QStringLiteral(", ")), statusName(s.order), statusName(s.payment), statusName(s.fulfilment)});
    }
  }
  if (!d.parcelStatuses.empty()) {
    text += heading(QCoreApplication::translate("cli", "How parcel states are read"));
    text += tableHead({QCoreApplication::translate("cli", "Field"), QCoreApplication::translate("cli", "Code"),
                       QCoreApplication::translate("cli", "Parcel"), QCoreApplication::translate("cli", "Reason"),
                       QCoreApplication::translate("cli", "Certainty")});
    for (const ParcelRow& p : d.parcelStatuses)
      text += row({p.field, p.code, statusName(p.status), p.reason, p.certainty});
  }
  return text;
}

} // namespace

QString localText(const LocalText& text)
{
  // The catalogue tells which language is installed; without one it is English.
  const bool isChinese = QCoreApplication::translate("cli", "en", "code of this language") == QStringLiteral("zh");
  return isChinese && !text.zh.isEmpty() ? text.zh : text.en;
}

QString providerDocument(const Provider& provider)
{
  const Declaration& d = provider.declaration;
  QString text = QStringLiteral("# %1 (`%2`)\n\n%3\n\n").arg(localText(d.name), d.id, localText(d.about));
  const auto fact = [&](const QString& name, const QString& value) {
    text += QStringLiteral("- %1: %2\n").arg(name, value);
  };
  fact(QCoreApplication::translate("cli", "API version"), d.apiVersion);
  fact(QCoreApplication::translate("cli", "Retires"),
       d.retiresAt.value_or(QCoreApplication::translate("cli", "not announced")));
  fact(QCoreApplication::translate("cli", "Certainty"), d.certainty);
  fact(QCoreApplication::translate("cli", "Sign-in"), d.auth);
  fact(QCoreApplication::translate("cli", "Can"), d.capabilities.join(QStringLiteral(", ")));
  fact(QCoreApplication::translate("cli", "Calls"),
       QCoreApplication::translate("cli", "%1 a second, bursts of %2, %3 at a time")
           .arg(d.rate.perSecond)
           .arg(d.rate.burst)
           .arg(d.rate.parallel));
  if (d.rate.perDay > 0)
    fact(QCoreApplication::translate("cli", "Calls a day"), QString::number(d.rate.perDay));
  for (const EndpointDeclaration& endpoint : d.endpoints)
    fact(QCoreApplication::translate("cli", "Endpoint"), endpoint.name + QStringLiteral(" ") + endpoint.url);
  for (const QString& link : d.docs)
    fact(QCoreApplication::translate("cli", "Documentation"), QStringLiteral("<%1>").arg(link));
  return text + fieldsPart(d) + streamsPart(d) + statusesPart(d);
}

} // namespace supercargo::cli
