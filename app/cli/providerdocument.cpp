#include "app/cli/providerdocument.h"

#include "core/providers/apidocument.h"

#include <QCoreApplication>

namespace supercargo::cli {
namespace {

/// In the order of DocWord.
const char* const kDocWords[] = {
    QT_TRANSLATE_NOOP("cli", "What is called"),
    QT_TRANSLATE_NOOP("cli", "Fields of an account"),
    QT_TRANSLATE_NOOP("cli", "What is read, and how often"),
    QT_TRANSLATE_NOOP("cli", "How order states are read"),
    QT_TRANSLATE_NOOP("cli", "How parcel states are read"),
    QT_TRANSLATE_NOOP("cli", "What is not certain"),
    QT_TRANSLATE_NOOP("cli", "API version"),
    QT_TRANSLATE_NOOP("cli", "Retires"),
    QT_TRANSLATE_NOOP("cli", "not announced"),
    QT_TRANSLATE_NOOP("cli", "Header that names the version"),
    QT_TRANSLATE_NOOP("cli", "Header that announces the end"),
    QT_TRANSLATE_NOOP("cli", "Certainty"),
    QT_TRANSLATE_NOOP("cli", "Sign-in"),
    QT_TRANSLATE_NOOP("cli", "Can"),
    QT_TRANSLATE_NOOP("cli", "Calls"),
    QT_TRANSLATE_NOOP("cli", "Calls a day"),
    QT_TRANSLATE_NOOP("cli", "Endpoint"),
    QT_TRANSLATE_NOOP("cli", "Documentation"),
    QT_TRANSLATE_NOOP("cli", "%1 a second, bursts of %2, %3 at a time"),
    QT_TRANSLATE_NOOP("cli", "Operation"),
    QT_TRANSLATE_NOOP("cli", "Request"),
    QT_TRANSLATE_NOOP("cli", "Meaning"),
    QT_TRANSLATE_NOOP("cli", "Field"),
    QT_TRANSLATE_NOOP("cli", "Needed"),
    QT_TRANSLATE_NOOP("cli", "Secret"),
    QT_TRANSLATE_NOOP("cli", "Where to find it"),
    QT_TRANSLATE_NOOP("cli", "Stream"),
    QT_TRANSLATE_NOOP("cli", "Looked for every"),
    QT_TRANSLATE_NOOP("cli", "Open records read again every"),
    QT_TRANSLATE_NOOP("cli", "Page"),
    QT_TRANSLATE_NOOP("cli", "Overlap"),
    QT_TRANSLATE_NOOP("cli", "Days of history"),
    QT_TRANSLATE_NOOP("cli", "Changes that move its time"),
    QT_TRANSLATE_NOOP("cli", "Permission"),
    QT_TRANSLATE_NOOP("cli", "Provider says"),
    QT_TRANSLATE_NOOP("cli", "Order"),
    QT_TRANSLATE_NOOP("cli", "Payment"),
    QT_TRANSLATE_NOOP("cli", "Fulfilment"),
    QT_TRANSLATE_NOOP("cli", "Code"),
    QT_TRANSLATE_NOOP("cli", "Parcel"),
    QT_TRANSLATE_NOOP("cli", "Reason"),
    QT_TRANSLATE_NOOP("cli", "Value"),
    QT_TRANSLATE_NOOP("cli", "all"),
    QT_TRANSLATE_NOOP("cli", "documented"),
    QT_TRANSLATE_NOOP("cli", "tried"),
    QT_TRANSLATE_NOOP("cli", "from the community"),
    QT_TRANSLATE_NOOP("cli", "uncertain"),
};
static_assert(std::size(kDocWords) == size_t(DocWord::Uncertain) + 1);

} // namespace

QString localText(const LocalText& text)
{
  // The catalogue tells which language is installed; without one it is English.
  const bool isChinese = QCoreApplication::translate("cli", "en", "code of this language") == QStringLiteral("zh");
  return isChinese && !text.zh.isEmpty() ? text.zh : text.en;
}

QString providerDocument(const Provider& provider)
{
  const DocWords words{[](DocWord word) { return QCoreApplication::translate("cli", kDocWords[size_t(word)]); },
                       localText};
  return markdownOf(apiDocument(provider.declaration, words));
}

} // namespace supercargo::cli
