// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/languages.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { EVERY_CONTROL } from '../test/every-control.ts';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { draftOf, openForm } from './engine.ts';

const named = (en: string, ur: string, ps: string) => ({ en, ur, ps });
const INSTRUMENT = {
  id: 'every-control',
  version: '1',
  title: named('Invented screen', 'فرضی جانچ', 'جوړه شوې پلټنه'),
  purpose: 'depression',
  translations: { en: 'original', ur: 'working', ps: 'working' },
  ages: { fromMonths: 0 },
  respondent: 'child',
  administration: 'clinical',
  licence: { id: 'own', permits: 'free' },
  scoring: {
    min: 0,
    max: 12,
    bands: [
      { code: 'low', from: 0, to: 5, label: named('Low', 'کم', 'ټیټ') },
      { code: 'high', from: 6, to: 12, label: named('High', 'زیادہ', 'لوړ') },
    ],
    scales: [],
    source: 'Invented for a test',
  },
  alarms: [{ node: '/data/one', values: ['bad'], kind: 'suicide', imminent: [] }],
  screeningOnly: true,
};
const DRAFT = {
  id: 'draft-1', caseId: 'case-1', instrumentId: 'every-control', instrumentVersion: '1', respondent: 'child', occasionId: 'o1',
  conductedAt: '2026-11-20T07:00:00Z', state: 'open', startedBy: 's1', startedAt: '2026-11-20T07:00:00Z', savedAt: '2026-11-20T07:00:00Z', etag: '"0"',
};
const RESULT = {
  id: 'a1', caseId: 'case-1', instrumentId: 'every-control', instrumentVersion: '1', purpose: 'depression', band: 'high', valid: true, score: 9,
  arithmetic: [{ question: 'score', value: 9, label: named('Sum', 'جمع', 'ټول') }], redFlags: [], conductedAt: '2026-11-20T07:00:00Z',
  recordedAt: '2026-11-20T09:00:00Z', claimedScoreRejected: false, conductedBy: 's1', respondent: 'child', occasionId: 'o1', alarms: [] as object[],
};
const PSYCHOLOGIST = { staffId: 's3', displayName: 'Invented Psychologist', roles: ['psychologist'], unitId: 'unit-1', active: true };
const A = '/api/assessments/v1';

beforeAll(readableFiles);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('psychologist')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on(`GET ${A}/instruments`, { body: { items: [INSTRUMENT] } })
    .on(`GET ${A}/instruments/every-control/versions/1/form`, { text: EVERY_CONTROL })
    .on(`GET ${A}/cases/case-1/assessment-drafts`, { body: { items: [] } })
    .on(`GET ${A}/cases/case-1/assessments`, { body: { items: [] } })
    .on(`GET ${A}/cases/case-1/due-assessments`, { body: { items: [] } })
    .on(`GET ${A}/assessment-drafts/draft-1`, { body: DRAFT, headers: { etag: '"0"' } })
    .on(`GET ${A}/assessments/a1`, { body: RESULT })
    .on(`GET ${A}/assessments/a1/responses`, { body: { items: [] } })
    .on(`GET ${A}/cases/case-1/assessment-changes`, { body: { risks: [], strengths: [] } });
});

function saves(more: object = {}): void {
  let version = 0;
  server.on(`PUT ${A}/assessment-drafts/draft-1`, () => {
    version += 1;
    return { body: { ...DRAFT, ...more }, headers: { etag: `"${version}"` } };
  });
}

const answer = (name: string, label: string) => within(screen.getByTestId(`question-${name}`)).getByLabelText(label);

