#include "app/cli/rowlist.h"
#include "core/geo/bundledmap.h"
#include "core/geo/geocoder.h"
#include "core/store/placealiases.h"

#include <QJsonArray>

#include <chrono>

namespace supercargo::cli {
namespace {

/// Beijing is a province and a city: as the place of a parcel it is a city.
QString levelName(const FoundPlace& place)
{
  switch (place.level) {
  case PlaceLevel::Province:
    return isCityProvince(place.code) ? QStringLiteral("prefecture") : QStringLiteral("province");
  case PlaceLevel::Prefecture:
    return QStringLiteral("prefecture");
  case PlaceLevel::County:
    return QStringLiteral("county");
  case PlaceLevel::City:
    return QStringLiteral("city");
  }
  return {};
}

QJsonValue placeJson(const Geocoder& geocoder, const std::optional<FoundPlace>& place)
{
  if (!place)
    return QJsonValue::Null;
  const bool chinese = place->country == u"CN";
  const QString city = geocoder.cityOf(place->code);
  const auto cityPlace = geocoder.placeOf(city);
  return QJsonObject{
      {QStringLiteral("code"), chinese ? QJsonValue(place->code) : QJsonValue::Null},
      {QStringLiteral("level"), levelName(*place)},
      {QStringLiteral("name"), place->englishName.isEmpty() ? place->name : place->englishName},
      {QStringLiteral("name_zh"), place->name == place->englishName ? QJsonValue::Null : jsonOrNull(place->name)},
      {QStringLiteral("country"), place->country},
      {QStringLiteral("lat"), place->point.latitude},
      {QStringLiteral("lon"), place->point.longitude},
      {QStringLiteral("confidence"), place->confidence},
      {QStringLiteral("approximate"), place->approximate},
      {QStringLiteral("city_code"), chinese ? jsonOrNull(city) : QJsonValue::Null},
      {QStringLiteral("city"), cityPlace ? jsonOrNull(cityPlace->name) : QJsonValue::Null}};
}

QString placeText(const FoundPlace& place)
{
  QStringList parts{place.name};
  if (!place.englishName.isEmpty() && place.englishName != place.name)
    parts.append(place.englishName);
  return QStringLiteral("%1 (%2)").arg(parts.join(QStringLiteral(" / ")), place.code);
}

/// What has been taught in this workspace; without a workspace nothing was.
Outcome<PlaceAliases> taughtHere(Session& session)
{
  auto connection = session.reader();
  if (!connection && connection.error().error.kind == ErrorKind::NotFound)
    return PlaceAliases();
  if (!connection)
    return fail(connection.error());
  SC_TRY_ASSIGN(taught, taughtPlaces(**connection));
  return taught;
}

/// The one place that a code or a name means.
Outcome<FoundPlace> placeMeant(const Geocoder& geocoder, const QString& text)
{
  if (const auto known = geocoder.placeOf(text))
    return *known;
  const auto answer = geocoder.locate(text);
  if (answer.place && answer.alternatives.isEmpty())
    return *answer.place;
  QStringList choices;
  for (const QString& code : answer.alternatives)
    if (const auto one = geocoder.placeOf(code))
      choices.append(placeText(*one));
  if (choices.isEmpty())
    for (const FoundPlace& one : geocoder.placesNamed(text, 5))
      choices.append(placeText(one));
  return wrongUse(
      QCoreApplication::translate("cli", "\"%1\" does not name one place").arg(text), text,
      choices.isEmpty()
          ? QCoreApplication::translate("cli", "Give a name with its city, or a GB/T 2260 code.")
          : QCoreApplication::translate("cli", "Give one of these codes: %1").arg(choices.join(QStringLiteral(", "))));
}

Outcome<Exit> teach(Session& session, const Geocoder& geocoder, const QString& correction)
{
  const qsizetype equals = correction.lastIndexOf(u'=');
  if (equals < 2 || equals + 1 >= correction.size())
    return wrongUse(QCoreApplication::translate("cli", "--correct takes TEXT=PLACE"), QStringLiteral("--correct"));
  SC_TRY_ASSIGN(place, placeMeant(geocoder, correction.sliced(equals + 1).trimmed()));
  SC_TRY_ASSIGN(opened, session.workspace());
  const Instant now = systemNow();
  const PlaceAlias alias{correction.first(equals).trimmed(), place.code, QStringLiteral("owner"), now};
  SC_TRY_ASSIGN(writer, session.writer());
  ChangeSet changes;
  SC_TRY(writer->transaction([&] { return teachPlace(*writer, alias, changes); }));
  Q_UNUSED(opened);
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("text"), alias.text}, {QStringLiteral("code"), place.code}});
  else
    say(QCoreApplication::translate("cli", "From now on \"%1\" means %2.").arg(alias.text, placeText(place)));
  return Exit::Done;
}

