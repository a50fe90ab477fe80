#pragma once

#include "core/base/instant.h"
#include "core/base/money.h"
#include "core/domain/snapshot.h"
#include "core/domain/status.h"
#include "core/domain/stream.h"
#include "ui/theme/tokens.h"

#include <QString>
#include <QTimeZone>

/// Values as people read them, in the interface's language: numbers follow QLocale(), which the language sets; words
/// are translated in context "text". GUI thread.
namespace supercargo {

/// "1,234.50" with all digits of the currency, and its sign or code: "¥", "CNY".
QString figureText(Money amount);
QString currencyText(Currency currency);
QString moneyText(Money amount);        ///< both: "¥1,234.50"
QString moneyText(const MoneyBag& bag); ///< "¥1,234.50 + US$3.00"; "–" when empty
QString numberText(qint64 number);
QString gramsText(qint64 grams); ///< "1,200 g"
/// "9,999+" when counting stopped at `limit`.
QString countText(qint64 count, qint64 limit);
/// "12.5 %", one digit; "–" without a value.
QString percentText(std::optional<double> ratio);
/// How a figure changed against an earlier one: "▲ +12.5 %", "▼ −3.0 %", "±0.0 %", from ten times as much on "▲ ×94";
/// "–" without a value.
QString changeText(std::optional<double> ratio);

QString dateText(Instant at, const QTimeZone& zone);
QString dateTimeText(Instant at, const QTimeZone& zone); ///< "2026-03-05 08:12"
QString timeText(Instant at, const QTimeZone& zone);     ///< "08:12"
/// "just now", "5 min ago", "3 h ago", "2 d ago"; older than 30 days the date. A moment ahead is "in 5 min".
QString relativeText(Instant at, Instant now, const QTimeZone& zone);
/// An age without direction: "45 s", "5 min", "3 h", "2 d".
QString ageText(std::chrono::milliseconds age);
/// "as of 08:12", with the date when that is not today.
QString asOfText(Instant at, Instant now, const QTimeZone& zone);
/// "3:05" or "1:02:10".
QString durationText(qint64 seconds);

/// A state as word, icon and tone: colour never says it alone.
struct StatusWord {
  QString word, icon;
  Tone tone = Tone::Neutral;
};
StatusWord statusWord(OrderStatus status);
StatusWord statusWord(PaymentStatus status);
StatusWord statusWord(FulfilmentStatus status);
StatusWord statusWord(AftersaleStatus status);
StatusWord statusWord(ParcelStatus status);
StatusWord statusWord(GatewayPaymentStatus status);
StatusWord stageWord(FlowStage stage);
/// A step of an order's timeline by its kind ("placed"); a kind without a word of its own shows as it is.
StatusWord timelineWord(const QString& kind);
/// What is asked of a provider: "book_parcel" is "Book a parcel".
QString deedWord(const QString& kind);
QString streamWord(Stream stream);

/// What happened, and what the person can do about it.
struct ErrorSentence {
  QString what, todo;
};
ErrorSentence errorSentence(ErrorKind kind);

} // namespace supercargo
