#pragma once

#include "core/settings/settings.h"
#include "core/store/accounts.h"
#include "tests/support/sampleorders.h"
#include "tests/support/tempdatabase.h"
#include "ui/mainwindow/mainwindow.h"

namespace supercargo::test {

/// A page or the whole window over a real temporary database.
struct PageFixture {
  /// `orders` of one shop called 云杉小店; 0: nothing is connected.
  explicit PageFixture(int orders)
  {
    if (orders > 0)
      must(temp.connection().transaction([this, orders]() -> Result<void> {
        Connection& c = temp.connection();
        AccountRow row;
        row.provider = QStringLiteral("woocommerce");
        row.name = QStringLiteral("云杉小店");
        row.createdAt = kNow;
        SC_TRY_ASSIGN(added, addAccount(c, row));
        account = added;
        ChangeSet changes;
        SC_TRY(upsertOrders(c, Origin{account, std::nullopt, kNow}, sampleOrders(orders, kNow), changes));
        return {};
      }));
    else
      temp.connection();
    temp.disconnect();
    db = must(Database::open(temp.config()));
    SyncOptions options;
    options.clock = [] { return kNow; };
    engine = std::make_unique<SyncEngine>(*db, nullptr, options);
    settings = std::make_unique<Settings>(temp.file(QStringLiteral("settings.ini")));
  }

  PageContext context()
  {
    WorkspaceInfo info;
    info.shopName = QStringLiteral("云杉");
    info.timeZone = QStringLiteral("Asia/Shanghai");
    info.currency = *Currency::of(QStringLiteral("CNY"));
    info.simulated = true;
    PageContext made{*db, *engine, nullptr, [] { return kNow; }, info, {}, {}, settings.get()};
    made.state = {[this](const QString& key) { return saved.value(key); },
                  [this](const QString& key, const QByteArray& bytes) { saved.insert(key, bytes); }};
    return made;
  }

  void openWindow()
  {
    window.reset();
    window = std::make_unique<MainWindow>(context());
    window->show();
  }

  /// The page, shown.
  Page* page(const QString& id)
  {
    for (int i = 0; i < window->pageCount(); ++i)
      if (window->pageId(i) == id) {
        window->showPage(i);
        return window->page(i);
      }
    return nullptr;
  }

  template <class T>
  T read(std::function<Result<T>(Connection&)> question)
  {
    return must(db->read(std::move(question)).result());
  }

  static constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};

  TempDatabase temp;
  AccountId account;
  std::unique_ptr<Database> db;
  std::unique_ptr<SyncEngine> engine;
  std::unique_ptr<Settings> settings;
  QHash<QString, QByteArray> saved;
  std::unique_ptr<MainWindow> window;
};

} // namespace supercargo::test
