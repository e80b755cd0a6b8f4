import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, foundServices, HSDS_SERVICE, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const R = '/api/referrals/v1';
const REFERRAL = {
  id: 'd1', caseId: 'case-1', serviceId: 'service-1', agencyId: 'agency-1', status: 'requested', priority: 'high',
  reasonCode: 'legal-representation', authoredAt: '2026-11-20T10:00:00Z', respondBy: '2099-11-21T10:00:00Z',
  completeBy: '2099-11-23T10:00:00Z', packet: { caseCode: 'PEW-2026-00001', ageBand: '12-14', sex: 'female', requestText: 'Representation.' }, history: [],
};
const name = (en: string) => ({ en, ur: en, ps: en });
const RULES = [
  { kind: 'incident-facts', level: 'service', name: name('Facts of the incident'), release: 'included', yours: true },
  { kind: 'assessment-results', level: 'clinical', name: name('Results of screening'), release: 'offered', yours: false },
];
const CODES = [{ list: 'reason', code: 'legal-representation', states: [], textNeeded: false, name: name('Legal representation') }];
const LINE = {
  id: 'd1', caseId: 'case-1', status: 'draft', serviceId: 'service-1', startedBy: 's1', startedAt: '2026-11-20T09:00:00Z',
  savedBy: 's2', savedAt: '2026-11-20T10:00:00Z', until: '2026-12-20T10:00:00Z', etag: '"v3"',
};
const PACKET = { ageBand: CASE.child.ageBand, sex: CASE.child.sex, language: 'ps', safeContact: 'Aunt', requestText: 'Counsel.', items: [{ kind: 'incident-facts', text: 'He came twice.' }] };
const CONTENT = { serviceId: 'service-1', priority: 'high', reasonCode: 'legal-representation', packet: PACKET };

interface Packet { requestText: string; items: object[] }
interface Content { packet: Packet }

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on(`GET ${R}/hsds/services`, { body: foundServices([HSDS_SERVICE]) })
    .on(`GET ${R}/hsds/services/service-1`, { body: HSDS_SERVICE })
    .on(`GET ${R}/capacity-questions`, { body: { items: [] } })
    .on(`GET ${R}/packet-rules?category=legal-aid&agencyId=agency-1`, { body: { items: RULES } })
    .on(`GET ${R}/referral-codes`, { body: { items: CODES } })
    .on(`GET ${R}/cases/case-1/referrals`, { body: { items: [] } })
    .on(`GET ${R}/cases/case-1/referral-drafts`, { body: { items: [] } })
    .on(`GET ${R}/referral-drafts/d1`, { body: { ...LINE, content: CONTENT }, headers: { etag: '"v3"' } })
    .on(`POST ${R}/referral-previews`, (asked) => ({
      body: { agencyId: 'agency-1', category: 'legal-aid', packet: (asked.body as Content).packet, preview: 'mark-1', exceptions: [], sharing: 'consent' },
    }))
    .on(`POST ${R}/cases/case-1/referral-drafts`, (asked) => ({ status: 201, body: { ...LINE, content: asked.body }, headers: { etag: '"v0"' } }))
    .on(`PUT ${R}/referral-drafts/d1`, (asked) => ({ body: { ...LINE, content: asked.body }, headers: { etag: '"v4"' } }))
    .on(`POST ${R}/referral-drafts/d1/sending`, { status: 201, body: REFERRAL })
    .on(`GET ${R}/referrals/d1`, { body: REFERRAL, headers: { etag: '"v0"' } });
});

const of = (method: string, path: string) => server.changes().filter((one) => one.method === method && one.path === R + path);
const begun = () => of('POST', '/cases/case-1/referral-drafts');
const saved = () => of('PUT', '/referral-drafts/d1');
const request = () => screen.findByLabelText(/^What is asked for/);

