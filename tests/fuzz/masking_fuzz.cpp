/// What the flight recorder keeps, and what of it a support bundle lets out: whatever stands around it, a secret is not
/// in it. An input: a text; its bytes from 1 on stand for a secret in one of the forms that it takes on the wire.
#include "core/base/text.h"
#include "core/sync/masking.h"
#include "core/sync/supporttext.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

const QByteArray kSecret = "ck_7a/Kq+\"密";

const QByteArrayList& forms()
{
  static const QByteArrayList kForms{kSecret,
                                     percentEncode(QString::fromUtf8(kSecret)),
                                     javaUrlEncode(QString::fromUtf8(kSecret)),
                                     kSecret.toBase64(),
                                     kSecret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                                     percentEncode(QString::fromLatin1(kSecret.toBase64())),
                                     "ck_7a/Kq+\\\"密",
                                     "ck_7a\\/Kq+\\\"\\u5bc6"};
  return kForms;
}

QByteArray planted(const QByteArray& text)
{
  QByteArray out;
  for (const char c : text)
    if (c >= 1 && c <= forms().size())
      out += forms()[c - 1];
    else
      out += c;
  return out;
}

void demandHidden(const QByteArray& text, const char* what)
{
  for (const QByteArray& form : forms())
    demand(!text.contains(form), what);
}

/// As an HTTP client hands it over.
QByteArray headerValue(const QByteArray& text)
{
  constexpr qsizetype kLongest = 4096;
  return text.left(kLongest).replace('\n', ' ');
}

void maskMessages(const Mask& mask, const QByteArray& text)
{
  const QByteArray line = headerValue(text);
  const std::vector<Header> headers{
      {"Content-Type", "application/json"}, {"Authorization", line}, {"X-Note", line}, {"X-Api-Key", line}};
  HttpRequest sent;
  sent.url = "https://shop.example/orders?q=" + percentEncode(QString::fromUtf8(text.left(1000))) + "&k=" + forms()[1];
  sent.headers = headers;
  sent.body = text;
  const HttpResponse got{200, headers, text, {}};
  const QByteArray request = mask.request(sent), response = mask.response(got);
  demandHidden(request, "a secret is kept with a request");
  demandHidden(response, "a secret is kept with an answer");
  (void)messageShape(request);
  demandHidden(mask.text(QString::fromUtf8(text)).toUtf8(), "a secret is kept with an error");
  const bool isThere = std::ranges::any_of(forms(), [&](const QByteArray& form) { return text.contains(form); });
  demand(!isThere || mask.finds(text), "a secret is not found");
}

/// Values that nobody knows, under names that tell.
void maskNamed(const Mask& mask, const QString& text)
{
  const QString unknown = QStringLiteral("pl4nted");
  const QJsonObject object{{QStringLiteral("access_token"), text + unknown},
                           {QStringLiteral("note"), text},
                           {QStringLiteral("sign"), unknown}};
  const HttpResponse got{200, {}, QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
  if (!text.contains(unknown))
    demand(!mask.response(got).contains(unknown.toLatin1()), "a named secret is kept");
}

void scrub(const QString& text)
{
  const QString name = QStringLiteral("spruce"), out = scrubbed(text, {name});
  demand(!out.contains(name, Qt::CaseInsensitive), "a name leaves");
  int digits = 0;
  for (const QChar c : out) {
    demand(c.unicode() < 128 || c == u'…', "a letter of a foreign script leaves");
    digits = c >= u'0' && c <= u'9' ? digits + 1 : 0;
    demand(digits < 10, "a number as long as a telephone's leaves"); // a provider's code may
  }
}

void shape(const QByteArray& text)
{
  const QByteArray body = bodyShape(text);
  demand(body.isEmpty() || body.startsWith('(') || !QJsonDocument::fromJson(body).isNull(), "a shape that is no JSON");
  demandHidden(body, "a secret is in the shape of a body");
  demandHidden(messageShape("HTTP 200\nContent-Type: text/plain\nX-Note: " + headerValue(text) + "\n\n" + text),
               "a secret is in the shape of a message");
  (void)messageShape(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  constexpr qsizetype kLongest = Mask::kKeptBody + 8192; // the recorder cuts before
  static const Mask mask({kSecret});
  const QByteArray text = planted(bytesOf(data, size)).left(kLongest);
  maskMessages(mask, text);
  maskNamed(mask, QString::fromUtf8(text));
  scrub(QString::fromUtf8(text));
  shape(text);
  return 0;
}
