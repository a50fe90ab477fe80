// Buyers place orders through the shop's own API: node buyers.js COUNT. They are authorised; "settle" as second word settles them.
const root = `http://127.0.0.1:${process.env.PORT || 3100}`;

async function ask(api, query, variables, session) {
  const headers = { 'content-type': 'application/json' };
  if (session.token) headers.authorization = `Bearer ${session.token}`;
  const answer = await fetch(`${root}/${api}`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  session.token = answer.headers.get('vendure-auth-token') || session.token;
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const failed = '... on ErrorResult { errorCode message }';

async function buy(n, variants, method) {
  const session = {};
  const shop = (query, variables) => ask('shop-api', query, variables, session);
  for (const [at, quantity] of [[n, 1 + n % 3], [n * 7 + 3, 1]])
    await shop(`mutation($v: ID!, $q: Int!) { addItemToOrder(productVariantId: $v, quantity: $q) { __typename ${failed} } }`,
      { v: variants[at % variants.length].id, q: quantity });
  await shop(`mutation($i: CreateCustomerInput!) { setCustomerForOrder(input: $i) { __typename ${failed} } }`,
    { i: { firstName: `小${n}`, lastName: '王', emailAddress: `buyer${n}@example.com`, phoneNumber: '13800138000' } });
  await shop('mutation($i: CreateAddressInput!) { setOrderShippingAddress(input: $i) { __typename } }',
    { i: { fullName: `王小${n}`, streetLine1: `中关村大街 ${n} 号`, city: '北京市', province: '北京', postalCode: '100080', countryCode: 'CN', phoneNumber: '13800138000' } });
  const { eligibleShippingMethods } = await shop('query { eligibleShippingMethods { id } }');
  await shop(`mutation($i: [ID!]!) { setOrderShippingMethod(shippingMethodId: $i) { __typename ${failed} } }`, { i: [eligibleShippingMethods[0].id] });
  await shop('mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
  const paid = await shop(`mutation($i: PaymentInput!) { addPaymentToOrder(input: $i) { __typename ... on Order { code state payments { id } } ${failed} } }`,
    { i: { method, metadata: {} } });
  return paid.addPaymentToOrder;
}

(async () => {
  const admin = {};
  await ask('admin-api', 'mutation($p: String!) { login(username: "superadmin", password: $p) { __typename } }', { p: process.env.VENDURE_PASSWORD }, admin);
  const known = await ask('admin-api', 'query { paymentMethods { items { code } } productVariants(options: { take: 100 }) { items { id } } }', {}, admin);
  for (let n = 0; n < Number(process.argv[2] || 5); ++n) {
    const order = await buy(n, known.productVariants.items, known.paymentMethods.items[0].code);
    console.log(order.code || order.message);
    if (process.argv[3] === 'settle')
      for (const payment of order.payments)
        await ask('admin-api', 'mutation($id: ID!) { settlePayment(id: $id) { __typename } }', { id: payment.id }, admin);
  }
})().catch(error => { console.error(error); process.exit(1); });
