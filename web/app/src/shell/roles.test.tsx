import { render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../api/types.ts';
import { Surroundings } from '../app.tsx';
import { loadLanguage } from '../i18n/language-provider.tsx';
import { newQueries } from '../queries.ts';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { placesFor } from './navigation.ts';
import { OwnCertificate } from './own-certificate.tsx';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});

const PLACES: [Role, string[]][] = [
  ['helpline-operator', ['/', '/concerns/new', '/concerns', '/services']],
  ['social-worker', ['/', '/concerns/new', '/triage', '/search', '/cases', '/referrals', '/services', '/duplicates', '/case-requests', '/devices', '/emergency']],
  ['protection-officer', ['/', '/concerns/new', '/triage', '/search', '/cases', '/referrals', '/services', '/duplicates', '/case-requests', '/devices', '/emergency']],
  ['psychologist', ['/', '/cases', '/referrals', '/services', '/countersignatures', '/devices', '/emergency']],
  ['supervisor', ['/', '/concerns/new', '/triage', '/search', '/cases', '/referrals', '/services', '/overdue', '/approvals', '/duplicates', '/imports', '/unassigned', '/transfers', '/case-requests', '/devices', '/emergency']],
  ['commission-monitor', ['/dashboard']],
  ['commission-admin', ['/directory', '/staff', '/services', '/agencies', '/packet-policies', '/referral-codes', '/case-codes', '/case-policies', '/deadlines', '/catalogue', '/commission-requests']],
  ['auditor', ['/']],
  ['partner-worker', ['/agency', '/agency/room', '/agency/settings', '/services']],
  ['partner-system', []],
];

describe('the places of a role', () => {
  it.each(PLACES)('%s is led to its own and no other', (role, places) => {
    expect(placesFor([role]).map((place) => place.to)).toEqual(places);
  });
});

describe('a screen that is not for the role', () => {
  it.each([
    ['commission-monitor', '/cases'],
    ['commission-monitor', '/cases/case-1'],
    ['commission-monitor', '/referrals/referral-1'],
    ['partner-worker', '/referrals'],
    ['commission-monitor', '/triage/report-1'],
    ['commission-admin', '/cases'],
    ['auditor', '/cases/case-1'],
    ['helpline-operator', '/cases'],
    ['helpline-operator', '/triage'],
    ['psychologist', '/triage'],
    ['social-worker', '/dashboard'],
    ['social-worker', '/directory'],
    ['supervisor', '/concerns'],
    ['social-worker', '/overdue'],
    ['supervisor', '/deadlines'],
    ['supervisor', '/staff'],
    ['social-worker', '/staff/s2'],
    ['partner-worker', '/cases/case-1'],
    ['partner-worker', '/referrals/referral-1'],
    ['social-worker', '/agency'],
    ['social-worker', '/agency/settings'],
    ['supervisor', '/packet-policies'],
    ['supervisor', '/case-policies'],
  ])('for %s at %s asks no service anything', async (role, path) => {
    server.as(role);
    await open(path);
    expect(await screen.findByText('This page does not exist, or it is not for your role.')).toBeVisible();
    expect(server.asked.filter((asked) => asked.path !== '/api/cases/v1/code-words' && /\/api\/(cases|referrals|partner|assessments|monitoring)\//.test(asked.path))).toEqual([]);
  });
});

describe('somebody who is not signed in', () => {
  it('is offered to sign in and comes back to where they wanted to go', async () => {
    server.on('GET /session', { body: { signedIn: false } });
    await open('/cases/case-1');
    expect(await screen.findByTestId('sign-in')).toHaveAttribute('href', '/sign-in?to=%2Fcases%2Fcase-1&ui_locales=en');
    expect(server.asked.map((asked) => asked.path)).toEqual(['/session']);
  });

  it('is told when signing in failed', async () => {
    server.on('GET /session', { body: { signedIn: false } });
    await open('/?sign-in=failed');
    expect(await screen.findByRole('alert')).toHaveTextContent('Signing in did not work');
  });
});

describe('the shell', () => {
  it.each([
    ['social-worker', { level: '1', validTo: '2030-01-31', current: true, endsSoon: true }, 'Your certificate ends on 31 January 2030.'],
    ['social-worker', { level: '1', validTo: '2030-01-31', current: true, endsSoon: false }, ''],
    ['psychologist', 'none', 'Your Level-1 certificate is not current'],
    ['psychologist', undefined, ''],
    ['auditor', 'none', ''],
  ] as const)('tells a %s of a certificate that ends, or is not there (%#)', async (role, certificate, said) => {
    const { container } = render(
      <Surroundings queries={newQueries()} i18n={await loadLanguage('en')}><OwnCertificate roles={[role]} certificate={certificate} /></Surroundings>,
    );
    expect(container.textContent.slice(0, said.length || undefined)).toBe(said);
  });

  it('works from the session when the directory is missing', async () => {
    server.on('GET /session', { body: { signedIn: true, displayName: 'Gulalai Khan', roles: ['social-worker'] } });
    server.on('GET /api/identity/v1/me', problem(503, 'service-unavailable'));
    server.on('GET /api/cases/v1/tasks', { body: { items: [] } });
    await open('/');
    expect(await screen.findByTestId('who-am-i')).toHaveTextContent('Gulalai Khan');
    expect(await screen.findByText('You have no open task.')).toBeVisible();
  });

  it('says so when the platform cannot be reached at all', async () => {
    server.on('GET /session', 'unreachable');
    await open('/');
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'network');
  });

  it('changes the language at once and remembers it', async () => {
    server.as('auditor');
    const { user } = await open('/');
    await user.selectOptions(await screen.findByTestId('language'), 'ur');
    expect(await screen.findByRole('heading', { name: 'یہ کردار کیا کر سکتا ہے' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(localStorage.getItem('hifazat-language')).toBe('ur');
    expect(within(screen.getByRole('navigation')).getByRole('link', { name: 'آغاز' })).toBeVisible();
  });
});
