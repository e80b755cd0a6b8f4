import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../i18n/languages.ts';
import { CASE, FakeServer, problem, STANDING } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const NOTE = {
  id: 'n1', kind: 'clinical', happenedAt: '2026-11-20T06:00:00Z', text: 'نیند نہیں آتی', writtenBy: 's2', recordedAt: '2026-11-20T07:00:00Z',
  addenda: [{ id: 'a1', text: 'She slept.', writtenBy: 's1', recordedAt: '2026-11-21T07:00:00Z' }],
};
const UNCLE = { id: 'p1', relation: 'uncle', roles: ['person-of-concern'], name: 'جمشید', current: true, recordedAt: '2026-11-20T06:00:00Z', etag: '"v0"' };
const INCIDENT = {
  id: 'i1', concerns: ['physical_abuse'], placeKind: 'home', happenedAt: '2026-11-01T06:00:00Z', personId: 'p1', finding: 'alleged',
  account: 'He hit her.', findings: [], recordedBy: 's1', recordedAt: '2026-11-20T07:00:00Z', etag: '"v0"',
};
const MISSING = { id: 'm1', missingSince: '2026-11-20T06:00:00Z', learnedAt: '2026-11-20T08:00:00Z', circumstances: 'Did not come home', etag: '"v3"' };
const LEGAL = {
  next: {},
  matters: [{ id: 'cm1', kind: 'protection', court: 'Child Court', cognizanceAt: '2026-11-01T06:00:00Z', targetAt: '2026-12-01T06:00:00Z', etag: '"v0"' }],
  hearings: [{ id: 'h1', matterId: 'cm1', purpose: 'child-statement', state: 'planned', plannedFor: '2030-01-01T06:00:00Z', etag: '"v1"' }],
  orders: [{
    id: 'o1', kind: 'protective-care', section: '28', madeBy: 'child-protection-court', maker: 'Judge', madeAt: '2026-11-01T06:00:00Z',
    beginsOn: '2026-11-01', endsOn: '2030-01-01', etag: '"v2"',
  }],
};
const PLACEMENT = {
  id: 'pl1', kind: 'shelter', place: 'Safe House', beganAt: '2026-11-01T06:00:00Z', reviewBy: '2030-01-01T06:00:00Z', etag: '"v0"',
  reviews: [{ id: 'r1', decision: 'stays', happenedAt: '2026-11-10T06:00:00Z', findings: 'Sleeps well', recordedBy: 's1' }],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/notes', { body: { items: [NOTE] } })
    .on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [UNCLE] } })
    .on('GET /api/cases/v1/cases/case-1/incidents', { body: { items: [INCIDENT] } })
    .on('GET /api/cases/v1/cases/case-1/missing-reports', { body: { items: [MISSING] } })
    .on('GET /api/cases/v1/cases/case-1/legal', { body: LEGAL })
    .on('GET /api/cases/v1/cases/case-1/placements', { body: { items: [PLACEMENT] } });
});

async function accessible() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
}

