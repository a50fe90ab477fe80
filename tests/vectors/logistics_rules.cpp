// The couriers' shared rules: states, order of events, times, numbers, company codes.
#include "core/domain/courier.h"
#include "core/domain/courier_answer.h"
#include "core/domain/parcel.h"
#include "core/providers/aftership/aftership_protocol.h"
#include "core/providers/easypost/easypost_protocol.h"
#include "core/providers/kdniao/kdniao_protocol.h"
#include "core/providers/kuaidi100/kuaidi100_protocol.h"
#include "core/providers/seventeentrack/seventeentrack_protocol.h"
#include "core/providers/sf/sf_protocol.h"
#include "core/providers/yto/yto_protocol.h"
#include "core/providers/zto/zto_protocol.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

namespace supercargo::vectors {
namespace {

/// Our id of a provider of the vectors: an identifier cannot begin with a digit.
QString idOf(const QString& provider)
{
  return provider == QLatin1String("17track") ? QStringLiteral("seventeentrack") : provider;
}

/// Of one that is not, the runner tells.
bool isBuilt(const QString& provider)
{
  return findProvider(idOf(provider)) != nullptr;
}

QString textOf(const QJsonValue& value)
{
  return value.isString() ? value.toString() : value.isDouble() ? QString::number(value.toInteger()) : QString();
}

void tell(const Report& report, const QString& id, const QString& got, const QString& wanted)
{
  if (got == wanted)
    report.ok(id);
  else
    report.failed(id, QStringLiteral("got \"%1\", wanted \"%2\"").arg(got, wanted));
}

QString statusText(ParcelStatus status, const QString& reason)
{
  return statusName(status) + u'/' + reason;
}

QString wantedStatus(const QJsonObject& expected)
{
  return expected[QLatin1String("status")].toString() + u'/' + expected[QLatin1String("reason")].toString();
}

QString mapped(const QString& provider, const QJsonObject& input)
{
  const Declaration& declaration = findProvider(idOf(provider))->declaration;
  if (provider == QLatin1String("kuaidi100")) {
    const auto state = kuaidi100::stateStatus(declaration, textOf(input[QLatin1String("state")]),
                                              textOf(input[QLatin1String("ischeck")]) == QLatin1String("1"));
    return statusText(state.status, state.reason);
  }
  QMap<QString, QString> raw;
  for (auto it = input.begin(); it != input.end(); ++it)
    raw.insert(it.key(), textOf(it.value()));
  const auto said = [&raw](const char* field) { return raw.value(QLatin1String(field)); };
  if (provider == QLatin1String("zto")) {
    const auto told = raw.contains(QStringLiteral("action"))
                          ? zto::meaning(declaration, QStringLiteral("action"), said("action"))
                          : zto::meaning(declaration, QStringLiteral("scanType"), said("scanType"));
    return statusText(told.status, told.reason);
  }
  if (provider == QLatin1String("easypost")) {
    const auto told = easypost::meaning(declaration, said("status"), said("status_detail"));
    return statusText(told.status, told.reason);
  }
  if (provider == QLatin1String("aftership")) {
    const auto told = aftership::meaning(declaration, said("tag"), said("subtag"));
    return statusText(told.status, told.reason);
  }
  if (provider == QLatin1String("17track")) {
    const auto told = seventeentrack::meaning(declaration, said("status"), said("sub_status"));
    return statusText(told.status, told.reason);
  }
  if (provider == QLatin1String("yto")) {
    const auto told = yto::meaning(declaration, said("infoContent"), said("processInfo"));
    return statusText(told.status, told.reason);
  }
  if (provider == QLatin1String("kdniao")) {
    const auto told = kdniao::meaning(declaration, said("State"), said("StateEx"));
    return statusText(told.status, told.reason);
  }
  const auto status = sf::eventStatus(declaration, raw);
  return statusText(status.status, status.reason);
}

void checkStatusCases(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "cases", [&](const QString& id, const QJsonObject& one) {
    if (const QString provider = one[QLatin1String("provider")].toString(); isBuilt(provider))
      tell(report, id, mapped(provider, one[QLatin1String("input")].toObject()),
           wantedStatus(one[QLatin1String("expected")].toObject()));
  });
}

void checkStatusMap(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "rows", [&](const QString& name, const QJsonObject& one) {
    const QString provider = one[QLatin1String("provider")].toString(), code = textOf(one[QLatin1String("code")]);
    const QString field = one[QLatin1String("field")].toString();
    if (!isBuilt(provider))
      return;
    // "StateEx|Action": the same codes stand in both fields.
    const QJsonObject input{
        {provider == QLatin1String("kuaidi100") ? QStringLiteral("state") : field.section(u'|', 0, 0), code}};
    tell(report, QStringLiteral("%1 %2 %3").arg(name, field, code), mapped(provider, input), wantedStatus(one));
  });
  forEachCase(file, "canonical", [&](const QString& name, const QJsonObject& one) {
    const QString called = one[QLatin1String("status")].toString();
    const auto status = parcelStatusNamed(called);
    tell(report, name + u' ' + called, status ? QString::number(progress(*status)) : QString(),
         textOf(one[QLatin1String("rank")]));
  });
  forEachCase(file, "sf_reason_refinements", [&](const QString& name, const QJsonObject& one) {
    tell(report, name, mapped(QStringLiteral("sf"), one), wantedStatus(one));
  });
}

