#include "ui/connections/reasondialog.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

ReasonDialog::ReasonDialog(qint64 records, QWidget* parent) : QDialog(parent)
{
  setWindowTitle(tr("Dismiss"));
  auto* title = new QLabel(tr("Dismiss %n records?", nullptr, int(records)), this);
  setRole(title, "title");
  title->setWordWrap(true);
  auto* note =
      new QLabel(tr("They leave the list, with who did it and why. Should one fail for another reason later, it "
                    "comes back."),
                 this);
  note->setWordWrap(true);
  setRole(note, "muted");
  m_reason = new QLineEdit(this);
  m_reason->setPlaceholderText(tr("Why, for example: a test order"));
  m_reason->setAccessibleName(tr("Reason"));
  auto* cancel = new QPushButton(tr("Cancel"), this);
  auto* yes = new QPushButton(tr("Dismiss"), this);
  setRole(yes, "primary");
  yes->setDefault(true);
  yes->setEnabled(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(yes);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(title);
  column->addWidget(note);
  column->addWidget(m_reason);
  column->addLayout(buttons);
  setMinimumWidth(px(Size::Details));
  connect(m_reason, &QLineEdit::textChanged, yes,
          [yes](const QString& text) { yes->setEnabled(!text.trimmed().isEmpty()); });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(yes, &QPushButton::clicked, this, [this] {
    Q_EMIT given(m_reason->text().trimmed());
    accept();
  });
}

} // namespace supercargo
