#pragma once

#include "core/labels/packing.h"
#include "ui/packing/scansound.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QDialog>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace supercargo {

class TableView;

/// Scan-to-pack. A scanner is a fast keyboard that ends with Enter: first it reads an order or waybill, then piece
/// after piece. What does not belong into the box is refused with a sound and in words; the last piece closes the box,
/// marks the order packed and prints. A weight with its unit, as scales type it, is that of the parcel. Whatever has
/// the focus, what is typed goes to the scan field.
class PackDialog : public QDialog {
  Q_OBJECT
public:
  explicit PackDialog(const PageContext& context, QWidget* parent = nullptr, PlayScanSound play = playScanSound);

  /// As if this was scanned.
  void scan(const QString& code);
  const std::optional<PackingOrder>& order() const { return m_order; }
  /// Closes; asks first while an order is half packed.
  void reject() override;

Q_SIGNALS:
  void refused(const QString& sentence); ///< with a sound
  void packed(supercargo::OrderId order);

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  struct PackRow {
    qint64 id = 0;
    PackingLine line;
  };

  void build();
  void openOrder(const QString& code);
  void takeOrder(const PackingOrder& order);
  void takePiece(const QString& code);
  bool takeWeight(const QString& text);
  void takeBackPiece();
  void startOver();
  /// Does it; asks first when that forgets pieces scanned.
  void ifNothingIsLost(const std::function<void()>& then);
  void finish();
  void afterPacked(const PackingOrder& order);
  void accepted(const QString& sentence);
  void refuse(const QString& sentence);
  QString refusalText(const Error& error) const;
  static QString aboutText(const PackingOrder& order);
  void showOrder();
  void showLines();
  void retranslate();
  std::vector<Column<PackRow>> columns() const;

  PageContext m_context;
  PlayScanSound m_play;
  std::optional<PackingOrder> m_order;
  std::shared_ptr<std::vector<PackRow>> m_rows;
  std::optional<PackingOrder> m_packed; ///< the order before
  std::optional<size_t> m_last;         ///< the line of the last piece
  bool m_isReading = false, m_isSaving = false;
  QStringList m_waiting; ///< scanned while an order was being read
  RowModel<PackRow>* m_model;
  TableView* m_table;
  QLabel *m_title, *m_about, *m_message, *m_messageIcon, *m_count;
  QFrame* m_strip;
  QLineEdit* m_field;
  QProgressBar* m_progress;
  QCheckBox *m_label, *m_slip;
  QPushButton *m_back, *m_over, *m_close;
};

} // namespace supercargo
