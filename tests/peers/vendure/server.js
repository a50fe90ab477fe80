// A real Vendure server on loopback, its database in memory, filled with the sample shop of @vendure/create.
const path = require('path');
const { bootstrap, dummyPaymentHandler, DefaultJobQueuePlugin } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');

process.env.VENDURE_DISABLE_TELEMETRY = 'true';
const config = {
  apiOptions: { port: Number(process.env.PORT || 3100), hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'], // Supercargo asks for the bearer token
    superadminCredentials: { identifier: 'superadmin', password: process.env.VENDURE_PASSWORD },
    requireVerification: false,
    cookieOptions: { secret: 'loopback only' },
  },
  dbConnectionOptions: { type: 'sqljs', synchronize: true, logging: false, autoSave: false },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  plugins: [DefaultJobQueuePlugin.init({})],
};
const assets = path.join(path.dirname(require.resolve('@vendure/create/package.json')), 'assets');

populate(() => bootstrap(config), require(path.join(assets, 'initial-data.json')), path.join(assets, 'products.csv'))
  .then(() => console.log('READY'))
  .catch(error => { console.error(error); process.exit(1); });