describe('beginning an assessment', () => {
  it('says what the form is, asks for the day and goes on to the questions', async () => {
    server.on(`POST ${A}/cases/case-1/assessment-drafts`, { status: 201, body: DRAFT, headers: { etag: '"0"' } });
    const { user } = await open('/cases/case-1/assess/every-control');
    expect(await screen.findByTestId('notice-screening')).toHaveTextContent('A screen is not a diagnosis');
    expect(screen.queryByTestId('notice-working')).toBeNull();
    await user.click(screen.getByTestId('begin-assessment'));
    expect(await screen.findByTestId('question-conducted_on')).toHaveValue('2026-11-20');
    expect(server.changes()[0]?.body).toMatchObject({ instrumentId: 'every-control', instrumentVersion: '1', respondent: 'child' });
    expect(server.changes()[0]?.body).not.toHaveProperty('supervisedBy');
  });

  it('needs the name of a psychologist from whoever is none', async () => {
    server
      .as('social-worker')
      .on('GET /api/identity/v1/staff', { body: { items: [PSYCHOLOGIST] } })
      .on(`GET ${A}/cases/case-1/psychologists`, { body: { items: [{ staffId: 's3' }] } })
      .on(`POST ${A}/cases/case-1/assessment-drafts`, { status: 201, body: DRAFT, headers: { etag: '"0"' } });
    const { user } = await open('/cases/case-1/assess/every-control');
    await screen.findByRole('option', { name: 'Invented Psychologist' });
    await user.click(screen.getByTestId('begin-assessment'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/Under which psychologist/), 's3');
    await user.click(screen.getByTestId('begin-assessment'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ supervisedBy: 's3' }));
  });

  it('is refused in words when the child is too young for it', async () => {
    server.on(`POST ${A}/cases/case-1/assessment-drafts`, problem(422, 'outside-age-range'));
    const { user } = await open('/cases/case-1/assess/every-control');
    await user.click(await screen.findByTestId('begin-assessment'));
    expect(await screen.findByText('This instrument is not made for a child of this age.')).toBeVisible();
  });

  it('waits for the service to hear of a case that was opened a moment ago', async () => {
    let heard = false;
    server.on(`POST ${A}/cases/case-1/assessment-drafts`, () => {
      if (heard) return { status: 201, body: DRAFT, headers: { etag: '"0"' } };
      heard = true;
      return problem(404, 'not-found');
    });
    const { user } = await open('/cases/case-1/assess/every-control');
    await user.click(await screen.findByTestId('begin-assessment'));
    await screen.findByTestId('submit-assessment');
    const [first, second] = server.changes();
    expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'));
    expect(second?.body).toEqual(first?.body);
  });

  it('says that the service is missing when the instruments cannot be had', async () => {
    server.on(`GET ${A}/instruments`, problem(503, 'service-unavailable'));
    await open('/cases/case-1/assess');
    await waitFor(() => expect(screen.getByTestId('problem')).toHaveTextContent('The assessment service is not answering'));
  });
});

