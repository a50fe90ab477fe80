#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"
#include "core/stock/articles.h"
#include "core/store/articleweights.h"

namespace supercargo::cli {
namespace {

QJsonObject linkJson(const ArticleLink& link)
{
  return {{QStringLiteral("account"), link.account.value()},
          {QStringLiteral("sku"), link.sku},
          {QStringLiteral("article"), link.article},
          {QStringLiteral("reason"), link.reason},
          {QStringLiteral("actor"), link.actor},
          {QStringLiteral("at"), toIso(link.at)}};
}

void printLinks(Session& session, const std::vector<ArticleLink>& links)
{
  printRows(
      session, links, 0,
      {QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "SKU"),
       QCoreApplication::translate("cli", "Article"), QCoreApplication::translate("cli", "Reason"),
       QCoreApplication::translate("cli", "Who")},
      linkJson, [](const ArticleLink& link) {
        return QStringList{QString::number(link.account.value()), link.sku, link.article, link.reason, link.actor};
      });
}

Outcome<Exit> link(Session& session)
{
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  if (session.has(QStringLiteral("--by-barcode"))) {
    SC_TRY_ASSIGN(links, linkByBarcode(*connection, ownWorker(), systemNow(), changes));
    printLinks(session, links);
    return Exit::Done;
  }
  if (session.arguments().operands.size() != 3)
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("ACCOUNT SKU ARTICLE")));
  SC_TRY_ASSIGN(account, session.existingAccount(session.operand(0)));
  const QString reason = session.value(QStringLiteral("--reason"));
  SC_TRY(linkArticle(*connection, ownWorker(), account, session.operand(1), session.operand(2),
                     reason.isEmpty() ? QStringLiteral("by hand") : reason, systemNow(), changes));
  SC_TRY_ASSIGN(links, articleLinks(*connection));
  std::erase_if(links, [&](const ArticleLink& one) { return one.account != account || one.sku != session.operand(1); });
  printLinks(session, links);
  return Exit::Done;
}

Outcome<Exit> unlink(Session& session)
{
  SC_TRY_ASSIGN(account, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(unlinkArticle(*connection, ownWorker(), account, session.operand(1), systemNow(), changes));
  SC_TRY_ASSIGN(article, articleOf(*connection, account, session.operand(1)));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("account"), account.value()},
                          {QStringLiteral("sku"), session.operand(1)},
                          {QStringLiteral("article"), article}});
  else
    print(QCoreApplication::translate("cli", "%1 is the article %2 now.").arg(session.operand(1), article));
  return Exit::Done;
}

Outcome<Exit> links(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, articleLinks(*connection));
  printLinks(session, rows);
  return Exit::Done;
}

Outcome<Exit> proposals(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, linkProposals(*connection, limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "SKU"),
       QCoreApplication::translate("cli", "Title"), QCoreApplication::translate("cli", "Article"),
       QCoreApplication::translate("cli", "Its title"), QCoreApplication::translate("cli", ">Score"),
       QCoreApplication::translate("cli", "Reasons")},
      [](const LinkProposal& p) {
        return QJsonObject{{QStringLiteral("account"), p.account.value()},
                           {QStringLiteral("sku"), p.sku},
                           {QStringLiteral("title"), p.title},
                           {QStringLiteral("article"), p.article},
                           {QStringLiteral("article_title"), p.articleTitle},
                           {QStringLiteral("score"), p.score},
                           {QStringLiteral("reasons"), QJsonArray::fromStringList(p.reasons)}};
      },
      [](const LinkProposal& p) {
        return QStringList{QString::number(p.account.value()),
                           p.sku,
                           p.title,
                           p.article,
                           p.articleTitle,
                           QString::number(p.score),
                           p.reasons.join(u' ')};
      });
  return Exit::Done;
}

