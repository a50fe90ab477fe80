/// Nothing is booked, refunded or shipped twice: after a call whose answer never came, every acting call of every
/// provider either asks what became of it, looks before it acts, or bears a key that the provider takes once. The
/// actions are those of the goldens; an acting capability without one fails.
#include "core/outbox/actionjson.h"
#include "core/providers/provider.h"
#include "tests/support/goldencase.h"
#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

namespace supercargo {
namespace {

/// Kinds of action that change something, and the capability that each needs.
struct Acting {
  const char *capability, *kind;
};
constexpr Acting kActing[] = {
    {"stock.write", "set_stock"},       {"orders.ship", "mark_shipped"},     {"orders.note", "add_note"},
    {"orders.close", "close_order"},    {"orders.refund", "refund"},         {"payments.refund", "refund"},
    {"payments.void", "void_payment"},  {"payments.close", "close_payment"}, {"parcel.book", "book_parcel"},
    {"parcel.cancel", "cancel_parcel"},
};

/// The provider's goldens that begin an action of this kind.
std::vector<test::GoldenCase> scenesOf(const Provider& provider, const QString& kind)
{
  std::vector<test::GoldenCase> scenes;
  const QDir folder(supercargo::test::sourceDir() +
                    QStringLiteral("/core/providers/%1/golden").arg(provider.declaration.id));
  for (const QString& name : folder.entryList({QStringLiteral("*.context.json")}, QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
      continue;
    auto scene = test::readGoldenCase(QJsonDocument::fromJson(file.readAll()).object());
    if (!scene || scene->call != test::GoldenCall::Action || actionKindName(scene->action.what) != kind)
      continue;
    scene->context.declaration = &provider.declaration;
    scenes.push_back(std::move(*scene));
  }
  return scenes;
}

/// Whether a request bears what makes it one deed however often it comes: our own number of it.
bool bearsKey(const HttpRequest& request, const Action& action)
{
  QByteArrayList keys{action.idempotencyKey.toUtf8()};
  if (const auto* refund = std::get_if<RefundPayment>(&action.what))
    keys << refund->requestNumber.toUtf8();
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    keys << parcel->orderNumber.toUtf8();
  QByteArray whole = request.url + '\n' + request.body;
  for (const auto& [name, value] : request.headers)
    whole += '\n' + value;
  return std::ranges::any_of(keys, [&](const QByteArray& key) { return key.size() > 1 && whole.contains(key); });
}

/// A deed that is the same when it is done again: an absolute level, a cancelled parcel.
bool isAbsolute(const Action& action)
{
  return std::holds_alternative<SetStock>(action.what) || std::holds_alternative<CancelParcel>(action.what);
}

/// How the provider keeps from doing it twice; empty: it does not.
QString safeguard(const Provider& provider, const test::GoldenCase& scene)
{
  const ProviderFunctions& functions = provider.functions;
  const auto first = functions.buildAction(scene.context, scene.action);
  if (!first)
    return {};
  if (functions.inquire && functions.parseInquiry)
    if (const auto question = functions.inquire(scene.context, scene.action); question && *question)
      return QStringLiteral("asks: ") + (*question)->operation;
  if (first->operation.endsWith(QLatin1String(".read")))
    return QStringLiteral("looks first: ") + first->operation;
  if (bearsKey(*first, scene.action))
    return QStringLiteral("one key: ") + first->operation;
  return isAbsolute(scene.action) ? QStringLiteral("the same when repeated: ") + first->operation : QString();
}

} // namespace

class UnknownOutcomeTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void lostAnswer_isNeverAnsweredByDoingItAgain_data()
  {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("kind");
    for (const Provider& provider : providers())
      for (const Acting& acting : kActing)
        if (provider.declaration.can(QString::fromLatin1(acting.capability)))
          QTest::addRow("%s %s", qPrintable(provider.declaration.id), acting.kind)
              << provider.declaration.id << QString::fromLatin1(acting.kind);
  }

  void lostAnswer_isNeverAnsweredByDoingItAgain()
  {
    QFETCH(QString, id);
    QFETCH(QString, kind);
    const Provider& provider = *findProvider(id);
    const auto scenes = scenesOf(provider, kind);
    QVERIFY2(!scenes.empty(), "no golden begins this action");
    QStringList ways;
    for (const test::GoldenCase& scene : scenes) {
      if (!provider.functions.buildAction(scene.context, scene.action))
        continue; // refused before anything is sent
      const QString way = safeguard(provider, scene);
      QVERIFY2(!way.isEmpty(), "it would be sent again blindly");
      if (!ways.contains(way))
        ways << way;
    }
    QVERIFY2(!ways.isEmpty(), "no golden of this action is ever sent");
    qInfo("%s", qPrintable(ways.join(QStringLiteral("; "))));
  }
};

SC_TEST(UnknownOutcomeTest)

} // namespace supercargo

#include "unknownoutcome_test.moc"
