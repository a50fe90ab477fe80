#pragma once

#include "core/base/instant.h"

#include <QDialog>
#include <QTimeZone>

#include <optional>

class QDateEdit;

namespace supercargo {

/// Asks when an account's credentials end, so that somebody is reminded in time.
class ExpiryDialog : public QDialog {
  Q_OBJECT
public:
  ExpiryDialog(const QString& account, std::optional<Instant> known, Instant now, const QTimeZone& zone,
               QWidget* parent = nullptr);
  QDateEdit* day() const { return m_day; }

Q_SIGNALS:
  void chosen(std::optional<supercargo::Instant> at); ///< the end of that day; nullopt: not known

private:
  QTimeZone m_zone;
  QDateEdit* m_day = nullptr;
};

} // namespace supercargo
