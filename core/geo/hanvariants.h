#pragma once

#include <QString>

namespace supercargo {

/// "廣州" -> "广州": names of places are known in simplified characters. Other characters stay.
QString simplifiedHan(QStringView text);

/// "杭 州 市" -> "杭州市": words whose characters somebody set apart.
QString withoutSpacing(QString text);

} // namespace supercargo
