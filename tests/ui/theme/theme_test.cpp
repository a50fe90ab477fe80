#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

using namespace supercargo;

class ThemeTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void contrast_knowsItsEnds()
  {
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
  }

  void words_passContrast_data()
  {
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
  }

  void words_passContrast()
  {
    QFETCH(QString, theme);
    const auto tokens = loadTokens(theme);
    QVERIFY(tokens);
    std::vector<std::pair<Ink, Ink>> pairs = {{Ink::OnAccent, Ink::Accent}, {Ink::OnAccent, Ink::AccentHover}};
    for (const Ink ground :
         {Ink::Window, Ink::Surface, Ink::Sidebar, Ink::Raised, Ink::Inset, Ink::Hover, Ink::Selected}) {
      pairs.emplace_back(Ink::Text, ground);
      pairs.emplace_back(Ink::TextMuted, ground);
    }
    for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger, Tone::Violet}) {
      pairs.emplace_back(toneInk(tone), toneGround(tone));
      pairs.emplace_back(toneInk(tone), Ink::Surface);
    }
    for (const auto& [text, ground] : pairs) {
      const double ratio = contrastRatio((*tokens)[text], (*tokens)[ground]);
      QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(inkName(text), inkName(ground)).arg(ratio)));
    }
  }

  void textScale_movesTypeAndNotGaps()
  {
    const auto plain = loadTokens(QStringLiteral("light")), large = loadTokens(QStringLiteral("light"), 2.0);
    QCOMPARE((*large)[Size::TypeBody], 2 * (*plain)[Size::TypeBody]);
    QCOMPARE((*large)[Size::Space4], (*plain)[Size::Space4]);
  }

  void unknownTheme_isAnError() { QVERIFY(!loadTokens(QStringLiteral("sepia"))); }
};

SC_TEST(ThemeTest)
#include "theme_test.moc"