Outcome<Exit> forget(Session& session, const QString& text)
{
  SC_TRY_ASSIGN(writer, session.writer());
  ChangeSet changes;
  SC_TRY(writer->transaction([&] { return forgetPlace(*writer, text, changes); }));
  say(QCoreApplication::translate("cli", "\"%1\" is read by its words again.").arg(text.trimmed()));
  return Exit::Done;
}

Outcome<Exit> listTaught(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, placeAliases(*connection));
  printRows(
      session, rows, 0, {QCoreApplication::translate("cli", "Text"), QCoreApplication::translate("cli", "Place")},
      [](const PlaceAlias& alias) {
        return QJsonObject{{QStringLiteral("text"), alias.text}, {QStringLiteral("code"), alias.code}};
      },
      [](const PlaceAlias& alias) {
        return QStringList{alias.text, alias.code};
      });
  return Exit::Done;
}

void printAnswer(const Session& session, const Geocoder& geocoder, const PlaceAnswer& answer)
{
  QStringList alternatives;
  QJsonArray ambiguous;
  for (const QString& code : answer.alternatives)
    if (const auto place = geocoder.placeOf(code)) {
      alternatives.append(placeText(*place));
      ambiguous += placeJson(geocoder, place);
    }
  if (session.isJson())
    return printJson(QJsonObject{{QStringLiteral("place"), placeJson(geocoder, answer.place)},
                                 {QStringLiteral("ambiguous"), ambiguous}});
  if (answer.place)
    print(QStringLiteral("%1  %2  %3, %4  %5%")
              .arg(placeText(*answer.place), levelName(*answer.place))
              .arg(answer.place->point.latitude, 0, 'f', 3)
              .arg(answer.place->point.longitude, 0, 'f', 3)
              .arg(qRound(answer.place->confidence * 100)));
  else if (alternatives.isEmpty())
    print(QCoreApplication::translate("cli", "The text names no place that is known."));
  if (!alternatives.isEmpty())
    print(QCoreApplication::translate("cli", "It may mean: %1").arg(alternatives.join(QStringLiteral(", "))));
}

Outcome<Exit> geocode(Session& session)
{
  if (session.has(QStringLiteral("--taught")))
    return listTaught(session);
  if (session.has(QStringLiteral("--forget")))
    return forget(session, session.value(QStringLiteral("--forget")));
  SC_TRY_ASSIGN(gazetteer, bundledGazetteer());
  if (session.has(QStringLiteral("--correct")))
    return teach(session, Geocoder(gazetteer), session.value(QStringLiteral("--correct")));
  const QString text = session.operand(0);
  if (text.trimmed().isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "no text was given"), QStringLiteral("TEXT"),
                    QCoreApplication::translate("cli", "Put the courier's sentence in quotes."));
  SC_TRY_ASSIGN(aliases, taughtHere(session));
  const Geocoder geocoder(gazetteer, aliases);
  printAnswer(session, geocoder, geocoder.locate(session.value(QStringLiteral("--place")), text));
  return Exit::Done;
}

} // namespace

std::vector<Command> geocodeCommands()
{
  return {{QStringLiteral("geocode"),
           QStringLiteral("TEXT"),
           0,
           1,
           QCoreApplication::translate("cli", "find the place that a courier's text names, offline"),
           {{QStringLiteral("--place"), QStringLiteral("NAME"),
             QCoreApplication::translate("cli", "what the courier's own field for the place says")},
            {QStringLiteral("--correct"), QStringLiteral("TEXT=PLACE"),
             QCoreApplication::translate("cli", "teach what a text means: a name or a GB/T 2260 code")},
            {QStringLiteral("--forget"), QStringLiteral("TEXT"),
             QCoreApplication::translate("cli", "take back what was taught of a text")},
            {QStringLiteral("--taught"), {}, QCoreApplication::translate("cli", "list what was taught")}},
           geocode}};
}

} // namespace supercargo::cli
