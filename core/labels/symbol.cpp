#include "core/labels/symbol.h"

#include <memory>
#include <zint.h>

namespace supercargo {
namespace {

constexpr int kLongestBarCode = 60, kLongestQr = 1000;
constexpr int kMediumCorrection = 2;

struct FreeSymbol {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

Result<Symbol> encoded(CodeKind kind, const QString& content)
{
  const std::unique_ptr<zint_symbol, FreeSymbol> drawn(ZBarcode_Create());
  if (!drawn)
    return fail(ErrorKind::Invalid, QStringLiteral("no memory for a bar code"), content);
  drawn->symbology = kind == CodeKind::Qr ? BARCODE_QRCODE : BARCODE_CODE128;
  drawn->input_mode = UNICODE_MODE;
  if (kind == CodeKind::Qr)
    drawn->option_1 = kMediumCorrection;
  QByteArray text = content.toUtf8();
  if (ZBarcode_Encode(drawn.get(), reinterpret_cast<unsigned char*>(text.data()), int(text.size())) >= ZINT_ERROR)
    return fail(ErrorKind::Invalid, QStringLiteral("no bar code can hold this: ") + QString::fromUtf8(drawn->errtxt),
                content);
  Symbol symbol{kind, content, drawn->width, drawn->rows, QBitArray(drawn->width * drawn->rows)};
  for (int row = 0; row < symbol.rows; ++row)
    for (int column = 0; column < symbol.columns; ++column)
      if ((drawn->encoded_data[row][column / 8] >> (column % 8)) & 1)
        symbol.modules.setBit(row * symbol.columns + column);
  return symbol;
}

Result<void> checkLength(const QString& content, int longest)
{
  if (content.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a bar code needs something to say"));
  if (content.size() > longest)
    return fail(ErrorKind::Invalid, QStringLiteral("too long for a bar code: %1 characters").arg(content.size()),
                content);
  return {};
}

} // namespace

Result<Symbol> code128(const QString& content)
{
  SC_TRY(checkLength(content, kLongestBarCode));
  for (const QChar character : content)
    if (character < u' ' || character > u'~')
      return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" cannot stand in a bar code").arg(character), content);
  return encoded(CodeKind::Code128, content);
}

Result<Symbol> qrCode(const QString& content)
{
  SC_TRY(checkLength(content, kLongestQr));
  return encoded(CodeKind::Qr, content);
}

} // namespace supercargo
