#pragma once

#include "core/providers/declaration.h"

#include <functional>

/// The API document of a provider, made from its declaration: what we ask of it, how its answers are read, how certain
/// that is. Plain structure; whoever shows it brings the words of its language.
namespace supercargo {

enum class DocWord {
  // headings
  Calls,
  Fields,
  Streams,
  OrderStates,
  ParcelStates,
  NotCertain,
  // facts
  ApiVersion,
  Retires,
  NotAnnounced,
  VersionHeader,
  RetirementHeader,
  Certainty,
  SignIn,
  Can,
  CallRate,
  CallsADay,
  Endpoint,
  Documentation,
  RateSentence, ///< "%1 a second, bursts of %2, %3 at a time"
  // columns
  Operation,
  Request,
  Meaning,
  Field,
  Needed,
  Secret,
  WhereToFind,
  Stream,
  LookedForEvery,
  ReadAgainEvery,
  Page,
  Overlap,
  HistoryDays,
  MovesTime,
  Permission,
  ProviderSays,
  Order,
  Payment,
  Fulfilment,
  Code,
  Parcel,
  Reason,
  Value,
  // values
  All,
  Documented,
  Tried,
  FromTheCommunity,
  Uncertain,
};

struct DocWords {
  std::function<QString(DocWord)> word;
  std::function<QString(const LocalText&)> local;
};

struct ApiDocument {
  struct Fact {
    QString name, value;
    bool isLink = false;
  };
  struct Table {
    QString heading;
    QStringList columns;
    std::vector<QStringList> rows;
    int codeColumns = 0; ///< the first so many are names of the API: set in a fixed pitch
  };
  QString id, name, about;
  std::vector<Fact> facts;
  std::vector<Table> tables; ///< none is empty
};

ApiDocument apiDocument(const Declaration& declaration, const DocWords& words);
QString markdownOf(const ApiDocument& document);

} // namespace supercargo
