import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../i18n/languages.ts';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const PLANNED = { id: 'f1', kind: 'home-visit', state: 'planned', plannedFor: '2030-01-01T06:00:00Z', byPolicy: true, etag: '"v0"' };
const HELD = { id: 'f2', kind: 'school-visit', state: 'held', byPolicy: false, happenedAt: '2026-11-20T06:00:00Z', childSeen: true, seenAlone: true, riskChange: 'higher', note: 'ہنس رہی تھی', etag: '"v1"' };
const SERVICE = { id: 'sv1', kind: 'cash', happenedAt: '2026-11-20T06:00:00Z', givenBy: 's2', rupees: 3000, etag: '"v5"' };
const REVIEW = { id: 'r1', decision: 'go-on', findings: 'It goes well.', happenedAt: '2026-11-20T06:00:00Z', nextReviewOn: '2027-01-20' };
const CONFERENCE = {
  id: 'c1',
  reason: 'several-agencies',
  outcome: 'stays-open',
  remote: true,
  participants: [{ name: 'ڈاکٹر', role: 'hospital' }],
  decisions: 'The police look for the uncle.',
  actions: [{ id: 'a1', text: 'Ask the court', actor: { kind: 'other', name: 'Advocate' }, dueOn: '2029-12-31' }],
  happenedAt: '2026-11-20T06:00:00Z',
};

const CALLED = { id: 'pc1', reason: 'unaccompanied', plannedFor: '2030-01-01T06:00:00Z', place: 'دفتر', invited: [{ name: 'Inspector', role: 'police' }], etag: '"v0"' };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/follow-ups?state=planned&limit=100', { body: { items: [PLANNED] } })
    .on('GET /api/cases/v1/cases/case-1/follow-ups?state=ended', { body: { items: [HELD] } })
    .on('GET /api/cases/v1/cases/case-1/services-given', { body: { items: [SERVICE] } })
    .on('GET /api/cases/v1/cases/case-1/reviews', { body: { items: [REVIEW] } })
    .on('GET /api/cases/v1/cases/case-1/planned-conferences', { body: { items: [CALLED] } })
    .on('GET /api/cases/v1/cases/case-1/conferences', { body: { items: [CONFERENCE] } });
});

async function accessible() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
}

