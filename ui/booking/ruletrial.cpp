#include "ui/booking/ruletrial.h"

#include "core/base/deliver.h"
#include "core/outbox/shipping.h"
#include "core/store/orders.h"
#include "ui/booking/rulewords.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace supercargo {
namespace {

constexpr int kHeaviest = 1'000'000; ///< grams

/// nullopt: no order has this number.
Result<std::optional<ShippingPlan>> planOfNumber(Connection& c, const QString& number, std::optional<qint64> grams)
{
  OrderQuery query;
  query.filter.texts = {number};
  SC_TRY_ASSIGN(rows, orderRows(c, query));
  const auto row = std::ranges::find(rows, number, &OrderRow::number);
  if (row == rows.end())
    return std::nullopt;
  SC_TRY_ASSIGN(plan, planShipment(c, row->id, grams));
  return std::optional(std::move(plan));
}

QString planText(const ShippingPlan& plan, bool isWeighed)
{
  QStringList lines;
  if (!isWeighed && plan.weightGrams)
    lines << RuleTrial::tr("Its articles weigh %1.").arg(gramsText(*plan.weightGrams));
  for (const RuleVerdict& verdict : plan.verdicts)
    lines
        << QStringLiteral("%1 %2: %3").arg(QString(verdict.matches ? u'✓' : u'–'), verdict.name, verdictText(verdict));
  if (!plan.booking)
    lines << RuleTrial::tr("No rule carries it; it waits until a person books it.");
  else if (plan.booking->weightGrams == 0)
    lines << RuleTrial::tr("Its weight is not known: say it when you book.");
  else if (plan.waitedBefore)
    lines << RuleTrial::tr("It waited before the rule began to book by itself or its shop was connected, so it is "
                           "booked when you say so.");
  else
    lines << (plan.automatic ? RuleTrial::tr("It is booked by itself as soon as it may be shipped.")
                             : RuleTrial::tr("It is booked when you say so."));
  return lines.join(u'\n');
}

} // namespace

RuleTrial::RuleTrial(Database& db, QWidget* parent)
    : QWidget(parent), m_db(db), m_number(new QLineEdit), m_weight(new QSpinBox), m_try(new QPushButton(tr("Try it"))),
      m_result(new QLabel)
{
  auto* head = new QLabel(tr("Try the rules on an order"));
  setRole(head, "section");
  m_number->setPlaceholderText(tr("Order number"));
  m_number->setAccessibleName(m_number->placeholderText());
  m_weight->setRange(0, kHeaviest);
  m_weight->setSuffix(QStringLiteral(" g"));
  m_weight->setSpecialValueText(tr("not weighed"));
  m_weight->setAccessibleName(tr("Weight of the parcel"));
  m_try->setAutoDefault(false);
  m_result->setTextFormat(Qt::PlainText);
  m_result->setWordWrap(true);
  m_result->hide();
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins({});
  grid->setSpacing(px(Size::Space2));
  grid->addWidget(head, 0, 0, 1, 3);
  grid->addWidget(m_number, 1, 0);
  grid->addWidget(m_weight, 1, 1);
  grid->addWidget(m_try, 1, 2);
  grid->addWidget(m_result, 2, 0, 1, 3);
  grid->setColumnStretch(0, 1);
  connect(m_try, &QPushButton::clicked, this, &RuleTrial::tryIt);
}

std::vector<QWidget*> RuleTrial::stops() const
{
  return {m_number, m_weight, m_try};
}

/// Enter here tries; it is not the dialog's Enter.
void RuleTrial::keyPressEvent(QKeyEvent* event)
{
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return tryIt();
  QWidget::keyPressEvent(event);
}

void RuleTrial::tryIt()
{
  const QString number = m_number->text().trimmed();
  const auto grams = m_weight->value() > 0 ? std::optional<qint64>(m_weight->value()) : std::nullopt;
  const auto say = [this](const QString& text, bool isTrouble) {
    setRole(m_result, isTrouble ? "error" : "");
    m_result->setText(text);
    m_result->show();
  };
  if (number.isEmpty())
    return say(tr("Write the number of an order."), true);
  deliver(m_db.read([number, grams](Connection& c) { return planOfNumber(c, number, grams); }), this,
          [number, say, isWeighed = grams.has_value()](const Result<std::optional<ShippingPlan>>& plan) {
            if (!plan)
              return say(errorSentence(plan.error().kind).what, true);
            if (!*plan)
              return say(tr("No order has the number %1.").arg(number), true);
            say(planText(**plan, isWeighed), false);
          });
}

} // namespace supercargo
