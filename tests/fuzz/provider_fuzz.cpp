/// Any answer to any call of a provider is read without a crash, and what is understood of it is whole. The scenes (who
/// asked what, and how) are the provider's goldens, so a new provider needs no line here. An input: two bytes choose
/// the scene, one the HTTP status; when its highest bit is set, headers follow, of each a byte for its name, one for
/// the length of its value, and the value, until a byte of 255; the rest is the body (tests/fuzz/seeds.py makes the
/// first ones from the goldens, and reads the two lists below).
///
///   provider_fuzz --provider=woocommerce FOLDER
#include "core/sync/apiage.h"
#include "core/sync/clockoffset.h"
#include "tests/fuzz/whole.h"
#include "tests/support/goldencase.h"
#include "tests/support/places.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

constexpr std::array kStatuses{200, 200, 200, 200, 201, 204, 302, 400, 401, 402,
                               403, 404, 409, 422, 423, 429, 500, 502, 503};
/// All that the engine or a provider reads.
constexpr std::array kHeaders{"Date",
                              "Age",
                              "Retry-After",
                              "X-WP-Total",
                              "X-WP-TotalPages",
                              "Wechatpay-Timestamp",
                              "Wechatpay-Nonce",
                              "Wechatpay-Signature",
                              "Wechatpay-Serial",
                              "stripe-should-retry",
                              "Stripe-Version",
                              "X-RateLimit-Reset",
                              "vendure-auth-token",
                              "X-Shopify-API-Version",
                              "X-Shopify-API-Deprecated-Reason"};

const Provider* s_provider = nullptr;
std::vector<test::GoldenCase> s_scenes;

