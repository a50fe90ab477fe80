#pragma once

#include "core/stock/articles.h"
#include "core/store/accounts.h"
#include "ui/inventory/shortdialog.h"
#include "ui/pages.h"

class QComboBox;
class QLineEdit;

namespace supercargo {

/// One article under the names of several shops: what may belong together and why, what is linked, and by hand.
class LinksDialog : public ShortDialog {
  Q_OBJECT
public:
  LinksDialog(const PageContext& context, const QString& article, QWidget* parent = nullptr);

private:
  using LinkChange = std::function<Result<void>(Connection&, Instant, ChangeSet&)>;
  struct Reading {
    std::vector<AccountRow> accounts;
    std::vector<LinkProposal> proposals;
    std::vector<ArticleLink> links;
  };

  void read();
  void show(const Reading& reading);
  QString shopName(AccountId account) const;
  void take(const LinkProposal& proposal);
  void change(const LinkChange& what);
  void check();

  PageContext m_context;
  Reading m_reading;
  QTableWidget *m_proposals, *m_links;
  QLabel *m_proposalsTitle, *m_linksTitle;
  QComboBox* m_shop;
  QLineEdit *m_sku, *m_article;
  QPushButton *m_accept, *m_unlink, *m_byHand, *m_byBarcode;
};

} // namespace supercargo
