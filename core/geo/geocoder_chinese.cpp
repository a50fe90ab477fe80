#include "core/geo/eventclause.h"
#include "core/geo/geocoder.h"

#include <QSet>

#include <array>

namespace supercargo {
namespace {

// Weights of the evidence, found on composed texts (tests/core/geo/geocoder_test.cpp) and by sweeps over all counties.
constexpr double kLaterCounts = 0.15;                    ///< every further name counts this much less
constexpr double kBracketCounts = 1.15;                  ///< 【杭州市】 is a place, whatever stands around it
constexpr double kFullCounts = 1.25;                     ///< 深圳市 before 深圳
constexpr double kContradiction = 0.35;                  ///< of a name that lies elsewhere
constexpr double kLonelyCounty = 0.6;                    ///< a county that nothing around it confirms
constexpr double kSharedName = 0.3;                      ///< each further county of the same name
constexpr std::array<double, 4> kPrior{0, 0, 0.35, 0.1}; ///< by level: where parcels stand
constexpr double kHiddenWord = 100;                      ///< a word that is a place only beside what it belongs to
constexpr double kTie = 1e-6;
constexpr double kSureOfChina = 3; ///< from here on a named country abroad does not matter
constexpr double kSureOfCounty = 1.2;
constexpr size_t kMostMatches = 12;

} // namespace

std::vector<Geocoder::Match> Geocoder::matchesIn(QStringView text) const
{
  std::vector<Match> matches;
  bool bracketed = false;
  for (qsizetype i = 0; i < text.size() && matches.size() < kMostMatches;) {
    if (text[i] == u'【' || text[i] == u'[')
      bracketed = true;
    else if (text[i] == u'】' || text[i] == u']')
      bracketed = false;
    const auto* entry = m_names.at(text, i, [&](const NameIndex::Entry& e) {
      const bool full =
          std::any_of(e.values.begin(), e.values.end(), [this](int v) { return m_readings[size_t(v)].full; });
      return full || !isPartOfOtherWord(text.sliced(i + e.name.size()));
    });
    if (entry)
      matches.push_back({i, entry, bracketed});
    i += entry ? entry->name.size() : 1;
  }
  return matches;
}

double Geocoder::scoreOf(int division, const std::vector<Match>& matches, Scored& into) const
{
  const int level = int(m_gazetteer->divisions[size_t(division)].level);
  double score = 0;
  size_t readingsOfOwn = 1;
  bool confirmed = false, common = false, own = false;
  into.agreeing = 0;
  into.full = false;
  for (size_t k = 0; k < matches.size(); ++k) {
    const Match& match = matches[k];
    const double place =
        double(match.entry->name.size()) / (1 + kLaterCounts * double(k)) * (match.bracketed ? kBracketCounts : 1);
    double agrees = 0, strongest = 0;
    for (const int value : match.entry->values) {
      const Reading& reading = m_readings[size_t(value)];
      const double weight = reading.weight * place * (reading.full ? kFullCounts : 1);
      strongest = std::max(strongest, weight);
      if (!isWithin(division, reading.division))
        continue;
      agrees = std::max(agrees, weight);
      into.full |= reading.full && reading.division == division;
      if (reading.division != division) {
        confirmed = true;
      } else if (!own) {
        own = true;
        common = reading.common && !(match.bracketed && level == 3);
        readingsOfOwn = match.entry->values.size();
      }
    }
    score += agrees > 0 ? agrees : -kContradiction * strongest;
    into.agreeing += agrees > 0;
  }
  if (level == 3 && !confirmed)
    score -= kLonelyCounty + kSharedName * double(readingsOfOwn - 1);
  if (!confirmed && common)
    score -= kHiddenWord;
  return score + kPrior[size_t(level)];
}

std::optional<Geocoder::Scored> Geocoder::scored(const std::vector<Match>& matches) const
{
  QSet<int> candidates;
  for (const Match& match : matches)
    for (const int value : match.entry->values)
      candidates.insert(m_readings[size_t(value)].division);
  std::optional<Scored> best;
  std::vector<std::pair<double, int>> all;
  for (const int division : candidates) {
    Scored one;
    one.division = division;
    one.score = scoreOf(division, matches, one);
    if (one.score <= 0)
      continue;
    all.emplace_back(one.score, division);
    const auto level = [this](int d) { return m_gazetteer->divisions[size_t(d)].level; };
    if (!best || one.score > best->score + kTie ||
        (one.score > best->score - kTie && level(division) > level(best->division)))
      best = one;
  }
  if (best)
    for (const auto& [score, division] : all)
      if (score > best->score - kTie && division != best->division && !isWithin(best->division, division))
        best->rivals.push_back(division);
  if (best && matches.size() == 1 && !best->full)
    addMetropolitanRivals(*best, *matches.front().entry);
  return best;
}

/// 朝阳 alone: the city in Liaoning by its rank, yet most parcels of that name go to a district of a metropolis. 西安
/// alone is the metropolis itself, whatever districts bear its name.
void Geocoder::addMetropolitanRivals(Scored& best, const NameIndex::Entry& entry) const
{
  const auto isCapital = [](const QString& code) { return isCityProvince(code) || code.mid(2, 2) == u"01"; };
  const Division& own = m_gazetteer->divisions[size_t(best.division)];
  if (own.level != DivisionLevel::Prefecture || isCapital(own.code))
    return;
  for (const int value : entry.values) {
    const int division = m_readings[size_t(value)].division;
    const Division& other = m_gazetteer->divisions[size_t(division)];
    if (other.level == DivisionLevel::County && isCapital(other.code) && !isWithin(division, best.division))
      best.rivals.push_back(division);
  }
}

/// The prefecture of a township named in the text; -1 when none or several. With a `province` only inside it.
int Geocoder::townIn(QStringView text, QStringView province) const
{
  for (qsizetype i = 0; i < text.size(); ++i) {
    int prefecture = -1;
    m_towns.at(text, i, [&](const NameIndex::Entry& e) {
      if (isPartOfOtherWord(text.sliced(i + e.name.size())))
        return false;
      QSet<QString> codes;
      for (const int value : e.values) {
        const QString& code = m_gazetteer->townships[size_t(value)].prefecture;
        if (province.isEmpty() || code.startsWith(province))
          codes.insert(code);
      }
      if (codes.size() == 1)
        prefecture = m_gazetteer->byCode.value(*codes.begin() + QLatin1String("00"), -1);
      return prefecture >= 0;
    });
    if (prefecture >= 0)
      return prefecture;
  }
  return -1;
}

/// The place, or all that it may be when the text fits several equally: what they have in common, else nothing.
PlaceAnswer Geocoder::answerFor(const Scored& best) const
{
  const double confidence =
      std::min(0.98, 0.55 + 0.15 * best.agreeing + (best.full ? 0.15 : 0)) - (best.rivals.empty() ? 0 : 0.3);
  if (best.rivals.empty())
    return {placeFrom(best.division, confidence), {}};
  PlaceAnswer answer;
  answer.alternatives.append(m_gazetteer->divisions[size_t(best.division)].code);
  for (const int rival : best.rivals)
    answer.alternatives.append(m_gazetteer->divisions[size_t(rival)].code);
  answer.alternatives.sort();
  for (int at = m_gazetteer->divisions[size_t(best.division)].parent; at >= 0;
       at = m_gazetteer->divisions[size_t(at)].parent)
    if (std::all_of(best.rivals.begin(), best.rivals.end(), [&](int rival) { return isWithin(rival, at); })) {
      answer.place = placeFrom(at, confidence);
      break;
    }
  return answer;
}

std::optional<PlaceAnswer> Geocoder::chinese(QStringView text, bool namesCountry) const
{
  const auto best = scored(matchesIn(text));
  if (!best) {
    // A township alone is only trusted where a courier names places.
    QString bracketed;
    for (qsizetype open = text.indexOf(u'【'); open >= 0; open = text.indexOf(u'【', open + 1))
      bracketed += text.mid(open + 1, text.indexOf(u'】', open) - open - 1).toString() + u' ';
    if (namesCountry || bracketed.isEmpty())
      return std::nullopt;
    const int town = townIn(bracketed, {});
    return town >= 0 ? std::optional(PlaceAnswer{placeFrom(town, 0.4), {}}) : std::nullopt;
  }
  const Division& found = m_gazetteer->divisions[size_t(best->division)];
  const bool county = found.level == DivisionLevel::County;
  const bool doubtful = (namesCountry && (county || best->score < kSureOfChina)) ||
                        (county && !best->full && best->score < kSureOfCounty);
  if (doubtful)
    // 海宁 is a city of Zhejiang before it is one of Denmark; 旧金山 is more than the 金山 in it.
    if (auto elsewhere = abroad(text, {}); elsewhere && (namesCountry || !text.contains(elsewhere->name) ||
                                                         elsewhere->name.size() > found.shortName.size()))
      return PlaceAnswer{elsewhere, {}};
  if (found.level == DivisionLevel::Province && !isCityProvince(found.code) && best->rivals.empty()) {
    const int town = townIn(text, QStringView(found.code).left(2));
    if (town >= 0)
      return PlaceAnswer{placeFrom(town, 0.5), {}};
  }
  return answerFor(*best);
}

} // namespace supercargo