Outcome<Exit> bundle(Session& session)
{
  const QString sku = session.operand(0);
  std::vector<ArticlePart> parts;
  for (const QString& text : session.arguments().values(QStringLiteral("--part"))) {
    const qsizetype at = text.lastIndexOf(u'=');
    SC_TRY_ASSIGN(quantity, session.integer(at > 0 ? text.mid(at + 1) : QStringLiteral("1"), QStringLiteral("--part")));
    parts.push_back({at > 0 ? text.left(at) : text, quantity});
  }
  const bool changes = !parts.empty() || session.has(QStringLiteral("--dissolve"));
  SC_TRY_ASSIGN(connection, changes ? session.writer() : session.reader());
  ChangeSet changeSet;
  if (changes)
    SC_TRY(defineBundle(*connection, ownWorker(), sku, parts, systemNow(), changeSet));
  SC_TRY_ASSIGN(now, bundleParts(*connection, sku));
  SC_TRY_ASSIGN(available, availableBundles(*connection, sku, {}));
  if (session.isJson()) {
    QJsonArray list;
    for (const ArticlePart& part : now)
      list += QJsonObject{{QStringLiteral("sku"), part.sku}, {QStringLiteral("quantity"), part.quantity}};
    printJson(QJsonObject{{QStringLiteral("sku"), sku},
                          {QStringLiteral("parts"), list},
                          {QStringLiteral("available"), jsonOrNull(available)}});
    return Exit::Done;
  }
  Table table({QCoreApplication::translate("cli", "Part"), QCoreApplication::translate("cli", ">Pieces")});
  for (const ArticlePart& part : now)
    table.add({part.sku, QString::number(part.quantity)});
  table.print();
  return Exit::Done;
}

Outcome<Exit> cost(Session& session)
{
  const QString sku = session.operand(0), amount = session.value(QStringLiteral("--set"));
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(connection, amount.isEmpty() ? session.reader() : session.writer());
  if (!amount.isEmpty()) {
    const auto money = Money::parse(amount, workspace->info().currency);
    if (!money)
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no amount").arg(amount), QStringLiteral("--set"));
    Instant from = systemNow();
    if (const QString text = session.value(QStringLiteral("--from")); !text.isEmpty()) {
      const auto told = parseIso(text);
      if (!told)
        return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no instant").arg(text), QStringLiteral("--from"),
                        QStringLiteral("2026-11-11T00:00:00Z"));
      from = *told;
    }
    SC_TRY(
        setCost(*connection, ownWorker(), sku, *money, from, session.value(QStringLiteral("--reason")), systemNow()));
  }
  SC_TRY_ASSIGN(rows, costHistory(*connection, sku));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", "From"), QCoreApplication::translate("cli", ">Cost"),
       QCoreApplication::translate("cli", "Reason"), QCoreApplication::translate("cli", "Who")},
      [](const ArticleCost& step) {
        return QJsonObject{{QStringLiteral("from"), toIso(step.from)},
                           {QStringLiteral("cost"), toJson(step.cost)},
                           {QStringLiteral("reason"), step.reason},
                           {QStringLiteral("actor"), step.actor}};
      },
      [&](const ArticleCost& step) {
        return QStringList{timeText(step.from, session.zone()), moneyText(step.cost), step.reason, step.actor};
      });
  return Exit::Done;
}

/// Sets it first, when that is asked for.
Outcome<Exit> weight(Session& session)
{
  const QString sku = session.operand(0), set = QStringLiteral("--set"), forget = QStringLiteral("--forget");
  if (session.has(set) && session.has(forget))
    return wrongUse(QCoreApplication::translate("cli", "%1 and %2 exclude each other").arg(set, forget), forget);
  std::optional<qint64> told;
  if (session.has(set)) {
    SC_TRY_ASSIGN(grams, session.integer(session.value(set), set));
    told = grams;
  }
  const bool changes = told || session.has(forget);
  SC_TRY_ASSIGN(connection, changes ? session.writer() : session.reader());
  ChangeSet changeSet;
  if (changes)
    SC_TRY(setWeight(*connection, ownWorker(), sku, told, systemNow(), changeSet));
  SC_TRY_ASSIGN(said, saidWeight(*connection, sku));
  SC_TRY_ASSIGN(grams, articleWeight(*connection, sku));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("sku"), sku},
                          {QStringLiteral("weight_grams"), jsonOrNull(grams)},
                          {QStringLiteral("of_parts"), grams && !said}});
  else if (!grams)
    say(QCoreApplication::translate("cli", "What %1 weighs is not known.").arg(sku));
  else
    print(QString::number(*grams));
  return Exit::Done;
}

