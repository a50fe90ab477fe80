#include "ui/connections/callspanel.h"

#include "ui/accounts/trouble.h"
#include "ui/connections/bodytext.h"
#include "ui/connections/replaydialog.h"
#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace supercargo {
namespace {

QPlainTextEdit* bodyView(QWidget* parent)
{
  auto* view = new QPlainTextEdit(parent);
  view->setReadOnly(true);
  view->setTabChangesFocus(true);
  view->setLineWrapMode(QPlainTextEdit::NoWrap);
  view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  return view;
}

} // namespace

CallsPanel::CallsPanel(Database& db, Clock clock, const QTimeZone& zone, Replay replay, QWidget* parent)
    : QWidget(parent), m_db(db), m_clock(std::move(clock)), m_replay(std::move(replay))
{
  m_model = new CallModel(db, zone, this);
  m_table = new QTableView;
  m_table->setModel(m_model);
  m_table->setObjectName(QStringLiteral("calls"));
  dressPlainTable(*m_table, CallModel::Fault);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive); // of thousands none is measured
  m_table->horizontalHeader()->setStretchLastSection(true);
  const int unit = px(Size::Space8);
  const int widths[CallModel::ColumnCount] = {unit * 4, unit * 4,     unit * 4,     unit * 2, unit * 6,
                                              unit * 2, unit * 5 / 2, unit * 5 / 2, unit * 2, 0};
  for (int column = 0; column < CallModel::Fault; ++column)
    m_table->setColumnWidth(column, widths[column]);

  auto* messagePage = new QWidget;
  m_message = new QLabel(messagePage);
  m_message->setAlignment(Qt::AlignCenter);
  m_message->setWordWrap(true);
  setRole(m_message, "muted");
  m_retry = new QPushButton(messagePage);
  connect(m_retry, &QPushButton::clicked, this, &CallsPanel::applyFilter);
  auto* messageColumn = new QVBoxLayout(messagePage);
  messageColumn->addStretch(2);
  messageColumn->addWidget(m_message);
  messageColumn->addWidget(m_retry, 0, Qt::AlignHCenter);
  messageColumn->addStretch(3);

  m_stack = new QStackedWidget;
  m_stack->addWidget(m_table);
  m_stack->addWidget(messagePage);
  m_splitter = new QSplitter(Qt::Vertical, this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(m_stack);
  m_splitter->addWidget(makeDetails());
  m_splitter->setStretchFactor(0, 3);
  m_splitter->setStretchFactor(1, 2);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space2));
  column->addWidget(makeFilters());
  column->addWidget(m_splitter, 1);

  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
    if (current.isValid())
      showCall(m_model->call(current.row()).id);
  });
  connect(m_model, &CallModel::loaded, this, [this] {
    m_error.reset();
    showState();
  });
  connect(m_model, &CallModel::failed, this, [this](const Error& error) {
    m_error = error;
    showState();
  });
  retranslate();
}

QWidget* CallsPanel::makeFilters()
{
  auto* bar = new QWidget(this);
  m_account = new QComboBox(bar);
  m_stream = new QComboBox(bar);
  m_answerKind = new QComboBox(bar);
  m_span = new QComboBox(bar);
  m_failed = new QCheckBox(bar);
  m_text = new QLineEdit(bar);
  m_text->setClearButtonEnabled(true);
  m_account->setMinimumWidth(px(Size::Space8) * 4);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins({});
  row->setSpacing(px(Size::Space3));
  row->addWidget(m_text, 1);
  for (QComboBox* choice : {m_account, m_stream, m_answerKind, m_span}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &CallsPanel::applyFilter);
  }
  row->addWidget(m_failed);
  m_typing.setSingleShot(true);
  m_typing.setInterval(std::chrono::milliseconds(200));
  connect(&m_typing, &QTimer::timeout, this, &CallsPanel::applyFilter);
  connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_failed, &QCheckBox::toggled, this, &CallsPanel::applyFilter);
  return bar;
}

