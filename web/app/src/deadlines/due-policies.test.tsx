import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { today } from '../i18n/format.ts';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const P = '/api/assessments/v1/due-policies';
const POLICY = {
  id: 'd1', purpose: 'suicide', riskLevel: 'high', fromMonths: 96, toMonths: 215, afterContact: false, withinHours: 72,
  validFrom: '2010-01-01', source: 'a proposal',
};

let server: FakeServer;
beforeEach(() => {
  const year = Number(today().slice(0, 4));
  server = new FakeServer()
    .as('commission-admin')
    .on('GET /api/cases/v1/deadline-policies', { body: { items: [] } })
    .on(`GET /api/cases/v1/holidays?year=${year}`, { body: { items: [] } })
    .on(`GET /api/cases/v1/holidays?year=${year + 1}`, { body: { items: [] } })
    .on(`GET ${P}`, { body: { items: [POLICY, { ...POLICY, id: 'd0', validTo: '2020-01-01', source: 'long past' }] } });
});

describe('which assessments are due', () => {
  it.each(['en', 'ur', 'ps'] as const)('is shown in words in %s, what is past left out', async (language) => {
    const { container } = await open('/deadlines', language);
    const rows = await screen.findAllByTestId('due-policy');
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveTextContent(/suicide$|215|96/);
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });

  it('is changed from a day on for the same question, with where it comes from', async () => {
    server.on(`POST ${P}`, { status: 201, body: POLICY });
    const { user } = await open('/deadlines');
    await user.click(await screen.findByTestId('change-due-policy'));
    const form = within(screen.getByTestId('due-policy-form'));
    await user.click(form.getByTestId('due-policy-form-send'));
    expect(server.changes()).toEqual([]);
    await user.clear(form.getByLabelText(/Hours/));
    await user.type(form.getByLabelText(/Hours/), '24');
    await user.type(form.getByLabelText(/Where it comes from/), 'Decision of the Commission');
    await user.click(form.getByTestId('due-policy-form-send'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(server.changes()[0]?.body).toEqual({
      purpose: 'suicide', riskLevel: 'high', fromMonths: 96, toMonths: 215, afterContact: false, withinHours: 24,
      validFrom: today(), source: 'Decision of the Commission',
    });
  });

  it('can be another one, of children of an age, and is refused in words', async () => {
    server.on(`POST ${P}`, problem(409, 'policy-overlaps'));
    const { user } = await open('/deadlines');
    await user.click(await screen.findByTestId('add-due-policy'));
    const form = within(screen.getByTestId('due-policy-form'));
    await user.selectOptions(form.getByLabelText(/What is assessed/), 'home');
    await user.selectOptions(form.getByLabelText(/Where the case stands/), 'planned');
    await user.type(form.getByLabelText(/Up to which age/), '5');
    await user.type(form.getByLabelText(/Hours/), '48');
    await user.type(form.getByLabelText(/Where it comes from/), 'A decision');
    await user.click(form.getByTestId('due-policy-form-send'));
    expect(await screen.findByText('The same is asked for from that day or a later one already. Choose other days.')).toBeVisible();
    expect(server.changes()[0]?.body).toMatchObject({ purpose: 'home', step: 'planned', fromMonths: 0, toMonths: 71, afterContact: false });
  });

  it('ends from a day on', async () => {
    server.on(`POST ${P}/d1/end`, { body: { ...POLICY, validTo: today() } });
    const { user } = await open('/deadlines');
    await user.click(await screen.findByTestId('end-due-policy'));
    server.on(`GET ${P}`, { body: { items: [{ ...POLICY, validTo: today() }] } });
    await user.click(screen.getByTestId('end-due-policy-form-send'));
    await waitFor(() => expect(screen.queryByTestId('due-policy')).toBeNull());
    expect(server.changes()[0]?.body).toEqual({ validTo: today() });
  });
});
