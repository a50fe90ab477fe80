#include "core/domain/courier.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace supercargo {
namespace {

/// Letters and digits only, one case, one width: what is left of a name when people write it as they like.
QString nameKey(QStringView text)
{
  QString key;
  for (const QChar c : text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded())
    if (c.isLetterOrNumber())
      key.append(c);
  return key;
}

const QHash<QString, const Courier*>& byName()
{
  static const auto names = [] {
    QHash<QString, const Courier*> map;
    const auto add = [&map](const QString& name, const Courier& courier) {
      const QString key = nameKey(name);
      if (!key.isEmpty() && !map.contains(key)) // the common couriers come first and keep a code that two share
        map.insert(key, &courier);
    };
    for (const Courier& courier : couriers()) {
      for (const QString& name : {courier.code, courier.zh, courier.en, courier.kuaidi100, courier.kdniao})
        add(name, courier);
      for (const QString& alias : courier.aliases)
        add(alias, courier);
    }
    return map;
  }();
  return names;
}

/// A known name inside a longer text. Latin names only from the start and not too short: "sf" is in many words.
bool isPartOf(const QString& name, const QString& text)
{
  const bool isHan = name.front().script() == QChar::Script_Han;
  return isHan ? name.size() >= 2 && text.contains(name) : name.size() >= 5 && text.startsWith(name);
}

template <class Field>
const Courier* courierWith(Field field, QStringView value)
{
  for (const Courier& courier : couriers())
    if (!value.isEmpty() && (courier.*field).compare(value, Qt::CaseInsensitive) == 0)
      return &courier;
  return nullptr;
}

/// The surest of the courier's patterns that fits the whole number.
std::optional<Confidence> fit(const Courier& courier, const QString& number)
{
  std::optional<Confidence> best;
  for (const NumberPattern& pattern : courier.patterns) {
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern.expression));
    if ((!best || *best < pattern.confidence) && expression.match(number).hasMatch())
      best = pattern.confidence;
  }
  return best;
}

} // namespace

QString confidenceName(Confidence confidence)
{
  switch (confidence) {
  case Confidence::Low:
    return QStringLiteral("low");
  case Confidence::Medium:
    return QStringLiteral("medium");
  case Confidence::High:
    return QStringLiteral("high");
  }
  return {};
}

const Courier* findCourier(QStringView code)
{
  return courierWith(&Courier::code, code);
}
const Courier* courierOfKuaidi100(QStringView companyCode)
{
  return courierWith(&Courier::kuaidi100, companyCode);
}
const Courier* courierOfKdniao(QStringView companyCode)
{
  return courierWith(&Courier::kdniao, companyCode);
}

const Courier* courierNamed(QStringView text)
{
  const QString key = nameKey(text);
  if (key.isEmpty())
    return nullptr;
  if (const Courier* exact = byName().value(key))
    return exact;
  const Courier* found = nullptr;
  qsizetype longest = 0;
  for (auto name = byName().cbegin(); name != byName().cend(); ++name)
    if (name.key().size() > longest && isPartOf(name.key(), key)) {
      longest = name.key().size();
      found = name.value();
    }
  return found;
}

QString normalisedNumber(QStringView number)
{
  QString result;
  for (const QChar c : number.toString().normalized(QString::NormalizationForm_KC).toUpper())
    if (!c.isSpace() && c.category() != QChar::Punctuation_Dash)
      result.append(c);
  return result.normalized(QString::NormalizationForm_C); // what now stands side by side may make one letter
}

std::vector<CourierCandidate> courierCandidates(QStringView number)
{
  const QString normalised = normalisedNumber(number);
  std::vector<CourierCandidate> candidates;
  for (const Courier& courier : couriers())
    if (const auto confidence = fit(courier, normalised))
      candidates.push_back({&courier, *confidence});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  return candidates;
}

const Courier* carrierOf(QStringView code, QStringView number)
{
  if (const Courier* known = findCourier(code))
    return known;
  const auto candidates = courierCandidates(number);
  return candidates.empty() ? nullptr : candidates.front().courier;
}

} // namespace supercargo
