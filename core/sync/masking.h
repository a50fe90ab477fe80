#pragma once

#include "core/http/message.h"

#include <QByteArrayList>

namespace supercargo {

/// Makes requests and answers fit for the flight recorder: no secret of the account, no credentials under their usual
/// names, no telephone numbers or e-mail addresses. What is left still shows what was asked and what came.
class Mask {
public:
  /// `secrets`: values that must never be seen, in any of the forms they take on the wire (plain, percent-encoded,
  /// base64).
  explicit Mask(const QByteArrayList& secrets = {});

  QString text(const QString& text) const;
  /// Header lines and body; bodies beyond kKeptBody are cut with a note, bodies that are no text only counted.
  QByteArray request(const HttpRequest& request) const;
  QByteArray response(const HttpResponse& response) const;
  /// Whether there is a secret of the account, a telephone number or an e-mail address in it.
  bool finds(const QByteArray& text) const;
  /// Path and query of an address.
  QString path(const QByteArray& url) const;

  static constexpr qsizetype kKeptBody = 64 * 1024;
  static constexpr char kNoText[] = " bytes that are no text)"; ///< ends what stands for such a body

private:
  QByteArray message(const QByteArray& firstLine, const std::vector<Header>& headers, const QByteArray& body) const;
  QByteArray body(const QByteArray& bytes) const;

  QByteArrayList m_secrets; ///< longest first
};

} // namespace supercargo
