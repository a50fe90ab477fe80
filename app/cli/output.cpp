#include "app/cli/output.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace supercargo::cli {
namespace {

void write(FILE* file, QByteArray bytes)
{
  std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
}

bool isWide(char32_t c)
{
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
         (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

/// Text from outside must not drive the terminal: control characters become blanks.
QString harmless(const QString& text)
{
  QString clean = text;
  for (QChar& c : clean)
    if (c.category() == QChar::Other_Control)
      c = u' ';
  return clean;
}

QString sentence(ErrorKind kind)
{
  switch (kind) {
  case ErrorKind::Network:
    return QCoreApplication::translate("cli", "The provider cannot be reached.");
  case ErrorKind::Timeout:
    return QCoreApplication::translate("cli", "The provider did not answer in time.");
  case ErrorKind::RateLimited:
    return QCoreApplication::translate("cli", "The provider asks us to slow down.");
  case ErrorKind::Auth:
    return QCoreApplication::translate("cli", "The provider does not accept the credentials.");
  case ErrorKind::Config:
    return QCoreApplication::translate("cli", "The account is not set up correctly.");
  case ErrorKind::Clock:
    return QCoreApplication::translate("cli", "The provider refused our time stamp; check this computer's clock.");
  case ErrorKind::TooLarge:
    return QCoreApplication::translate("cli", "The provider found the request too large.");
  case ErrorKind::Rejected:
    return QCoreApplication::translate("cli", "The request was refused.");
  case ErrorKind::ProviderDown:
    return QCoreApplication::translate("cli", "The provider has trouble of its own; try later.");
  case ErrorKind::BadResponse:
    return QCoreApplication::translate("cli", "The provider's answer is not what its protocol promises.");
  case ErrorKind::Database:
    return QCoreApplication::translate("cli", "The database reports an error.");
  case ErrorKind::DiskFull:
    return QCoreApplication::translate("cli", "The disk is full.");
  case ErrorKind::Conflict:
    return QCoreApplication::translate("cli", "This does not fit what is there already.");
  case ErrorKind::Denied:
    return QCoreApplication::translate("cli", "You are not allowed to do this.");
  case ErrorKind::Locked:
    return QCoreApplication::translate("cli", "The workspace or its vault is closed.");
  case ErrorKind::Cancelled:
    return QCoreApplication::translate("cli", "Stopped on request.");
  case ErrorKind::NotFound:
    return QCoreApplication::translate("cli", "There is no such thing.");
  case ErrorKind::Invalid:
    return QCoreApplication::translate("cli", "This cannot be understood.");
  }
  return {};
}

} // namespace

void print(const QString& text)
{
  write(stdout, text.toUtf8() + '\n');
}

void say(const QString& text)
{
  std::fflush(stdout); // in a terminal, what was said stands below what was printed before
  write(stderr, text.toUtf8() + '\n');
}

void printJson(const QJsonObject& object)
{
  write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}
void printJson(const QJsonArray& array)
{
  write(stdout, QJsonDocument(array).toJson(QJsonDocument::Indented));
}

void JsonList::add(const QJsonObject& object)
{
  write(stdout, m_isFirst ? "[\n" : ",\n");
  write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
  m_isFirst = false;
}

void JsonList::end()
{
  write(stdout, m_isFirst ? "[]\n" : "\n]\n");
}

int cellWidth(QStringView text)
{
  int width = 0;
  for (const char32_t c : text.toUcs4())
    width += isWide(c) ? 2 : (QChar::isNonCharacter(c) || QChar::category(c) == QChar::Mark_NonSpacing) ? 0 : 1;
  return width;
}

Table::Table(QStringList headings) : m_headings(std::move(headings))
{
  for (QString& heading : m_headings) {
    m_isRight.push_back(heading.startsWith(u'>'));
    if (m_isRight.back())
      heading.remove(0, 1);
  }
}

void Table::print() const
{
  std::vector<int> widths;
  for (qsizetype column = 0; column < m_headings.size(); ++column) {
    int width = cellWidth(m_headings.at(column));
    for (const QStringList& row : m_rows)
      width = std::max(width, cellWidth(harmless(row.value(column))));
    widths.push_back(width);
  }
  const auto printRow = [&](const QStringList& row) {
    QString line;
    for (qsizetype column = 0; column < m_headings.size(); ++column) {
      const auto at = static_cast<size_t>(column);
      const QString cell = harmless(row.value(column));
      const QString blanks(widths[at] - cellWidth(cell), u' ');
      line += m_isRight[at] ? blanks + cell : cell + blanks;
      line += QStringLiteral("  ");
    }
    while (line.endsWith(u' '))
      line.chop(1);
    cli::print(line);
  };
  printRow(m_headings);
  for (const QStringList& row : m_rows)
    printRow(row);
}

QJsonObject toJson(Money amount)
{
  return {{QStringLiteral("minor"), amount.minor()},
          {QStringLiteral("currency"), amount.currency().code()},
          {QStringLiteral("text"), amount.text()}};
}

QJsonObject toJson(const Error& error, const QString& hint)
{
  return {{QStringLiteral("kind"), errorKindName(error.kind)},
          {QStringLiteral("message"), error.detail.isEmpty() ? sentence(error.kind) : error.detail},
          {QStringLiteral("subject"), jsonOrNull(error.subject)},
          {QStringLiteral("hint"), jsonOrNull(hint)}};
}

QJsonValue toJson(Instant instant)
{
  return toIso(instant);
}

QJsonValue jsonOrNull(const QString& text)
{
  return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString moneyText(Money amount)
{
  return amount.text() + u' ' + amount.currency().code();
}

QString timeText(const std::optional<Instant>& instant, const QTimeZone& zone)
{
  if (!instant)
    return {};
  return QDateTime::fromMSecsSinceEpoch(toMs(*instant), zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString errorText(const Error& error)
{
  QString text = sentence(error.kind);
  if (!error.detail.isEmpty())
    text += u' ' + error.detail;
  if (!error.subject.isEmpty() && !error.detail.contains(error.subject))
    text += QStringLiteral(" (%1)").arg(error.subject);
  return harmless(text);
}

void sayFailure(const Failure& failure, bool asJson)
{
  if (asJson) {
    const QJsonObject object{{QStringLiteral("error"), toJson(failure.error, failure.hint)}};
    std::fflush(stdout);
    write(stderr, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    return;
  }
  // What is wrong with a command line needs no sentence about its kind.
  say(QStringLiteral("supercargo-cli: ") +
      (failure.status == Exit::WrongUse ? harmless(failure.error.detail) : errorText(failure.error)));
  if (!failure.hint.isEmpty())
    say(failure.hint);
}

} // namespace supercargo::cli
