#include "ui/maps/mappanel.h"

#include "core/base/deliver.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QToolButton>

namespace supercargo {
namespace {

constexpr int kMatches = 8;
constexpr double kStep = 1;

double zoomFor(PlaceLevel level)
{
  switch (level) {
  case PlaceLevel::Province:
    return 6;
  case PlaceLevel::Prefecture:
    return 8;
  case PlaceLevel::County:
    return 10;
  case PlaceLevel::City:
    break;
  }
  return 9;
}

} // namespace

MapPanel::MapPanel(QWidget* parent)
    : QWidget(parent), m_view(new MapView), m_search(new QLineEdit), m_matches(new QListWidget(this)),
      m_bar(new QWidget), m_menu(new QMenu(this))
{
  build();
  retranslate();
}

QToolButton* MapPanel::addButton(const QString& icon, bool checkable)
{
  auto* button = new QToolButton;
  button->setIcon(themedIcon(icon));
  button->setIconSize(QSize(px(Size::Icon), px(Size::Icon)));
  button->setCheckable(checkable);
  button->setAutoRaise(true);
  m_bar->layout()->addWidget(button);
  return button;
}

void MapPanel::build()
{
  auto* line = new QHBoxLayout(m_bar);
  line->setContentsMargins(px(Size::Space2), px(Size::Space1), px(Size::Space2), px(Size::Space1));
  line->setSpacing(px(Size::Space1));
  m_search->setClearButtonEnabled(true);
  m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  m_search->setMaximumWidth(px(Size::Details));
  line->addWidget(m_search, 1);
  line->addStretch(0);
  m_closer = addButton(QStringLiteral("plus"), false);
  m_farther = addButton(QStringLiteral("minus"), false);
  m_whole = addButton(QStringLiteral("maximize-2"), false);
  m_box = addButton(QStringLiteral("square-dashed-mouse-pointer"), true);
  m_routes = addButton(QStringLiteral("route"), true);
  m_replay = addButton(QStringLiteral("history"), true);
  m_export = addButton(QStringLiteral("download"), false);
  m_export->setPopupMode(QToolButton::InstantPopup);
  m_export->setMenu(m_menu);
  m_png = m_menu->addAction(QString(), this, [this] { exportMap(QStringLiteral("png")); });
  m_pdf = m_menu->addAction(QString(), this, [this] { exportMap(QStringLiteral("pdf")); });
  m_print = m_menu->addAction(QString(), this, [this] { print(); });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_bar);
  column->addWidget(m_view, 1);
  m_matches->hide();
  m_matches->setFocusPolicy(Qt::NoFocus);
  m_search->installEventFilter(this);
  connect(m_search, &QLineEdit::textChanged, this, &MapPanel::showMatches);
  connect(m_search, &QLineEdit::returnPressed, this, [this] { goTo(std::max(0, m_matches->currentRow())); });
  connect(m_matches, &QListWidget::itemClicked, this, [this] { goTo(m_matches->currentRow()); });
  const auto zoom = [this](double by) {
    m_view->setCamera(m_view->camera().zoomedTo(m_view->camera().zoom + by, QRectF(m_view->rect()).center()));
  };
  connect(m_closer, &QToolButton::clicked, this, [zoom] { zoom(kStep); });
  connect(m_farther, &QToolButton::clicked, this, [zoom] { zoom(-kStep); });
  connect(m_whole, &QToolButton::clicked, m_view, &MapView::fitContent);
  connect(m_box, &QToolButton::toggled, m_view, &MapView::setBoxMode);
  connect(m_view, &MapView::boxed, this, [this] { m_box->setChecked(false); });
  connect(m_routes, &QToolButton::toggled, m_view, &MapView::setFlowsShown);
  connect(m_routes, &QToolButton::toggled, this, &MapPanel::routesToggled);
  connect(m_replay, &QToolButton::toggled, this, &MapPanel::replayToggled);
}

void MapPanel::setGeocoder(std::shared_ptr<const Geocoder> geocoder)
{
  m_geocoder = std::move(geocoder);
  m_view->setGazetteer(m_geocoder->gazetteer());
}

