#pragma once

#include <QString>

namespace supercargo {

/// What a parameter of a report and its choices are called: "By" for "by", "Province" for "province".
QString optionTitle(const QString& option);
QString choiceText(const QString& choice, const QString& option);

} // namespace supercargo
