#include "ui/overview/feedlist.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/flowstrip.h"
#include "ui/overview/freshnesspanel.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/shortstock.h"
#include "ui/theme/icon.h"

#include <QScrollArea>
#include <QStackedWidget>

namespace supercargo {
namespace {

QLabel* label(const char* role, QWidget* parent)
{
  auto* made = new QLabel(parent);
  setRole(made, role);
  return made;
}

} // namespace

QWidget* OverviewPage::makeEmpty()
{
  auto* page = new QWidget(m_stack);
  auto* icon = new QLabel(page);
  icon->setPixmap(iconPixmap(QStringLiteral("store"), px(Size::IconLarge), Ink::TextMuted, devicePixelRatioF()));
  icon->setAlignment(Qt::AlignCenter);
  m_emptyTitle = label("title", page);
  m_emptyText = label("muted", page);
  m_connect = new QPushButton(page);
  m_connect->setObjectName(QStringLiteral("connectFirst"));
  setRole(m_connect, "primary");
  connect(m_connect, &QPushButton::clicked, this, [this] { m_context.actions.showWizard(); });
  auto* column = new QVBoxLayout(page);
  column->setSpacing(px(Size::Space3));
  column->addStretch(2);
  for (QLabel* text : {icon, m_emptyTitle, m_emptyText}) {
    text->setAlignment(Qt::AlignCenter);
    column->addWidget(text);
  }
  column->addWidget(m_connect, 0, Qt::AlignHCenter);
  column->addStretch(3);
  return page;
}

QWidget* OverviewPage::makeCard(QLabel*& title, QWidget* content)
{
  auto* card = new QFrame;
  setRole(card, "card");
  title = label("strong", card);
  title->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space2));
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(px(Size::Border), px(Size::Border), px(Size::Border), px(Size::Space2));
  column->setSpacing(0);
  column->addWidget(title);
  column->addWidget(content, 1);
  return card;
}

QWidget* OverviewPage::makeFull()
{
  auto* page = new QWidget;
  m_asOf = label("small", page);
  m_sync = new QPushButton(page);
  m_sync->setIcon(themedIcon(QStringLiteral("refresh-cw")));
  connect(m_sync, &QPushButton::clicked, this, [this] { m_context.engine.syncOnce({}, {}, false); });
  auto* head = new QHBoxLayout;
  head->setSpacing(px(Size::Space3));
  head->addStretch(1);
  head->addWidget(m_asOf);
  head->addWidget(m_sync);

  m_errorBox = new QFrame(page);
  setRole(m_errorBox, "banner");
  m_errorLabel = new QLabel(m_errorBox);
  m_errorLabel->setWordWrap(true);
  m_retry = new QPushButton(m_errorBox);
  connect(m_retry, &QPushButton::clicked, this, &OverviewPage::refresh);
  auto* errorRow = new QHBoxLayout(m_errorBox);
  errorRow->addWidget(m_errorLabel, 1);
  errorRow->addWidget(m_retry);
  m_errorBox->hide();
  m_aheadBox = new QFrame(page);
  setRole(m_aheadBox, "banner");
  m_ahead = new QLabel(m_aheadBox);
  m_ahead->setWordWrap(true);
  m_aheadLook = new QPushButton(m_aheadBox);
  connect(m_aheadLook, &QPushButton::clicked, this,
          [this] { m_context.actions.showPage(QStringLiteral("connections")); });
  auto* aheadRow = new QHBoxLayout(m_aheadBox);
  aheadRow->addWidget(m_ahead, 1);
  aheadRow->addWidget(m_aheadLook);
  m_aheadBox->hide();

  m_flow = new FlowStrip(page);
  connect(m_flow, &FlowStrip::stageChosen, this,
          [this](FlowStage stage) { m_context.actions.showOrders(QStringLiteral("stage:") + flowStageName(stage)); });

  m_todayTitle = label("title", page);
  m_todayNote = label("small", page);
  auto* todayHead = new QHBoxLayout;
  todayHead->addWidget(m_todayTitle);
  todayHead->addStretch(1);
  todayHead->addWidget(m_todayNote);
  auto* cards = new QHBoxLayout;
  cards->setSpacing(px(Size::Space2));
  for (size_t i = 0; i < 6; ++i) {
    m_cards.push_back(new FigureCard(page));
    connect(m_cards.back(), &FigureCard::chosen, this, [this, i] { openRows(i); });
    cards->addWidget(m_cards.back(), 1);
  }

  m_feed = new FeedList(m_context.clock);
  connect(m_feed, &FeedList::orderChosen, this, [this](OrderId order) { m_context.actions.showOrder(order); });
  m_quiet = label("muted", page);
  m_quiet->setAlignment(Qt::AlignCenter);
  auto* feedBox = new QStackedWidget;
  feedBox->addWidget(m_feed);
  feedBox->addWidget(m_quiet);
  m_freshness = new FreshnessPanel;
  auto* freshScroll = new QScrollArea;
  freshScroll->setWidgetResizable(true);
  freshScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  freshScroll->setWidget(m_freshness);
  auto* panels = new QHBoxLayout;
  panels->setSpacing(px(Size::Space2));
  panels->addWidget(makeCard(m_feedTitle, feedBox), 2);
  m_short = new ShortStock;
  connect(m_short, &ShortStock::chosen, this, [this](const QString& sku) {
    m_context.actions.showPage(sku.isEmpty() ? QStringLiteral("inventory:alerts")
                                             : QStringLiteral("inventory:sku:") + sku);
  });
  m_shortCard = makeCard(m_shortTitle, m_short);
  m_shortCard->hide();
  auto* right = new QVBoxLayout;
  right->setSpacing(px(Size::Space2));
  right->addWidget(m_shortCard);
  right->addWidget(makeCard(m_freshTitle, freshScroll), 1);
  panels->addLayout(right, 1);

  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addLayout(head);
  column->addWidget(m_errorBox);
  column->addWidget(m_aheadBox);
  column->addWidget(m_flow);
  column->addLayout(todayHead);
  column->addLayout(cards);
  column->addLayout(panels, 1);
  return page;
}

} // namespace supercargo
