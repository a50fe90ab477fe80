#include "ui/inventory/linksdialog.h"

#include "core/base/deliver.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

namespace supercargo {
namespace {

constexpr int kMostProposals = 200;
const QString kOwner = QStringLiteral("owner");

QString reasonWord(const QString& reason)
{
  if (reason == QLatin1String("barcode"))
    return LinksDialog::tr("same bar code");
  if (reason == QLatin1String("sku"))
    return LinksDialog::tr("similar SKU");
  if (reason == QLatin1String("title"))
    return LinksDialog::tr("similar title");
  if (reason == QLatin1String("options"))
    return LinksDialog::tr("same options");
  if (reason == QLatin1String("price"))
    return LinksDialog::tr("similar price");
  return reason;
}

void addRow(QTableWidget* table, const QStringList& cells, const QString& tip = {})
{
  const int row = table->rowCount();
  table->insertRow(row);
  for (int column = 0; column < cells.size(); ++column) {
    auto* item = new QTableWidgetItem(cells[column]);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(tip.isEmpty() ? cells[column] : tip);
    table->setItem(row, column, item);
  }
}

} // namespace

LinksDialog::LinksDialog(const PageContext& context, const QString& article, QWidget* parent)
    : ShortDialog(tr("Products of several shops"), QString(), parent), m_context(context), m_shop(new QComboBox),
      m_sku(new QLineEdit), m_article(new QLineEdit(article)), m_accept(new QPushButton(tr("Link"))),
      m_unlink(new QPushButton(tr("Unlink"))), m_byHand(new QPushButton(tr("Link"))),
      m_byBarcode(addButton(tr("Link all with the same bar code")))
{
  resize(px(Size::Palette) + px(Size::Details), px(Size::Palette) + px(Size::Details) / 2);
  const auto addBelow = [this](QPushButton* button) {
    button->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(button);
    body()->addLayout(line);
  };
  m_proposalsTitle = addText(QString(), "section");
  m_proposals = addTable({tr("Title"), tr("Shop"), tr("SKU"), tr("Article"), tr("Why"), tr("Score")},
                         tr("What may be one article"));
  addBelow(m_accept);
  m_linksTitle = addText(QString(), "section");
  m_links = addTable({tr("Shop"), tr("SKU"), tr("Article"), tr("Who")}, tr("What is linked"));
  addBelow(m_unlink);
  addText(tr("By hand"), "section");
  auto* line = new QHBoxLayout;
  m_shop->setAccessibleName(tr("Shop"));
  m_sku->setPlaceholderText(tr("SKU in the shop"));
  m_sku->setAccessibleName(m_sku->placeholderText());
  m_article->setPlaceholderText(tr("Article in the warehouse"));
  m_article->setAccessibleName(m_article->placeholderText());
  line->addWidget(m_shop);
  line->addWidget(m_sku, 1);
  line->addWidget(new QLabel(tr("is")));
  line->addWidget(m_article, 1);
  m_byHand->setAutoDefault(false);
  m_byHand->setAccessibleName(tr("Link by hand"));
  line->addWidget(m_byHand);
  body()->addLayout(line);
  for (QTableWidget* table : {m_proposals, m_links})
    connect(table, &QTableWidget::itemSelectionChanged, this, &LinksDialog::check);
  for (QLineEdit* edit : {m_sku, m_article})
    connect(edit, &QLineEdit::textChanged, this, &LinksDialog::check);
  connect(m_accept, &QPushButton::clicked, this,
          [this] { take(m_reading.proposals[std::size_t(m_proposals->currentRow())]); });
  connect(m_unlink, &QPushButton::clicked, this, [this] {
    const ArticleLink link = m_reading.links[std::size_t(m_links->currentRow())];
    change([link](Connection& c, Instant now, ChangeSet& changes) {
      return unlinkArticle(c, {kOwner}, link.account, link.sku, now, changes);
    });
  });
  connect(m_byHand, &QPushButton::clicked, this, [this] {
    const AccountId account(m_shop->currentData().toLongLong());
    change([account, sku = m_sku->text().trimmed(), to = m_article->text().trimmed()](Connection& c, Instant now,
                                                                                      ChangeSet& changes) {
      return linkArticle(c, {kOwner}, account, sku, to, QStringLiteral("by hand"), now, changes);
    });
  });
  connect(m_byBarcode, &QPushButton::clicked, this, [this] {
    change([](Connection& c, Instant now, ChangeSet& changes) -> Result<void> {
      SC_TRY(linkByBarcode(c, {kOwner}, now, changes));
      return {};
    });
  });
  read();
}

void LinksDialog::read()
{
  const auto all = [](Connection& c) -> Result<Reading> {
    SC_TRY_ASSIGN(accounts, accountRows(c));
    SC_TRY_ASSIGN(proposals, linkProposals(c, kMostProposals));
    SC_TRY_ASSIGN(links, articleLinks(c));
    return Reading{std::move(accounts), std::move(proposals), std::move(links)};
  };
  deliver(m_context.db.read(all), this, [this](const Result<Reading>& reading) {
    reading ? show(*reading) : say(errorSentence(reading.error().kind).what);
  });
}

QString LinksDialog::shopName(AccountId account) const
{
  const auto found = std::ranges::find(m_reading.accounts, account, &AccountRow::id);
  return found == m_reading.accounts.end() ? QString::number(account.value()) : found->name;
}

void LinksDialog::show(const Reading& reading)
{
  m_reading = reading;
  const QVariant shop = m_shop->currentData();
  m_shop->clear();
  for (const AccountRow& account : m_reading.accounts)
    m_shop->addItem(account.name, account.id.value());
  m_shop->setCurrentIndex(std::max(0, m_shop->findData(shop)));
  m_proposals->setRowCount(0);
  for (const LinkProposal& p : m_reading.proposals) {
    QStringList reasons;
    for (const QString& reason : p.reasons)
      reasons << reasonWord(reason);
    addRow(m_proposals,
           {p.title, shopName(p.account), p.sku, p.article, reasons.join(QStringLiteral(", ")), numberText(p.score)},
           tr("“%1” may be “%2”").arg(p.title, p.articleTitle));
  }
  m_links->setRowCount(0);
  for (const ArticleLink& link : m_reading.links)
    addRow(m_links, {shopName(link.account), link.sku, link.article, link.actor});
  m_proposalsTitle->setText(m_reading.proposals.empty()
                                ? tr("Nothing looks like one article under two names.")
                                : tr("%n pair(s) may be one article", nullptr, int(m_reading.proposals.size())));
  m_linksTitle->setText(m_reading.links.empty() ? tr("Nothing is linked: a SKU is the article of the same name.")
                                                : tr("%n SKU(s) are linked", nullptr, int(m_reading.links.size())));
  m_proposals->setVisible(!m_reading.proposals.empty());
  m_accept->setVisible(!m_reading.proposals.empty());
  m_links->setVisible(!m_reading.links.empty());
  m_unlink->setVisible(!m_reading.links.empty());
  check();
}

void LinksDialog::take(const LinkProposal& proposal)
{
  change([proposal](Connection& c, Instant now, ChangeSet& changes) {
    return linkArticle(c, {kOwner}, proposal.account, proposal.sku, proposal.article, proposal.reasons.join(u' '), now,
                       changes);
  });
}

void LinksDialog::change(const LinkChange& what)
{
  const auto write = [what, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return what(c, now, changes);
  };
  deliver(m_context.db.write(write), this, [this](const Result<void>& done) {
    say(done ? QString() : errorSentence(done.error().kind).what);
    read();
  });
}

void LinksDialog::check()
{
  m_accept->setEnabled(m_proposals->currentRow() >= 0);
  m_unlink->setEnabled(m_links->currentRow() >= 0);
  m_byHand->setEnabled(m_shop->count() > 0 && !m_sku->text().trimmed().isEmpty() &&
                       !m_article->text().trimmed().isEmpty());
  m_byBarcode->setEnabled(
      std::ranges::any_of(m_reading.proposals, [](const LinkProposal& p) { return p.score >= 100; }));
}

} // namespace supercargo
