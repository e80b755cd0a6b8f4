// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, foundServices, HSDS_SERVICE } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const DOCTOR = { id: 'doctor-1', name: 'Doctor Zarghun', serviceType: 'health', place: 'By the bridge' };
const CONSENTS = {
  ageBand: '12-14',
  standings: [{ purpose: 'share-information', recipientId: 'doctor-1', stands: true, basis: 'consent', missing: [] as string[] }],
  consents: [
    { id: 'c1', purpose: 'share-information', recipientId: 'doctor-1', decision: 'given', givenBy: 'caregiver', method: 'signature', language: 'ps', happenedAt: '2026-11-20T09:00:00Z' },
  ],
  overrides: [],
  recipients: [DOCTOR],
};
const REFERRAL = {
  id: 'referral-1', caseId: 'case-1', recipientId: 'doctor-1', category: 'health', status: 'requested', priority: 'high',
  authoredAt: '2026-11-20T10:00:00Z', packetState: 'readable',
};
const CONSENT_PATH = 'GET /api/cases/v1/cases/case-1/consents';
const R = '/api/referrals/v1/referrals';
const DRAFTS = '/api/referrals/v1/cases/case-1/referral-drafts';
const DRAFT = '/api/referrals/v1/referral-drafts/d1';
const LINE = {
  id: 'd1', caseId: 'case-1', status: 'draft', recipientId: 'doctor-1', startedBy: 's1', startedAt: '2026-11-20T09:00:00Z',
  savedBy: 's2', savedAt: '2026-11-20T10:00:00Z', until: '2026-12-20T10:00:00Z', etag: '"v3"',
};
const CONTENT = {
  recipientId: 'doctor-1', priority: 'high', reasonCode: 'medical-care',
  packet: { ageBand: CASE.child.ageBand, sex: CASE.child.sex, language: 'ps', safeContact: 'Aunt', requestText: 'Look at the arm.', items: [] },
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on(CONSENT_PATH, { body: CONSENTS })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [REFERRAL] } })
    .on('GET /api/referrals/v1/hsds/services', { body: foundServices([HSDS_SERVICE]) })
    .on('GET /api/referrals/v1/capacity-questions', { body: { items: [] } })
    .on('GET /api/referrals/v1/packet-rules?category=health', { body: { items: [] } })
    .on('POST /api/referrals/v1/referral-previews', (asked) => ({
      body: { recipientId: 'doctor-1', category: 'health', packet: (asked.body as { packet: object }).packet, preview: 'mark-1', exceptions: [], sharing: 'consent' },
    }))
    .on(`GET ${DRAFTS}`, { body: { items: [] } })
    .on(`POST ${DRAFTS}`, (asked) => ({ status: 201, body: { ...LINE, content: asked.body }, headers: { etag: '"v0"' } }))
    .on(`GET ${DRAFT}`, { body: { ...LINE, content: CONTENT }, headers: { etag: '"v3"' } })
    .on(`POST ${DRAFT}/sending`, { status: 201, body: REFERRAL })
    .on(`GET ${R}/referral-1/links`, { body: { items: [] } })
    .on(`GET ${R}/referral-1`, { body: REFERRAL, headers: { etag: '"v1"' } });
});

