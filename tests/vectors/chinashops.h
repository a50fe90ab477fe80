#pragma once

#include "tests/vectors/stores_support.h"

/// What the checkers of China's platforms share: sample answers are read as the engine would, further calls included.
namespace supercargo::vectors {

struct ChinaShop {
  const char* provider;
  /// The operation whose answer this is ("orders.page", "orders.one", …).
  QString (*operationOf)(const QByteArray& body);
  /// An answer to a further call; nullopt: the vectors hold none, so that call is left out.
  std::optional<QByteArray> (*respond)(const HttpRequest& request, const QJsonObject& file, const QByteArray& asked);
};

/// Every case of a resp-….json.
void checkChinaAnswers(const ChinaShop& shop, const QJsonObject& file, const Report& report);

QString textAt(const QJsonObject& object, const char* key);

} // namespace supercargo::vectors
