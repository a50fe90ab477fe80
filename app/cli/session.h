#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/workspace/workspace.h"
#include "core/base/deliver.h"
#include "core/store/filtertext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace supercargo::cli {

/// One run of the program: its arguments and, opened when first asked for, the workspace.
class Session {
public:
  explicit Session(Arguments arguments) : m_arguments(std::move(arguments)) {}

  const Arguments& arguments() const { return m_arguments; }
  bool isJson() const { return m_arguments.has(QStringLiteral("--json")); }
  bool has(const QString& option) const { return m_arguments.has(option); }
  QString value(const QString& option) const { return m_arguments.value(option); }
  QString operand(int index) const { return m_arguments.operands.value(index); }

  QString profileDir() const;
  Outcome<Workspace*> workspace();
  Outcome<Connection*> reader(); ///< a read-only connection of this thread
  Outcome<Connection*> writer();
  Outcome<std::shared_ptr<Vault>> vault();
  /// From SUPERCARGO_PASSPHRASE or --passphrase-fd; empty when neither is there.
  Outcome<QByteArray> passphrase();

  QTimeZone zone() const; ///< the open workspace's
  Outcome<FilterNames> filterNames();

  /// `--limit`: a number or "all" (0). Without it all for --json, else `human`.
  Outcome<int> limit(int human = 200) const;
  Outcome<qint64> integer(const QString& text, const QString& what) const; ///< wrong use if it is none
  /// An option's amount, "12.30"; wrong use if it is none or below 0.
  Outcome<Money> amount(const QString& option, Currency currency) const;
  template <class IdType>
  Outcome<IdType> idOperand(int index) const
  {
    SC_TRY_ASSIGN(number, integer(operand(index), m_arguments.command->operands));
    return IdType(number);
  }
  /// The account that an option or operand names by number.
  Outcome<AccountId> existingAccount(const QString& number);

  /// Runs the event loop until the future has its value. Commands are straight-line code; this is their only loop.
  template <class T>
  T await(QFuture<T> future)
  {
    std::optional<T> value;
    QObject context;
    deliver(std::move(future), &context, [&](T result) {
      value.emplace(std::move(result));
      QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return std::move(*value);
  }

private:
  Arguments m_arguments;
  std::optional<QByteArray> m_passphrase;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<Connection> m_reader, m_writer;
  std::shared_ptr<Vault> m_vault;
};

} // namespace supercargo::cli
