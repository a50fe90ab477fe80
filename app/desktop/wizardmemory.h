#pragma once

#include "core/settings/settings.h"
#include "ui/wizard/wizardstep.h"

namespace supercargo {

/// What the first run has learnt, kept in the settings so that neither a crash nor a power cut loses it. Passphrases
/// and credentials are no part of it.
WizardDraft loadDraft(const Settings& settings);
void saveDraft(Settings& settings, const WizardDraft& draft); ///< on the disk when it returns

} // namespace supercargo
