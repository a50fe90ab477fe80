#pragma once

#include "core/sync/answershape.h"

#include <QHash>
#include <QSet>

namespace supercargo {

/// Notices when an account's answers begin to look different from what the program knows, before anything fails by it.
/// Looks at a sample, so that it costs next to nothing, and tells of each change once.
class Radar {
public:
  /// The first answer of every operation, and then one in so many.
  static constexpr int kOneIn = 8;

  explicit Radar(std::shared_ptr<AnswerShape> known) : m_known(std::move(known)) {}

  std::vector<ChangeNotice> look(const QString& operation, QByteArrayView json)
  {
    if (!m_known || m_seen[operation]++ % kOneIn != 0)
      return {};
    std::vector<ChangeNotice> fresh = m_known->strangeFields(operation, json, m_told);
    for (const ChangeNotice& notice : fresh)
      m_told.insert(notice.where);
    return fresh;
  }

private:
  std::shared_ptr<AnswerShape> m_known;
  QHash<QString, int> m_seen;
  QSet<QString> m_told;
};

} // namespace supercargo
