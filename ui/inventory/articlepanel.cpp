#include "ui/inventory/articlepanel.h"

#include "core/store/articleweights.h"
#include "ui/inventory/stockwords.h"
#include "ui/inventory/whatifview.h"
#include "ui/pictures/pictureview.h"
#include "ui/tables/pill.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kMovements = 100;

} // namespace

Result<ArticleFacts> articleFacts(Connection& c, const StockListRow& row, const QTimeZone& zone, Instant now)
{
  ArticleFacts facts{row, {}, {}, {}};
  SC_TRY_ASSIGN(movements, stockHistory(c, row.sku, kMovements));
  for (StockMovement& movement : movements)
    if (movement.warehouse == row.warehouse)
      facts.movements.push_back(std::move(movement));
  ReplenishmentOptions options;
  options.skus = {row.sku};
  options.warehouse = row.warehouse;
  options.dueOnly = false;
  SC_TRY_ASSIGN(run, replenishment(c, zone, options, now));
  if (!run.rows.empty())
    facts.proposal = run.rows.front();
  SC_TRY_ASSIGN(grams, articleWeight(c, row.sku));
  facts.grams = grams;
  return facts;
}

ArticlePanel::ArticlePanel(const QTimeZone& zone, Clock clock, Thumbnails& pictures, QWidget* parent)
    : QScrollArea(parent), m_zone(zone), m_clock(std::move(clock)), m_pictures(pictures)
{
  setWidgetResizable(true);
  setFrameShape(NoFrame);
  setMinimumWidth(px(Size::Sidebar));
  clear();
}

void ArticlePanel::show(const ArticleFacts& facts)
{
  m_facts = facts;
  refresh();
}

void ArticlePanel::clear()
{
  m_facts.reset();
  refresh();
}

void ArticlePanel::refresh()
{
  setAccessibleName(tr("Article details"));
  auto* content = new QWidget;
  m_layout = new QVBoxLayout(content);
  m_layout->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  m_layout->setSpacing(px(Size::Space1));
  if (m_facts) {
    addHead();
    addFigures();
    addProposal();
    addLedger();
  } else {
    addText(tr("Choose an article to see its figures and its ledger."), "muted");
  }
  m_layout->addStretch();
  setWidget(content);
}

