#pragma once

#include "core/stock/replenishment.h"
#include "core/stock/stocklist.h"
#include "core/stock/work.h"

#include <QScrollArea>
#include <QTimeZone>

class QVBoxLayout;

namespace supercargo {

class Thumbnails;
class WhatIfView;

/// Everything about the chosen article in one warehouse.
struct ArticleFacts {
  StockListRow row;
  std::vector<StockMovement> movements;     ///< newest first, of this warehouse
  std::optional<ReplenishmentRow> proposal; ///< nullopt: nobody has counted it
  std::optional<qint64> grams;              ///< of a piece; nullopt: not known
};
Result<ArticleFacts> articleFacts(Connection& c, const StockListRow& row, const QTimeZone& zone, Instant now);

/// One article at the right of the list: figures, what to order and why, what another service level would mean, and
/// its ledger.
class ArticlePanel : public QScrollArea {
  Q_OBJECT
public:
  ArticlePanel(const QTimeZone& zone, Clock clock, Thumbnails& pictures, QWidget* parent = nullptr);
  void show(const ArticleFacts& facts);
  void clear();
  void refresh(); ///< the same article after a change of language or theme
  using QScrollArea::show;

Q_SIGNALS:
  void orderRequested(supercargo::OrderId order);
  void undoRequested(const supercargo::StockMovement& movement);

private:
  void addHead();
  void addFigures();
  void addProposal();
  void addLedger();
  void addMovement(const StockMovement& movement, bool isUndone);
  void addSection(const QString& title);
  void addPair(const QString& left, const QString& right, bool strong = false);
  void addText(const QString& text, const char* role = "");

  QTimeZone m_zone;
  Clock m_clock;
  Thumbnails& m_pictures;
  std::optional<ArticleFacts> m_facts;
  QVBoxLayout* m_layout = nullptr;
};

} // namespace supercargo
