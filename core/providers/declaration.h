#pragma once

#include "core/base/result.h"
#include "core/domain/status.h"
#include "core/domain/stream.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

/// `provider.json` as values. The wizard page, the rate limiter, the API document page and the revisit loop all read
/// this; CONTRIBUTING.md describes every key. Unknown keys are errors in `parseDeclaration`, so that a typo cannot
/// disable a limit.
namespace supercargo {

/// A text in both languages of the product.
struct LocalText {
  QString en, zh;
  bool operator==(const LocalText&) const = default;
};

enum class ProviderKind { Shop, Payment, Courier, Supplier, Finance, Analytics, Social };
QString providerKindName(ProviderKind kind); ///< "shop"

/// One thing that a person types in to connect an account.
struct FieldDeclaration {
  QString name;
  LocalText label, help;
  bool secret = false, required = true, multiline = false;
  QString pattern; ///< regular expression that the whole value must match; empty: anything
  QString defaultValue;
  QStringList choices; ///< not empty: one of these
};

struct StreamDeclaration {
  Stream stream = Stream::Orders;
  QStringList movesTime;      ///< changes known to move the provider's own time stamp
  bool discoverByTime = true; ///< false: no changed-since filter; discover reads everything (or the windows say what)
  std::chrono::seconds lag{5}, overlap{120}, maxWindow{0}; ///< maxWindow 0: none
  int pageSize = 100;
  std::chrono::seconds discoverEvery{60}, revisitEvery{300}; ///< while young; revisit slows with age
  int revisitBatch = 0;                                      ///< ids a call; 0: cannot be read by id
  int historyDays = 0;                                       ///< how far back the API goes; 0: all
  QString permission; ///< what a key must be allowed to read it, in the provider's words; empty: not known

  /// Whether its records are read again by themselves, as long as they are not final. Of other streams single records
  /// are only asked for where a reason is.
  bool isRevisited() const;
};

struct RateDeclaration {
  double perSecond = 2;
  int burst = 4;
  int parallel = 2;
  qint64 perDay = 0; ///< 0: no daily quota known
};

struct EndpointDeclaration {
  QString name, url; ///< name: "production", "sandbox"
};

/// One call of the API, for the document page.
struct CallDeclaration {
  QString operation, request; ///< "orders", "GET /wp-json/wc/v3/orders"
  LocalText about;
  QString certainty; ///< as that of the declaration; empty: the same
};

/// Something that we rely on although no documentation that we could read says it.
struct FactDeclaration {
  QString table; ///< the member of `extra` that holds it; empty: no table does, the code reads whatever comes
  LocalText about;
  QString certainty; ///< "community": public clients agree; "uncertain"
};

/// One row of a status table: raw fields that must all match -> our states. The most specific row wins.
struct StatusRow {
  QMap<QString, QString> raw;
  OrderStatus order = OrderStatus::Unknown;
  PaymentStatus payment = PaymentStatus::Unknown;
  FulfilmentStatus fulfilment = FulfilmentStatus::Unknown;
  bool shippable = false;
};

/// One row of a courier's table: a code in a field of an event -> parcel status and reason.
struct ParcelRow {
  QString field, code;
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason, certainty;
};

struct Declaration {
  QString id;
  LocalText name, about;
  ProviderKind kind = ProviderKind::Shop;
  QStringList capabilities; ///< "orders.read", "stock.write", "parcel.book", …; the engine asks before calling
  QString auth;             ///< "basic", "oauth1", "session", "rsa2", "md5", …: for people
  bool session = false;     ///< a login call comes first; its token is kept in the vault
  std::vector<FieldDeclaration> fields;
  std::vector<EndpointDeclaration> endpoints; ///< empty: the user types the shop's address
  QString apiVersion;
  std::optional<QString> retiresAt; ///< ISO date
  QString retirementHeader;         ///< answer header that announces retirement
  QString versionHeader;            ///< answer header that says which version answered; empty: none does
  QString certainty;                ///< "documented", "tried", "community", "uncertain"
  RateDeclaration rate;
  std::vector<StreamDeclaration> streams;
  std::vector<CallDeclaration> calls;
  std::vector<FactDeclaration> facts; ///< what is not certain
  std::vector<StatusRow> statuses;
  std::vector<ParcelRow> parcelStatuses;
  QStringList docs;
  QJsonObject extra; ///< the provider's own tables, "extra" in the file

  const StreamDeclaration* stream(Stream stream) const;
  bool can(QStringView capability) const { return capabilities.contains(capability); }
  /// extra[table][member]; empty: not there. Names of an API that are not certain are kept so.
  QString word(const char* table, const char* member) const;
  /// Whether a text has one of the words of the list extra[list].
  bool says(const char* list, QStringView text, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive) const;
  /// The first row of extra[table], a list of {"words": […], …}, of which a text has a word, in any case; empty: none.
  QJsonObject rowWithWord(const char* table, QStringView text) const;
  /// The most specific row whose fields all equal those given; nullptr: unmapped, to be reported, never defaulted.
  const StatusRow* status(const QMap<QString, QString>& raw) const;
  const ParcelRow* parcelStatus(QStringView field, QStringView code) const;
};

/// Reads `provider.json`; every fault is named with its path.
Result<Declaration> parseDeclaration(QByteArrayView json);

} // namespace supercargo
