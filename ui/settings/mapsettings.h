#pragma once

#include "core/base/instant.h"
#include "core/tiles/tilesource.h"

#include <QFrame>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

class Database;
class Settings;
class Vault;
struct PageContext;

/// Which base map the program draws: its own, which needs no network, or one that the person has access to; and the
/// number under which a public map was reviewed. What is typed holds when its field is left; what cannot work is said
/// below and not used.
class MapSettings : public QFrame {
  Q_OBJECT
public:
  explicit MapSettings(const PageContext& context, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void load();
  void store();
  void storeKey();
  void chooseFile();
  void showKind();
  TileSource typed() const;
  void retranslate();

  Database& m_db;
  std::shared_ptr<Vault> m_vault;
  Clock m_clock;
  Settings* m_settings;
  QString m_knownKey; ///< as it lies in the vault
  QLabel *m_heading, *m_note, *m_fault;
  QLabel *m_kindLabel, *m_addressLabel, *m_keyLabel, *m_layerLabel, *m_matrixLabel, *m_creditLabel, *m_numberLabel;
  QComboBox* m_kind;
  QLineEdit *m_address, *m_key, *m_layer, *m_matrix, *m_credit, *m_number;
  QPushButton* m_file;
  QCheckBox *m_named, *m_shifted;
  QFormLayout* m_form;
};

} // namespace supercargo
