#pragma once

#include "core/outbox/bulkbooking.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace supercargo {

class StateView;
class TableView;

/// Books parcels for many orders: by the shipping rules or with one courier, whose prices may be asked first. Shows
/// before what would become of each order, with the choice as it stands, then how far it is, how fast and how long it
/// takes, keeps each order's own result with its reason, and prints the labels of what is booked. Closing it stops
/// nothing: what was asked goes on in the outbox.
class BulkBookingDialog : public QDialog {
  Q_OBJECT
public:
  BulkBookingDialog(const PageContext& context, std::vector<OrderId> orders, QWidget* parent = nullptr);
  /// Chooses what a booking of this account was asked with.
  void fill(AccountId courier, const BookParcel& parcel);

  bool isOver() const;
  const std::vector<BulkBooking>& bookings() const { return *m_bookings; }

Q_SIGNALS:
  void finished(int booked, int failed); ///< every order has its result

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void follow();
  void readChoices();
  void editSenders();
  void editRules();
  BulkChoice choice() const;
  QString choiceFault() const; ///< why it cannot begin; empty: it can
  void previewSoon();
  void followSoon();
  void preview();
  void previewFrom(size_t first);
  void takePreview(size_t first, std::vector<BulkBooking> rows);
  QString outlookFault() const; ///< why nothing would be booked; empty: something would, or it is not known yet
  void showOutlook();
  void showRows();
  void begin();
  void bookNext();
  void refresh();
  void take(std::vector<BulkBooking> states);
  void cancelRest();
  void retryFailed();
  void printLabels();
  void askPrices();
  void readPrices(ActionId action);
  void showRates(const OutboxEntry& entry);
  void showProgress();
  void showControls();
  void say(const QString& sentence, bool isTrouble);
  void retranslate();
  std::vector<Column<BulkBooking>> columns() const;

  PageContext m_context;
  std::vector<OrderId> m_orders;
  std::shared_ptr<std::vector<BulkBooking>> m_bookings; ///< one an order, in their order; foretold until its turn
  QSet<qint64> m_queued;                                ///< shipments whose labels were sent to the print queue
  size_t m_next = 0;                                    ///< the first order that was not asked for yet
  bool m_begun = false, m_stopped = false, m_told = false;
  bool m_isWriting = false;  ///< some are being put into the outbox
  bool m_isLooking = false;  ///< a preview is being read
  bool m_isForetold = false; ///< all of them, with this choice
  bool m_isStale = false;    ///< something has changed while it was read
  QString m_barred;          ///< what the note says of why nothing can be booked
  int m_token = 0;           ///< of the preview that counts
  Instant m_began{};
  std::optional<ActionId> m_asked; ///< for prices
  QVariant m_courierWanted;        ///< to be chosen once the accounts are read
  std::optional<AddressSnapshot> m_senderWanted;
  QTimer m_refresh, m_previewing;
  RowModel<BulkBooking>* m_model;
  TableView* m_table;
  StateView* m_states;
  QLabel *m_title, *m_accountLabel, *m_serviceLabel, *m_senderLabel, *m_weightLabel, *m_sizeLabel, *m_note, *m_pace;
  QRadioButton *m_byRules, *m_byCourier;
  QComboBox *m_account, *m_service, *m_sender;
  QSpinBox* m_weight;
  QLineEdit* m_size;
  QCheckBox* m_print;
  QProgressBar* m_progress;
  QPushButton *m_prices, *m_rules, *m_senders, *m_start, *m_stop, *m_retry, *m_labels, *m_close;
};

} // namespace supercargo
