// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
const OVERRIDE = {
  id: 'o1', caseId: 'case-1', purpose: 'case-management', reasonCode: 'caregiver-suspected', text: 'The uncle answers the telephone.',
  childTold: true, happenedAt: '2026-11-21T08:00:00Z', dueAt: '2099-11-22T08:00:00Z', recordedBy: 's2', recordedAt: '2026-11-21T08:00:00Z',
  state: 'awaiting', etag: '"v0"',
};
const CONSENTS = {
  ageBand: '12-14',
  standings: [
    { purpose: 'case-management', stands: false, basis: 'none', missing: ['child-assent-needed'] },
    { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'consent', until: '2027-01-01', missing: [] },
  ],
  consents: [
    { id: 'c1', purpose: 'case-management', decision: 'given', givenBy: 'caregiver', method: 'thumbprint', language: 'ps', happenedAt: '2026-11-20T09:00:00Z', witness: 'Imran A.' },
  ],
  overrides: [] as object[],
};

function consents(more: object = {}) {
  server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ...CONSENTS, ...more } });
}

beforeEach(() => {
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } });
  consents();
});

/** Colours need a browser that paints; the journeys in Chromium check them. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

describe('the consent page', () => {
  it('says how each matter stands, whose word is missing and where to record it', async () => {
    await open('/cases/case-1/consents');
    const [casework, sharing] = await screen.findAllByTestId('standing');
    expect(casework).toHaveTextContent("The child's own agreement");
    expect(within(casework!).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents/new?purpose=case-management&givenBy=child');
    expect(sharing).toHaveAttribute('data-stands', 'true');
    expect(within(sharing!).queryByTestId('override')).toBeNull();
    expect(screen.getByTestId('consent-history')).toHaveTextContent('Imran A.');
  });

  it('goes on without consent only with a reason in words', async () => {
    server.on('POST /api/cases/v1/cases/case-1/consent-overrides', { status: 201, body: OVERRIDE });
    const { user } = await open('/cases/case-1/consents', 'ur');
    await user.click(await screen.findByTestId('override'));
    await user.click(screen.getByTestId('save-override'));
    expect(server.changes()).toHaveLength(0);
    expect(await violations()).toEqual([]);
    await user.click(screen.getAllByRole('radio')[0]!);
    await user.type(screen.getByTestId('override-form').querySelector('textarea')!, 'Alone in the bazaar.');
    await user.click(screen.getByRole('checkbox'));
    consents({ overrides: [OVERRIDE] });
    await user.click(screen.getByTestId('save-override'));
    expect(await screen.findByTestId('override-row')).toHaveAttribute('data-state', 'awaiting');
    expect(server.changes().at(-1)?.body).toMatchObject({
      purpose: 'case-management', reasonCode: 'serious-risk', text: 'Alone in the bazaar.', childTold: true,
    });
  });

  it('lets another supervisor countersign, and asks for words to reject', async () => {
    server.as('supervisor').on('POST /api/cases/v1/consent-overrides/o1/decision', { body: { ...OVERRIDE, state: 'rejected' } });
    consents({ overrides: [OVERRIDE] });
    const { user } = await open('/cases/case-1/consents');
    await user.click(await screen.findByTestId('override-rejected'));
    expect(screen.getByText('This is needed')).toBeVisible();
    await user.type(screen.getByLabelText(/^What you say/), 'The aunt can be asked.');
    await user.click(screen.getByTestId('override-rejected'));
    await screen.findByTestId('override-row');
    const sent = server.changes().at(-1);
    expect(sent?.headers.get('If-Match')).toBe('"v0"');
    expect(sent?.body).toMatchObject({ decision: 'rejected', comment: 'The aunt can be asked.' });
  });

  it('offers nobody to countersign what they wrote themselves', async () => {
    server.as('supervisor');
    consents({ overrides: [{ ...OVERRIDE, recordedBy: 's1' }] });
    await open('/cases/case-1/consents');
    expect(await screen.findByText('You wrote this: another supervisor has to countersign.')).toBeVisible();
    expect(screen.queryByTestId('answer-override')).toBeNull();
  });

  it('tells the supervisor that it lapsed meanwhile', async () => {
    server.as('supervisor').on('POST /api/cases/v1/consent-overrides/o1/decision', problem(409, 'override-lapsed'));
    consents({ overrides: [OVERRIDE] });
    const { user } = await open('/cases/case-1/consents');
    await user.click(await screen.findByTestId('override-confirmed'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('it has lapsed');
  });
});

describe('recording a consent', () => {
  it('asks for a witness where nobody signs, and sends whether the child decides alone', async () => {
    server.on('POST /api/cases/v1/cases/case-1/consents', { status: 201, body: CONSENTS.consents[0] });
    const { user } = await open('/cases/case-1/consents/new?givenBy=child');
    await user.selectOptions(await screen.findByLabelText(/^How/), 'oral');
    await user.selectOptions(screen.getByLabelText(/^Does the child decide alone/), 'unsafe');
    await user.click(screen.getByTestId('save-consent'));
    expect(screen.getByText('This is needed')).toBeVisible();
    await user.type(screen.getByLabelText(/^Witness/), 'Imran A.');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId('save-consent'));
    await screen.findByTestId('standings');
    expect(server.changes().at(-1)?.body).toMatchObject({ givenBy: 'child', method: 'oral', witness: 'Imran A.', withoutCaregiver: 'unsafe' });
  });
});

describe('the supervisor', () => {
  it('finds what waits for a second person beside the approvals', async () => {
    server
      .as('supervisor')
      .on('GET /api/cases/v1/approvals', { body: { items: [] } })
      .on('GET /api/cases/v1/consent-overrides', { body: { items: [{ caseNumber: 'KP-2026-000001', override: OVERRIDE }] } });
    await open('/approvals');
    const waiting = await screen.findByTestId('waiting-override');
    expect(within(waiting).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents');
    expect(await violations()).toEqual([]);
  });
});