describe('somebody who is not in the directory', () => {
  it('is named by a consent, with what for and where', async () => {
    server.on('POST /api/cases/v1/cases/case-1/consents', { status: 201, body: CONSENTS.consents[0] });
    const { user } = await open('/cases/case-1/consents/new?purpose=share-information&recipientId=new&givenBy=child');
    await user.click(await screen.findByTestId('save-consent'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Name of the person or place/), ' Doctor Zarghun ');
    await user.selectOptions(screen.getByLabelText(/^What they are asked for/), 'health');
    await user.type(screen.getByLabelText(/^Where they are/), 'By the bridge');
    await user.click(screen.getByTestId('save-consent'));
    await screen.findAllByTestId('standing');
    const body = server.changes()[0]?.body;
    expect(body).toMatchObject({ recipient: { name: 'Doctor Zarghun', serviceType: 'health', place: 'By the bridge' } });
    expect(body).not.toHaveProperty('agencyId');
  });

  it('is called by name on the page of consents', async () => {
    await open('/cases/case-1/consents');
    const [sharing] = await screen.findAllByTestId('standing');
    expect(sharing).toHaveTextContent('Doctor Zarghun');
    expect(within(screen.getByTestId('consent-history')).getByText(/By the bridge/)).toBeVisible();
  });

  it('is referred to as an agency is, and the sender learns that the way is the link', async () => {
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-recipient'));
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'given');
    await user.type(screen.getByLabelText(/^What is asked for/), 'Look at the arm.');
    await user.click(await screen.findByTestId('look-at-packet'));
    await user.click(await screen.findByTestId('send-referral'));
    expect(await screen.findByTestId('only-by-link')).toHaveTextContent('call them to tell the code');
    const kept = server.changes().find((one) => one.path === DRAFTS)?.body;
    expect(kept).toMatchObject({ recipientId: 'doctor-1', packet: { requestText: 'Look at the arm.' } });
    expect(kept).not.toHaveProperty('serviceId');
    expect(server.changes().find((one) => one.path === `${DRAFT}/sending`)?.body).toMatchObject({ preview: 'mark-1' });
    expect(await screen.findByText('Doctor Zarghun')).toBeVisible();
    expect(screen.queryByTestId('thread')).toBeNull();
    expect(screen.getByTestId('new-link')).toBeVisible();
  });

  it('needs no more link once they have answered', async () => {
    server.on(`GET ${R}/referral-1`, { body: { ...REFERRAL, status: 'completed', outcome: { code: 'provided', at: '2026-11-21T10:00:00Z' } }, headers: { etag: '"v2"' } });
    await open('/referrals/referral-1');
    expect(await screen.findByTestId('outcome')).toBeVisible();
    expect(screen.queryByTestId('only-by-link')).toBeNull();
    expect(screen.queryByTestId('new-link')).toBeNull();
  });

  it('is sent to at once where no draft can be kept', async () => {
    server.on(`POST ${DRAFTS}`, { status: 409, body: { code: 'too-many-drafts' } }).on(`POST ${R}`, { status: 201, body: REFERRAL });
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-recipient'));
    await user.type(await screen.findByLabelText(/^What is asked for/), 'Look at the arm.');
    await user.click(await screen.findByTestId('look-at-packet'));
    await user.click(await screen.findByTestId('send-referral'));
    await screen.findByTestId('only-by-link');
    const sent = server.changes().find((one) => one.path === R)?.body;
    expect(sent).toMatchObject({ recipientId: 'doctor-1', preview: 'mark-1' });
    expect(sent).not.toHaveProperty('serviceId');
  });

  it('has drafts, gone on with from the list, where they are named after the consents were read', async () => {
    server.on(`GET ${DRAFTS}`, { body: { items: [LINE] } });
    const { user } = await open('/cases/case-1/refer');
    const draft = await screen.findByTestId('referral-draft');
    await waitFor(() => expect(draft).toHaveTextContent('Doctor Zarghun'));
    await user.click(within(draft).getByTestId('continue-referral-draft'));
    expect(await screen.findByLabelText(/^What is asked for/)).toHaveValue('Look at the arm.');
    expect(screen.getByTestId('consent-state')).toHaveAttribute('data-state', 'given');
    expect(screen.queryByTestId('service-choice')).toBeNull();
    expect(screen.queryByTestId('outside-choice')).toBeNull();
  });

  it('is written to no more when no consent names them any more', async () => {
    server.on(CONSENT_PATH, { body: { ...CONSENTS, recipients: [] } });
    await open('/cases/case-1/refer?draft=d1');
    expect(await screen.findByTestId('not-named')).toBeVisible();
    expect(screen.queryByTestId('referral-form')).toBeNull();
  });

  it('is consented to on the way, and what was begun is gone on with', async () => {
    server
      .on(CONSENT_PATH, { body: { ...CONSENTS, standings: [] } })
      .on('POST /api/cases/v1/cases/case-1/consents', { status: 201, body: CONSENTS.consents[0] });
    const { user } = await open('/cases/case-1/refer?draft=d1');
    const state = await screen.findByTestId('consent-state');
    expect(state).toHaveAttribute('data-state', 'missing');
    await user.click(within(state).getByRole('link'));
    await user.click(await screen.findByRole('radio', { name: /^The child/ }));
    await user.click(screen.getByTestId('save-consent'));
    expect(await screen.findByLabelText(/^What is asked for/)).toHaveValue('Look at the arm.');
  });

  it('is not written to before consent, which the link leads to with their name', async () => {
    server.on(CONSENT_PATH, { body: { ...CONSENTS, standings: [{ ...CONSENTS.standings[0], stands: false, basis: 'none', missing: ['consent-expired'] }] } });
    const { user } = await open('/cases/case-1/refer');
    await user.click(await screen.findByTestId('choose-recipient'));
    const state = await screen.findByTestId('consent-state');
    expect(state).toHaveAttribute('data-state', 'expired');
    expect(within(state).getByRole('link')).toHaveAttribute('href', expect.stringContaining('recipientId=doctor-1'));
  });

  it('stands in lists without a name, also for whoever may not read the consents', async () => {
    server.on(CONSENT_PATH, { status: 403, body: { code: 'forbidden' } });
    await open('/referrals/referral-1', 'ur');
    expect(await screen.findByText('ڈائریکٹری سے باہر کوئی')).toBeVisible();
  });
});
