#pragma once

#include "core/geo/gazetteer.h"
#include "core/geo/nameindex.h"

#include <QMap>
#include <QStringList>

#include <memory>

/// From what couriers write about a parcel to the place where it is, offline.
namespace supercargo {

enum class PlaceLevel { Province, Prefecture, County, City };

struct FoundPlace {
  QString country; ///< ISO 3166 two letters
  QString code;    ///< GB/T 2260 in China, "US/Los Angeles" elsewhere; "US/Portland@43.7,-70.3" not the largest
  QString name, englishName; ///< in Chinese where there is a Chinese name; either may be empty
  PlaceLevel level = PlaceLevel::City;
  GeoPoint point;
  bool approximate = false; ///< the point is that of something larger
  double confidence = 0;    ///< 0 to 1; below 0.5 a place only serves where nothing better is known
};

/// No place and some `alternatives` (codes): the text may mean each of them. Neither: it names no place.
struct PlaceAnswer {
  std::optional<FoundPlace> place;
  QStringList alternatives;
};

/// What the person says a text means: the text -> GB/T 2260 code or "US/Los Angeles". A whole text or a part of it;
/// codes that are not known are passed over.
using PlaceAliases = QMap<QString, QString>;

/// Reads texts: the clause of the current place is kept (not where the parcel goes next), the longest names are taken,
/// and all readings are scored together over the tree of divisions, so that 朝阳 after 北京 is the district and after
/// 辽宁 the city. Places abroad follow where nothing Chinese fits. Immutable: any thread, any number at once; a text
/// takes some microseconds.
class Geocoder {
public:
  explicit Geocoder(std::shared_ptr<const Gazetteer> gazetteer, const PlaceAliases& aliases = {});

  /// What a person taught goes first: of the whole text, else the longest in the clause of the present place.
  PlaceAnswer locate(QStringView text) const;
  /// `place` is the provider's own field for it and goes before `text`, unless that one says the same more exactly.
  PlaceAnswer locate(QStringView place, QStringView text) const;

  /// By code, as FoundPlace carries it.
  std::optional<FoundPlace> placeOf(const QString& code) const;
  /// Places whose name begins with what was typed, in Chinese or English, the largest first.
  std::vector<FoundPlace> placesNamed(const QString& start, int limit) const;
  /// The city a place belongs to: prefecture, city province, county governed by its province; abroad the place itself.
  QString cityOf(const QString& code) const;

  const Gazetteer& gazetteer() const { return *m_gazetteer; }

private:
  /// One thing that a name can mean.
  struct Reading {
    int division = -1;
    double weight = 1;
    bool full = false;   ///< "深圳市" rather than "深圳"
    bool common = false; ///< also an everyday word: counts only beside a place it belongs to
  };
  struct Match {
    qsizetype position = 0;
    const NameIndex::Entry* entry = nullptr;
    bool bracketed = false;
  };
  struct Scored {
    int division = -1;
    double score = 0;
    int agreeing = 0;
    bool full = false;
    std::vector<int> rivals; ///< others that the text fits as well
  };

  void indexDivisions();
  void indexTownships();
  void indexWorld();
  void indexAliases(const PlaceAliases& aliases);
  std::optional<FoundPlace> taught(QStringView text) const;
  void addReading(const QString& name, Reading reading);

  std::vector<Match> matchesIn(QStringView text) const;
  std::optional<Scored> scored(const std::vector<Match>& matches) const;
  void addMetropolitanRivals(Scored& best, const NameIndex::Entry& entry) const;
  double scoreOf(int division, const std::vector<Match>& matches, Scored& into) const;
  int townIn(QStringView text, QStringView province) const;
  std::optional<PlaceAnswer> chinese(QStringView text, bool namesCountry) const;
  PlaceAnswer answerFor(const Scored& best) const;
  bool isWithin(int division, int ancestor) const;

  std::optional<FoundPlace> abroad(QStringView text, const QString& country) const;
  std::optional<FoundPlace> latin(QStringView text, QString country) const;
  std::optional<FoundPlace> latinInChina(const QStringList& words, bool saysChina) const;
  std::optional<FoundPlace> countyCityAlone(const QStringList& words) const;
  std::optional<FoundPlace> latinCity(const QStringList& words, const QString& country, const QString& state) const;

  FoundPlace placeFrom(int division, double confidence) const;
  FoundPlace placeFrom(const WorldPlace& place, double confidence) const;
  void nameWorld();

  std::shared_ptr<const Gazetteer> m_gazetteer;
  std::vector<Reading> m_readings;
  NameIndex m_names;                             ///< -> m_readings
  NameIndex m_towns;                             ///< -> townships
  NameIndex m_exonyms;                           ///< Chinese names of places abroad -> world
  QHash<QString, std::vector<int>> m_latin;      ///< "los angeles" -> world
  QHash<QString, std::vector<int>> m_latinChina; ///< "shenzhen" -> divisions
  QHash<QString, int> m_airports;                ///< "LAX" -> world
  std::vector<QString> m_worldCodes;             ///< by world
  QHash<QString, int> m_world;                   ///< code -> world
  NameIndex m_aliases;                           ///< -> m_taught
  std::vector<FoundPlace> m_taught;
};

} // namespace supercargo
