#include "app/desktop/wizardmemory.h"

namespace supercargo {
namespace {

const Setting<int> kStep{QStringLiteral("wizard/step"), 0};
const Setting<bool> kSimulated{QStringLiteral("wizard/simulated"), true};

Setting<QString> text(const char* name, const QString& fallback)
{
  return {QStringLiteral("wizard/") + QLatin1String(name), fallback};
}

} // namespace

WizardDraft loadDraft(const Settings& settings)
{
  WizardDraft draft;
  draft.step = settings.get(kStep);
  draft.simulated = settings.get(kSimulated);
  draft.shopName = settings.get(text("shop", draft.shopName));
  draft.currency = settings.get(text("currency", draft.currency));
  draft.timeZone = settings.get(text("timeZone", draft.timeZone));
  draft.backupFolder = settings.get(text("backups", draft.backupFolder));
  return draft;
}

void saveDraft(Settings& settings, const WizardDraft& draft)
{
  settings.set(kStep, draft.step);
  settings.set(kSimulated, draft.simulated);
  settings.set(text("shop", {}), draft.shopName);
  settings.set(text("currency", {}), draft.currency);
  settings.set(text("timeZone", {}), draft.timeZone);
  settings.set(text("backups", {}), draft.backupFolder);
  static_cast<void>(settings.save()); // a folder that cannot be written to is told when the workspace is made there
}

} // namespace supercargo
