#include "tests/support/testmain.h"
#include "ui/charts/chart.h"
#include "ui/theme/theme.h"

#include <array>
#include <cmath>

using namespace supercargo;

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;
using Triple = std::array<double, 3>;

/// How eyes without one kind of cone see linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
constexpr Matrix kAllCones{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Triple times(const Matrix& matrix, const Triple& colour)
{
  Triple product{};
  for (size_t row = 0; row < 3; ++row)
    for (size_t i = 0; i < 3; ++i)
      product[row] += matrix[row][i] * colour[i];
  return product;
}

double linear(double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// CIE L*a*b* (D65) of a colour as such eyes see it.
Triple seen(const QColor& colour, const Matrix& eyes)
{
  Triple rgb = times(eyes, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
  for (double& channel : rgb)
    channel = std::clamp(channel, 0.0, 1.0);
  constexpr Matrix kToXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
  const Triple xyz = times(kToXyz, rgb);
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& a, const Triple& b)
{
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

/// The hues of charts stay apart for every kind of eye, and stand out from their ground.
class ChartColoursTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void hues_stayApart_data()
  {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("eyes");
    const char* names[] = {"all cones", "protanopia", "deuteranopia", "tritanopia"};
    for (const bool dark : {false, true})
      for (int eyes = 0; eyes < 4; ++eyes)
        QTest::addRow("%s, %s", dark ? "dark" : "light", names[eyes]) << dark << eyes;
  }
  void hues_stayApart()
  {
    QFETCH(bool, dark);
    QFETCH(int, eyes);
    applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
    const Matrix* matrices[] = {&kAllCones, &kProtanopia, &kDeuteranopia, &kTritanopia};
    for (size_t a = 0; a < 6; ++a)
      for (size_t b = a + 1; b < 6; ++b) {
        const double apart =
            distance(seen(ink(seriesInk(a)), *matrices[eyes]), seen(ink(seriesInk(b)), *matrices[eyes]));
        QVERIFY2(apart >= 18, qPrintable(QStringLiteral("%1 and %2: %3").arg(a + 1).arg(b + 1).arg(apart)));
      }
  }

  void hues_standOutFromTheirGround()
  {
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      applyTheme(*qApp, mode);
      for (size_t series = 0; series < 6; ++series)
        QVERIFY(contrastRatio(ink(seriesInk(series)), ink(Ink::Surface)) >= 3); // WCAG 1.4.11
    }
  }
};

SC_TEST(ChartColoursTest)
#include "chartcolours_test.moc"
