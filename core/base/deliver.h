#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace supercargo {

/// Calls `fn(value)` in `context`'s thread once `future` has its value, unless `context` has died by then.
/// The one way results reach a QObject: QFuture::then(context, …) aborts a debug build of Qt 6.4 if the context is
/// gone. Call it from `context`'s thread. A cancelled future delivers nothing.
template <class T, class Context, class Fn>
void deliver(QFuture<T> future, Context* context, Fn fn)
{
  auto* watcher = new QFutureWatcher<T>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
    watcher->deleteLater();
    if (watcher->future().resultCount() > 0)
      fn(watcher->future().takeResult());
  });
  watcher->setFuture(std::move(future));
}

} // namespace supercargo
