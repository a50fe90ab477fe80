#include "core/labels/textfit.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace supercargo {
namespace {

constexpr double kComfortable = 0.75; ///< below this, two lines read better than one
constexpr double kShrink = 0.94;

/// The longest beginning of `text` that fits, ending between two characters as people see them; at least one.
qsizetype fittingLength(const QString& text, int width, const std::function<int(const QString&)>& measure)
{
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  qsizetype fits = 0;
  for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
    if (fits > 0 && measure(text.left(end)) > width)
      break;
    fits = end;
  }
  return fits;
}

/// Where the first line of `text` ends: at a place where it may be broken, else in the middle of a word.
qsizetype lineEnd(const QString& text, int width, const std::function<int(const QString&)>& measure)
{
  if (measure(text) <= width)
    return text.size();
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
  qsizetype best = 0;
  for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
    if (measure(text.left(end).trimmed()) > width)
      break;
    best = end;
  }
  return best > 0 ? best : fittingLength(text, width, measure);
}

QStringList wrapped(QString text, int width, const std::function<int(const QString&)>& measure)
{
  QStringList lines;
  while (!text.isEmpty()) {
    const qsizetype end = lineEnd(text, width, measure);
    lines.append(text.left(end).trimmed());
    text = text.mid(end).trimmed();
  }
  return lines;
}

QString marked(const QString& line, const QString& rest, int width, const std::function<int(const QString&)>& measure)
{
  static const QString mark(u'…');
  const QString whole = line + u' ' + rest;
  const qsizetype length = fittingLength(whole, width - measure(mark), measure);
  return whole.left(length).trimmed() + mark;
}

} // namespace

int linePitch(int type)
{
  return type * 5 / 4;
}

FittedText fitText(const LayoutText& text, const MeasureText& measure)
{
  const QString words = text.text.simplified();
  const int width = text.at.width, smallest = std::min(text.type, text.smallest);
  const auto ruler = [&](int type) {
    return [&, type](const QString& line) { return measure(line, type, text.bold); };
  };
  const auto linesFor = [&](int type) {
    return std::clamp((text.at.height + linePitch(type) - type) / linePitch(type), 1, std::max(1, text.lines));
  };
  const int comfortable = text.lines > 1 ? std::max(smallest, int(text.type * kComfortable)) : smallest;
  for (int type = text.type; type >= comfortable; type = int(type * kShrink))
    if (measure(words, type, text.bold) <= width)
      return {type, words.isEmpty() ? QStringList() : QStringList{words}, false};
  for (int type = text.type; type >= smallest; type = int(type * kShrink)) {
    const QStringList lines = wrapped(words, width, ruler(type));
    if (lines.size() <= linesFor(type))
      return {type, lines, false};
  }
  QStringList lines = wrapped(words, width, ruler(smallest));
  const int room = linesFor(smallest);
  if (lines.size() <= room)
    return {smallest, lines, false};
  const QString last = lines.at(room - 1), rest = lines.mid(room).join(u' ');
  lines = lines.mid(0, room - 1);
  lines.append(marked(last, rest, width, ruler(smallest)));
  return {smallest, lines, true};
}

} // namespace supercargo