describe('answering', () => {
  // As the page itself keeps it: one that still has to save the day does so a moment after it was opened, before or after what a test does.
  let begun: object;
  beforeAll(async () => {
    const day = '<data xmlns="http://www.w3.org/2002/xforms" id="every-control" version="1"><conducted_on>2026-11-20</conducted_on></data>';
    begun = { ...DRAFT, answersXml: draftOf((await openForm(EVERY_CONTROL, 'en', day)).root) };
  });
  beforeEach(() => void server.on(`GET ${A}/assessment-drafts/draft-1`, { body: begun, headers: { etag: '"0"' } }));

  it('is saved by itself, completed under the version saved last, and shows what the server made of it', async () => {
    saves();
    server.on(`POST ${A}/assessment-drafts/draft-1/completion`, { status: 201, body: RESULT });
    const { user } = await open('/cases/case-1/drafts/draft-1');
    await screen.findByTestId('submit-assessment');
    await user.click(answer('one', 'Good'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ answersXml: expect.stringContaining('<one>good</one>') }));
    await user.click(answer('scale', '9'));
    await user.click(screen.getByTestId('submit-assessment'));
    await screen.findByTestId('assessed');
    const sent = server.changes();
    expect(sent.at(-2)?.body).toMatchObject({ answersXml: expect.stringContaining('<scale>9</scale>') });
    expect(sent.at(-1)?.headers.get('If-Match')).toBe(`"${sent.length - 1}"`);
    expect(sent.at(-1)?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(await screen.findByTestId('band')).toHaveTextContent('High');
    expect(screen.getByRole('img', { name: 'Score 9 on a scale from 0 to 12: High' })).toBeVisible();
  });

  it('says that nothing is saved while the service is away, and completes nothing', async () => {
    server.on(`PUT ${A}/assessment-drafts/draft-1`, 'unreachable');
    const { user } = await open('/cases/case-1/drafts/draft-1');
    await screen.findByTestId('submit-assessment');
    await user.click(answer('one', 'Good'));
    await user.click(screen.getByTestId('submit-assessment'));
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveAttribute('data-state', 'waiting'));
    expect(server.changes().some((one) => one.path.includes('completion'))).toBe(false);
  });

  it('goes on from what was kept', async () => {
    server.on(`GET ${A}/assessment-drafts/draft-1`, {
      body: { ...DRAFT, answersXml: '<data xmlns="http://www.w3.org/2002/xforms" id="every-control" version="1"><conducted_on>2026-11-19</conducted_on><one>good</one><years>12</years></data>' },
      headers: { etag: '"7"' },
    });
    await open('/cases/case-1/drafts/draft-1');
    expect(await screen.findByTestId('question-years')).toHaveValue('12');
    expect(screen.getByTestId('question-conducted_on')).toHaveValue('2026-11-19');
  });

  it('is interrupted at once by an answer that must not wait, and leads to the safety plan', async () => {
    saves({ alarms: [{ id: 'al1', kind: 'suicide', imminent: false, raisedAt: '2026-11-20T07:10:00Z' }] });
    const { user } = await open('/cases/case-1/drafts/draft-1');
    await screen.findByTestId('submit-assessment');
    await user.click(answer('one', 'Bad'));
    const alarm = await screen.findByTestId('alarm');
    expect(alarm).toHaveTextContent('Stay with the child');
    expect(within(alarm).getByTestId('alarm-safety-plan')).toHaveAttribute('href', '/cases/case-1/plan');
    await user.click(within(alarm).getByTestId('alarm-heard'));
    expect(await screen.findByTestId('standing-alarm')).toHaveTextContent('suicide');
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(screen.queryByTestId('alarm')).toBeNull();
  });

  it('by the child alone gives the child a break, and tells the worker only', async () => {
    saves({ alarms: [{ id: 'al1', kind: 'suicide', imminent: false, raisedAt: '2026-11-20T07:10:00Z' }] });
    const { user } = await open('/cases/case-1/drafts/draft-1');
    await user.type(await screen.findByTestId('choose-digits'), '2718');
    await user.click(screen.getByTestId('give-device'));
    await user.click(await screen.findByTestId('child-next'));
    await user.click(within(screen.getByTestId('child-question')).getByLabelText('Bad'));
    const cover = await screen.findByTestId('child-cover');
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(screen.queryByTestId('alarm')).toBeNull();
    expect(cover).toHaveTextContent('A break');
    await user.type(within(cover).getByTestId('child-digits'), '2718');
    await user.click(within(cover).getByTestId('child-return'));
    expect(await screen.findByTestId('alarm')).toHaveTextContent('Stay with the child');
  });

  it('that somebody else changed meanwhile is put side by side in the words of the form', async () => {
    server.on(`PUT ${A}/assessment-drafts/draft-1`, problem(412, 'stale'));
    const { user } = await open('/cases/case-1/drafts/draft-1');
    await screen.findByTestId('submit-assessment');
    server.on(`GET ${A}/assessment-drafts/draft-1`, {
      body: { ...DRAFT, answersXml: '<data id="every-control" version="1"><one>bad</one></data>' },
      headers: { etag: '"9"' },
    });
    await user.click(answer('one', 'Good'));
    const conflict = await screen.findByTestId('conflict');
    const field = within(conflict).getByText("How was the week?").closest('[data-testid="conflict-field"]') as HTMLElement;
    expect(field).toHaveTextContent('Good');
    expect(field).toHaveTextContent('Bad');
  });

  it.each(LANGUAGES)('can be done by everybody in %s', async (language) => {
    saves();
    await open('/cases/case-1/drafts/draft-1', language);
    await screen.findByTestId('submit-assessment');
    expect(screen.queryByTestId('notice-working') === null).toBe(language === 'en');
    expect(await barriers()).toEqual([]);
  });
});