void checkSequences(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    TrackingSnapshot parcel;
    for (const QJsonValue& told : one[QLatin1String("events")].toArray()) {
      TrackingEvent event;
      if (const auto at = parseIso(told[QLatin1String("time")].toString()))
        event.at = *at;
      event.status = parcelStatusNamed(told[QLatin1String("status")].toString()).value_or(ParcelStatus::Unknown);
      event.text = told[QLatin1String("text")].toString();
      event.rawCode = told[QLatin1String("raw_code")].toString();
      parcel.events.push_back(event);
    }
    settle(parcel);
    QStringList order, wantedOrder;
    for (const TrackingEvent& event : parcel.events)
      order.append(event.rawCode);
    const QJsonObject expected = one[QLatin1String("expected")].toObject();
    for (const QJsonValue& code : expected[QLatin1String("order_raw")].toArray())
      wantedOrder.append(code.toString());
    const auto delivered = parseIso(expected[QLatin1String("delivered_at")].toString());
    const QString got = statusName(parcel.status) + u' ' + order.join(u',') + u' ' +
                        (parcel.deliveredAt ? toIso(*parcel.deliveredAt) : QString());
    const QString wanted = expected[QLatin1String("status")].toString() + u' ' + wantedOrder.join(u',') + u' ' +
                           (delivered ? toIso(*delivered) : QString());
    tell(report, one[QLatin1String("name")].toString(), got, wanted);
  }
}

void checkTimes(const QString&, const QJsonObject& file, const Report& report)
{
  // The others tell an offset with each time.
  static const QStringList kChinese{QStringLiteral("sf"),  QStringLiteral("kuaidi100"), QStringLiteral("yto"),
                                    QStringLiteral("zto"), QStringLiteral("kdniao"),    QStringLiteral("cainiao")};
  forEachCase(file, "cases", [&](const QString& name, const QJsonObject& one) {
    const QString provider = one[QLatin1String("provider")].toString(), raw = textOf(one[QLatin1String("raw")]);
    TrackingEvent event;
    if (kChinese.contains(provider))
      setChinaTime(event, raw);
    else
      setZonedTime(event, raw);
    const QJsonObject expected = one[QLatin1String("expected")].toObject();
    tell(report, QStringLiteral("%1 \"%2\"").arg(name, raw),
         event.at ? event.wallClock + u' ' + toIso(*event.at) : QStringLiteral(" "),
         expected[QLatin1String("iso")].toString() + u' ' + expected[QLatin1String("utc")].toString());
  });
}

