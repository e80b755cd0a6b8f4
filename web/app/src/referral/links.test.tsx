import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const R = '/api/referrals/v1/referrals/referral-1';
const REFERRAL = {
  id: 'referral-1', caseId: 'case-1', serviceId: 'service-1', agencyId: 'agency-1', category: 'court', status: 'requested', priority: 'high',
  authoredAt: '2026-11-20T10:00:00Z', packetState: 'readable',
};
const LINK = { id: 'l1', state: 'waiting', recipient: 'Reader of the court', madeAt: '2026-11-20T11:00:00Z', expiresAt: '2026-11-23T11:00:00Z', attempts: 0, refused: 0 };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on(`GET ${R}`, { body: REFERRAL, headers: { etag: '"v2"' } })
    .on(`GET ${R}/links`, { body: { items: [] } });
});

describe('a secure link', () => {
  it('is made for somebody, and link and code are shown once', async () => {
    server.on(`POST ${R}/links`, () => {
      server.on(`GET ${R}/links`, { body: { items: [LINK] } });
      return { status: 201, body: { id: 'l1', url: 'http://localhost/link#secret', code: '12345678' } };
    });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('new-link'));
    await user.type(screen.getByLabelText(/^Whom it is for/), 'Reader of the court');
    await user.click(screen.getByTestId('make-link'));
    expect(await screen.findByTestId('link-url')).toHaveTextContent('http://localhost/link#secret');
    expect(screen.getByTestId('link-code')).toHaveTextContent('12345678');
    expect(server.changes()[0]?.body).toEqual({ recipient: 'Reader of the court', validHours: 72 });
    await user.click(screen.getByTestId('link-told'));
    expect(screen.queryByText(/12345678/)).toBeNull();
    expect(await screen.findByTestId('link')).toHaveTextContent('Not opened yet');
  });

  it('is taken back, and the sender is told when somebody tried it in vain and what was written with it', async () => {
    server
      .on(`GET ${R}/links`, { body: { items: [{ ...LINK, state: 'open', openedAt: '2026-11-20T12:00:00Z', refused: 2, refusedAt: '2026-11-20T13:00:00Z', message: { text: 'Bring the FIR.', at: '2026-11-20T12:30:00Z' } }] } })
      .on(`POST ${R}/links/l1/revocation`, problem(409, 'link-ended'));
    const { user } = await open('/referrals/referral-1');
    expect(await screen.findByTestId('link-refused')).toHaveTextContent('tried it 2 times');
    expect(screen.getByTestId('link-message')).toHaveTextContent('Bring the FIR.');
    await user.click(screen.getByTestId('revoke-link'));
    expect(await within(screen.getByTestId('link')).findByTestId('problem')).toHaveTextContent('The link had ended already');
    server.on(`POST ${R}/links/l1/revocation`, () => {
      server.on(`GET ${R}/links`, { body: { items: [{ ...LINK, state: 'revoked' }] } });
      return { status: 204 };
    });
    await user.click(screen.getByTestId('revoke-link'));
    await waitFor(() => expect(screen.getByTestId('link')).toHaveAttribute('data-state', 'revoked'));
    expect(screen.queryByTestId('revoke-link')).toBeNull();
  });

  it('is not offered for a referral nobody has to answer any more', async () => {
    server.on(`GET ${R}`, { body: { ...REFERRAL, status: 'completed' }, headers: { etag: '"v3"' } });
    await open('/referrals/referral-1');
    expect(await screen.findByText('No link was made for this referral.')).toBeVisible();
    expect(screen.queryByTestId('new-link')).toBeNull();
  });
});
