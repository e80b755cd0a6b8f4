import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { Agency } from './agency.js';
import { loop } from './loop.js';
import { SignIn } from './sign-in.js';

const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://localhost:8600' },
    client: { type: 'string', default: 'legal-aid-peshawar' },
    key: { type: 'string' },
    referral: { type: 'string' },
    'until-closed': { type: 'boolean', default: false },
    since: { type: 'string', default: new Date(Date.now() - 3_600_000).toISOString() },
  },
});
assert(values.key, '--key names the file with the private key (JWK)');
const signIn = new SignIn(values.address, values.client, values.key);
await loop(new Agency(values.address, signIn), {
  since: values.since,
  referral: values.referral,
  untilClosed: values['until-closed'],
});