describe('a referral that is being written', () => {
  it('is kept a moment after the last word, and says so; nothing is kept of a form nobody wrote into', async () => {
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-service'));
    const field = await request();
    expect(screen.queryByTestId('draft-state')).toBeNull();
    await user.type(field, 'Representation.');
    await waitFor(() => expect(begun()).toHaveLength(1), { timeout: 60_000 });
    expect(begun()[0]?.body).toMatchObject({ serviceId: 'service-1', packet: { requestText: 'Representation.', ageBand: CASE.child.ageBand } });
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveTextContent('Kept as a draft'), { timeout: 60_000 });
    await user.type(field, ' And soon.');
    await waitFor(() => expect(saved()).toHaveLength(1), { timeout: 60_000 });
    expect(saved()[0]?.headers.get('if-match')).toBe('"v0"');
    expect((saved()[0]?.body as Content).packet.requestText).toBe('Representation. And soon.');
    expect(begun()).toHaveLength(1);
  }, 120_000);

  it('is kept before one goes to ask for consent, so that there is something to come back to', async () => {
    server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '12-14', standings: [], consents: [], overrides: [] } });
    const { user, location } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-service'));
    await user.type(await request(), 'R');
    await user.click(within(await screen.findByTestId('consent-state')).getByRole('link'));
    await waitFor(() => expect(location()).toContain('/cases/case-1/consents/new'), { timeout: 60_000 });
    expect(location()).toContain('draft=d1');
    expect(begun()).toHaveLength(1);
  }, 120_000);

  it('is not left for the consent when it could not be kept', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '12-14', standings: [], consents: [], overrides: [] } })
      .on(`POST ${R}/cases/case-1/referral-drafts`, problem(409, 'too-many-drafts'));
    const { user, location } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-service'));
    await user.type(await request(), 'Representation.');
    await user.click(within(await screen.findByTestId('consent-state')).getByRole('link'));
    await waitFor(() => expect(begun()).toHaveLength(1), { timeout: 60_000 });
    expect(await screen.findByText(/as many drafts of referrals as it may/)).toBeVisible();
    expect(await request()).toHaveValue('Representation.');
    expect(location()).toBe('/cases/case-1/refer');
  }, 120_000);

  it('is gone on with from the case, and sent as it was kept', async () => {
    server.on(`GET ${R}/cases/case-1/referral-drafts`, { body: { items: [LINE] } });
    const { user } = await open('/cases/case-1/refer');
    const draft = await screen.findByTestId('referral-draft');
    expect(await within(draft).findByText('Legal representation')).toBeVisible();
    await user.click(within(draft).getByTestId('continue-referral-draft'));
    expect(await request()).toHaveValue('Counsel.');
    expect(await screen.findByLabelText(/^Facts of the incident/)).toHaveValue('He came twice.');
    await user.click(screen.getByTestId('look-at-packet'));
    await user.click(await screen.findByTestId('send-referral'));
    await screen.findByTestId('referral');
    const sent = of('POST', '/referral-drafts/d1/sending');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers.get('if-match')).toBe('"v3"');
    expect(sent[0]?.body).toMatchObject({ preview: 'mark-1' });
    expect(of('POST', '/referrals')).toEqual([]);
    expect(saved()).toEqual([]);
  });

  it('shows both versions when a colleague went on with it, and loses nothing', async () => {
    const { user } = await open('/cases/case-1/refer?draft=d1');
    const field = await request();
    server
      .on(`PUT ${R}/referral-drafts/d1`, (asked) =>
        asked.headers.get('if-match') === '"v3"' ? problem(412, 'stale') : { body: { ...LINE, content: asked.body }, headers: { etag: '"v8"' } })
      .on(`GET ${R}/referral-drafts/d1`, { body: { ...LINE, content: { ...CONTENT, packet: { ...PACKET, requestText: 'Counsel.', safeContact: 'School' } } }, headers: { etag: '"v7"' } });
    await user.type(field, ' Mine.');
    const conflict = await screen.findByTestId('conflict', undefined, { timeout: 60_000 });
    expect(conflict).toHaveTextContent('Counsel. Mine.');
    expect(conflict).toHaveTextContent('School');
    await user.click(screen.getByTestId('settle-conflict'));
    await waitFor(() => expect(saved().at(-1)?.headers.get('if-match')).toBe('"v7"'), { timeout: 60_000 });
    expect((saved().at(-1)?.body as Content).packet).toMatchObject({ requestText: 'Counsel. Mine.', safeContact: 'School' });
    expect(await request()).toHaveValue('Counsel. Mine.');
  }, 120_000);

  it('keeps what a psychologist wrote, unread, and is not sent with it by others', async () => {
    const items = [{ kind: 'assessment-results' }];
    server.on(`GET ${R}/referral-drafts/d1`, { body: { ...LINE, content: { ...CONTENT, packet: { ...PACKET, items } } }, headers: { etag: '"v3"' } });
    const { user } = await open('/cases/case-1/refer?draft=d1');
    expect(await screen.findByTestId('not-theirs')).toBeVisible();
    await user.type(await request(), ' More.');
    await waitFor(() => expect(saved()).toHaveLength(1), { timeout: 60_000 });
    expect((saved()[0]?.body as Content).packet.items).toEqual(items);
    await user.click(screen.getByTestId('look-at-packet'));
    expect(await screen.findByTestId('send-referral')).toBeDisabled();
    await user.click(within(screen.getByTestId('not-theirs')).getByRole('button'));
    await waitFor(() => expect((saved().at(-1)?.body as Content).packet.items).toEqual([]), { timeout: 60_000 });
    expect(screen.getByTestId('send-referral')).toBeEnabled();
  }, 120_000);

  it('is sent although no draft can be kept', async () => {
    server
      .on(`POST ${R}/cases/case-1/referral-drafts`, problem(409, 'too-many-drafts'))
      .on(`POST ${R}/referrals`, { status: 201, body: REFERRAL });
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-service'));
    await user.type(await request(), 'Representation.');
    await user.click(await screen.findByTestId('look-at-packet'));
    await user.click(await screen.findByTestId('send-referral'));
    await screen.findByTestId('referral');
    expect(of('POST', '/referrals')[0]?.body).toMatchObject({ preview: 'mark-1', packet: { requestText: 'Representation.' } });
  });

  it('is discarded after a question, and not over what a colleague wrote meanwhile', async () => {
    server
      .on(`GET ${R}/cases/case-1/referral-drafts`, { body: { items: [LINE] } })
      .on(`DELETE ${R}/referral-drafts/d1`, problem(412, 'stale'));
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('discard-referral-draft'));
    expect(of('DELETE', '/referral-drafts/d1')).toEqual([]);
    await user.click(screen.getByTestId('discard-for-good'));
    expect(await within(screen.getByTestId('discard-question')).findByRole('alert')).toBeVisible();
    expect(of('DELETE', '/referral-drafts/d1')[0]?.headers.get('if-match')).toBe('"v3"');
    server
      .on(`DELETE ${R}/referral-drafts/d1`, { status: 204 })
      .on(`GET ${R}/cases/case-1/referral-drafts`, { body: { items: [] } });
    await user.click(screen.getByTestId('discard-for-good'));
    await waitFor(() => expect(screen.queryByTestId('referral-draft')).toBeNull());
  });
});