void ArticlePanel::addHead()
{
  const StockListRow& row = m_facts->row;
  auto* head = new QHBoxLayout;
  head->setSpacing(px(Size::Space3));
  if (!row.picture.isEmpty())
    head->addWidget(new PictureView(m_pictures, row.picture, 2 * px(Size::Control) + px(Size::Space2)), 0,
                    Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(px(Size::Space1));
  head->addLayout(words, 1);
  m_layout->addLayout(head);
  std::swap(m_layout, words); // the words stand beside the picture
  addText(row.title.isEmpty() ? row.sku : row.title, "title");
  addText(QStringList{row.sku, warehouseWord(row.warehouse)}.join(QStringLiteral("  ·  ")), "small");
  if (row.alert) {
    const StatusWord word = alertWord(*row.alert);
    auto* line = new QHBoxLayout;
    auto* pill = new Pill;
    pill->set(word.word, word.icon, word.tone);
    line->addWidget(pill);
    line->addStretch();
    m_layout->addLayout(line);
  }
  m_layout->addStretch();
  std::swap(m_layout, words);
}

void ArticlePanel::addFigures()
{
  const StockListRow& row = m_facts->row;
  addSection(tr("Stock"));
  addPair(tr("On hand"), numberText(row.onHand));
  addPair(tr("Reserved"), numberText(row.reserved));
  if (row.blocked != 0)
    addPair(tr("Blocked"), numberText(row.blocked));
  addPair(tr("Available"), numberText(row.available()), true);
  addPair(tr("Incoming"), numberText(row.incoming));
  if (row.inTransfer != 0)
    addPair(tr("In transfer"), numberText(row.inTransfer));
  addPair(tr("Weight of a piece"), m_facts->grams ? gramsText(*m_facts->grams) : tr("not known"));
  if (!row.known)
    addText(tr("Nobody has said how many there are. Count or adjust it to begin."), "small");
}

void ArticlePanel::addProposal()
{
  const auto& proposal = m_facts->proposal;
  addSection(tr("Replenishment"));
  if (!proposal)
    return addText(tr("Nothing is suggested for stock that nobody has counted."), "small");
  const Suggestion& s = proposal->suggestion;
  const ReplenishmentTerms& t = proposal->terms;
  addPair(tr("Order now"), s.quantity > 0 ? numberText(s.quantity) : tr("nothing"), true);
  if (proposal->cost)
    addPair(tr("Cost"), moneyText(*proposal->cost));
  addPair(tr("Demand a day"), tr("%1 ± %2").arg(decimalText(t.demand.perDay, 2), decimalText(t.demand.deviation, 2)));
  addText(
      tr("By %1; %2 of %3 days in stock.")
          .arg(forecastMethodWord(proposal->forecast), numberText(proposal->daysInStock), numberText(proposal->days)),
      "small");
  addPair(tr("Lead time, days"), tr("%1 ± %2").arg(decimalText(t.lead.days), decimalText(t.lead.deviation)));
  addText(tr("It is %1.").arg(leadSourceWord(t.lead.source)), "small");
  addPair(tr("Safety stock"), decimalText(s.safetyStock));
  addPair(tr("Reorder point"), decimalText(s.reorderPoint));
  addPair(tr("Projected stock"), numberText(t.projected()));
  addPair(tr("Days of cover"), s.daysOfCover ? decimalText(*s.daysOfCover) : QStringLiteral("–"));
  if (!s.isDue && s.dueInDays)
    addText(tr("To be ordered in %1 days.").arg(decimalText(*s.dueInDays)), "small");
  m_layout->addSpacing(px(Size::Space3));
  auto* whatIf = new WhatIfView;
  whatIf->show(t, proposal->policy, proposal->unitCost);
  m_layout->addWidget(whatIf);
}

void ArticlePanel::addLedger()
{
  addSection(tr("Ledger"));
  if (m_facts->movements.empty())
    return addText(tr("Nothing has moved yet."), "small");
  QSet<qint64> undone; // what takes a movement back is newer, so it is among those that are shown
  for (const StockMovement& movement : m_facts->movements)
    if (movement.undoes)
      undone.insert(*movement.undoes);
  for (const StockMovement& movement : m_facts->movements)
    addMovement(movement, undone.contains(movement.id));
}

void ArticlePanel::addMovement(const StockMovement& movement, bool isUndone)
{
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  auto* word = new QLabel(movementWord(movement.kind));
  auto* at = new QLabel(relativeText(movement.at, m_clock(), m_zone));
  at->setToolTip(dateTimeText(movement.at, m_zone));
  setRole(at, "small");
  line->addWidget(word);
  line->addWidget(new QLabel(movementChanges(movement)), 1);
  if (movement.order) {
    auto* order = new QPushButton(tr("Order"));
    setRole(order, "link");
    order->setAccessibleName(tr("Show the order of this movement"));
    connect(order, &QPushButton::clicked, this, [this, id = *movement.order] { Q_EMIT orderRequested(id); });
    line->addWidget(order);
  } else if (isTakenBackByHand(movement) && !isUndone) {
    auto* undo = new QPushButton(tr("Undo…"));
    setRole(undo, "link");
    undo->setAccessibleName(tr("Take this movement back"));
    connect(undo, &QPushButton::clicked, this, [this, movement] { Q_EMIT undoRequested(movement); });
    line->addWidget(undo);
  }
  line->addWidget(at);
  m_layout->addLayout(line);
  QStringList more{movement.reason, movement.source, movement.lot, movement.actor};
  more.removeAll(QString());
  if (isUndone)
    more.prepend(tr("taken back"));
  if (!more.isEmpty() && !movement.order)
    addText(more.join(QStringLiteral("  ·  ")), "small");
}

void ArticlePanel::addSection(const QString& title)
{
  m_layout->addSpacing(px(Size::Space3));
  addText(title, "section");
}

void ArticlePanel::addPair(const QString& left, const QString& right, bool strong)
{
  auto* line = new QHBoxLayout;
  auto* name = new QLabel(left);
  auto* value = new QLabel(right);
  value->setAlignment(Qt::AlignRight);
  for (QLabel* label : {name, value})
    if (strong)
      setRole(label, "strong");
  line->addWidget(name, 1);
  line->addWidget(value);
  m_layout->addLayout(line);
}

void ArticlePanel::addText(const QString& text, const char* role)
{
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  setRole(label, role);
  m_layout->addWidget(label);
}

} // namespace supercargo
