#include "core/stock/articles.h"

#include <QSet>

namespace supercargo {
namespace {

/// A word that more variants than these share tells nothing.
constexpr qsizetype kMostSharers = 40;
constexpr int kLeastScore = 45, kCertain = 100;

struct Offer {
  AccountId account;
  QString sku, title, options, barcode;
  std::optional<Money> price;
  QSet<QString> words;
};

/// Letters and digits alone, of one case: "AB-01 x" and "ab01X" are the same.
QString bare(const QString& text)
{
  QString kept;
  for (const QChar sign : text)
    if (sign.isLetterOrNumber())
      kept += sign.toCaseFolded();
  return kept;
}

/// Words of a title; Chinese is cut into pairs of characters.
QSet<QString> wordsOf(const QString& title)
{
  QSet<QString> words;
  QString word;
  QChar before;
  const auto end = [&] {
    if (word.size() > 1)
      words.insert(word);
    word.clear();
  };
  for (const QChar sign : title) {
    const bool isHan = sign.script() == QChar::Script_Han;
    if (isHan) {
      end();
      if (!before.isNull())
        words.insert(QString(before) + sign);
      before = sign;
      continue;
    }
    before = QChar();
    if (sign.isLetterOrNumber())
      word += sign.toCaseFolded();
    else
      end();
  }
  end();
  return words;
}

/// GTIN-8, -12, -13, -14 with a right check digit (GS1 General Specifications, 7.9): nobody types one by chance.
bool isGtin(const QString& code)
{
  if (code.size() != 8 && code.size() != 12 && code.size() != 13 && code.size() != 14)
    return false;
  int sum = 0;
  for (qsizetype i = 0; i < code.size(); ++i) {
    if (code[i] < u'0' || code[i] > u'9')
      return false;
    sum += (code[i].unicode() - u'0') * ((code.size() - i) % 2 == 0 ? 3 : 1);
  }
  return sum % 10 == 0 && code.count(u'0') < code.size();
}

Result<std::vector<Offer>> offers(Connection& c)
{
  return c.rows(
      QStringLiteral(
          "SELECT v.account_id, v.sku, p.title, v.options, v.barcode, v.price_minor, v.currency "
          "FROM variants v JOIN products p ON p.id = v.product_id WHERE v.sku <> '' AND v.gone_at IS NULL "
          "AND NOT EXISTS (SELECT 1 FROM article_links k WHERE k.account_id = v.account_id AND k.sku = v.sku) "
          "ORDER BY v.id"),
      {}, [](const Row& row) {
        Offer o{row.id<AccountId>(0), row.text(1), row.text(2), row.text(3), row.text(4).trimmed(), {}, {}};
        if (!row.isNull(5))
          o.price = Money(row.integer(5), Currency::of(row.text(6)).value_or(Currency()));
        o.words = wordsOf(o.title + u' ' + o.options);
        return o;
      });
}

int similarity(const QSet<QString>& a, const QSet<QString>& b)
{
  if (a.isEmpty() || b.isEmpty())
    return 0;
  const qsizetype common = QSet<QString>(a).intersect(b).size();
  return int(100 * common / (a.size() + b.size() - common));
}

/// How likely both are the same article, and why.
LinkProposal compared(const Offer& offer, const Offer& other)
{
  LinkProposal p{offer.account, offer.sku, offer.title, other.sku, other.title, 0, {}};
  const int words = similarity(offer.words, other.words);
  if (!offer.barcode.isEmpty() && offer.barcode == other.barcode) {
    p.score += isGtin(offer.barcode) ? 90 : 60;
    p.reasons << QStringLiteral("barcode");
  }
  if (bare(offer.sku) == bare(other.sku)) {
    p.score += 50;
    p.reasons << QStringLiteral("sku");
  }
  if (words >= 50) {
    p.score += words / 2;
    p.reasons << QStringLiteral("title");
  }
  if (!offer.options.isEmpty() && bare(offer.options) == bare(other.options)) {
    p.score += 10;
    p.reasons << QStringLiteral("options");
  }
  if (offer.price && other.price && offer.price == other.price) {
    p.score += 5;
    p.reasons << QStringLiteral("price");
  }
  p.score = std::min(p.score, kCertain - 1);
  return p;
}

/// Which offers may be worth comparing: under a common barcode, bare SKU or rare word.
class Candidates {
public:
  explicit Candidates(const std::vector<Offer>& offers)
  {
    for (qsizetype i = 0; i < qsizetype(offers.size()); ++i)
      for (const QString& key : keysOf(offers[size_t(i)]))
        m_places[key].append(i);
  }

