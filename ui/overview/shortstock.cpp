#include "ui/overview/shortstock.h"

#include "ui/text/alertwords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

ShortStock::ShortStock(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
  m_column->setContentsMargins(px(Size::Space4), 0, px(Size::Space4), px(Size::Space2));
  m_column->setSpacing(px(Size::Space1));
}

void ShortStock::setAlerts(std::vector<StockAlert> alerts, qint64 all)
{
  const auto look = [](const StockAlert& a) { return std::tuple(a.id, a.kind, a.facts, a.lostPerDay); };
  if (all == m_all && std::ranges::equal(alerts, m_alerts, {}, look, look))
    return; // the focus stays where it is
  m_alerts = std::move(alerts);
  m_all = all;
  fill();
}

void ShortStock::fill()
{
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto addLine = [this](const QString& text, const QString& sku) {
    auto* line = new QPushButton(text);
    setRole(line, "link");
    connect(
        line, &QPushButton::clicked, this, [this, sku] { Q_EMIT chosen(sku); }, Qt::QueuedConnection);
    m_column->addWidget(line, 0, Qt::AlignLeft);
    return line;
  };
  for (const StockAlert& alert : m_alerts) {
    const StatusWord word = alertWord(alert.kind);
    QPushButton* line =
        addLine(alert.lostPerDay ? tr("%1: %2, %3 a day").arg(alert.sku, word.word, moneyText(*alert.lostPerDay))
                                 : tr("%1: %2").arg(alert.sku, word.word),
                alert.sku);
    line->setIcon(themedIcon(word.icon, toneInk(word.tone)));
    line->setToolTip(QStringList{alert.title, alertSentence(alert), healingSentence(alert)}.join(u'\n').trimmed());
  }
  addLine(tr("All %n alert(s)", nullptr, int(m_all)), QString());
}

void ShortStock::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    fill();
  QWidget::changeEvent(event);
}

} // namespace supercargo
