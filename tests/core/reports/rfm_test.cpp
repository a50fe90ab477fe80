#include "core/reports/cohorts.h"
#include "core/reports/rfm.h"
#include "tests/support/businessvector.h"

#include <QDate>
#include <QTest>

#include <map>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Purchase {
  qint64 customer = 0;
  QDate day;
  qint64 minor = 0;
};

std::vector<Purchase> purchasesOf(const QJsonObject& vector)
{
  std::vector<Purchase> purchases;
  for (const QJsonValue row : vector[QStringLiteral("transactions")][QStringLiteral("rows")].toArray())
    purchases.push_back(
        {qint64(row[0].toInt()), QDate::fromString(row[1].toString(), Qt::ISODate), qRound64(row[3].toDouble() * 100)});
  return purchases;
}

std::vector<RfmInput> inputsOf(const std::vector<Purchase>& purchases, QDate asOf)
{
  std::map<qint64, RfmInput> inputs;
  for (const Purchase& purchase : purchases) {
    const bool isNew = !inputs.contains(purchase.customer);
    RfmInput& input = inputs[purchase.customer];
    const qint64 days = purchase.day.daysTo(asOf);
    input.customer = CustomerId(purchase.customer);
    input.recencyDays = isNew ? days : std::min(input.recencyDays, days);
    ++input.purchases;
    input.spentMinor += purchase.minor;
  }
  std::vector<RfmInput> list;
  for (const auto& [id, input] : inputs)
    list.push_back(input);
  return list;
}

std::vector<qint64> numbers(const QJsonValue& array)
{
  std::vector<qint64> list;
  for (const QJsonValue value : array.toArray())
    list.push_back(value.toInteger());
  return list;
}

} // namespace

class RfmTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase()
  {
    m_vector = businessVector(QStringLiteral("rfm-cohort.json"));
    m_purchases = purchasesOf(m_vector);
    QCOMPARE(m_purchases.size(), size_t(356));
  }

  void rfmCuts_areThePublishedQuantiles()
  {
    const auto inputs = inputsOf(m_purchases, asOf());
    const RfmCuts cuts = *rfmCuts(inputs);
    const QJsonObject expected = m_vector[QStringLiteral("thresholds")].toObject();
    for (int i = 0; i < 4; ++i) {
      QVERIFY(qAbs(cuts.recency[size_t(i)] - expected[QStringLiteral("R")][i].toDouble()) < 1e-9);
      QVERIFY(qAbs(cuts.frequency[size_t(i)] - expected[QStringLiteral("F")][i].toDouble()) < 1e-9);
      QVERIFY(qAbs(cuts.money[size_t(i)] / 100 - expected[QStringLiteral("M")][i].toDouble()) < 1e-9);
    }
  }

  void rfmScore_isThePublishedOneForEveryCustomer()
  {
    const auto inputs = inputsOf(m_purchases, asOf());
    const RfmCuts cuts = *rfmCuts(inputs);
    const QJsonArray expected = m_vector[QStringLiteral("expect")][QStringLiteral("rows")].toArray();
    QCOMPARE(inputs.size(), size_t(expected.size()));
    std::map<QString, int> segments;
    for (qsizetype i = 0; i < expected.size(); ++i) {
      const QJsonValue row = expected[i];
      const RfmInput& input = inputs[size_t(i)];
      QCOMPARE(input.customer.value(), row[0].toInteger());
      QCOMPARE(input.recencyDays, row[1].toInteger());
      QCOMPARE(input.purchases, row[2].toInteger());
      QCOMPARE(input.spentMinor, qRound64(row[3].toDouble() * 100));
      const RfmScore score = rfmScore(input, cuts);
      QCOMPARE(score.recency, row[4].toInt());
      QCOMPARE(score.frequency, row[5].toInt());
      QCOMPARE(score.money, row[6].toInt());
      QCOMPARE(rfmSegmentName(score.segment), row[8].toString());
      ++segments[rfmSegmentName(score.segment)];
    }
    const QJsonObject counts = m_vector[QStringLiteral("expect")][QStringLiteral("segmentCounts")].toObject();
    QCOMPARE(segments.size(), size_t(counts.size()));
    for (const auto& [name, count] : segments)
      QCOMPARE(count, counts[name].toInt());
  }

  void rfmCuts_areNoneWithoutCustomers() { QVERIFY(!rfmCuts(std::span<const RfmInput>())); }

  void rfmScore_givesOneCustomerAMiddleOfNothing()
  {
    const std::vector<RfmInput> one = {{CustomerId(1), 10, 3, 5'000}};
    const RfmScore score = rfmScore(one.front(), *rfmCuts(one));
    QCOMPARE(score.recency, 5); // no cut lies below: ties share the better recency and the lower rest
    QCOMPARE(score.frequency, 1);
    QCOMPARE(score.money, 1);
  }

  void cohortTriangle_isThePublishedOne()
  {
    std::vector<CustomerMonth> months;
    qint64 spent = 0;
    for (const Purchase& purchase : m_purchases) {
      months.push_back(
          {CustomerId(purchase.customer), monthNumber(purchase.day.year(), purchase.day.month()), purchase.minor});
      spent += purchase.minor;
    }
    const auto cohorts = cohortTriangle(months, monthNumber(1998, 6));
    const QJsonObject expected = m_vector[QStringLiteral("cohorts")].toObject();
    QCOMPARE(cohorts.size(), size_t(expected.size()));
    for (const Cohort& cohort : cohorts) {
      const QString name =
          QStringLiteral("%1-%2").arg(cohort.month / 12).arg(cohort.month % 12 + 1, 2, 10, QLatin1Char('0'));
      QCOMPARE(cohort.size, expected[name][QStringLiteral("size")].toInteger());
      const auto active = numbers(expected[name][QStringLiteral("activeByMonthOffset")]);
      for (size_t month = 0; month < active.size(); ++month) // the file goes on beyond the day looked from: nobody then
        QCOMPARE(month < cohort.active.size() ? cohort.active[month] : 0, active[month]);
      for (const qint64 minor : cohort.minor)
        spent -= minor;
    }
    QCOMPARE(spent, 0); // what the triangle holds is all that was spent
  }

  void cohortTriangle_leavesOutWhatCameLater()
  {
    const std::vector<CustomerMonth> months = {
        {CustomerId(1), 10, 5}, {CustomerId(1), 12, 7}, {CustomerId(2), 12, 9}, {CustomerId(1), 10, 1}};
    const auto cohorts = cohortTriangle(months, 11);
    QCOMPARE(cohorts.size(), size_t(1));
    QCOMPARE(cohorts.front().active, (std::vector<qint64>{1, 0}));
    QCOMPARE(cohorts.front().minor, (std::vector<qint64>{6, 0}));
  }

private:
  QDate asOf() const { return QDate::fromString(m_vector[QStringLiteral("asOf")].toString(), Qt::ISODate); }

  QJsonObject m_vector;
  std::vector<Purchase> m_purchases;
};

SC_TEST(RfmTest)
#include "rfm_test.moc"
