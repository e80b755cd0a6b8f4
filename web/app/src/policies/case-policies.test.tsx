import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const C = '/api/cases/v1';
const limits = (warnAt: number, more: object = {}) => ({
  warnAt, reasonAt: 25, approvalAt: 30, weightHigh: 2, weightMedium: 1, weightLow: 0.5, validFrom: '2026-01-01', source: 'Invented standard', ...more,
});
const NOTHING = { underReviewOnly: false, minAttempts: 0, minAttemptDays: 0, reviewRequired: false, goalsReached: false, postClosureCheck: false };
const RULES = {
  items: [{ reason: 'deceased', asked: { ...NOTHING, reviewRequired: true }, validFrom: '2026-01-01', source: 'Invented guideline' }],
  floors: [{ reason: 'deceased', asked: { ...NOTHING, reviewRequired: true }, source: 'Invented guideline' }],
};
const name = (en: string) => ({ nameEn: en, nameUr: en, namePs: en });
const code = (one: string, en: string, more: object = {}) => ({ code: one, ...name(en), position: 1, validFrom: '2010-01-01', ...more });
const list = (one: string, isOpen: boolean, items: object[], lasting: string[] = []) => ({ list: one, open: isOpen, lasting, items });

const REASONS = [code('deceased', 'The child has died'), code('moved-abroad', 'Moved abroad', { validFrom: '2099-01-01' }), code('duplicate-merged', 'Merged'), code('gone', 'Gone', { validTo: '2020-01-01' })];

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin')
    .on(`GET ${C}/caseload-policies`, { body: { items: [limits(15, { validTo: '2026-01-01', validFrom: '2025-01-01' }), limits(20)] }, headers: { etag: '"v7"' } })
    .on(`GET ${C}/closure-rules`, { body: RULES, headers: { etag: '"v8"' } })
    .on(`GET ${C}/code-lists/closure-reason/history`, { body: list('closure-reason', true, REASONS) })
    .on(`GET ${C}/code-lists`, { body: { items: [{ list: 'concern', open: true, lasting: [] }, { list: 'urgency', open: false, lasting: [] }] } })
    .on(`GET ${C}/code-lists/concern/history`, { body: list('concern', true, [code('begging', 'Begging'), code('missing', 'Missing', { position: 2 })], ['missing']), headers: { etag: '"v1"' } })
    .on(`GET ${C}/code-lists/urgency/history`, { body: list('urgency', false, [code('routine', 'Routine')]), headers: { etag: '"v2"' } });
});

async function from(form: ReturnType<typeof within>, user: UserEvent): Promise<void> {
  await user.clear(form.getByLabelText(/^From/));
  await user.type(form.getByLabelText(/^From/), '2099-01-01');
  await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
}

describe('how many open cases one worker may have', () => {
  it('is laid down step after step, and what another administrator laid down meanwhile is loaded first', async () => {
    let etag = '"v7"';
    server
      .on(`GET ${C}/caseload-policies`, () => ({ body: { items: [limits(20)] }, headers: { etag } }))
      .on(`PUT ${C}/caseload-policies/2099-01-01`, (asked) =>
        asked.headers.get('if-match') === '"v9"' ? { body: { items: [limits(20, { validTo: '2099-01-01' }), limits(10, { validFrom: '2099-01-01' })] }, headers: { etag: '"v10"' } } : problem(412, 'stale'));
    const { user } = await open('/case-policies');
    const panel = within(await screen.findByTestId('caseload-policies'));
    expect(panel.getByTestId('caseload-policy')).toHaveTextContent('2025302 / 1 / 0.5');
    await user.click(panel.getByTestId('change-caseload'));
    const form = within(screen.getByTestId('caseload-form'));
    await user.clear(form.getByLabelText(/^Warned from/));
    await user.type(form.getByLabelText(/^Warned from/), '26');
    await from(form, user);
    await user.click(form.getByTestId('caseload-form-send'));
    expect(form.getByText('More than the step before')).toBeVisible();
    expect(server.changes()).toEqual([]);
    await user.clear(form.getByLabelText(/^Warned from/));
    await user.type(form.getByLabelText(/^Warned from/), '10');
    await user.click(form.getByTestId('caseload-form-send'));
    expect(await form.findByTestId('problem')).toHaveTextContent('Somebody changed this meanwhile.');
    etag = '"v9"';
    await user.click(form.getByText('Load the new version'));
    expect(form.getByLabelText(/^Warned from/)).toHaveValue('10');
    await screen.findByTestId('caseload-form-send');
    await user.click(form.getByTestId('caseload-form-send'));
    expect(await screen.findByTestId('caseload-kept')).toBeVisible();
    expect(server.changes().at(-1)?.body).toEqual({ warnAt: 10, reasonAt: 25, approvalAt: 30, weightHigh: 2, weightMedium: 1, weightLow: 0.5, source: 'Invented notification' });
  });

  it('shows what held before when it is asked for', async () => {
    const { user } = await open('/case-policies');
    expect(await screen.findAllByTestId('caseload-policy')).toHaveLength(1);
    await user.click(screen.getByLabelText('Also show what held before'));
    expect(screen.getAllByTestId('caseload-policy')).toHaveLength(2);
  });
});

