#include "ui/connections/importwords.h"

#include <QHash>

namespace supercargo {

QString ImportWords::kind(ImportKind kind)
{
  switch (kind) {
  case ImportKind::Products:
    return tr("Products");
  case ImportKind::Stock:
    return tr("Stock");
  case ImportKind::Customers:
    return tr("Customers");
  case ImportKind::Freight:
    return tr("Freight bills");
  case ImportKind::Orders:
    break;
  }
  return tr("Orders");
}

QString ImportWords::result(RowResult::Kind kind)
{
  switch (kind) {
  case RowResult::Kind::Skipped:
    return tr("Skipped");
  case RowResult::Kind::Failed:
    return tr("Failed");
  case RowResult::Kind::Read:
    break;
  }
  return tr("Read");
}

QString ImportWords::field(const QString& field)
{
  static const QHash<QString, const char*> kWords{
      {QStringLiteral("id"), QT_TR_NOOP("Identifier")},
      {QStringLiteral("number"), QT_TR_NOOP("Order number")},
      {QStringLiteral("status"), QT_TR_NOOP("Status")},
      {QStringLiteral("financial_status"), QT_TR_NOOP("Payment status")},
      {QStringLiteral("fulfilment_status"), QT_TR_NOOP("Shipping status")},
      {QStringLiteral("placed_at"), QT_TR_NOOP("Placed at")},
      {QStringLiteral("paid_at"), QT_TR_NOOP("Paid at")},
      {QStringLiteral("shipped_at"), QT_TR_NOOP("Shipped at")},
      {QStringLiteral("completed_at"), QT_TR_NOOP("Completed at")},
      {QStringLiteral("cancelled_at"), QT_TR_NOOP("Cancelled at")},
      {QStringLiteral("currency"), QT_TR_NOOP("Currency")},
      {QStringLiteral("total"), QT_TR_NOOP("Total paid")},
      {QStringLiteral("goods"), QT_TR_NOOP("Goods")},
      {QStringLiteral("shipping"), QT_TR_NOOP("Freight")},
      {QStringLiteral("tax"), QT_TR_NOOP("Tax")},
      {QStringLiteral("discount"), QT_TR_NOOP("Discount")},
      {QStringLiteral("refunded"), QT_TR_NOOP("Refunded")},
      {QStringLiteral("buyer"), QT_TR_NOOP("Buyer")},
      {QStringLiteral("email"), QT_TR_NOOP("E-mail")},
      {QStringLiteral("receiver"), QT_TR_NOOP("Recipient")},
      {QStringLiteral("phone"), QT_TR_NOOP("Telephone")},
      {QStringLiteral("address"), QT_TR_NOOP("Address")},
      {QStringLiteral("city"), QT_TR_NOOP("City")},
      {QStringLiteral("province"), QT_TR_NOOP("Province")},
      {QStringLiteral("zip"), QT_TR_NOOP("Postal code")},
      {QStringLiteral("country"), QT_TR_NOOP("Country")},
      {QStringLiteral("buyer_note"), QT_TR_NOOP("Buyer's message")},
      {QStringLiteral("memo"), QT_TR_NOOP("Seller's note")},
      {QStringLiteral("courier"), QT_TR_NOOP("Courier")},
      {QStringLiteral("tracking"), QT_TR_NOOP("Waybill number")},
      {QStringLiteral("payment_method"), QT_TR_NOOP("Way of paying")},
      {QStringLiteral("payment_reference"), QT_TR_NOOP("Payment number")},
      {QStringLiteral("title"), QT_TR_NOOP("Title")},
      {QStringLiteral("sku"), QT_TR_NOOP("SKU")},
      {QStringLiteral("quantity"), QT_TR_NOOP("Quantity")},
      {QStringLiteral("unit_price"), QT_TR_NOOP("Price of one")},
      {QStringLiteral("options"), QT_TR_NOOP("Variant")},
      {QStringLiteral("type"), QT_TR_NOOP("Kind")},
      {QStringLiteral("parent"), QT_TR_NOOP("Belongs to")},
      {QStringLiteral("price"), QT_TR_NOOP("Price")},
      {QStringLiteral("sale_price"), QT_TR_NOOP("Reduced price")},
      {QStringLiteral("stock"), QT_TR_NOOP("In stock")},
      {QStringLiteral("image"), QT_TR_NOOP("Picture")},
      {QStringLiteral("variant_image"), QT_TR_NOOP("Variant's picture")},
      {QStringLiteral("barcode"), QT_TR_NOOP("Bar code")},
      {QStringLiteral("categories"), QT_TR_NOOP("Categories")},
      {QStringLiteral("tracker"), QT_TR_NOOP("Who counts the stock")},
      {QStringLiteral("available"), QT_TR_NOOP("Available")},
      {QStringLiteral("on_hand"), QT_TR_NOOP("On hand")},
      {QStringLiteral("allocated"), QT_TR_NOOP("Allocated")},
      {QStringLiteral("location"), QT_TR_NOOP("Location")},
      {QStringLiteral("name"), QT_TR_NOOP("Name")},
      {QStringLiteral("first_name"), QT_TR_NOOP("First name")},
      {QStringLiteral("last_name"), QT_TR_NOOP("Last name")},
      {QStringLiteral("billed_at"), QT_TR_NOOP("Billed on")},
      {QStringLiteral("amount"), QT_TR_NOOP("Amount charged")},
      {QStringLiteral("weight"), QT_TR_NOOP("Weight")},
      {QStringLiteral("weight_unit"), QT_TR_NOOP("Unit of weight")},
      {QStringLiteral("service"), QT_TR_NOOP("Service")},
      {QStringLiteral("destination"), QT_TR_NOOP("Destination")},
      {QStringLiteral("note"), QT_TR_NOOP("Note")},
      {QStringLiteral("registered_at"), QT_TR_NOOP("Registered at")},
  };
  const char* word = kWords.value(field);
  return word ? tr(word) : field;
}

QString ImportWords::columnTrouble(const Error& error, ImportKind kind)
{
  if (importFields(kind).contains(error.subject))
    return tr("No column tells this: %1. Choose one.").arg(field(error.subject));
  return error.subject.isEmpty()
             ? tr("The columns do not fit this kind of record. Choose them below.")
             : tr("The column “%1” stands more than once: rename one of them in the file.").arg(error.subject);
}

QString ImportWords::fileTrouble(const Error& error)
{
  switch (error.kind) {
  case ErrorKind::TooLarge:
    return tr("The file cannot be read: it is larger than 512 MB.");
  case ErrorKind::NotFound:
    return tr("The file cannot be read: it cannot be opened.");
  default:
    return tr("The file cannot be read: it is neither a workbook (XLSX) nor a text in UTF-8, UTF-16 or GB18030.");
  }
}

} // namespace supercargo
