#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> shippingDeskSchema()
{
  return {
      // What is to be printed, and what became of it. The document itself is made anew from the facts.
      QStringLiteral("CREATE TABLE print_jobs (id $PK, document TEXT NOT NULL, order_id BIGINT, shipment_id BIGINT,"
                     " subject TEXT NOT NULL, paper TEXT NOT NULL, printer TEXT NOT NULL, copies BIGINT NOT NULL,"
                     " state TEXT NOT NULL, error TEXT NOT NULL, actor TEXT NOT NULL, created_at BIGINT NOT NULL,"
                     " changed_at BIGINT NOT NULL)"),
      QStringLiteral("CREATE INDEX print_jobs_by_state ON print_jobs (state, id)"),
      // Where a SKU lies in a warehouse: the person's word.
      QStringLiteral("CREATE TABLE bins (sku TEXT NOT NULL, warehouse TEXT NOT NULL, bin TEXT NOT NULL,"
                     " PRIMARY KEY (sku, warehouse)) $CLUSTERED"),
      // Orders whose goods were scanned into a box.
      QStringLiteral("CREATE TABLE packings (order_id $PK, packed_at BIGINT NOT NULL, actor TEXT NOT NULL,"
                     " units BIGINT NOT NULL)"),
  };
}

} // namespace supercargo
