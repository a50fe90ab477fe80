#pragma once

#include <QPlainTextEdit>

namespace supercargo {

/// A multi-line box for keys: shows only how much it holds until it is revealed.
class SecretTextEdit : public QPlainTextEdit {
  Q_OBJECT
public:
  using QPlainTextEdit::QPlainTextEdit;
  bool isRevealed() const { return m_revealed; }
  void setRevealed(bool revealed);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  bool m_revealed = false;
};

} // namespace supercargo
