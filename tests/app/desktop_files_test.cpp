#include "tests/app/programs.h"
#include "tests/support/places.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace supercargo::test;

namespace {

const QString kLinux = sourceDir() + QStringLiteral("/packaging/linux/");

/// What a program says and how it ends; skips the test where it is not installed.
struct Said {
  int status = -1;
  QByteArray out, err;
};

Said runProgram(const QString& name, const QStringList& arguments)
{
  QProcess process;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
  environment.insert(QStringLiteral("MANWIDTH"), QStringLiteral("80"));
  process.setProcessEnvironment(environment);
  process.start(name, arguments);
  process.waitForFinished(30'000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
          process.readAllStandardError()};
}

QByteArray told(const QStringList& words)
{
  return runProgram(program("supercargo-cli"), QStringList{QStringLiteral("--lang"), QStringLiteral("en")} + words).out;
}

#define NEED(name)                                                                                                     \
  if (QStandardPaths::findExecutable(QStringLiteral(name)).isEmpty())                                                  \
  QSKIP(name " is not installed")

/// A file with what the program told, for as long as the test runs.
struct Kept {
  explicit Kept(const QByteArray& bytes)
  {
    file.setFileTemplate(QDir::temp().filePath(QStringLiteral("XXXXXX.1")));
    if (file.open())
      file.write(bytes);
    file.close();
  }
  QTemporaryFile file;
};

/// Commands as the program's own help lists them.
QStringList commandNames()
{
  static const QRegularExpression line(QStringLiteral("^  ([a-z]+(?: [a-z]+)?)  +"),
                                       QRegularExpression::MultilineOption);
  QStringList names;
  auto found = line.globalMatch(QString::fromUtf8(told({QStringLiteral("--help")})));
  while (found.hasNext())
    names += found.next().captured(1);
  return names;
}

} // namespace

/// What is installed around the programs: desktop entry, metainfo, manual pages, completion.
class DesktopFilesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void desktopEntry_isValid()
  {
    NEED("desktop-file-validate");
    const Said said =
        runProgram(QStringLiteral("desktop-file-validate"), {kLinux + QStringLiteral("supercargo.desktop")});
    QCOMPARE(said.out + said.err, QByteArray());
    QCOMPARE(said.status, 0);
  }

  void metainfo_isValid()
  {
    NEED("appstreamcli");
    const Said said = runProgram(QStringLiteral("appstreamcli"),
                                 {QStringLiteral("validate"), QStringLiteral("--no-net"),
                                  kLinux + QStringLiteral("io.github.supercargo.Supercargo.metainfo.xml")});
    QVERIFY2(said.status == 0, said.out + said.err);
  }

  void manualPages_haveNoWarnings()
  {
    NEED("man");
    const Kept made(told({QStringLiteral("manual")}));
    for (const QString& page : {made.file.fileName(), kLinux + QStringLiteral("supercargo.1"),
                                kLinux + QStringLiteral("supercargo-sandbox.1")}) {
      const Said said = runProgram(QStringLiteral("man"), {QStringLiteral("--warnings"), QStringLiteral("-l"), page});
      QCOMPARE(said.err, QByteArray());
      QVERIFY2(said.out.contains("NAME"), qPrintable(page));
    }
  }

  void manualPage_namesEveryCommand()
  {
    const QByteArray page = told({QStringLiteral("manual")});
    QVERIFY(commandNames().size() > 20);
    for (const QString& name : commandNames())
      QVERIFY2(page.contains(".SS \\fB" + name.toUtf8() + "\\fR"), qPrintable(name));
  }

  void completion_isUnderstoodByItsShell_data()
  {
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"bash", "zsh", "fish"})
      QTest::newRow(shell) << QString::fromLatin1(shell);
  }

  void completion_isUnderstoodByItsShell()
  {
    QFETCH(QString, shell);
    const QByteArray script = told({QStringLiteral("completion"), shell});
    for (const QString& name : commandNames())
      for (const QString& word : name.split(u' '))
        QVERIFY2(script.contains(word.toUtf8()), qPrintable(name));
    if (QStandardPaths::findExecutable(shell).isEmpty())
      QSKIP("this shell is not installed");
    const Kept kept(script);
    const Said said = runProgram(shell, {QStringLiteral("-n"), kept.file.fileName()});
    QCOMPARE(said.err, QByteArray());
    QCOMPARE(said.status, 0);
  }

  void bashCompletion_offersWhatFits_data()
  {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    QTest::newRow("command") << QStringLiteral("'orders' 'li'") << QStringLiteral("list");
    QTest::newRow("after a common option") << QStringLiteral("--profile /x orders sho") << QStringLiteral("show");
    QTest::newRow("option") << QStringLiteral("orders list --so") << QStringLiteral("--sort");
    QTest::newRow("value") << QStringLiteral("init --protect key") << QStringLiteral("keychain");
    QTest::newRow("language") << QStringLiteral("--lang z") << QStringLiteral("zh_CN");
  }

  void bashCompletion_offersWhatFits()
  {
    NEED("bash");
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    const Kept kept(told({QStringLiteral("completion"), QStringLiteral("bash")}));
    const Said said =
        runProgram(QStringLiteral("bash"),
                   {QStringLiteral("-c"),
                    QStringLiteral(". '%1'; COMP_WORDS=(supercargo-cli %2); COMP_CWORD=$((${#COMP_WORDS[@]} - "
                                   "1)); _supercargo_cli; echo \"${COMPREPLY[*]}\"")
                        .arg(kept.file.fileName(), typed)});
    QCOMPARE(QString::fromUtf8(said.out).trimmed(), offered);
  }

  void completion_ofAnotherShellIsWrongUse()
  {
    QCOMPARE(runProgram(program("supercargo-cli"), {QStringLiteral("completion"), QStringLiteral("ksh")}).status, 2);
  }
};

SC_TEST(DesktopFilesTest)
#include "desktop_files_test.moc"