describe('the assessments of a case', () => {
  const LINES = [
    RESULT,
    { ...RESULT, id: 'a2', valid: false, band: 'invalid', score: undefined, alarms: [{ id: 'x', kind: 'suicide', imminent: true, raisedAt: RESULT.conductedAt }] },
  ];

  it.each(LANGUAGES)('are listed with drafts and instruments, without a raw code, in %s', async (language) => {
    server
      .on(`GET ${A}/cases/case-1/assessment-drafts`, { body: { items: [DRAFT] } })
      .on(`GET ${A}/cases/case-1/assessments`, { body: { items: LINES } });
    await open('/cases/case-1/assessments', language);
    expect(await screen.findAllByTestId('assessment-line')).toHaveLength(2);
    expect(await screen.findByTestId('draft')).toBeVisible();
    const text = (await screen.findByTestId('instruments')).textContent ?? '';
    if (language !== 'en') expect(text).not.toMatch(/[a-z]{3,}/);
    expect(await barriers()).toEqual([]);
  });

  it('a draft that a colleague has just completed is not discarded, and the reason stays to be read', async () => {
    server
      .on(`GET ${A}/cases/case-1/assessment-drafts`, { body: { items: [DRAFT] } })
      .on(`GET ${A}/assessment-drafts/draft-1`, { body: { ...DRAFT, state: 'completed' }, headers: { etag: '"3"' } })
      .on(`POST ${A}/assessment-drafts/draft-1/discarding`, problem(412, 'stale'));
    const { user } = await open('/cases/case-1/assessments');
    await user.click(await screen.findByTestId('discard-draft'));
    await user.type(screen.getByLabelText(/Why is it discarded/), 'Wrong child');
    await user.click(screen.getByTestId('discard-form-send'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/It was completed\..*Wrong child/);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('a draft is discarded only with a reason, under the version listed', async () => {
    server
      .on(`GET ${A}/cases/case-1/assessment-drafts`, { body: { items: [DRAFT] } })
      .on(`POST ${A}/assessment-drafts/draft-1/discarding`, { body: { ...DRAFT, state: 'discarded' } });
    const { user } = await open('/cases/case-1/assessments');
    await user.click(await screen.findByTestId('discard-draft'));
    await user.click(screen.getByTestId('discard-form-send'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/Why is it discarded/), 'Wrong child');
    await user.click(screen.getByTestId('discard-form-send'));
    await waitFor(() => expect(server.changes()[0]).toMatchObject({ body: { reason: 'Wrong child' } }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"0"');
  });
});

describe('the course of a case', () => {
  const RISK = { ...RESULT, instrumentId: 'kp-risk-matrix', purpose: 'risk', riskLevel: 'high', band: 'high', score: 6, id: 'r1' };
  beforeEach(() => {
    server
      .on(`GET ${A}/cases/case-1/assessments`, {
        body: {
          items: [
            RESULT,
            { ...RESULT, id: 'a2', conductedAt: '2026-12-20T07:00:00Z', score: 4, band: 'low' },
            { ...RESULT, id: 'a3', conductedAt: '2026-12-25T07:00:00Z', valid: false, score: undefined, band: 'invalid' },
            { ...RESULT, id: 'a4', conductedAt: '2026-12-26T07:00:00Z', respondent: 'caregiver', score: 11 },
            RISK,
          ],
        },
      })
      .on('GET /api/cases/v1/cases/case-1/risk', {
        body: { lowerings: [{ assessmentId: 'a9', from: 'high', to: 'low', reason: 'She lives with the aunt now.', happenedAt: '2026-12-21T07:00:00Z' }], next: {}, yoursToLower: false, etag: '"1"' },
      });
  });

  it.each(LANGUAGES)('shows who lowered a risk and why, in %s', async (language) => {
    await open('/cases/case-1/assessments', language);
    const risk = await screen.findAllByTestId('risk-entry');
    expect(risk.map((one) => [one.dataset['level'], one.dataset['lowered']])).toEqual([['low', 'true'], ['high', 'false']]);
    expect(risk[0]).toHaveTextContent('She lives with the aunt now.');
    expect(await barriers()).toEqual([]);
  });
});

describe('a result', () => {
  it('that cannot be scored says so and draws no score', async () => {
    server.on(`GET ${A}/assessments/a1`, { body: { ...RESULT, valid: false, band: 'invalid', score: undefined } });
    await open('/cases/case-1/assessments/a1');
    expect(await screen.findByTestId('outcome-invalid')).toHaveTextContent('Too much was left out');
    expect(screen.queryByTestId('band-marker')).toBeNull();
  });

  it('under supervision is countersigned by the psychologist named, and by nobody else', async () => {
    server
      .on(`GET ${A}/assessments/a1`, { body: { ...RESULT, countersignature: { state: 'waiting', psychologistId: 's1' } } })
      .on(`POST ${A}/assessments/a1/countersignature`, { status: 201, body: RESULT });
    const { user } = await open('/cases/case-1/assessments/a1');
    const form = within(await screen.findByTestId('countersign'));
    await user.click(form.getByLabelText('Agreed'));
    await user.click(form.getByTestId('countersign-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ decision: 'agreed' }));
  });

  it('is amended by an addendum with a reason, the answers there to begin with', async () => {
    server
      .on(`GET ${A}/assessments/a1/answers`, { text: '<data id="every-control" version="1"><one>good</one><years>12</years></data>' })
      .on(`POST ${A}/assessments/a1/addenda`, { status: 201, body: { ...RESULT, id: 'a2', addendumOf: 'a1' } })
      .on(`GET ${A}/assessments/a2`, { body: { ...RESULT, id: 'a2', addendumOf: 'a1', addendumReason: 'She is 13' } });
    const { user } = await open('/cases/case-1/assessments/a1');
    await user.click(await screen.findByTestId('amend'));
    const years = await screen.findByTestId('question-years');
    await user.clear(years);
    await user.type(years, '13');
    await user.click(screen.getByTestId('submit-assessment'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/Why is it amended/), 'She is 13');
    await user.click(screen.getByTestId('submit-assessment'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reason: 'She is 13', answersXml: expect.stringContaining('<years>13</years>') }));
  });

  it.each(LANGUAGES)('can be read by everybody in %s', async (language) => {
    server.on(`GET ${A}/assessments/a1`, { body: { ...RESULT, alarms: [{ id: 'x', kind: 'suicide', imminent: true, raisedAt: RESULT.conductedAt }] } });
    await open('/cases/case-1/assessments/a1', language);
    await screen.findByTestId('standing-alarm');
    await screen.findByTestId('bands');
    expect(await barriers()).toEqual([]);
  });
});

describe('what a psychologist wrote', () => {
  it('is shown beside the signature', async () => {
    const countersignature = { state: 'not-agreed', psychologistId: 's3', signedAt: RESULT.recordedAt, note: 'Ask item 4 again' };
    server.on(`GET ${A}/assessments/a1`, { body: { ...RESULT, countersignature } });
    await open('/cases/case-1/assessments/a1');
    expect(await screen.findByText('Ask item 4 again')).toBeVisible();
  });
});

describe('what waits for a psychologist', () => {
  it('is listed', async () => {
    server.on(`GET ${A}/countersignatures`, { body: { items: [RESULT] } });
    await open('/countersignatures');
    expect(await screen.findByTestId('to-countersign')).toHaveTextContent('Depression');
    expect(await barriers()).toEqual([]);
  });
});

describe('what is due', () => {
  it('is said in words with the time that is left, and not at all when nothing is', async () => {
    server.on(`GET ${A}/cases/case-1/due-assessments`, {
      body: { items: [{ id: 'd1', purpose: 'broad', startedAt: '2026-11-20T07:00:00Z', dueAt: '2026-12-04T07:00:00Z' }] },
    });
    await open('/cases/case-1/assessments');
    const due = await screen.findByTestId('due-assessment');
    expect(due).toHaveTextContent('Broad screen of behaviour and feelings');
    expect(within(due).getByTestId('countdown')).toBeInTheDocument();
    expect(await barriers()).toEqual([]);
  });

  it('and what was given up is read when it is asked for, with the reason', async () => {
    server.on(`GET ${A}/cases/case-1/assessment-drafts?state=discarded`, {
      body: { items: [{ ...DRAFT, state: 'discarded', savedBy: 's1', discardReason: 'The mother asked to stop' }] },
    });
    const { user } = await open('/cases/case-1/assessments');
    const show = await screen.findByTestId('show-given-up');
    expect(server.asked.some((one) => one.path.includes('state=discarded'))).toBe(false);
    await user.click(show);
    expect(await screen.findByTestId('given-up-draft')).toHaveTextContent('The mother asked to stop');
  });

  it('leaves no empty list', async () => {
    let asked = false;
    server.on(`GET ${A}/cases/case-1/due-assessments`, () => {
      asked = true;
      return { body: { items: [] } };
    });
    await open('/cases/case-1/assessments');
    await waitFor(() => expect(asked).toBe(true));
    await waitFor(() => expect(screen.queryByTestId('due-assessments')).toBeNull());
  });
});
