#include "ui/connections/expirydialog.h"

#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr int kLikelyDays = 365; ///< how long credentials mostly hold
}

ExpiryDialog::ExpiryDialog(const QString& account, std::optional<Instant> known, Instant now, const QTimeZone& zone,
                           QWidget* parent)
    : QDialog(parent), m_zone(zone)
{
  setWindowTitle(tr("End of the credentials"));
  auto* title = new QLabel(tr("When do the credentials of %1 end?").arg(account), this);
  title->setWordWrap(true);
  setRole(title, "title");
  auto* note = new QLabel(tr("The provider's console mostly says it. You are reminded two weeks before."), this);
  note->setWordWrap(true);
  setRole(note, "muted");
  const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now), zone).date();
  m_day = new QDateEdit(
      known ? QDateTime::fromMSecsSinceEpoch(toMs(*known) - 1, zone).date() : today.addDays(kLikelyDays), this);
  m_day->setCalendarPopup(true);
  m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
  m_day->setAccessibleName(tr("Last day on which they hold"));
  auto* forget = new QPushButton(tr("Not known"), this);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  auto* keep = new QPushButton(tr("Remember"), this);
  setRole(keep, "primary");
  keep->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(forget);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(keep);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(title);
  column->addWidget(note);
  column->addWidget(m_day);
  column->addLayout(buttons);
  setMinimumWidth(px(Size::Details));
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(forget, &QPushButton::clicked, this, [this] {
    Q_EMIT chosen(std::nullopt);
    accept();
  });
  connect(keep, &QPushButton::clicked, this, [this] {
    const QDateTime end = m_day->date().addDays(1).startOfDay(m_zone);
    Q_EMIT chosen(fromMs(end.toMSecsSinceEpoch()));
    accept();
  });
}

} // namespace supercargo
