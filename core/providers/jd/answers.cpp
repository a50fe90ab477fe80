#include "core/providers/jd/jd.h"

namespace supercargo::jd {
namespace {

ErrorKind kindOf(const QString& code)
{
  const auto isOneOf = [&](std::initializer_list<const char*> codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const char* one) { return code == QLatin1String(one); });
  };
  if (code == QLatin1String("2"))
    return ErrorKind::RateLimited;
  if (isOneOf({"7", "8"}))
    return ErrorKind::Clock;
  if (isOneOf({"18", "19"}))
    return ErrorKind::Auth;
  // versions, signature, methods (14, 15: withdrawn), application, rights
  if (isOneOf({"4", "5", "11", "12", "14", "15", "20", "21", "24", "2001"}))
    return ErrorKind::Config;
  return ErrorKind::Rejected;
}

/// Failures of the business stand one or two objects deep, under an outer code of success.
Result<void> checkInside(const JsonReader& node, int depth)
{
  const JsonReader result = node["apiResult"];
  if (result["success"].isBool() && !result["success"].boolean())
    return fail(ErrorKind::Rejected, QStringLiteral("JD: %1 %2 %3")
                                         .arg(textOf(result["numberCode"]), textOf(result["englishErrCode"]),
                                              textOf(result["chineseErrCode"]))
                                         .left(300));
  if (depth > 0)
    for (const auto& [name, value] : node.members())
      if (value.isObject())
        SC_TRY(checkInside(value, depth - 1));
  return {};
}

} // namespace

Result<JsonReader> open(const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const JsonReader failed = root["error_response"];
  if (failed.isObject())
    return fail(kindOf(textOf(failed["code"])),
                QStringLiteral("JD: %1 %2 %3")
                    .arg(textOf(failed["code"]), textOf(failed["en_desc"]), textOf(failed["zh_desc"]))
                    .left(300));
  for (const auto& [name, value] : root.members()) {
    if (!name.endsWith(QLatin1String("_responce")) && !name.endsWith(QLatin1String("_response")))
      continue;
    const JsonReader answer = value.isolated();
    if (const QString code = textOf(answer["code"]); code != QLatin1String("0"))
      return fail(kindOf(code), QStringLiteral("JD: the answer has the code %1").arg(code));
    SC_TRY(checkInside(answer, 2));
    return answer;
  }
  return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of JD's gateway"));
}

Error explain(const Declaration&, const HttpResponse& got)
{
  const auto answer = open(got);
  return !answer && answer.error().kind != ErrorKind::BadResponse ? answer.error() : explainStatus(got);
}

} // namespace supercargo::jd
