#include "ui/inventory/classmatrixview.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

ClassMatrixView::ClassMatrixView(Currency currency, QWidget* parent)
    : QWidget(parent), m_currency(currency), m_title(new QLabel), m_about(new QLabel), m_when(new QLabel)
{
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  setRole(m_title, "title");
  setRole(m_when, "small");
  m_about->setWordWrap(true);
  column->addWidget(m_title);
  column->addWidget(m_about);
  auto* grid = new QGridLayout;
  grid->setSpacing(px(Size::Space2));
  for (int i = 0; i < 4; ++i) {
    m_columns[std::size_t(i)] = new QLabel;
    m_columns[std::size_t(i)]->setAlignment(Qt::AlignCenter);
    grid->addWidget(m_columns[std::size_t(i)], 0, i + 1);
    grid->setColumnStretch(i + 1, 1);
  }
  for (int row = 0; row < 3; ++row) {
    m_rows[std::size_t(row)] = new QLabel;
    setRole(m_rows[std::size_t(row)], "strong");
    grid->addWidget(m_rows[std::size_t(row)], row + 1, 0);
    for (int i = 0; i < 4; ++i) {
      auto* button = new QPushButton;
      setRole(button, "field");
      m_buttons[std::size_t(4 * row + i)] = button;
      grid->addWidget(button, row + 1, i + 1);
      const auto steadiness = i < 3 ? std::optional(SteadinessClass(i)) : std::nullopt;
      connect(button, &QPushButton::clicked, this,
              [this, row, steadiness] { Q_EMIT chosen(ValueClass(row), steadiness); });
    }
  }
  column->addLayout(grid);
  column->addWidget(m_when);
  column->addStretch();
  retranslate();
}

void ClassMatrixView::show(const std::vector<ClassField>& fields, const QString& asOf)
{
  m_fields = fields;
  m_asOf = asOf;
  retranslate();
}

void ClassMatrixView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void ClassMatrixView::retranslate()
{
  m_title->setText(tr("Value and steadiness"));
  m_about->setText(tr("A articles make 80 % of the value sold, B the next 15 %, C the rest. X sells steadily from week "
                      "to week, Y varies, Z is erratic."));
  m_when->setText(m_asOf);
  const std::array names{tr("X"), tr("Y"), tr("Z"), tr("New")};
  for (std::size_t i = 0; i < names.size(); ++i)
    m_columns[i]->setText(names[i]);
  m_columns[3]->setToolTip(tr("Too little history to tell"));
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    m_rows[row]->setText(valueClassName(ValueClass(row)));
    for (std::size_t i = 0; i < 4; ++i) {
      ClassField field;
      for (const ClassField& known : m_fields)
        if (known.value == ValueClass(row) && (i < 3 ? known.steadiness == SteadinessClass(i) : !known.steadiness))
          field = known;
      QPushButton* button = m_buttons[4 * row + i];
      const QString money = moneyText(Money(field.soldMinor, m_currency));
      button->setText(QStringLiteral("%1\n%2").arg(numberText(field.articles), money));
      button->setEnabled(field.articles > 0);
      button->setAccessibleName(tr("%1%2: %3 articles, %4 sold")
                                    .arg(valueClassName(ValueClass(row)), names[i], numberText(field.articles), money));
    }
  }
}

} // namespace supercargo
