#pragma once

#include "core/store/freightbills.h"
#include "ui/pages.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace supercargo {

class StateView;

/// What couriers agreed to charge: the prices there are, and a form for one more. Every change is stored at once.
class TariffsDialog : public QDialog {
  Q_OBJECT
public:
  explicit TariffsDialog(const PageContext& context, QWidget* parent = nullptr);

private:
  void build();
  void reload();
  void list(const std::vector<FreightTariff>& tariffs);
  void check();
  void add();
  void removeChosen();
  void store(std::function<Result<void>(Connection&, ChangeSet&)> change);
  /// What the form says; nullopt: a price is none.
  std::optional<FreightTariff> typed() const;

  Database& m_db;
  Clock m_clock;
  Currency m_currency;
  std::vector<FreightTariff> m_tariffs;
  QTableWidget* m_table;
  StateView* m_states = nullptr;
  QComboBox* m_courier;
  QDateEdit* m_from;
  QLineEdit *m_regions, *m_firstPrice, *m_stepPrice, *m_minimum;
  QSpinBox *m_firstGrams, *m_stepGrams;
  QLabel* m_fault;
  QPushButton *m_add, *m_remove, *m_close;
};

} // namespace supercargo
