#include "core/store/accounts.h"
#include "tests/support/testmain.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/connectpanel.h"
#include "ui/accounts/formfield.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace supercargo;

namespace {

Provider sampleProvider()
{
  Provider provider;
  provider.declaration.id = QStringLiteral("sample");
  provider.declaration.name = {QStringLiteral("Sample"), QStringLiteral("样例")};
  FieldDeclaration key;
  key.name = QStringLiteral("key");
  key.label = {QStringLiteral("Key"), QStringLiteral("密钥")};
  key.secret = true;
  key.pattern = QStringLiteral("ck_[0-9a-f]{4}");
  FieldDeclaration site;
  site.name = QStringLiteral("site");
  site.label = {QStringLiteral("Site"), QStringLiteral("站点")};
  site.required = false;
  provider.declaration.fields = {key, site};
  return provider;
}

template <class T>
QFuture<T> answer(T value)
{
  QPromise<T> promise;
  promise.start();
  promise.addResult(std::move(value));
  promise.finish();
  return promise.future();
}

void type(FormField* field, const QString& text)
{
  field->setValue(text);
}
} // namespace

class AccountFormTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void draft_showsEachFaultUnderItsField()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("http://shop.example.com"));
    type(form.field(QStringLiteral("key")), QStringLiteral("nonsense"));
    QVERIFY(!form.draft());
    QVERIFY(!form.field(QStringLiteral("endpoint"))->error().isEmpty());
    QVERIFY(!form.field(QStringLiteral("key"))->error().isEmpty());
    QVERIFY(form.field(QStringLiteral("site"))->error().isEmpty());
  }

  void edit_showsWhatTheAccountHasWithoutItsSecrets_data()
  {
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("isDeclared");
    QTest::newRow("a declared address") << QStringLiteral("https://api.example.com") << true;
    QTest::newRow("one of its own") << QStringLiteral("https://proxy.example.com/api") << false;
  }
  void edit_showsWhatTheAccountHasWithoutItsSecrets()
  {
    QFETCH(QString, endpoint);
    QFETCH(bool, isDeclared);
    Provider provider = sampleProvider();
    provider.declaration.endpoints = {{QStringLiteral("sandbox"), QStringLiteral("https://sandbox.example.com")},
                                      {QStringLiteral("production"), QStringLiteral("https://api.example.com/")}};
    AccountRow account;
    account.name = QStringLiteral("my shop");
    account.endpoint = endpoint;
    account.fields = {{QStringLiteral("site"), QStringLiteral("8")}};
    AccountForm form(provider, AccountForm::Purpose::Edit);
    form.fill(account);
    QVERIFY(!form.field(QStringLiteral("key")));
    QCOMPARE(form.field(QStringLiteral("site"))->value(), QStringLiteral("8"));
    QCOMPARE(form.field(QStringLiteral("endpoint"))->isHidden(), isDeclared);
    const auto draft = form.draft();
    QVERIFY(draft);
    QCOMPARE(draft->name, account.name);
    QCOMPARE(draft->endpoint, endpoint);
    QCOMPARE(draft->fields, account.fields);
    QVERIFY(draft->secrets.isEmpty());
  }

  void draft_keepsSecretsApart()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("https://shop.example.com/"));
    type(form.field(QStringLiteral("key")), QStringLiteral(" ck_0a1b "));
    const auto draft = form.draft();
    QVERIFY(draft.has_value());
    QCOMPARE(draft->endpoint, QStringLiteral("https://shop.example.com"));
    QCOMPARE(draft->secrets.value(QStringLiteral("key")), QByteArray("ck_0a1b"));
    QVERIFY(!draft->fields.contains(QStringLiteral("key")));
  }

  void draft_allowsPlainHttpOnLoopbackOnly()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    type(form.field(QStringLiteral("key")), QStringLiteral("ck_0a1b"));
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("http://127.0.0.1:8080"));
    QVERIFY(form.draft().has_value());
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("http://10.0.0.1:8080"));
    QVERIFY(!form.draft());
  }

  void address_isWhatTheProviderMakesOfIt()
  {
    AccountForm form(*findProvider(u"shopify"), AccountForm::Purpose::Connect);
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("https://evil.example/some-shop.myshopify.com"));
    QVERIFY(!form.draft());
    QVERIFY(form.field(QStringLiteral("endpoint"))->error().contains(QStringLiteral("Shopify")));
    type(form.field(QStringLiteral("endpoint")), QStringLiteral("https://admin.shopify.com/store/some-shop"));
    const auto draft = form.draft();
    QVERIFY(draft.has_value());
    QCOMPARE(draft->endpoint, QStringLiteral("https://some-shop.myshopify.com"));
  }

  void showError_standsUnderTheFieldTheProviderNames()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    form.showError({ErrorKind::Auth, QStringLiteral("401"), QStringLiteral("field key")});
    QVERIFY(!form.field(QStringLiteral("key"))->error().isEmpty());
    QVERIFY(form.message().isEmpty());
    form.showError({ErrorKind::Network, QStringLiteral("refused"), {}});
    QVERIFY(form.field(QStringLiteral("key"))->error().isEmpty());
    QVERIFY(!form.message().isEmpty());
  }

  void form_speaksChineseAfterASwitch()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    setLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents(); // the change is announced by an event
    QCOMPARE(form.field(QStringLiteral("key"))->editor()->accessibleName(), QStringLiteral("密钥"));
    QCOMPARE(form.field(QStringLiteral("name"))->editor()->accessibleName(), QStringLiteral("名称"));
  }

  void secret_isMaskedUntilRevealed()
  {
    const Provider provider = sampleProvider();
    AccountForm form(provider, AccountForm::Purpose::Connect);
    FormField* key = form.field(QStringLiteral("key"));
    auto* edit = qobject_cast<QLineEdit*>(key->editor());
    QVERIFY(edit->echoMode() == QLineEdit::Password);
    key->findChild<QAbstractButton*>(QStringLiteral("reveal"))->click();
    QVERIFY(edit->echoMode() == QLineEdit::Normal);
  }

  void controls_haveAccessibleNames()
  {
    for (const Provider& provider : providers()) {
      AccountForm form(provider, AccountForm::Purpose::Connect);
      for (QWidget* widget : form.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QPlainTextEdit*>(widget) ||
                             qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget);
        if (control && !qobject_cast<QComboBox*>(widget->parentWidget()))
          QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(provider.declaration.id + widget->objectName()));
      }
    }
  }

  void check_failedOneIsShownAndNothingIsAdded()
  {
    int added = 0;
    AccountActions actions;
    actions.check = [](const AccountDraft&) {
      return answer(Result<void>(fail(ErrorKind::Network, QStringLiteral("refused"))));
    };
    actions.add = [&](const AccountDraft&) {
      ++added;
      return answer(Result<AccountId>(AccountId(5)));
    };
    ConnectPanel panel(actions);
    const QSignalSpy spy(&panel, &ConnectPanel::added);
    panel.choose(QStringLiteral("woocommerce"));
    QVERIFY(panel.form());
    panel.show();
    const QString digits = QStringLiteral("0123456789abcdef0123456789abcdef01234567");
    panel.form()->field(QStringLiteral("endpoint"))->setValue(QStringLiteral("https://shop.example.com"));
    panel.form()->field(QStringLiteral("consumer_key"))->setValue(QStringLiteral("ck_") + digits);
    panel.form()->field(QStringLiteral("consumer_secret"))->setValue(QStringLiteral("cs_") + digits);
    QVERIFY(panel.form()->draft());
    panel.findChild<QAbstractButton*>(QStringLiteral("connect"))->click();
    QTRY_VERIFY(!panel.isChecking());
    QCOMPARE(added, 0);
    QVERIFY(!panel.form()->message().isEmpty());
    panel.findChild<QAbstractButton*>(QStringLiteral("addAnyway"))->click();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(added, 1);
  }
};

SC_TEST(AccountFormTest)
#include "accountform_test.moc"
