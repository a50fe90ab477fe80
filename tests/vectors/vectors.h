#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <functional>

/// The runner behind `provider_vectors_test`: every JSON file below $SUPERCARGO_VECTORS is offered to the checkers by
/// its path; another folder with files of the same shape works too. One line is printed per case. A case that no
/// checker tells of fails, unless exceptions.cpp says why nobody does.
namespace supercargo::vectors {

/// Tells the outcome of one case, by its name (cases.h) or by that and more behind a space: ok, or failed with a
/// reason.
struct Report {
  std::function<void(const QString& id)> ok;
  std::function<void(const QString& id, const QString& why)> failed;
};

struct Checker {
  /// "stores/resp-woocommerce.json", or a folder ("transcripts/vendure/") for all files in it.
  const char* path;
  void (*run)(const QString& path, const QJsonObject& file, const Report& report);
};

/// Static registration, one per checker, in the file that defines it.
struct Register {
  explicit Register(Checker checker);
};

} // namespace supercargo::vectors
