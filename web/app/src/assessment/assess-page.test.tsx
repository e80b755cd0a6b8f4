// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

/** As small as a form can be that is still scored. */
const FORM = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Small</h:title><model>
<instance><data id="small" version="1"><likelihood/><severity/><score/></data></instance>
<bind nodeset="/data/likelihood" type="int" required="true()" constraint=". &gt;= 0 and . &lt;= 3" jr:constraintMsg="From 0 to 3"/>
<bind nodeset="/data/severity" type="int" required="true()"/>
<bind nodeset="/data/score" type="int" readonly="true()" calculate="/data/likelihood * /data/severity"/>
</model></h:head>
<h:body><input ref="/data/likelihood"><label>Likelihood</label></input><input ref="/data/severity"><label>Severity</label></input>
<input ref="/data/score"><label>Score</label></input></h:body></h:html>`;

const RESULT = {
  id: 'a1',
  caseId: 'case-1',
  instrumentId: 'kp-risk-matrix',
  instrumentVersion: '1',
  riskLevel: 'high',
  score: 6,
  arithmetic: [{ question: 'likelihood', value: 2 }, { question: 'severity', value: 3 }, { question: 'credit_taken', value: 0 }],
  redFlags: [],
  conductedAt: '2026-11-20T07:00:00Z',
  recordedAt: '2026-11-20T09:00:00Z',
  claimedScoreRejected: false,
};

let server: FakeServer;
beforeEach(() => {
  Blob.prototype.text ??= function text(this: Blob) {
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(this);
    });
  };
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/instruments', { body: { items: [{ id: 'kp-risk-matrix', version: '1', title: { en: 'KP risk matrix' }, purpose: 'risk' }] } })
    .on('GET /api/assessments/v1/instruments/kp-risk-matrix/versions/1/form', { text: FORM });
});

async function answered(likelihood: string) {
  const { user } = await open('/cases/case-1/assess');
  await user.type(await screen.findByTestId('question-likelihood'), likelihood);
  await user.type(screen.getByTestId('question-severity'), '3');
  return user;
}

describe('assessing the risk', () => {
  it('shows what the server made of the answers', async () => {
    server.on('POST /api/assessments/v1/cases/case-1/assessments', { status: 201, body: RESULT });
    const user = await answered('2');
    expect(await screen.findByTestId('note-score')).toHaveTextContent('6');
    await user.click(screen.getByTestId('submit-assessment'));
    await screen.findByTestId('assessed');
    expect(within(screen.getByTestId('arithmetic')).getByRole('group')).toHaveTextContent('2Likelihood×3Severity−0Protective factors=6Score');
    expect(server.changes()[0]?.body).toMatchObject({ instrumentId: 'kp-risk-matrix', instrumentVersion: '1', submission: expect.stringContaining('<likelihood>2</likelihood>') });
  });

  it('sends the very same request again after the answer was lost', async () => {
    server.on('POST /api/assessments/v1/cases/case-1/assessments', 'unreachable');
    const user = await answered('2');
    await user.click(screen.getByTestId('submit-assessment'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('The assessment service is not answering');
    server.on('POST /api/assessments/v1/cases/case-1/assessments', { status: 201, body: RESULT });
    await user.click(screen.getByTestId('submit-assessment'));
    await screen.findByTestId('assessed');
    const [first, second] = server.changes();
    expect(second?.body).toEqual(first?.body);
    expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'));
  });

  it('sends nothing that breaks a rule of the form, and says it in the words of the form', async () => {
    const user = await answered('7');
    await user.click(screen.getByTestId('submit-assessment'));
    expect(await screen.findByText('From 0 to 3')).toBeVisible();
    expect(server.changes()).toEqual([]);
  });

  it('says that the service is missing when the form cannot be had', async () => {
    server.on('GET /api/assessments/v1/instruments', problem(503, 'service-unavailable'));
    await open('/cases/case-1/assess');
    await waitFor(() => expect(screen.getByTestId('problem')).toHaveTextContent('The assessment service is not answering'));
  });
});
