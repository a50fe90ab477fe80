#include "ui/accounts/trouble.h"

#include <QCoreApplication>

namespace supercargo {
namespace {
struct Words {
  const char* what;
  const char* todo;
};

Words wordsOf(ErrorKind kind)
{
  switch (kind) {
  case ErrorKind::Network:
    return {QT_TRANSLATE_NOOP("trouble", "The provider cannot be reached."),
            QT_TRANSLATE_NOOP("trouble", "Check the network and the address; it is tried again by itself.")};
  case ErrorKind::Timeout:
    return {QT_TRANSLATE_NOOP("trouble", "The provider did not answer in time."),
            QT_TRANSLATE_NOOP("trouble", "It is tried again by itself.")};
  case ErrorKind::RateLimited:
    return {QT_TRANSLATE_NOOP("trouble", "The provider asks us to slow down."),
            QT_TRANSLATE_NOOP("trouble", "Nothing to do: it goes on when the pause is over.")};
  case ErrorKind::Auth:
    return {QT_TRANSLATE_NOOP("trouble", "The provider does not accept these credentials."),
            QT_TRANSLATE_NOOP("trouble", "Copy the key again from the provider's console and enter it here.")};
  case ErrorKind::Config:
    return {QT_TRANSLATE_NOOP("trouble", "The account is not set up for this use at the provider."),
            QT_TRANSLATE_NOOP("trouble", "Check the address, the permissions of the key and the list of allowed IP addresses.")};
  case ErrorKind::Clock:
    return {QT_TRANSLATE_NOOP("trouble", "The clock of this computer differs too much from the provider's."),
            QT_TRANSLATE_NOOP("trouble", "Let the system set the time by itself.")};
  case ErrorKind::TooLarge:
    return {QT_TRANSLATE_NOOP("trouble", "The provider finds the question too large."),
            QT_TRANSLATE_NOOP("trouble", "It is asked again in smaller parts.")};
  case ErrorKind::Rejected:
    return {QT_TRANSLATE_NOOP("trouble", "The provider refused the request."),
            QT_TRANSLATE_NOOP("trouble", "Look at the answer in the flight recorder and correct what it names.")};
  case ErrorKind::ProviderDown:
    return {QT_TRANSLATE_NOOP("trouble", "The provider has a fault of its own."),
            QT_TRANSLATE_NOOP("trouble", "Nothing to do: it is tried again by itself.")};
  case ErrorKind::BadResponse:
    return {QT_TRANSLATE_NOOP("trouble", "The answer is not what the provider promises."),
            QT_TRANSLATE_NOOP("trouble", "Check that the address is that of the API, not of a web page.")};
  case ErrorKind::Database:
    return {QT_TRANSLATE_NOOP("trouble", "The local database failed."),
            QT_TRANSLATE_NOOP("trouble", "Verify the workspace in Settings, and keep the last backup safe.")};
  case ErrorKind::DiskFull:
    return {QT_TRANSLATE_NOOP("trouble", "The disk is full; nothing was changed."),
            QT_TRANSLATE_NOOP("trouble", "Make room on the disk of the workspace.")};
  case ErrorKind::Conflict:
    return {QT_TRANSLATE_NOOP("trouble", "It has been changed meanwhile."),
            QT_TRANSLATE_NOOP("trouble", "Look at the present state and try again.")};
  case ErrorKind::Denied:
    return {QT_TRANSLATE_NOOP("trouble", "This is not permitted."),
            QT_TRANSLATE_NOOP("trouble", "Ask for the permission at the provider or of the owner.")};
  case ErrorKind::Locked:
    return {QT_TRANSLATE_NOOP("trouble", "The secrets are locked."),
            QT_TRANSLATE_NOOP("trouble", "Enter the passphrase of the workspace, or unlock the system's keychain.")};
  case ErrorKind::Cancelled:
    return {QT_TRANSLATE_NOOP("trouble", "It was stopped."), QT_TRANSLATE_NOOP("trouble", "Start it again when you like.")};
  case ErrorKind::NotFound:
    return {QT_TRANSLATE_NOOP("trouble", "It does not exist."),
            QT_TRANSLATE_NOOP("trouble", "Check the spelling and whether it was removed.")};
  case ErrorKind::Invalid:
    break;
  }
  return {QT_TRANSLATE_NOOP("trouble", "Something that was entered makes no sense to the provider."),
          QT_TRANSLATE_NOOP("trouble", "Compare it with what the provider's console shows.")};
}
} // namespace

QString troubleSentence(ErrorKind kind) { return QCoreApplication::translate("trouble", wordsOf(kind).what); }
QString remedySentence(ErrorKind kind) { return QCoreApplication::translate("trouble", wordsOf(kind).todo); }

std::optional<ErrorKind> errorKindNamed(const QString& name)
{
  for (int i = 0; i <= int(ErrorKind::Invalid); ++i) {
    if (errorKindName(ErrorKind(i)) == name)
      return ErrorKind(i);
  }
  return std::nullopt;
}

} // namespace supercargo
