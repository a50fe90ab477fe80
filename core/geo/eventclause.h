#pragma once

#include <QString>

namespace supercargo {

/// The part of a courier's sentence that says where the parcel is: without where it goes next or came from, without
/// the names of people.
QString currentClause(QStringView text);

/// What follows a name makes another thing of it: 北京路, 南京大学, 兰州拉面, 北京时间.
bool isPartOfOtherWord(QStringView rest);

/// Lower case Latin letters and digits without accents, one space between words.
QString plainLatin(QStringView text);

} // namespace supercargo
