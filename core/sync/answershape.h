#pragma once

#include "core/domain/snapshot.h"

#include <QByteArrayView>
#include <QSet>
#include <QStringView>

#include <map>
#include <memory>
#include <simdjson.h>
#include <string>
#include <vector>

namespace supercargo {

/// What the JSON answers of one provider look like, by operation: which fields there are and of which types. Learnt
/// from examples; knows no value. Not for two threads at once.
class AnswerShape {
public:
  void learn(QStringView operation, QByteArrayView json);

  /// Fields that no example had, and fields of another type; `where` is operation and path, `sample` the type. Nothing
  /// inside an unknown field is told apart. Nothing at all when the text is no JSON or the operation was never learnt.
  /// Places that were `told` before are passed over: of the others some fifty at once, the rest with the next answer.
  std::vector<ChangeNotice> strangeFields(QStringView operation, QByteArrayView json, const QSet<QString>& told = {});

  bool knows(QStringView operation) const;
  /// Every known place and its types, a line each: "orders.page [].total text".
  QStringList lines() const;

private:
  struct Place {
    unsigned types = 0; ///< those seen; none: only null or empty, so anything may come
    std::map<std::string, Place, std::less<>> members;
    std::unique_ptr<Place> element;
  };
  struct Step;
  class Comparison;

  static void learn(Place& place, simdjson::dom::element value);
  static void list(const Place& place, const QString& path, QStringList& lines);

  simdjson::dom::parser m_parser;
  std::map<QString, Place, std::less<>> m_operations;
};

/// What the program knows of a provider's answers as it ships: learnt from the provider's goldens.
std::shared_ptr<AnswerShape> shippedShape(const QString& provider);

} // namespace supercargo
