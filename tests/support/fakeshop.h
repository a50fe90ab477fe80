#pragma once

#include "core/http/client.h"
#include "core/providers/provider.h"
#include "core/sync/timing.h"

#include <QMutex>

#include <deque>
#include <memory>

/// A provider that exists only in tests: its own protocol, and a wire on which every answer is scripted.
namespace supercargo::test {

/// "GET /orders?page=1&size=100&from=…&to=…" -> {"orders":[…],"next":"2","total":7,"cursor":"…"}; by id: "ids=a,b".
/// Status 4xx with {"error":"clock"} and the like names the ErrorKind. Header X-Signature "bad" fails verification.
/// Actions: a note is POST /note, a parcel POST /parcel and a refund POST /refund, both asked about by GET; before an
/// order is shipped by POST /ship it is read, {"shipped":true} being what an earlier try has done.
/// The receiver of an order is GET /recipient, {"name", "phone", "street"} or {"refused"}; customers' shops do not
/// tell. GET /check proves the credentials. With `Session`, POST /login comes first; with `Customers`, there is a
/// second stream, read by "GET /customers". `Products` has one stream alone, {"products":[{"id"}],"gone":["id"]} beside
/// empty orders, asked by id in twos; `ProductList` the same, without a filter by time and without ids.
enum class Fake { Plain, Session, Customers, Products, ProductList };
const Provider& fakeProvider(Fake kind = Fake::Plain);
const Provider* fakeProviderNamed(QStringView id);

/// One order of that protocol.
QByteArray fakeOrder(const char* id, const char* updatedAt, const char* status = "paid");
/// A page of them; `next` empty: the last one.
QByteArray fakePage(const QByteArrayList& orders, const QByteArray& next = {}, int total = -1);

/// A page of products; "?" is one that nobody understands.
QByteArray fakeProducts(const QByteArrayList& ids, const QByteArray& next = {}, int total = -1);

/// The other end of the wire. Answers in the order queued; with nothing queued it answers an error, so that a request
/// too many is seen. May be used from any thread.
class FakeShop {
public:
  void answer(const QByteArray& body, int status = 200, std::vector<Header> headers = {});
  void answerError(ErrorKind kind, bool unsent = false); ///< `unsent`: before the request had left
  void stayQuiet();                                      ///< the next request gets no answer at all
  /// Every answer bears this clock's time as its Date.
  void setClock(Clock clock) { m_clock = std::move(clock); }

  std::vector<HttpRequest> requests() const;
  HttpRequest lastRequest() const;
  bool hasAnswersLeft() const;
  void forget(); ///< requests and answers alike

  std::function<std::unique_ptr<Transport>()> transport();
  Result<std::optional<HttpResponse>> exchange(const HttpRequest& request);

private:
  struct Scripted {
    std::optional<HttpResponse> answer;
    std::optional<Error> error;
  };
  mutable QMutex m_mutex;
  std::deque<Scripted> m_answers;
  std::vector<HttpRequest> m_requests;
  Clock m_clock;
};

/// A clock that stands still until somebody waits: then it jumps to the end of the wait.
class JumpingTime {
public:
  explicit JumpingTime(Instant now) : m_state(std::make_shared<State>()) { m_state->now = now; }
  Clock clock() const;
  Timing timing() const;
  void advance(std::chrono::milliseconds by) const;
  std::vector<std::chrono::milliseconds> waits() const;

private:
  struct State {
    QMutex mutex;
    Instant now;
    std::vector<std::chrono::milliseconds> waits;
  };
  std::shared_ptr<State> m_state;
};

} // namespace supercargo::test
