#include "core/reports/paretonbd.h"
#include "core/reports/specialfunctions.h"
#include "tests/support/businessvector.h"
#include "tests/support/places.h"

#include <QDate>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace supercargo;
using namespace supercargo::test;

namespace {

void compareTo(double actual, double expected, double tolerance)
{
  QVERIFY2(std::abs(actual - expected) <= tolerance,
           qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 14).arg(expected, 0, 'g', 14)));
}

PurchaseHistory historyOf(const QJsonValue& value)
{
  return {value[QStringLiteral("x")].toDouble(), value[QStringLiteral("t_x")].toDouble(),
          value[QStringLiteral("T")].toDouble(), 1};
}

/// The purchase days of the customers in rfm-cohort.json, in weeks up to the middle of 1998.
std::vector<PurchaseHistory> sampleHistories()
{
  std::map<int, std::set<QDate>> days;
  for (const QJsonValue row :
       businessVector(QStringLiteral("rfm-cohort.json"))[QStringLiteral("transactions")][QStringLiteral("rows")]
           .toArray())
    days[row[0].toInt()].insert(QDate::fromString(row[1].toString(), Qt::ISODate));
  std::vector<PurchaseHistory> histories;
  for (const auto& [customer, bought] : days) {
    const QDate first = *bought.begin();
    histories.push_back({double(bought.size() - 1), double(first.daysTo(*bought.rbegin())) / 7,
                         double(first.daysTo(QDate(1998, 6, 30))) / 7, 1});
  }
  return histories;
}

/// What those who came back spent on average on the days after their first.
std::vector<SpendHistory> sampleSpending()
{
  std::map<int, std::map<QDate, double>> days;
  for (const QJsonValue row :
       businessVector(QStringLiteral("rfm-cohort.json"))[QStringLiteral("transactions")][QStringLiteral("rows")]
           .toArray())
    days[row[0].toInt()][QDate::fromString(row[1].toString(), Qt::ISODate)] += row[3].toDouble();
  std::vector<SpendHistory> spending;
  for (const auto& [customer, spent] : days) {
    double sum = 0;
    for (auto day = std::next(spent.begin()); day != spent.end(); ++day)
      sum += day->second;
    if (sum > 0)
      spending.push_back({double(spent.size() - 1), sum / double(spent.size() - 1)});
  }
  return spending;
}

/// The whole of the published data are not ours to hold: read where the shared vectors are, beside the checkout.
std::vector<QJsonValue> publishedHistories()
{
  const QString folder = qEnvironmentVariable("SUPERCARGO_VECTORS", sourceDir() + QStringLiteral("/../shared/vectors"));
  QFile file(folder + QStringLiteral("/business/cdnow-agg.json"));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("rows")].toArray();
  return {rows.begin(), rows.end()};
}

} // namespace

class LifetimeValueTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase()
  {
    m_vector = businessVector(QStringLiteral("clv.json"));
    const QJsonObject fitted = m_vector[QStringLiteral("bgnbd")][QStringLiteral("fittedHere")].toObject();
    m_fitted = {fitted[QStringLiteral("r")].toDouble(), fitted[QStringLiteral("alpha")].toDouble(),
                fitted[QStringLiteral("a")].toDouble(), fitted[QStringLiteral("b")].toDouble()};
  }

  void logGamma_isExact()
  {
    compareTo(logGamma(1), 0, 1e-14);
    compareTo(logGamma(0.5), 0.5723649429247001, 1e-14);
    compareTo(logGamma(11), 15.104412573075516, 1e-12);
    compareTo(logGamma(1e6), 12815504.569147611, 1e-7);
    for (double x = 0.01; x < 60; x *= 1.3)
      compareTo(logGamma(x + 1), logGamma(x) + std::log(x), 1e-12 * (1 + std::abs(logGamma(x + 1))));
  }

  void hypergeometric_agreesWithClosedForms()
  {
    for (const double z : {0.0, 0.1, 0.5, 0.9, 0.99}) {
      if (z > 0)
        compareTo(hypergeometric(1, 1, 2, z), -std::log1p(-z) / z, 1e-11);
      compareTo(hypergeometric(2.5, 3, 3, z), std::pow(1 - z, -2.5), 1e-9 * std::pow(1 - z, -2.5));
    }
  }

  void bgnbd_hasThePublishedPoints()
  {
    const BgNbd published = publishedModel();
    for (const QJsonValue point :
         m_vector[QStringLiteral("bgnbd")][QStringLiteral("pointsAtPublishedParameters")].toArray()) {
      const PurchaseHistory h = historyOf(point);
      compareTo(published.logLikelihood(h), point[QStringLiteral("logLik")].toDouble(), 1e-8);
      compareTo(published.probabilityAlive(h), point[QStringLiteral("pAlive")].toDouble(), 1e-9);
      compareTo(published.expectedPurchases(h, 39), point[QStringLiteral("condExp39")].toDouble(), 1e-8);
      compareTo(published.expectedPurchases(h, 13), point[QStringLiteral("condExp13")].toDouble(), 1e-8);
    }
  }

  void bgnbd_expectsThePublishedPurchases()
  {
    const QJsonObject expected = m_vector[QStringLiteral("bgnbd")][QStringLiteral("expectedPurchases")].toObject();
    const QJsonArray times = expected[QStringLiteral("t")].toArray();
    QCOMPARE(times.size(), 6);
    for (qsizetype i = 0; i < times.size(); ++i) {
      const double purchases = m_fitted.expectedPurchases(times[i].toDouble());
      compareTo(purchases, expected[QStringLiteral("withFitted")][i].toDouble(), 1e-8);
      compareTo(purchases, expected[QStringLiteral("published")][i].toDouble(),
                expected[QStringLiteral("tolerance")].toDouble());
    }
    const QJsonValue one = m_vector[QStringLiteral("bgnbd")][QStringLiteral("conditional")];
    compareTo(m_fitted.expectedPurchases(historyOf(one), one[QStringLiteral("t")].toDouble()),
              one[QStringLiteral("withFitted")].toDouble(), 1e-8);
  }

  void bgnbd_staysFiniteForTheMostFaithful()
  {
    const PurchaseHistory daily{5'000, 713, 714, 1};
    const double purchases = m_fitted.expectedPurchases(daily, 52);
    QVERIFY(std::isfinite(purchases));
    // Buys seven times a week and is here: about that many in a year, less what leaving takes.
    QVERIFY2(purchases > 300 && purchases < 366, qPrintable(QString::number(purchases)));
    BgNbd one = m_fitted;
    one.a = 1;
    BgNbd near = m_fitted;
    near.a = 1 + 1e-4;
    compareTo(one.expectedPurchases(52), near.expectedPurchases(52), 1e-3);
  }

  void fitBgNbd_findsTheMaximum()
  {
    const auto histories = sampleHistories();
    QCOMPARE(histories.size(), size_t(99));
    const auto fit = fitBgNbd(histories);
    QVERIFY2(fit, qPrintable(fit ? QString() : fit.error().detail));
    compareTo(logLikelihood(fit->model, histories), fit->logLikelihood, 1e-8);
    // At a maximum nothing near is better.
    for (const double factor : {0.97, 0.995, 1.005, 1.03})
      for (double BgNbd::*part : {&BgNbd::r, &BgNbd::alpha, &BgNbd::a, &BgNbd::b}) {
        BgNbd other = fit->model;
        other.*part *= factor;
        QVERIFY(logLikelihood(other, histories) < fit->logLikelihood);
      }
  }

  void fitOfVeryMany_isTheMaximumToo()
  {
    // Customers of a shop with a made-up model: more kinds of history than the simplex alone looks at.
    quint64 state = 20'261'129;
    const auto dice = [&state] {
      state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
      return (double(state >> 11) + 0.5) / double(1ULL << 53);
    };
    std::vector<PurchaseHistory> histories;
    for (int i = 0; i < 40'000; ++i) {
      PurchaseHistory h{0, 0, std::ceil(dice() * 700) / 7, 1};
      const double rate = -std::log(dice()) / 20, leaving = 0.4 * dice();
      for (double at = -std::log(dice()) / rate; at < h.age; at -= std::log(dice()) / rate) {
        h.last = std::ceil(at * 7) / 7;
        ++h.repeats;
        if (dice() < leaving)
          break;
      }
      h.last = std::min(h.last, h.age);
      histories.push_back(h);
    }
    const auto fit = fitBgNbd(histories);
    QVERIFY2(fit, qPrintable(fit ? QString() : fit.error().detail));
    double plain = 0;
    for (const PurchaseHistory& h : histories)
      plain += fit->model.logLikelihood(h);
    compareTo(fit->logLikelihood, plain, 1e-6 * std::abs(plain));
    for (const double factor : {0.997, 1.003})
      for (double BgNbd::*part : {&BgNbd::r, &BgNbd::alpha, &BgNbd::a, &BgNbd::b}) {
        BgNbd other = fit->model;
        other.*part *= factor;
        QVERIFY(logLikelihood(other, histories) < fit->logLikelihood);
      }
  }

  void fits_areThePublishedOnes()
  {
    std::vector<PurchaseHistory> histories;
    for (const QJsonValue& row : publishedHistories())
      histories.push_back({row[0].toDouble(), row[1].toDouble(), row[2].toDouble(), row[3].toDouble()});
    if (histories.empty())
      QSKIP("the published data are not here");
    const QJsonObject published = m_vector[QStringLiteral("bgnbd")].toObject();
    compareTo(logLikelihood(publishedModel(), histories), published[QStringLiteral("logLikAtPublished")].toDouble(),
              1e-6);
    compareTo(logLikelihood(BgNbd{}, histories), published[QStringLiteral("logLikAtOnes")].toDouble(), 1e-6);
    const auto fit = fitBgNbd(histories);
    QVERIFY(fit);
    compareTo(fit->logLikelihood, published[QStringLiteral("fittedHere")][QStringLiteral("logLik")].toDouble(), 1e-4);
    compareTo(fit->model.r / m_fitted.r, 1, 1e-3);
    compareTo(fit->model.alpha / m_fitted.alpha, 1, 1e-3);
    compareTo(fit->model.a / m_fitted.a, 1, 1e-3);
    compareTo(fit->model.b / m_fitted.b, 1, 1e-3);
    double sum = 0;
    for (const PurchaseHistory& h : histories)
      sum += h.customers * m_fitted.expectedPurchases(h, 39);
    compareTo(sum, published[QStringLiteral("sumCondExp39_withFitted")].toDouble(), 1e-4);

    const auto pareto = fitParetoNbd(histories);
    QVERIFY(pareto);
    compareTo(pareto->logLikelihood, -9594.9739, 1e-3);
  }

  void fitGammaGamma_findsTheMaximumInAnyUnit()
  {
    const auto spending = sampleSpending();
    const auto fit = fitGammaGamma(spending);
    QVERIFY2(fit, qPrintable(fit ? QString() : fit.error().detail));
    const auto likelihood = [&spending](const GammaGamma& model) {
      double sum = 0;
      for (const SpendHistory& h : spending)
        sum += model.logLikelihood(h.repeats, h.mean);
      return sum;
    };
    compareTo(likelihood(fit->model), fit->logLikelihood, 1e-6);
    for (const double factor : {0.97, 0.995, 1.005, 1.03})
      for (double GammaGamma::*part : {&GammaGamma::p, &GammaGamma::q, &GammaGamma::v}) {
        GammaGamma other = fit->model;
        other.*part *= factor;
        QVERIFY(likelihood(other) < fit->logLikelihood);
      }
    std::vector<SpendHistory> cents = spending;
    for (SpendHistory& h : cents)
      h.mean *= 100;
    const auto inCents = fitGammaGamma(cents);
    QVERIFY(inCents);
    compareTo(inCents->model.expectedSpend(2, 3'000) / fit->model.expectedSpend(2, 30), 100, 1e-3);
  }

  void fits_needCustomersWhoCameBack()
  {
    QCOMPARE(fitBgNbd({}).error().kind, ErrorKind::Invalid);
    const std::vector<PurchaseHistory> strangers(500, {0, 0, 30, 1});
    QCOMPARE(fitBgNbd(strangers).error().kind, ErrorKind::Invalid);
    QCOMPARE(fitGammaGamma({}).error().kind, ErrorKind::Invalid);
    const std::vector<SpendHistory> free(50, {1, 0});
    QCOMPARE(fitGammaGamma(free).error().kind, ErrorKind::Invalid);
  }

  void gammaGamma_expectsThePublishedSpending()
  {
    const GammaGamma model = publishedSpending();
    const QJsonObject expected = m_vector[QStringLiteral("gammaGamma")].toObject();
    compareTo(model.expectedSpend(0, 0), expected[QStringLiteral("populationMean")].toDouble(), 1e-9);
    const QJsonArray cases = expected[QStringLiteral("cases")].toArray();
    QCOMPARE(cases.size(), 5);
    for (const QJsonValue one : cases) {
      const double spend =
          model.expectedSpend(one[QStringLiteral("x")].toDouble(), one[QStringLiteral("meanSpend")].toDouble());
      compareTo(spend, one[QStringLiteral("exact")].toDouble(), 1e-8);
      compareTo(spend, one[QStringLiteral("published")].toDouble(),
                expected[QStringLiteral("publishedTolerance")].toDouble());
    }
  }

  void discountedValue_isTheReference()
  {
    const QJsonObject reference = m_vector[QStringLiteral("clv")].toObject();
    const QJsonArray cases = reference[QStringLiteral("cases")].toArray();
    QCOMPARE(cases.size(), 2);
    for (const QJsonValue one : cases) {
      const PurchaseHistory h = historyOf(one);
      double closest = 1e9; // with the published or the fitted parameters: the file does not say which
      for (const BgNbd& model : {publishedModel(), m_fitted}) {
        const double spend = publishedSpending().expectedSpend(h.repeats, one[QStringLiteral("meanSpend")].toDouble());
        const double value = discountedValue(model, h, spend, reference[QStringLiteral("margin")].toDouble(),
                                             reference[QStringLiteral("monthlyDiscount")].toDouble(),
                                             reference[QStringLiteral("months")].toInt());
        closest = std::min(closest, std::abs(value - one[QStringLiteral("expect")].toDouble()));
      }
      compareTo(closest, 0, 1e-7);
    }
  }

  void paretoNbd_hasThePublishedNumbers()
  {
    const QJsonObject vector = m_vector[QStringLiteral("paretoNbd")].toObject();
    const QJsonObject published = vector[QStringLiteral("published")].toObject();
    const ParetoNbd model{published[QStringLiteral("r")].toDouble(), published[QStringLiteral("alpha")].toDouble(),
                          published[QStringLiteral("s")].toDouble(), published[QStringLiteral("beta")].toDouble()};
    const QJsonValue one = vector[QStringLiteral("conditional")];
    compareTo(model.expectedPurchases(historyOf(one), one[QStringLiteral("t")].toDouble()),
              one[QStringLiteral("published")].toDouble(), 0.01);
    const QJsonValue alive = vector[QStringLiteral("pAlive")];
    const QJsonArray other = alive[QStringLiteral("params")].toArray();
    compareTo(
        ParetoNbd{other[0].toDouble(), other[1].toDouble(), other[2].toDouble(), other[3].toDouble()}.probabilityAlive(
            historyOf(alive)),
        alive[QStringLiteral("published")].toDouble(), 5e-5);
    const QJsonValue expected = vector[QStringLiteral("expectedPurchases")];
    const QJsonArray times = expected[QStringLiteral("t")].toArray();
    QCOMPARE(times.size(), 10);
    for (qsizetype i = 0; i < times.size(); ++i)
      compareTo(model.expectedPurchases(times[i].toDouble()), expected[QStringLiteral("publishedBTYD")][i].toDouble(),
                0.01);
  }

private:
  BgNbd publishedModel() const
  {
    const QJsonObject published = m_vector[QStringLiteral("bgnbd")][QStringLiteral("published")].toObject();
    return {published[QStringLiteral("r")].toDouble(), published[QStringLiteral("alpha")].toDouble(),
            published[QStringLiteral("a")].toDouble(), published[QStringLiteral("b")].toDouble()};
  }
  GammaGamma publishedSpending() const
  {
    const QJsonObject published = m_vector[QStringLiteral("gammaGamma")][QStringLiteral("published")].toObject();
    return {published[QStringLiteral("p")].toDouble(), published[QStringLiteral("q")].toDouble(),
            published[QStringLiteral("v")].toDouble()};
  }

  QJsonObject m_vector;
  BgNbd m_fitted;
};

SC_TEST(LifetimeValueTest)
#include "lifetimevalue_test.moc"
