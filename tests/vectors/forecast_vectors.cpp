// Forecasts that others have published or computed (core/stock/intermittent, smoothing, accuracy).
#include "core/stock/accuracy.h"
#include "core/stock/intermittent.h"
#include "core/stock/smoothing.h"
#include "tests/vectors/numbers.h"
#include "tests/vectors/vectors.h"

#include <map>

namespace supercargo::vectors {
namespace {

constexpr double kDigits = 1e-9; ///< the file prints twelve

std::vector<double> series(const QJsonObject& test, const char* name = "series")
{
  std::vector<double> values;
  for (const auto& value : test.value(QLatin1String(name)).toArray())
    values.push_back(value.toDouble());
  return values;
}

QJsonArray list(const std::vector<double>& values, std::size_t count)
{
  QJsonArray array;
  for (std::size_t i = 0; i < count && i < values.size(); ++i)
    array.append(values[i]);
  return array;
}

QJsonArray forecasts(const SmoothingState& state, qsizetype count)
{
  QJsonArray array;
  for (qsizetype i = 1; i <= count; ++i)
    array.append(state.forecast(std::size_t(i)));
  return array;
}

QJsonObject expected(const QJsonObject& test)
{
  return test.value(QLatin1String("expect")).toObject();
}

SmoothingWeights weightsOf(const QJsonObject& json)
{
  return {json.value(QLatin1String("alpha")).toDouble(), json.value(QLatin1String("beta")).toDouble(),
          json.value(QLatin1String("gamma")).toDouble()};
}

QString checkIntermittent(const QJsonObject& test)
{
  const auto y = series(test);
  const auto croston = [&](double size, double interval, IntermittentStart start = IntermittentStart::First) {
    return crostonForecast(y, size, interval, start).value();
  };
  const QString fault = differenceOf(
      expected(test),
      numbers({{"croston_a01", croston(0.1, 0.1)},
               {"croston_a02", croston(0.2, 0.2)},
               {"sba_a01", croston(0.1, 0.1) * syntetosBoylanFactor(0.1)},
               {"sbj_a01", croston(0.1, 0.1) * shaleBoylanJohnstonFactor(0.1)},
               {"croston_a01_meanIntervalStart", croston(0.1, 0.1, IntermittentStart::Mean)},
               {"croston_ad02_ai01", croston(0.2, 0.1)},
               {"tsb_d01_p01", chanceForecast(y, 0.1, 0.1).value()},
               {"tsb_d02_p005", chanceForecast(y, 0.2, 0.05).value()},
               {"tsb_d01_p01_meanProbStart", chanceForecast(y, 0.1, 0.1, IntermittentStart::Mean).value()}}),
      kDigits);
  if (!fault.isEmpty())
    return fault;
  QJsonObject wantedClass = test.value(QLatin1String("classify")).toObject();
  const DemandClass found = demandClass(y);
  if (found.pattern != DemandPattern::Lumpy ||
      wantedClass.take(QLatin1String("class")).toString() != QLatin1String("lumpy"))
    return QStringLiteral("the class is wrong");
  return differenceOf(wantedClass, numbers({{"adi", found.meanInterval}, {"cv2", found.squaredVariation}}), kDigits);
}

QString checkSimple(const QJsonObject& test)
{
  const auto y = series(test);
  const SmoothingFit fit = smoothed(y, simpleStart(y), {test.value(QLatin1String("alpha")).toDouble(), 0, 0});
  return differenceOf(expected(test),
                      numbers({{"forecast", fit.end.forecast(1)},
                               {"lastResidual", fit.errors.back()},
                               {"secondResidual", fit.errors.front()}}),
                      kDigits);
}

/// The seasons as the file lists them: the coming one first.
QJsonArray seasonsOf(const SmoothingState& state)
{
  QJsonArray array;
  for (std::size_t i = 0; i < state.season.size(); ++i)
    array.append(state.season[(state.turn + i) % state.season.size()]);
  return array;
}

std::optional<SmoothingStart> startOf(const QJsonObject& test)
{
  const QString seasons = test.value(QLatin1String("seasonal")).toString(QStringLiteral("multiplicative"));
  const auto y = series(test);
  if (seasons == QLatin1String("none"))
    return trendStart(y);
  return seasonStart(y, std::size_t(test.value(QLatin1String("period")).toInt()),
                     seasons == QLatin1String("additive") ? Seasons::Additive : Seasons::Multiplicative);
}

QString checkWinters(const QJsonObject& test)
{
  const auto start = startOf(test);
  if (!start)
    return QStringLiteral("no start was found");
  QJsonObject init = test.value(QLatin1String("init")).toObject();
  init.remove(QLatin1String("convention"));
  const QString first = differenceOf(init,
                                     numbers({{"level", start->state.level},
                                              {"trend", *start->state.trend},
                                              {"season", list(start->state.season, 99)},
                                              {"firstForecastIndex", int(start->next + 1)}}),
                                     kDigits);
  if (!first.isEmpty())
    return QStringLiteral("start: ") + first;
  const QJsonObject wanted = expected(test);
  const auto y = series(test);
  const SmoothingFit fit = smoothed(y, *start, weightsOf(test.value(QLatin1String("params")).toObject()));
  std::vector<double> fitted;
  for (std::size_t i = 0; i < 3; ++i)
    fitted.push_back(y[start->next + i] - fit.errors[i]);
  return differenceOf(
      wanted,
      numbers({{"SSE", fit.squaredError},
               {"level", fit.end.level},
               {"trend", *fit.end.trend},
               {"season", seasonsOf(fit.end)},
               {"forecast", forecasts(fit.end, wanted.value(QLatin1String("forecast")).toArray().size())},
               {"firstFitted", list(fitted, 3)}}),
      kDigits);
}

/// "compare SSE to 0.5 %, forecast to 1 %"
QString checkWintersOptimised(const QJsonObject& test)
{
  const auto start = startOf(test);
  if (!start)
    return QStringLiteral("no start was found");
  const SmoothingFit fit = bestSmoothing(series(test), *start);
  const QJsonObject wanted = expected(test);
  const QString error =
      differenceOf(numbers({{"SSE", wanted.value(QLatin1String("SSE"))}}), numbers({{"SSE", fit.squaredError}}), 0.005);
  const QJsonArray forecast = wanted.value(QLatin1String("forecast")).toArray();
  return error.isEmpty() ? differenceOf(numbers({{"forecast", forecast}}),
                                        numbers({{"forecast", forecasts(fit.end, forecast.size())}}), 0.01)
                         : error;
}

QString checkSimpleOptimised(const QJsonObject& test)
{
  const SmoothingFit fit = bestSimple(series(test));
  return differenceOf(
      expected(test),
      numbers({{"alpha", fit.weights.level}, {"l0", fit.start.level}, {"forecast", fit.end.forecast(1)}}), 1e-4);
}

double rootMeanSquare(const SmoothingFit& fit)
{
  return std::sqrt(fit.squaredError / double(fit.errors.size()));
}

/// "accept 1 % on forecasts". Where seasons multiply, the published search had stopped before the likeliest weights
/// (ours fit better and forecast 1.4 % apart): there the published weights are compared, and ours must not fit worse.
QString checkLikeliest(const QJsonObject& test)
{
  const auto y = series(test);
  const auto period = std::size_t(test.value(QLatin1String("period")).toInt());
  for (const auto& [name, seasons] :
       {std::pair("additive", Seasons::Additive), std::pair("multiplicative", Seasons::Multiplicative)}) {
    const QJsonObject wanted = expected(test).value(QLatin1String(name)).toObject();
    const auto free = likeliestSmoothing(y, period, seasons);
    const auto fit = seasons == Seasons::Additive ? free : likeliestSmoothing(y, period, seasons, weightsOf(wanted));
    if (!fit || !free)
      return QStringLiteral("no fit");
    const QJsonArray forecast = wanted.value(QLatin1String("forecast")).toArray();
    const double published = wanted.value(QLatin1String("RMSE")).toDouble();
    const QString fault = differenceOf(
        numbers({{"forecast", forecast}, {"RMSE", published}}),
        numbers({{"forecast", forecasts(fit->end, forecast.size())}, {"RMSE", rootMeanSquare(*fit)}}), 0.01);
    if (!fault.isEmpty())
      return QString::fromLatin1(name) + QStringLiteral(": ") + fault;
    if (rootMeanSquare(*free) > 1.001 * published)
      return QString::fromLatin1(name) + QStringLiteral(": the free search fits worse than what is published");
  }
  return {};
}

QString checkAccuracy(const QJsonObject& test)
{
  const auto found = forecastAccuracy(series(test, "train"), series(test, "actual"), series(test, "forecast"),
                                      std::size_t(test.value(QLatin1String("seasonalLag")).toInt()));
  if (!found)
    return QStringLiteral("nothing was compared");
  return differenceOf(expected(test),
                      numbers({{"ME", found->meanError},
                               {"MAE", found->meanAbsoluteError},
                               {"RMSE", found->rootMeanSquare},
                               {"MAPE", found->percentError.value_or(-1)},
                               {"sMAPE", found->symmetricPercentError.value_or(-1)},
                               {"MASE", found->scaledError.value_or(-1)},
                               {"bias", found->bias.value_or(-1)}}),
                      kDigits);
}

void checkForecast(const QString&, const QJsonObject& file, const Report& report)
{
  static const std::map<QString, QString (*)(const QJsonObject&)> checks{
      {QStringLiteral("intermittent"), checkIntermittent},
      {QStringLiteral("ses_fixed"), checkSimple},
      {QStringLiteral("holtwinters_fixed"), checkWinters},
      {QStringLiteral("holtwinters_optimised"), checkWintersOptimised},
      {QStringLiteral("ses_optimised"), checkSimpleOptimised},
      {QStringLiteral("ets_hw_published"), checkLikeliest},
      {QStringLiteral("accuracy"), checkAccuracy},
  };
  for (const auto& entry : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject test = entry.toObject();
    const QString kind = test.value(QLatin1String("kind")).toString();
    const QString id = test.value(QLatin1String("name")).toString() + QLatin1Char(' ') + kind;
    const auto check = checks.find(kind);
    if (check == checks.end()) {
      report.failed(id, QStringLiteral("there is no such method"));
      continue;
    }
    if (test.value(QLatin1String("series")).isString()) // exceptions.cpp
      continue;
    const QString fault = check->second(test);
    fault.isEmpty() ? report.ok(id) : report.failed(id, fault);
  }
}

const Register kForecast({"business/forecast.json", checkForecast});

} // namespace
} // namespace supercargo::vectors
