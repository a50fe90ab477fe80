#include "core/outbox/accountcontext.h"

namespace supercargo {

FetchContext accountContext(const Provider& provider, const AccountRow& account)
{
  FetchContext context;
  context.declaration = &provider.declaration;
  context.endpoint = account.endpoint;
  while (context.endpoint.endsWith(u'/'))
    context.endpoint.chop(1);
  context.fields = account.fields;
  return context;
}

} // namespace supercargo
