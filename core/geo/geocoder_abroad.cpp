#include "core/geo/eventclause.h"
#include "core/geo/geocoder.h"
#include "core/geo/placewords.h"

#include <QRegularExpression>

#include <cmath>

namespace supercargo {
namespace {

constexpr double kKnownAlone = 80'000; ///< people of a place that counts without its country
constexpr double kKnownInCountry = 15'000;
constexpr double kKnownExonym = 60'000;
constexpr double kKnownExonymInCountry = 10'000;
constexpr double kLargeCity = 500'000;
constexpr int kLongestName = 4; ///< words

QString joined(const QStringList& words, qsizetype from, qsizetype count)
{
  return count == 1 ? words[from] : QStringList(words.sliced(from, count)).join(u' ');
}

/// "HOUSTON, TX 77036" -> "TX": a state of the USA, best one that a comma sets apart, else the last.
QString stateIn(QStringView text)
{
  static const QRegularExpression kState(
      QStringLiteral("(,?)\\s*\\b(AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|"
                     "NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY)\\b(?!\\s*-\\s*[A-Z])"));
  QString last;
  for (auto states = kState.globalMatch(text.toString()); states.hasNext();) {
    const auto state = states.next();
    last = state.captured(2);
    if (!state.captured(1).isEmpty())
      break;
  }
  return last;
}

/// "PARIS, TX 75460": only an address of the USA is written so.
bool isAmericanAddress(QStringView text)
{
  static const QRegularExpression kStateAndZip(QStringLiteral("\\b[A-Z]{2},? \\d{5}(-\\d{4})?\\b"));
  const auto found = kStateAndZip.match(text.toString());
  return found.hasMatch() && !stateIn(found.captured(0)).isEmpty();
}

/// Names repeat across the states, so the one near the middle of the named state is meant: 4 there, 0 from 1,000 km on.
double nearness(const WorldPlace& place, const QString& state)
{
  constexpr double kFar = 1000, kCounts = 4;
  const auto middle = place.country == u"US" ? middleOfState(state) : std::nullopt;
  return middle ? kCounts * std::max(0.0, 1 - distanceKm(place.point, *middle) / kFar) : 0;
}

QString countryIn(const QStringList& words, QStringView text)
{
  for (int length = kLongestName; length >= 1; --length)
    for (qsizetype i = 0; i + length <= words.size(); ++i)
      if (const QString country = countryOfName(joined(words, i, length)); !country.isEmpty())
        return country;
  // "Tokyo, JP": two capitals at the end, unless they are a state of the USA.
  static const QRegularExpression kLast(QStringLiteral("[,(\\s]\\s*([A-Z]{2})\\)?\\s*$"));
  const auto last = kLast.match(text.toString());
  return last.hasMatch() && stateIn(last.captured(1)).isEmpty() ? countryOfCode(last.captured(1)) : QString();
}

} // namespace

/// Chinese names of places abroad, then Latin ones in the same text.
std::optional<FoundPlace> Geocoder::abroad(QStringView text, const QString& country) const
{
  const WorldPlace* best = nullptr;
  qsizetype bestLength = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    m_exonyms.at(text, i, [&](const NameIndex::Entry& e) {
      const WorldPlace* largest = nullptr;
      for (const int value : e.values) {
        const WorldPlace& place = m_gazetteer->world[size_t(value)];
        if ((country.isEmpty() || place.country == country) && (!largest || place.people > largest->people))
          largest = &place;
      }
      if (!largest || largest->people < (country.isEmpty() ? kKnownExonym : kKnownExonymInCountry))
        return false;
      const qsizetype length = e.name.size();
      if (!best || length > bestLength || (length == bestLength && largest->people > best->people)) {
        best = largest;
        bestLength = length;
      }
      return true;
    });
  }
  if (best)
    return placeFrom(*best, country.isEmpty() ? 0.7 : 0.9);
  return latin(text, country);
}

std::optional<FoundPlace> Geocoder::latin(QStringView text, QString country) const
{
  const QString plain = plainLatin(text);
  if (plain.isEmpty())
    return std::nullopt;
  const QStringList words = plain.split(u' ');
  if (country.isEmpty())
    country = isAmericanAddress(text) ? QStringLiteral("US") : countryIn(words, text);
  const QString state = country.isEmpty() || country == u"US" ? stateIn(text) : QString();
  const bool inState = country.isEmpty() && !state.isEmpty();
  if ((country.isEmpty() || country == u"CN") && !inState)
    if (auto place = latinInChina(words, country == u"CN"))
      return place;
  if (auto place = latinCity(words, country, state))
    return place;
  if (country.isEmpty() && !inState)
    if (auto place = countyCityAlone(words))
      return place;
  static const QRegularExpression kRegion(QStringLiteral("\\b(HK|TW)\\b"));
  if (const auto region = kRegion.match(text.toString()); region.hasMatch())
    return placeOf(divisionOfRegion(region.captured(1)));
  static const QRegularExpression kCode(QStringLiteral("\\b[A-Z]{3}\\b"));
  for (auto codes = kCode.globalMatch(text.toString()); codes.hasNext();) {
    const QString code = codes.next().captured();
    if (const QString division = chineseAirport(code); !division.isEmpty())
      return placeOf(division);
    if (!isCourierWord(code.toLower()) && m_airports.contains(code))
      return placeFrom(m_gazetteer->world[size_t(m_airports.value(code))], 0.6);
  }
  return std::nullopt;
}