describe('notes', () => {
  it.each<Language>(['en', 'ur', 'ps'])('are shown with what was added later in %s, and axe finds nothing', async (language) => {
    const { user } = await open('/cases/case-1/notes', language);
    await waitFor(() => expect(screen.getByTestId('note')).toHaveTextContent('Imran Afridi'));
    expect(screen.getByTestId('addendum')).toHaveTextContent('She slept.');
    await user.click(screen.getByTestId('write-note'));
    await accessible();
  });

  it('of a case that went into this one are marked and not added to', async () => {
    server.on('GET /api/cases/v1/cases/case-1/notes', { body: { items: [NOTE, { ...NOTE, id: 'n2', addenda: [], fromCase: 'KP-2026-000077' }] } });
    await open('/cases/case-1/notes');
    const [own, merged] = await screen.findAllByTestId('note');
    expect(within(merged!).getByTestId('from-case')).toHaveTextContent('KP-2026-000077');
    expect(within(merged!).queryByTestId('add-to-note')).toBeNull();
    expect(within(own!).queryByTestId('from-case')).toBeNull();
    expect(within(own!).getByTestId('add-to-note')).toBeVisible();
  });

  it('are written for those they are for; only a psychologist is offered clinical ones', async () => {
    server.on('POST /api/cases/v1/cases/case-1/notes', { status: 201, body: NOTE });
    const { user } = await open('/cases/case-1/notes');
    await user.click(await screen.findByTestId('write-note'));
    const form = screen.getByTestId('note-form');
    expect(within(form).queryByLabelText(/Clinical/)).toBeNull();
    await user.click(within(form).getByTestId('note-form-send'));
    expect(server.changes()).toEqual([]);
    await user.click(within(form).getByLabelText(/Supervision/));
    await user.type(within(form).getByLabelText(/What happened/), 'He did not speak.');
    await user.click(within(form).getByTestId('note-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ kind: 'supervision', text: 'He did not speak.' }));
    expect(server.changes()[0]?.headers.get('Idempotency-Key')).not.toBeNull();
  });

  it('of a psychologist can be clinical', async () => {
    server.as('psychologist');
    const { user } = await open('/cases/case-1/notes');
    await user.click(await screen.findByTestId('write-note'));
    expect(await screen.findByLabelText(/Clinical/)).toBeInTheDocument();
  });

  it('cannot be added to a closed case', async () => {
    server.on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, state: 'closed' }, headers: { etag: '"v1"' } });
    await open('/cases/case-1/notes');
    expect(await screen.findByTestId('note')).toBeVisible();
    expect(screen.queryByTestId('write-note')).toBeNull();
    expect(screen.queryByTestId('add-to-note')).toBeNull();
  });
});

