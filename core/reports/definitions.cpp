#include "core/reports/definitions.h"

namespace supercargo {

const std::vector<ReportDefinition>& reportDefinitions()
{
  static const std::vector<ReportDefinition> list = [] {
    std::vector<ReportDefinition> all;
    for (const auto part :
         {salesDefinitions,      orderValueDefinitions,   productClassDefinitions, boughtTogetherDefinitions,
          refundTimeDefinitions, backlogDefinitions,      deliveryDefinitions,     freightDefinitions,
          settlementDefinitions, stockDefinitions,        stockValueDefinitions,   stockTurnoverDefinitions,
          stockCountDefinitions, stockReorderDefinitions, supplierDefinitions,     ledgerDefinitions,
          cohortDefinitions,     newCustomerDefinitions,  customerDefinitions,     integrationDefinitions})
      for (ReportDefinition& definition : part())
        all.push_back(std::move(definition));
    return all;
  }();
  return list;
}

} // namespace supercargo