void checkDetection(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "cases", [&](const QString& name, const QJsonObject& one) {
    const QString input = one[QLatin1String("input")].toString();
    QString got = normalisedNumber(input), wanted = one[QLatin1String("normalised")].toString();
    for (const CourierCandidate& candidate : courierCandidates(input))
      got += u' ' + candidate.courier->code.toUpper() + u'=' + confidenceName(candidate.confidence);
    for (const QJsonValue& candidate : one[QLatin1String("candidates")].toArray()) {
      wanted += u' ' + candidate[QLatin1String("carrier")].toString() + u'=' +
                candidate[QLatin1String("confidence")].toString();
      if (const QJsonValue check = candidate[QLatin1String("s10_check_ok")];
          check.isBool() && checkDigit(NumberScheme::S10, input) != check.toBool())
        got += QStringLiteral(" (check digit)");
    }
    tell(report, QStringLiteral("%1 \"%2\"").arg(name, input), got, wanted);
  });
  forEachCase(file, "rules", [&](const QString& name, const QJsonObject& rule) {
    const Courier* courier = findCourier(rule[QLatin1String("carrier")].toString().toLower());
    tell(report, name, courier ? courier->kuaidi100 + u' ' + courier->kdniao : QString(),
         rule[QLatin1String("kuaidi100")].toString() + u' ' + rule[QLatin1String("kdniao")].toString());
  });
}

void checkCompanies(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "companies", [&](const QString& name, const QJsonObject& one) {
    const QString code = one[QLatin1String("kuaidi100")].toString();
    const Courier* courier = courierOfKuaidi100(code);
    const QString wanted = QStringLiteral("%1 %2")
                               .arg(one[QLatin1String("kdniao")].toString())
                               .arg(one[QLatin1String("kuaidi100_phone_required")].toBool());
    const bool named = courier && courierNamed(one[QLatin1String("name")].toString()) == courier;
    tell(report, name + u' ' + code,
         courier ? QStringLiteral("%1 %2%3")
                       .arg(courier->kdniao)
                       .arg(courier->needsPhone)
                       .arg(named ? QString() : QStringLiteral(" name not known"))
                 : QString(),
         wanted);
  });
}

std::optional<NumberScheme> schemeNamed(const QString& name)
{
  for (int i = 0; i <= int(NumberScheme::Dhl); ++i)
    if (numberSchemeName(static_cast<NumberScheme>(i)) == name)
      return static_cast<NumberScheme>(i);
  return std::nullopt;
}

void checkDigitVectors(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "vectors", [&](const QString& name, const QJsonObject& one) {
    const QString number = one[QLatin1String("number")].toString();
    const QString rule = one[QLatin1String("scheme")].toString();
    const auto scheme = schemeNamed(rule);
    // Where the library that made the file also looks at countries and case, our rule is the check digit alone.
    bool wanted = one[QLatin1String("valid")].toBool();
    for (const char* ours : {"after_normalise_valid", "check_digit_ok"})
      wanted = wanted || one[QLatin1String(ours)].toBool();
    const bool got = scheme && checkDigit(*scheme, number).value_or(false);
    tell(report, QStringLiteral("%1 %2 %3").arg(name, rule, number),
         got ? QStringLiteral("valid") : QStringLiteral("not valid"),
         wanted ? QStringLiteral("valid") : QStringLiteral("not valid"));
  });
}

const Register kMap({"logistics/status-map.json", checkStatusMap});
const Register kCases({"logistics/status-cases.json", checkStatusCases});
const Register kSequences({"logistics/status-sequences.json", checkSequences});
const Register kTimes({"logistics/time-parse.json", checkTimes});
const Register kDetection({"logistics/waybill-detect.json", checkDetection});
const Register kCompanies({"logistics/company-codes.json", checkCompanies});
const Register kDigits({"logistics/check-digits.json", checkDigitVectors});

} // namespace
} // namespace supercargo::vectors
