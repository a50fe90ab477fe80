#pragma once

#include "core/store/parcelsteps.h"
#include "core/store/shipmentlist.h"
#include "ui/shipments/shipmentcolumns.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace supercargo {

class Pill;

/// All that is known of one parcel.
struct ParcelStory {
  ParcelLine line;
  std::vector<TrackingEvent> events; ///< newest first
  std::vector<ParcelStep> steps;     ///< newest first
};

/// One parcel: its promise and what is expected, its events with the silences between them, what was done about it, and
/// what can be done: chase the courier, note, claim, return, teach a place. GUI thread; it asks, its owner acts.
class ParcelDetails : public QFrame {
  Q_OBJECT
public:
  explicit ParcelDetails(std::shared_ptr<const ShipmentColumnFacts> facts, Currency currency,
                         QWidget* parent = nullptr);

  void show(const ParcelStory& story);
  void clear();
  std::optional<ShipmentId> shipment() const;
  /// What to write to the courier; what a chase copies.
  QString chaseText() const;

Q_SIGNALS:
  void stepTaken(const supercargo::ParcelStep& step); ///< without actor and time
  void stepSettled(qint64 step, std::optional<supercargo::Money> received);
  void orderWanted(supercargo::OrderId order);
  void teachWanted(const QString& text); ///< the courier's text whose place is not known or wrong
  void copied(const QString& sentence);
  void cancelWanted(supercargo::ShipmentId shipment); ///< its booking is to be taken back

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void refresh();
  void addFact(const QString& name, const QString& value);
  void showFacts();
  void showEvents();
  void showSteps();
  QString amountFault(const QString& typed, qint64 least) const;
  void askClaim();
  void askReturn();
  void settleOpen();
  void take(ParcelStepKind kind, const QString& text, std::optional<Money> amount = {});
  QString eventLine(const TrackingEvent& event) const;
  void retranslate();

  std::shared_ptr<const ShipmentColumnFacts> m_facts;
  Currency m_currency;
  std::optional<ParcelStory> m_story;
  QLabel *m_title, *m_odd, *m_empty;
  Pill *m_status, *m_punctuality;
  QWidget* m_content;
  QGridLayout* m_grid;
  QListWidget *m_events, *m_steps;
  QLineEdit* m_note;
  QPushButton *m_addNote, *m_chase, *m_claim, *m_return, *m_settle, *m_teach, *m_order, *m_cancel;
};

} // namespace supercargo