describe('when a case may end', () => {
  it('is laid down for a reason, and what the guideline asks for is not taken away', async () => {
    server.on(`PUT ${C}/closure-rules/deceased/2099-01-01`, problem(422, 'closure-rule-firm', [{ pointer: '/minAttempts', code: 'closure-rule-firm' }]));
    const { user } = await open('/case-policies');
    expect(await screen.findByTestId('closure-rule')).toHaveTextContent('The child has diedA critical-incident review was held');
    await user.click(screen.getByTestId('change-closure-rule'));
    const form = within(screen.getByTestId('closure-rule-form'));
    expect(form.getByLabelText('A critical-incident review was held')).toBeDisabled();
    await user.click(form.getByLabelText('The plan is under review'));
    await from(form, user);
    await user.click(form.getByTestId('closure-rule-form-send'));
    expect(await form.findByTestId('problem')).toHaveTextContent('The guideline asks for what is marked.');
    expect(server.changes()[0]?.body).toEqual({ ...NOTHING, underReviewOnly: true, reviewRequired: true, source: 'Invented notification' });
    expect(server.changes()[0]?.headers.get('if-match')).toBe('"v8"');
  });

  it('is laid down for a reason that has no rule yet, which a merge needs not', async () => {
    const { user } = await open('/case-policies');
    await user.click(await screen.findByTestId('add-closure-rule'));
    const reasons = within(screen.getByTestId('closure-rule-form')).getByLabelText(/^Why does the case end/);
    expect(within(reasons).getAllByRole('option').map((one) => one.textContent)).toEqual([expect.anything(), 'Moved abroad']);
  });
});

describe('the words of casework', () => {
  it('get another from a later day on; what the platform acts by does not end', async () => {
    server.on(`PUT ${C}/code-lists/concern/sold-online/2099-01-01`, { body: list('concern', true, [code('begging', 'Begging')]), headers: { etag: '"v3"' } });
    const { user } = await open('/case-codes');
    const rows = await screen.findAllByTestId('case-code');
    expect(rows[0]).toHaveTextContent('As the platform came');
    expect(within(rows[0]!).getByTestId('end-code')).toBeVisible();
    expect(within(rows[1]!).queryByTestId('end-code')).toBeNull();
    await user.click(screen.getByTestId('add-code'));
    const form = within(screen.getByTestId('code-form'));
    await user.type(form.getByLabelText(/^Code/), 'sold-online');
    for (const language of ['English', 'Urdu', 'Pashto']) await user.type(form.getByLabelText(new RegExp(`^In ${language}`)), 'Sold online');
    await from(form, user);
    await user.click(form.getByTestId('code-form-send'));
    expect(await screen.findByTestId('code-kept')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ nameEn: 'Sold online', nameUr: 'Sold online', namePs: 'Sold online', position: 3, source: 'Invented notification' });
    expect(server.changes()[0]?.headers.get('if-match')).toBe('"v1"');
  });

  it('of a list others act by change in words only', async () => {
    const { user } = await open('/case-codes');
    await user.selectOptions(await screen.findByLabelText('Which list'), 'urgency');
    expect(await screen.findByText(/none is added or ended/)).toBeVisible();
    expect(screen.queryByTestId('add-code')).toBeNull();
    expect(screen.queryByTestId('end-code')).toBeNull();
    expect(screen.getByTestId('change-code')).toBeVisible();
  });

  it('are said as the Commission calls them wherever a code is shown', async () => {
    server.on(`GET ${C}/code-words`, { body: { items: [{ list: 'kept-list', code: 'concern', nameEn: 'What harms a child', nameUr: 'x', namePs: 'x' }] } });
    await open('/case-codes');
    expect(await screen.findByRole('heading', { name: 'What harms a child' })).toBeVisible();
  });
});