QWidget* CallsPanel::makeDetails()
{
  m_details = new QWidget;
  m_head = new QLabel(m_details);
  setRole(m_head, "strong");
  m_head->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_stored = new QLabel(m_details);
  setRole(m_stored, "muted");
  m_stored->setWordWrap(true);
  m_requestTitle = new QLabel(m_details);
  m_answerTitle = new QLabel(m_details);
  setRole(m_requestTitle, "section");
  setRole(m_answerTitle, "section");
  m_request = bodyView(m_details);
  m_answer = bodyView(m_details);
  m_copy = new QPushButton(m_details);
  m_copy->setIcon(themedIcon(QStringLiteral("copy")));
  m_close = new QPushButton(m_details);
  m_close->setIcon(themedIcon(QStringLiteral("x")));
  m_again = new QPushButton(m_details);
  m_again->setIcon(themedIcon(QStringLiteral("rotate-ccw")));
  setRole(m_again, "quiet");
  setRole(m_copy, "quiet");
  setRole(m_close, "quiet");
  auto* head = new QHBoxLayout;
  head->addWidget(m_head, 1);
  head->addWidget(m_again);
  head->addWidget(m_copy);
  head->addWidget(m_close);
  auto* grid = new QGridLayout;
  grid->setSpacing(px(Size::Space2));
  grid->addWidget(m_requestTitle, 0, 0);
  grid->addWidget(m_answerTitle, 0, 1);
  grid->addWidget(m_request, 1, 0);
  grid->addWidget(m_answer, 1, 1);
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(0, px(Size::Space2), 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addLayout(head);
  column->addWidget(m_stored);
  column->addLayout(grid, 1);
  m_details->hide();
  connect(m_close, &QPushButton::clicked, this, [this] {
    m_details->hide();
    m_table->setFocus(Qt::OtherFocusReason);
  });
  connect(m_again, &QPushButton::clicked, this, &CallsPanel::replayOpen);
  connect(m_copy, &QPushButton::clicked, this, [this] {
    QApplication::clipboard()->setText(m_head->text() + QStringLiteral("\n\n") + m_request->toPlainText() +
                                       QStringLiteral("\n\n") + m_answer->toPlainText());
  });
  return m_details;
}

void CallsPanel::setAccounts(const std::vector<AccountRow>& accounts)
{
  m_accounts = accounts;
  m_model->setAccounts(accounts);
  fillAccounts();
}

void CallsPanel::fillAccounts()
{
  const QSignalBlocker blocker(m_account);
  const QVariant chosen = m_account->currentData();
  m_account->clear();
  m_account->addItem(tr("All accounts"), 0);
  for (const AccountRow& account : m_accounts)
    m_account->addItem(account.name, account.id.value());
  m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
}

void CallsPanel::refresh()
{
  // A search stands as it was made: to look through every body again with every call that comes would be endless.
  if (m_text->text().trimmed().isEmpty() || !m_model->isLoaded())
    m_model->reload();
}

void CallsPanel::fillChoices()
{
  const auto fill = [](QComboBox* box, const std::vector<std::pair<QString, int>>& entries) {
    const QSignalBlocker blocker(box);
    const int chosen = std::max(0, box->currentIndex());
    box->clear();
    for (const auto& [text, value] : entries)
      box->addItem(text, value);
    box->setCurrentIndex(chosen);
  };
  std::vector<std::pair<QString, int>> streams{{tr("All streams"), -1}};
  for (int stream = 0; stream <= int(Stream::Tracking); ++stream)
    streams.emplace_back(streamWord(Stream(stream)), stream);
  fill(m_stream, streams);
  fill(m_answerKind, {{tr("Any status"), int(AnswerKind::Any)},
                      {tr("2xx, done"), int(AnswerKind::Success)},
                      {tr("3xx, elsewhere"), int(AnswerKind::Redirect)},
                      {tr("4xx, refused"), int(AnswerKind::ClientError)},
                      {tr("5xx, provider down"), int(AnswerKind::ServerError)},
                      {tr("No answer"), int(AnswerKind::None)}});
  fill(m_span, {{tr("All the time"), 0},
                {tr("Last hour"), 1},
                {tr("Last 24 hours"), 24},
                {tr("Last 3 days"), 72},
                {tr("Last 7 days"), 168}});
}

CallFilter CallsPanel::filter() const
{
  CallFilter filter;
  if (const qint64 account = m_account->currentData().toLongLong(); account != 0)
    filter.account = AccountId(account);
  if (const int stream = m_stream->currentData().toInt(); stream >= 0)
    filter.stream = Stream(stream);
  filter.answer = AnswerKind(m_answerKind->currentData().toInt());
  if (const int hours = m_span->currentData().toInt(); hours > 0)
    filter.since = m_clock() - std::chrono::hours(hours);
  filter.failedOnly = m_failed->isChecked();
  filter.text = m_text->text().trimmed();
  return filter;
}

void CallsPanel::applyFilter()
{
  m_model->setFilter(filter());
  showState();
}

/// Only calls that read can be asked again; the engine refuses the others too.
void CallsPanel::replayOpen()
{
  if (!m_open)
    return;
  m_again->setEnabled(false);
  deliver(m_replay(m_open->id), this, [this](const Result<CallReplay>& replay) {
    m_again->setEnabled(true);
    if (!replay) {
      m_stored->setText(tr("It cannot be asked again: %1").arg(replay.error().detail));
      return;
    }
    auto* dialog = new ReplayDialog(*replay, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
}

void CallsPanel::showAccount(AccountId account, bool failedOnly)
{
  const QSignalBlocker quietAccount(m_account), quietFailed(m_failed);
  m_account->setCurrentIndex(std::max(0, m_account->findData(account.value())));
  m_failed->setChecked(failedOnly);
  applyFilter();
}

void CallsPanel::showState()
{
  const bool full = !m_error && m_model->rowCount() > 0;
  m_stack->setCurrentIndex(full ? 0 : 1);
  m_retry->setVisible(m_error.has_value());
  if (m_error)
    m_message->setText(troubleText(m_error->kind));
  else if (m_model->isSearching())
    m_message->setText(tr("Searching older calls…"));
  else if (m_failed->isChecked() || !m_text->text().isEmpty() || m_account->currentIndex() > 0 ||
           m_stream->currentIndex() > 0 || m_answerKind->currentIndex() > 0 || m_span->currentIndex() > 0)
    m_message->setText(tr("No call matches this filter."));
  else if (m_model->isLoaded())
    m_message->setText(tr("No calls yet. Each request to a provider is kept here, with secrets masked."));
  else
    m_message->setText(tr("Reading…"));
}

void CallsPanel::showCall(CallId call)
{
  deliver(m_db.read([call](Connection& c) { return callDetails(c, call); }), this,
          [this, mine = ++m_reading](Result<std::optional<CallRecord>> found) {
            if (mine == m_reading && found && *found)
              showDetails(**found);
          });
}

void CallsPanel::showDetails(const CallRecord& call)
{
  m_open = call;
  m_head->setText(QStringLiteral("%1 %2%3").arg(call.method, call.host, call.path));
  const QString stored = call.stored.isEmpty() ? tr("Nothing was stored from it.") : tr("Stored: %1").arg(call.stored);
  m_stored->setText(call.error.isEmpty() ? stored : call.error);
  m_request->setPlainText(readableBody(call.request));
  m_answer->setPlainText(readableBody(call.response));
  m_again->setVisible(!call.replay.isEmpty());
  m_details->show();
}

void CallsPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void CallsPanel::retranslate()
{
  m_text->setPlaceholderText(tr("Search path, error, ids and bodies"));
  m_text->setAccessibleName(tr("Search calls"));
  m_account->setAccessibleName(tr("Account"));
  m_stream->setAccessibleName(tr("Stream"));
  m_answerKind->setAccessibleName(tr("Status"));
  m_span->setAccessibleName(tr("Time"));
  m_failed->setText(tr("Failed only"));
  m_table->setAccessibleName(tr("Calls to providers"));
  m_retry->setText(tr("Try again"));
  m_requestTitle->setText(tr("Request (secrets masked)"));
  m_answerTitle->setText(tr("Answer (secrets masked)"));
  m_request->setAccessibleName(tr("Request"));
  m_answer->setAccessibleName(tr("Answer"));
  m_again->setText(tr("Ask again"));
  m_again->setToolTip(tr("Makes this call once more and compares the answers; nothing is stored"));
  m_copy->setText(tr("Copy"));
  m_close->setText(tr("Close"));
  fillAccounts();
  fillChoices();
  m_model->retranslate();
  showState();
  if (m_open && !m_details->isHidden())
    showDetails(*m_open);
}

} // namespace supercargo
