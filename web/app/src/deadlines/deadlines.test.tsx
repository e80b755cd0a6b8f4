import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { today } from '../i18n/format.ts';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const POLICY = {
  id: 'p1', taskKind: 'first-response', riskLevel: 'low', hours: 168, timeKind: 'calendar', remindPercent: 50,
  commissionPercent: 200, validFrom: '2010-01-01', source: 'common in country SOPs',
};
const year = today().slice(0, 4);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin')
    .on('GET /api/assessments/v1/due-policies', { body: { items: [] } })
    .on('GET /api/cases/v1/deadline-policies', { body: { items: [POLICY] } })
    .on(`GET /api/cases/v1/holidays?year=${year}`, { body: { items: [] } })
    .on(`GET /api/cases/v1/holidays?year=${Number(year) + 1}`, {
      body: { items: [{ day: `${Number(year) + 1}-02-05`, nameEn: 'Kashmir Day', nameUr: 'یومِ کشمیر', namePs: 'د کشمیر ورځ' }] },
    });
});

describe('the deadlines', () => {
  it.each(['en', 'ur', 'ps'] as const)('are shown in words in %s', async (language) => {
    const { container } = await open('/deadlines', language);
    expect(await screen.findByTestId('deadline-policy')).not.toHaveTextContent('first-response');
    expect(await screen.findByTestId('holiday')).toBeVisible();
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });

  it('are changed from a day on, with where it comes from', async () => {
    server.on('POST /api/cases/v1/deadline-policies', { status: 201, body: POLICY });
    const { user } = await open('/deadlines');
    await user.click(await screen.findByTestId('change-deadline'));
    const form = within(screen.getByRole('form', { name: 'Change' }));
    await user.click(form.getByTestId('set-deadline'));
    expect(server.changes()).toEqual([]);
    await user.click(form.getByLabelText('Working days only'));
    await user.type(form.getByLabelText(/Where it comes from/), 'Decision of the Commission');
    await user.click(form.getByTestId('set-deadline'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(server.changes()[0]?.body).toEqual({
      taskKind: 'first-response', riskLevel: 'low', hours: 168, timeKind: 'working-days', remindPercent: 50,
      commissionPercent: 200, validFrom: today(), source: 'Decision of the Commission',
    });
  });

  it('say why when one is refused', async () => {
    server.on('POST /api/cases/v1/deadline-policies', problem(409, 'policy-overlaps'));
    const { user } = await open('/deadlines');
    await user.click(await screen.findByTestId('change-deadline'));
    const form = within(screen.getByRole('form', { name: 'Change' }));
    await user.type(form.getByLabelText(/Where it comes from/), 'Another decision');
    await user.click(form.getByTestId('set-deadline'));
    expect(await screen.findByText('A deadline from that day or a later one is set already. Choose a later day.')).toBeVisible();
  });
});
