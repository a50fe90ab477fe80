#include "tests/support/testmain.h"
#include "ui/tables/rowmodel.h"
#include "ui/tables/tableview.h"

#include <QPromise>
#include <QScrollBar>
#include <QSignalSpy>

using namespace supercargo;

namespace {

struct Line {
  qint64 number = 0;
};

/// A list of 0, 1, 2, … whose answers wait until the test gives them, in any order.
struct Source {
  struct Question {
    qint64 from;
    int limit;
    std::shared_ptr<QPromise<Result<std::vector<Line>>>> promise;
  };

  explicit Source(qint64 length) : rows(length) {}

  RowSource<Line> functions(bool total, bool seekable)
  {
    RowSource<Line> source;
    source.window = [this](const std::optional<Line>& after, int limit) {
      auto promise = std::make_shared<QPromise<Result<std::vector<Line>>>>();
      promise->start();
      questions.push_back({after ? after->number + 1 : 0, limit, promise});
      longest = std::max(longest, limit);
      return promise->future();
    };
    source.id = [](const Line& line) { return line.number; };
    if (total)
      source.total = [this] { return now(Result<qint64>(rows)); };
    if (seekable)
      source.seek = [](int row) { return now(Result<RowAnchor<Line>>(RowAnchor<Line>{row - 7, Line{row - 8}})); };
    return source;
  }

  template <class T>
  static QFuture<T> now(T value)
  {
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
  }

  void answer(size_t which)
  {
    const Question question = questions[which];
    questions.erase(questions.begin() + qsizetype(which));
    std::vector<Line> lines;
    for (qint64 n = question.from; n < std::min(rows, question.from + question.limit); ++n)
      lines.push_back({n + shift});
    question.promise->addResult(std::move(lines));
    question.promise->finish();
    QCoreApplication::processEvents();
  }

  void answerAll()
  {
    QCoreApplication::processEvents();
    for (int i = 0; i < 1000 && !questions.empty(); ++i)
      answer(0);
  }

  qint64 rows, shift = 0;
  int longest = 0;
  std::vector<Question> questions;
};

std::vector<Column<Line>> columns()
{
  return {{"number", [] { return QStringLiteral("Number"); }, 100, Qt::AlignLeft,
           [](const Line& line) { return Cell{QString::number(line.number)}; }}};
}

QString textAt(const RowModel<Line>& model, int row)
{
  return model.index(row, 0).data().toString();
}

} // namespace

class RowModelTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void rows_growWindowByWindowWithoutATotal()
  {
    Source source(450);
    RowModel<Line> model(columns());
    model.setSource(source.functions(false, false));
    source.answer(0);
    QCOMPARE(model.rowCount(), 200);
    model.setVisible(150, 180);
    source.answerAll();
    QCOMPARE(model.rowCount(), 400);
    model.setVisible(350, 380);
    source.answerAll();
    QCOMPARE(model.rowCount(), 450);
    QCOMPARE(textAt(model, 449), QStringLiteral("449"));
  }

  void rows_spanTheWholeListFromItsTotal()
  {
    Source source(9'000);
    RowModel<Line> model(columns());
    model.setSource(source.functions(true, false));
    source.answer(0);
    QTRY_COMPARE(model.rowCount(), 9'000);
    QVERIFY(!model.row(5'000)); // expected, not read
    model.setVisible(5'000, 5'020);
    source.answerAll();
    QCOMPARE(textAt(model, 5'003), QStringLiteral("5003"));
  }

  void leap_readsThroughNoMoreThanItsLimit()
  {
    Source source(1'000'000);
    RowModel<Line> model(columns());
    model.setSource(source.functions(true, false));
    source.answer(0);
    QTRY_COMPARE(model.rowCount(), 200 + kFarthestLeap);
    model.setVisible(10'150, 10'180);
    source.answerAll();
    QCOMPARE(textAt(model, 10'160), QStringLiteral("10160"));
    QVERIFY(source.longest <= kFarthestLeap + kWindowRows);
    QVERIFY(model.rowCount() >= 10'200 + kFarthestLeap); // and from there the next leap
  }

  void seek_readsFarPlacesWithoutReadingThrough()
  {
    Source source(1'000'000);
    RowModel<Line> model(columns());
    model.setSource(source.functions(true, true));
    source.answer(0);
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    model.setVisible(700'000, 700'030);
    source.answerAll();
    QCOMPARE(textAt(model, 700'010), QStringLiteral("700010"));
    QVERIFY2(source.longest <= 2 * kWindowRows, qPrintable(QString::number(source.longest)));
  }

  void total_thatWasTooHighEndsWhereTheListEnds()
  {
    Source source(700);
    RowModel<Line> model(columns());
    RowSource<Line> functions = source.functions(true, false);
    functions.total = [] { return Source::now(Result<qint64>(5'000)); };
    model.setSource(functions);
    source.answer(0);
    QTRY_COMPARE(model.rowCount(), 5'000);
    model.setVisible(600, 620);
    source.answerAll();
    QCOMPARE(model.rowCount(), 700);
  }

  void answer_toAnOlderQuestionIsDropped()
  {
    Source old(500), fresh(300);
    fresh.shift = 10'000;
    RowModel<Line> model(columns());
    model.setSource(old.functions(false, false));
    model.setSource(fresh.functions(false, false));
    fresh.answer(0);
    QCOMPARE(textAt(model, 0), QStringLiteral("10000"));
    old.answer(0); // comes late
    QCOMPARE(textAt(model, 0), QStringLiteral("10000"));
    QCOMPARE(model.rowCount(), 200);
  }

  void reload_dropsAnswersAboutTheListAsItWas()
  {
    Source source(500);
    RowModel<Line> model(columns());
    model.setSource(source.functions(false, false));
    source.answer(0);
    model.setVisible(100, 130); // asks for the second window
    QCOMPARE(source.questions.size(), size_t(1));
    model.reload();
    source.answer(0); // the second window of the old list
    QCOMPARE(model.rowCount(), 200);
    source.answerAll();
    QCOMPARE(textAt(model, 0), QStringLiteral("0"));
  }

  void rapidScrolling_readsOnlyWhereItStops()
  {
    Source source(100'000);
    RowModel<Line> model(columns());
    model.setSource(source.functions(true, true));
    source.answer(0);
    QTRY_COMPARE(model.rowCount(), 100'000);
    for (int row = 0; row < 90'000; row += 450) {
      model.setVisible(row, row + 30);
      QCoreApplication::processEvents();
    }
    QVERIFY2(source.questions.size() <= size_t(kReadsAtOnce), qPrintable(QString::number(source.questions.size())));
    model.setVisible(90'000, 90'030);
    source.answerAll();
    QCOMPARE(textAt(model, 90'015), QStringLiteral("90015"));
    QVERIFY(model.windowsInMemory() < 10);
  }

  void table_keepsTheChosenRowByItsIdWhenOthersComeAbove()
  {
    Source source(500);
    RowModel<Line> model(columns());
    TableView table;
    table.setWindowedModel(&model);
    table.resize(300, 400);
    table.show();
    source.shift = 1'000;
    model.setSource(source.functions(true, false));
    source.answerAll();
    table.step(5);
    const auto chosen = table.currentId();
    QVERIFY(chosen);
    source.shift = 998; // two new ones above
    model.reload();
    source.answerAll();
    QCOMPARE(table.currentId(), chosen);
    QCOMPARE(model.rowOf(*chosen), table.currentIndex().row());
  }

  void table_keepsAllChosenRowsWhenOthersComeAbove()
  {
    Source source(150);
    RowModel<Line> model(columns());
    TableView table;
    table.setWindowedModel(&model);
    table.resize(300, 400);
    table.show();
    source.shift = 1'000;
    model.setSource(source.functions(true, false));
    source.answerAll();
    const auto chosen = [&] {
      QStringList numbers;
      for (const QModelIndex& row : table.selectionModel()->selectedRows())
        numbers << row.data().toString();
      numbers.sort();
      return numbers.join(u' ');
    };
    table.step(5);
    table.step(1); // the first step chooses what had the focus
    const int first = table.currentIndex().row();
    for (int i = 0; i < 3; ++i)
      QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    const QString before = chosen();
    QCOMPARE(before.split(u' ').size(), 4);
    source.shift = 998; // two new ones above
    model.reload();
    source.answerAll();
    QCOMPARE(chosen(), before);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier); // goes on from where the choosing began
    QCOMPARE(chosen(), before + u' ' + QString::number(1'000 + first + 4));
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(chosen(), QString::number(1'000 + first + 5));
  }

  void chosenRowThatLeftTheList_isNotChosenAlong()
  {
    Source source(150);
    RowModel<Line> model(columns());
    TableView table;
    table.setWindowedModel(&model);
    table.show();
    model.setSource(source.functions(true, false));
    source.answerAll();
    table.step(3);
    table.step(1);
    source.shift = 1'000; // another filter: none of them is in it
    model.setSource(source.functions(true, false));
    source.answerAll();
    QVERIFY(!table.selectionModel()->hasSelection());
    table.step(2);
    source.shift = 0;
    model.setSource(source.functions(true, false));
    source.answerAll();
    QVERIFY(!table.selectionModel()->hasSelection());
  }

  void table_goesBackToWhereItStood()
  {
    Source source(5'000);
    RowModel<Line> model(columns());
    TableView table;
    table.setWindowedModel(&model);
    table.resize(300, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.setSource(source.functions(true, false));
    table.restorePosition(3'000, 3'004);
    source.answerAll();
    QTRY_COMPARE(table.topRow(), 3'000);
    source.answerAll();
    QTRY_COMPARE(table.currentIndex().row(), 3'004);
    QCOMPARE(table.topRow(), 3'000);
  }
};

SC_TEST(RowModelTest)
#include "rowmodel_test.moc"
