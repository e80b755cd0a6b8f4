// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../i18n/format.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const A = '/api/assessments/v1';
const named = (en: string, ur: string, ps: string) => ({ en, ur, ps });
const RESULT = {
  id: 'a1', caseId: 'case-1', instrumentId: 'phq-a', instrumentVersion: '1', purpose: 'depression', band: 'moderate', valid: true, score: 12,
  arithmetic: [], redFlags: [], conductedAt: '2026-11-20T07:00:00Z', recordedAt: '2026-11-20T09:00:00Z', claimedScoreRejected: false,
  conductedBy: 's1', respondent: 'child', occasionId: 'o1', alarms: [] as object[],
};
const OFFERED = {
  code: 'school-contact',
  title: named('Talk to the school', 'سکول سے بات', 'له ښوونځي سره خبرې'),
  what: named('Agree with one teacher who keeps an eye on the child.', 'ایک استاد سے طے کریں۔', 'له یوه ښوونکي سره پرېکړه وکړئ.'),
  by: 'caseworker',
  proposedFor: '2026-11-01',
  source: 'Published guideline',
  reasons: [named('School is named as a difficulty.', 'سکول ایک مشکل ہے۔', 'ښوونځی ستونزه ده.')],
  offeredAt: '2026-11-20T09:00:00Z',
};
const TAKEN = { ...OFFERED, taken: { actionId: 'x1', dueOn: '2100-01-01', takenBy: 's2', takenAt: '2026-11-20T10:00:00Z' } };
const RESPONSES = `GET ${A}/assessments/a1/responses`;
const TAKING = `POST ${A}/assessments/a1/responses/school-contact/taking`;

beforeAll(readableFiles);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on(`GET ${A}/instruments`, { body: { items: [] } })
    .on(`GET ${A}/assessments/a1`, { body: RESULT })
    .on(RESPONSES, { body: { items: [OFFERED] } });
});

const page = '/cases/case-1/assessments/a1';

describe('what is suggested after an assessment', () => {
  it('says why, and goes into the plan when the worker takes it, for a day that has not passed', async () => {
    server.on(TAKING, () => {
      server.on(RESPONSES, { body: { items: [TAKEN] } });
      return { status: 201, body: TAKEN };
    });
    const { user } = await open(page);
    const one = await screen.findByTestId('response');
    expect(within(one).getByTestId('response-reasons')).toHaveTextContent('School is named as a difficulty.');
    await user.click(within(one).getByTestId('take-response'));
    await user.click(within(one).getByTestId('take-response-form-send'));
    expect(await within(one).findByTestId('response-taken')).toHaveTextContent('Imran Afridi');
    expect(server.changes()[0]?.body).toEqual({ language: 'en', dueOn: today() });
    expect(server.changes()[0]?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(within(one).queryByTestId('take-response')).toBeNull();
    expect(within(one).getByRole('link', { name: 'Open the plan' })).toHaveAttribute('href', '/cases/case-1/plan');
  });

  it.each([
    ['response-already-taken', 409, [], 'Somebody has taken it into the plan already.'],
    ['response-due-in-the-past', 422, [{ pointer: '/dueOn', code: 'past' }], 'The day has passed: choose today or a later one.'],
  ] as const)('is refused in words: %s', async (code, status, errors, words) => {
    server.on(TAKING, problem(status, code, [...errors]));
    const { user } = await open(page);
    await user.click(await screen.findByTestId('take-response'));
    await user.click(screen.getByTestId('take-response-form-send'));
    await waitFor(() => expect(screen.getByTestId('problem')).toHaveTextContent(words));
  });

  it('cannot be taken once the case is closed', async () => {
    server.on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, state: 'closed' }, headers: { etag: '"v1"' } });
    await open(page);
    expect(await screen.findByTestId('responses')).toHaveTextContent('The case is closed');
    expect(screen.queryByTestId('take-response')).toBeNull();
  });

  it('leaves no empty panel', async () => {
    server.on(RESPONSES, { body: { items: [] } });
    await open(page);
    await screen.findByTestId('outcome');
    await waitFor(() => expect(screen.queryByTestId('responses')).toBeNull());
  });

  it.each(LANGUAGES)('can be read by everybody in %s', async (language) => {
    server.on(RESPONSES, { body: { items: [OFFERED, { ...TAKEN, code: 'legal-aid' }] } });
    await open(page, language);
    expect(await screen.findAllByTestId('response')).toHaveLength(2);
    expect(await barriers()).toEqual([]);
  });
});

