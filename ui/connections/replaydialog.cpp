#include "ui/connections/replaydialog.h"

#include "ui/accounts/trouble.h"
#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace supercargo {
namespace {
constexpr size_t kMostDifferences = 500;

QString sizeText(qint64 bytes)
{
  return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString statusText(int status)
{
  return status > 0 ? QString::number(status) : QStringLiteral("–");
}
} // namespace

ReplayDialog::ReplayDialog(const CallReplay& replay, QWidget* parent) : QDialog(parent)
{
  setWindowTitle(tr("Asked again: %1").arg(replay.before.operation));
  auto* title = new QLabel(verdict(replay), this);
  setRole(title, "title");
  title->setWordWrap(true);
  auto* note = new QLabel(tr("The new call stands in the flight recorder. Nothing of its answer was stored."), this);
  setRole(note, "muted");
  note->setWordWrap(true);
  auto* close = new QPushButton(tr("Close"), this);
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(title);
  column->addWidget(makeFacts(replay));
  if (!replay.differences.empty())
    column->addWidget(makeDifferences(replay), 1);
  column->addWidget(note);
  column->addWidget(close, 0, Qt::AlignRight);
  resize(px(Size::Palette) * 5 / 4, replay.differences.empty() ? sizeHint().height() : px(Size::Palette));
}

QString ReplayDialog::verdict(const CallReplay& replay)
{
  if (replay.error && replay.after.status == 0)
    return tr("It was not answered. %1").arg(troubleText(replay.error->kind));
  if (replay.error)
    return tr("It was refused this time. %1").arg(troubleText(replay.error->kind));
  if (replay.differences.empty())
    return replay.isWhole
               ? tr("The answer is the same as then.")
               : tr("As far as the answers are kept (the first 64 KB, text only), they are the same as then.");
  return tr("The answer differs in %n places.", nullptr, int(replay.differences.size()));
}

QWidget* ReplayDialog::makeFacts(const CallReplay& replay)
{
  auto* box = new QWidget(this);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins({});
  grid->setHorizontalSpacing(px(Size::Space6));
  grid->setVerticalSpacing(px(Size::Space1));
  const auto cell = [&](int row, int column, const QString& text, const char* role) {
    auto* label = new QLabel(text, box);
    setRole(label, role);
    grid->addWidget(label, row, column);
  };
  cell(0, 1, tr("Then"), "section");
  cell(0, 2, tr("Now"), "section");
  const auto ms = [](const CallRecord& call) { return tr("%1 ms").arg(numberText(call.duration.count())); };
  const std::array<std::array<QString, 3>, 3> rows{
      {{tr("Status"), statusText(replay.before.status), statusText(replay.after.status)},
       {tr("Size"), sizeText(replay.before.bytes), sizeText(replay.after.bytes)},
       {tr("Duration"), ms(replay.before), ms(replay.after)}}};
  for (int row = 0; row < int(rows.size()); ++row)
    for (int column = 0; column < 3; ++column)
      cell(row + 1, column, rows[size_t(row)][size_t(column)], column == 0 ? "muted" : "");
  grid->setColumnStretch(3, 1);
  return box;
}

QWidget* ReplayDialog::makeDifferences(const CallReplay& replay)
{
  auto* table = new QTableWidget(int(std::min(replay.differences.size(), kMostDifferences)), 3, this);
  setHeadings(*table, {tr("Place"), tr("Then"), tr("Now")});
  table->setAccessibleName(tr("What differs"));
  dressPlainTable(*table, 0);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  for (int row = 0; row < table->rowCount(); ++row) {
    const AnswerDifference& one = replay.differences[size_t(row)];
    const QString cells[] = {one.where, one.before.isEmpty() ? tr("(nothing)") : one.before,
                             one.after.isEmpty() ? tr("(nothing)") : one.after};
    for (int column = 0; column < 3; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      table->setItem(row, column, item);
    }
  }
  return table;
}

} // namespace supercargo
