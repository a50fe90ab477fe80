#include "core/domain/orderreview.h"
#include "core/domain/parcelplan.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace supercargo;

namespace {

AddressSnapshot home()
{
  return {
      QStringLiteral("王小明"), QStringLiteral("13812341234"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文一路 1 号"), {}};
}

MergeFacts order(const QString& number, const AddressSnapshot& to = home())
{
  MergeFacts facts;
  facts.number = number;
  facts.waits = facts.paid = true;
  facts.recipient = to;
  return facts;
}

ReviewFacts plainOrder()
{
  ReviewFacts facts;
  facts.status = OrderStatus::ToShip;
  facts.payment = PaymentStatus::Paid;
  facts.total = facts.paid = Money(1000, Currency());
  facts.recipient = home();
  return facts;
}

} // namespace

class ParcelPlanTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void sameRecipient_isSeenThroughTheWayItIsWritten()
  {
    AddressSnapshot other = home();
    other.phone = QStringLiteral("+86 138-1234-1234");
    other.street = QStringLiteral("文一路１号");
    other.district.clear();
    other.country.clear();
    QVERIFY(mergeFindings({order(QStringLiteral("1")), order(QStringLiteral("2"), other)}).empty());
  }

  void merge_namesWhatDiffers()
  {
    AddressSnapshot other = home();
    other.phone = QStringLiteral("13900000000");
    other.street = QStringLiteral("文二路 1 号");
    MergeFacts second = order(QStringLiteral("2"), other);
    second.waits = false;
    second.cashOnDelivery = true;
    second.currency = *Currency::of(QStringLiteral("USD"));
    const QString two = QStringLiteral("2");
    const std::vector<MergeFinding> wanted{{MergeObstacle::State, two},
                                           {MergeObstacle::Phone, two},
                                           {MergeObstacle::Address, two},
                                           {MergeObstacle::CashOnDelivery, two},
                                           {MergeObstacle::Currency, two}};
    QCOMPARE(mergeFindings({order(QStringLiteral("1")), second}), wanted);
    AddressSnapshot hidden = home();
    hidden.phone = QStringLiteral("138****1234");
    QCOMPARE(mergeFindings({order(QStringLiteral("1"), hidden), order(two, hidden)}).front().obstacle,
             MergeObstacle::Masked);
    QCOMPARE(mergeFindings({order(two)}).front().obstacle, MergeObstacle::TooFew);
  }

  void split_acceptsExactlyThePartitions()
  {
    QRandomGenerator dice(7);
    for (int round = 0; round < 300; ++round) {
      std::vector<qint64> quantities(1 + dice.bounded(4));
      std::vector<ParcelPieces> parcels(2 + dice.bounded(3));
      for (size_t line = 0; line < quantities.size(); ++line) {
        quantities[line] = 1 + dice.bounded(5);
        for (qint64 piece = 0; piece < quantities[line]; ++piece)
          parcels[dice.bounded(quint32(parcels.size()))].push_back({qint64(line), 1});
      }
      for (ParcelPieces& parcel : parcels)
        parcel = sortedPieces(std::move(parcel));
      std::erase_if(parcels, [](const ParcelPieces& parcel) { return parcel.empty(); });
      if (parcels.size() < 2) {
        QCOMPARE(splitFault(quantities, parcels), SplitFault::TooFewParcels);
        continue;
      }
      QVERIFY(!splitFault(quantities, parcels));
      // One piece more or less anywhere is no partition any more.
      ParcelPieces& some = parcels[dice.bounded(quint32(parcels.size()))];
      ParcelPiece& piece = some[dice.bounded(quint32(some.size()))];
      ++piece.quantity;
      QCOMPARE(splitFault(quantities, parcels), SplitFault::TooMany);
      piece.quantity -= 2;
      QCOMPARE(splitFault(quantities, parcels), piece.quantity == 0 ? SplitFault::NoPieces : SplitFault::TooFew);
    }
    QCOMPARE(splitFault({1}, {{{0, 1}}, {}}), SplitFault::EmptyParcel);
    QCOMPARE(splitFault({1}, {{{0, 1}}, {{1, 1}}}), SplitFault::NoSuchLine);
  }

  void review_findsNothingInAPlainOrder() { QVERIFY(reviewFindings(plainOrder()).empty()); }

  void review_saysEachReasonOnce()
  {
    ReviewFacts facts = plainOrder();
    facts.status = OrderStatus::OnHold;
    facts.payment = PaymentStatus::Unpaid;
    facts.buyerNote = QStringLiteral("after six, please");
    facts.recipient.phone.clear();
    facts.recipient.street = QStringLiteral("文一路**号");
    facts.refundUnderWay = true;
    facts.total = Money(120'000, Currency());
    facts.usual = Money(1000, Currency());
    facts.shortOf = QStringList{QStringLiteral("TEA")};
    facts.neighbours = {{OrderId(2), QStringLiteral("B"), true, facts.placedAt + std::chrono::hours(2)},
                        {OrderId(3), QStringLiteral("C"), true, facts.placedAt + std::chrono::hours(200)}};
    QStringList names;
    for (const ReviewFinding& finding : reviewFindings(facts))
      names << reviewReasonName(finding.reason) + finding.subject;
    const QStringList wanted{QStringLiteral("on_hold"),
                             QStringLiteral("unpaid"),
                             QStringLiteral("buyer_note"),
                             QStringLiteral("address_incomplete"),
                             QStringLiteral("address_masked"),
                             QStringLiteral("refund_under_way"),
                             QStringLiteral("unusual_amount"),
                             QStringLiteral("stock_shortTEA"),
                             QStringLiteral("merge_candidateB"),
                             QStringLiteral("merge_candidateC"),
                             QStringLiteral("possible_duplicateB")};
    QCOMPARE(names, wanted);
    facts.cashOnDelivery = true;
    QVERIFY(std::ranges::none_of(reviewFindings(facts),
                                 [](const ReviewFinding& f) { return f.reason == ReviewReason::Unpaid; }));
  }
};

SC_TEST(ParcelPlanTest)
#include "parcelplan_test.moc"
