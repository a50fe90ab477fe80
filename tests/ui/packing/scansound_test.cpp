#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/packing/scansound.h"

#include <QFile>

using namespace supercargo;
using namespace supercargo::test;

namespace {

QByteArray bytesOf(const QString& path)
{
  QFile file(path);
  return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ScanSoundTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void sounds_areTwoShortWaves()
  {
    const QByteArray accepted = bytesOf(soundFile(ScanSound::Accepted)),
                     refused = bytesOf(soundFile(ScanSound::Refused));
    for (const QByteArray& sound : {accepted, refused}) {
      QVERIFY(sound.startsWith("RIFF") && sound.mid(8, 8) == "WAVEfmt ");
      QVERIFY(sound.size() > 1'000 && sound.size() < 10'000);
    }
    QVERIFY(accepted != refused);
  }

  void playerThatFails_isFollowedByTheNext()
  {
#ifdef Q_OS_WIN
    QSKIP("no program plays here");
#endif
    TempDatabase folder;
    const QString played = folder.file(QStringLiteral("played"));
    const auto program = [&](const char* name, const QByteArray& does) {
      QFile file(folder.file(QLatin1String(name)));
      if (!file.open(QFile::WriteOnly) || file.write("#!/bin/sh\n" + does + "\n") < 0 ||
          !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("no program");
      return file.fileName();
    };
    const QString fails = program("fails", "exit 1");
    const QString works = program("works", "cp \"$1\" '" + played.toUtf8() + "'");
    playWith({folder.file(QStringLiteral("missing")), fails, works}, soundFile(ScanSound::Refused));
    QTRY_COMPARE(bytesOf(played), bytesOf(soundFile(ScanSound::Refused)));
  }
};

SC_TEST(ScanSoundTest)
#include "scansound_test.moc"
