#include "core/sync/apiage.h"

#include "core/providers/provider.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace supercargo {

std::optional<Instant> retirementDate(const QString& header)
{
  static const QRegularExpression moment(QStringLiteral("^@(\\d{9,11})$")),
      day(QStringLiteral("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)"));
  const QString text = header.trimmed();
  if (const auto at = parseHttpDate(text.toLatin1()))
    return at;
  if (const auto found = moment.match(text); found.hasMatch())
    return fromMs(found.captured(1).toLongLong() * 1000);
  if (const auto at = parseIso(text))
    return *at;
  if (const auto found = day.match(text); found.hasMatch())
    if (const QDate date = QDate::fromString(found.captured(1), Qt::ISODate); date.isValid())
      return fromMs(date.startOfDay(Qt::UTC).toMSecsSinceEpoch());
  return std::nullopt;
}

ApiSaid apiSaid(const Declaration& declaration, const HttpResponse& answer, const ApiSaid& before)
{
  constexpr qsizetype kLongest = 200;
  const auto told = [&](const QString& header, const QString& known) {
    const QByteArray value = header.isEmpty() ? QByteArray() : answer.header(header.toLatin1());
    return value.isEmpty() ? known : QString::fromUtf8(value).left(kLongest);
  };
  const QString version = told(declaration.versionHeader, before.version);
  const bool isAnother = !before.version.isEmpty() && version != before.version;
  return {version, told(declaration.retirementHeader, isAnother ? QString() : before.retirement)};
}

std::vector<ChangeNotice> apiNotices(const Declaration& declaration, const ApiSaid& before, const ApiSaid& now)
{
  std::vector<ChangeNotice> notices;
  if (now.version != before.version && now.version != declaration.apiVersion)
    notices.push_back({ChangeNotice::Kind::Version, QStringLiteral("API version"), now.version});
  if (!now.retirement.isEmpty() && now.retirement != before.retirement)
    notices.push_back({ChangeNotice::Kind::Version, QStringLiteral("announced end of the API"), now.retirement});
  return notices;
}

ApiAge apiAge(const Declaration& declaration, const AccountRow& account)
{
  ApiAge age;
  age.used = declaration.apiVersion;
  age.answered = account.apiVersionSeen;
  age.differs = !age.answered.isEmpty() && !age.used.isEmpty() && age.answered != age.used;
  age.words = account.retirementSeen;
  const auto declared = declaration.retiresAt ? retirementDate(*declaration.retiresAt) : std::nullopt;
  const auto announced = retirementDate(account.retirementSeen);
  age.announced = announced && (!declared || *announced <= *declared);
  age.endsAt = age.announced ? announced : declared;
  return age;
}

qint64 daysUntil(Instant then, Instant now)
{
  return std::chrono::floor<std::chrono::days>(then - now).count();
}

std::vector<Foresight> foresights(const std::vector<AccountRow>& accounts, Instant now)
{
  std::vector<Foresight> list;
  const auto add = [&](AccountId account, std::optional<Instant> at, int daysAhead, ForesightKind ends,
                       ForesightKind ended) {
    if (at && *at - now <= std::chrono::days(daysAhead))
      list.push_back({account, *at <= now ? ended : ends, *at});
  };
  for (const AccountRow& account : accounts) {
    if (account.state == AccountState::Paused)
      continue;
    add(account.id, account.credentialExpiresAt, kCredentialDaysAhead, ForesightKind::CredentialEnds,
        ForesightKind::CredentialEnded);
    if (const Provider* provider = findProvider(account.provider))
      add(account.id, apiAge(provider->declaration, account).endsAt, kApiDaysAhead, ForesightKind::ApiEnds,
          ForesightKind::ApiEnded);
  }
  std::ranges::stable_sort(list, {}, &Foresight::at);
  return list;
}

} // namespace supercargo
