#include "ui/text/timelinewords.h"

#include "ui/text/bookingfaults.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace supercargo {
namespace {

/// "yto YT1"
QString withCourierNamed(const QString& text)
{
  const qsizetype end = text.indexOf(u' ');
  return end > 0 ? courierText(text.left(end)) + text.mid(end) : text;
}

/// "YT1 in_transit: what the courier wrote"
QString withStateWorded(const QString& text)
{
  const qsizetype begin = text.indexOf(u' ') + 1, colon = text.indexOf(u':', begin);
  const qsizetype end = colon < 0 ? text.size() : colon;
  const auto status = begin > 0 ? parcelStatusNamed(QStringView(text).mid(begin, end - begin)) : std::nullopt;
  return status ? text.left(begin) + statusWord(*status).word + text.mid(end) : text;
}

/// "book_parcel: what the courier wrote", "book_parcel, by Anna"
QString withDeedWorded(const QString& text)
{
  static const QRegularExpression form(QStringLiteral("^(\\w+)(: |, by )(.*)$"),
                                       QRegularExpression::DotMatchesEverythingOption);
  const auto match = form.match(text);
  if (!match.hasMatch())
    return text;
  const QString deed = deedWord(match.captured(1));
  return match.capturedView(2) == u": " ? deed + QStringLiteral(": ") + match.captured(3)
                                        : QCoreApplication::translate("text", "%1, by %2").arg(deed, match.captured(3));
}

/// "book_parcel: happened SF1, says Anna"
QString withSettlementWorded(const QString& text)
{
  static const QRegularExpression form(QStringLiteral("^(\\w+): (happened|did not happen)(?: (.*))?, says (.*)$"));
  const auto match = form.match(text);
  if (!match.hasMatch())
    return text;
  QString deed = deedWord(match.captured(1));
  if (!match.capturedView(3).isEmpty())
    deed += u' ' + match.captured(3);
  return (match.capturedView(2) == u"happened" ? QCoreApplication::translate("text", "%1: it happened, says %2")
                                               : QCoreApplication::translate("text", "%1: it did not happen, says %2"))
      .arg(deed, match.captured(4));
}

/// "the rule (no_weight): the same in English"
QString withFaultWorded(const QString& text)
{
  static const QRegularExpression name(QStringLiteral(" \\((\\w+)\\): "));
  for (auto found = name.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    const auto fault = bookingFaultNamed(match.capturedView(1));
    if (fault && fault != BookingFault::Other)
      return text.left(match.capturedStart()) + QStringLiteral(": ") + bookingFaultText(*fault);
  }
  return text;
}

} // namespace

QString timelineText(const QString& kind, const QString& text)
{
  if (kind == u"booked" || kind == u"told_shop")
    return withCourierNamed(text);
  if (kind == u"parcel" || kind == u"delivered" || kind == u"returned")
    return withStateWorded(text);
  if (kind == u"action_failed" || kind == u"needs_person" || kind == u"asked_again")
    return withDeedWorded(text);
  if (kind == u"settled")
    return withSettlementWorded(text);
  if (kind == u"not_booked")
    return withFaultWorded(text);
  return text;
}

} // namespace supercargo
