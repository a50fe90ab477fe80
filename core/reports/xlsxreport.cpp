#include "core/reports/render.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <xlsxwriter.h>

namespace supercargo {
namespace {

/// A sheet's name: at most 31 characters, none of []:*?/\ and no apostrophe at its ends.
QByteArray sheetName(const QString& title)
{
  QString name;
  for (const QChar c : title.left(31))
    name += QStringLiteral("[]:*?/\\'").contains(c) ? u' ' : c;
  return name.trimmed().isEmpty() ? QByteArrayLiteral("Report") : name.trimmed().toUtf8();
}

QByteArray moneyFormat(int digits)
{
  return digits > 0 ? "#,##0." + QByteArray(digits, '0') : QByteArrayLiteral("#,##0");
}

double majorUnits(Money money)
{
  double value = double(money.minor());
  for (int i = 0; i < money.currency().digits(); ++i)
    value /= 10;
  return value;
}

lxw_datetime dateTime(QDate date, QTime time = {})
{
  lxw_datetime value{};
  value.year = date.year();
  value.month = date.month();
  value.day = date.day();
  if (time.isValid()) {
    value.hour = time.hour();
    value.min = time.minute();
    value.sec = time.second() + time.msec() / 1000.0;
  }
  return value;
}

constexpr lxw_row_t kLastRow = LXW_ROW_MAX - 1;

} // namespace

struct XlsxReport::Private {
  QString file;
  QTimeZone zone;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_row_t row = 0;
  std::vector<ColumnKind> kinds;
  QMap<std::pair<int, bool>, lxw_format*> formats; ///< digits of money or a kind below zero; bold
  lxw_error error = LXW_NO_ERROR;
  bool isFull = false;

  enum Style { kPlain = -1, kPercent = -2, kNumber = -3, kDay = -4, kMoment = -5, kWhole = -6 };

  lxw_format* format(int style, bool bold)
  {
    lxw_format*& known = formats[{style, bold}];
    if (known)
      return known;
    known = workbook_add_format(book);
    if (bold)
      format_set_bold(known);
    const QByteArray number = style >= 0          ? moneyFormat(style)
                              : style == kPercent ? QByteArrayLiteral("0.0%")
                              : style == kNumber  ? QByteArrayLiteral("0.00")
                              : style == kDay     ? QByteArrayLiteral("yyyy-mm-dd")
                              : style == kMoment  ? QByteArrayLiteral("yyyy-mm-dd hh:mm:ss")
                              : style == kWhole   ? QByteArrayLiteral("#,##0")
                                                  : QByteArray();
    if (!number.isEmpty())
      format_set_num_format(known, number.constData());
    return known;
  }

  void note(lxw_error happened)
  {
    if (happened != LXW_NO_ERROR && error == LXW_NO_ERROR)
      error = happened;
  }

  void write(lxw_col_t column, const ReportCell& cell, ColumnKind kind, bool bold)
  {
    if (const auto* text = std::get_if<QString>(&cell))
      note(worksheet_write_string(sheet, row, column, spreadsheetSafe(*text).left(32767).toUtf8().constData(),
                                  format(kPlain, bold)));
    else if (const auto* count = std::get_if<qint64>(&cell))
      note(worksheet_write_number(sheet, row, column, double(*count), format(kWhole, bold)));
    else if (const auto* number = std::get_if<double>(&cell))
      note(worksheet_write_number(sheet, row, column, *number,
                                  format(kind == ColumnKind::Rate ? kPercent : kNumber, bold)));
    else if (const auto* money = std::get_if<Money>(&cell))
      note(worksheet_write_number(sheet, row, column, majorUnits(*money), format(money->currency().digits(), bold)));
    else if (const auto* day = std::get_if<QDate>(&cell)) {
      lxw_datetime value = dateTime(*day);
      note(worksheet_write_datetime(sheet, row, column, &value, format(kDay, bold)));
    } else if (const auto* moment = std::get_if<Instant>(&cell)) {
      const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(*moment), zone);
      lxw_datetime value = dateTime(local.date(), local.time());
      note(worksheet_write_datetime(sheet, row, column, &value, format(kMoment, bold)));
    }
  }

  void writeRow(const ReportRow& cells, bool bold)
  {
    for (size_t i = 0; i < cells.cells.size(); ++i)
      write(lxw_col_t(i), cells.cells[i], i < kinds.size() ? kinds[i] : ColumnKind::Text, bold);
    ++row;
  }

  Result<void> outcome() const
  {
    if (error == LXW_NO_ERROR)
      return {};
    return fail(error == LXW_ERROR_CREATING_XLSX_FILE ? ErrorKind::Denied : ErrorKind::DiskFull,
                QString::fromUtf8(lxw_strerror(error)), file);
  }
};

XlsxReport::XlsxReport(const QString& file, const QString& title, const QByteArray& zone)
    : d(std::make_unique<Private>())
{
  d->file = file;
  d->zone = QTimeZone(zone);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  d->book = workbook_new_opt(QFile::encodeName(file).constData(), &options);
  d->sheet = workbook_add_worksheet(d->book, sheetName(title).constData());
}

XlsxReport::~XlsxReport()
{
  if (d->book)
    workbook_close(d->book);
}

void XlsxReport::begin(const std::vector<ReportColumn>& columns, const ReportTitles& titles)
{
  lxw_format* bold = d->format(Private::kPlain, true);
  for (size_t i = 0; i < columns.size(); ++i) {
    d->kinds.push_back(columns[i].kind);
    const QString title = titles.value(qsizetype(i), columns[i].title);
    const double width =
        std::clamp(2.0 + 1.3 * double(title.size()), columns[i].kind == ColumnKind::Text ? 18.0 : 12.0, 40.0);
    worksheet_set_column(d->sheet, lxw_col_t(i), lxw_col_t(i), width, nullptr);
    d->note(worksheet_write_string(d->sheet, 0, lxw_col_t(i), spreadsheetSafe(title).toUtf8().constData(), bold));
  }
  worksheet_freeze_panes(d->sheet, 1, 0);
  d->row = 1;
}

Result<void> XlsxReport::add(const ReportRow& row)
{
  if (d->row >= kLastRow - 100) // room for totals and notes
    return fail(ErrorKind::TooLarge, QStringLiteral("a workbook holds a million rows; choose CSV or fewer days"),
                d->file);
  d->writeRow(row, false);
  return d->outcome();
}

Result<void> XlsxReport::end(const std::vector<ReportRow>& totals, const QStringList& notes)
{
  if (d->row > 1 && !d->kinds.empty())
    worksheet_autofilter(d->sheet, 0, 0, d->row - 1, lxw_col_t(d->kinds.size() - 1));
  for (const ReportRow& total : totals)
    d->writeRow(total, true);
  ++d->row;
  for (const QString& text : notes.mid(0, 20)) {
    d->note(worksheet_write_string(d->sheet, d->row++, 0, spreadsheetSafe(text).toUtf8().constData(), nullptr));
  }
  d->note(workbook_close(d->book));
  d->book = nullptr;
  return d->outcome();
}

Result<void> writeReportXlsx(const QString& file, const ReportResult& result, const QString& title,
                             const ReportTitles& titles)
{
  XlsxReport book(file, title, result.spec.timeZone);
  book.begin(result.columns, titles);
  for (const ReportRow& row : result.rows)
    SC_TRY(book.add(row));
  return book.end(result.totals, result.notes);
}

} // namespace supercargo
