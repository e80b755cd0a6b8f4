import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem, SERVICE } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const REFERRAL = {
  id: 'referral-1',
  caseId: 'case-1',
  serviceId: 'service-1',
  agencyId: 'agency-1',
  status: 'requested',
  priority: 'high',
  reasonCode: 'legal-representation',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2099-11-21T10:00:00Z',
  completeBy: '2099-11-23T10:00:00Z',
  packet: { caseCode: 'PEW-2026-00001', ageBand: '12-14', sex: 'female', requestText: 'Representation.' },
  history: [{ from: 'draft', to: 'requested', at: '2026-11-20T10:00:00Z', by: 'requester' }],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/referrals/v1/services?category=legal-aid&districtCode=peshawar', { body: { items: [SERVICE] } })
    .on('GET /api/referrals/v1/referrals/referral-1', { body: REFERRAL, headers: { etag: '"v1"' } });
});

async function written() {
  const { user } = await open('/cases/case-1/refer');
  await user.click(await screen.findByTestId('choose-service'));
  await user.type(screen.getByLabelText(/^What is asked of the agency/), 'Representation.');
  return user;
}

describe('referring a child', () => {
  it('shows before sending exactly what the agency will see', async () => {
    await written();
    const packet = screen.getByTestId('packet');
    expect(packet).toHaveTextContent('PEW-2026-00001');
    expect(packet).toHaveTextContent('Representation.');
    expect(packet).not.toHaveTextContent('زرغونہ');
  });

  it('says that nobody was asked, and takes the service’s no for an answer', async () => {
    server.on('POST /api/referrals/v1/referrals', problem(409, 'consent-missing'));
    const user = await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'missing');
    expect(within(await screen.findByTestId('consent-state')).getByRole('link')).toHaveAttribute(
      'href',
      '/cases/case-1/consents/new?purpose=share-information&agencyId=agency-1&then=refer',
    );
    await user.click(screen.getByTestId('send-referral'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('There is no consent to share with this agency');
  });

  it('asks for all whose words count, not for the newest word', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: false, basis: 'none', missing: ['child-assent-needed'] };
    server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
    await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'missing');
  });

  it('without consent goes by the case’s own override, which another person confirms', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'override', missing: [] };
    server.on('POST /api/cases/v1/cases/case-1/consent-overrides', () => {
      server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
      return { status: 201, body: {} };
    });
    let asked = 0;
    server.on('POST /api/referrals/v1/referrals', () => (++asked === 1 ? problem(409, 'consent-missing') : { status: 201, body: REFERRAL }));
    const user = await written();
    await user.click(await screen.findByTestId('override'));
    await user.click(await screen.findByTestId('save-override'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByLabelText('The caregiver is the suspected perpetrator'));
    await user.type(within(screen.getByTestId('override-form')).getByRole('textbox'), 'The father is the suspect.');
    await user.click(screen.getByTestId('save-override'));
    expect(await screen.findByText(/Another person has to agree/)).toBeVisible();
    expect(server.changes()[0]?.body).toMatchObject({ purpose: 'share-information', agencyId: 'agency-1', reasonCode: 'caregiver-suspected' });
    await user.click(screen.getByTestId('send-referral'));
    await screen.findByTestId('referral');
    expect(asked).toBe(2);
  });

  it('is sent with consent', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'consent', missing: [] };
    server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
    server.on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const user = await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'given');
    await user.click(screen.getByTestId('send-referral'));
    expect(await screen.findByTestId('referral')).toHaveAttribute('data-status', 'requested');
    expect(server.changes()[0]?.body).not.toHaveProperty('consentOverride');
  });

  it('says when no service of the kind is listed', async () => {
    server.on('GET /api/referrals/v1/services?category=legal-aid&districtCode=peshawar', { body: { items: [] } });
    await open('/cases/case-1/refer');
    expect(await screen.findByTestId('empty')).toBeVisible();
  });
});

describe('the page of a referral', () => {
  it('offers to close the loop only when the agency has finished', async () => {
    await open('/referrals/referral-1');
    expect(await screen.findByTestId('cancel-referral')).toBeVisible();
    expect(screen.queryByTestId('close-loop')).toBeNull();
  });

  it('shows the outcome and closes the loop under the version that was read', async () => {
    const completed = { ...REFERRAL, status: 'completed', outcome: { code: 'provided', text: 'Advocate engaged.', at: '2026-11-21T10:00:00Z' } };
    server.on('GET /api/referrals/v1/referrals/referral-1', { body: completed, headers: { etag: '"v4"' } });
    server.on('POST /api/referrals/v1/referrals/referral-1/loop-closure', () => {
      server.on('GET /api/referrals/v1/referrals/referral-1', { body: { ...completed, loopClosedAt: '2026-11-21T11:00:00Z' }, headers: { etag: '"v5"' } });
      return { body: {} };
    });
    const { user } = await open('/referrals/referral-1');
    expect(await screen.findByTestId('outcome')).toHaveTextContent('The service was given');
    await user.click(screen.getByTestId('close-loop'));
    expect(await screen.findByTestId('loop-closed')).toBeVisible();
    expect(screen.queryByTestId('close-loop')).toBeNull();
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v4"');
  });

  it('is called off only with a reason', async () => {
    server.on('POST /api/referrals/v1/referrals/referral-1/cancellation', { body: {} });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('cancel-referral'));
    await user.click(screen.getByTestId('confirm-cancel'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/^Why is it called off/), 'consent-withdrawn');
    await user.click(screen.getByTestId('confirm-cancel'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reason: 'consent-withdrawn', happenedAt: expect.stringMatching(/Z$/) }));
  });
});
