#pragma once

#include "core/domain/snapshot.h"

#include <QByteArrayView>
#include <QSet>
#include <QStringView>

#include <map>
#include <memory>
#include <optional>
#include <simdjson.h>
#include <string>
#include <vector>

namespace supercargo {

/// What the answers of one provider look like, by operation: which fields there are and of which types. JSON is
/// followed into texts that are themselves JSON; of a form the names are known. Learnt from examples; knows no value.
/// Not for two threads at once.
class AnswerShape {
public:
  void learn(QStringView operation, QByteArrayView answer);

  /// Fields that no example had, and fields of another type; `where` is operation and path, `sample` the type. Nothing
  /// inside an unknown field is told apart. Nothing at all when the answer is neither JSON nor a form, or the operation
  /// was never learnt. Places that were `told` before are passed over: of the others some fifty at once, the rest with
  /// the next answer.
  std::vector<ChangeNotice> strangeFields(QStringView operation, QByteArrayView answer, const QSet<QString>& told = {});

  bool knows(QStringView operation) const;
  /// Every known place and its types, a line each: "orders.page [].total text".
  QStringList lines() const;

private:
  struct Place {
    unsigned types = 0; ///< those seen; none: only null or empty, so anything may come
    std::map<std::string, Place, std::less<>> members;
    std::unique_ptr<Place> element;
    std::unique_ptr<Place> inside; ///< of a text that is JSON
  };
  struct Step;
  class Comparison;

  static void learn(Place& place, simdjson::dom::element value, int textsDeep);
  static void list(const Place& place, const QString& path, QStringList& lines);

  std::optional<simdjson::dom::element> parsed(QByteArrayView answer);

  simdjson::dom::parser m_parser;
  std::map<QString, Place, std::less<>> m_operations;
};

/// What the program knows of a provider's answers as it ships: learnt from the provider's goldens.
std::shared_ptr<AnswerShape> shippedShape(const QString& provider);

} // namespace supercargo
