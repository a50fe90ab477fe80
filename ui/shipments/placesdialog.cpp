#include "ui/shipments/placesdialog.h"

#include "core/base/deliver.h"
#include "core/store/placealiases.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace supercargo {
namespace {

constexpr int kFewestLetters = 2; ///< one would be met everywhere

} // namespace

PlacesDialog::PlacesDialog(Database& db, std::shared_ptr<const Geocoder> geocoder, const QString& words,
                           QWidget* parent)
    : QDialog(parent), m_db(db), m_geocoder(std::move(geocoder)), m_words(new QLineEdit(words)), m_place(new QLineEdit),
      m_fault(new QLabel), m_listTitle(new QLabel), m_list(new QListWidget), m_forget(new QPushButton(tr("Forget"))),
      m_save(new QPushButton(tr("Save")))
{
  build();
  for (QLineEdit* field : {m_words, m_place})
    connect(field, &QLineEdit::textEdited, this, [this] { showFault({}); });
  connect(m_save, &QPushButton::clicked, this, &PlacesDialog::accept);
  connect(m_list, &QListWidget::itemSelectionChanged, this, &PlacesDialog::check);
  connect(m_forget, &QPushButton::clicked, this, &PlacesDialog::forget);
  check();
  reload();
  m_place->setFocus();
}

void PlacesDialog::build()
{
  setWindowTitle(tr("Teach a place"));
  auto* about = new QLabel(tr("The whole text of a courier, or only the words in it that stand for the place."));
  about->setWordWrap(true);
  setRole(about, "muted");
  setRole(m_fault, "error");
  m_fault->setTextFormat(Qt::PlainText);
  m_fault->setWordWrap(true);
  m_fault->hide();
  setRole(m_listTitle, "muted");
  m_listTitle->setWordWrap(true);
  m_list->setAccessibleName(tr("Taught places"));
  setRole(m_save, "primary");
  m_save->setDefault(true);
  m_forget->setAutoDefault(false);
  auto* form = new QFormLayout;
  const auto row = [form](const QString& title, QLineEdit* field) {
    field->setAccessibleName(title);
    form->addRow(title, field);
  };
  row(tr("Words"), m_words);
  row(tr("Place"), m_place);
  m_words->setCursorPosition(0);
  auto* cancel = new QPushButton(tr("Close"));
  cancel->setAutoDefault(false);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_forget);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(about);
  column->addLayout(form);
  column->addWidget(m_fault);
  column->addWidget(m_listTitle);
  column->addWidget(m_list, 1);
  column->addLayout(buttons);
  resize(px(Size::Details) * 2, px(Size::Details));
}

QString PlacesDialog::nameOf(const QString& code) const
{
  const auto place = m_geocoder->placeOf(code);
  if (!place)
    return code;
  return language() == u"zh_CN" || place->englishName.isEmpty() ? place->name : place->englishName;
}

void PlacesDialog::reload()
{
  deliver(m_db.read([](Connection& c) { return placeAliases(c); }), this,
          [this](const Result<std::vector<PlaceAlias>>& aliases) {
            if (!aliases)
              return showFault(errorSentence(aliases.error().kind).what);
            m_list->clear();
            for (const PlaceAlias& alias : *aliases) {
              auto* item = new QListWidgetItem(tr("“%1” means %2").arg(alias.text, nameOf(alias.code)), m_list);
              item->setData(Qt::UserRole, alias.text);
            }
            m_listTitle->setText(aliases->empty() ? tr("Nothing has been taught yet.") : tr("Taught so far:"));
            m_list->setVisible(!aliases->empty());
            check();
          });
}

void PlacesDialog::check()
{
  m_forget->setEnabled(!m_list->selectedItems().isEmpty());
}

void PlacesDialog::forget()
{
  const auto chosen = m_list->selectedItems();
  if (chosen.isEmpty())
    return;
  const QString words = chosen.front()->data(Qt::UserRole).toString();
  const auto change = [words](Connection& c, ChangeSet& changes) { return forgetPlace(c, words, changes); };
  deliver(m_db.write(change), this, [this](const Result<void>& done) {
    if (!done)
      showFault(errorSentence(done.error().kind).what);
    else
      Q_EMIT forgotten();
    reload();
  });
}

void PlacesDialog::showFault(const QString& fault)
{
  m_fault->setText(fault);
  m_fault->setVisible(!fault.isEmpty());
  for (QLineEdit* field : {m_words, m_place})
    setInvalid(field, false);
}

std::optional<FoundPlace> PlacesDialog::meant() const
{
  const QString typed = m_place->text().trimmed();
  const auto known = m_geocoder->placeOf(typed);
  return known || typed.isEmpty() ? known : m_geocoder->locate(typed).place;
}

void PlacesDialog::accept()
{
  const auto refuse = [this](QLineEdit* field, const QString& fault) {
    showFault(fault);
    setInvalid(field, true);
    field->setFocus();
  };
  const QString words = m_words->text().trimmed();
  if (words.size() < kFewestLetters)
    return refuse(m_words, tr("Write two letters or more: one would be met everywhere."));
  const auto place = meant();
  if (!place)
    return refuse(m_place, tr("“%1” names no place that is known.").arg(m_place->text().trimmed()));
  QDialog::accept();
  Q_EMIT taught(words, place->code);
}

} // namespace supercargo
