#include "ui/shipments/tariffsdialog.h"

#include "core/base/deliver.h"
#include "core/domain/courier.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kHeaviestChoice = 100'000, kKilogram = 1000, kNumericFrom = 2, kNumericTo = 4;

QDate today(const Clock& clock, const WorkspaceInfo& workspace)
{
  const QTimeZone zone(workspace.timeZone.toLatin1());
  return QDateTime::fromMSecsSinceEpoch(toMs(clock()), zone.isValid() ? zone : QTimeZone::utc()).date();
}

} // namespace

TariffsDialog::TariffsDialog(const PageContext& context, QWidget* parent)
    : QDialog(parent), m_db(context.db), m_clock(context.clock), m_currency(context.workspace.currency),
      m_table(new QTableWidget(0, 6)), m_courier(new QComboBox),
      m_from(new QDateEdit(today(context.clock, context.workspace))), m_regions(new QLineEdit),
      m_firstPrice(new QLineEdit), m_stepPrice(new QLineEdit), m_minimum(new QLineEdit), m_firstGrams(new QSpinBox),
      m_stepGrams(new QSpinBox), m_fault(new QLabel), m_add(new QPushButton(tr("Add"))),
      m_remove(new QPushButton(tr("Remove"))), m_close(new QPushButton(tr("Close")))
{
  build();
  for (QLineEdit* price : {m_firstPrice, m_stepPrice, m_minimum})
    connect(price, &QLineEdit::textChanged, this, &TariffsDialog::check);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &TariffsDialog::check);
  connect(m_add, &QPushButton::clicked, this, &TariffsDialog::add);
  connect(m_remove, &QPushButton::clicked, this, &TariffsDialog::removeChosen);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  check();
  reload();
}

void TariffsDialog::build()
{
  setWindowTitle(tr("Freight tariffs"));
  auto* about =
      new QLabel(tr("What couriers agreed to charge. Bills are compared with it, by the weight of each parcel "
                    "and where it went. A price for a region goes before one for everywhere."));
  about->setWordWrap(true);
  setRole(about, "muted");
  setRole(m_fault, "error");
  setRole(m_add, "primary");
  m_fault->setWordWrap(true);
  setHeadings(*m_table, {tr("Courier"), tr("From"), tr("First weight"), tr("Each step"), tr("Minimum"), tr("Regions")},
              {kNumericFrom, kNumericFrom + 1, kNumericTo});
  m_table->setAccessibleName(tr("Freight tariffs"));
  dressPlainTable(*m_table, m_table->columnCount() - 1);
  for (const Courier& courier : couriers())
    m_courier->addItem(courierText(courier.code), courier.code);
  for (QSpinBox* weight : {m_firstGrams, m_stepGrams}) {
    weight->setRange(1, kHeaviestChoice);
    weight->setValue(kKilogram);
    weight->setSuffix(QStringLiteral(" g"));
  }
  m_regions->setPlaceholderText(tr("everywhere; or provinces and country codes: 新疆 西藏"));
  auto* form = new QFormLayout;
  const auto row = [form](const QString& title, QWidget* field) {
    field->setAccessibleName(title);
    form->addRow(title, field);
  };
  row(tr("Courier"), m_courier);
  row(tr("Valid from"), m_from);
  row(tr("Regions"), m_regions);
  row(tr("First weight"), m_firstGrams);
  row(tr("Its price, %1").arg(m_currency.code()), m_firstPrice);
  row(tr("Each further weight"), m_stepGrams);
  row(tr("Price of each, %1").arg(m_currency.code()), m_stepPrice);
  row(tr("Least price, %1").arg(m_currency.code()), m_minimum);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_remove);
  buttons->addStretch(1);
  buttons->addWidget(m_add);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(about);
  m_states = new StateView(m_table);
  column->addWidget(m_states, 1);
  column->addLayout(form);
  column->addWidget(m_fault);
  column->addLayout(buttons);
  resize(px(Size::Details) * 2, px(Size::Details) * 2);
}

void TariffsDialog::reload()
{
  deliver(m_db.read([](Connection& c) { return freightTariffs(c); }), this,
          [this](const Result<std::vector<FreightTariff>>& tariffs) {
            if (!tariffs)
              return m_fault->setText(errorSentence(tariffs.error().kind).what);
            list(*tariffs);
          });
}

void TariffsDialog::list(const std::vector<FreightTariff>& tariffs)
{
  m_tariffs = tariffs;
  m_table->setRowCount(int(tariffs.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const FreightTariff& tariff = tariffs[size_t(row)];
    const auto part = [](qint64 grams, Money price) { return tr("%1 g: %2").arg(numberText(grams), moneyText(price)); };
    const QStringList cells{courierText(tariff.courier),
                            tariff.validFrom.toString(Qt::ISODate),
                            part(tariff.firstGrams, tariff.first),
                            part(tariff.stepGrams, tariff.step),
                            moneyText(tariff.minimum),
                            tariff.regions.isEmpty() ? tr("everywhere") : tariff.regions.join(u' ')};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      if (column >= kNumericFrom && column <= kNumericTo)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  if (tariffs.empty())
    m_states->showEmpty(QStringLiteral("truck"), tr("There are no tariffs yet: add the first one below."));
  else
    m_states->showContent();
  check();
}

std::optional<FreightTariff> TariffsDialog::typed() const
{
  static const QRegularExpression kBetween(QStringLiteral("[\\s,，、;；]+"));
  const auto price = [this](const QLineEdit* field) {
    const QString text = field->text().trimmed();
    return text.isEmpty() ? Result<Money>(Money(0, m_currency)) : Money::parse(text, m_currency);
  };
  const auto first = price(m_firstPrice), step = price(m_stepPrice), minimum = price(m_minimum);
  if (!first || !step || !minimum)
    return std::nullopt;
  FreightTariff tariff{0,
                       m_courier->currentData().toString(),
                       m_from->date(),
                       m_regions->text().split(kBetween, Qt::SkipEmptyParts),
                       m_firstGrams->value(),
                       m_stepGrams->value(),
                       *first,
                       *step,
                       *minimum};
  return checkTariff(tariff) ? std::optional(tariff) : std::nullopt;
}

void TariffsDialog::check()
{
  const bool isTyped = !m_firstPrice->text().trimmed().isEmpty();
  m_fault->setText(isTyped && !typed() ? tr("Write prices like 3.50.") : QString());
  m_add->setEnabled(isTyped && typed());
  m_remove->setEnabled(m_table->selectionModel()->hasSelection());
}

void TariffsDialog::add()
{
  if (const auto tariff = typed())
    store([tariff = *tariff](Connection& c, ChangeSet& changes) -> Result<void> {
      SC_TRY(saveFreightTariff(c, tariff, changes));
      return {};
    });
}

void TariffsDialog::removeChosen()
{
  const int row = m_table->currentRow();
  if (row >= 0 && size_t(row) < m_tariffs.size())
    store([id = m_tariffs[size_t(row)].id](Connection& c, ChangeSet& changes) {
      return deleteFreightTariff(c, id, changes);
    });
}

void TariffsDialog::store(std::function<Result<void>(Connection&, ChangeSet&)> change)
{
  deliver(m_db.write(std::move(change)), this, [this](const Result<void>& stored) {
    if (!stored)
      return m_fault->setText(errorSentence(stored.error().kind).what);
    reload();
  });
}

} // namespace supercargo