describe('incidents and a missing child', () => {
  it.each<Language>(['en', 'ur', 'ps'])('are shown in %s, and axe finds nothing', async (language) => {
    await open('/cases/case-1/incidents', language);
    await waitFor(() => expect(screen.getByTestId('alleged-person')).toHaveTextContent('جمشید'));
    expect(screen.getByTestId('missing-time')).toHaveAttribute('data-missing', 'true');
    expect(screen.queryByTestId('report-missing')).toBeNull();
    expect(document.body).not.toHaveTextContent('physical_abuse');
    await accessible();
  });

  it('get their finding under their own version, and a stale one says so', async () => {
    server.on('POST /api/cases/v1/incidents/i1/findings', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/incidents');
    await user.click(await screen.findByTestId('record-finding'));
    const form = screen.getByTestId('finding-form');
    await user.selectOptions(within(form).getByLabelText(/Finding/), 'substantiated');
    await user.type(within(form).getByLabelText(/rest on/), 'The doctor.');
    await user.click(within(form).getByTestId('finding-form-send'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'stale');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
  });

  it('name a person of concern of the case', async () => {
    server.on('POST /api/cases/v1/cases/case-1/incidents', { status: 201, body: INCIDENT });
    const { user } = await open('/cases/case-1/incidents');
    await user.click(await screen.findByTestId('record-incident'));
    const form = screen.getByTestId('incident-form');
    await user.click(within(form).getAllByRole('checkbox')[0] as HTMLElement);
    await user.selectOptions(within(form).getByLabelText(/Where/), 'school');
    await waitFor(() => expect(within(form).getByRole('option', { name: 'جمشید' })).toBeInTheDocument());
    await user.selectOptions(within(form).getByLabelText(/Who is said/), 'p1');
    await user.type(within(form).getByLabelText(/What is told/), 'He hit her.');
    await user.click(within(form).getByTestId('incident-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ placeKind: 'school', personId: 'p1', finding: 'alleged' }));
  });

  it('stand in the header of the case', async () => {
    server.on('GET /api/cases/v1/cases/case-1/next-steps', {
      body: { ...STANDING, warnings: [{ code: 'child-missing', urgent: true, subjectId: 'm1' }] },
      headers: { etag: STANDING.etag },
    });
    await open('/cases/case-1/incidents');
    await waitFor(() => expect(screen.getByTestId('case-header')).toHaveTextContent('The child is missing'));
  });
});

describe('courts, orders and placements', () => {
  it.each<Language>(['en', 'ur', 'ps'])('are shown in %s, and axe finds nothing', async (language) => {
    const { user } = await open('/cases/case-1/legal', language);
    expect(await screen.findByTestId('order')).toHaveAttribute('data-in-force', 'true');
    expect(screen.getByTestId('order')).toHaveTextContent('28');
    expect(await screen.findByTestId('placement-review')).toHaveTextContent('Sleeps well');
    expect(screen.queryByTestId('record-placement')).toBeNull();
    expect(document.body).not.toHaveTextContent('protective-care');
    await user.click(screen.getByTestId('hearing-outcome'));
    await accessible();
  });

  it('ask whether the child came to a hearing that was held, and of no other', async () => {
    server.on('POST /api/cases/v1/hearings/h1/outcome', { body: LEGAL.hearings[0] });
    const { user } = await open('/cases/case-1/legal');
    await user.click(await screen.findByTestId('hearing-outcome'));
    const form = screen.getByTestId('outcome-form');
    await user.click(within(form).getByLabelText('Held'));
    await user.click(within(form).getByTestId('outcome-form-send'));
    expect(server.changes()).toEqual([]);
    await user.click(within(form).getByLabelText('Yes'));
    await user.click(within(form).getByLabelText('Adjourned'));
    await user.click(within(form).getByTestId('outcome-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ result: 'adjourned' }));
    expect(Object.keys(server.changes()[0]?.body as object)).not.toContain('childAttended');
  });

  it('go on past what came first, when asked for', async () => {
    const [order] = LEGAL.orders;
    server
      .on('GET /api/cases/v1/cases/case-1/legal', { body: { ...LEGAL, next: { orders: 'c1' } } })
      .on('GET /api/cases/v1/cases/case-1/orders', { body: { items: [{ ...order, id: 'o2', section: '30' }] } })
      .on('GET /api/cases/v1/cases/case-1/placements', { body: { items: [PLACEMENT] }, headers: { link: '<?cursor=c2>; rel="next"' } });
    const { user } = await open('/cases/case-1/legal');
    const orders = await screen.findByTestId('orders');
    expect(within(orders).getAllByTestId('order')).toHaveLength(1);
    await user.click(within(orders).getByTestId('next-page'));
    await waitFor(() => expect(within(orders).getAllByTestId('order')).toHaveLength(2));
    expect(within(orders).queryByTestId('next-page')).toBeNull();
    expect(within(screen.getByTestId('hearings')).queryByTestId('next-page')).toBeNull();
    server.on('GET /api/cases/v1/cases/case-1/placements', { body: { items: [{ ...PLACEMENT, id: 'pl2', reviews: [] }] } });
    const placements = screen.getByTestId('placements');
    await user.click(within(placements).getByTestId('next-page'));
    await waitFor(() => expect(within(placements).getAllByTestId('placement')).toHaveLength(2));
  });

  it('say in words what the service refuses', async () => {
    server.on('POST /api/cases/v1/cases/case-1/orders', problem(422, 'period-end-needed'));
    const { user } = await open('/cases/case-1/legal');
    await user.click(await screen.findByTestId('record-order'));
    const form = screen.getByTestId('order-form');
    await user.selectOptions(within(form).getByLabelText(/Which order/), 'protective-care');
    await user.selectOptions(within(form).getByLabelText(/Made by/), 'magistrate');
    await user.type(within(form).getByLabelText(/Name of the court/), 'Judge');
    await user.click(within(form).getByTestId('order-form-send'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('needs its last day');
  });
});
