#include "core/providers/douyin/douyin.h"

namespace supercargo::douyin {
namespace {

constexpr qint64 kSuccess = 10000, kPartSuccess = 10001;

ErrorKind kindOf(const Declaration& declaration, qint64 code, const QString& subCode)
{
  const auto speaksOf = [&](const char* word) { return subCode.contains(QLatin1String(word)); };
  if (speaksOf("access-token") || code == 30001)
    return ErrorKind::Auth;
  if (declaration.says("clock_words", subCode))
    return ErrorKind::Clock;
  if (speaksOf("signature") || code == 30002 || code == 70000 || code == 80000)
    return ErrorKind::Config; // 30002: address not on the list; 70000: the call was withdrawn
  if (code == 60000)
    return ErrorKind::RateLimited;
  if (code == 20000 || code == 20001 || code == 50001 || code == 90000)
    return ErrorKind::ProviderDown;
  return ErrorKind::Rejected;
}

} // namespace

Result<JsonReader> open(const Declaration& declaration, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (!root["code"].isNumber())
    return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of Douyin's platform"));
  const qint64 code = root["code"].integer();
  if (code == kSuccess || code == kPartSuccess)
    return root["data"].isolated();
  const QString subCode = textOf(root["sub_code"]);
  return fail(kindOf(declaration, code, subCode),
              QStringLiteral("Douyin: %1 %2 %3 %4")
                  .arg(QString::number(code), textOf(root["msg"]), subCode, textOf(root["sub_msg"]))
                  .simplified()
                  .left(300));
}

Error explain(const Declaration& declaration, const HttpResponse& got)
{
  const auto answer = open(declaration, got);
  return !answer && answer.error().kind != ErrorKind::BadResponse ? answer.error() : explainStatus(got);
}

} // namespace supercargo::douyin