/// Two cities may share a name in Latin letters (Suzhou): the province decides, else the one that is a hub.
std::optional<FoundPlace> Geocoder::latinInChina(const QStringList& words, bool saysChina) const
{
  const QString all = u' ' + words.join(u' ') + u' ';
  const auto inNamedParent = [&](const Division& d) {
    for (int above = d.parent; above >= 0; above = m_gazetteer->divisions[size_t(above)].parent) {
      const QString name = plainLatin(m_gazetteer->divisions[size_t(above)].englishName);
      if (!name.isEmpty() && name != plainLatin(d.englishName) && all.contains(u' ' + name + u' '))
        return true;
    }
    return false;
  };
  int best = -1;
  double bestScore = 0;
  for (int length = 3; length >= 1; --length)
    for (qsizetype i = 0; i + length <= words.size(); ++i) {
      const QString name = joined(words, i, length);
      const auto found = m_latinChina.constFind(name);
      if (found == m_latinChina.cend() || (length == 1 && (name.size() < 4 || isCourierWord(name))))
        continue;
      const auto abroad = m_latin.constFind(name);
      const bool sharedAbroad = abroad != m_latin.cend() && std::any_of(abroad->begin(), abroad->end(), [this](int w) {
                                  return m_gazetteer->world[size_t(w)].people >= 100'000;
                                });
      for (const int division : *found) {
        const Division& d = m_gazetteer->divisions[size_t(division)];
        const bool county = d.level == DivisionLevel::County && !isCityProvince(d.code);
        const bool inParent = inNamedParent(d);
        if (!saysChina && !inParent && (county || sharedAbroad))
          continue;
        const bool plainProvince = d.level == DivisionLevel::Province && !isCityProvince(d.code);
        const double score = length + (inParent ? 4 : 0) +
                             (plainProvince ? 0.2
                              : county      ? 1
                                            : 2) +
                             (isHub(d.code) ? 0.5 : 0) - 0.01 * double(i);
        if (score > bestScore) {
          bestScore = score;
          best = division;
        }
      }
    }
  return best >= 0 ? std::optional(placeFrom(best, saysChina ? 0.85 : 0.7)) : std::nullopt;
}

/// "Yiwu": a city of the third level without its country counts when no other city of China is spelt so.
std::optional<FoundPlace> Geocoder::countyCityAlone(const QStringList& words) const
{
  constexpr double kNotSure = 0.5;
  for (const QString& word : words) {
    const auto found = m_latinChina.constFind(word);
    if (word.size() < 4 || isCourierWord(word) || found == m_latinChina.cend())
      continue;
    std::vector<int> cities;
    for (const int division : *found)
      if (m_gazetteer->divisions[size_t(division)].name.endsWith(u'市'))
        cities.push_back(division);
    if (cities.size() == 1)
      return placeFrom(cities.front(), kNotSure);
  }
  return std::nullopt;
}

std::optional<FoundPlace> Geocoder::latinCity(const QStringList& words, const QString& country,
                                              const QString& state) const
{
  const bool inState = country.isEmpty() && !state.isEmpty();
  const WorldPlace* best = nullptr;
  double bestScore = 0;
  for (int length = kLongestName; length >= 1; --length)
    for (qsizetype i = 0; i + length <= words.size(); ++i) {
      const auto part = words.sliced(i, length);
      const bool plainWords = std::all_of(part.begin(), part.end(), [](const QString& w) { return isCourierWord(w); });
      if (plainWords || (length == 1 && part[0].size() < 4))
        continue;
      const auto found = m_latin.constFind(joined(words, i, length));
      if (found == m_latin.cend())
        continue;
      for (const int index : *found) {
        const WorldPlace& place = m_gazetteer->world[size_t(index)];
        const bool fitsCountry = country.isEmpty() || place.country == country;
        if (!fitsCountry || place.people < (country.isEmpty() && !inState ? kKnownAlone : kKnownInCountry))
          continue;
        const double score = std::log10(std::max(place.people, 1.0)) + length * 1.2 +
                             (inState && place.country == u"US" ? 1.5 : 0) + nearness(place, state);
        if (score > bestScore) {
          bestScore = score;
          best = &place;
        }
      }
    }
  if (!best)
    return std::nullopt;
  return placeFrom(*best, !country.isEmpty() || inState ? 0.9 : best->people >= kLargeCity ? 0.7 : 0.5);
}

} // namespace supercargo
