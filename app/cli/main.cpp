#include "app/cli/session.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace supercargo::cli {
namespace {

/// The language must be known before the arguments are read, since their faults are told in it.
QString language(const QStringList& words)
{
  for (qsizetype i = 0; i < words.size(); ++i) {
    if (words.at(i) == QStringLiteral("--lang") && i + 1 < words.size())
      return words.at(i + 1);
    if (words.at(i).startsWith(QStringLiteral("--lang=")))
      return words.at(i).sliced(7);
  }
  return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void sayOptions(const std::vector<Option>& options)
{
  int width = 0;
  const auto head = [](const Option& option) {
    return option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
  };
  for (const Option& option : options)
    width = std::max(width, cellWidth(head(option)));
  for (const Option& option : options)
    print(QStringLiteral("  ") + head(option) + QString(width - cellWidth(head(option)) + 2, u' ') + option.help);
}

void printHelp(const Command* command)
{
  if (command) {
    print(QCoreApplication::translate("cli", "Usage: %1")
              .arg(QStringLiteral("supercargo-cli %1 %2").arg(command->name, command->operands).trimmed()));
    print(command->help);
    sayOptions(command->options);
  } else {
    print(QCoreApplication::translate("cli", "Usage: %1")
              .arg(QStringLiteral("supercargo-cli [--profile DIR] [--lang zh_CN|en] [--json] COMMAND …")));
    Table table({QString(), QString()});
    int width = 0;
    for (const Command& each : commands())
      width = std::max(width, cellWidth(each.name));
    for (const Command& each : commands())
      print(QStringLiteral("  ") + each.name + QString(width - cellWidth(each.name) + 2, u' ') + each.help);
  }
  print(QCoreApplication::translate("cli", "Options of every command:"));
  sayOptions(commonOptions());
}

Outcome<Exit> run(const QStringList& words, const QString& lang)
{
  if (lang != QStringLiteral("zh_CN") && lang != QStringLiteral("en"))
    return wrongUse(QCoreApplication::translate("cli", "--lang takes zh_CN or en"), QStringLiteral("--lang"));
  SC_TRY_ASSIGN(arguments, parseArguments(words, commands()));
  if (arguments.has(QStringLiteral("--version"))) {
    print(QStringLiteral("supercargo-cli ") + QCoreApplication::applicationVersion());
    return Exit::Done;
  }
  if (arguments.has(QStringLiteral("--help"))) {
    printHelp(arguments.command);
    return Exit::Done;
  }
  if (!arguments.command)
    return wrongUse(QCoreApplication::translate("cli", "no command was given"), {},
                    QCoreApplication::translate("cli", "See supercargo-cli --help."));
  Session session(arguments);
  return arguments.command->run(session);
}

/// A report as pages, also by a schedule that may be due.
bool drawsReport(const QStringList& words)
{
  const bool isPdf = std::any_of(words.begin(), words.end(), [](const QString& word) {
    return word.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) || word == QLatin1String("pdf") ||
           word == QLatin1String("--format=pdf") || word == QLatin1String("--due");
  });
  return isPdf && words.contains(QLatin1String("report"));
}

/// Whether this command draws pages. Only then are fonts, and so a GUI application without a display, worth loading.
bool drawsPages(const QStringList& words)
{
  const auto asks = [&](const char* first, const char* second) {
    const qsizetype at = words.indexOf(QLatin1String(first));
    return at >= 0 && words.value(at + 1) == QLatin1String(second);
  };
  return asks("shipments", "label") || asks("orders", "picklist") || asks("orders", "slip") ||
         asks("products", "label") || asks("prints", "test") || asks("--format", "pdf") ||
         words.contains(QStringLiteral("--format=pdf")) || drawsReport(words);
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
  QStringList words;
  for (int i = 1; i < argc; ++i)
    words.append(QString::fromLocal8Bit(argv[i]));
  if (!drawsPages(words))
    return std::make_unique<QCoreApplication>(argc, argv);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace
} // namespace supercargo::cli

int main(int argc, char** argv)
{
  using namespace supercargo::cli;
  const auto app = makeApplication(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("supercargo"));
  QCoreApplication::setApplicationVersion(QStringLiteral(SUPERCARGO_VERSION));
  const QStringList words = QCoreApplication::arguments().mid(1);
  const QString lang = language(words);
  QTranslator translator, documents, figures; // documents: the words on labels and sheets; figures: of reports
  if (drawsReport(words) && supercargo::languages().contains(lang))
    supercargo::setLanguage(lang); // charts and tables speak as they do in the window
  const bool isChinese = lang == QStringLiteral("zh_CN");
  if (translator.load(isChinese ? QStringLiteral(":/i18n/cli_zh_CN.qm") : QStringLiteral(":/i18n/plurals_en.qm")))
    QCoreApplication::installTranslator(&translator);
  if (isChinese && figures.load(QStringLiteral(":/i18n/text_zh_CN.qm")))
    QCoreApplication::installTranslator(&figures);
  if (isChinese && documents.load(QStringLiteral(":/i18n/print_zh_CN.qm")))
    QCoreApplication::installTranslator(&documents);

  auto outcome = run(words, lang);
  if (outcome && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)) // a full disk must not look like success
    outcome = supercargo::fail(Failure(supercargo::Error{
        supercargo::ErrorKind::DiskFull, QStringLiteral("the output could not be written"), {}, std::nullopt}));
  if (!outcome)
    sayFailure(outcome.error(), words.contains(QStringLiteral("--json")));
  return static_cast<int>(outcome ? *outcome : outcome.error().status);
}
