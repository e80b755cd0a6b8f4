import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, foundServices, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const policy = (of: string, rule: string, more: object = {}) => ({ of, rule, validFrom: '2026-01-01', source: 'Invented guideline', ...more });
const HISTORY = {
  rules: [policy('*', 'with-reason', { kind: 'risk-summary' }), policy('court', 'never', { kind: 'clinical-notes' })],
  terms: [policy('completed', '60', { validFrom: '2025-01-01', validTo: '2026-01-01', source: 'Earlier notification' }), policy('completed', '30')],
  unanswered: [policy('high', '72')],
  deadlines: [policy('high', '24', { completeHours: 72 })],
  assurance: [policy('assurance', '90')],
};
const RULE = '/api/referrals/v1/packet-policies/rules/legal-aid/risk-summary/2099-01-01';
const TERM = '/api/referrals/v1/packet-policies/terms/completed/2099-01-01';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin')
    .on('GET /api/referrals/v1/hsds/taxonomy_terms', { body: foundServices([]) })
    .on('GET /api/referrals/v1/packet-policies', { body: HISTORY });
});

describe('what agencies are told', () => {
  it('is shown as it holds, and what held before when it is asked for', async () => {
    const { user } = await open('/packet-policies');
    const rules = await screen.findByTestId('policies-rules');
    expect(rules).toHaveTextContent('All othersLevel of risk and whyonly for a reason');
    const terms = screen.getByTestId('policies-terms');
    expect(terms).not.toHaveTextContent('Earlier notification');
    await user.click(screen.getByLabelText('Also show what held before'));
    expect(terms).toHaveTextContent('60 days');
    expect(within(terms).getAllByTestId('change-policy')).toHaveLength(1);
  });

  it('is laid down for a kind of service from a later day on', async () => {
    server.on(`PUT ${RULE}`, { body: { ...HISTORY, rules: [...HISTORY.rules, policy('legal-aid', 'offered', { kind: 'risk-summary', validFrom: '2099-01-01' })] } });
    const { user } = await open('/packet-policies');
    await user.click(await screen.findByTestId('add-rule'));
    const form = within(screen.getByTestId('policy-form-rules'));
    await user.selectOptions(form.getByLabelText(/^Kind of service/), 'legal-aid');
    await user.selectOptions(form.getByLabelText(/^What it is about/), 'risk-summary');
    await user.click(form.getByLabelText('told when the sender wants'));
    await user.clear(form.getByLabelText(/^From/));
    await user.type(form.getByLabelText(/^From/), '2099-01-01');
    await user.click(form.getByTestId('policy-form-rules-send'));
    expect(server.changes()).toEqual([]);
    await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
    await user.click(form.getByTestId('policy-form-rules-send'));
    expect(await screen.findByTestId('laid-down')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ release: 'offered', source: 'Invented notification' });
    expect(screen.getByTestId('policies-rules').querySelector('[data-of="legal-aid"]')).toHaveTextContent('told when the sender wants');
  });

  it('says by when is answered and carried out, the one not before the other', async () => {
    server.on('PUT /api/referrals/v1/packet-policies/deadlines/high/2099-01-01', { body: HISTORY });
    const { user } = await open('/packet-policies');
    const deadlines = within(await screen.findByTestId('policies-deadlines'));
    expect(deadlines.getByTestId('policy')).toHaveTextContent('High24 hours72 hours');
    expect(screen.getByTestId('policies-assurance')).toHaveTextContent('Entries of the directory90 days');
    await user.click(deadlines.getByTestId('change-policy'));
    const form = within(screen.getByTestId('policy-form-deadlines'));
    await user.clear(form.getByLabelText(/^Carried out within/));
    await user.type(form.getByLabelText(/^Carried out within/), '12');
    await user.clear(form.getByLabelText(/^From/));
    await user.type(form.getByLabelText(/^From/), '2099-01-01');
    await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
    await user.click(form.getByTestId('policy-form-deadlines-send'));
    expect(form.getByText('Not shorter than the time to answer')).toBeVisible();
    expect(server.changes()).toEqual([]);
    await user.clear(form.getByLabelText(/^Carried out within/));
    await user.type(form.getByLabelText(/^Carried out within/), '48');
    await user.click(form.getByTestId('policy-form-deadlines-send'));
    expect(await screen.findByTestId('laid-down')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ respondHours: 24, completeHours: 48, source: 'Invented notification' });
  });

  it('stays as it was where it holds already, and that is said', async () => {
    server.on(`PUT ${TERM}`, problem(422, 'policy-begun'));
    const { user } = await open('/packet-policies');
    await user.click(within(await screen.findByTestId('policies-terms')).getByTestId('change-policy'));
    const form = within(screen.getByTestId('policy-form-terms'));
    await user.clear(form.getByLabelText(/^Read for/));
    await user.type(form.getByLabelText(/^Read for/), '7');
    await user.clear(form.getByLabelText(/^From/));
    await user.type(form.getByLabelText(/^From/), '2099-01-01');
    await user.type(form.getByLabelText(/^Where it comes from/), 'Invented notification');
    await user.click(form.getByTestId('policy-form-terms-send'));
    expect(await form.findByTestId('problem')).toHaveTextContent('What holds already stays as it was.');
    expect(server.changes()[0]?.body).toEqual({ days: 7, source: 'Invented notification' });
  });
});
