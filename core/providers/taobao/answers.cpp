#include "core/providers/taobao/taobao.h"

#include <QHash>
#include <QRegularExpression>

namespace supercargo::taobao {
namespace {

constexpr char kNoSuchTrade[] = "isv.trade-not-exist";

ErrorKind kindOf(qint64 code, const QString& subCode)
{
  static const QHash<qint64, ErrorKind> kKinds{
      {4, ErrorKind::RateLimited}, {5, ErrorKind::RateLimited}, {6, ErrorKind::RateLimited},
      {7, ErrorKind::RateLimited}, {8, ErrorKind::RateLimited}, {10, ErrorKind::ProviderDown},
      {9, ErrorKind::Config},      {11, ErrorKind::Config},     {12, ErrorKind::Config},
      {13, ErrorKind::Config},     {21, ErrorKind::Config},     {22, ErrorKind::Config},
      {23, ErrorKind::Config},     {24, ErrorKind::Config},     {25, ErrorKind::Config},
      {26, ErrorKind::Auth},       {27, ErrorKind::Auth},       {28, ErrorKind::Config},
      {29, ErrorKind::Config},     {30, ErrorKind::Clock},      {31, ErrorKind::Clock},
      {32, ErrorKind::Config},     {33, ErrorKind::Config},     {34, ErrorKind::Config},
      {40, ErrorKind::Rejected},   {41, ErrorKind::Rejected},   {42, ErrorKind::Config},
      {43, ErrorKind::Rejected},
  };
  if (kKinds.contains(code))
    return kKinds.value(code);
  return subCode.startsWith(QLatin1String("isp.")) ? ErrorKind::ProviderDown : ErrorKind::Rejected;
}

Error failure(const JsonReader& answer)
{
  const qint64 code = answer["code"].integerIfAny().value_or(0);
  const QString subCode = textOf(answer["sub_code"]), subText = textOf(answer["sub_msg"]);
  Error error{kindOf(code, subCode), QStringLiteral("Taobao: %1 %2 %3 %4")
                                         .arg(QString::number(code), textOf(answer["msg"]), subCode, subText)
                                         .simplified()
                                         .left(300)};
  static const QRegularExpression kBan(QStringLiteral(R"(last for (\d{1,6}) more second)"));
  if (const auto ban = kBan.match(subText); ban.hasMatch())
    error.retryAfter = std::chrono::seconds(ban.captured(1).toLongLong());
  return error;
}

} // namespace

Result<JsonReader> open(const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (!root.isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Taobao's answer is no object"));
  if (root["error_response"].isObject())
    return fail(failure(root["error_response"]));
  for (const auto& [name, value] : root.members())
    if (name.endsWith(QLatin1String("_response")))
      return value.isObject() ? Result<JsonReader>(value.isolated())
                              : fail(ErrorKind::BadResponse, QStringLiteral("Taobao's answer holds no object"));
  if (root["request_id"].exists()) // simplified: no envelope
    return root;
  return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of Taobao's gateway"));
}

std::vector<JsonReader> listOf(const JsonReader& answer, const char* outer, const char* inner)
{
  const JsonReader list = answer[outer];
  if (list.isArray())
    return list.items();
  return list[inner].isObject() ? std::vector<JsonReader>{list[inner]} : list[inner].itemsIfAny();
}

Error explain(const Declaration&, const HttpResponse& got)
{
  const auto answer = open(got);
  return !answer && answer.error().kind != ErrorKind::BadResponse ? answer.error() : explainStatus(got);
}

bool isNoSuchTrade(const Error& error)
{
  return error.kind == ErrorKind::Rejected && error.detail.contains(QLatin1String(kNoSuchTrade));
}

} // namespace supercargo::taobao