void MapPanel::focusSearch()
{
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void MapPanel::search(const QString& text)
{
  m_search->setText(text);
}

/// Districts of one name in several cities are told apart by the city behind the name.
void MapPanel::showMatches(const QString& text)
{
  m_matches->clear();
  m_found = m_geocoder && !text.trimmed().isEmpty() ? m_geocoder->placesNamed(text.trimmed(), kMatches)
                                                    : std::vector<FoundPlace>();
  const bool chinese = language() == u"zh_CN";
  const auto nameOf = [chinese](const FoundPlace& place) {
    return (chinese && !place.name.isEmpty()) || place.englishName.isEmpty() ? place.name : place.englishName;
  };
  for (const FoundPlace& place : m_found) {
    QString line = nameOf(place);
    const QString city = m_geocoder->cityOf(place.code);
    if (city != place.code) {
      if (const auto around = m_geocoder->placeOf(city))
        line += QStringLiteral("  ·  ") + nameOf(*around);
    } else if (place.country != u"CN") {
      line += QStringLiteral("  ·  ") + place.country;
    }
    m_matches->addItem(line);
  }
  if (m_found.empty() && text.trimmed().size() > 1 && m_geocoder)
    m_matches->addItem(tr("No place of this name"));
  m_matches->setCurrentRow(m_found.empty() ? -1 : 0);
  placeList();
}

void MapPanel::placeList()
{
  const int rows = m_matches->count();
  m_matches->setVisible(rows > 0);
  if (rows == 0)
    return;
  const int height = rows * m_matches->sizeHintForRow(0) + 2 * m_matches->frameWidth() + 2;
  m_matches->setGeometry(m_search->x(), m_bar->height(), std::max(m_search->width(), px(Size::Details)), height);
  m_matches->raise();
}

void MapPanel::goTo(int row)
{
  if (row < 0 || size_t(row) >= m_found.size())
    return;
  const FoundPlace place = m_found[size_t(row)];
  m_view->showPlace(place.point, zoomFor(place.level));
  m_matches->hide();
  m_view->setFocus();
}

bool MapPanel::eventFilter(QObject* watched, QEvent* event)
{
  if (event->type() == QEvent::FocusOut && watched == m_search)
    m_matches->hide();
  if (event->type() == QEvent::FocusIn && watched == m_search)
    placeList();
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = m_matches->currentRow();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
      m_matches->setCurrentRow(
          std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_matches->count() - 1)));
      return true;
    }
    if (key == Qt::Key_Escape && m_matches->isVisible()) {
      m_matches->hide();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

MapPicture MapPanel::picture() const
{
  std::shared_ptr<const Gazetteer> names;
  if (m_geocoder)
    names = std::shared_ptr<const Gazetteer>(m_geocoder, &m_geocoder->gazetteer());
  MapScene scene = m_view->scene();
  scene.marked.reset();
  scene.attribution = MapView::offlineCredit(); // paper bears the offline map, whatever the screen shows
  return {std::move(scene), m_view->camera(), mapPaperLook(), std::move(names), tr("Parcels on their way")};
}

void MapPanel::exportMap(const QString& ending)
{
  auto* dialog = new QFileDialog(this, ending == u"png" ? tr("Save the map as a picture") : tr("Save the map as PDF"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(ending);
  dialog->selectFile(QStringLiteral("map.") + ending);
  connect(dialog, &QFileDialog::fileSelected, this, [this, ending](const QString& file) {
    auto saved = ending == u"png" ? saveMapImage(m_view->image(), file) : saveMapPdf(picture(), file);
    deliver(std::move(saved), this, [this, file](const Result<void>& done) {
      Q_EMIT told(done ? tr("Saved as %1").arg(file) : tr("The map could not be saved: %1").arg(done.error().detail));
    });
  });
  dialog->open();
}

/// The preview draws with the same function as the printer.
void MapPanel::print()
{
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setPageOrientation(QPageLayout::Landscape);
  printer->setDocName(tr("Parcels on their way"));
  auto* dialog = new QPrintPreviewDialog(printer.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, printer, shown = picture()](QPrinter* device) {
    QPainter painter;
    if (!painter.begin(device))
      return Q_EMIT told(tr("There is no printer that can be drawn on. Save the map as PDF instead."));
    const auto drawn = drawMapPicture(painter, QRectF({0, 0}, device->pageRect(QPrinter::DevicePixel).size()), shown);
    if (!drawn)
      Q_EMIT told(tr("The map could not be printed: %1").arg(drawn.error().detail));
  });
  dialog->open();
}

void MapPanel::resizeEvent(QResizeEvent* event)
{
  QWidget::resizeEvent(event);
  if (m_matches->isVisible())
    placeList();
}

void MapPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void MapPanel::retranslate()
{
  m_search->setPlaceholderText(tr("Find a place"));
  m_search->setAccessibleName(tr("Find a place on the map"));
  m_matches->setAccessibleName(tr("Places found"));
  const std::pair<QToolButton*, QString> names[] = {{m_closer, tr("Zoom in")},
                                                    {m_farther, tr("Zoom out")},
                                                    {m_whole, tr("Show all parcels")},
                                                    {m_box, tr("Choose parcels with a box")},
                                                    {m_routes, tr("Show routes")},
                                                    {m_replay, tr("Replay a day")},
                                                    {m_export, tr("Export or print the map")}};
  for (const auto& [button, name] : names) {
    button->setToolTip(name);
    button->setAccessibleName(name);
  }
  m_png->setText(tr("Save as picture (PNG)…"));
  m_pdf->setText(tr("Save as PDF…"));
  m_print->setText(tr("Print…"));
}

} // namespace supercargo
