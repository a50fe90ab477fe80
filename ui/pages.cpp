#include "ui/pages.h"

#include "ui/analytics/analyticspage.h"
#include "ui/connections/connectionspage.h"
#include "ui/inventory/inventorypage.h"
#include "ui/orders/orderspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/reports/reportspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shipments/shipmentspage.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

template <class P>
Page* make(const PageContext& context)
{
  return new P(context);
}

const std::vector<PageInfo> kPages = {
    {"overview", QT_TRANSLATE_NOOP("pages", "Overview"), "house", make<OverviewPage>},
    {"orders", QT_TRANSLATE_NOOP("pages", "Orders"), "receipt", make<OrdersPage>},
    {"inventory", QT_TRANSLATE_NOOP("pages", "Inventory"), "package", make<InventoryPage>},
    {"shipments", QT_TRANSLATE_NOOP("pages", "Shipments"), "truck", make<ShipmentsPage>},
    {"analytics", QT_TRANSLATE_NOOP("pages", "Analytics"), "chart-column", make<AnalyticsPage>},
    {"connections", QT_TRANSLATE_NOOP("pages", "Connections"), "plug", make<ConnectionsPage>},
    {"reports", QT_TRANSLATE_NOOP("pages", "Reports"), "file-text", make<ReportsPage>},
    {"settings", QT_TRANSLATE_NOOP("pages", "Settings"), "settings", make<SettingsPage>},
};

} // namespace

std::span<const PageInfo> pageTable()
{
  return kPages;
}

QString pageTitle(const PageInfo& page)
{
  return QCoreApplication::translate("pages", page.title);
}

} // namespace supercargo