const point = (assessmentId: string, day: string, value: number, band: string) => ({
  assessmentId, conductedAt: `2026-${day}T07:00:00Z`, value, bandLabel: named(band, 'درجہ', 'درجه'),
});
const PHQ = {
  instrumentId: 'phq-a', instrumentVersion: '1', title: named('PHQ-A', 'پی ایچ کیو', 'پي اېچ کیو'), respondent: 'child',
  measures: [{
    code: 'score', min: 0, max: 27,
    points: [point('a1', '03-01', 18, 'Moderately severe'), point('a2', '04-01', 14, 'Moderate'), point('a3', '05-01', 11, 'Moderate')],
    threshold: { measure: 'score', points: 6, basis: 'reliable-change', population: 'adults', source: 'Gyani 2013' },
    sinceFirst: { from: 18, to: 11, difference: -7, verdict: 'better' },
    sinceLast: { from: 14, to: 11, difference: -3, verdict: 'no-reliable-change' },
  }],
};
const STRENGTHS = {
  instrumentId: 'kp-strengths', instrumentVersion: '1', title: named('Strengths', 'خوبیاں', 'پیاوړتیاوې'), respondent: 'child',
  measures: [{ code: 'score', min: 0, max: 36, points: [point('b1', '03-01', 20, 'Some')], unjudged: 'own-instrument' }],
};

describe('change over time', () => {
  beforeEach(() => {
    server
      .on(`GET ${A}/cases/case-1/assessment-drafts`, { body: { items: [] } })
      .on(`GET ${A}/cases/case-1/assessments`, { body: { items: [RESULT] } })
      .on(`GET ${A}/cases/case-1/due-assessments`, { body: { items: [] } })
      .on(`GET ${A}/cases/case-1/assessment-changes`, { body: { risks: [PHQ], strengths: [STRENGTHS] } });
  });

  it.each(LANGUAGES)('says what is more than chance and by whose figure, strengths beside risks, in %s', async (language) => {
    await open('/cases/case-1/assessments', language);
    const panel = await screen.findByTestId('changes');
    await within(panel).findByTestId('chance-strip');
    const verdicts = within(panel).getAllByTestId('change-verdict').map((one) => one.dataset['verdict']);
    expect(verdicts).toEqual(['better', 'no-reliable-change']);
    expect(within(panel).getByTestId('change-basis')).toHaveTextContent('Gyani 2013');
    expect(within(panel).getByTestId('asked-once')).toBeVisible();
    expect(await barriers()).toEqual([]);
  });

  it('judges nothing where no figure is published', async () => {
    const once = STRENGTHS.measures[0];
    const twice = {
      ...once,
      points: [point('b1', '03-01', 20, 'Some'), point('b2', '04-01', 30, 'Many')],
      sinceFirst: { from: 20, to: 30, difference: 10, verdict: 'not-judged' },
      sinceLast: { from: 20, to: 30, difference: 10, verdict: 'not-judged' },
    };
    server.on(`GET ${A}/cases/case-1/assessment-changes`, { body: { risks: [], strengths: [{ ...STRENGTHS, measures: [twice] }] } });
    await open('/cases/case-1/assessments');
    const panel = await screen.findByTestId('changes');
    expect(await within(panel).findByTestId('change-verdict')).toHaveTextContent('+10 Not judged');
    expect(panel).toHaveTextContent('no study says which difference counts');
    expect(within(panel).queryByTestId('chance-strip')).toBeNull();
  });
});
