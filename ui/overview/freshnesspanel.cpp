#include "ui/overview/freshnesspanel.h"

#include "core/providers/provider.h"
#include "ui/accounts/freshness.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>

namespace supercargo {

FreshnessPanel::FreshnessPanel(QWidget* parent) : QWidget(parent)
{
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(px(Size::Space4), 0, px(Size::Space4), px(Size::Space3));
  m_column->setSpacing(px(Size::Space3));
}

void FreshnessPanel::setAccounts(std::vector<AccountRow> accounts, std::vector<StreamState> streams, Instant now)
{
  const bool sameCount = accounts.size() == m_accounts.size();
  m_accounts = std::move(accounts);
  m_streams = std::move(streams);
  m_now = now;
  if (!sameCount)
    makeLines();
  refresh();
}

void FreshnessPanel::tick(Instant now)
{
  m_now = now;
  refresh();
}

void FreshnessPanel::makeLines()
{
  m_lines.clear();
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (size_t i = 0; i < m_accounts.size(); ++i) {
    auto* box = new QWidget(this);
    Line line{new QLabel(box), new QLabel(box), new QLabel(box), new QLabel(box)};
    line.times->setWordWrap(true);
    line.name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setRole(line.times, "small");
    setRole(line.state, "small");
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(px(Size::Space2));
    grid->setVerticalSpacing(px(Size::Space1));
    grid->addWidget(line.icon, 0, 0);
    grid->addWidget(line.name, 0, 1);
    grid->addWidget(line.state, 0, 2);
    grid->addWidget(line.times, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    m_column->addWidget(box);
    m_lines.push_back(line);
  }
  m_column->addStretch(1);
}

void FreshnessPanel::refresh()
{
  for (size_t i = 0; i < m_lines.size(); ++i) {
    const AccountRow& account = m_accounts[i];
    const Line& line = m_lines[i];
    const Freshness whole = freshnessOf(account, m_streams, m_now);
    QStringList times;
    for (const StreamState& stream : m_streams) {
      if (stream.account != account.id)
        continue;
      const QString when = stream.lastOkAt ? agoText(*stream.lastOkAt, m_now) : freshnessText(FreshnessState::Never);
      // A line may break between streams, never within one.
      times += tr("%1 %2").arg(streamWord(stream.stream), when).replace(u' ', QChar::Nbsp);
    }
    line.icon->setPixmap(iconPixmap(freshnessIcon(whole.state), px(Size::Icon), toneInk(freshnessTone(whole.state)),
                                    devicePixelRatioF()));
    line.name->setText(account.name);
    line.name->setToolTip(account.name);
    line.state->setText(freshnessText(whole.state));
    const Tone tone = freshnessTone(whole.state);
    setTone(line.state, tone == Tone::Success ? Tone::Neutral : tone); // words have colour where something is wrong
    line.times->setText(times.isEmpty() ? tr("Not read yet") : times.join(QStringLiteral(" · ")));
  }
}

void FreshnessPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
    refresh();
  QWidget::changeEvent(event);
}

} // namespace supercargo
