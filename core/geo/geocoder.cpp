#include "core/geo/geocoder.h"

#include "core/geo/eventclause.h"
#include "core/geo/hanvariants.h"
#include "core/geo/placewords.h"

#include <QRegularExpression>

#include <cmath>

namespace supercargo {
namespace {

/// Endings of counties that are no places of their own but administrations within one.
bool isZone(const QString& name)
{
  static const QRegularExpression kZone(QStringLiteral(
      "(开发区|示范区|(?<!花)园区|管理区|集聚区|聚集区|合作区|风景名胜区|管委会|食品区|实验区|工业园|产业园)$"));
  return kZone.match(name).hasMatch();
}

bool isWordlessDistrict(const QString& name)
{
  static const QStringList kNames = QStringLiteral("城区 郊区 矿区 市辖区").split(u' ');
  return kNames.contains(name);
}

bool isLatin(QChar c)
{
  return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// As texts are compared with what was taught.
QString aliasText(QStringView text)
{
  return simplifiedHan(text.trimmed()).toLower();
}

constexpr double kKnownInRegion = 50'000; ///< people of a place of Hong Kong, Macau, Taiwan that its name stands for

QString codeOf(const WorldPlace& place)
{
  return place.country + u'/' + place.name;
}

} // namespace

Geocoder::Geocoder(std::shared_ptr<const Gazetteer> gazetteer, const PlaceAliases& aliases)
    : m_gazetteer(std::move(gazetteer))
{
  indexDivisions();
  indexTownships();
  indexWorld();
  indexAliases(aliases);
  m_names.finish();
  m_towns.finish();
  m_exonyms.finish();
  m_aliases.finish();
}

void Geocoder::addReading(const QString& name, Reading reading)
{
  m_names.add(name, int(m_readings.size()));
  m_readings.push_back(reading);
}

void Geocoder::indexDivisions()
{
  const auto& divisions = m_gazetteer->divisions;
  QHash<QString, QString> provinces; // short name -> first two digits
  for (const Division& d : divisions)
    if (d.level == DivisionLevel::Province)
      provinces.insert(d.shortName, d.code.left(2));
  for (size_t i = 0; i < divisions.size(); ++i) {
    const Division& d = divisions[i];
    if (const QString& latin = d.englishName.isEmpty() ? d.pinyin : d.englishName; !latin.isEmpty())
      m_latinChina[plainLatin(latin)].push_back(int(i));
    const bool county = d.level == DivisionLevel::County, outlying = d.code.endsWith(u'-');
    if (county && (isZone(d.name) || isWordlessDistrict(d.name)))
      continue;
    const bool everyday = county && isEverydayWord(d.shortName);
    if (outlying || (everyday && d.name == d.shortName)) // 东区; 永康 of Taiwan beside the one of Zhejiang
      addReading(d.name, {int(i), 0.8, false, true});
    else
      addReading(d.name, {int(i), 1.3, true, false});
    // 海南 is the province; who means the prefecture of that name in Qinghai writes 海南州.
    const bool hidden = d.level == DivisionLevel::Prefecture && provinces.contains(d.shortName) &&
                        provinces.value(d.shortName) != d.code.left(2);
    if (d.shortName != d.name && d.shortName.size() >= 2 && !hidden)
      addReading(d.shortName, {int(i), county ? 0.8 : 1.0, false, everyday});
    if (county && d.name.endsWith(u"新区") && d.name.chopped(2) != d.shortName)
      addReading(d.name.chopped(2), {int(i), 0.7, false, false});
  }
  for (const auto& [word, code] : divisionNicknames())
    if (const int found = m_gazetteer->byCode.value(code, -1); found >= 0)
      addReading(word, {found, 1.0, false, false});
}

void Geocoder::indexTownships()
{
  static const QStringList kEndings = QStringLiteral("街道办事处 地区办事处 街道 镇 乡").split(u' ');
  const auto& towns = m_gazetteer->townships;
  for (size_t i = 0; i < towns.size(); ++i) {
    m_towns.add(towns[i].name, int(i));
    for (const QString& ending : kEndings)
      if (towns[i].name.endsWith(ending)) {
        m_towns.add(towns[i].name.chopped(ending.size()), int(i));
        break;
      }
  }
}

/// A country has many a Springfield: the largest bears the plain code, the others also where they lie.
void Geocoder::nameWorld()
{
  const auto& world = m_gazetteer->world;
  for (size_t i = 0; i < world.size(); ++i) {
    const int other = m_world.value(codeOf(world[i]), -1);
    if (other < 0 || world[size_t(other)].people < world[i].people)
      m_world.insert(codeOf(world[i]), int(i));
  }
  m_worldCodes.resize(world.size());
  for (size_t i = 0; i < world.size(); ++i) {
    m_worldCodes[i] = codeOf(world[i]);
    if (m_world.value(m_worldCodes[i]) == int(i))
      continue;
    m_worldCodes[i] +=
        QStringLiteral("@%1,%2").arg(world[i].point.latitude, 0, 'f', 1).arg(world[i].point.longitude, 0, 'f', 1);
    m_world.insert(m_worldCodes[i], int(i));
  }
}

void Geocoder::indexWorld()
{
  static const QRegularExpression kTail(QStringLiteral(" (am|an der|ob der|upon|on|de|del|la|city)( .*)?$"));
  static const QStringList kEndings = QStringLiteral("广域市 特别市 都 市").split(u' ');
  const auto& world = m_gazetteer->world;
  nameWorld();
  for (size_t i = 0; i < world.size(); ++i) {
    const WorldPlace& place = world[i];
    if (const QString division = divisionOfRegion(place.country); !division.isEmpty()) {
      if (place.people >= kKnownInRegion)
        m_latinChina[plainLatin(place.name)].push_back(m_gazetteer->byCode.value(division, -1));
      continue;
    }
    m_exonyms.add(place.chinese, int(i));
    for (const QString& ending : kEndings)
      if (place.chinese.endsWith(ending) && place.chinese.size() - ending.size() >= 2) {
        m_exonyms.add(place.chinese.chopped(ending.size()), int(i));
        break;
      }
    const QString name = plainLatin(place.name);
    m_latin[name].push_back(int(i));
    const QString base = QString(name).remove(kTail);
    if (base != name && base.size() >= 4 && place.people >= 200'000)
      m_latin[base].push_back(int(i));
    if (place.people < 100'000)
      continue;
    for (const QString& code : place.codes.split(u'/', Qt::SkipEmptyParts)) {
      const int old = m_airports.value(code, -1);
      if (code.size() == 3 && (old < 0 || world[size_t(old)].people < place.people))
        m_airports.insert(code, int(i));
    }
  }
  for (const auto& [word, code] : worldNicknames()) {
    const int found = m_world.value(code, -1);
    if (found < 0)
      continue;
    if (word[0].unicode() >= 0x2e80)
      m_exonyms.add(word, found);
    else
      m_latin[word].push_back(found);
  }
}

void Geocoder::indexAliases(const PlaceAliases& aliases)
{
  for (auto alias = aliases.cbegin(); alias != aliases.cend(); ++alias)
    if (auto place = placeOf(alias.value())) {
      m_aliases.add(aliasText(alias.key()), int(m_taught.size()));
      m_taught.push_back(*place);
    }
}

/// A taught text that is the whole of this one, whatever it says; else the longest one in the present clause.
std::optional<FoundPlace> Geocoder::taught(QStringView text) const
{
  if (m_taught.empty())
    return std::nullopt;
  if (const auto* whole = m_aliases.named(aliasText(text)))
    return m_taught[size_t(whole->values.back())];
  const QString clause = currentClause(text).toLower();
  const NameIndex::Entry* longest = nullptr;
  for (qsizetype i = 0; i < clause.size(); ++i) {
    const auto* here = m_aliases.at(clause, i, [&](const NameIndex::Entry& e) {
      const qsizetype end = i + e.name.size();
      // "LAX" is not in "relax".
      return !(i > 0 && isLatin(clause[i - 1]) && isLatin(clause[i])) &&
             !(end < clause.size() && isLatin(clause[end]) && isLatin(clause[end - 1]));
    });
    if (here && (!longest || here->name.size() > longest->name.size()))
      longest = here;
  }
  return longest ? std::optional(m_taught[size_t(longest->values.back())]) : std::nullopt;
}

PlaceAnswer Geocoder::locate(QStringView text) const
{
  if (auto place = taught(text))
    return {place, {}};
  const QString clause = currentClause(text);
  const bool hasChinese = std::any_of(clause.cbegin(), clause.cend(),
                                      [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() < 0xa000; });
  if (!hasChinese)
    return {latin(clause, {}), {}};
  const QString country = countryNamedIn(clause);
  const auto found = chinese(clause, !country.isEmpty());
  if (found && (found->place || !found->alternatives.isEmpty()))
    return *found;
  return {abroad(clause, country), {}};
}

PlaceAnswer Geocoder::locate(QStringView place, QStringView text) const
{
  for (const QStringView said : {place, text})
    if (auto known = taught(said))
      return {known, {}};
  PlaceAnswer told = place.isEmpty() ? PlaceAnswer() : locate(place);
  if (told.place && told.place->level == PlaceLevel::County)
    return told;
  PlaceAnswer read = locate(text);
  if (!told.place)
    return read.place || told.alternatives.isEmpty() ? read : told;
  if (!read.place || read.place->country != told.place->country)
    return told;
  const int inner = m_gazetteer->byCode.value(read.place->code, -1);
  const int outer = m_gazetteer->byCode.value(told.place->code, -1);
  return inner >= 0 && outer >= 0 && isWithin(inner, outer) ? read : told;
}

bool Geocoder::isWithin(int division, int ancestor) const
{
  for (int at = division; at >= 0; at = m_gazetteer->divisions[size_t(at)].parent)
    if (at == ancestor)
      return true;
  return false;
}

FoundPlace Geocoder::placeFrom(int division, double confidence) const
{
  const Division& d = m_gazetteer->divisions[size_t(division)];
  const QString code = d.code.endsWith(u'-') ? d.code.left(2) + QLatin1String("0000") : d.code; // no codes of their own
  return {QStringLiteral("CN"),         code,    d.name,        d.englishName,
          PlaceLevel(int(d.level) - 1), d.point, d.approximate, confidence};
}

FoundPlace Geocoder::placeFrom(const WorldPlace& place, double confidence) const
{
  const QString& code = m_worldCodes[size_t(&place - m_gazetteer->world.data())];
  return {place.country,
          code,
          place.chinese.isEmpty() ? place.name : place.chinese,
          place.name,
          PlaceLevel::City,
          place.point,
          false,
          confidence};
}

std::optional<FoundPlace> Geocoder::placeOf(const QString& code) const
{
  if (const int found = m_gazetteer->byCode.value(code, -1); found >= 0)
    return placeFrom(found, 1);
  const int abroad = m_world.value(code, -1);
  return abroad >= 0 ? std::optional(placeFrom(m_gazetteer->world[size_t(abroad)], 1)) : std::nullopt;
}

QString Geocoder::cityOf(const QString& code) const
{
  const int found = m_gazetteer->byCode.value(code, -1);
  if (found < 0)
    return code;
  const Division& d = m_gazetteer->divisions[size_t(found)];
  if (isCityProvince(d.code))
    return d.code.left(2) + QLatin1String("0000");
  if (d.level == DivisionLevel::County && d.parent >= 0) {
    const Division& parent = m_gazetteer->divisions[size_t(d.parent)];
    return parent.level == DivisionLevel::Prefecture ? parent.code : d.code;
  }
  return d.code;
}

std::vector<FoundPlace> Geocoder::placesNamed(const QString& start, int limit) const
{
  const QString latinStart = plainLatin(start);
  std::vector<std::pair<double, FoundPlace>> found;
  const auto fits = [&](const QString& chinese, const QString& english) {
    return (!chinese.isEmpty() && chinese.startsWith(start)) ||
           (latinStart.size() >= 2 && plainLatin(english).startsWith(latinStart));
  };
  if (start.isEmpty())
    return {};
  for (size_t i = 0; i < m_gazetteer->divisions.size(); ++i) {
    const Division& d = m_gazetteer->divisions[i];
    if (fits(d.name, d.englishName.isEmpty() ? d.pinyin : d.englishName))
      found.emplace_back(100.0 - 10 * int(d.level), placeFrom(int(i), 1));
  }
  for (const WorldPlace& place : m_gazetteer->world)
    if (fits(place.chinese, place.name))
      found.emplace_back(place.people > 0 ? 3 * std::log2(place.people) : 20, placeFrom(place, 1));
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<FoundPlace> places;
  for (size_t i = 0; i < found.size() && places.size() < size_t(limit); ++i)
    places.push_back(std::move(found[i].second));
  return places;
}

} // namespace supercargo