void loadScenes(const QString& id)
{
  s_provider = findProvider(id);
  const QDir folder(supercargo::test::sourceDir() + QStringLiteral("/core/providers/%1/golden").arg(id));
  for (const QString& name : folder.entryList({QStringLiteral("*.context.json")}, QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    auto scene = test::readGoldenCase(QJsonDocument::fromJson(file.readAll()).object());
    if (!isOpen || !scene || !s_provider)
      qFatal("%s cannot be read", qPrintable(name));
    scene->context.declaration = &s_provider->declaration;
    s_scenes.push_back(std::move(*scene));
  }
}

/// Takes the headers off the front of `rest`.
std::vector<Header> takeHeaders(QByteArrayView& rest)
{
  constexpr uchar kEnd = 255;
  std::vector<Header> headers;
  while (rest.size() >= 2 && uchar(rest.front()) != kEnd) {
    const QByteArrayView value = rest.sliced(2, std::min<qsizetype>(uchar(rest[1]), rest.size() - 2));
    headers.emplace_back(kHeaders[uchar(rest.front()) % kHeaders.size()], value.toByteArray());
    rest = rest.sliced(2 + value.size());
  }
  rest = rest.sliced(std::min<qsizetype>(1, rest.size()));
  return headers;
}

/// What the engine reads beside the body of every answer.
void learn(const HttpResponse& got)
{
  const Declaration& declaration = s_provider->declaration;
  for (const ChangeNotice& notice : apiNotices(declaration, {}, apiSaid(declaration, got, {})))
    demand(!notice.where.isEmpty() && !notice.sample.isEmpty(), "a notice without a place or a sample");
  (void)measuredOffset(got, got.receivedAt);
}

void explain(const ProviderFunctions& functions, const HttpResponse& got)
{
  Error error = functions.explain ? functions.explain(s_provider->declaration, got) : explainStatus(got);
  demand(!error.detail.isEmpty(), "an explanation without a detail");
  if (!error.retryAfter)
    error.retryAfter = retryAfter(got);
  demand(!error.retryAfter || error.retryAfter->count() >= 0, "a wait of less than no time");
  if (const auto budget = functions.budget ? functions.budget(got) : std::nullopt)
    demand(budget->most > 0 && budget->perSecond > 0 && budget->available >= 0, "a bucket that never fills");
}

void fetch(const ProviderFunctions& functions, const test::GoldenCase& scene, const HttpRequest& sent,
           const HttpResponse& got)
{
  if (!functions.parse)
    return;
  const auto step = functions.parse(scene.context, sent, got);
  demandReason(step);
  if (!step)
    return;
  demandWhole(step->snapshots);
  for (const HttpRequest& next : step->next) {
    demand(!next.operation.isEmpty(), "a request without an operation");
    demandReason(checkEndpoint(QString::fromLatin1(next.url)));
  }
}

void act(const ProviderFunctions& functions, const test::GoldenCase& scene, const HttpRequest& sent,
         const HttpResponse& got)
{
  if (functions.nextAction)
    demandReason(functions.nextAction(scene.context, scene.action, sent, got));
  if (functions.parseAction)
    demandReason(functions.parseAction(scene.context, scene.action, got));
  if (functions.parseInquiry)
    demandReason(functions.parseInquiry(scene.context, scene.action, got));
}

void read(const ProviderFunctions& functions, const test::GoldenCase& scene, const HttpRequest& sent,
          const HttpResponse& got)
{
  switch (scene.call) {
  case test::GoldenCall::Fetch:
    fetch(functions, scene, sent, got);
    return;
  case test::GoldenCall::Check:
    if (functions.parseCheck)
      demandReason(functions.parseCheck(scene.context, got));
    return;
  case test::GoldenCall::Login:
    if (functions.parseLogin)
      demandReason(functions.parseLogin(scene.context, got));
    return;
  case test::GoldenCall::Action:
  case test::GoldenCall::Inquiry:
    act(functions, scene, sent, got);
    return;
  case test::GoldenCall::Recipient:
    if (functions.parseRecipient)
      demandReason(functions.parseRecipient(scene.context, scene.known, sent, got));
    return;
  }
}

/// What `got` answers: the scene's own request, else the first it makes.
std::optional<HttpRequest> sentIn(const ProviderFunctions& functions, const test::GoldenCase& scene)
{
  if (scene.sent)
    return scene.sent;
  const auto one = [](const Result<std::optional<HttpRequest>>& made) { return made ? *made : std::nullopt; };
  switch (scene.call) {
  case test::GoldenCall::Fetch: {
    const auto requests = functions.first ? functions.first(scene.context) : std::vector<HttpRequest>();
    return requests.empty() ? std::nullopt : std::optional(requests.front());
  }
  case test::GoldenCall::Check:
    return functions.check ? std::optional(functions.check(scene.context)) : std::nullopt;
  case test::GoldenCall::Login:
    return functions.login ? std::optional(functions.login(scene.context)) : std::nullopt;
  case test::GoldenCall::Action:
    return functions.buildAction ? one(functions.buildAction(scene.context, scene.action)) : std::nullopt;
  case test::GoldenCall::Inquiry:
    return functions.inquire ? one(functions.inquire(scene.context, scene.action)) : std::nullopt;
  case test::GoldenCall::Recipient:
    return functions.askRecipient ? std::optional(functions.askRecipient(scene.context, scene.context.ids.value(0)))
                                  : std::nullopt;
  }
  return std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
  constexpr QByteArrayView option = "--provider=";
  for (int i = 1; i < *count; ++i)
    if (const QByteArrayView word((*arguments)[i]); word.startsWith(option))
      loadScenes(QString::fromLatin1(word.sliced(option.size())));
  if (s_scenes.empty())
    qFatal("usage: provider_fuzz --provider=ID FOLDER; the provider needs goldens");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 3)
    return 0;
  const ProviderFunctions& functions = s_provider->functions;
  const test::GoldenCase& scene = s_scenes[(data[0] + data[1] * 256U) % s_scenes.size()];
  QByteArrayView rest(reinterpret_cast<const char*>(data + 3), qsizetype(size - 3));
  constexpr unsigned kWithHeaders = 0x80;
  HttpResponse got{kStatuses[(data[2] & ~kWithHeaders) % kStatuses.size()], {}, {}, scene.context.now};
  if (data[2] & kWithHeaders)
    got.headers = takeHeaders(rest);
  got.body = rest.toByteArray();
  learn(got);
  const auto sent = sentIn(functions, scene);
  if (!sent)
    return 0;
  if (!sent->accepts(got.status)) {
    explain(functions, got);
    return 0;
  }
  // As AccountLink::judge has it: refusals that a request expects come unsigned and in clear.
  const bool isRefusal = got.status > 299;
  if (functions.verify && scene.secrets && !isRefusal)
    demandReason(functions.verify(*sent, got, *scene.secrets, scene.context.now));
  if (functions.decrypt && scene.secrets && !isRefusal) {
    const auto clear = functions.decrypt(*sent, got, *scene.secrets);
    demandReason(clear);
    if (clear)
      got.body = *clear; // else as it is: the parser must bear it all the same
  }
  read(functions, scene, *sent, got);
  return 0;
}
