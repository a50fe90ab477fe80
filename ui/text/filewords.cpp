#include "ui/text/filewords.h"

#include <QCoreApplication>

namespace supercargo {

QString rowFaultText(const RowFault& fault)
{
  // In the order of RowFaultKind; %1 and %2 are what the fault is about.
  static const char* const sentences[] = {
      QT_TRANSLATE_NOOP("text", "%1 cells stand under %2 headings."),
      QT_TRANSLATE_NOOP("text", "A quotation mark is opened and never closed."),
      QT_TRANSLATE_NOOP("text", "The sheet ends too soon: %1"),
      QT_TRANSLATE_NOOP("text", "The spreadsheet has rounded “%1”: export such numbers as text."),
      QT_TRANSLATE_NOOP("text", "“%1” is no amount of money."),
      QT_TRANSLATE_NOOP("text", "“%1” is no number of pieces."),
      QT_TRANSLATE_NOOP("text", "“%1” is no time."),
      QT_TRANSLATE_NOOP("text", "“%1” is no currency."),
      QT_TRANSLATE_NOOP("text", "The sum is too large."),
      QT_TRANSLATE_NOOP("text", "The SKU is missing."),
      QT_TRANSLATE_NOOP("text", "The title is missing."),
      QT_TRANSLATE_NOOP("text", "The order number is missing."),
      QT_TRANSLATE_NOOP("text", "The time of the order is missing."),
      QT_TRANSLATE_NOOP("text", "The price of one piece is missing."),
      QT_TRANSLATE_NOOP("text", "Nothing tells this customer from others: number, e-mail and telephone are missing."),
      QT_TRANSLATE_NOOP("text", "Not stocked at this location."),
      QT_TRANSLATE_NOOP("text", "No quantity is given."),
      QT_TRANSLATE_NOOP("text", "The waybill number is missing."),
      QT_TRANSLATE_NOOP("text", "The day of the bill is missing."),
      QT_TRANSLATE_NOOP("text", "“%1” is no weight."),
      QT_TRANSLATE_NOOP("text", "“%1” has no unit of weight: write g, kg, lb or oz behind it or into the heading."),
      QT_TRANSLATE_NOOP("text", "“%1” is more than one piece may weigh: 1,000 kg."),
      QT_TRANSLATE_NOOP("text", "The amount that was charged is missing."),
  };
  static_assert(std::size(sentences) == std::size_t(RowFaultKind::NoCharge) + 1);
  QString text = QCoreApplication::translate("text", sentences[std::size_t(fault.kind)]);
  if (fault.kind == RowFaultKind::CellCount)
    return text.arg(fault.about, fault.beside);
  return text.contains(QLatin1String("%1")) ? text.arg(fault.about) : text;
}

QString rowFaultsText(const std::vector<RowFault>& faults)
{
  QStringList sentences;
  for (const RowFault& fault : faults)
    sentences.append(rowFaultText(fault));
  return sentences.join(u' ');
}

QString importNotesText(const FileImportDone& done)
{
  QStringList sentences;
  if (done.weights > 0)
    sentences << QCoreApplication::translate("text", "The weights of %1 articles were set.").arg(done.weights);
  if (!done.waiting.isEmpty())
    sentences << QCoreApplication::translate(
                     "text", "Lines of %1 orders are kept, such as of %2, but the orders are not known yet: "
                             "import the file of orders as well, into the same account.")
                     .arg(QString::number(done.waiting.size()), done.waiting.front());
  return sentences.join(u' ');
}

} // namespace supercargo
