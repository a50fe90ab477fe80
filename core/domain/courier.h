#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

/// The couriers and their numbers. Numbers are only ever guessed: couriers publish no patterns, so a person or a
/// provider that knows better always wins.
namespace supercargo {

enum class Confidence { Low, Medium, High };
QString confidenceName(Confidence confidence); ///< "high"

struct NumberPattern {
  QString expression; ///< regular expression over the whole normalised number
  Confidence confidence = Confidence::Low;
};

struct Courier {
  QString code; ///< ours: "sf", "yto", "zto"
  QString zh, en;
  QString kuaidi100, kdniao; ///< the aggregators' company codes; empty: they have none
  bool needsPhone = false;   ///< tracking wants the last four digits of a phone number of sender or recipient
  QStringList aliases;       ///< what else shops write
  std::vector<NumberPattern> patterns;
};

/// All that are known, the common ones first.
const std::vector<Courier>& couriers();

/// By our code; nullptr: none.
const Courier* findCourier(QStringView code);
const Courier* courierOfKuaidi100(QStringView companyCode);
const Courier* courierOfKdniao(QStringView companyCode);

/// What a shop, a file or a person wrote: "顺丰速运", "SF Express", "shunfeng", "SF", "圆通快递（上海）"; nullptr:
/// nobody we know. Case, width, blanks and punctuation do not matter.
const Courier* courierNamed(QStringView text);

/// NFKC, upper case, without blanks and hyphens.
QString normalisedNumber(QStringView number);

struct CourierCandidate {
  const Courier* courier = nullptr;
  Confidence confidence = Confidence::Low;
};

/// Who may carry this number, most likely first. Chinese couriers only; checkDigits knows the others.
std::vector<CourierCandidate> courierCandidates(QStringView number);

/// The courier of this code of ours; without one, the likeliest by the number. nullptr: nobody knows.
const Courier* carrierOf(QStringView code, QStringView number);

/// Numbers with a check digit. UPS's published examples and Chinese numbers have none that holds: warn, never block.
enum class NumberScheme { S10, Ups, Fedex12, Fedex15, Fedex22, Fedex34, Usps20, Usps22, Usps30, Dhl };
QString numberSchemeName(NumberScheme scheme); ///< "ups_1z"

/// Whether the check digit is right; nullopt: the number does not have the shape of this scheme.
std::optional<bool> checkDigit(NumberScheme scheme, QStringView number);

struct CheckDigitFinding {
  NumberScheme scheme = NumberScheme::S10;
  bool isRight = false;
  QString courier; ///< whose scheme it is, our code; empty: of all posts
};

/// Every scheme whose shape the number has.
std::vector<CheckDigitFinding> checkDigits(QStringView number);

/// Whether the number is likely mistyped: a check digit is wrong and none is right. `courier`: our code of who carries
/// it; empty: not known, and then numbers that a known courier may have are not judged by others' schemes.
bool looksMistyped(QStringView number, const QString& courier);

} // namespace supercargo
