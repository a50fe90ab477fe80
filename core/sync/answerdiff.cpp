#include "core/sync/answerdiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <optional>

namespace supercargo {
namespace {

constexpr qsizetype kExcerpt = 120; ///< of one value
constexpr qsizetype kLead = 20;     ///< of it, before the first difference

QByteArray bodyOf(const QByteArray& message)
{
  const qsizetype blank = message.indexOf("\n\n");
  return blank < 0 ? message : message.mid(blank + 2);
}

std::optional<QJsonDocument> jsonOf(const QByteArray& body)
{
  QJsonParseError error;
  QJsonDocument document = QJsonDocument::fromJson(body, &error);
  return error.error == QJsonParseError::NoError ? std::optional(std::move(document)) : std::nullopt;
}

QString valueText(const QJsonValue& value)
{
  // A value alone is no document: in brackets, then without them.
  const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  return QString::fromUtf8(text.mid(1, text.size() - 2));
}

/// Every leaf by its path. Order is that of the paths, so that neighbours stay together.
void flatten(const QJsonValue& value, const QString& path, QMap<QString, QString>& leaves)
{
  if (value.isObject() && !value.toObject().isEmpty()) {
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
      flatten(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), leaves);
  } else if (value.isArray() && !value.toArray().isEmpty()) {
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
      flatten(array[i], QStringLiteral("%1[%2]").arg(path).arg(i), leaves);
  } else {
    leaves.insert(path, valueText(value));
  }
}

QMap<QString, QString> leavesOf(const QJsonDocument& document)
{
  QMap<QString, QString> leaves;
  flatten(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, leaves);
  return leaves;
}

/// The part of both texts in which their first difference lies.
AnswerDifference excerpted(const QString& where, const QString& before, const QString& after)
{
  const auto [first, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const qsizetype at = std::max<qsizetype>(0, (first - before.begin()) - kLead);
  const auto part = [at](const QString& text) {
    return text.size() <= kExcerpt ? text : (at > 0 ? QStringLiteral("…") : QString()) + text.mid(at, kExcerpt);
  };
  return {where, part(before), part(after)};
}

std::vector<AnswerDifference> lineDifferences(const QByteArray& before, const QByteArray& after)
{
  std::vector<AnswerDifference> list;
  const QStringList then = QString::fromUtf8(before).split(u'\n'), now = QString::fromUtf8(after).split(u'\n');
  for (qsizetype i = 0; i < std::max(then.size(), now.size()); ++i)
    if (then.value(i) != now.value(i))
      list.push_back(excerpted(QStringLiteral("line %1").arg(i + 1), then.value(i), now.value(i)));
  return list;
}

} // namespace

std::vector<AnswerDifference> answerDifferences(const QByteArray& before, const QByteArray& after)
{
  const QByteArray then = bodyOf(before), now = bodyOf(after);
  const auto thenJson = jsonOf(then), nowJson = jsonOf(now);
  if (!thenJson || !nowJson)
    return lineDifferences(then, now);
  std::vector<AnswerDifference> list;
  const auto thenLeaves = leavesOf(*thenJson), nowLeaves = leavesOf(*nowJson);
  for (auto leaf = thenLeaves.begin(); leaf != thenLeaves.end(); ++leaf)
    if (const QString value = nowLeaves.value(leaf.key()); value != leaf.value())
      list.push_back(excerpted(leaf.key(), leaf.value(), value));
  for (auto leaf = nowLeaves.begin(); leaf != nowLeaves.end(); ++leaf)
    if (!thenLeaves.contains(leaf.key()))
      list.push_back(excerpted(leaf.key(), {}, leaf.value()));
  std::ranges::stable_sort(list,
                           [](const AnswerDifference& a, const AnswerDifference& b) { return a.where < b.where; });
  return list;
}

} // namespace supercargo
