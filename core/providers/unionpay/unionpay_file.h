#pragma once

#include "core/providers/provider.h"

#include <QDate>

/// UnionPay's settlement file: base64 of a zlib stream of a zip, in it lines of fixed width: trades ("ZM"), and on some
/// days corrections ("ZME"). Names and widths are data ("zm_fields" and "zme_fields" of provider.json), since they come
/// from samples of 2015 to 2018.
namespace supercargo::unionpay {

struct ZmLayout {
  QString name;                                   ///< "zm"
  std::vector<std::pair<QByteArray, int>> fields; ///< name, bytes; one blank between two
  qsizetype lineSize = 0;                         ///< without the line end
};
ZmLayout zmLayout(const Declaration& declaration);
ZmLayout zmeLayout(const Declaration& declaration);

struct ZmRecord {
  QMap<QByteArray, QByteArray> fields; ///< trimmed at the end
  QByteArray line;
};

/// `fileContent` of an answer -> the zip. BadResponse: cut or damaged.
Result<QByteArray> unpackedFile(QByteArrayView fileContent);
/// The zip -> the detail lines. nullopt: it holds none.
Result<std::optional<QByteArray>> zmText(QByteArrayView zip);
Result<std::optional<QByteArray>> zmeText(QByteArrayView zip); ///< the lines of corrections
/// A line that is too short spoils the file: it was cut. Bytes behind what we know are noted as a change.
Result<std::vector<ZmRecord>> zmRecords(QByteArrayView text, const ZmLayout& layout, Snapshots& snapshots);

/// The line that a person has mended (kLineOperation). Which signs its bytes are nobody says: as text they are Latin 1.
struct MendedText {
  bool isAdjustment = false;
  QByteArray text;
};
MendedText mendedText(QByteArrayView answer);

/// Bill lines of one settlement day. A record that cannot be read becomes a failure.
void addBillLines(const std::vector<ZmRecord>& records, QDate settled, Snapshots& snapshots);
/// Bill lines of kind "adjustment". Lines of another layout do not spoil the day: they become failures, and a notice.
void addAdjustments(QByteArrayView text, const ZmLayout& layout, QDate settled, Snapshots& snapshots);
/// Payments that the file proves.
void addPayments(const std::vector<ZmRecord>& records, QDate settled, Snapshots& snapshots);

} // namespace supercargo::unionpay