  QSet<qsizetype> of(const Offer& offer) const
  {
    QSet<qsizetype> found;
    for (const QString& key : keysOf(offer)) {
      const QList<qsizetype>& places = m_places[key];
      if (places.size() <= kMostSharers)
        found += QSet<qsizetype>(places.begin(), places.end());
    }
    return found;
  }

  /// Articles that have this barcode; more than one other makes it no proof.
  QSet<QString> skusOf(const QString& barcode, const std::vector<Offer>& offers) const
  {
    QSet<QString> skus;
    for (const qsizetype place : m_places.value(u'b' + barcode))
      skus.insert(offers[size_t(place)].sku);
    return skus;
  }

private:
  static QStringList keysOf(const Offer& offer)
  {
    QStringList keys{u's' + bare(offer.sku)};
    if (!offer.barcode.isEmpty())
      keys << u'b' + offer.barcode;
    for (const QString& word : offer.words)
      keys << u'w' + word;
    return keys;
  }
  mutable QHash<QString, QList<qsizetype>> m_places;
};

} // namespace

Result<std::vector<LinkProposal>> linkProposals(Connection& c, int limit)
{
  SC_TRY_ASSIGN(all, offers(c));
  QHash<QString, QSet<qint64>> shops; // of each SKU
  for (const Offer& offer : all)
    shops[offer.sku].insert(offer.account.value());
  const Candidates candidates(all);
  std::vector<LinkProposal> proposals;
  QSet<QString> seen;
  for (qsizetype i = 0; i < qsizetype(all.size()); ++i) {
    const Offer& offer = all[size_t(i)];
    if (shops[offer.sku].size() > 1 || seen.contains(offer.sku))
      continue; // the same SKU in several shops is one article already
    seen.insert(offer.sku);
    LinkProposal best;
    for (const qsizetype place : candidates.of(offer)) {
      const Offer& other = all[size_t(place)];
      // Of two names the older one stays the article's, so that a pair is proposed once.
      if (other.account == offer.account || other.sku == offer.sku || (place > i && shops[other.sku].size() == 1))
        continue;
      LinkProposal proposal = compared(offer, other);
      if (isGtin(offer.barcode) && offer.barcode == other.barcode && candidates.skusOf(offer.barcode, all).size() == 2)
        proposal.score = kCertain;
      if (proposal.score > best.score || (proposal.score == best.score && proposal.article < best.article))
        best = proposal;
    }
    if (best.score >= kLeastScore)
      proposals.push_back(best);
  }
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const LinkProposal& a, const LinkProposal& b) { return a.score > b.score; });
  if (limit > 0 && proposals.size() > size_t(limit))
    proposals.resize(size_t(limit));
  return proposals;
}

Result<std::vector<ArticleLink>> linkByBarcode(Connection& c, const StockWorker& worker, Instant now,
                                               ChangeSet& changes)
{
  return c.transaction([&]() -> Result<std::vector<ArticleLink>> {
    SC_TRY_ASSIGN(proposals, linkProposals(c));
    std::vector<ArticleLink> links;
    for (const LinkProposal& proposal : proposals) {
      if (proposal.score < kCertain)
        break;
      SC_TRY(linkArticle(c, worker, proposal.account, proposal.sku, proposal.article, QStringLiteral("barcode"), now,
                         changes));
      links.push_back({proposal.account, proposal.sku, proposal.article, QStringLiteral("barcode"), worker.name, now});
    }
    return links;
  });
}

} // namespace supercargo
