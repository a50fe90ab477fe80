#include "tests/support/tempdatabase.h"

#include "core/db/open.h"

#include <QCoreApplication>
#include <QUrl>

#include <atomic>

namespace supercargo::test {
namespace {
QString clusterAddress()
{
  return qEnvironmentVariable("SUPERCARGO_TEST_POSTGRES");
}
} // namespace

void addEngines()
{
  QTest::addColumn<supercargo::Engine>("engine");
  QTest::newRow("SQLite") << Engine::Sqlite;
  if (!clusterAddress().isEmpty())
    QTest::newRow("PostgreSQL") << Engine::PostgreSql;
}

Engine engineOfRow()
{
  QFETCH_GLOBAL(supercargo::Engine, engine);
  return engine;
}

TempDatabase::TempDatabase(Engine engine)
{
  m_config.readers = 2;
  if (engine == Engine::Sqlite) {
    m_config.sqliteFile = file(QStringLiteral("workspace.db"));
    return;
  }
  static std::atomic<int> counter{0};
  m_postgresName = QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
  const auto cluster = must(openPostgres(clusterAddress(), Access::ReadWrite));
  must(cluster->runOnce(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'").arg(m_postgresName)));
  QUrl url(clusterAddress());
  url.setPath(u'/' + m_postgresName);
  m_config.postgresUrl = url.toString(QUrl::FullyEncoded);
}

TempDatabase::~TempDatabase()
{
  m_connection.reset();
  if (m_postgresName.isEmpty())
    return;
  const auto cluster = must(openPostgres(clusterAddress(), Access::ReadWrite));
  must(cluster->runOnce(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_postgresName)));
}

Connection& TempDatabase::connection()
{
  if (!m_connection)
    m_connection = must(connectTo(m_config, false));
  return *m_connection;
}

} // namespace supercargo::test
