#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace supercargo {

/// By what a person is recognised in texts that others wrote: names, telephones, addresses, numbers of their orders.
class PersonWords {
public:
  /// A name, however its parts are arranged: all of them must be there.
  void addName(const QString& name);
  /// A telephone, in clear and as the flight recorder masks it.
  void addPhone(const QString& phone);
  /// An address, a mail address, a number. What is too short to tell one person from another is passed over.
  void add(const QString& word);

  /// Also where a text is JSON with \uXXXX for every letter, or percent-encoded.
  bool areIn(const QByteArray& utf8) const;
  bool areIn(const QString& text) const { return areIn(text.toUtf8()); }

private:
  std::vector<std::vector<QByteArray>> m_signs; ///< one of them is enough; of each, all parts
};

} // namespace supercargo
