#include "ui/settings/mapsettings.h"

#include "core/base/deliver.h"
#include "core/settings/settings.h"
#include "core/tiles/mbtiles.h"
#include "ui/maps/mapkey.h"
#include "ui/maps/mapsource.h"
#include "ui/pages.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtConcurrent>

namespace supercargo {
namespace {

QLabel* labelOf(QWidget* buddy)
{
  auto* label = new QLabel;
  label->setBuddy(buddy);
  return label;
}

} // namespace

MapSettings::MapSettings(const PageContext& context, QWidget* parent)
    : QFrame(parent), m_db(context.db), m_vault(context.vault), m_clock(context.clock), m_settings(context.settings),
      m_heading(new QLabel), m_note(new QLabel), m_fault(new QLabel), m_kind(new QComboBox), m_address(new QLineEdit),
      m_key(new QLineEdit), m_layer(new QLineEdit), m_matrix(new QLineEdit), m_credit(new QLineEdit),
      m_number(new QLineEdit), m_file(new QPushButton), m_named(new QCheckBox), m_shifted(new QCheckBox),
      m_form(new QFormLayout)
{
  build();
  load();
  retranslate();
  showKind();
}

void MapSettings::build()
{
  setRole(this, "card");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space2));
  setRole(m_heading, "strong");
  setRole(m_note, "muted");
  setRole(m_fault, "error");
  m_note->setWordWrap(true);
  m_fault->setWordWrap(true);
  m_fault->setTextFormat(Qt::PlainText);
  column->addWidget(m_heading);
  column->addWidget(m_note);
  for (int i = 0; i < 4; ++i)
    m_kind->addItem(QString());
  m_key->setEchoMode(QLineEdit::PasswordEchoOnEdit);
  auto* kind = new QHBoxLayout;
  kind->addWidget(m_kind);
  kind->addStretch(1);
  auto* address = new QHBoxLayout;
  address->setSpacing(px(Size::Space2));
  address->addWidget(m_address, 1);
  address->addWidget(m_file);
  m_form->setVerticalSpacing(px(Size::Space2));
  m_form->addRow(m_kindLabel = labelOf(m_kind), kind);
  m_form->addRow(m_addressLabel = labelOf(m_address), address);
  m_form->addRow(m_keyLabel = labelOf(m_key), m_key);
  m_form->addRow(m_layerLabel = labelOf(m_layer), m_layer);
  m_form->addRow(m_matrixLabel = labelOf(m_matrix), m_matrix);
  m_form->addRow(m_creditLabel = labelOf(m_credit), m_credit);
  m_form->addRow(nullptr, m_named);
  m_form->addRow(nullptr, m_shifted);
  m_form->addRow(m_numberLabel = labelOf(m_number), m_number);
  column->addLayout(m_form);
  column->addWidget(m_fault);
  connect(m_kind, &QComboBox::activated, this, [this] {
    showKind();
    store();
  });
  for (QLineEdit* field : {m_address, m_key, m_layer, m_matrix, m_credit, m_number})
    connect(field, &QLineEdit::editingFinished, this, &MapSettings::store);
  for (QCheckBox* box : {m_named, m_shifted})
    connect(box, &QCheckBox::toggled, this, &MapSettings::store);
  connect(m_file, &QPushButton::clicked, this, &MapSettings::chooseFile);
}

void MapSettings::load()
{
  if (!m_settings)
    return;
  const QSignalBlocker quiet(m_shifted), quietToo(m_named);
  m_kind->setCurrentIndex(int(tileSourceKindNamed(m_settings->get(settings::kMapSource))));
  m_address->setText(m_settings->get(settings::kMapAddress));
  deliver(mapKey(m_db, m_vault), this, [this](const Result<QString>& key) {
    m_knownKey = key.value_or(QString());
    if (m_key->text().isEmpty())
      m_key->setText(m_knownKey);
  });
  m_layer->setText(m_settings->get(settings::kMapLayer));
  m_matrix->setText(m_settings->get(settings::kMapMatrixSet));
  m_credit->setText(m_settings->get(settings::kMapAttribution));
  m_named->setChecked(m_settings->get(settings::kMapNamed));
  m_shifted->setChecked(m_settings->get(settings::kMapShifted));
  m_number->setText(m_settings->get(settings::kMapApprovalNumber));
}

TileSource MapSettings::typed() const
{
  TileSource source;
  source.kind = TileSourceKind(std::max(0, m_kind->currentIndex()));
  source.address = m_address->text().trimmed();
  source.key = m_key->text().trimmed();
  source.layer = m_layer->text().trimmed();
  source.matrixSet = m_matrix->text().trimmed();
  source.attribution = m_credit->text().trimmed();
  source.named = m_named->isChecked();
  source.shifted = m_shifted->isChecked();
  return source;
}