Outcome<Exit> weights(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, articleWeights(*connection));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", "SKU"), QCoreApplication::translate("cli", ">Grams"),
       QCoreApplication::translate("cli", "Since"), QCoreApplication::translate("cli", "Who")},
      [](const ArticleWeight& one) {
        return QJsonObject{{QStringLiteral("sku"), one.sku},
                           {QStringLiteral("weight_grams"), one.grams},
                           {QStringLiteral("actor"), one.actor},
                           {QStringLiteral("at"), toIso(one.at)}};
      },
      [&](const ArticleWeight& one) {
        return QStringList{one.sku, QString::number(one.grams), timeText(one.at, session.zone()), one.actor};
      });
  return Exit::Done;
}

Option reasonOption()
{
  return {QStringLiteral("--reason"), QStringLiteral("TEXT"),
          QCoreApplication::translate("cli", "why; kept beside it")};
}

} // namespace

std::vector<Command> articleCommands()
{
  return {
      {QStringLiteral("products link"),
       QStringLiteral("[ACCOUNT SKU ARTICLE]"),
       0,
       3,
       QCoreApplication::translate("cli", "say which article of the warehouse a shop's SKU is"),
       {{QStringLiteral("--by-barcode"),
         {},
         QCoreApplication::translate("cli", "link all SKUs whose barcode only one other article has")},
        reasonOption()},
       link},
      {QStringLiteral("products unlink"),
       QStringLiteral("ACCOUNT SKU"),
       2,
       2,
       QCoreApplication::translate("cli", "take a link away, or part two things that share a SKU"),
       {},
       unlink},
      {QStringLiteral("products links"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the links between shops' SKUs and articles"),
       {},
       links},
      {QStringLiteral("products proposals"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list SKUs that may be one article, with the reasons"),
       {limitOption()},
       proposals},
      {QStringLiteral("products bundle"),
       QStringLiteral("SKU"),
       1,
       1,
       QCoreApplication::translate("cli", "show or set what a bundle is made of"),
       {{QStringLiteral("--part"), QStringLiteral("SKU=N"),
         QCoreApplication::translate("cli", "a part and how many; may be given many times")},
        {QStringLiteral("--dissolve"), {}, QCoreApplication::translate("cli", "it is no bundle any more")}},
       bundle},
      {QStringLiteral("products cost"),
       QStringLiteral("SKU"),
       1,
       1,
       QCoreApplication::translate("cli", "show the history of an article's cost, or set it"),
       {{QStringLiteral("--set"), QStringLiteral("AMOUNT"), QCoreApplication::translate("cli", "what a piece costs")},
        {QStringLiteral("--from"), QStringLiteral("INSTANT"),
         QCoreApplication::translate("cli", "since when (now); lines sold since then without a cost get it")},
        reasonOption()},
       cost},
      {QStringLiteral("products weight"),
       QStringLiteral("SKU"),
       1,
       1,
       QCoreApplication::translate("cli", "show what a piece of an article weighs, or set it"),
       {{QStringLiteral("--set"), QStringLiteral("GRAMS"), QCoreApplication::translate("cli", "what a piece weighs")},
        {QStringLiteral("--forget"), {}, QCoreApplication::translate("cli", "it is not known any more")}},
       weight},
      {QStringLiteral("products weights"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the articles whose weight was set"),
       {},
       weights},
  };
}

} // namespace supercargo::cli
