#pragma once

#include "core/reports/cubereport.h"

namespace supercargo {

/// Makes the functions of a definition out of one that says which figures and dimensions a spec asks for.
template <CubeReport (*Shape)(const ReportSpec&)>
struct CubeDefinition {
  static Result<ReportResult> run(Connection& c, const ReportSpec& spec) { return runCubeReport(c, spec, Shape(spec)); }
  static Result<std::vector<FigureRow>> rowsOf(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                               const Slice& slice)
  {
    return cubeReportRows(c, spec, Shape(spec), columnKey, slice);
  }
};

// One function a file; definitions.cpp puts them together.
std::vector<ReportDefinition> salesDefinitions();
std::vector<ReportDefinition> orderValueDefinitions();
std::vector<ReportDefinition> productClassDefinitions();
std::vector<ReportDefinition> boughtTogetherDefinitions();
std::vector<ReportDefinition> refundTimeDefinitions();
std::vector<ReportDefinition> deliveryDefinitions();
std::vector<ReportDefinition> freightDefinitions();
std::vector<ReportDefinition> stockCountDefinitions();
std::vector<ReportDefinition> stockReorderDefinitions();
std::vector<ReportDefinition> supplierDefinitions();
std::vector<ReportDefinition> cohortDefinitions();
std::vector<ReportDefinition> customerDefinitions();
std::vector<ReportDefinition> stockDefinitions();
std::vector<ReportDefinition> stockValueDefinitions();
std::vector<ReportDefinition> stockTurnoverDefinitions();
std::vector<ReportDefinition> backlogDefinitions();
std::vector<ReportDefinition> settlementDefinitions();
std::vector<ReportDefinition> newCustomerDefinitions();
std::vector<ReportDefinition> integrationDefinitions();
std::vector<ReportDefinition> ledgerDefinitions();

} // namespace supercargo