void MapSettings::store()
{
  if (!m_settings)
    return;
  m_settings->set(settings::kMapApprovalNumber, m_number->text().trimmed());
  TileSource source = typed();
  const bool empty = source.kind != TileSourceKind::Offline && source.address.isEmpty();
  const auto checked = checkTileSource(source);
  const bool credited = source.kind == TileSourceKind::Offline || !source.attribution.isEmpty();
  QString fault;
  if (empty)
    fault = tr("Type the address of the map; until then the program's own map is used.");
  else if (!checked)
    fault = tr("This map cannot be used: %1. The program's own map is used.").arg(mapTroubleText(checked.error()));
  else if (!credited)
    fault = tr("Type who made the map, as its provider demands; until then the program's own map is used.");
  m_fault->setText(fault);
  m_fault->setVisible(!fault.isEmpty());
  if (!fault.isEmpty())
    source.kind = TileSourceKind::Offline;
  keepChosenMap(*m_settings, source);
  storeKey();
}

void MapSettings::storeKey()
{
  const QString key = m_key->text().trimmed();
  if (key == m_knownKey)
    return;
  m_knownKey = key;
  deliver(keepMapKey(m_db, m_vault, key, m_clock()), this, [this](const Result<void>& kept) {
    if (kept)
      return;
    m_fault->setText(tr("The key was not kept: %1").arg(kept.error().detail));
    m_fault->show();
  });
}

void MapSettings::chooseFile()
{
  auto* dialog = new QFileDialog(this, tr("Map file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setNameFilter(QStringLiteral("MBTiles (*.mbtiles)"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    m_address->setText(file);
    // A map file says itself who made it.
    const auto read = [file] {
      const auto map = MbtilesFile::open(file);
      return map ? (*map)->attribution() : QString();
    };
    deliver(QtConcurrent::run(read), this, [this](const QString& credit) {
      if (m_credit->text().trimmed().isEmpty())
        m_credit->setText(credit);
      store();
    });
  });
  dialog->open();
}

void MapSettings::showKind()
{
  const auto kind = TileSourceKind(std::max(0, m_kind->currentIndex()));
  const bool other = kind != TileSourceKind::Offline, net = other && kind != TileSourceKind::Mbtiles;
  const std::pair<QWidget*, bool> shown[] = {{m_addressLabel, other},
                                             {m_address, other},
                                             {m_file, kind == TileSourceKind::Mbtiles},
                                             {m_keyLabel, net},
                                             {m_key, net},
                                             {m_layerLabel, kind == TileSourceKind::Wmts},
                                             {m_layer, kind == TileSourceKind::Wmts},
                                             {m_matrixLabel, kind == TileSourceKind::Wmts},
                                             {m_matrix, kind == TileSourceKind::Wmts},
                                             {m_creditLabel, other},
                                             {m_credit, other},
                                             {m_named, other},
                                             {m_shifted, other}};
  for (const auto& [widget, visible] : shown)
    widget->setVisible(visible);
  m_address->setPlaceholderText(kind == TileSourceKind::Xyz    ? QStringLiteral("https://…/{z}/{x}/{y}.png?key={key}")
                                : kind == TileSourceKind::Wmts ? QStringLiteral("https://…/wmts?tk={key}")
                                                               : QString());
}

void MapSettings::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void MapSettings::retranslate()
{
  m_heading->setText(tr("Map"));
  m_note->setText(
      tr("The program's own map needs no network. Another one is asked for at its provider under this "
         "program's name, with two connections at most, and kept in the cache as long as the provider allows. "
         "Mind the provider's terms; a public map of China needs a review number."));
  const QString kinds[] = {tr("The program's own (offline)"), tr("Tile server (XYZ)"), tr("Map service (WMTS)"),
                           tr("File (MBTiles)")};
  for (int i = 0; i < 4; ++i)
    m_kind->setItemText(i, kinds[i]);
  const std::tuple<QLabel*, QWidget*, QString> fields[] = {{m_kindLabel, m_kind, tr("Base map")},
                                                           {m_addressLabel, m_address, tr("Address")},
                                                           {m_keyLabel, m_key, tr("Your key")},
                                                           {m_layerLabel, m_layer, tr("Layer")},
                                                           {m_matrixLabel, m_matrix, tr("Matrix set")},
                                                           {m_creditLabel, m_credit, tr("Who made it")},
                                                           {m_numberLabel, m_number, tr("Map review number")}};
  for (const auto& [label, field, text] : fields) {
    label->setText(text);
    field->setAccessibleName(text);
  }
  m_number->setPlaceholderText(tr("drawn at the lower left of the map"));
  m_file->setText(tr("Choose a file…"));
  m_named->setText(tr("The map shows names of places itself"));
  m_shifted->setText(tr("The map is in GCJ-02 (Amap, Tencent)"));
  if (m_fault->text().isEmpty())
    m_fault->hide();
}

} // namespace supercargo
