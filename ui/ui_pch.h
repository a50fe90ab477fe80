// Precompiled: what nearly every ui file includes anyway.
#pragma once
#include <QAbstractItemModel>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <vector>