describe('contacts and services', () => {
  it.each<Language>(['en', 'ur', 'ps'])('shows what is to come and what was in %s, and axe finds nothing', async (language) => {
    await open('/cases/case-1/follow-up', language);
    expect(await screen.findByTestId('planned-contact')).toBeVisible();
    expect(await screen.findByTestId('contact')).toHaveTextContent('ہنس رہی تھی');
    await waitFor(() => expect(screen.getByTestId('service')).toHaveTextContent('Imran Afridi'));
    expect(await screen.findByTestId('review')).toHaveTextContent('It goes well.');
    expect(await screen.findByTestId('conference')).toHaveTextContent('Advocate');
    expect(await screen.findByTestId('planned-conference')).toHaveTextContent('دفتر');
    expect(document.body).not.toHaveTextContent('several-agencies');
    expect(document.body).not.toHaveTextContent('unaccompanied');
    await accessible();
  });

  it('records how a planned contact went, under its own version', async () => {
    server.on('POST /api/cases/v1/follow-ups/f1/outcome', { body: HELD });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('contact-outcome'));
    const form = screen.getByTestId('contact-form');
    await user.click(within(form).getByTestId('contact-form-send'));
    expect(server.changes()).toEqual([]);
    await user.click(within(form).getByLabelText('Yes'));
    await user.click(within(form).getByLabelText('Seen alone'));
    await user.click(within(form).getByLabelText('The same'));
    await accessible();
    await user.click(within(form).getByTestId('contact-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ result: 'held', childSeen: true, seenAlone: true, riskChange: 'same' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
  });

  it('shows both records when a colleague wrote the contact down first', async () => {
    server.on('POST /api/cases/v1/follow-ups/f1/outcome', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('contact-outcome'));
    await user.click(screen.getByLabelText('No, it was missed'));
    await user.selectOptions(screen.getByLabelText(/Why was it missed/), 'child-away');
    await user.type(screen.getByLabelText(/^Note/), 'Nobody at home.');
    const theirs = { ...PLANNED, state: 'held', happenedAt: '2026-11-22T09:00:00Z', note: 'She was at school.', etag: '"v1"' };
    server.on('GET /api/cases/v1/cases/case-1/follow-ups?state=ended', { body: { items: [theirs] } });
    await user.click(screen.getByTestId('contact-form-send'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent('Nobody at home.');
    expect(notice).toHaveTextContent('She was at school.');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('records a missed contact with its reason and nothing of a held one', async () => {
    server.on('POST /api/cases/v1/cases/case-1/contacts', { status: 201, body: HELD });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('record-contact'));
    await user.click(screen.getByLabelText('No, it was missed'));
    await user.selectOptions(screen.getByLabelText(/Why was it missed/), 'child-away');
    await user.click(screen.getByTestId('contact-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ result: 'missed', missedReason: 'child-away' }));
    expect(Object.keys(server.changes()[0]?.body as object)).not.toContain('childSeen');
  });

  it('does not take cash without its amount', async () => {
    server.on('POST /api/cases/v1/cases/case-1/services-given', { status: 201, body: SERVICE });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('record-service'));
    await user.selectOptions(screen.getByLabelText(/What was done/), 'cash');
    await user.click(screen.getByTestId('service-form-send'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/Amount in rupees/), '2500');
    await user.click(screen.getByTestId('service-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ kind: 'cash', rupees: 2500 }));
  });

  it('says in words that the next review is too late', async () => {
    server.on('POST /api/cases/v1/cases/case-1/reviews', problem(409, 'review-too-late'));
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('record-review'));
    await user.type(screen.getByLabelText(/What the review found/), 'Well.');
    await user.selectOptions(screen.getByLabelText(/How does it go on/), 'go-on');
    await user.click(screen.getByTestId('review-form-send'));
    expect(await screen.findByText('The policy asks for an earlier review. Choose an earlier day.')).toBeVisible();
  });

  it('keeps the minutes of a conference with who took part and what was agreed', async () => {
    server.on('POST /api/cases/v1/cases/case-1/conferences', { status: 201, body: CONFERENCE });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('record-conference'));
    const form = screen.getByTestId('conference-form');
    await user.selectOptions(within(form).getByLabelText(/Why did it meet/), 'several-agencies');
    await user.type(within(form).getByLabelText(/What was decided/), 'Look.');
    await user.click(within(form).getByTestId('conference-form-send'));
    expect(server.changes()).toEqual([]);
    const [first, second] = within(form).getAllByLabelText(/^Name/);
    const [firstRole, secondRole] = within(form).getAllByLabelText(/For whom/);
    await user.type(first!, 'Inspector');
    await user.type(firstRole!, 'police');
    await user.type(second!, 'Doctor');
    await user.type(secondRole!, 'hospital');
    await accessible();
    await user.click(within(form).getByTestId('conference-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ participants: [{ name: 'Inspector', role: 'police' }, { name: 'Doctor', role: 'hospital' }], actions: [] }));
  });

  it('calls a conference, and its minutes end it', async () => {
    server.on('POST /api/cases/v1/cases/case-1/planned-conferences', { status: 201, body: CALLED });
    server.on('POST /api/cases/v1/cases/case-1/conferences', { status: 201, body: CONFERENCE });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('call-conference'));
    const call = screen.getByTestId('call-conference-form');
    await user.selectOptions(within(call).getByLabelText(/Why does it meet/), 'unaccompanied');
    await user.click(within(call).getByTestId('call-conference-form-send'));
    expect(server.changes()).toEqual([]);
    await user.type(within(call).getByLabelText(/^Name/), 'Inspector');
    await user.type(within(call).getByLabelText(/For whom/), 'police');
    await accessible();
    await user.click(within(call).getByTestId('call-conference-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reason: 'unaccompanied', invited: [{ name: 'Inspector', role: 'police' }] }));
    await user.click(await screen.findByTestId('conference-minutes'));
    const form = screen.getByTestId('conference-form');
    const [, second] = within(form).getAllByLabelText(/^Name/);
    await user.type(second!, 'Doctor');
    await user.type(within(form).getAllByLabelText(/For whom/)[1]!, 'hospital');
    await user.type(within(form).getByLabelText(/What was decided/), 'Look.');
    await user.click(within(form).getByTestId('conference-form-send'));
    await waitFor(() => expect(server.changes()[1]?.body).toMatchObject({ plannedConferenceId: 'pc1', reason: 'unaccompanied' }));
  });

  it('moves a conference to another time with the same people', async () => {
    server.on('POST /api/cases/v1/planned-conferences/pc1/move', { body: CALLED });
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('move-conference'));
    const form = screen.getByTestId('move-conference-form');
    await user.clear(within(form).getByLabelText(/^When/));
    await user.click(within(form).getByTestId('move-conference-form-send'));
    expect(server.changes()).toEqual([]);
    await user.type(within(form).getByLabelText(/^When/), '2099-05-04T11:30');
    await accessible();
    await user.click(within(form).getByTestId('move-conference-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ plannedFor: '2099-05-04T06:30:00.000Z' }));
    expect(server.changes()[0]?.headers.get('If-Match')).not.toBeNull();
  });

  it('moves no conference over what a colleague moved it to: each field is chosen, and a called off one keeps what was typed', async () => {
    const path = '/api/cases/v1/cases/case-1/planned-conferences';
    server.on('POST /api/cases/v1/planned-conferences/pc1/move', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/follow-up');
    await user.click(await screen.findByTestId('move-conference'));
    const form = screen.getByTestId('move-conference-form');
    await user.type(within(form).getByLabelText(/^Where/), ' 2');
    server.on(`GET ${path}`, { body: { items: [{ ...CALLED, plannedFor: '2099-06-01T05:00:00Z', etag: '"v8"' }] } });
    await user.click(within(form).getByTestId('move-conference-form-send'));
    const fields = within(await screen.findByTestId('conflict')).getAllByTestId('conflict-field');
    expect(fields.map((one) => [one.dataset['name'], one.dataset['changedBy']])).toEqual([['plannedFor', 'them'], ['place', 'me']]);
    await user.click(screen.getByTestId('settle-conflict'));
    server.on(`GET ${path}`, { body: { items: [] } });
    server.on('POST /api/cases/v1/planned-conferences/pc1/move', problem(409, 'conference-not-planned'));
    await user.click(within(form).getByTestId('move-conference-form-send'));
    await waitFor(() => expect(server.changes()[1]?.headers.get('If-Match')).toBe('"v8"'));
    expect(server.changes()[1]?.body).toMatchObject({ plannedFor: '2099-06-01T05:00:00.000Z' });
    expect(await within(form).findByTestId('problem')).toHaveAttribute('data-code', 'conference-not-planned');
  });

  it('offers nothing to add to a closed case', async () => {
    server.on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, state: 'closed' }, headers: { etag: '"v1"' } });
    await open('/cases/case-1/follow-up');
    await screen.findByTestId('contact');
    for (const id of ['record-contact', 'plan-contact', 'record-service', 'record-review', 'record-conference', 'call-conference', 'conference-minutes', 'move-conference']) {
      expect(screen.queryByTestId(id)).toBeNull();
    }
  });
});
