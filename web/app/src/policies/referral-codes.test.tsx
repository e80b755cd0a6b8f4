import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const code = (list: string, one: string, en: string, more: object = {}) => ({
  list, code: one, states: list === 'status-reason' ? ['rejected'] : [], textNeeded: false, name: { en, ur: en, ps: en }, position: 10, validFrom: '2026-01-01', source: 'Invented list', ...more,
});
const CODES = [
  code('outcome', 'provided', 'The service was given'),
  code('reason', 'legal-advice', 'Advice', { validTo: '2026-06-01' }),
  code('reason', 'legal-advice', 'Legal advice', { validFrom: '2026-06-01' }),
  code('status-reason', 'at-capacity', 'No capacity'),
];
const BASE = '/api/referrals/v1/referral-codes';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('commission-admin').on(`GET ${BASE}/history`, { body: { items: CODES } });
});

describe('the words of referrals', () => {
  it('are shown as they are offered, with those that were when they are asked for; outcomes are not added', async () => {
    const { user } = await open('/referral-codes');
    expect(await screen.findByTestId('referral-code')).toHaveTextContent('The service was given');
    expect(screen.queryByTestId('add-code')).toBeNull();
    expect(screen.queryByTestId('end-code')).toBeNull();
    await user.click(screen.getByTestId('codes-reason'));
    expect(screen.getAllByTestId('referral-code')).toHaveLength(1);
    await user.click(screen.getByLabelText('Also show what held before'));
    expect(screen.getAllByTestId('referral-code').map((row) => row.textContent)).toEqual([expect.stringContaining('Advice'), expect.stringContaining('Legal advice')]);
  });

  it('get another from a later day on, and not one without words or with a code there is', async () => {
    server.on(`PUT ${BASE}/status-reason/closed-for-good/2099-01-01`, { body: { items: [...CODES, code('status-reason', 'closed-for-good', 'Closed')] } });
    const { user } = await open('/referral-codes');
    await user.click(await screen.findByTestId('codes-status-reason'));
    await user.click(screen.getByTestId('add-code'));
    const form = within(screen.getByTestId('code-form'));
    await user.type(form.getByLabelText(/^Code/), 'at-capacity');
    for (const name of ['English', 'Urdu', 'Pashto']) await user.type(form.getByLabelText(new RegExp(`^In ${name}`)), 'Closed');
    await user.click(form.getByLabelText('Rejected'));
    await user.clear(form.getByLabelText(/^From/));
    await user.type(form.getByLabelText(/^From/), '2099-01-01');
    await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
    await user.click(form.getByTestId('code-form-send'));
    expect(server.changes()).toEqual([]);
    expect(form.getByText(/There is such a code already/)).toBeVisible();
    await user.clear(form.getByLabelText(/^Code/));
    await user.type(form.getByLabelText(/^Code/), 'closed-for-good');
    await user.click(form.getByTestId('code-form-send'));
    expect(await screen.findByTestId('code-kept')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({
      states: ['rejected'], textNeeded: false, name: { en: 'Closed', ur: 'Closed', ps: 'Closed' }, position: 20, source: 'Invented notification',
    });
  });

  it('keep a reason for every step: the last is not ended, and that is said', async () => {
    server.on(`PUT ${BASE}/status-reason/at-capacity/end/2099-01-01`, problem(409, 'last-code'));
    const { user } = await open('/referral-codes');
    await user.click(await screen.findByTestId('codes-status-reason'));
    await user.click(screen.getByTestId('end-code'));
    const form = within(screen.getByTestId('end-code-form'));
    await user.clear(form.getByLabelText(/^From/));
    await user.type(form.getByLabelText(/^From/), '2099-01-01');
    await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
    await user.click(form.getByTestId('end-code-form-send'));
    expect(await form.findByTestId('problem')).toHaveTextContent('no reason left to choose');
  });
});
