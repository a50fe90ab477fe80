#include "ui/pages.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

template <class P>
[[maybe_unused]] Page* make(const PageContext& context)
{
  return new P(context);
}

const std::vector<PageInfo> kPages = {
    // id, title, icon, make: each page adds its line
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
