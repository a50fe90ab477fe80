#pragma once

#include "core/outbox/recipient.h"
#include "core/sync/accountlink.h"

namespace supercargo {

/// Asks an order's shop for its receiver in clear, call after call, for the one call that books the parcel. The answer
/// lives in memory only: the flight recorder keeps that the shop was asked, not what it said. Lives in the sync thread.
class RecipientQuestion {
public:
  using Told = std::function<void(const Result<AddressSnapshot>&)>;

  /// `shop` is the way to the source's account, which must outlive the question; nullptr: there is none now.
  RecipientQuestion(AccountLink* shop, Database& database, RecipientSource source);
  ~RecipientQuestion();
  Q_DISABLE_COPY_MOVE(RecipientQuestion)

  /// `told` is called once and may end the question. Invalid when the shop cannot be asked at all.
  void ask(Told told);
  AccountId shop() const { return m_source.shop; }

private:
  void send(HttpRequest request);
  void answered(CallEnd end);
  void tell(const Result<AddressSnapshot>& answer);

  AccountLink* m_shop;
  Database& m_database;
  RecipientSource m_source;
  Told m_told;
  RecipientStep m_step; ///< what the answers have said so far
  std::optional<AccountLink::Ticket> m_asking;
};

} // namespace supercargo
